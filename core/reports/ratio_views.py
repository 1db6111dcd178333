"""The ratio as it is looked at: charts, the course of the year, what could still be put right."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Collection, List, Optional, Sequence, Tuple

import numpy as np

from ..charts import Band, Bar, Mark, course, ranking
from ..charts.items import Number
from ..statistics import Facts
from ..statistics.accountability import RatioRules
from ..statistics.forecast import MONTHS, Point, forecast
from ..statistics.periods import Period
from ..statistics.ratio import BEFORE, Ratio, weigh
from ..text import LANGUAGE, Text, Translate, text

PERCENT = "%"
COURSE = "course"
"""The key of a course's chart, and of its points as ``course/0``."""
UNDER_WAY = ("planned", "under_way")


@dataclass(frozen=True)
class Candidate:
    """A parcel that stays in the numerator: so many mu less if it is put right in time."""

    number: str
    unit: str
    name: str
    month: str
    mu: Decimal
    begun: bool


def candidates(facts: Facts, found: Ratio) -> List[Candidate]:
    """The parcels of the period that stay in the numerator, the heaviest first."""
    months, units = facts.dimensions["month"], facts.dimensions["unit"]
    period, left = found.table.period, found.weights.counted
    chosen = months.among([one for one in months.values if one and period.holds(one)])
    begun = np.logical_or.reduce([facts.marks[name] for name in UNDER_WAY])
    places = np.flatnonzero(chosen & (left > 0)).tolist()
    return [
        Candidate(
            facts.numbers[at],
            units[at],
            facts.unit_names.get(units[at], units[at]),
            months[at],
            Decimal(int(left[at])).scaleb(-2),
            bool(begun[at]),
        )
        for at in sorted(places, key=lambda at: (-left[at], at))
    ]


def marks_of(rules: RatioRules, say: Translate) -> List[Mark]:
    """The plan's lines."""
    language = say(LANGUAGE.template)
    return [
        Mark(f"{one.label.in_language(language)} {one.percent.normalize():f}%", one.percent)
        for one in rules.lines
    ]


def ratio_chart(found: Ratio, which: str, title: Text, say: Translate) -> str:
    """The units ranked by their ratio, ``before`` or ``after`` deduction, with the lines."""
    items = [
        Bar(row.label or row.code, row.cells[which].value, f"{which}/{row.code}")
        for row in found.table.rows
    ]
    return ranking(title.say(say), items, PERCENT, 2, marks_of(found.rules, say))


def compared_title(found: Ratio) -> Text:
    """Of which ratio, and of which months."""
    period = found.table.period.label
    if found.rules.compared == BEFORE:
        return text("Ratio before deduction, {period}", period=period)
    return text("Ratio after deduction, {period}", period=period)


@dataclass(frozen=True)
class Behind:
    """What stands behind a point of a course: its key in the chart, its months, and the parcels
    in the numerator from January on."""

    key: str
    period: Text
    parcels: Tuple[str, ...]


@dataclass(frozen=True)
class Course:
    """The course of a year as a chart, and how what is to come was made."""

    svg: str
    how: Text
    points: Tuple[Behind, ...]


def course_of_year(
    facts: Facts, rules: RatioRules, month: str, unit: str, say: Translate, title: str
) -> Course:
    """From January to a month, the year before beside it, the months to come within bounds."""
    year = int(month[:4])
    now = forecast(facts, rules, month, unit)
    before = forecast(facts, rules, f"{year - 1}-12", unit).so_far
    earlier = None
    if any(one.value is not None for one in before):
        earlier = (year_name(year - 1, say), _values(before))
    to_come = None
    if now.to_come:
        words = text("Carried on, no verdict").say(say)
        to_come = (words, _band(now.so_far, now.to_come))
    svg = course(
        title,
        month_names(say),
        (year_name(year, say), [*_values(now.so_far), *[None] * (MONTHS - len(now.so_far))]),
        earlier,
        to_come,
        PERCENT,
        2,
        marks_of(rules, say),
        COURSE,
    )
    return Course(svg, now.how, _points(facts, rules, month, unit))


def _points(facts: Facts, rules: RatioRules, last_month: str, unit: str) -> Tuple[Behind, ...]:
    weights, months = weigh(facts, rules), facts.dimensions["month"]
    counted = weights.on_top(rules.compared) > 0
    if unit:
        counted &= facts.dimensions["unit"].among([unit])
    found = []
    for at in range(int(last_month[5:])):
        period = Period.to_date(f"{last_month[:4]}-{at + 1:02d}")
        chosen = counted & months.among([one for one in months.values if period.holds(one)])
        found.append(Behind(f"{COURSE}/{at}", period.label, facts.numbers_where(chosen)))
    return tuple(found)


def course_title(month: str) -> Text:
    """What the course is about."""
    return text("Ratio from January on, {year}", year=month[:4])


def month_names(say: Translate) -> List[str]:
    """The months of a year as they stand below a course."""
    return [text("{month}.", month=one).say(say) for one in range(1, MONTHS + 1)]


def year_name(year: int, say: Translate) -> str:
    """A year in a course's legend."""
    return text("{year}", year=year).say(say)


def _values(points: Sequence[Point]) -> List[Optional[Number]]:
    return [one.value for one in points]


def _band(so_far: Sequence[Point], to_come: Sequence[Point]) -> Band:
    """From the last month that is known on."""
    last = so_far[-1].value
    empty: Tuple[Optional[Number], ...] = (None,) * (len(so_far) - 1)
    return Band(
        (*empty, last, *(one.value for one in to_come)),
        (*empty, last, *(one.low for one in to_come)),
        (*empty, last, *(one.high for one in to_come)),
    )


def heavier(found: Sequence[Candidate], numbers: Collection[str]) -> Decimal:
    """The mu of some of the candidates together."""
    return sum((one.mu for one in found if one.number in numbers), Decimal("0.00"))
