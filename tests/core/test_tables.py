"""CSV and xlsx as an office saves them; every value comes as text."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

pytest.importorskip("osgeo")

from tuban.core.errors import InputError, UnreadableFile
from tuban.core.intake.grid import read_grids
from tuban.core.intake.tables import read_table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_csv_as_people_save_it(tmp_path, encoding):
    path = tmp_path / "判 定.csv"
    path.write_bytes('地块编号,判定类型 ,\r\n0012_1,"合,法"\r\n\r\n7\r\n'.encode(encoding))
    assert read_table(path) == [
        {"地块编号": "0012_1", "判定类型": "合,法"},
        {"地块编号": "", "判定类型": ""},
        {"地块编号": "7", "判定类型": ""},
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xff\x00\xff", "neither UTF-8 nor GBK"),
        (b'a,b\n1,"' + b"x" * 200_000, "no whole CSV table: line 2"),
    ],
)
def test_csv_that_is_none(tmp_path, content, told):
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(UnreadableFile, match=told):
        read_table(tmp_path / "x.csv")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_table_that_is_not_there(tmp_path, suffix):
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_table(tmp_path / f"x.{suffix}")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """As a clerk makes it: nothing but texts in it, or numbers where they were typed bare."""
    book = openpyxl.Workbook()
    book.active.append(["地块编号", "判定类型", None, "日期"])
    book.active.append(["0012_1", "违法", "x", datetime(2023, 4, 12)])
    book.active.append([None, None])
    book.active.append([12.0, 1.5, None, True])
    book.create_sheet("第二 页").append(["另一列"])
    path = tmp_path / "判 定.xlsx"
    book.save(path)
    return path


def test_xlsx(workbook):
    assert read_table(workbook) == [
        {"地块编号": "0012_1", "判定类型": "违法", "日期": "2023-04-12 00:00:00"},
        {"地块编号": "", "判定类型": "", "日期": ""},
        {"地块编号": "12", "判定类型": "1.5", "日期": "True"},
    ]
    assert read_table(workbook, "第二 页") == []
    with pytest.raises(InputError, match="no sheet “第三页”"):
        read_table(workbook, "第三页")


def test_an_xlsx_that_understates_its_size(workbook):
    right = read_table(workbook)
    with zipfile.ZipFile(workbook) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', parts[name])
    with zipfile.ZipFile(workbook, "w") as archive:
        for one, content in parts.items():
            archive.writestr(one, content)
    assert b'ref="A1"' in parts[name]
    assert read_table(workbook) == right


def test_what_is_no_xlsx(tmp_path, workbook):
    path = tmp_path / "x.xlsx"
    whole = workbook.read_bytes()
    for content in (b"", b"text", whole[: len(whole) // 2]):
        path.write_bytes(content)
        with pytest.raises(UnreadableFile, match="no workbook"):
            read_table(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<not xml")
    with pytest.raises(UnreadableFile, match="no workbook"):
        read_table(path)


@pytest.fixture
def parts(workbook):
    """What an xlsx of one sheet is packed of."""
    book = openpyxl.load_workbook(workbook)
    del book["第二 页"]
    book.save(workbook)
    with zipfile.ZipFile(workbook) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("read", [read_table, read_grids])
@pytest.mark.parametrize(
    ("member", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData"),
        ("xl/workbook.xml", b"<calcPr calcId=", b"<calcPr other="),
        ("[Content_Types].xml", b"sheet.main+xml", b"other+xml"),
    ],
    ids=["no xml", "no such setting", "no workbook"],
)
def test_an_xlsx_with_a_damaged_part(workbook, parts, member, old, new, read):
    damaged = parts[member].replace(old, new)
    assert damaged != parts[member]
    with pytest.raises(UnreadableFile, match="no workbook"):
        read(packed(workbook, {**parts, member: damaged}))


def test_an_xlsx_without_its_sheet(workbook, parts):
    del parts["xl/worksheets/sheet1.xml"]
    with pytest.raises(UnreadableFile, match="no workbook"):
        read_table(packed(workbook, parts))
