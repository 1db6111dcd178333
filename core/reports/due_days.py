"""What is due when, and what is missing for each: the days of the month, then those of the year.

The days are those of the plan's ``calendar.json``. What is missing is counted of the casebook's
parcels, without military land; whether a paper was sent off is not recorded, so nobody is told
that it was not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable, Dict, List, Sequence, Tuple, Union

import numpy as np

from ..oversight import correction_deadline, county_deadline
from ..plan import Label, Plan
from ..plan.sections import YearDay
from ..statistics.arrays import Flags
from ..statistics.facts import Facts
from ..statistics.periods import Period
from ..text import Text, text

CLEARED, CORRECTED, HALF_YEAR, YEAR, RECTIFIED = (
    *("cleared", "corrected"),
    *("half_year", "year", "rectified"),
)
"""The days of a month, and the codes of ``calendar.json`` that something can be counted for."""
PAPERS = {CORRECTED: "bulletin", CLEARED: "progress", HALF_YEAR: "half_year", YEAR: "annual"}
"""The paper of ``reports.json`` that goes with a day."""


@dataclass(frozen=True)
class Missing:
    """One thing that is missing, in how many parcels, and which."""

    what: Text
    parcels: Tuple[str, ...]

    @property
    def count(self) -> int:
        """How many parcels."""
        return len(self.parcels)


@dataclass(frozen=True)
class DueDay:
    """A day with what is due on it; ``name`` is a text of Tuban's or a label of the plan.

    ``paper`` is the code of the paper that goes with it, ``month`` its last month; both are
    empty where there is none.
    """

    code: str
    day: date
    name: Union[Text, Label]
    missing: Tuple[Missing, ...]
    paper: str = ""
    month: str = ""

    def days_left(self, today: date) -> int:
        """0 on the day itself, negative after it."""
        return (self.day - today).days


def due_days(facts: Facts, plan: Plan, month: str) -> List[DueDay]:
    """What is due for a month and its year, the earliest first; :raises ValueError: no month."""
    counting = _Counting(facts)
    of_month = [
        DueDay(
            CLEARED,
            county_deadline(month, plan),
            text("{month} cleared and handed up", month=month),
            counting.cleared(Period.month(month)),
            *(PAPERS[CLEARED], month),
        ),
        DueDay(
            CORRECTED,
            correction_deadline(month, plan),
            text("{month} corrected and settled", month=month),
            counting.corrected(Period.month(month)),
            *(PAPERS[CORRECTED], month),
        ),
    ]
    of_year = [_of_year(counting, one, int(month[:4])) for one in plan.calendar.year_days]
    return sorted([*of_month, *of_year], key=lambda one: one.day)


def _of_year(counting: _Counting, day: YearDay, year: int) -> DueDay:
    """A day of the plan; one that nothing can be counted for has nothing missing."""
    spans = {HALF_YEAR: f"{year:04d}-06", YEAR: f"{year:04d}-12", RECTIFIED: f"{year:04d}-12"}
    last = spans.get(day.code, "")
    missing: Tuple[Missing, ...] = ()
    if last:
        period = Period.to_date(last)
        count = counting.put_right if day.code == RECTIFIED else counting.reported
        missing = count(period)
    paper = PAPERS.get(day.code, "")
    return DueDay(
        *(day.code, date.fromisoformat(day.date), day.label, missing),
        *(paper, last if paper else ""),
    )


class _Counting:
    """Counts what is missing among the parcels of a period."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._is = facts.marks

    def _there(self, period: Period) -> Flags:
        months = self._facts.dimensions["month"]
        there = months.among([one for one in months.values if period.holds(one)])
        return there & self._facts.dimensions["source"].among(["patch"])

    def _missing(
        self, there: Flags, wanted: Sequence[Tuple[Callable[[int], Text], Flags]]
    ) -> Tuple[Missing, ...]:
        found = []
        for say, lacking in wanted:
            numbers = self._facts.numbers_where(there & lacking)
            if numbers:
                found.append(Missing(say(len(numbers)), numbers))
        return tuple(found)

    def cleared(self, period: Period) -> Tuple[Missing, ...]:
        """What the county has not done: nothing is told twice of a parcel."""
        checked, filled, submitted = (self._is[one] for one in ("checked", "filled", "submitted"))
        return self._missing(
            self._there(period),
            [
                (lambda n: text("{count} parcels not checked in the field", count=n), ~checked),
                (lambda n: text("{count} parcels not filled in", count=n), checked & ~filled),
                (lambda n: text("{count} parcels not handed up", count=n), filled & ~submitted),
            ],
        )

    def corrected(self, period: Period) -> Tuple[Missing, ...]:
        """What is not settled between county and city."""
        marks: Dict[str, Flags] = self._is
        waits = marks["returned"] & ~marks["corrected"]
        unsettled = marks["submitted"] & ~marks["passed"] & ~waits
        return self._missing(
            self._there(period),
            [
                (lambda n: text("{count} parcels returned and not corrected", count=n), waits),
                (lambda n: text("{count} parcels not passed yet", count=n), unsettled),
                (
                    lambda n: text("{count} parcels not handed up", count=n),
                    ~marks["submitted"] & ~waits,
                ),
            ],
        )

    def reported(self, period: Period) -> Tuple[Missing, ...]:
        """What a report would leave open."""
        marks: Dict[str, Flags] = self._is
        no_case = marks["illegal"] & ~marks["case_filed"] & ~marks["case_not_filed"]
        return self._missing(
            self._there(period),
            [
                (lambda n: text("{count} parcels without a verdict", count=n), ~marks["judged"]),
                (
                    lambda n: text("{count} parcels without areas from the overlay", count=n),
                    ~marks["figures_known"],
                ),
                (lambda n: text("{count} illegal parcels without a case", count=n), no_case),
                (
                    lambda n: text("{count} parcels that the city must visit and has not", count=n),
                    marks["must_visit"] & ~marks["visited"],
                ),
            ],
        )

    def put_right(self, period: Period) -> Tuple[Missing, ...]:
        """What is not put right, by how far it is."""
        marks: Dict[str, Flags] = self._is
        left = marks["illegal"] & ~marks["rectified"]
        begun = marks["planned"] | marks["under_way"] | marks["rectified_partly"]
        recultivated = self._facts.measures["recultivated"].hundredths > 0
        certified = marks["certified"] | marks["closed"]
        return self._missing(
            self._there(period),
            [
                (
                    lambda n: text("{count} illegal parcels without a plan to put right", count=n),
                    left & ~begun,
                ),
                (
                    lambda n: text("{count} illegal parcels not put right yet", count=n),
                    left & begun,
                ),
                (
                    lambda n: text("{count} recultivated parcels without a certificate", count=n),
                    np.asarray(recultivated & marks["rectified"] & ~certified),
                ),
            ],
        )
