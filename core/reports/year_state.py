"""The year of each county up to a month: what is illegal, put right, and left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, List, Tuple

import numpy as np

from ..oversight.notice import in_order
from ..plan import Plan
from ..statistics import Facts, Period
from ..statistics.accountability import ratio_rules
from ..statistics.arrays import Flags
from ..statistics.ratio import Ratio, ratio
from ..text import Translate
from .due_days import DueDay, due_days
from .ratio_views import Course, course_of_year, course_title

MEASURES = ("illegal", "illegal_cultivated", "rectified_cultivated", "remaining_cultivated")


@dataclass(frozen=True)
class CountyYear:
    """One county's sums in mu by name, and the parcels behind each."""

    code: str
    name: str
    mu: Dict[str, Decimal]
    behind: Dict[str, Tuple[str, ...]]


@dataclass(frozen=True)
class Year:
    """From January to a month, as of the facts' day; the ratio is counted by unit.

    ``days`` are what is due for the month and the year, with what is missing.
    """

    period: Period
    counties: Tuple[CountyYear, ...]
    ratio: Ratio
    course: Course
    days: Tuple[DueDay, ...]

    def total(self, name: str) -> Decimal:
        """A sum over all counties."""
        return sum((one.mu[name] for one in self.counties), Decimal("0.00"))

    def numbers(self, name: str) -> Tuple[str, ...]:
        """The parcels behind it."""
        return tuple(number for one in self.counties for number in one.behind[name])


def year_state(facts: Facts, plan: Plan, month: str, say: Translate) -> Year:
    """The counties that have parcels in the months from January on, in the order of the plan.

    :raises PlanError: ``accountability.json`` is wrong.
    """
    period, rules = Period.to_date(month), ratio_rules(plan)
    months = facts.dimensions["month"]
    chosen = months.among([one for one in months.values if one and period.holds(one)])
    units = facts.dimensions["unit"]
    there = {units.values[at] for at in np.unique(units.index[chosen]).tolist()}
    counties: List[CountyYear] = []
    for code in in_order(dict.fromkeys(there), plan):
        mine = chosen & units.among([code])
        name = facts.unit_names.get(code, code)
        counties.append(CountyYear(code, name, *_sums(facts, mine)))
    title = course_title(month).say(say)
    found = ratio(facts, rules, period)
    its_course = course_of_year(facts, rules, month, "", say, title)
    days = tuple(due_days(facts, plan, month))
    return Year(period, tuple(counties), found, its_course, days)


def _sums(facts: Facts, chosen: Flags) -> Tuple[Dict[str, Decimal], Dict[str, Tuple[str, ...]]]:
    sums, behind = {}, {}
    for name in MEASURES:
        hundredths = facts.measures[name].hundredths
        sums[name] = Decimal(int(hundredths[chosen].sum())).scaleb(-2)
        behind[name] = facts.numbers_where(chosen & (hundredths > 0))
    return sums, behind
