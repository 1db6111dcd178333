"""Tables of a paper, from the statistics' tables, from picked parcels and from what is due."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Sequence, Tuple

from ..documents import half_widths
from ..oversight.progress import TOWN_UNKNOWN
from ..plan import Label
from ..statistics.definitions import ColumnRule
from ..statistics.indicators import Indicator
from ..statistics.tables import DASH, Row, Table
from ..text import Text, Translate, text
from .blocks import Heading, TableBlock
from .counting import BEFORE, Counting
from .month_state import DueGroup
from .picking import Picked
from .rules import BlockRule, FigureRef, ReportRules

ROW_HEADINGS = {
    "unit": text("County or district"),
    "township": text("Township"),
    "month": text("Month"),
    "year": text("Year"),
}
NAME_WIDTH, FIGURE_WIDTH, NARROWEST, BOLD = 15.0, 9.0, 6.0, 1.2
PAGE_WIDTH = 96.0  # half-width characters of a table on upright A4
PARCEL_COLUMNS: Tuple[Tuple[str, Text, float, bool], ...] = (
    ("parcel", text("Parcel"), 20, False),
    ("unit", text("County or district"), 10, True),
    ("town", text("Township"), 9, True),
    ("area", text("Area (mu)"), 8, False),
    ("cultivated", text("Cultivated (mu)"), 8, False),
    ("basic_farmland", text("Basic farmland (mu)"), 9, False),
    ("use", text("Use"), 10, True),
    ("state", text("State"), 10, True),
)


class Grids:
    """Makes tables and remembers their figures."""

    def __init__(self, counting: Counting, rules: ReportRules, say: Translate) -> None:
        self._counting, self._rules, self._say = counting, rules, say

    def table(self, block: BlockRule, caption: str) -> TableBlock:
        """The rows of a statistics' table with its total, in the columns of the place."""
        counted = self._counting.table(block.table, block.by, block.columns[0].span)
        name = ROW_HEADINGS[counted.by].say(self._say)
        first = Heading(name, NAME_WIDTH, left=counted.by in ("unit", "township"))
        headings = (first, *(self._heading(ref, block.columns, counted) for ref in block.columns))
        rows = [
            self._row(block, row, row_name(row, counted.by, self._say))
            for row in counted.rows
            if counted.by == "unit" or any(_is_there(row, ref) for ref in block.columns)
        ]
        totals = frozenset[int]()
        # A notice is about one unit: its row would only be there twice.
        if counted.by != "unit" or not self._counting.unit:
            totals = frozenset({len(rows)})
            rows.append(self._row(block, counted.total, text("Total").say(self._say)))
        notes = (counted.rule.note,) if counted.rule.note else ()
        return TableBlock(caption, _wide_enough(headings, rows), tuple(rows), totals, notes)

    def printed(self, block: BlockRule) -> Table:
        """The statistics' table in the columns of the place, and those that shares are made of;
        a figure of last year is a column of its own."""
        counted = self._counting.table(block.table, block.by, block.columns[0].span)
        rule = counted.rule
        columns = {
            ref.code: self._as_printed(ref, rule.column(ref.column)) for ref in block.columns
        }
        for part in [code for one in columns.values() for code in one.rate]:
            columns.setdefault(part, rule.column(part))
        return replace(
            counted,
            columns=tuple(columns.values()),
            rows=tuple(map(_with_last_year, counted.rows)),
            total=_with_last_year(counted.total),
        )

    def _as_printed(self, ref: FigureRef, column: ColumnRule) -> ColumnRule:
        if ref.of != BEFORE:
            return column
        last = self._rules.comparing.last_year
        label = Label(f"{column.label.zh}（{last}）", f"{column.label.en} ({last})")
        return replace(column, code=ref.code, label=label, rate=())

    def _heading(self, ref: FigureRef, refs: Sequence[FigureRef], counted: Table) -> Heading:
        column = counted.rule.column(ref.column)
        words = self._column_words(column)
        paired = [one for one in refs if one.column == ref.column]
        if len(paired) > 1:
            comparing = self._rules.comparing
            said = comparing.last_year if ref.of == BEFORE else comparing.this_period
            return Heading(said, FIGURE_WIDTH, group=words)
        group = column.group.zh if column.group else ""
        return Heading(words, FIGURE_WIDTH, group=group)

    def _column_words(self, column: ColumnRule) -> str:
        unit = self._rules.units[column.unit] if column.unit else ""
        return with_unit(column.label.zh, unit)

    def _row(self, block: BlockRule, row: Row, name: str) -> Tuple[str, ...]:
        counting, cells = self._counting, []
        for ref in block.columns:
            cell = counting.cell_in(row, ref)
            words = counting.shown(cell, ref)
            where = f"{name} {counting.full_name(ref)}"
            cells.append(counting.note(block.place, where, words, ref, row.label, cell))
        return (name, *cells)

    def parcels(self, caption: str, picked: Sequence[Picked]) -> TableBlock:
        """One row per parcel."""
        headings = [
            Heading(words.say(self._say), width, left=left)
            for _name, words, width, left in PARCEL_COLUMNS
        ]
        rows = [tuple(one.told[name] for name, *_rest in PARCEL_COLUMNS) for one in picked]
        return TableBlock(caption, tuple(headings), tuple(rows or [_blank(len(headings))]))

    def indicators(self, caption: str, found: Sequence[Indicator]) -> TableBlock:
        """Each use of the year's result with its figures, and how complete they are."""
        headings = (
            Heading(text("Use of the result").say(self._say), 22, left=True),
            Heading(text("Indicator").say(self._say), 26, left=True),
            Heading(text("Figure").say(self._say), 12),
            Heading(text("Complete (%)").say(self._say), 10),
        )
        rows: List[Tuple[str, ...]] = []
        for one in found:
            shares = [cell for cell in one.complete[""] if cell.value is not None]
            least = min(shares, key=lambda cell: cell.value or 0).shown if shares else DASH
            for place, (figure, cell) in enumerate(zip(one.rule.figures, one.figures[""])):
                name = one.rule.label.zh if place == 0 else ""
                words = f"{cell.shown}{self._rules.units[cell.unit] if cell.unit else ''}"
                told = f"{one.rule.label.zh} {figure.label.zh}"
                self._counting.note_cell(caption, told, words, figure.table, cell)
                rows.append((name, figure.label.zh, words, least if place == 0 else ""))
        return TableBlock(caption, headings, tuple(rows or [_blank(len(headings))]))

    def due(self, caption: str, groups: Sequence[DueGroup]) -> TableBlock:
        """What waits: who, what, how many, by when."""
        headings = (
            Heading(ROW_HEADINGS[self._counting.parts].say(self._say), 14, left=True),
            Heading(text("Whose turn").say(self._say), 8),
            Heading(text("What").say(self._say), 20, left=True),
            Heading(text("Parcels").say(self._say), 8),
            Heading(text("By the day").say(self._say), 12),
        )
        names = self._counting.facts.unit_names
        rows: List[Tuple[str, ...]] = [
            (
                *(names.get(one.unit, one.name), one.office.label.say(self._say)),
                one.what.say(self._say),
                *(str(len(one.numbers)), one.day.isoformat()),
            )
            for one in groups
        ]
        for one in groups:
            words = one.what.say(self._say)
            self._counting.note_parcels(caption, f"{one.name} {words}", one.numbers)
        return TableBlock(caption, headings, tuple(rows))


def row_name(row: Row, by: str, say: Translate) -> str:
    """What a row of a table is called on paper."""
    if by == "month":
        return text("{month}/{year}", month=int(row.code[5:]), year=row.code[:4]).say(say)
    if row.label or not row.code:
        return row.label
    return TOWN_UNKNOWN.say(say)


def with_unit(words: str, unit: str) -> str:
    """A heading with its unit; in the brackets that it has, if it ends with some."""
    if not unit:
        return words
    return f"{words[:-1]}，{unit}）" if words.endswith("）") else f"{words}（{unit}）"


def _with_last_year(row: Row) -> Row:
    """The row with the cells of last year beside its own."""
    before = {FigureRef("", code, BEFORE).code: cell for code, cell in row.before.items()}
    return replace(row, cells={**row.cells, **before})


def _is_there(row: Row, ref: FigureRef) -> bool:
    """True where a row has something to show: months and years may be there for the last year's
    sake alone."""
    return bool((row.before if ref.of == BEFORE else row.cells)[ref.column].value)


def _wide_enough(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> Tuple[Heading, ...]:
    """Columns as wide as their longest figure, or as a heading in three lines; the names at the
    left have what is left of the page."""
    longest = [max(half_widths(row[at]) for row in rows) for at in range(len(headings))]
    # Totals are bold, and a number must never be broken.
    widths = [
        max(most * BOLD + 2, half_widths(heading.words) / 3 + 1, NARROWEST)
        for heading, most in zip(headings, longest)
    ]
    if headings[0].left:
        room = PAGE_WIDTH - sum(widths[1:])
        widths[0] = min(longest[0] + 1.0, max(NAME_WIDTH, room))
        # On the page's own room alone: a heading in two lines is better than a broken number.
        widths[0] = max(widths[0], min(half_widths(headings[0].words) + 1.0, room))
    return tuple(replace(one, width=width) for one, width in zip(headings, widths))


def _blank(columns: int) -> Tuple[str, ...]:
    """A row that says that there is nothing."""
    return (DASH,) * columns
