"""How far each county is with a month, against the 22nd and the 25th, and who has to do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, List, Sequence, Tuple

from ..oversight import correction_deadline, county_deadline
from ..oversight.notice import in_order
from ..oversight.progress import (
    Book,
    Counts,
    DueParcel,
    ParcelWork,
    counts_on,
    due_list,
    month_work,
    unit_names,
)
from ..oversight.rules import COUNTS
from ..plan import Plan
from ..rounds import Office
from ..text import Labelled, Text, Translate, text


class MonthState(Labelled):
    """How a county stands with the month."""

    LATE = "late", text("Late")
    BEHIND = "behind", text("Under way")
    HANDED_UP = "handed_up", text("Handed up")
    PASSED = "passed", text("All passed")
    NOTHING = "nothing", text("Nothing issued")


@dataclass(frozen=True)
class County:
    """One county's month: its counts, how it stands, its parcels that wait.

    ``behind`` are the parcels of each count, by the count's name.
    """

    code: str
    name: str
    counts: Counts
    state: MonthState
    due: Tuple[DueParcel, ...]
    behind: Dict[str, Tuple[str, ...]]

    def overdue(self, day: date) -> List[DueParcel]:
        """Those whose day has passed."""
        return [one for one in self.due if one.days_left(day) < 0]


@dataclass(frozen=True)
class DueGroup:
    """So many parcels of a county that need the same by the same day."""

    day: date
    unit: str
    name: str
    office: Office
    what: Text
    numbers: Tuple[str, ...]


@dataclass(frozen=True)
class Month:
    """The month as of the end of a day."""

    month: str
    day: date
    county_day: date
    correction_day: date
    counties: Tuple[County, ...]

    @property
    def total(self) -> Counts:
        """All counties together."""
        return sum((one.counts for one in self.counties), Counts())

    @property
    def due(self) -> List[DueParcel]:
        """What waits, the most urgent first."""
        found = [one for county in self.counties for one in county.due]
        return sorted(found, key=lambda one: (one.day, one.unit, one.number))

    def groups(self) -> List[DueGroup]:
        """The same, those of one county together that need the same by the same day."""
        names = {one.code: one.name for one in self.counties}
        found: Dict[Tuple[date, str, str], List[DueParcel]] = {}
        for one in self.due:
            found.setdefault((one.day, one.unit, one.what.template), []).append(one)
        return [
            DueGroup(
                day, unit, names[unit], one[0].office, one[0].what, tuple(x.number for x in one)
            )
            for (day, unit, _), one in sorted(found.items(), key=lambda each: each[0])
        ]


def read_month(book: Book, plan: Plan, month: str, day: date, say: Translate) -> Month:
    """Read a month of a casebook as it stood at the end of a day."""
    return month_state(month_work(book, plan, month, day), plan, month, day, say)


def month_state(
    work: Sequence[ParcelWork],
    plan: Plan,
    month: str,
    day: date,
    say: Translate,
) -> Month:
    """The month of every unit that has parcels in it, in the order of the plan."""
    counts, behind = counts_on(work, day), _behind(work, day)
    due: Dict[str, List[DueParcel]] = {}
    for one in due_list(work, month, plan, day):
        due.setdefault(one.unit, []).append(one)
    names = unit_names(work, plan, say)
    last = county_deadline(month, plan), correction_deadline(month, plan)
    counties = tuple(
        County(
            code,
            names[code],
            counts[code],
            _state(counts[code], day, *last),
            tuple(due.get(code, ())),
            behind[code],
        )
        for code in in_order(counts, plan)
    )
    return Month(month, day, *last, counties)


def _behind(work: Sequence[ParcelWork], day: date) -> Dict[str, Dict[str, Tuple[str, ...]]]:
    """The parcels of the patches that each count of each unit counts."""
    by_patch: Dict[Tuple[str, str], List[ParcelWork]] = {}
    for one in work:
        by_patch.setdefault((one.unit, one.patch), []).append(one)
    found: Dict[str, Dict[str, Tuple[str, ...]]] = {}
    for (unit, _), parcels in sorted(by_patch.items()):
        counted = counts_on(parcels, day)[unit]
        numbers = tuple(sorted(one.number for one in parcels))
        mine = found.setdefault(unit, dict.fromkeys(COUNTS, ()))
        for name in COUNTS:
            if getattr(counted, name):
                mine[name] += numbers
    return found


def _state(counts: Counts, day: date, county_day: date, correction_day: date) -> MonthState:
    if not counts.issued:
        return MonthState.NOTHING
    if counts.passed == counts.issued:
        return MonthState.PASSED
    if (counts.not_submitted and day > county_day) or (
        counts.not_corrected and day > correction_day
    ):
        return MonthState.LATE
    waits = counts.not_submitted or counts.not_corrected
    return MonthState.BEHIND if waits else MonthState.HANDED_UP
