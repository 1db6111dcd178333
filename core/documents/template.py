"""Forms from an office's own xlsx, laid out in WPS or Excel.

The first sheet of a template holds, anywhere, the placeholders of titles (``{county}``), and in
one row a placeholder for each column: ``{耕地}``, or ``{面积（亩）/耕地}`` where two columns have
the same heading, or the value's name. That row is written once per record, in its own style;
what stands below moves down.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import UnreadableFile
from ..reading.archives import NO_OFFICE_FILE
from ..text import Text, text
from .cells import put_text
from .rows import Place, Rows, table_rows
from .sheet import Column, Sheet, Value
from .workbook import PAPER_A4, saved, workbook_bytes

LARGEST_BYTES = 10 * 2**20
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_DEFAULT_WIDTH = 8.43


@dataclass(frozen=True)
class FormTemplate:
    """A template that was read: ``row`` is written per record, its column ``places[n]`` shows
    column ``n`` of the form; both count from 1."""

    content: bytes
    row: int
    places: Tuple[int, ...]


def read_template(
    path: Path, columns: Sequence[Column], names: Sequence[str], head: Sequence[str]
) -> FormTemplate:
    """Read a template and find its places.

    ``names`` are the values' names, column by column; ``head`` are the placeholders of titles.
    :raises UnreadableFile: it is no workbook, or a placeholder is wrong, twice or missing.
    """
    content = _content(path)
    ws = _book(path, content).worksheets[0]
    known = _known(columns, names)
    found: Dict[int, Cell] = {}
    for cells in ws.iter_rows():
        for cell in cells:
            index = _column_at(path, cell, known, head)
            if index is not None:
                if index in found:
                    raise _wrong(path, text("{name} is there twice", name=cell.value))
                found[index] = cell
    missing = [name for index, name in enumerate(_shown(columns)) if index not in found]
    if missing:
        raise _wrong(path, text("the placeholder {name} is missing", name=f"{{{missing[0]}}}"))
    rows = {cell.row for cell in found.values()}
    if len(rows) > 1:
        raise _wrong(path, text("the columns' placeholders have to stand in one row"))
    places = tuple(found[index].column for index in range(len(columns)))
    _refuse_merged(path, ws, min(rows))
    return FormTemplate(content, min(rows), places)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _wrong(path, text("it is larger than {most} MB", most=LARGEST_BYTES // 2**20))
        return path.read_bytes()
    except OSError as error:
        raise _wrong(path, text("the file cannot be read")) from error


def _book(path: Path, content: bytes) -> Workbook:
    try:
        return load_workbook(io.BytesIO(content))
    except NO_OFFICE_FILE as error:
        raise _wrong(path, text("it is no workbook (.xlsx)")) from error


def _shown(columns: Sequence[Column]) -> List[str]:
    """How a template calls the columns: by heading, with its group where it is not the only."""
    times = Counter(column.heading for column in columns)
    return [
        column.heading
        if times[column.heading] == 1 or not column.group
        else f"{column.group}/{column.heading}"
        for column in columns
    ]


def _known(columns: Sequence[Column], names: Sequence[str]) -> Dict[str, int]:
    known = {name: index for index, name in enumerate(names)}
    for index, (column, shown) in enumerate(zip(columns, _shown(columns))):
        known[f"{column.group}/{column.heading}"] = index
        known[shown] = index
    return known


def _column_at(path: Path, cell: Cell, known: Dict[str, int], head: Sequence[str]) -> Optional[int]:
    """Which column a cell is the place of, if any."""
    if cell.data_type == "f":
        raise _wrong(
            path, text("cell {cell} has a formula; only text can stand there", cell=_at(cell))
        )
    if not isinstance(cell.value, str):
        return None
    names = [name.strip() for name in _PLACEHOLDER.findall(cell.value)]
    columns = [name for name in names if name not in head]
    if not columns:
        return None
    for name in columns:
        if name not in known:
            raise _wrong(
                path,
                text("cell {cell}: the form has no {name}", cell=_at(cell), name=f"{{{name}}}"),
            )
    if len(names) > 1 or _PLACEHOLDER.sub("", cell.value).strip():
        raise _wrong(
            path, text("cell {cell}: a column's placeholder has to stand alone", cell=_at(cell))
        )
    return known[columns[0]]


def _at(cell: Cell) -> str:
    return str(cell.coordinate)


def _refuse_merged(path: Path, ws: Worksheet, row: int) -> None:
    for merged in ws.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row:
            raise _wrong(
                path, text("the row of placeholders has merged cells ({cells})", cells=str(merged))
            )


def _wrong(path: Path, reason: Text) -> UnreadableFile:
    return UnreadableFile(
        text("The template {file} cannot be used: {reason}.", file=path.name, reason=reason)
    )


# Filling


def _filled(template: FormTemplate, sheet: Sheet, head: Dict[str, str], when: datetime) -> bytes:
    """The template with a sheet's rows; the same rows and time give the same bytes."""
    book = load_workbook(io.BytesIO(template.content))
    ws = book.worksheets[0]
    _fill_head(ws, template.row, head)
    _move_down(ws, template.row + 1, len(sheet.rows) - 1)
    for place in template.places:
        ws.cell(template.row, place).value = None
    rows = _rows(ws, template, sheet)
    _print_setup(ws, template.row, sheet.page_footer)
    return saved(book, when, [rows])


def _rows(ws: Worksheet, template: FormTemplate, sheet: Sheet) -> Rows:
    """The records, each as the template's row looks; a text of its own stands in each of them."""
    pattern = ws[template.row]
    others = [cell for cell in pattern if cell.column not in template.places]
    fixed = [cell for cell in others if cell.has_style or cell.value is not None]
    places = [
        Place(at, column, ws.column_dimensions[get_column_letter(at)].width or _DEFAULT_WIDTH)
        for at, column in zip(template.places, sheet.columns)
    ]

    def dress(cell: Cell, column: Column, value: Value) -> None:
        cell._style = copy(pattern[cell.column - 1]._style)

    least = ws.row_dimensions[template.row].height or 0
    return table_rows(ws, template.row, sheet, places, dress, fixed, least)


def laid_out(
    template: Optional[FormTemplate], sheet: Sheet, head: Dict[str, str], when: datetime
) -> bytes:
    """A sheet as an xlsx, in the office's own layout where there is one."""
    if template is None:
        return workbook_bytes([sheet], when)
    return _filled(template, sheet, head, when)


def _fill_head(ws: Worksheet, row: int, head: Dict[str, str]) -> None:
    for cells in ws.iter_rows():
        for cell in cells:
            if cell.row != row and isinstance(cell.value, str) and "{" in cell.value:
                filled_in = _PLACEHOLDER.sub(
                    lambda found: head.get(found.group(1).strip(), found.group()), cell.value
                )
                put_text(cell, filled_in)


def _move_down(ws: Worksheet, first: int, by: int) -> None:
    """Make room: cells, merged cells and heights from row ``first`` on move by ``by`` rows."""
    last = ws.max_row
    if by <= 0 or last < first:
        return
    merged = [one for one in ws.merged_cells.ranges if one.min_row >= first]
    for one in merged:
        ws.unmerge_cells(str(one))
    heights = {row: ws.row_dimensions[row].height for row in range(first, last + 1)}
    ws.move_range(f"A{first}:{get_column_letter(ws.max_column)}{last}", rows=by)
    for row in heights:
        ws.row_dimensions[row].height = None
    for row, height in heights.items():
        ws.row_dimensions[row + by].height = height
    for one in merged:
        one.shift(row_shift=by)
        ws.merge_cells(str(one))


def _print_setup(ws: Worksheet, row: int, footer: str) -> None:
    """What the template leaves open: paper, repeated headings, page numbers."""
    if ws.page_setup.paperSize is None:
        ws.page_setup.paperSize = PAPER_A4
    if not ws.print_title_rows and row > 1:
        ws.print_title_rows = f"1:{row - 1}"
    if not ws.oddFooter.center.text:
        ws.oddFooter.center.text = footer


def default_template(sheet: Sheet, when: datetime) -> bytes:
    """A template that looks like the form Tuban makes by itself: to begin with."""
    placeholders = tuple(f"{{{name}}}" for name in _shown(sheet.columns))
    columns = tuple(
        Column(one.heading, one.width, group=one.group, decimals=one.decimals)
        for one in sheet.columns
    )
    described = replace(sheet, columns=columns, rows=[placeholders])
    return workbook_bytes([described], when)
