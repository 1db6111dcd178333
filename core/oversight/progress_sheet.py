"""The progress as a workbook: the units as of a day, day by day, and what is due."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from ..documents import Column, Kind, Sheet, Value, write_workbook
from ..plan import Plan
from ..rounds import Office
from ..text import Text, Translate, text
from .calendar import correction_deadline, county_deadline
from .notice import in_order, percent
from .progress import Counts, ParcelWork, by_day, counts_on, due_list, unit_names
from .rules import COUNTS

Grid = Tuple[List[Column], List[List[Value]]]
HEADINGS = {
    "issued": text("Issued"),
    "checked": text("Checked in the field"),
    "filled": text("Filled in"),
    "submitted": text("Handed up"),
    "returned": text("Returned"),
    "corrected": text("Corrected"),
    "passed": text("Passed"),
}
UNIT, TOTAL, SHARE = text("Unit"), text("Total"), text("Handed up, %")
PARTS = {Office.CITY: UNIT, Office.COUNTY: text("Township")}
"""What those are called among whom an office shares out its month."""


def write_progress(
    work: Sequence[ParcelWork],
    plan: Plan,
    month: str,
    day: date,
    office: Office,
    path: Path,
    say: Translate,
) -> None:
    """Write the workbook, whole or not at all; :raises OutputError: it cannot be written."""
    above = text(
        "As of {day}; handed up by {county_day}, corrected by {correction_day}",
        day=day.isoformat(),
        county_day=county_deadline(month, plan).isoformat(),
        correction_day=correction_deadline(month, plan).isoformat(),
    ).say(say)
    made = _Sheets(work, plan, PARTS[office], say)
    found = (
        (text("Progress"), made.units(day)),
        (text("Day by day"), made.days(day)),
        (text("Due list"), made.due(month, day)),
    )
    sheets = [
        Sheet(name.say(say), f"{month} {name.say(say)}", tuple(columns), rows, above_left=above)
        for name, (columns, rows) in found
    ]
    write_workbook(path, sheets, datetime.combine(day, time()))


class _Sheets:
    """Columns and rows of each sheet."""

    def __init__(self, work: Sequence[ParcelWork], plan: Plan, part: Text, say: Translate) -> None:
        self._work, self._plan, self._say = work, plan, say
        self._names = unit_names(work, plan, say)
        self._part = self._column(part, 26)

    def _column(self, heading: Text, width: int, kind: Kind = Kind.TEXT) -> Column:
        return Column(heading.say(self._say), width, kind)

    def _count_columns(self) -> List[Column]:
        columns = [self._column(HEADINGS[name], 11, Kind.INTEGER) for name in COUNTS]
        return [*columns, self._column(SHARE, 11, Kind.CODE)]

    def units(self, day: date) -> Grid:
        """How far each unit is."""
        counts = counts_on(self._work, day)
        rows = [
            [self._names[unit], *_numbers(counts[unit])] for unit in in_order(counts, self._plan)
        ]
        rows.append([TOTAL.say(self._say), *_numbers(sum(counts.values(), Counts()))])
        return [self._part, *self._count_columns()], rows

    def days(self, until: date) -> Grid:
        """Each day on which something changed for a unit."""
        rows: List[List[Value]] = []
        before: Dict[str, Counts] = {}
        for day, counts in by_day(self._work, until):
            for unit in in_order(counts, self._plan):
                if counts[unit] != before.get(unit):
                    rows.append([day.isoformat(), self._names[unit], *_numbers(counts[unit])])
            before = counts
        first = self._column(text("Date"), 12, Kind.DATE)
        return [first, self._part, *self._count_columns()], rows

    def due(self, month: str, day: date) -> Grid:
        """What waits, and for whom."""
        columns = [
            self._column(text("Parcel"), 24),
            self._part,
            self._column(text("Whose turn"), 8, Kind.CODE),
            self._column(text("What"), 26),
            self._column(text("By the day"), 12, Kind.DATE),
            self._column(text("Days left"), 10, Kind.INTEGER),
        ]
        rows: List[List[Value]] = [
            [
                *(one.number, self._names[one.unit], one.office.label.say(self._say)),
                *(one.what.say(self._say), one.day.isoformat(), one.days_left(day)),
            ]
            for one in due_list(self._work, month, self._plan, day)
        ]
        return columns, rows


def _numbers(counts: Counts) -> List[Value]:
    share = percent(counts.submitted, counts.issued)
    return [*(getattr(counts, name) for name in COUNTS), share]
