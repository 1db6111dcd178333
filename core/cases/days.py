"""Terms of law counted in days: the day of the event does not count (《民法典》第二百零一条).

A month ends on the day of the same number, or on the last day of a month that has none
(《民法典》第二百零二条). Working days are those of the plan's calendar; where it has no list of the
year's holidays only weekends are off, and the result says so.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable, Sequence, Tuple

from ..plan import Span, Unit, WorkCalendar

ONE_DAY = timedelta(days=1)
Stop = Tuple[date, date]
"""The first and the last of days that do not count."""


@dataclass(frozen=True)
class Counted:
    """The last day of a term; ``certain`` is False where a year's holidays were not known."""

    day: date
    certain: bool = True


def last_day(
    start: date,
    spans: Iterable[Span],
    calendar: WorkCalendar,
    stops: Sequence[Stop] = (),
) -> Counted:
    """The last day of the spans one after the other, from the day of the event on.

    Days within ``stops`` do not count; a month is as many days longer.
    ``OverflowError`` when it would lie beyond the year 9999.
    """
    found = Counted(start)
    for span in spans:
        found = _after(found, span, calendar, stops)
    if calendar.moves:
        return _on_a_working_day(found, calendar)
    return found


def _after(start: Counted, span: Span, calendar: WorkCalendar, stops: Sequence[Stop]) -> Counted:
    by_work = span.unit is Unit.WORKING_DAYS
    day, certain, left = start.day, start.certain, span.amount
    if span.unit is Unit.MONTHS:
        left = (add_months(day, span.amount) - day).days
    if not (by_work or stops):
        return Counted(day + timedelta(days=left), certain)
    while left:
        day += ONE_DAY
        certain = certain and (calendar.knows(day) or not by_work)
        counts = not any(first <= day <= last for first, last in stops)
        left -= counts and (not by_work or calendar.is_worked(day))
    return Counted(day, certain)


def _on_a_working_day(found: Counted, calendar: WorkCalendar) -> Counted:
    day, certain = found.day, found.certain and calendar.knows(found.day)
    while not calendar.is_worked(day):
        day += ONE_DAY
        certain = certain and calendar.knows(day)
    return Counted(day, certain)


def add_months(start: date, months: int) -> date:
    """The day of the same number so many months later, or the last of its month."""
    whole = start.year * 12 + start.month - 1 + months
    year, month = whole // 12, whole % 12 + 1
    if year > date.max.year:
        raise OverflowError(year)
    return date(year, month, min(start.day, monthrange(year, month)[1]))
