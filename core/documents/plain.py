"""Sheets without a title: one line of headings and the values, to copy from and to paste."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..files import whole_file
from .cells import put_text
from .rows import Place, Rows, table_rows
from .sheet import Sheet
from .workbook import saved, sheet_name


def write_plain_workbook(path: Path, sheets: Sequence[Sheet], when: datetime) -> None:
    """Write the sheets' headings and rows, cells typed as in forms, whole or not at all.

    :raises OutputError: the file cannot be written.
    """
    book = Workbook()
    book.remove(book.active)
    tables = [_fill(book.create_sheet(sheet_name(sheet.name)), sheet) for sheet in sheets]
    content = saved(book, when, tables)
    with whole_file(path) as part:
        part.write_bytes(content)


def _fill(ws: Worksheet, sheet: Sheet) -> Rows:
    for index, column in enumerate(sheet.columns, start=1):
        ws.column_dimensions[get_column_letter(index)].width = column.width
        put_text(ws.cell(1, index), column.heading)
        ws.cell(1, index).font = Font(bold=True)
    ws.freeze_panes = "A2"
    places = [Place(at, one, one.width) for at, one in enumerate(sheet.columns, start=1)]
    return table_rows(ws, 2, sheet, places, lambda cell, column, value: None)
