"""A table's rows as XML, put into the sheet that openpyxl saves around them.

openpyxl makes the book: styles, headings, widths, merged cells, print set-up, what stands below.
An object for each cell of thousands of rows would take most of a package's time; so the rows are
written here, each cell as openpyxl writes it, with the style that it gives the first cell like it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Union
from xml.sax.saxutils import escape

from openpyxl.cell import Cell
from openpyxl.compat import safe_string
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from .cells import Content, clean, content_of, lines_of, put, reads_as_formula
from .sheet import Column, Sheet, Value

TALLEST_ROW_PT = 409.0  # what Excel can show
LINE_PT, PADDING_PT = 13.5, 5.0
_ROW = re.compile(rb'<row r="(\d+)"')
_END = re.compile(rb"</sheetData>|<sheetData ?/>")

Dress = Callable[[Cell, Column, Value], None]
"""Gives a cell the look of its column and value; its number format comes from the value."""


@dataclass(frozen=True)
class Place:
    """Where a column stands in the sheet: ``at`` from 1, ``width`` in half-width characters."""

    at: int
    column: Column
    width: float


@dataclass(frozen=True)
class Rows:
    """The rows ``first`` to ``last`` of a worksheet as XML."""

    worksheet: Worksheet
    first: int
    last: int
    xml: bytes

    def put_into(self, part: bytes) -> bytes:
        """The worksheet as openpyxl saved it, with these rows instead of what stood there."""
        end = next(_END.finditer(part)).start()
        rows = [(int(found.group(1)), found.start()) for found in _ROW.finditer(part, 0, end)]
        begin = next((at for number, at in rows if number >= self.first), end)
        after = next((at for number, at in rows if number > self.last), end)
        return part[:begin] + self.xml + part[after:]


def table_rows(
    ws: Worksheet,
    first: int,
    sheet: Sheet,
    places: Sequence[Place],
    dress: Dress,
    fixed: Sequence[Cell] = (),
    least: Optional[float] = None,
) -> Rows:
    """The rows of ``sheet`` from row ``first`` on; ``places`` in the order of its columns.

    ``fixed`` are cells that every row has besides. Rows get the height that their texts need,
    ``least`` points at least; without ``least`` the program that opens the file sees to it.
    :raises ValueError: a value is not of its column's kind, or a row has too many or too few.
    """
    slots: List[Union[_Slot, _Fixed]] = [_Fixed(cell) for cell in fixed]
    for index, place in enumerate(places):
        slots.append(_Slot(ws, index, place, dress, sheet.unknown))
    slots.sort(key=lambda slot: slot.at)
    last = first + len(sheet.rows) - 1
    if last >= first:
        ws.cell(last, slots[-1].at)  # openpyxl then knows how far the sheet goes
    written = "".join(_written(slots, first, sheet, least))
    return Rows(ws, first, last, written.encode("utf-8"))


def _written(
    slots: Sequence[Union[_Slot, _Fixed]], first: int, sheet: Sheet, least: Optional[float]
) -> Iterator[str]:
    count = len(sheet.columns)
    for row, values in enumerate(sheet.rows, start=first):
        if len(values) != count:
            raise ValueError(f"{len(values)} values for {count} columns")
        lines, cells = 1, []
        for slot in slots:
            rest, needed = slot.cell(values)
            cells.append(f'<c r="{slot.letter}{row}"{rest}')
            lines = max(lines, needed)
        yield f'<row r="{row}"{_height(lines, least)}>{"".join(cells)}</row>'


def _height(lines: int, least: Optional[float]) -> str:
    if least is None:
        return ""
    height = max(least, min(TALLEST_ROW_PT, LINE_PT * lines + PADDING_PT))
    return f' ht="{safe_string(height)}" customHeight="1"'


class _Slot:
    """A column's cells: all after the row in the XML of each, and the lines that it needs."""

    def __init__(self, ws: Worksheet, index: int, place: Place, dress: Dress, unknown: str) -> None:
        self.at, self.letter = place.at, get_column_letter(place.at)
        self._ws, self._index, self._place = ws, index, place
        self._dress, self._unknown = dress, unknown
        self._styles: Dict[Tuple[bool, bool], int] = {}
        self._texts: Dict[str, Tuple[str, int]] = {}

    def cell(self, values: Sequence[Value]) -> Tuple[str, int]:
        value = values[self._index]
        if not isinstance(value, str):
            return self._made(value), 1
        known = self._texts.get(value)
        if known is None:
            known = self._made(value), lines_of(value, self._place.width)
            self._texts[value] = known
        return known

    def _made(self, value: Value) -> str:
        content = content_of(self._place.column, value, self._unknown)
        kind = value is None, isinstance(content, str) and reads_as_formula(content)
        style = self._styles.get(kind)
        if style is None:
            style = self._styles[kind] = self._style(value)
        return _rest(style, content)

    def _style(self, value: Value) -> int:
        """The number of the style that openpyxl gives such a cell."""
        cell = Cell(self._ws, row=1, column=self.at)
        self._dress(cell, self._place.column, value)
        put(cell, self._place.column, value, self._unknown)
        return int(cell.style_id)


class _Fixed:
    """A cell that is the same in every row."""

    def __init__(self, cell: Cell) -> None:
        self.at, self.letter = cell.column, cell.column_letter
        self._same = _rest(int(cell.style_id), cell.value), 1

    def cell(self, values: Sequence[Value]) -> Tuple[str, int]:
        return self._same


def _rest(style: int, content: Optional[Content]) -> str:
    """A cell's XML after its place, as openpyxl writes it."""
    if content is None:
        return f' s="{style}" t="n"></c>'
    if isinstance(content, date):
        content = to_excel(content)
    if not isinstance(content, str):
        kind = "b" if isinstance(content, bool) else "n"
        return f' s="{style}" t="{kind}"><v>{safe_string(content)}</v></c>'
    if not content:
        return f' s="{style}" t="inlineStr"></c>'
    shown = clean(content)
    space = ' xml:space="preserve"' if shown != shown.strip() else ""
    return f' s="{style}" t="inlineStr"><is><t{space}>{escape(shown)}</t></is></c>'
