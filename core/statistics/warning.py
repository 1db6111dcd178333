"""预警提醒: a unit's ratio in the words of the plan, with the parcels that weigh most.

Text only, a draft for whoever signs it; the numbers are those of the ratio.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Dict, List, Optional, Tuple

import numpy as np

from ..mu import round_half_up
from ..plan import Plan
from ..text import chinese_day
from .accountability import Line, RatioRules
from .facts import Facts
from .ratio import AFTER, BEFORE, Ratio
from .tables import DASH, Row, percent


@dataclass(frozen=True)
class Weighing:
    """A parcel in the numerator after deduction; ``share`` is its per cent of all of the unit."""

    number: str
    location: str
    mu: Decimal
    share: Decimal


@dataclass(frozen=True)
class Warning:
    """The notice of one unit. ``line`` is the line it reaches, None where it reaches none.

    ``paragraphs`` are those between ``addressee`` and ``closing``; ``items`` are lines about
    the ``heaviest`` parcels, to stand after the paragraph at ``items_after``.
    """

    unit: str
    line: Optional[Line]
    title: str
    addressee: str
    paragraphs: Tuple[str, ...]
    items_after: int
    items: Tuple[str, ...]
    closing: str
    heaviest: Tuple[Weighing, ...]

    @property
    def text(self) -> str:
        """All of it, line by line."""
        at = self.items_after
        body = (*self.paragraphs[:at], *self.items, *self.paragraphs[at:])
        return "\n".join((self.title, self.addressee, *body, self.closing))


def warnings(facts: Facts, found: Ratio, plan: Plan, city: str, day: date) -> List[Warning]:
    """The notices of all units that reach a line, the highest ratio first."""
    rows = [row for row in found.table.rows if found.line(row.code) is not None]
    rows.sort(key=lambda row: row.cells[found.rules.compared].value or 0, reverse=True)
    return [warning(facts, found, row.code, plan, city, day) for row in rows]


def warning(facts: Facts, found: Ratio, unit: str, plan: Plan, city: str, day: date) -> Warning:
    """The notice of one unit, whether it reaches a line or not; ``found`` is counted by unit."""
    rules, row = found.rules, found.table.row(unit)
    heaviest, count = weigh_most(facts, found, unit, rules.heaviest)
    line, known, days = found.line(unit), plan.unit(unit), _days_left(plan, day)
    words = {
        **_numbers(row),
        "city": city,
        "unit": row.label,
        "date": chinese_day(day),
        "period": found.table.period.chinese,
        "line": line.label.zh if line else DASH,
        "line_percent": f"{line.percent.normalize():f}" if line else DASH,
        "cutoff": chinese_day(date.fromisoformat(plan.rectification_rules.cutoff.date)),
        "days": str(days),
        "parcels": str(count),
        "shown": str(len(heaviest)),
    }
    said = {name: template.format(**words) for name, template in rules.warning}
    request = "request" if days >= 0 else "request_after"
    names = ["opening", "deduction", *(["line"] if line else []), *(["parcels"] if count else [])]
    return Warning(
        unit=unit,
        line=line,
        title=said["title"],
        addressee=said["addressee_branch" if known and known.branch else "addressee"],
        paragraphs=tuple(said[name] for name in (*names, request, "method")),
        items_after=len(names),
        items=_items(rules, heaviest),
        closing=said["closing"],
        heaviest=heaviest,
    )


def weigh_most(
    facts: Facts, found: Ratio, unit: str, count: int
) -> Tuple[Tuple[Weighing, ...], int]:
    """The parcels of a unit that weigh most after deduction, and how many there are."""
    months = facts.dimensions["month"]
    period = found.table.period
    chosen = months.among([one for one in months.values if period.holds(one)])
    chosen &= facts.dimensions["unit"].among([unit])
    left = np.where(chosen, found.weights.counted, 0)
    total = int(left.sum())
    places = sorted(np.flatnonzero(left > 0).tolist(), key=lambda at: (-left[at], at))
    heaviest = []
    for at in places[:count]:
        mu = int(left[at])
        share = percent(mu, total) or Decimal(0)
        town = facts.dimensions["township"][at]
        heaviest.append(Weighing(facts.numbers[at], town, Decimal(mu).scaleb(-2), share))
    return tuple(heaviest), len(places)


def _items(rules: RatioRules, heaviest: Tuple[Weighing, ...]) -> Tuple[str, ...]:
    return tuple(
        rules.parcel_line.format(
            place=place,
            number=one.number,
            mu=one.mu,
            share=round_half_up(one.share),
            location=one.location or DASH,
        )
        for place, one in enumerate(heaviest, start=1)
    )


def _numbers(row: Row) -> Dict[str, str]:
    areas = {name: row.cells[name].shown for name in _AREAS}
    cells = {name: row.cells[name] for name in (BEFORE, AFTER)}
    shares = {name: one.shown + ("" if one.value is None else "%") for name, one in cells.items()}
    return {**areas, **shares}


_AREAS = ("illegal", "deducted", "counted", "occupied")


def _days_left(plan: Plan, day: date) -> int:
    return (date.fromisoformat(plan.rectification_rules.cutoff.date) - day).days
