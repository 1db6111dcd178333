"""问责比例 as the plan's ``accountability.json`` says it: what counts, what is deducted, the lines.

The text of the method of 2021, which the work plan goes on using, is not public: the shipped
file says so, and every part of it says where it is from and how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import List, Tuple

from ..plan import Label, Origin, Plan
from ..plan.reader import Node
from ..plan.sections import by_code, label_of, origin_of
from ..text import Labelled, text

FILE = "accountability"
WORDS = frozenset(
    (
        *("city", "unit", "date", "period", "illegal", "deducted", "counted", "occupied"),
        *("before", "after", "line", "line_percent", "cutoff", "days", "parcels", "shown"),
    )
)
PARCEL_WORDS = frozenset(("place", "number", "mu", "share", "location"))
LINES = (
    *(
        "title",
        "addressee",
        "addressee_branch",
        "opening",
        "deduction",
        "line",
        "parcels",
        "request",
        "request_after",
        "method",
    ),
    "closing",
)
STAYS, LEAVES = "stays", "leaves"


class Sure(Labelled):
    """How sure a part of the method is."""

    HIGH = "high", text("Sure")
    MEDIUM = "medium", text("Probable")
    LOW = "low", text("Uncertain")


@dataclass(frozen=True)
class Basis:
    """Where a part of the method is from, and how sure that is."""

    origin: Origin
    sure: Sure
    source: str


@dataclass(frozen=True)
class Deduction:
    """扣减: what reduces the numerator, if it ``applies``.

    By ``ways`` of putting right it is the cultivated land that counts by the cut-off; by
    ``subcategories`` of the verdict or by ``flags`` it is all of the parcel (不计入的项目).
    """

    code: str
    label: Label
    basis: Basis
    applies: bool
    ways: Tuple[str, ...]
    subcategories: Tuple[str, ...]
    flags: Tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A threshold in per cent; 以上 includes the number."""

    code: str
    label: Label
    basis: Basis
    percent: Decimal


@dataclass(frozen=True)
class ForecastRules:
    """From how many months on this year's course is carried on, and how wide the interval is."""

    months_at_least: int
    interval_percent: int
    origin: Origin


@dataclass(frozen=True)
class RatioRules:
    """``accountability.json``.

    ``numerator`` and ``denominator`` are verdict categories; ``unsettled`` are those that may
    still become either. ``deducted_leaves``: what is deducted leaves the denominator as well.
    ``compared`` is the ratio, ``before`` or ``after``, that the lines are held against.
    """

    label: Label
    method: Label
    basis: Basis
    numerator: Tuple[str, ...]
    numerator_basis: Basis
    denominator: Tuple[str, ...]
    denominator_basis: Basis
    deducted_leaves: bool
    unsettled: Tuple[str, ...]
    deductions: Tuple[Deduction, ...]
    lines: Tuple[Line, ...]
    compared: str
    warning: Tuple[Tuple[str, str], ...]
    parcel_line: str
    heaviest: int
    forecast: ForecastRules

    @property
    def applying(self) -> Tuple[Deduction, ...]:
        """The deductions that reduce the numerator, in their order."""
        return tuple(one for one in self.deductions if one.applies)


def ratio_rules(plan: Plan) -> RatioRules:
    """The rules of ``accountability.json``; raises :class:`PlanError`."""
    node = plan.section(FILE)
    method, top, bottom = (node.at(name) for name in ("method", "numerator", "denominator"))
    codes = [one.code for one in plan.categories]
    lines = by_code(node.some("lines"), _line)
    warning = node.at("warning")
    origin_of(warning)
    return RatioRules(
        label=label_of(node.at("title")),
        method=label_of(method),
        basis=_basis(method),
        numerator=_some(top, "categories", codes),
        numerator_basis=_basis(top),
        denominator=_some(bottom, "categories", codes),
        denominator_basis=_basis(bottom),
        deducted_leaves=bottom.one_of("deducted", [STAYS, LEAVES]) == LEAVES,
        unsettled=node.at("unsettled").among("categories", codes),
        deductions=tuple(
            by_code(node.each("deductions"), lambda one: _deduction(one, plan)).values()
        ),
        lines=tuple(sorted(lines.values(), key=lambda one: one.percent)),
        compared=node.one_of("compared", ["before", "after"]),
        warning=tuple((name, warning.wording(name, WORDS)) for name in LINES),
        parcel_line=warning.wording("parcel", PARCEL_WORDS),
        heaviest=warning.whole("heaviest", 1, 100),
        forecast=_forecast(node.at("forecast")),
    )


def _basis(node: Node) -> Basis:
    sure = Sure(node.one_of("sure", [one.value for one in Sure]))
    return Basis(origin_of(node), sure, node.text("source"))


def _some(node: Node, name: str, allowed: List[str]) -> Tuple[str, ...]:
    node.some(name)
    return node.among(name, allowed)


def _deduction(node: Node, plan: Plan) -> Deduction:
    subcodes = [term.code for one in plan.categories for term in one.subcategories]
    found = Deduction(
        code=node.text("code"),
        label=label_of(node),
        basis=_basis(node),
        applies=node.flag("applies"),
        ways=node.among("ways", list(plan.rectification_rules.ways)),
        subcategories=node.among("subcategories", subcodes),
        flags=node.among("flags", [term.code for term in plan.flag_rules.flags]),
    )
    if sum(map(bool, (found.ways, found.subcategories, found.flags))) != 1:
        allowed = "ways, subcategories, flags"
        raise node.wrong(text("one of {allowed} is expected", allowed=allowed))
    return found


def _line(node: Node) -> Line:
    percent = node.decimal("percent")
    return Line(node.text("code"), label_of(node), _basis(node), percent)


INTERVALS = {80: 1.2816, 90: 1.6449, 95: 1.9600}
"""Per cent of a normal distribution within so many standard deviations."""


def _forecast(node: Node) -> ForecastRules:
    percent = node.whole("interval_percent", 1, 99)
    if percent not in INTERVALS:
        allowed = ", ".join(map(str, INTERVALS))
        raise node.at("interval_percent").wrong(
            text("one of {allowed} is expected", allowed=allowed)
        )
    return ForecastRules(node.whole("months_at_least", 2, 12), percent, origin_of(node))
