"""Rows written as XML against the same rows written cell by cell through openpyxl."""

from __future__ import annotations

import io
import zipfile
from copy import copy
from datetime import datetime
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from tuban.core.documents import (
    Column,
    Kind,
    Sheet,
    default_template,
    laid_out,
    plain,
    read_template,
    template,
    workbook,
    workbook_bytes,
    write_plain_workbook,
)
from tuban.core.documents.cells import lines_of, put
from tuban.core.documents.rows import LINE_PT, PADDING_PT, TALLEST_ROW_PT, Rows

# Without lxml openpyxl forgets to keep a text of blanks only as it is; what is written here does.
needs_lxml = pytest.mark.skipif(not openpyxl.LXML, reason="openpyxl has no lxml here")

WHEN = datetime(2023, 4, 20, 16, 5, 7)
COLUMNS = (
    Column("序号", 5, Kind.INTEGER),
    Column("编号", 20, Kind.CODE),
    Column("合计", 10, Kind.AREA, group="面积（亩）"),
    Column("耕地", 10, Kind.AREA, decimals=4, group="面积（亩）"),
    Column("日期", 11, Kind.DATE),
    Column("说明", 30),
)
NOTES = [
    *(
        "",
        "二龙山下的一块地，比一行要长得多，因此要换行，行高也要跟着变",
        "=1+1",
        "-2 亩",
        "@x",
        "+1",
    ),
    *(" 前后有空格 ", "两\n行\n", "制表\t符", "<b>&amp;\"'</b>", "]]>", "_x0041_", "#N/A", "𠮷😀"),
    *("\x00\ud800", "\r\n", "　全角空格　", "长" * 33000),
]
ROWS = [
    (number, f"00{number}", Decimal("1.50"), Decimal("0.12345"), "2023-04-01", note)
    for number, note in enumerate(NOTES)
]
ROWS += [
    (None, None, None, None, None, None),
    (0, "", Decimal(0), Decimal("-0.005"), "1900-01-01", "x"),
    (10**15, "1E5", Decimal("1E+3"), Decimal("123456789.12"), "2099-12-31", "x"),
]
SHEET = Sheet(
    name="表",
    title="标题",
    columns=COLUMNS,
    rows=ROWS,
    above_left="填报单位：虚构县",
    above_right="单位：亩",
    signatures=("填表人：",),
    notes=("注：虚构",),
)


def cell_by_cell(ws, first, sheet, places, dress, fixed=(), least=None):
    """The slow way: an object of openpyxl for each cell."""
    kept = [(cell.column, cell.value, copy(cell._style)) for cell in fixed]
    for row, values in enumerate(sheet.rows, start=first):
        lines = 1
        for at, value, style in kept:
            ws.cell(row, at).value = value
            ws.cell(row, at)._style = copy(style)
        for place, value in zip(places, values):
            cell = ws.cell(row, place.at)
            dress(cell, place.column, value)
            put(cell, place.column, value, sheet.unknown)
            if isinstance(value, str):
                lines = max(lines, lines_of(value, place.width))
        if least is not None:
            height = min(TALLEST_ROW_PT, LINE_PT * lines + PADDING_PT)
            ws.row_dimensions[row].height = max(least, height)
    return Rows(ws, first, first - 1, b"")


@pytest.fixture(
    params=[workbook_bytes, laid_out, write_plain_workbook], ids=lambda one: one.__name__
)
def made(request, tmp_path, monkeypatch):
    """A function that makes a sheet in one of the ways, quickly or slowly."""

    def make(sheet, slowly=False):
        with monkeypatch.context() as patched:
            if slowly:
                for module in (plain, template, workbook):
                    patched.setattr(module, "table_rows", cell_by_cell)
            if request.param is workbook_bytes:
                return workbook_bytes([sheet, sheet_named(sheet, "另一")], WHEN)
            if request.param is laid_out:
                return laid_out(office_template(tmp_path), sheet, {"county": "虚构县"}, WHEN)
            write_plain_workbook(tmp_path / "a.xlsx", [sheet], WHEN)
            return (tmp_path / "a.xlsx").read_bytes()

    return make


def sheet_named(sheet, name):
    return Sheet(name, sheet.title, sheet.columns, sheet.rows[:3])


def office_template(folder):
    """An office's layout: columns moved, cells and a text of its own in the row, lines below."""
    book = load_workbook(io.BytesIO(default_template(SHEET, WHEN)))
    ws = book.worksheets[0]
    for merged in list(ws.merged_cells.ranges):
        ws.unmerge_cells(str(merged))
    ws.insert_cols(2)
    (row,) = {cell.row for cells in ws.iter_rows() for cell in cells if cell.value == "{编号}"}
    ws.cell(row, 2).value, ws.cell(row, 9).value = "虚构市 & 县", 2023
    ws.cell(row, 11).value = True
    ws.cell(row, 10).fill = PatternFill("solid", fgColor="FFFFEE00")
    ws.cell(row, 3).font = Font(name="楷体", size=14)
    ws.cell(row, 4).alignment = Alignment(textRotation=45)
    ws.cell(1, 1).value, ws.cell(1, 1).comment = "{county}", Comment("批注", "虚构")
    ws.row_dimensions[row].height = 25
    ws.merge_cells(start_row=row + 1, end_row=row + 1, start_column=1, end_column=4)
    path = folder / "template.xlsx"
    book.save(path)
    return read_template(path, COLUMNS, [f"v{n}" for n in range(6)], ("county",))


def look(cell):
    parts = (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)
    return (*map(repr, parts), cell.number_format, cell.quotePrefix, cell.style)


def everything(content):
    """The sheets as they are in the file, and all that a person sees of them: openpyxl also reads
    rows that stand there twice and cells in any order, for Excel the file is damaged. Numbers of
    styles differ, what they look like does not."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            for one in fromstring(parts.read(name)).iter() if "worksheets/sheet" in name else ():
                yield one.tag, {key: value for key, value in one.items() if key != "s"}, one.text
    for ws in load_workbook(io.BytesIO(content)).worksheets:
        yield ws.title, ws.dimensions, ws.freeze_panes, ws.print_title_rows
        yield sorted(map(str, ws.merged_cells.ranges))
        yield {name: one.width for name, one in ws.column_dimensions.items()}
        yield {number: one.height for number, one in ws.row_dimensions.items()}
        yield repr(ws.page_setup), repr(ws.page_margins), repr(ws.oddFooter.center.text)
        for cells in ws.iter_rows():
            for cell in cells:
                yield cell.coordinate, cell.data_type, cell.value, look(cell)


@needs_lxml
@pytest.mark.parametrize("rows", [ROWS, ROWS[1:2], []], ids=len)
def test_the_same_as_cell_by_cell(made, rows):
    sheet = Sheet(**{**vars(SHEET), "rows": rows})
    assert list(everything(made(sheet))) == list(everything(made(sheet, slowly=True)))


@needs_lxml
def test_the_same_without_anything_below(made):
    sheet = Sheet("表", "标题", COLUMNS, ROWS)
    assert list(everything(made(sheet))) == list(everything(made(sheet, slowly=True)))


pairs = st.tuples(st.text(max_size=40), st.decimals(-(10**9), 10**9, places=3))


@settings(max_examples=5, deadline=None, phases=[Phase.generate])
@given(st.lists(pairs, min_size=20, max_size=40))
def test_whatever_the_texts_and_the_numbers(rows):
    columns = (Column("文", 12), Column("数", 9, Kind.AREA))
    content = workbook_bytes([Sheet("表", "标题", columns, rows)], WHEN)
    found = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(min_row=4)
    ws = Workbook().active
    for (wrote, number), read in zip(rows, found):
        put(ws["A1"], columns[0], wrote, "—")
        assert (read[0].value or "") == ws["A1"].value
        assert read[1].value == float(number)


def test_the_templates_own_text_stands_in_every_record(tmp_path):
    ws = load_workbook(
        io.BytesIO(laid_out(office_template(tmp_path), SHEET, {"county": "虚构县"}, WHEN))
    ).worksheets[0]
    first = next(cell.row for cell in ws["C"] if cell.value == "000")
    own = {(ws.cell(row, 2).value, ws.cell(row, 9).value) for row in range(first, first + 21)}
    assert own == {("虚构市 & 县", 2023)}


@pytest.mark.parametrize("values", [(1, "a"), (1, "a", 2, 3)])
def test_a_row_has_a_value_for_each_column(values):
    columns = (Column("序号", 5, Kind.INTEGER), Column("编号", 9), Column("数", 5, Kind.INTEGER))
    with pytest.raises(ValueError, match=f"{len(values)} values for 3 columns"):
        workbook_bytes([Sheet("表", "标题", columns, [values])], WHEN)
