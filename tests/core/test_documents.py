"""Workbooks as openpyxl, zipfile and LibreOffice read them."""

from __future__ import annotations

import shutil
import subprocess
import time
import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest

from tuban.core.documents import Column, Kind, Sheet, workbook_bytes, write_workbook
from tuban.core.errors import OutputError

WHEN = datetime(2023, 4, 20, 16, 5, 7, 123000)
COLUMNS = (
    Column("序号", 5, Kind.INTEGER),
    Column("编号", 20, Kind.CODE),
    Column("合计", 10, Kind.AREA, group="面积（亩）"),
    Column("耕地", 10, Kind.AREA, group="面积（亩）"),
    Column("日期", 11, Kind.DATE),
    Column("说明", 30),
)


def sheet(*rows, columns=COLUMNS, **more):
    return Sheet(name="表", title="标题", columns=columns, rows=rows, **more)


def row(code="371599040001", note="", area="1.50"):
    return (1, code, Decimal(area), None, "2023-04-01", note)


def written(path, *sheets):
    write_workbook(path, sheets, WHEN)
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("value", ["=1+1", "+1", "-2 亩", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_a_leading_sign_stays_text(tmp_path, value):
    cell = written(tmp_path / "a.xlsx", sheet(row(value)))["表"]["B5"]
    assert (cell.value, cell.data_type) == (value, "s")
    assert cell.quotePrefix


@pytest.mark.parametrize(
    "value", ["000123", "371599040001234567", "1E5", "#N/A", "2023-04-01", "TRUE"]
)
def test_a_code_stays_text(tmp_path, value):
    cell = written(tmp_path / "a.xlsx", sheet(row(value)))["表"]["B5"]
    assert (cell.value, cell.data_type, cell.number_format) == (value, "s", "@")


def test_no_cell_of_any_part_is_a_formula(tmp_path):
    odd = sheet(row("=A1", "=B1"), above_left="=C1", notes=("=D1",), signatures=("=E1",))
    written(tmp_path / "a.xlsx", odd)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_numbers_and_dates_are_typed(tmp_path):
    ws = written(tmp_path / "a.xlsx", sheet(row(area="1234567.80")))["表"]
    assert (ws["C5"].value, ws["C5"].number_format) == (1234567.8, "0.00_ ")
    assert (ws["E5"].value, ws["E5"].number_format) == (datetime(2023, 4, 1), "yyyy-mm-dd")
    assert ws["A5"].value == 1


def test_an_unknown_area_is_not_zero(tmp_path):
    assert written(tmp_path / "a.xlsx", sheet(row()))["表"]["D5"].value == "—"


@pytest.mark.parametrize(
    "values",
    [
        (1, 371599, Decimal("1"), None, None, ""),
        (1, "a", "1.50", None, None, ""),
        (1, "a", 1.5, None, None, ""),
        (True, "a", Decimal("1"), None, None, ""),
        ("1", "a", Decimal("1"), None, None, ""),
        (1, "a", Decimal("1"), None, "yesterday", ""),
        (1, "a"),
    ],
)
def test_a_value_of_another_kind_is_refused(values):
    with pytest.raises(ValueError):
        workbook_bytes([sheet(values)], WHEN)


def test_characters_that_xml_forbids_are_shown(tmp_path):
    ws = written(tmp_path / "a.xlsx", sheet(row("a\x00b\x1fc\ufffed\ud800e")))["表"]
    assert ws["B5"].value == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_rare_characters_and_emoji_stay(tmp_path):
    assert written(tmp_path / "a.xlsx", sheet(row(note="𠮷👍")))["表"]["F5"].value == "𠮷👍"


def test_what_looks_like_an_escape_is_escaped(tmp_path):
    written(tmp_path / "a.xlsx", sheet(row(note="_x0041_")))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"_x005F_x0041_" in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("given", "kept"),
    [("x" * 32767, "x" * 32767), ("x" * 32768, "x" * 32766 + "…"), ("\r\n" * 30000, None)],
)
def test_a_text_longer_than_a_cell_is_cut_and_shows_it(tmp_path, given, kept):
    written(tmp_path / "a.xlsx", sheet(row(note=given)))
    sheet_read = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    texts = [cell.value for cells in sheet_read for cell in cells]
    if kept is None:
        assert any(str(one).endswith("…") for one in texts)
    else:
        assert kept in texts


def test_print_setup(tmp_path):
    ws = written(tmp_path / "a.xlsx", sheet(row(), page_footer="第 &P 页，共 &N 页"))["表"]
    assert ws.page_setup.paperSize == 9
    assert ws.page_setup.orientation == "landscape"
    assert (ws.page_setup.fitToWidth, ws.page_setup.fitToHeight) == (1, 0)
    assert ws.print_title_rows == "$1:$4"
    assert ws.freeze_panes == "A5"
    assert ws.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert ws.column_dimensions["B"].width == 20
    border = ws["B5"].border
    assert {border.left.style, border.right.style, border.top.style, border.bottom.style} == {
        "thin"
    }
    assert (ws["B5"].font.name, ws["A1"].font.name) == ("宋体", "黑体")


def test_group_headings_span_their_columns(tmp_path):
    ws = written(tmp_path / "a.xlsx", sheet(row()))["表"]
    merged = {str(one) for one in ws.merged_cells.ranges}
    assert {"C3:D3", "A3:A4", "B3:B4", "A1:F1"} <= merged
    assert ws["C3"].value == "面积（亩）"
    assert ws["D4"].value == "耕地"


def test_a_long_text_gets_the_height_it_needs(tmp_path):
    # 300 Chinese characters, 15 to a line of 30 half widths less padding: at least 20 lines.
    ws = written(tmp_path / "a.xlsx", sheet(row(note="说" * 300), row(note="短")))["表"]
    assert ws.row_dimensions[5].height > 20 * 13
    assert ws.row_dimensions[6].height < 20


def test_the_same_sheets_give_the_same_bytes():
    first = workbook_bytes([sheet(row())], WHEN)
    time.sleep(2.1)  # a zip's times have a step of two seconds
    assert workbook_bytes([sheet(row())], WHEN) == first
    assert workbook_bytes([sheet(row())], datetime(2023, 4, 21)) != first


def test_the_time_of_making_is_the_given_one(tmp_path):
    book = written(tmp_path / "a.xlsx", sheet(row()))
    assert book.properties.created == book.properties.modified == WHEN.replace(microsecond=0)


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(OutputError, match="does not exist"):
        write_workbook(tmp_path / "none" / "a.xlsx", [sheet(row())], WHEN)


def test_chinese_path_with_spaces_and_quotes(tmp_path):
    folder = tmp_path / '上报 材料 it\'s "new"'
    folder.mkdir()
    written(folder / "图斑 表.xlsx", sheet(row()))
    assert [path.name for path in folder.iterdir()] == ["图斑 表.xlsx"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_headings_on_every_page(tmp_path):
    rows = [row(f"37159904{number:06d}") for number in range(120)]
    write_workbook(tmp_path / "a.xlsx", [sheet(*rows, page_footer="第 &P 页，共 &N 页")], WHEN)
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "a.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    printed = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode("utf-8")
    pages = printed.rstrip("\f").split("\f")
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "面积（亩）" in page
        assert f"第 {number} 页，共 {len(pages)} 页" in page
    assert all(f"37159904{number:06d}" in printed for number in range(120))
