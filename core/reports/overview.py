"""总览: a month and its year on one page: progress, ratio, what is left, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, FrozenSet, List, Optional, Sequence, Tuple

from ..charts import Reached, Stack, progress, stacked
from ..charts.items import DASH
from ..oversight.notice import percent
from ..oversight.progress import Counts
from ..oversight.progress_sheet import HEADINGS, TOTAL, UNIT
from ..oversight.rules import COUNTS
from ..statistics import Cell
from ..statistics.ratio import AFTER, BEFORE
from ..text import LANGUAGE, Text, Translate, text
from .blocks import Heading, TableBlock
from .month_state import DueGroup, Month, MonthState
from .page import Chart, Page, Part, Tile, Tiles
from .ratio_views import compared_title, ratio_chart
from .year_state import Year

STEPS = ("checked", "filled", "submitted", "passed")
"""Of the progress chart, that which most have reached first."""
SHOWN_GROUPS = 30
Behind = Dict[str, Tuple[str, ...]]
"""Parcels by the key of what can be clicked: a figure, a chart's shape, a table's cell."""


@dataclass(frozen=True)
class Overview:
    """The page; by the key of each figure the parcels behind it, and what it is called."""

    page: Page
    behind: Behind
    names: Dict[str, str]


def cell_key(table: int, row: int, column: int) -> str:
    """The key of a cell of a page's table, all counted from 0."""
    return f"cell/{table}/{row}/{column}"


def overview(month: Month, year: Optional[Year], office: str, say: Translate) -> Overview:
    """The page of a month, and of the year once that is counted; ``office`` is whose casebook
    it is.

    Nothing in it is about military land or persons: the counts have none.
    """
    making = _Making(month, say)
    tiles = making.tiles()
    charts: List[Part] = [making.progress()]
    if year is not None:
        tiles += making.year_tiles(year)
        charts += making.year_charts(year)
    parts: List[Part] = [Tiles(tiles), *charts, making.counties(), making.due()]
    page = Page(
        title=text("Overview of {office}, {month}", office=office, month=month.month).say(say),
        below=making.below(),
        parts=tuple(parts),
        notes=making.notes(year),
        language=say(LANGUAGE.template),
    )
    return Overview(page, making.behind, making.names)


class _Making:
    """Makes the parts, and remembers the parcels behind each."""

    def __init__(self, month: Month, say: Translate) -> None:
        self.behind: Behind = {}
        self.names: Dict[str, str] = {}
        self._month, self._say, self._tables = month, say, 0

    def _link(self, key: str, name: str, numbers: Tuple[str, ...]) -> None:
        self.behind[key] = numbers
        self.names[key] = name

    def _words(self, sentence: Text) -> str:
        return sentence.say(self._say)

    def below(self) -> str:
        """As of when, and the days of the month."""
        month = self._month
        return self._words(
            text(
                "As of {day}; handed up {county_day} ({county}), corrected {correction_day} "
                "({correction})",
                day=month.day.isoformat(),
                county_day=month.county_day.isoformat(),
                county=days_text(month.county_day, month.day),
                correction_day=month.correction_day.isoformat(),
                correction=days_text(month.correction_day, month.day),
            )
        )

    # ---- figures in large

    def tiles(self) -> Tuple[Tile, ...]:
        """What is looked at first."""
        month, total = self._month, self._month.total
        overdue = [one.number for one in month.due if one.days_left(month.day) < 0]
        late = sum(one.state is MonthState.LATE for one in month.counties)
        return (
            self._share("submitted", text("Handed up"), total.submitted, total.issued),
            self._share("passed", text("Passed"), total.passed, total.issued),
            self._tile(
                "returned",
                text("Returned, not corrected"),
                str(total.not_corrected),
                text("{count} were returned", count=total.returned),
                self._all("returned"),
            ),
            self._tile(
                "overdue",
                text("Parcels overdue"),
                str(len(overdue)),
                text("{count} counties late", count=late),
                tuple(overdue),
                bool(overdue),
            ),
        )

    def _share(self, key: str, words: Text, part: int, whole: int) -> Tile:
        note = text("{part} of {whole}", part=part, whole=whole)
        share = f"{percent(part, whole)}%" if whole else DASH
        return self._tile(key, words, share, note, self._all(key))

    def year_tiles(self, year: Year) -> Tuple[Tile, ...]:
        """What of the year is looked at first."""
        left, illegal = year.total("remaining_cultivated"), year.total("illegal_cultivated")
        found, line = year.ratio.table.total.cells, year.ratio.line("")
        above = text("Ratio before deduction")
        if year.ratio.rules.compared == AFTER:
            above = text("Ratio after deduction")
        return (
            self._tile(
                "ratio",
                above,
                _percent(found[year.ratio.rules.compared]),
                self._ratio_note(year),
                found["counted"].parcels,
                line is not None,
            ),
            self._tile(
                "left",
                text("Cultivated land to put right"),
                text("{mu} mu", mu=left).say(self._say),
                text("of {mu} mu illegal, {period}", mu=illegal, period=year.period.label),
                year.numbers("remaining_cultivated"),
            ),
        )

    def notes(self, year: Optional[Year]) -> Tuple[str, ...]:
        """What has to be known of the figures; how sure the ratio's method is, among it."""
        last = self._words(text("Military land is not counted. Made by Tuban."))
        if year is None:
            return (last,)
        method = year.ratio.rules.method.in_language(self._say(LANGUAGE.template))
        return (method, self._words(year.course.how), last)

    def _ratio_note(self, year: Year) -> Text:
        line = year.ratio.line("")
        if line is not None:
            return text("{line}: {percent}% and more", line=line.label, percent=line.percent)
        before = year.ratio.table.total.cells[BEFORE]
        return text("before deduction {share}", share=_percent(before))

    def year_charts(self, year: Year) -> List[Part]:
        """The ratio, what is put right and what is left, the course of the year."""
        found, title = year.ratio, compared_title(year.ratio)
        which = found.rules.compared
        for row in found.table.rows:
            numbers = row.cells["counted"].parcels
            self._link(f"{which}/{row.code}", f"{row.label} · {self._words(title)}", numbers)
        shares = Chart(ratio_chart(found, which, title, self._say), "ratio")
        return [shares, self._left(year), Chart(year.course.svg, "course")]

    def _left(self, year: Year) -> Chart:
        names = ("rectified_cultivated", "remaining_cultivated")
        words = [self._words(text("Already put right")), self._words(text("Still to put right"))]
        rows = []
        for one in year.counties:
            rows.append(Stack(one.name, tuple(one.mu[name] for name in names), f"left/{one.code}"))
            for number, (name, called) in enumerate(zip(names, words)):
                key = f"left/{one.code}/{number}"
                self._link(key, f"{one.name} · {called}", one.behind[name])
        title = text("Illegally taken cultivated land, {period} (mu)", period=year.period.label)
        return Chart(stacked(self._words(title), words, rows), "left")

    def _all(self, name: str) -> Tuple[str, ...]:
        return tuple(one for county in self._month.counties for one in county.behind[name])

    def _tile(
        self,
        key: str,
        words: Text,
        value: str,
        note: Text,
        behind: Tuple[str, ...],
        alarming: bool = False,
    ) -> Tile:
        self._link(f"tile/{key}", self._words(words), behind)
        return Tile(self._words(words), value, self._words(note), alarming, f"tile/{key}")

    # ---- the month

    def progress(self) -> Chart:
        """How far each county is."""
        names = [self._words(HEADINGS[step]) for step in STEPS]
        rows = []
        for one in self._month.counties:
            counts = tuple(getattr(one.counts, step) for step in STEPS)
            rows.append(Reached(one.name, counts, one.counts.issued, one.code))
            for number, (step, called) in enumerate(zip(STEPS, names)):
                self._link(f"{one.code}/{number}", f"{one.name} · {called}", one.behind[step])
        title = text("Progress of {month}", month=self._month.month)
        return Chart(progress(self._words(title), names, rows), "progress")

    def counties(self) -> TableBlock:
        """A row per county and one for all."""
        headings = [
            Heading(self._words(UNIT), 14, left=True),
            *(Heading(self._words(HEADINGS[name])) for name in COUNTS),
            Heading(self._words(text("State")), 10),
        ]
        rows = [
            (one.name, *self._counts(one.counts), self._words(one.state.label))
            for one in self._month.counties
        ]
        rows.append((self._words(TOTAL), *self._counts(self._month.total), ""))
        for row, one in enumerate(self._month.counties):
            self._link_row(row, one.name, one.behind)
        everywhere = {name: self._all(name) for name in COUNTS}
        self._link_row(len(rows) - 1, self._words(TOTAL), everywhere)
        caption = self._words(text("Counties"))
        return self._table(caption, headings, rows, frozenset({len(rows) - 1}))

    def _counts(self, counts: Counts) -> Tuple[str, ...]:
        return tuple(str(getattr(counts, name)) for name in COUNTS)

    def _link_row(self, row: int, unit: str, behind: Behind) -> None:
        for column, name in enumerate(COUNTS, start=1):
            called = f"{unit} · {self._words(HEADINGS[name])}"
            self._link(cell_key(self._tables, row, column), called, behind[name])

    def _table(
        self,
        caption: str,
        headings: Sequence[Heading],
        rows: Sequence[Tuple[str, ...]],
        bold: FrozenSet[int] = frozenset(),
        notes: Tuple[str, ...] = (),
    ) -> TableBlock:
        self._tables += 1
        return TableBlock(caption, tuple(headings), tuple(rows), bold, notes)

    def due(self) -> TableBlock:
        """Who has to do what by when; parcels of a county with the same day in one row."""
        groups = self._month.groups()
        headings = [
            Heading(self._words(text("By the day")), 16, left=True),
            Heading(self._words(UNIT), 14, left=True),
            Heading(self._words(text("Whose turn")), 8),
            Heading(self._words(text("What")), 20, left=True),
            Heading(self._words(text("Parcels")), 8),
        ]
        shown = groups[:SHOWN_GROUPS]
        for row, one in enumerate(shown):
            key = cell_key(self._tables, row, 4)
            self._link(key, f"{one.name} · {self._words(one.what)}", one.numbers)
        more = text("{count} more rows are not shown.", count=len(groups) - len(shown))
        notes = (self._words(more),) if len(groups) > len(shown) else ()
        rows = [self._due(one) for one in shown]
        return self._table(self._words(text("What is due")), headings, rows, notes=notes)

    def _due(self, one: DueGroup) -> Tuple[str, ...]:
        day = f"{one.day.isoformat()} ({self._words(days_text(one.day, self._month.day))})"
        office, what = self._words(one.office.label), self._words(one.what)
        return (day, one.name, office, what, str(len(one.numbers)))


def _percent(cell: Cell) -> str:
    return cell.shown if cell.value is None else f"{cell.shown}%"


def days_text(last: date, today: date) -> Text:
    """How far away a day is."""
    left = (last - today).days
    if left < 0:
        return text("{days} days late", days=-left)
    return text("{days} days left", days=left) if left else text("today")
