"""Where this year's ratio may end if the months to come are like those that were.

Simple on purpose, and explained beside the figure: what each month added to the numerator and to
the denominator, on average, is added for each month that is left. Its uncertainty comes from how
much the months differed from one another: the usual error of a ratio of sums, for the months to
come and for the average itself. It is a course carried on, and no verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from typing import List, Optional, Tuple

from ..mu import round_half_up
from ..text import Text, text
from .accountability import INTERVALS, RatioRules
from .arrays import Whole
from .facts import Facts
from .ratio import BEFORE, Weights, weigh
from .tables import percent

MONTHS = 12


@dataclass(frozen=True)
class Point:
    """The ratio of January to a month, in per cent, None of nothing; ``low`` and ``high`` are
    there for months to come."""

    month: str
    value: Optional[Decimal]
    low: Optional[Decimal] = None
    high: Optional[Decimal] = None


@dataclass(frozen=True)
class Forecast:
    """The course of a year: ``so_far`` is counted, ``to_come`` is carried on, and empty where
    nothing can be; ``how`` says how it was made, or why it was not."""

    so_far: Tuple[Point, ...]
    to_come: Tuple[Point, ...]
    how: Text


def forecast(
    facts: Facts, rules: RatioRules, last_month: str, unit: str = "", which: str = ""
) -> Forecast:
    """The course of the year of ``last_month`` (``2023-06``), of one unit or of all.

    ``which`` is the ratio, ``before`` or ``after`` deduction; else the one the plan compares.
    """
    weights = weigh(facts, rules)
    on_top, below = _parts(weights, rules, which or rules.compared)
    months = [f"{last_month[:4]}-{one:02d}" for one in range(1, int(last_month[5:]) + 1)]
    added = [_added(facts, on_top, below, month, unit) for month in months]
    so_far = tuple(_course(months, added))
    enough = rules.forecast.months_at_least
    if len(months) < enough or not sum(bottom for _, bottom in added):
        why = text("Nothing is carried on: {count} months at least are needed.", count=enough)
        return Forecast(so_far, (), why)
    how = text(
        "The average of {months} months is added for each month left; the interval holds "
        "{percent} % if the months to come differ as those did. No verdict.",
        months=len(months),
        percent=rules.forecast.interval_percent,
    )
    return Forecast(so_far, tuple(_carried_on(months, added, rules)), how)


def _parts(weights: Weights, rules: RatioRules, which: str) -> Tuple[Whole, Whole]:
    below = weights.denominator if which == BEFORE else weights.denominator_after(rules)
    return weights.on_top(which), below


def _added(facts: Facts, on_top: Whole, below: Whole, month: str, unit: str) -> Tuple[int, int]:
    chosen = facts.dimensions["month"].among([month])
    if unit:
        chosen &= facts.dimensions["unit"].among([unit])
    return int(on_top[chosen].sum()), int(below[chosen].sum())


def _course(months: List[str], added: List[Tuple[int, int]]) -> List[Point]:
    found, top, bottom = [], 0, 0
    for month, (more_top, more_bottom) in zip(months, added):
        top, bottom = top + more_top, bottom + more_bottom
        found.append(Point(month, percent(top, bottom)))
    return found


def _carried_on(months: List[str], added: List[Tuple[int, int]], rules: RatioRules) -> List[Point]:
    known = len(added)
    top, bottom = (sum(one) for one in zip(*added))
    ratio = top / bottom
    spread = sum((one - ratio * other) ** 2 for one, other in added) / (known - 1)
    factor = INTERVALS[rules.forecast.interval_percent]
    found = []
    for left in range(1, MONTHS - int(months[-1][5:]) + 1):
        at_end = bottom * (1 + left / known)
        error = sqrt(spread * (left + left**2 / known)) / at_end
        month = f"{months[-1][:4]}-{int(months[-1][5:]) + left:02d}"
        bounds = (ratio, max(0.0, ratio - factor * error), min(1.0, ratio + factor * error))
        value, low, high = (round_half_up(100 * one) for one in bounds)
        found.append(Point(month, value, low, high))
    return found
