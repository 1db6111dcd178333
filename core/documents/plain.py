"""Sheets without a title: one line of headings and the values, to copy from and to paste."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..files import whole_file
from .cells import put, put_text
from .sheet import Sheet
from .workbook import sheet_name, with_fixed_times


def write_plain_workbook(path: Path, sheets: Sequence[Sheet], when: datetime) -> None:
    """Write the sheets' headings and rows, cells typed as in forms, whole or not at all.

    :raises OutputError: the file cannot be written.
    """
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet_name(sheet.name)), sheet)
    raw = io.BytesIO()
    book.save(raw)
    with whole_file(path) as part:
        part.write_bytes(with_fixed_times(raw, when))


def _fill(ws: Worksheet, sheet: Sheet) -> None:
    for index, column in enumerate(sheet.columns, start=1):
        ws.column_dimensions[get_column_letter(index)].width = column.width
        put_text(ws.cell(1, index), column.heading)
        ws.cell(1, index).font = Font(bold=True)
    for row, values in enumerate(sheet.rows, start=2):
        for index, (column, value) in enumerate(zip(sheet.columns, values), start=1):
            put(ws.cell(row, index), column, value, sheet.unknown)
    ws.freeze_panes = "A2"
