"""The month's part of the overview: how far each county is, and what is due."""

from __future__ import annotations

from datetime import date
from typing import Tuple

from ..charts import Reached, progress
from ..charts.items import DASH
from ..oversight.notice import percent
from ..oversight.progress import Counts
from ..oversight.progress_sheet import HEADINGS, TOTAL, UNIT
from ..oversight.rules import COUNTS
from ..text import Text, text
from .blocks import Heading, TableBlock
from .making import Behind, Making
from .month_state import DueGroup, Month, MonthState
from .page import Chart, Tile

STEPS = ("checked", "filled", "submitted", "passed")
"""Of the progress chart, that which most have reached first."""
SHOWN_GROUPS = 30


class MonthParts:
    """Tiles, chart and tables of a month."""

    def __init__(self, making: Making, month: Month) -> None:
        self._making, self._month = making, month

    def below(self) -> str:
        """As of when, and the days of the month."""
        month = self._month
        return self._making.words(
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

    def tiles(self) -> Tuple[Tile, ...]:
        """What is looked at first."""
        month, total = self._month, self._month.total
        overdue = [one.number for one in month.due if one.days_left(month.day) < 0]
        late = sum(one.state is MonthState.LATE for one in month.counties)
        return (
            self._share("submitted", text("Handed up"), total.submitted, total.issued),
            self._share("passed", text("Passed"), total.passed, total.issued),
            self._making.tile(
                "returned",
                text("Returned, not corrected"),
                str(total.not_corrected),
                text("{count} were returned", count=total.returned),
                self._all("returned"),
            ),
            self._making.tile(
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
        return self._making.tile(key, words, share, note, self._all(key))

    def _all(self, name: str) -> Tuple[str, ...]:
        return tuple(one for county in self._month.counties for one in county.behind[name])

    def progress(self) -> Chart:
        """How far each county is."""
        names = [self._making.words(HEADINGS[step]) for step in STEPS]
        rows = []
        for one in self._month.counties:
            counts = tuple(getattr(one.counts, step) for step in STEPS)
            rows.append(Reached(one.name, counts, one.counts.issued, one.code))
            for number, (step, called) in enumerate(zip(STEPS, names)):
                self._making.link(
                    f"{one.code}/{number}", f"{one.name} · {called}", one.behind[step]
                )
        title = text("Progress of {month}", month=self._month.month)
        return Chart(progress(self._making.words(title), names, rows), "progress")

    def counties(self) -> TableBlock:
        """A row per county and one for all."""
        headings = [
            Heading(self._making.words(UNIT), 14, left=True),
            *(Heading(self._making.words(HEADINGS[name])) for name in COUNTS),
            Heading(self._making.words(text("State")), 10),
        ]
        rows = [
            (one.name, *self._counts(one.counts), self._making.words(one.state.label))
            for one in self._month.counties
        ]
        rows.append((self._making.words(TOTAL), *self._counts(self._month.total), ""))
        for row, one in enumerate(self._month.counties):
            self._link_row(row, one.name, one.behind)
        everywhere = {name: self._all(name) for name in COUNTS}
        self._link_row(len(rows) - 1, self._making.words(TOTAL), everywhere)
        caption = self._making.words(text("Counties"))
        return self._making.table(caption, headings, rows, frozenset({len(rows) - 1}))

    def _counts(self, counts: Counts) -> Tuple[str, ...]:
        return tuple(str(getattr(counts, name)) for name in COUNTS)

    def _link_row(self, row: int, unit: str, behind: Behind) -> None:
        for column, name in enumerate(COUNTS, start=1):
            called = f"{unit} · {self._making.words(HEADINGS[name])}"
            self._making.link_cell(row, column, called, behind[name])

    def due(self) -> TableBlock:
        """Who has to do what by when; parcels of a county with the same day in one row."""
        groups = self._month.groups()
        headings = [
            Heading(self._making.words(text("By the day")), 16, left=True),
            Heading(self._making.words(UNIT), 14, left=True),
            Heading(self._making.words(text("Whose turn")), 8),
            Heading(self._making.words(text("What")), 20, left=True),
            Heading(self._making.words(text("Parcels")), 8),
        ]
        shown = groups[:SHOWN_GROUPS]
        for row, one in enumerate(shown):
            called = f"{one.name} · {self._making.words(one.what)}"
            self._making.link_cell(row, 4, called, one.numbers)
        more = text("{count} more rows are not shown.", count=len(groups) - len(shown))
        notes = (self._making.words(more),) if len(groups) > len(shown) else ()
        rows = [self._due(one) for one in shown]
        return self._making.table(
            self._making.words(text("What is due")), headings, rows, notes=notes
        )

    def _due(self, one: DueGroup) -> Tuple[str, ...]:
        day = f"{one.day.isoformat()} ({self._making.words(days_text(one.day, self._month.day))})"
        office, what = self._making.words(one.office.label), self._making.words(one.what)
        return (day, one.name, office, what, str(len(one.numbers)))


def days_text(last: date, today: date) -> Text:
    """How far away a day is."""
    left = (last - today).days
    if left < 0:
        return text("{days} day(s) late", days=-left)
    return text("{days} day(s) left", days=left) if left else text("today")
