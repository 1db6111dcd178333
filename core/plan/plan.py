"""A work plan (工作方案): the year's rules of a place, loaded from JSON and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from ..errors import PlanError
from ..model import PatchKind, Verdict
from ..text import text
from .cases import CaseRules, read_case_rules
from .days import read_calendar
from .earlier import EarlierRules, read_earlier
from .field import FieldRules, PhotoRules, read_field_rules, read_photo_rules
from .files import PlanFiles
from .lists import Lists, read_lists
from .reader import Node
from .rectification import RectificationRules, read_rectification
from .review import ReportingUnit, ReviewRules, read_review, read_units
from .rules import Rules, read_rules
from .sections import (
    AreaRules,
    Calendar,
    Category,
    FlagRules,
    LandUse,
    LayerRole,
    MineralCalendar,
    MustVisit,
    OverlapRule,
    Term,
    by_code,
    kinds_of,
    label_of,
    origin_of,
    term_of,
)
from .visits import LAND_USE_CLASSES, OF_WHICH, read_mineral_calendar, read_must_visit

OVERLAP_WINNERS = ["first", "last"]
LAYER_PARTS = ["land_use", "of_which", "approval"]
MANDATORY_WHEN = ["illegal_on_cultivated"]
# Parts of files that other rooms read and check.
READ_ELSEWHERE = [("geometry", "division"), ("military", "register"), ("review", "feedback")]
PLANS = Path(__file__).resolve().parents[2] / "resources" / "plans"


@dataclass(frozen=True)
class Plan:
    """One year's rules. ``sha256`` is over all its files, so that a verdict can name them."""

    id: str
    title: str
    year: int
    place: str
    source: str
    sha256: str
    files: PlanFiles = field(repr=False, compare=False)
    calendar: Calendar
    mineral_calendar: Optional[MineralCalendar]
    patch_classes: Tuple[Term, ...]
    military_markers: Tuple[str, ...]
    categories: Tuple[Category, ...]
    flag_rules: FlagRules
    land_use: LandUse
    area_rules: AreaRules
    layer_roles: Tuple[LayerRole, ...]
    field_aliases: Dict[str, Tuple[str, ...]]
    must_visit: Tuple[MustVisit, ...]
    earlier: EarlierRules
    photo_rules: PhotoRules
    field_rules: FieldRules
    case_rules: CaseRules = field(repr=False)
    review_rules: ReviewRules = field(repr=False)
    rectification_rules: RectificationRules = field(repr=False)
    units: Tuple[ReportingUnit, ...] = field(repr=False)
    lists: Lists = field(repr=False)
    rules: Rules = field(repr=False)
    effective_from: str = ""
    effective_to: str = ""
    is_example: bool = False
    copied_from: str = ""

    def category(self, code: str) -> Optional[Category]:
        """The verdict category with this code."""
        return next((one for one in self.categories if one.code == code), None)

    def calls_illegal(self, verdict: Optional[Verdict]) -> bool:
        """True when there is a verdict, and its category is an illegal one."""
        category = self.category(verdict.category) if verdict else None
        return category is not None and category.illegal

    def categories_of(self, kind: PatchKind) -> Tuple[Category, ...]:
        """The categories for patches of a kind."""
        return tuple(one for one in self.categories if kind in one.kinds)

    def layer_role(self, code: str) -> Optional[LayerRole]:
        """The overlay role with this code."""
        return next((role for role in self.layer_roles if role.code == code), None)

    def unit(self, code: str) -> Optional[ReportingUnit]:
        """The unit with this code."""
        return next((one for one in self.units if one.code == code), None)

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.files.folder

    def source_of(self, name: str) -> str:
        """What a file says of where its facts come from."""
        return self.files.read(name).text("source")

    def section(self, name: str) -> Node:
        """A file of the plan that a room reads by itself (``submission``)."""
        return self.files.read(name)


def plan_ids(plans: Path = PLANS, office: Optional[Path] = None) -> List[str]:
    """The plans that are there, the office's own among the shipped ones, newest year first.

    Examples come last, so that nobody works under one by not choosing.
    """
    folders = [plans] if office is None else [plans, office]
    found = {path.parent.name: path for folder in folders for path in folder.glob("*/plan.json")}
    newest_first = sorted(found, reverse=True)
    return sorted(newest_first, key=lambda plan_id: _is_example(found[plan_id]))


def _is_example(head: Path) -> bool:
    try:
        return Node.read(head).flag("example", False)
    except PlanError:
        return False  # what is wrong with it is told when somebody chooses it


def load_plan(plan_id: str, plans: Path = PLANS, office: Optional[Path] = None) -> Plan:
    """Load and check a plan; raises :class:`PlanError` naming file, key and reason.

    ``office`` is where an office keeps plans of its own; they come before the shipped ones.
    """
    folder = folder_of(plan_id, plans, office)
    files = PlanFiles(folder)
    if files.head.text("id") != plan_id:
        raise files.head.at("id").wrong(
            text("it differs from the folder's name {name}", name=plan_id)
        )
    return _plan(files)


def folder_of(plan_id: str, plans: Path = PLANS, office: Optional[Path] = None) -> Path:
    """Where a plan's files are; raises :class:`PlanError` when there is no such plan."""
    for place in (office, plans):
        if place is not None and (place / plan_id / "plan.json").is_file():
            return place / plan_id
    raise PlanError(text("There is no work plan named “{plan}”.", plan=plan_id))


def _plan(files: PlanFiles) -> Plan:
    head, read = files.head, files.read
    categories = _categories(read("verdicts"))
    roles = _layer_roles(read("layers"))
    field_rules = read_field_rules(read("field"))
    lists = read_lists(read, roles, frozenset(one.code for one in categories), field_rules)
    calendar, case_rules = read_calendar(read("calendar")), read_case_rules(read("cases"))
    plan = Plan(
        id=head.text("id"),
        title=head.text("title"),
        year=head.whole("year", 2009, 2100),
        place=head.text("place"),
        source=head.text("source"),
        sha256=files.digest(),
        files=files,
        calendar=calendar,
        mineral_calendar=read_mineral_calendar(read("calendar")),
        patch_classes=_patch_classes(read("patch_classes")),
        military_markers=_military_markers(read("military")),
        categories=categories,
        flag_rules=_flag_rules(read("flags")),
        land_use=_land_use(read("land_use")),
        area_rules=_area_rules(read("geometry")),
        layer_roles=roles,
        field_aliases=_field_aliases(read("aliases")),
        earlier=read_earlier(read("earlier")),
        must_visit=read_must_visit(read("must_visit"), categories, lists.evidence),
        photo_rules=read_photo_rules(read("photos")),
        field_rules=field_rules,
        case_rules=case_rules,
        review_rules=read_review(read("review")),
        rectification_rules=read_rectification(
            read("rectification"), calendar, case_rules.penalties, lists
        ),
        units=read_units(read("units")),
        lists=lists,
        rules=read_rules(read, lists, categories, roles),
        effective_from=head.date("effective_from"),
        effective_to=head.date("effective_to"),
        is_example=head.flag("example", False),
        copied_from=head.text("copied_from", ""),
    )
    for name, inner in READ_ELSEWHERE:
        read(name).has(inner)
    files.refuse_unknown()
    return plan


def _patch_classes(node: Node) -> Tuple[Term, ...]:
    return tuple(by_code(node.some("classes"), term_of).values())


def _military_markers(node: Node) -> Tuple[str, ...]:
    return tuple(marker.as_text() for marker in node.some("markers"))


def _categories(node: Node) -> Tuple[Category, ...]:
    categories = tuple(by_code(node.some("categories"), _category).values())
    keys = [(kind, one.key) for one in categories if one.key for kind in one.kinds]
    if len(set(keys)) != len(keys):
        raise node.at("categories").wrong(text("two categories have the same key"))
    return categories


def _category(node: Node) -> Category:
    return Category(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        key=node.text("key", ""),
        illegal=node.flag("illegal", False),
        military=node.flag("military", False),
        colour=_colour(node.at("colour")),
        subcategories=tuple(by_code(node.each("subcategories"), term_of).values()),
        kinds=kinds_of(node),
    )


def _colour(node: Node) -> str:
    if not re.fullmatch("#[0-9a-fA-F]{6}", node.as_text()):
        raise node.wrong(text("a colour such as #2e8b57 is expected"))
    return node.as_text()


def _flag_rules(node: Node) -> FlagRules:
    return FlagRules(
        tuple(by_code(node.some("flags"), term_of).values()),
        node.one_of("mandatory_when", MANDATORY_WHEN),
        origin_of(node),
    )


def _land_use(node: Node) -> LandUse:
    classes: Dict[str, str] = {}
    names: Dict[str, str] = {}
    for one in node.some("codes"):
        code = one.text("code")
        if code in classes:
            raise one.at("code").wrong(text("the code {code} is there twice", code=code))
        classes[code] = one.one_of("class", LAND_USE_CLASSES)
        names[code] = one.text("name")
    deduction = node.text("deduction_code")
    if classes.get(deduction) != "other_agricultural":
        raise node.at("deduction_code").wrong(
            text("it is not among the codes of class other_agricultural")
        )
    return LandUse(node.text("code_set"), classes, names, deduction)


def _area_rules(node: Node) -> AreaRules:
    if not node.decimal("mu_per_m2"):
        raise node.at("mu_per_m2").wrong(text("it is zero"))
    return AreaRules(
        mu_per_m2=node.decimal("mu_per_m2"),
        identity_tolerance_mu=node.decimal("identity_tolerance_mu"),
        repair_tolerance_m2=node.decimal("repair_tolerance_m2"),
        sliver_m2=node.decimal("sliver_m2"),
        cultivated_net=node.flag("cultivated_net"),
        overlap=_overlap_rule(node.at("overlap")),
        nearest_within_m=node.decimal("nearest_within_m"),
    )


def _overlap_rule(node: Node) -> OverlapRule:
    return OverlapRule(node.one_of("wins", OVERLAP_WINNERS), label_of(node), origin_of(node))


def _layer_roles(node: Node) -> Tuple[LayerRole, ...]:
    roles = tuple(by_code(node.some("roles"), _layer_role).values())
    if [role.part for role in roles].count("land_use") != 1:
        raise node.at("roles").wrong(text("exactly one role with part land_use is expected"))
    return roles


def _layer_role(node: Node) -> LayerRole:
    fields = node.at("fields")
    part = node.one_of("part", LAYER_PARTS)
    if part == "land_use":
        fields.at("code")
    if part == "of_which":
        node.one_of("code", OF_WHICH)
    return LayerRole(
        code=node.text("code"),
        label=label_of(node),
        part=part,
        required=node.flag("required"),
        origin=origin_of(node),
        layer_names=tuple(node.texts("layer_names")),
        fields={name: tuple(fields.texts(name)) for name in fields.names()},
    )


def _field_aliases(node: Node) -> Dict[str, Tuple[str, ...]]:
    fields = node.at("fields")
    return {name: tuple(fields.texts(name)) for name in fields.names()}
