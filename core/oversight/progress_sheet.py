"""The progress as a workbook: the units as of a day, day by day, and what is due."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from ..documents import Column, Kind, Sheet, Value, write_workbook
from ..plan import Plan
from ..text import Translate, text
from .calendar import correction_deadline, county_deadline
from .notice import in_order, percent
from .progress import Counts, ParcelWork, by_day, counts_on, due_list, unit_name
from .rules import COUNTS

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


def write_progress(
    work: Sequence[ParcelWork], plan: Plan, month: str, day: date, path: Path, say: Translate
) -> None:
    """Write the workbook, whole or not at all; :raises OutputError: it cannot be written."""
    counts = counts_on(work, day)
    above = text(
        "As of {day}; handed up by {county_day}, corrected by {correction_day}",
        day=day.isoformat(),
        county_day=county_deadline(month, plan).isoformat(),
        correction_day=correction_deadline(month, plan).isoformat(),
    ).say(say)
    sheets = [
        _units(counts, plan, month, above, say),
        _days(by_day(work, day), plan, month, above, say),
        _due(work, plan, month, day, above, say),
    ]
    write_workbook(path, sheets, datetime.combine(day, time()))


def _sheet(
    name: str, month: str, columns: List[Column], rows: List[List[Value]], above: str
) -> Sheet:
    return Sheet(name, f"{month} {name}", tuple(columns), rows, above_left=above)


def _count_columns(say: Translate) -> List[Column]:
    columns = [Column(HEADINGS[name].say(say), 11, Kind.INTEGER) for name in COUNTS]
    return [*columns, Column(SHARE.say(say), 11, Kind.CODE)]


def _numbers(counts: Counts) -> List[Value]:
    share = percent(counts.submitted, counts.issued)
    return [*(getattr(counts, name) for name in COUNTS), share]


def _units(counts: Dict[str, Counts], plan: Plan, month: str, above: str, say: Translate) -> Sheet:
    columns = [Column(UNIT.say(say), 26), *_count_columns(say)]
    rows: List[List[Value]] = [
        [unit_name(unit, plan), *_numbers(counts[unit])] for unit in in_order(counts, plan)
    ]
    rows.append([TOTAL.say(say), *_numbers(sum(counts.values(), Counts()))])
    return _sheet(text("Progress").say(say), month, columns, rows, above)


def _days(
    days: Sequence[Tuple[date, Dict[str, Counts]]],
    plan: Plan,
    month: str,
    above: str,
    say: Translate,
) -> Sheet:
    columns = [Column(text("Date").say(say), 12, Kind.DATE), Column(UNIT.say(say), 26)]
    rows: List[List[Value]] = []
    before: Dict[str, Counts] = {}
    for day, counts in days:
        for unit in in_order(counts, plan):
            if counts[unit] != before.get(unit):
                rows.append([day.isoformat(), unit_name(unit, plan), *_numbers(counts[unit])])
        before = counts
    title = text("Day by day").say(say)
    return _sheet(title, month, [*columns, *_count_columns(say)], rows, above)


def _due(
    work: Sequence[ParcelWork], plan: Plan, month: str, day: date, above: str, say: Translate
) -> Sheet:
    columns = [
        Column(text("Parcel").say(say), 24),
        Column(UNIT.say(say), 26),
        Column(text("Whose turn").say(say), 8, Kind.CODE),
        Column(text("What").say(say), 26),
        Column(text("By the day").say(say), 12, Kind.DATE),
        Column(text("Days left").say(say), 10, Kind.INTEGER),
    ]
    rows: List[List[Value]] = [
        [
            *(one.number, unit_name(one.unit, plan), one.office.label.say(say)),
            *(one.what.say(say), one.day.isoformat(), one.days_left(day)),
        ]
        for one in due_list(work, month, plan, day)
    ]
    return _sheet(text("Due list").say(say), month, columns, rows, above)
