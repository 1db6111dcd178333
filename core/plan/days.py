"""The plan's calendar: the days of each month, and the days of its year."""

from __future__ import annotations

from typing import Tuple

from ..text import text
from .reader import Node
from .sections import Calendar, YearDay, by_code, label_of, origin_of


def read_calendar(node: Node) -> Calendar:
    """``calendar.json`` without its part about mineral patches."""
    names = ("cutoff_day", "county_day", "correction_day")
    days = [node.whole(name, 1, 28) for name in names]
    for earlier, later, name, before in zip(days, days[1:], names[1:], names):
        if later < earlier:
            raise node.at(name).wrong(text("it is before {name}", name=before))
    cutoff, county, correction = days
    return Calendar(cutoff, county, correction, origin_of(node), _year_days(node))


def _year_days(node: Node) -> Tuple[YearDay, ...]:
    found = by_code(node.each("year_days"), _year_day).values()
    return tuple(sorted(found, key=lambda day: day.date))


def _year_day(node: Node) -> YearDay:
    day = node.date("date")
    if not day:
        raise node.at("date").wrong(text("it is blank"))
    return YearDay(node.text("code"), label_of(node), origin_of(node), day)
