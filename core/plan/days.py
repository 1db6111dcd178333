"""The plan's calendar: the days of each month, and the days of its year."""

from __future__ import annotations

from typing import List, Tuple

from ..text import text
from .reader import Node
from .sections import Calendar, YearDay, label_of, origin_of


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
    found: List[YearDay] = []
    for one in node.each("year_days"):
        if one.text("code") in [other.code for other in found]:
            code = one.text("code")
            raise one.at("code").wrong(text("the code {code} is there twice", code=code))
        day = one.date("date")
        if not day:
            raise one.at("date").wrong(text("it is blank"))
        found.append(YearDay(one.text("code"), label_of(one), origin_of(one), day))
    return tuple(sorted(found, key=lambda day: day.date))
