"""What a plan says about cases: steps and their days, penalties, transfers, working days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Dict, FrozenSet, List, Optional, Tuple

from ..text import text
from .reader import Node
from .sections import Label, Origin, by_code, label_of, origin_of

STOP_NOTICE = "stop_notice"
"""The day of the stop notice, where a deadline counts from it or asks for it."""
FILED, NOT_FILED, DECIDED = "filed", "not_filed", "decided"
NEEDED_STEPS = (FILED, NOT_FILED, DECIDED)
MONEY = "yuan"
UNITS = [MONEY, "m2", "mu"]


class Unit(Enum):
    """What a term is counted in."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True)
class Span:
    """So many working days, days or months."""

    amount: int
    unit: Unit


@dataclass(frozen=True)
class StepRule:
    """A step of a case; ``document`` is what it is written in. ``ends``: nothing is due after."""

    code: str
    label: Label
    origin: Origin
    document: str
    ends: bool


@dataclass(frozen=True)
class Deadline:
    """How long a step may take, or has to wait, counted from another one.

    ``terms`` follow one another (six months, then three). ``waits``: the step may not come
    before they are over. With the step ``extended_by`` the ``extension`` is added. It counts
    only for cases with one of ``penalties``, if any are named, and not after a step ``unless``.
    """

    code: str
    label: Label
    origin: Origin
    article: str
    step: str
    after: str
    terms: Tuple[Span, ...]
    waits: bool = False
    extended_by: str = ""
    extension: Tuple[Span, ...] = ()
    penalties: Tuple[str, ...] = ()
    unless: Tuple[str, ...] = ()


@dataclass(frozen=True)
class Reason:
    """不予立案: why no case is filed; ``explain``: it has to be explained."""

    code: str
    label: Label
    origin: Origin
    explain: bool


@dataclass(frozen=True)
class PenaltyKind:
    """A kind of penalty and what it is measured in: ``yuan``, ``m2`` or ``mu``."""

    code: str
    label: Label
    origin: Origin
    unit: str


@dataclass(frozen=True)
class Receiver:
    """Whom a matter is transferred to, and how long the receipt may take."""

    code: str
    label: Label
    origin: Origin
    receipt: Span
    receipt_origin: Origin
    article: str


@dataclass(frozen=True)
class InterruptionKind:
    """不计入期间: what stops the ``deadlines`` with these codes, and by which article."""

    code: str
    label: Label
    origin: Origin
    article: str
    deadlines: Tuple[str, ...]


@dataclass(frozen=True)
class HolidayYear:
    """A year's arrangement of holidays: days off on weekdays, and weekends that are worked."""

    year: int
    source: str
    off: FrozenSet[date] = field(repr=False)
    worked: FrozenSet[date] = field(repr=False)


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are worked. Of a year that is not listed only the weekends are known.

    ``moves``: a term whose last day is off ends on the next working day.
    """

    years: Dict[int, HolidayYear]
    moves: bool
    moves_origin: Origin

    def knows(self, day: date) -> bool:
        """True when the year's holidays are listed."""
        return day.year in self.years

    def is_worked(self, day: date) -> bool:
        """True for a working day, as far as it is known."""
        if any(day in one.worked for one in self.years.values()):
            return True
        return day.weekday() < 5 and not any(day in one.off for one in self.years.values())


@dataclass(frozen=True)
class CaseRules:
    """``cases.json``."""

    source: str
    steps: Dict[str, StepRule]
    deadlines: Tuple[Deadline, ...]
    reasons: Dict[str, Reason]
    penalties: Dict[str, PenaltyKind]
    receivers: Dict[str, Receiver]
    interruptions: Dict[str, InterruptionKind]
    work_calendar: WorkCalendar


def read_case_rules(node: Node) -> CaseRules:
    """``cases.json``, checked."""
    steps = by_code(node.some("steps"), _step)
    for code in NEEDED_STEPS:
        if code not in steps:
            raise node.at("steps").wrong(text("the step {code} is missing", code=code))
    kinds = by_code(node.some("penalties"), _penalty)
    deadlines = by_code(node.each("deadlines"), lambda one: _deadline(one, steps, kinds))
    return CaseRules(
        source=node.text("source"),
        steps=steps,
        deadlines=tuple(deadlines.values()),
        reasons=by_code(node.some("reasons"), _reason),
        penalties=kinds,
        receivers=by_code(node.some("receivers"), _receiver),
        interruptions=by_code(
            node.some("interruptions"), lambda one: _interruption(one, deadlines)
        ),
        work_calendar=_work_calendar(node.at("working_days")),
    )


def _step(node: Node) -> StepRule:
    return StepRule(
        node.text("code"),
        label_of(node),
        origin_of(node),
        node.text("document", ""),
        node.flag("ends", False),
    )


def _penalty(node: Node) -> PenaltyKind:
    unit = node.one_of("unit", UNITS)
    return PenaltyKind(node.text("code"), label_of(node), origin_of(node), unit)


def _reason(node: Node) -> Reason:
    explain = node.flag("explain", False)
    return Reason(node.text("code"), label_of(node), origin_of(node), explain)


def _interruption(node: Node, deadlines: Dict[str, Deadline]) -> InterruptionKind:
    stopped = node.among("deadlines", deadlines)
    article = node.text("article", "")
    return InterruptionKind(node.text("code"), label_of(node), origin_of(node), article, stopped)


def _receiver(node: Node) -> Receiver:
    receipt = node.at("receipt")
    return Receiver(
        node.text("code"),
        label_of(node),
        origin_of(node),
        term_of_law(receipt),
        origin_of(receipt),
        receipt.text("source", ""),
    )


def _deadline(node: Node, steps: Dict[str, StepRule], kinds: Dict[str, PenaltyKind]) -> Deadline:
    order = [STOP_NOTICE, *steps]
    step, after = node.one_of("step", order), node.one_of("after", order)
    if order.index(after) >= order.index(step):
        raise node.at("after").wrong(
            text("{after} does not come before {step} among the steps", after=after, step=step)
        )
    extended = node.at("extension") if node.has("extension") else None
    return Deadline(
        code=node.text("code"),
        label=label_of(node),
        origin=origin_of(node),
        article=node.text("article", ""),
        step=step,
        after=after,
        terms=tuple(term_of_law(one) for one in node.some("terms")),
        waits=node.flag("waits", False),
        extended_by=extended.one_of("step", list(steps)) if extended else "",
        extension=tuple(term_of_law(one) for one in extended.some("terms")) if extended else (),
        penalties=node.among("penalties", kinds),
        unless=node.among("unless", steps),
    )


def term_of_law(node: Node) -> Span:
    """A term's ``amount`` and ``unit``."""
    unit = Unit(node.one_of("unit", [one.value for one in Unit]))
    return Span(node.whole("amount", 1, 3650), unit)


def _work_calendar(node: Node) -> WorkCalendar:
    years: Dict[int, HolidayYear] = {}
    for one in node.each("years"):
        made = _year(one)
        if made.year in years:
            raise one.at("year").wrong(text("the year {year} is there twice", year=made.year))
        years[made.year] = made
    last_day = node.at("last_day")
    return WorkCalendar(years, last_day.flag("moves"), origin_of(last_day))


def _year(node: Node) -> HolidayYear:
    return HolidayYear(
        node.whole("year", 2009, 2100),
        node.text("source"),
        frozenset(day for one in node.each("off") for day in _days(one)),
        frozenset(day for one in node.each("worked") for day in _days(one)),
    )


def _days(node: Node) -> List[date]:
    """One day, or all from the first to the last: ``2023-01-21/2023-01-27``."""
    first, _, last = node.as_text().partition("/")
    begin = _day(first)
    end = _day(last) if last else begin
    if begin is None or end is None or not 0 <= (end - begin).days < 31:
        raise node.wrong(text("days such as 2023-04-05 or 2023-01-21/2023-01-27 are expected"))
    return [begin + timedelta(days=at) for at in range((end - begin).days + 1)]


def _day(written: str) -> Optional[date]:
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return None
    return found if found.isoformat() == written else None
