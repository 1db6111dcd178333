"""Terms of law counted in days: the day of the event does not count (《民法典》第二百零一条).

A month ends on the day of the same number, or on the last day of a month that has none
(《民法典》第二百零二条). Working days are those of the plan's calendar; where it has no list of the
year's holidays only weekends are off, and the result says so.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable

from ..plan import Span, Unit, WorkCalendar

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Counted:
    """The last day of a term; ``certain`` is False where a year's holidays were not known."""

    day: date
    certain: bool = True


def last_day(start: date, spans: Iterable[Span], calendar: WorkCalendar) -> Counted:
    """The last day of the spans one after the other, from the day of the event on.

    ``OverflowError`` when it would lie beyond the year 9999.
    """
    found = Counted(start)
    for span in spans:
        found = _after(found, span, calendar)
    if calendar.moves:
        return _on_a_working_day(found, calendar)
    return found


def _after(start: Counted, span: Span, calendar: WorkCalendar) -> Counted:
    if span.unit is Unit.DAYS:
        return Counted(start.day + timedelta(days=span.amount), start.certain)
    if span.unit is Unit.MONTHS:
        return Counted(add_months(start.day, span.amount), start.certain)
    day, certain, left = start.day, start.certain, span.amount
    while left:
        day += ONE_DAY
        certain = certain and calendar.knows(day)
        left -= calendar.is_worked(day)
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
