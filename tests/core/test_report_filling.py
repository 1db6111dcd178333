"""Templates of Word: places are found however Word has cut them up; nothing is passed over."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("osgeo")
pytest.importorskip("lxml")

import docx
from docx.oxml.ns import qn
from docx.shared import Pt
from osgeo import gdal

from tuban.core.errors import OutputError, UnreadableFile
from tuban.core.model import Severity
from tuban.core.reports.blocks import Heading, Lines, PictureBlock, TableBlock
from tuban.core.reports.filling import fill_template

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"

WHEN = datetime(2023, 4, 25)


@pytest.fixture
def write(tmp_path):
    """A template from paragraphs, each a list of runs."""

    def save(*paragraphs: list[str], change=None) -> Path:
        document = docx.Document()
        for runs in paragraphs:
            paragraph = document.add_paragraph()
            for run in runs:
                paragraph.add_run(run)
        if change:
            change(document)
        path = tmp_path / "模板 '甲'.docx"
        document.save(str(path))
        return path

    return save


@pytest.fixture
def fill(tmp_path):
    def made(template: Path, **fillings):
        path = tmp_path / "成 品.docx"
        findings = fill_template(template, fillings, path, WHEN)
        return docx.Document(str(path)), findings

    return made


def lines(document) -> list[str]:
    return [one.text for one in document.paragraphs]


def png() -> bytes:
    picture = gdal.GetDriverByName("MEM").Create("", 40, 20, 3)
    gdal.GetDriverByName("PNG").CreateCopy("/vsimem/chart.png", picture)
    size = gdal.VSIStatL("/vsimem/chart.png").size
    handle = gdal.VSIFOpenL("/vsimem/chart.png", "rb")
    content = bytes(gdal.VSIFReadL(1, size, handle))
    gdal.VSIFCloseL(handle)
    return content


@pytest.mark.parametrize(
    "runs",
    [
        ["截至{标题}止"],
        ["截至{", "标", "题", "}止"],
        ["截", "至{标", "题}", "止"],
        ["截至", "{ 标题 }", "止"],
        ["截至｛标题｝止"],
        ["截至{标题｝止"],
    ],
)
def test_a_place_is_found_however_word_has_cut_it(write, fill, runs):
    document, findings = fill(write(runs), 标题="四月")
    assert lines(document) == ["截至四月止"]
    assert findings == []


def test_words_look_as_the_place_does(write, fill):
    def bold(document):
        for run in document.paragraphs[0].runs[1:3]:
            run.bold, run.font.size = True, Pt(22)

    document, _ = fill(write(["前", "{标", "题}", "后"], change=bold), 标题="四月")
    assert [(run.text, run.bold) for run in document.paragraphs[0].runs if run.text] == [
        ("前", None),
        ("四月", True),
        ("后", None),
    ]
    assert document.paragraphs[0].runs[1].font.size == Pt(22)


def test_two_places_in_a_line_and_one_twice(write, fill):
    document, findings = fill(write(["{年}年{月}月，{年}"]), 年="2023", 月="4")
    assert lines(document) == ["2023年4月，2023"]
    assert findings == []


def test_what_a_value_holds_is_no_place(write, fill):
    document, findings = fill(write(["{甲}{乙}"]), 甲="{乙}", 乙="二")
    assert lines(document) == ["{乙}二"]
    assert findings == []


def test_an_unknown_place_stays_and_is_told(write, fill):
    document, findings = fill(write(["{标题}"], ["{落歀}"]), 标题="四月")
    assert lines(document) == ["四月", "{落歀}"]
    assert [(one.severity, one.subject) for one in findings] == [(Severity.ERROR, "模板 '甲'.docx")]
    assert "{落歀} is not known" in str(findings[0].message)
    assert "{标题}" in str(findings[0].message)


def test_a_missing_place_is_told(write, fill):
    _, findings = fill(write(["只有{标题}"]), 标题="四月", 日期="25日")
    assert [(one.severity, str(one.message)) for one in findings] == [
        (Severity.WARNING, "there is no {日期} in it; the paper lacks it")
    ]


def test_a_brace_without_a_partner_is_told(write, fill):
    document, findings = fill(write(["{标题"], ["{标题}"]), 标题="四月")
    assert lines(document) == ["{标题", "四月"]
    assert "brace without a partner" in str(findings[0].message)


def test_a_table_within_a_line_is_told_and_left(write, fill):
    table = TableBlock("表", (Heading("县"),), (("甲",),))
    document, findings = fill(write(["见{表：一}"]), **{"表：一": table})
    assert lines(document) == ["见{表：一}"]
    assert [one.severity for one in findings] == [Severity.ERROR]
    assert "line of its own" in str(findings[0].message)


def test_heads_feet_tables_and_text_boxes_have_places_too(write, fill):
    def change(document):
        document.sections[0].header.paragraphs[0].text = "{标题}"
        document.sections[0].footer.paragraphs[0].text = "{日期}"
        document.add_table(1, 1).cell(0, 0).text = "格内{标题}"
        holder = document.add_paragraph("外{日期}").add_run()
        box = docx.oxml.OxmlElement("w:txbxContent")
        inner = docx.oxml.OxmlElement("w:p")
        run, words = docx.oxml.OxmlElement("w:r"), docx.oxml.OxmlElement("w:t")
        words.text = "框内{标题}"
        run.append(words)
        inner.append(run)
        box.append(inner)
        holder._element.append(box)

    document, findings = fill(write(change=change), 标题="四月", 日期="25日")
    assert findings == []
    assert document.sections[0].header.paragraphs[0].text == "四月"
    assert document.sections[0].footer.paragraphs[0].text == "25日"
    assert document.tables[0].cell(0, 0).text == "格内四月"
    words = [one.text for one in document.element.body.iter(qn("w:t"))]
    assert [one for one in words if one and ("框" in one or "外" in one)] == ["外25日", "框内四月"]


def test_lines_become_paragraphs_of_the_same_look_with_the_mark(write, fill):
    def styled(document):
        document.paragraphs[0].style = document.styles["Quote"]

    template = write(["{文：进", "度}"], change=styled)
    document, findings = fill(template, **{"文：进度": Lines(("一。", "二。"), "【草稿】")})
    assert findings == []
    assert lines(document) == ["【草稿】一。", "【草稿】二。"]
    assert {one.style.name for one in document.paragraphs} == {"Quote"}
    assert document.paragraphs[0].runs[0].font.highlight_color is not None
    assert document.paragraphs[0].runs[1].font.highlight_color is None


@pytest.mark.parametrize("paper", ["bulletin", "half_year", "annual", "warning", "progress"])
def test_a_signature_does_not_stand_on_a_page_of_its_own(paper):
    document = docx.Document(str(TEMPLATES / f"{paper}.docx"))
    last = document.paragraphs[-4:]
    assert [one.text for one in last] == ["{文：要求}", "{落款}", "{日期}", "{口径}"]
    assert all(one.style.paragraph_format.keep_with_next for one in last[:-1])


def test_no_lines_leave_no_paragraph_behind_but_a_blank_one(write, fill):
    document, _ = fill(write(["前"], ["{文：进度}"], ["后"]), **{"文：进度": Lines(())})
    assert lines(document) == ["前", "", "后"]


def test_a_table_has_its_groups_totals_caption_and_notes(write, fill):
    table = TableBlock(
        "表1",
        (Heading("县", left=True), Heading("上报", group="县级"), Heading("填报", group="县级")),
        (("甲 <&>\x07", "1", "2"), ("合计", "1", "2")),
        frozenset({1}),
        ("注：军用不计",),
    )
    document, findings = fill(write(["{表:一}"]), **{"表：一": table})
    assert findings == []
    assert lines(document) == ["表1", "注：军用不计", ""], "what follows does not touch the note"
    found = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["县", "县级", "县级"],
        ["县", "上报", "填报"],
        ["甲 <&>\ufffd", "1", "2"],
        ["合计", "1", "2"],
    ]
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in found.rows]
    assert heads == [True, True, False, False]
    assert [cell.paragraphs[0].runs[0].bold for cell in found.rows[3].cells] == [True] * 3
    assert found.rows[2].cells[0].paragraphs[0].runs[0].bold is None


def test_a_picture_stands_in_its_size_with_words_for_who_cannot_see(write, fill):
    picture = PictureBlock(png(), 100, "图1", "各县排名")
    document, findings = fill(write(["{图：一}"]), **{"图：一": picture})
    assert findings == []
    assert lines(document) == ["", "图1"]
    (shape,) = document.inline_shapes
    assert round(shape.width.mm) == 100
    assert round(shape.height.mm) == 50
    assert shape._inline.docPr.get("descr") == "各县排名"


def test_the_same_paper_has_the_same_bytes(write, tmp_path):
    template = write(["{标题}"])
    for name in ("一.docx", "二.docx"):
        fill_template(template, {"标题": "四月"}, tmp_path / name, WHEN)
    assert (tmp_path / "一.docx").read_bytes() == (tmp_path / "二.docx").read_bytes()
    assert (
        docx.Document(str(tmp_path / "一.docx")).core_properties.created.replace(tzinfo=None)
        == WHEN
    )


def test_what_is_no_template_is_refused_with_its_name(tmp_path):
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("a.txt", "a")
    for name, content in {
        "旧.doc": b"\xd0\xcf",
        "空.docx": b"",
        "包.docx": broken.getvalue(),
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableFile, match=name):
            fill_template(tmp_path / name, {}, tmp_path / "成品.docx", WHEN)
    with pytest.raises(UnreadableFile, match="cannot be read"):
        fill_template(tmp_path / "没有.docx", {}, tmp_path / "成品.docx", WHEN)


def test_a_broken_part_is_refused(write, tmp_path):
    whole = write(["{标题}"])
    cut = tmp_path / "坏.docx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(cut, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:200] if name == "word/document.xml" else content)
    with pytest.raises(UnreadableFile, match="坏"):
        fill_template(cut, {}, tmp_path / "成品.docx", WHEN)


def _again(whole, path, change):
    """The file written again with its document changed, or none of it."""
    with (
        zipfile.ZipFile(whole) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == "word/document.xml" else content)
    return path


def _locked(raw: bytes, at_member: int, at_list: int, value: int) -> bytes:
    """Every member with a byte of its head changed, in the file and in its list."""
    changed = bytearray(raw)
    for mark, at in ((b"PK\x03\x04", at_member), (b"PK\x01\x02", at_list)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + at] = value
            place = changed.find(mark, place + 4)
    return bytes(changed)


def test_what_unpacks_to_too_much_is_refused(write, tmp_path):
    def swell(content):
        return content.replace(b"</w:body>", b" " * (101 * 2**20) + b"</w:body>")

    bomb = _again(write(["{标题}"]), tmp_path / "炸弹.docx", swell)
    assert bomb.stat().st_size < 2**20
    with pytest.raises(UnreadableFile, match="unpacked it is larger than 100 MB"):
        fill_template(bomb, {}, tmp_path / "成品.docx", WHEN)
    assert not (tmp_path / "成品.docx").exists()


def test_what_is_locked_damaged_or_empty_is_refused(write, tmp_path):
    whole = write(["{标题}"])
    packed = _again(whole, tmp_path / "压缩.docx", bytes).read_bytes()
    place = packed.find(b"word/document.xml") + 60
    (tmp_path / "密码.docx").write_bytes(_locked(packed, 6, 8, 1))
    (tmp_path / "未知.docx").write_bytes(_locked(packed, 8, 10, 99))
    damaged = packed[:place] + b"\xff" * 40 + packed[place + 40 :]
    (tmp_path / "损坏.docx").write_bytes(damaged)
    (tmp_path / "加密.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000))
    root = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    _again(whole, tmp_path / "无文.docx", lambda _content: root)
    (tmp_path / "夹.docx").mkdir()
    for name in ("密码", "未知", "损坏", "加密", "无文", "夹"):
        with pytest.raises(UnreadableFile, match=f"{name}.docx"):
            fill_template(tmp_path / f"{name}.docx", {}, tmp_path / "成品.docx", WHEN)


def test_a_folder_that_is_not_there_is_named(write, tmp_path):
    with pytest.raises(OutputError, match="没有"):
        fill_template(write(["{标题}"]), {"标题": ""}, tmp_path / "没有" / "a.docx", WHEN)


def test_where_lxml_is_missing_a_sentence_says_so():
    root = Path(__file__).resolve().parents[2]
    script = f"""
import importlib.util, sys
sys.modules["lxml"] = None
spec = importlib.util.spec_from_file_location(
    "tuban", {str(root / "__init__.py")!r}, submodule_search_locations=[{str(root)!r}])
sys.modules["tuban"] = importlib.util.module_from_spec(spec)
import tuban.core.reports
from tuban.core.errors import DependencyError
try:
    import tuban.core.reports.filling
except DependencyError as error:
    print(error.text)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert "lxml is missing" in done.stdout, done.stderr
