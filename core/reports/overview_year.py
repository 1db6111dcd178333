"""The year's part of the overview: the ratio, what is put right, its course, its days."""

from __future__ import annotations

from datetime import date
from typing import List, Mapping, Tuple

from ..charts import Stack, stacked
from ..oversight.progress_sheet import TOTAL, UNIT
from ..statistics import DASH, Cell, Row
from ..statistics.ratio import AFTER, BEFORE
from ..text import LANGUAGE, Text, text
from .blocks import Heading, TableBlock
from .due_days import DueDay
from .making import Behind, Making
from .overview_month import days_text
from .page import Chart, Part, Tile
from .ratio_views import COURSE, compared_title, ratio_chart
from .year_state import Year

ILLEGAL, PUT_RIGHT, LEFT = (
    text("Illegally taken"),
    text("Already put right"),
    text("Still to put right"),
)
RATIO_BEFORE, RATIO_AFTER = text("Ratio before deduction"), text("Ratio after deduction")
LINE = text("Line reached")
SUMS: Mapping[str, Text] = {
    "illegal_cultivated": ILLEGAL,
    "rectified_cultivated": PUT_RIGHT,
    "remaining_cultivated": LEFT,
}


class YearParts:
    """Tiles, charts and tables of a year up to a month."""

    def __init__(self, making: Making, year: Year) -> None:
        self._making, self._year = making, year

    def tiles(self) -> Tuple[Tile, ...]:
        """What of the year is looked at first."""
        left, illegal = (
            self._year.total("remaining_cultivated"),
            self._year.total("illegal_cultivated"),
        )
        ratio = self._year.ratio
        line, which = ratio.line(""), ratio.rules.compared
        above = RATIO_AFTER if which == AFTER else RATIO_BEFORE
        share = _percent(ratio.table.total.cells[which])
        return (
            self._making.tile(
                "ratio",
                above,
                share,
                self._ratio_note(),
                ratio.on_top(ratio.table.total).parcels,
                line is not None,
            ),
            self._making.tile(
                "left",
                text("Cultivated land to put right"),
                text("{mu} mu", mu=left).say(self._making.say),
                text("of {mu} mu illegally taken", mu=illegal),
                self._year.numbers("remaining_cultivated"),
            ),
        )

    def _ratio_note(self) -> Text:
        line = self._year.ratio.line("")
        if line is not None:
            return text("{line}: {percent}% and more", line=line.label, percent=line.percent)
        before = self._year.ratio.table.total.cells[BEFORE]
        return text("before deduction {share}", share=_percent(before))

    def charts(self) -> List[Part]:
        """The ratio, what is put right and what is left, the course of the year."""
        found, title = self._year.ratio, compared_title(self._year.ratio)
        which = found.rules.compared
        for row in found.table.rows:
            called = f"{row.label} · {self._making.words(title)}"
            self._making.link(f"{which}/{row.code}", called, found.on_top(row).parcels)
        shares = Chart(ratio_chart(found, which, title, self._making.say), "ratio")
        for one in self._year.course.points:
            point = text("{period}: in the ratio's numerator", period=one.period)
            self._making.link(one.key, self._making.words(point), one.parcels)
        return [shares, self._left(), Chart(self._year.course.svg, COURSE)]

    def counties(self) -> TableBlock:
        """A row per county and one for all: what is illegal, put right, left, and the ratio."""
        making, found = self._making, self._year.ratio
        headings = [Heading(making.words(UNIT), 14, left=True)]
        headings += [Heading(making.words(one), 10) for one in (ILLEGAL, PUT_RIGHT, LEFT)]
        headings += [Heading(making.words(one), 10) for one in (RATIO_BEFORE, RATIO_AFTER, LINE)]
        rows = []
        for at, one in enumerate(self._year.counties):
            self._link_row(at, one.name, {name: one.behind[name] for name in SUMS})
            mu = [str(one.mu[name]) for name in SUMS]
            rows.append((one.name, *mu, *self._shares(found.table.row(one.code))))
        everywhere = {name: self._year.numbers(name) for name in SUMS}
        self._link_row(len(rows), making.words(TOTAL), everywhere)
        totals = [str(self._year.total(name)) for name in SUMS]
        rows.append((making.words(TOTAL), *totals, *self._shares(found.table.total)))
        caption = text("Cultivated land by county, {period} (mu)", period=self._year.period.label)
        return making.table(making.words(caption), headings, rows, frozenset({len(rows) - 1}))

    def _shares(self, row: Row) -> Tuple[str, str, str]:
        line = self._year.ratio.line(row.code)
        reached = line.label.in_language(self._making.say(LANGUAGE.template)) if line else DASH
        return (_percent(row.cells[BEFORE]), _percent(row.cells[AFTER]), reached)

    def _link_row(self, row: int, unit: str, behind: Behind) -> None:
        for column, (name, words) in enumerate(SUMS.items(), start=1):
            called = f"{unit} · {self._making.words(words)}"
            self._making.link_cell(row, column, called, behind[name])

    def days(self, today: date) -> TableBlock:
        """What is due when in the year, and what is missing for each."""
        making = self._making
        headings = (
            Heading(making.words(text("By the day")), 20, left=True),
            Heading(making.words(text("What")), 26, left=True),
            Heading(making.words(text("Missing")), 52, left=True),
        )
        rows = []
        for at, one in enumerate(self._year.days):
            name = making.words(text("{name}", name=one.name))
            numbers = dict.fromkeys(n for each in one.missing for n in each.parcels)
            making.link_cell(at, 2, name, tuple(numbers))
            rows.append(self._day(one, name, today))
        return making.table(making.words(text("Days of the year")), headings, rows)

    def _day(self, one: DueDay, name: str, today: date) -> Tuple[str, str, str]:
        left = self._making.words(days_text(one.day, today))
        missing = text("{list}", list=tuple(each.what for each in one.missing))
        return (
            f"{one.day.isoformat()} ({left})",
            name,
            self._making.words(missing) if one.missing else DASH,
        )

    def notes(self) -> Tuple[Text, ...]:
        """How sure the ratio's method is, and how the months to come were made."""
        method = text("{method}", method=self._year.ratio.rules.method)
        return (method, self._year.course.how)

    def _left(self) -> Chart:
        names = ("rectified_cultivated", "remaining_cultivated")
        words = [self._making.words(one) for one in (PUT_RIGHT, LEFT)]
        rows = []
        for one in self._year.counties:
            rows.append(Stack(one.name, tuple(one.mu[name] for name in names), f"left/{one.code}"))
            for number, (name, called) in enumerate(zip(names, words)):
                key = f"left/{one.code}/{number}"
                self._making.link(key, f"{one.name} · {called}", one.behind[name])
        period = self._year.period.label
        title = text("Illegally taken cultivated land, {period} (mu)", period=period)
        return Chart(stacked(self._making.words(title), words, rows), "left")


def _percent(cell: Cell) -> str:
    return cell.shown if cell.value is None else f"{cell.shown}%"
