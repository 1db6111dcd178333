"""The first sheet of a workbook against openpyxl's own reading of it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from tuban.core.documents import Column, Kind, Sheet, first_sheet, workbook_bytes

WHEN = datetime(2023, 4, 20, 16, 5, 7)
STRINGS = """<si><t>整句</t></si>
<si><r><t>分</t></r><r><rPr><b/></rPr><t xml:space="preserve">段 </t>
</r></si><si><t/></si><si><t>字</t><rPh sb="0" eb="1"><t>zì</t></rPh></si>"""
CELLS = """<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>
<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="s"><v>3</v></c><c r="AA4"><v>1.5E3</v></c></row>
<row><c><v>7</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>算出</v></c></row>
<row r="6"><c r="A6"><f>1+1</f><v>2</v></c><c r="B6" t="d"><v>2023-04-01T00:00:00</v></c></row>
<row r="7"><c r="A7" t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r></is></c><c r="B7"/></row>
<row r="8"><c r="A8" t="inlineStr"><is><r><t>独段</t></r></is></c><c r="B8"><f>1+1</f></c></row>
<row r="9"/><row r="10"><c r="B10" t="inlineStr"><is><t/></is></c><c r="C10"><v/></c></row>"""


def by_openpyxl(content):
    book = load_workbook(io.BytesIO(content), read_only=True)
    return tuple(map(tuple, book.worksheets[0].iter_rows(values_only=True)))


def of_all_kinds(epoch=WINDOWS_EPOCH):
    book = Workbook()
    book.epoch = epoch
    ws = book.active
    rich = CellRichText("普通", TextBlock(InlineFont(b=True), "加粗"))
    ws.append(
        [1, 2.5, Decimal("0.10"), "文", True, None, date(2023, 4, 1), datetime(2023, 4, 1, 9)]
    )
    ws.append([])
    ws.append(["=A1+1", "#N/A", rich, "  ", "两\n行", 10**15, -0.5])
    ws["C7"] = 0.25
    ws["C7"].number_format = "[h]:mm"
    ws["A9"].number_format = "0.00"
    book.create_sheet("另一").append(["不看"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_hand(dimension):
    """As WPS and LibreOffice write: texts in a list of their own, gaps, cells without a place."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(of_all_kinds())) as source,
        zipfile.ZipFile(content, "w") as target,
    ):
        for name in source.namelist():
            part = source.read(name).decode()
            if name == "xl/worksheets/sheet1.xml":
                start, _, rest = part.partition("<dimension")
                part = start + dimension + rest.partition("/>")[2]
                head, _, rest = part.partition("<sheetData>")
                part = f"{head}<sheetData>{CELLS}</sheetData>{rest.partition('</sheetData>')[2]}"
            part = part.replace("</Types>", f"{TYPE}</Types>")
            if name.endswith("workbook.xml.rels"):
                part = part.replace("</Relationships>", f"{RELATION}</Relationships>")
            target.writestr(name, part)
        target.writestr(
            "xl/sharedStrings.xml",
            f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{STRINGS}</sst>',
        )
    return content.getvalue()


TYPE = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
RELATION = (
    '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/sharedStrings" Target="/xl/sharedStrings.xml"/>'
)


def form():
    columns = (Column("号", 8, Kind.CODE), Column("亩", 8, Kind.AREA), Column("日", 8, Kind.DATE))
    rows = [("001", Decimal("1.50"), "2023-04-01"), ("", None, None), ("a\nb ", Decimal(2), None)]
    return workbook_bytes([Sheet("表", "标题", columns, rows, notes=("注",))], WHEN)


@pytest.mark.parametrize(
    "content",
    [
        of_all_kinds(),
        of_all_kinds(MAC_EPOCH),
        form(),
        *map(by_hand, ("", '<dimension ref="A1:E12"/>', '<dimension ref="A1:AB5"/>')),
    ],
    ids=["kinds", "days from 1904", "form", "no dimension", "wide", "short"],
)
def test_the_same_as_openpyxl(content):
    read = first_sheet(content)
    assert read == by_openpyxl(content)
    kinds = [[type(cell) for cell in row] for row in by_openpyxl(content)]
    assert [[type(cell) for cell in row] for row in read] == kinds


def test_texts_of_a_list_are_read():
    rows = first_sheet(by_hand(""))
    assert (rows[1], rows[3][2]) == ((None, "整句", None, "分段 "), "字")
    assert rows[4] == (7, True, "#N/A", "算出")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_has_saved(tmp_path):
    path, saved = tmp_path / "a.xlsx", tmp_path / "saved" / "a.xlsx"
    path.write_bytes(form())
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(saved.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = saved.read_bytes()
    assert first_sheet(content) == by_openpyxl(content)
    assert first_sheet(content)[3][:2] == ("001", 1.5)
