"""Sheets to xlsx bytes: every cell typed here, print set-up for A4, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import List, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from ..files import whole_file, zip_entry
from .cells import lines_of, put_text
from .rows import LINE_PT, PADDING_PT, Place, Rows, table_rows
from .sheet import Column, Kind, Sheet, Value

PAPER_A4 = 9
BODY_PT = 10
BODY_FONT, HEADING_FONT = "宋体", "黑体"
# Left, right, top, bottom: room for the binding and for the page number.
MARGINS_INCH = {"left": 0.6, "right": 0.5, "top": 0.7, "bottom": 0.7, "footer": 0.35}
HEADING_ROW = 3
"""Below the title and the line above the table."""
CORE_PROPERTIES = "docProps/core.xml"

_ALIGN = {
    Kind.TEXT: "left",
    Kind.CODE: "center",
    Kind.AREA: "right",
    Kind.INTEGER: "center",
    Kind.DATE: "center",
}


def write_workbook(path: Path, sheets: Sequence[Sheet], when: datetime) -> None:
    """Write the sheets as an xlsx file, whole or not at all.

    ``when`` stands in the file as its time of making; nothing else depends on the clock.
    :raises OutputError: the file cannot be written.
    :raises ValueError: a value is not of its column's kind.
    """
    content = workbook_bytes(sheets, when)
    with whole_file(path) as part:
        part.write_bytes(content)


def workbook_bytes(sheets: Sequence[Sheet], when: datetime) -> bytes:
    """The sheets as the bytes of an xlsx file; the same sheets and time give the same bytes."""
    book = Workbook()
    book.remove(book.active)
    for style in _styles():
        book.add_named_style(style)
    tables = [_fill(book.create_sheet(sheet_name(sheet.name)), sheet) for sheet in sheets]
    return saved(book, when, tables)


def saved(book: Workbook, when: datetime, tables: Sequence[Rows] = ()) -> bytes:
    """The bytes of a workbook with the rows of its tables, and ``when`` as its only time."""
    raw = io.BytesIO()
    book.save(raw)
    # Only now openpyxl has given the sheets their names.
    rows = {table.worksheet.path.lstrip("/"): table for table in tables}
    when = when.replace(tzinfo=None, microsecond=0)
    properties = DocumentProperties(creator="Tuban", created=when, modified=when)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == CORE_PROPERTIES:
                content = tostring(properties.to_tree())
            elif name in rows:
                content = rows[name].put_into(content)
            target.writestr(zip_entry(name), content)
    return out.getvalue()


def _styles() -> List[NamedStyle]:
    thin = Side(style="thin", color="FF000000")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)
    shade = PatternFill("solid", fgColor="FFEDEDED")
    body, bold = Font(name=BODY_FONT, size=BODY_PT), Font(name=HEADING_FONT, size=BODY_PT)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    styles = [
        NamedStyle("form title", font=Font(name=HEADING_FONT, size=16), alignment=middle),
        NamedStyle("form heading", font=bold, alignment=middle, border=frame, fill=shade),
        NamedStyle("form line", font=body, alignment=_aligned("left")),
        NamedStyle("form line right", font=body, alignment=_aligned("right")),
        NamedStyle("form note", font=Font(name=BODY_FONT, size=8), alignment=_aligned("left")),
    ]
    for kind in Kind:
        aligned = _fitted("right") if kind is Kind.AREA else _aligned(_ALIGN[kind])
        styles.append(NamedStyle(_body_style(kind), font=body, alignment=aligned, border=frame))
    return styles


def _aligned(horizontal: str) -> Alignment:
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=True)


def _fitted(horizontal: str) -> Alignment:
    """For numbers: smaller type rather than ####."""
    return Alignment(horizontal=horizontal, vertical="center", shrink_to_fit=True)


def _body_style(kind: Kind) -> str:
    return f"form {kind.value}"


def sheet_name(name: str) -> str:
    """The name as a sheet can have it."""
    return re.sub(r"[\[\]:*?/\\]", "_", name)[:31]


def _fill(ws: Worksheet, sheet: Sheet) -> Rows:
    for index, column in enumerate(sheet.columns, start=1):
        ws.column_dimensions[get_column_letter(index)].width = column.width
    _line(ws, 1, sheet.title, "form title", len(sheet.columns), 30)
    _line_above(ws, 2, sheet)
    first = _headings(ws, HEADING_ROW, sheet.columns)
    places = [Place(at, one, one.width) for at, one in enumerate(sheet.columns, start=1)]
    rows = table_rows(ws, first, sheet, places, _dress, least=0)
    _lines_below(ws, first + len(sheet.rows), sheet)
    ws.freeze_panes = f"A{first}"
    _print_setup(ws, sheet, first - 1)
    return rows


def _line(ws: Worksheet, row: int, content: str, style: str, columns: int, height: float) -> None:
    _put_text(ws.cell(row, 1), content, style)
    if columns > 1:
        ws.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    ws.row_dimensions[row].height = height


def _line_above(ws: Worksheet, row: int, sheet: Sheet) -> None:
    last = len(sheet.columns)
    half = max(1, last // 2)
    _put_text(ws.cell(row, 1), sheet.above_left, "form line")
    if half > 1:
        ws.merge_cells(start_row=row, end_row=row, start_column=1, end_column=half)
    if last > half:
        _put_text(ws.cell(row, half + 1), sheet.above_right, "form line right")
        ws.merge_cells(start_row=row, end_row=row, start_column=half + 1, end_column=last)
    ws.row_dimensions[row].height = 20


def _headings(ws: Worksheet, row: int, columns: Sequence[Column]) -> int:
    """Write one or two rows of headings; the number of the first row of values."""
    grouped = any(column.group for column in columns)
    last = row + grouped
    for index, column in enumerate(columns, start=1):
        for at in range(row, last + 1):
            ws.cell(at, index).style = "form heading"
        top = last if column.group else row
        _put_text(ws.cell(top, index), column.heading, "form heading")
        if grouped and not column.group:
            ws.merge_cells(start_row=row, end_row=last, start_column=index, end_column=index)
    if grouped:
        _group_headings(ws, row, columns)
        ws.row_dimensions[row].height = LINE_PT + PADDING_PT
    lines = max(
        # A heading over both rows has the upper one's line in addition.
        lines_of(column.heading, column.width) - (grouped and not column.group)
        for column in columns
    )
    ws.row_dimensions[last].height = LINE_PT * max(1, lines) + PADDING_PT
    return last + 1


def _group_headings(ws: Worksheet, row: int, columns: Sequence[Column]) -> None:
    start = 0
    while start < len(columns):
        end = start
        while end + 1 < len(columns) and columns[end + 1].group == columns[start].group:
            end += 1
        if columns[start].group:
            _put_text(ws.cell(row, start + 1), columns[start].group, "form heading")
            if end > start:
                ws.merge_cells(
                    start_row=row, end_row=row, start_column=start + 1, end_column=end + 1
                )
        start = end + 1


def _lines_below(ws: Worksheet, row: int, sheet: Sheet) -> None:
    columns = len(sheet.columns)
    width = sum(column.width for column in sheet.columns)
    for content in sheet.signatures:
        _line(ws, row, content, "form line", columns, 28)
        row += 1
    for content in sheet.notes:
        # Small type: a quarter more characters fit the width.
        height = 11.5 * lines_of(content, width * 1.2) + 2
        _line(ws, row, content, "form note", columns, height)
        row += 1


def _print_setup(ws: Worksheet, sheet: Sheet, heading_row: int) -> None:
    ws.print_title_rows = f"1:{heading_row}"
    ws.page_setup.paperSize = PAPER_A4
    ws.page_setup.orientation = "landscape"
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.print_options.horizontalCentered = True
    for side, inches in MARGINS_INCH.items():
        setattr(ws.page_margins, side, inches)
    ws.oddFooter.center.text = sheet.page_footer


def _dress(cell: Cell, column: Column, value: Value) -> None:
    blank = value is None and column.kind not in (Kind.TEXT, Kind.CODE)
    cell.style = _body_style(Kind.CODE if blank else column.kind)


def _put_text(cell: Cell, content: str, style: str) -> None:
    cell.style = style
    put_text(cell, content)
