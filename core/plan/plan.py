"""A work plan (工作方案): the year's rules of a place, loaded from JSON and checked."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Optional, Sequence, Tuple, TypeVar

from ..errors import PlanError
from ..text import text
from .field import FieldRules, PhotoRules, read_field_rules, read_photo_rules
from .lists import Lists, read_lists
from .reader import Node
from .rules import Rules, read_rules
from .sections import (
    AreaRules,
    Calendar,
    Category,
    FlagRules,
    LandUse,
    LayerRole,
    MustVisit,
    OverlapRule,
    Term,
    label_of,
    origin_of,
    term_of,
)

Coded = TypeVar("Coded", Term, Category, LayerRole, MustVisit)
LAND_USE_CLASSES = ["cultivated", "other_agricultural", "unused", "construction"]
# The figures of model.Figures that come in mu.
OF_WHICH = ["basic_farmland", "red_line", "urban"]
THRESHOLD_FIGURES = ["area", *LAND_USE_CLASSES, "uncovered", *OF_WHICH]
OVERLAP_WINNERS = ["first", "last"]
LAYER_PARTS = ["land_use", "of_which", "approval"]
MANDATORY_WHEN = ["illegal_on_cultivated"]
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
    folder: Path = field(repr=False)
    calendar: Calendar
    patch_classes: Tuple[Term, ...]
    military_markers: Tuple[str, ...]
    categories: Tuple[Category, ...]
    flag_rules: FlagRules
    land_use: LandUse
    area_rules: AreaRules
    layer_roles: Tuple[LayerRole, ...]
    field_aliases: Dict[str, Tuple[str, ...]]
    must_visit: Tuple[MustVisit, ...]
    photo_rules: PhotoRules
    field_rules: FieldRules
    lists: Lists = field(repr=False)
    rules: Rules = field(repr=False)
    effective_from: str = ""
    effective_to: str = ""
    is_example: bool = False
    copied_from: str = ""

    def category(self, code: str) -> Optional[Category]:
        """The verdict category with this code."""
        return next((one for one in self.categories if one.code == code), None)

    def layer_role(self, code: str) -> Optional[LayerRole]:
        """The overlay role with this code."""
        return next((role for role in self.layer_roles if role.code == code), None)

    def section(self, name: str) -> Node:
        """A file of the plan that a room reads by itself (``submission``)."""
        return Node.read(self.folder / f"{name}.json")


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
    head = Node.read(folder / "plan.json")
    if head.text("id") != plan_id:
        raise head.at("id").wrong(text("it differs from the folder's name {name}", name=plan_id))
    return _plan(folder, head)


def folder_of(plan_id: str, plans: Path = PLANS, office: Optional[Path] = None) -> Path:
    """Where a plan's files are; raises :class:`PlanError` when there is no such plan."""
    for place in (office, plans):
        if place is not None and (place / plan_id / "plan.json").is_file():
            return place / plan_id
    raise PlanError(text("There is no work plan named “{plan}”.", plan=plan_id))


def _plan(folder: Path, head: Node) -> Plan:
    categories = _categories(Node.read(folder / "verdicts.json"))
    roles = _layer_roles(Node.read(folder / "layers.json"))
    read = _reader(folder)
    field_rules = read_field_rules(Node.read(folder / "field.json"))
    lists = read_lists(read, roles, frozenset(one.code for one in categories), field_rules)
    return Plan(
        id=head.text("id"),
        title=head.text("title"),
        year=head.whole("year", 2009, 2100),
        place=head.text("place"),
        source=head.text("source"),
        sha256=_digest(folder),
        folder=folder,
        calendar=_calendar(Node.read(folder / "calendar.json")),
        patch_classes=_patch_classes(Node.read(folder / "patch_classes.json")),
        military_markers=_military_markers(Node.read(folder / "military.json")),
        categories=categories,
        flag_rules=_flag_rules(Node.read(folder / "flags.json")),
        land_use=_land_use(Node.read(folder / "land_use.json")),
        area_rules=_area_rules(Node.read(folder / "geometry.json")),
        layer_roles=roles,
        field_aliases=_field_aliases(Node.read(folder / "aliases.json")),
        must_visit=_must_visit(Node.read(folder / "must_visit.json"), categories),
        photo_rules=read_photo_rules(Node.read(folder / "photos.json")),
        field_rules=field_rules,
        lists=lists,
        rules=read_rules(read, lists, categories, roles),
        effective_from=head.text("effective_from", ""),
        effective_to=head.text("effective_to", ""),
        is_example=head.flag("example", False),
        copied_from=head.text("copied_from", ""),
    )


def _reader(folder: Path) -> Callable[[str], Node]:
    """Reads a file by its name; every list says where it comes from."""

    def read(name: str) -> Node:
        node = Node.read(folder / f"{name}.json")
        node.text("source")
        return node

    return read


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.name.encode())
        digest.update(_bytes_of(path))
    return digest.hexdigest()


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Node(path.name, "", None).wrong(text("the file cannot be read")) from error


def _calendar(node: Node) -> Calendar:
    return Calendar(
        node.whole("cutoff_day", 1, 28),
        node.whole("county_day", 1, 28),
        node.whole("correction_day", 1, 28),
        origin_of(node),
    )


def _patch_classes(node: Node) -> Tuple[Term, ...]:
    return tuple(_unique(node.some("classes"), term_of))


def _military_markers(node: Node) -> Tuple[str, ...]:
    return tuple(marker.as_text() for marker in node.some("markers"))


def _unique(nodes: Iterable[Node], make: Callable[[Node], Coded]) -> List[Coded]:
    made: List[Coded] = []
    for node in nodes:
        one = make(node)
        if one.code in {other.code for other in made}:
            raise node.at("code").wrong(text("the code {code} is there twice", code=one.code))
        made.append(one)
    return made


def _categories(node: Node) -> Tuple[Category, ...]:
    categories = _unique(node.some("categories"), _category)
    keys = [one.key for one in categories if one.key]
    if len(set(keys)) != len(keys):
        raise node.at("categories").wrong(text("two categories have the same key"))
    return tuple(categories)


def _category(node: Node) -> Category:
    return Category(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        key=node.text("key", ""),
        illegal=node.flag("illegal", False),
        military=node.flag("military", False),
        colour=_colour(node.at("colour")),
        subcategories=tuple(_unique(node.each("subcategories"), term_of)),
    )


def _colour(node: Node) -> str:
    if not re.fullmatch("#[0-9a-fA-F]{6}", node.as_text()):
        raise node.wrong(text("a colour such as #2e8b57 is expected"))
    return node.as_text()


def _flag_rules(node: Node) -> FlagRules:
    return FlagRules(
        tuple(_unique(node.some("flags"), term_of)),
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
    roles = tuple(_unique(node.some("roles"), _layer_role))
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


def _must_visit(node: Node, categories: Sequence[Category]) -> Tuple[MustVisit, ...]:
    codes = [one.code for one in categories]
    subcodes = [term.code for one in categories for term in one.subcategories]
    for one in node.some("thresholds"):
        _among(one, "figures", THRESHOLD_FIGURES)
        _among(one, "categories", codes)
        _among(one, "subcategories", subcodes)
    return tuple(_unique(node.some("thresholds"), _threshold))


def _among(node: Node, name: str, allowed: Sequence[str]) -> None:
    for one in node.each(name):
        if one.as_text() not in allowed:
            raise one.wrong(text("one of {allowed} is expected", allowed=", ".join(allowed)))


def _threshold(node: Node) -> MustVisit:
    return MustVisit(
        code=node.text("code"),
        label=label_of(node),
        figures=tuple(figure.as_text() for figure in node.some("figures")),
        at_least_mu=node.decimal("at_least_mu"),
        categories=tuple(node.texts("categories")),
        subcategories=tuple(node.texts("subcategories")),
        origin=origin_of(node),
    )
