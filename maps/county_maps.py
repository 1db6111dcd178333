"""What the counties' layers show: how far they are with the month, and their ratio."""

from __future__ import annotations

from typing import Dict, Iterable, Iterator, List

from ..core.casebook import Casebook
from ..core.reports.month_state import Month, MonthState
from ..core.reports.year_state import Year
from ..core.statistics import DASH, Facts
from .county_outlines import Place
from .county_theme import CountyMap, CountyValue, Shade
from .words import say, term, tr

PROGRESS_SHADES: Dict[MonthState, str] = {
    MonthState.LATE: "#b5432f",
    MonthState.BEHIND: "#e08a1e",
    MonthState.HANDED_UP: "#7aa6d6",
    MonthState.PASSED: "#1f5fa8",
    MonthState.NOTHING: "#d9dce1",
}
"""Told apart by lightness, too."""
BELOW, UNKNOWN = "below", "unknown"
RATIO_SHADES = ("#f4c58e", "#e08a1e", "#b5432f", "#7a2218")
BELOW_COLOUR, UNKNOWN_COLOUR = "#c3d5ea", "#d9dce1"


def progress_map(month: Month) -> CountyMap:
    """Each county by how it stands with the month, with what it has handed up."""
    shades = tuple(
        Shade(state.value, say(state.label), colour) for state, colour in PROGRESS_SHADES.items()
    )
    values = {
        one.code: CountyValue(
            one.name, f"{one.counts.submitted} / {one.counts.issued}", one.state.value
        )
        for one in month.counties
    }
    title = tr("Counties by progress, {month}").format(month=month.month)
    return CountyMap("progress", title, shades, values)


def ratio_map(year: Year) -> CountyMap:
    """Each county by the highest line of the plan that its ratio reaches."""
    found, rules = year.ratio, year.ratio.rules
    lines = rules.lines
    colours = RATIO_SHADES[-len(lines) :] if len(lines) < len(RATIO_SHADES) else RATIO_SHADES
    shades = [Shade(BELOW, tr("below every line"), BELOW_COLOUR)]
    for at, line in enumerate(lines):
        words = f"{term(line.label)} ≥ {line.percent.normalize():f}%"
        shades.append(Shade(line.code, words, colours[min(at, len(colours) - 1)]))
    shades.append(Shade(UNKNOWN, DASH, UNKNOWN_COLOUR))
    values = {}
    for row in found.table.rows:
        cell, line = row.cells[rules.compared], found.line(row.code)
        shown = DASH if cell.value is None else f"{cell.shown}%"
        code = UNKNOWN if cell.value is None else line.code if line else BELOW
        values[row.code] = CountyValue(row.label or row.code, shown, code)
    title = tr("Counties by ratio, {period}").format(period=say(year.period.label))
    return CountyMap("ratio", title, tuple(shades), values)


def places_of(book: Casebook, facts: Facts, months: Iterable[str]) -> List[Place]:
    """Where every parcel lies that is counted in some months."""
    return list(_places(book, facts, months))


def _places(book: Casebook, facts: Facts, months: Iterable[str]) -> Iterator[Place]:
    units = facts.dimensions["unit"]
    mine = {number: units[at] for at, number in enumerate(facts.numbers)}
    for month in months:
        for number, (lon, lat) in book.places(month).items():
            if number in mine:  # what is military is not counted, and has no place here
                yield mine[number], lon, lat
