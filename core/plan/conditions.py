"""Conditions of rules: a small closed set, each with its own type.

A condition is an object with one of the keys of :data:`MAKERS`, which says what it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Callable, Dict, FrozenSet, List, Mapping, Optional, Tuple, Union

from ..model import LinkedBy, PatchKind, VerdictLevel
from ..text import text
from .lists import EvidenceKind, Limit, ValueList, What
from .reader import Node

FIGURES = [
    *["area", "cultivated", "other_agricultural", "unused", "construction", "uncovered"],
    *["basic_farmland", "red_line", "urban"],
]
BOUNDS = ("at_least", "above", "at_most", "below")
DATES = ["after_image", "before_image"]
MEASURED = (What.MEASURE, What.PERCENT)
_ISO_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")


@dataclass(frozen=True)
class Bounds:
    """From where to where a number may go; ``None`` means that this side is open.

    ``limits`` are the codes of the plan's limits that these numbers come from.
    """

    at_least: Optional[Decimal] = None
    above: Optional[Decimal] = None
    at_most: Optional[Decimal] = None
    below: Optional[Decimal] = None
    limits: Tuple[str, ...] = ()

    @property
    def are_empty(self) -> bool:
        """True when no number can lie within."""
        lows = [one for one in (self.at_least, self.above) if one is not None]
        highs = [one for one in (self.at_most, self.below) if one is not None]
        return any(low > high for low in lows for high in highs)

    def hold(self, value: Decimal) -> bool:
        """True when ``value`` lies within; "以上" and "以下" include the number."""
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.above is None or value > self.above)
            and (self.at_most is None or value <= self.at_most)
            and (self.below is None or value < self.below)
        )


@dataclass(frozen=True)
class FigureIs:
    """A figure of the overlay, in mu as rounded on the forms."""

    figure: str
    bounds: Bounds


@dataclass(frozen=True)
class CoverageIs:
    """The share of the parcel inside all approvals of a role, in percent."""

    role: str
    bounds: Bounds


@dataclass(frozen=True)
class IssuedIs:
    """Patch class, change type or kind of patch is one of these."""

    name: str
    values: Tuple[str, ...]


@dataclass(frozen=True)
class IsMilitary:
    """The patch says that it is military land."""


@dataclass(frozen=True)
class Recorded:
    """There is evidence of this kind, recorded by a person or given by a layer."""

    evidence: str


@dataclass(frozen=True)
class FoundIs:
    """A recorded choice is one of these; ``when_unknown`` says what counts without a record."""

    evidence: str
    values: Tuple[str, ...]
    when_unknown: Optional[bool]


@dataclass(frozen=True)
class MeasuredIs:
    """A recorded number lies within bounds, in the unit of its kind."""

    evidence: str
    bounds: Bounds


@dataclass(frozen=True)
class DateIs:
    """A recorded day is (not) before a day: one of the patch's images, or an ISO date."""

    evidence: str
    before: bool
    day: str


@dataclass(frozen=True)
class JudgedAs:
    """The verdict of a level is in one of these categories."""

    level: VerdictLevel
    categories: Tuple[str, ...]


@dataclass(frozen=True)
class EarlierIs:
    """There is earlier work on the same place, known by one of these signs."""

    linked_by: Tuple[LinkedBy, ...]


@dataclass(frozen=True)
class Holds:
    """Another rule's conditions, or shared ones, hold."""

    rule: str


@dataclass(frozen=True)
class AnyOf:
    """One at least of these holds."""

    conditions: Tuple[Condition, ...]


Condition = Union[
    FigureIs,
    CoverageIs,
    IssuedIs,
    IsMilitary,
    Recorded,
    FoundIs,
    MeasuredIs,
    DateIs,
    JudgedAs,
    EarlierIs,
    Holds,
    AnyOf,
]


@dataclass(frozen=True)
class Known:
    """The codes that conditions may name."""

    limits: Mapping[str, Limit]
    evidence: Mapping[str, EvidenceKind]
    values: Mapping[str, ValueList]
    roles: FrozenSet[str]
    categories: FrozenSet[str]
    rules: FrozenSet[str]


def conditions_of(node: Node, known: Known) -> Tuple[Condition, ...]:
    """The conditions under ``when``, which all have to hold; none when it is not there."""
    return tuple(_condition(one, known) for one in node.each("when"))


def _condition(node: Node, known: Known) -> Condition:
    about = [name for name in node.names() if name in MAKERS]
    if len(about) != 1:
        raise node.wrong(text("one of {allowed} is expected", allowed=", ".join(MAKERS)))
    name = about[0]
    make, others = MAKERS[name]
    for other in node.names():
        if other != name and other not in others:
            raise node.at(other).wrong(text("it does not belong to “{name}”", name=name))
    return make(node, known)


def _figure(node: Node, known: Known) -> Condition:
    return FigureIs(node.one_of("figure", FIGURES), _bounds(node, known))


def _coverage(node: Node, known: Known) -> Condition:
    return CoverageIs(node.one_of("coverage", sorted(known.roles)), _bounds(node, known))


def _issued(name: str, allowed: Optional[List[str]] = None) -> Callable[[Node, Known], Condition]:
    def make(node: Node, known: Known) -> Condition:
        return IssuedIs(name, _codes(node, name, allowed))

    return make


def _military(node: Node, known: Known) -> Condition:
    if not node.flag("military"):
        raise node.at("military").wrong(text("only true can be asked for"))
    return IsMilitary()


def _recorded(node: Node, known: Known) -> Condition:
    return Recorded(_evidence(node, "recorded", known).code)


def _found(node: Node, known: Known) -> Condition:
    kind = _evidence(node, "found", known)
    if kind.what is not What.CHOICE:
        raise node.at("found").wrong(text("it is no evidence of type {type}", type="choice"))
    values = _codes(node, "is", [term.code for term in known.values[kind.values].values])
    unknown = node.flag("when_unknown") if node.has("when_unknown") else None
    return FoundIs(kind.code, values, unknown)


def _measured(node: Node, known: Known) -> Condition:
    kind = _evidence(node, "measured", known)
    if kind.what not in MEASURED:
        raise node.at("measured").wrong(text("it is no evidence of type {type}", type="measure"))
    return MeasuredIs(kind.code, _bounds(node, known))


def _date(node: Node, known: Known) -> Condition:
    kind = _evidence(node, "date", known)
    if kind.what is not What.DATE:
        raise node.at("date").wrong(text("it is no evidence of type {type}", type="date"))
    sides = [name for name in ("before", "not_before") if node.has(name)]
    if len(sides) != 1:
        raise node.wrong(text("one of {allowed} is expected", allowed="before, not_before"))
    day = node.text(sides[0])
    if day not in DATES and not _ISO_DAY.match(day):
        allowed = ", ".join([*DATES, "2023-04-01"])
        raise node.at(sides[0]).wrong(text("one of {allowed} is expected", allowed=allowed))
    return DateIs(kind.code, sides[0] == "before", day)


def _judged(node: Node, known: Known) -> Condition:
    level = node.one_of("judged", [one.value for one in VerdictLevel])
    return JudgedAs(VerdictLevel(level), _codes(node, "is", sorted(known.categories)))


def _earlier(node: Node, known: Known) -> Condition:
    codes = _codes(node, "earlier", [one.value for one in LinkedBy])
    return EarlierIs(tuple(map(LinkedBy, codes)))


def _holds(node: Node, known: Known) -> Condition:
    name = node.text("rule")
    if name not in known.rules:
        raise node.at("rule").wrong(text("there is no rule “{rule}”", rule=name))
    return Holds(name)


def _any(node: Node, known: Known) -> Condition:
    return AnyOf(tuple(_condition(one, known) for one in node.some("any")))


def _evidence(node: Node, name: str, known: Known) -> EvidenceKind:
    kind = known.evidence.get(node.text(name))
    if kind is None:
        raise node.at(name).wrong(text("there is no evidence “{kind}”", kind=node.text(name)))
    return kind


def _codes(node: Node, name: str, allowed: Optional[List[str]]) -> Tuple[str, ...]:
    found = []
    for one in node.some(name):
        if allowed is not None and one.as_text() not in allowed:
            raise one.wrong(text("one of {allowed} is expected", allowed=", ".join(allowed)))
        found.append(one.as_text())
    return tuple(found)


def _bounds(node: Node, known: Known) -> Bounds:
    found = {name: _number(node, name, known) for name in BOUNDS if node.has(name)}
    if not found:
        raise node.wrong(text("one of {allowed} is expected", allowed=", ".join(BOUNDS)))
    named = [node.at(name).value for name in found]
    limits = tuple(str(one["limit"]) for one in named if isinstance(one, dict))
    bounds = Bounds(limits=limits, **found)
    if bounds.are_empty:
        raise node.wrong(text("no number lies within: the lower bound is above the upper one"))
    return bounds


def _number(node: Node, name: str, known: Known) -> Decimal:
    """A number in quotes, or a limit of the plan by its code."""
    given = node.at(name)
    if not isinstance(given.value, dict):
        return node.decimal(name)
    limit = known.limits.get(given.text("limit"))
    if limit is None:
        raise given.at("limit").wrong(text("there is no limit “{code}”", code=given.text("limit")))
    return limit.value


MAKERS: Dict[str, Tuple[Callable[[Node, Known], Condition], Tuple[str, ...]]] = {
    "figure": (_figure, BOUNDS),
    "coverage": (_coverage, BOUNDS),
    "patch_class": (_issued("patch_class"), ()),
    "change_type": (_issued("change_type"), ()),
    "kind": (_issued("kind", [one.value for one in PatchKind]), ()),
    "military": (_military, ()),
    "recorded": (_recorded, ()),
    "found": (_found, ("is", "when_unknown")),
    "measured": (_measured, BOUNDS),
    "date": (_date, ("before", "not_before")),
    "judged": (_judged, ("is",)),
    "earlier": (_earlier, ()),
    "rule": (_holds, ()),
    "any": (_any, ()),
}
"""What a condition may be about: how it is made, and which keys may stand beside it."""
