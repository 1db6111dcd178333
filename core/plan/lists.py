"""The plan's lists: evidence, values, limits, recheck cycles, documents cited, change types."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Callable, Dict, FrozenSet, Iterable, List, Mapping, Optional, Tuple

from .field import FieldRules
from .reader import Node
from .rechecks import YEARS, Rechecks, read_rechecks
from .sections import Label, LayerRole, Origin, Term, by_code, label_of, origin_of, term_of


class What(Enum):
    """What a piece of evidence is, and so what its value looks like."""

    NUMBER = "number"  # of a document, as text
    TEXT = "text"
    DATE = "date"  # ISO
    DOCUMENT = "document"  # that it is there, and where
    BOUNDARY = "boundary"  # coordinates or a map: that it is there, and where
    PERCENT = "percent"
    MEASURE = "measure"  # a decimal number in the unit of the kind
    CHOICE = "choice"  # a code of a value list
    PHOTO = "photo"  # met by the parcel's photos


@dataclass(frozen=True)
class EvidenceKind:
    """A kind of evidence.

    ``layer`` is the approval role that may give it by itself, ``field`` the entry of the field
    check that does, ``case`` the part of the parcel's case, ``rectification`` the day of its
    rectification; ``values`` is the list a choice is taken from.
    """

    code: str
    label: Label
    origin: Origin
    what: What
    layer: str = ""
    field: str = ""
    values: str = ""
    unit: str = ""
    case: str = ""
    rectification: str = ""


@dataclass(frozen=True)
class ValueList:
    """取值表: the values that a question may have."""

    code: str
    label: Label
    origin: Origin
    values: Tuple[Term, ...]

    def value(self, code: str) -> Optional[Term]:
        """The value with this code."""
        return next((term for term in self.values if term.code == code), None)


@dataclass(frozen=True)
class Limit:
    """A number that a policy sets, in its unit."""

    code: str
    label: Label
    origin: Origin
    value: Decimal
    unit: str


@dataclass(frozen=True)
class Citation:
    """A document that the plan or its forms cite; number and date may be unknown (empty)."""

    code: str
    label: Label
    origin: Origin
    number: str
    date: str


@dataclass(frozen=True)
class Lists:
    """All of them, by code and in the order of the files."""

    evidence: Dict[str, EvidenceKind]
    values: Dict[str, ValueList]
    limits: Dict[str, Limit]
    rechecks: Rechecks
    citations: Tuple[Citation, ...]
    change_types: Dict[str, Term]

    def value_of(self, kind: EvidenceKind, code: str) -> Optional[Term]:
        """The value that a choice's code stands for."""
        values = self.values.get(kind.values)
        return values.value(code) if values else None


FIELD_CHECK = ["actor", "actor_kind", "actual_use", "build_time", "stage", "stop_notice"]
IN_CASE = ["stop_notice", "filing"]
IN_RECTIFICATION = ["done_on"]
FIELD_LISTS = ["actor_kinds", "stages", "stop_results", "uses"]


def read_lists(
    read: Callable[[str], Node],
    roles: Iterable[LayerRole],
    categories: FrozenSet[str],
    field_rules: FieldRules,
) -> Lists:
    """Read and check the lists; ``read`` gives a file of the plan by its name."""
    approvals = [role.code for role in roles if role.part == "approval"]
    values = by_code(read("values").some("lists"), lambda one: _value_list(one, field_rules))
    evidence = by_code(
        read("evidence").some("kinds"), lambda one: _evidence(one, approvals, values)
    )
    days = frozenset(code for code, kind in evidence.items() if kind.what is What.DATE)
    limits = by_code(read("policy_limits").some("limits"), _limit)
    years = [code for code, one in limits.items() if one.unit == YEARS]
    ways = [one.text("code") for one in read("rectification").some("ways")]
    return Lists(
        evidence=evidence,
        values=values,
        limits=limits,
        rechecks=read_rechecks(read("recheck"), categories, days, years, ways),
        citations=tuple(by_code(read("citations").some("documents"), _citation).values()),
        change_types=by_code(read("change_types").some("types"), _change_type),
    )


def _value_list(node: Node, field_rules: FieldRules) -> ValueList:
    """A list of its own, or one of the field check's by its name."""
    if node.has("field"):
        values: Tuple[Term, ...] = getattr(field_rules, node.one_of("field", FIELD_LISTS))
    else:
        values = tuple(by_code(node.some("values"), term_of).values())
    return ValueList(node.text("code"), label_of(node), origin_of(node), values)


def _evidence(node: Node, approvals: List[str], values: Mapping[str, ValueList]) -> EvidenceKind:
    what = What(node.one_of("what", [one.value for one in What]))
    if what is What.CHOICE:
        node.one_of("values", list(values))
    return EvidenceKind(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        what=what,
        layer=node.one_of("layer", approvals) if node.has("layer") else "",
        field=node.one_of("field", FIELD_CHECK) if node.has("field") else "",
        values=node.text("values") if what is What.CHOICE else "",
        unit=node.text("unit", ""),
        case=node.one_of("case", IN_CASE) if node.has("case") else "",
        rectification=_in_rectification(node),
    )


def _in_rectification(node: Node) -> str:
    there = node.has("rectification")
    return node.one_of("rectification", IN_RECTIFICATION) if there else ""


def _limit(node: Node) -> Limit:
    value = node.decimal("value")
    return Limit(node.text("code"), label_of(node), origin_of(node), value, node.text("unit"))


def _citation(node: Node) -> Citation:
    number, date = node.text("number", ""), node.date("date")
    return Citation(node.text("code"), label_of(node), origin_of(node), number, date)


def _change_type(node: Node) -> Term:
    """A code of the issued file; where nobody has put it into English the Chinese stands."""
    zh = node.text("zh")
    return Term(node.text("code"), Label(zh, node.text("en", zh)), origin_of(node))
