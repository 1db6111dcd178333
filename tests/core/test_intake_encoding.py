"""Texts are never garbled silently: right, or asked about, or kept as bytes with a warning."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")

from tuban.core.errors import UndecidedInput, UnreadableFile
from tuban.core.intake import ReadOptions, read_draft
from tuban.core.plan import load_plan
from tuban.core.reading.encoding import (
    Decoder,
    Piece,
    decode_whole,
    encoding_named,
    find_encoding,
)

PLAN = load_plan("liaocheng-2023")
CODECS = {"GBK": "gbk", "UTF-8": "utf-8"}

# GB 2312: the everyday characters, and the less common ones that turn up in names of places.
EVERYDAY = [
    bytes((lead, trail)).decode("gb2312")
    for lead in range(0xB0, 0xD7)
    for trail in range(0xA1, 0xFF)
]
LESS_COMMON = [
    bytes((lead, trail)).decode("gb2312")
    for lead in range(0xD8, 0xF8)
    for trail in range(0xA1, 0xFF)
]
CHARACTER = st.one_of(
    *[st.sampled_from(EVERYDAY)] * 8,
    st.sampled_from(LESS_COMMON),
    st.sampled_from(list("，。（）《》、：0123456789ABCxyz-_ ")),
)
TEXTS = st.lists(st.text(CHARACTER, min_size=1, max_size=30), min_size=1, max_size=12)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(
    texts=TEXTS, codec=st.sampled_from(["GBK", "UTF-8"]), said=st.sampled_from(["", "GBK", "UTF-8"])
)
def test_random_chinese_is_right_or_asked_about(texts, codec, said):
    """Whatever is declared, rightly, wrongly or not at all."""
    raw = [text.encode(CODECS[codec]) for text in texts]
    try:
        found = find_encoding("x.dbf", [Piece(one) for one in raw], said)
    except UndecidedInput as asked:
        assert asked.question == "encoding" and set(asked.choices) == {"GBK", "UTF-8"}
        return
    decoder = Decoder(found)
    assert [decoder.decode(one).text for one in raw] == texts


@settings(derandomize=True, max_examples=300, deadline=None)
@given(texts=TEXTS, codec=st.sampled_from(["GBK", "UTF-8"]), cut=st.integers(1, 40))
def test_a_text_cut_anywhere_is_the_beginning_of_itself(texts, codec, cut):
    """A writer that cuts at the field's width may cut a character in two."""
    whole = "，".join(texts)
    raw = whole.encode(CODECS[codec])[:cut]
    decoder = Decoder(codec, certain=True)
    decoded = decoder.decode(raw, width=cut)
    assert whole.startswith(decoded.text)
    assert len(raw) - len(decoded.text.encode(CODECS[codec])) < 4


# Words whose GBK bytes are valid UTF-8: the trap that made Notepad famous.
TRAPS = ["模", "谋", "募", "慕", "煤", "摹", "联通", "莫", "目", "墓"]


@pytest.mark.parametrize("word", TRAPS)
@pytest.mark.parametrize("said", ["", "GBK", "UTF-8"])
def test_short_gbk_words_that_are_valid_utf8(word, said):
    raw = word.encode("gbk")
    try:
        found = find_encoding("x.dbf", [Piece(raw)], said)
    except UndecidedInput:
        assert said == "UTF-8"  # only the wrong declaration may make it doubtful
        return
    assert Decoder(found).decode(raw).text == word


def test_at_least_one_of_the_traps_is_a_trap():
    assert "模".encode("gbk").decode("utf-8") == "ģ"


@pytest.mark.parametrize("said, right", [("UTF-8", "m²"), ("GBK", "m虏")])
def test_what_both_readings_explain_follows_the_declaration(said, right):
    raw = "m²".encode()
    assert Decoder(find_encoding("x", [Piece(raw)], said)).decode(raw).text == right


def test_what_both_readings_explain_is_asked_about():
    with pytest.raises(UndecidedInput) as caught:
        find_encoding("面积.dbf", [Piece("m²".encode())], "")
    assert caught.value.question == "encoding"
    assert "面积.dbf" in str(caught.value)


def test_ascii_needs_no_encoding():
    assert find_encoding("x", [Piece(b"0503")], "") == "ASCII"
    assert find_encoding("x", [Piece(b"0503")], "GBK") == "GBK"


@pytest.mark.parametrize(
    "written, name",
    [
        ("UTF-8", "UTF-8"),
        ("utf8\r\n", "UTF-8"),
        ("65001", "UTF-8"),
        ("GBK", "GBK"),
        ("CP936", "GBK"),
        ("936", "GBK"),
        ("ANSI 936", "GBK"),
        ("GB2312", "GBK"),
        ("GB18030", "GBK"),
        ("ISO-8859-1", ""),
        ("", ""),
    ],
)
def test_names_of_encodings(written, name):
    assert encoding_named(written) == name


def notes_of(draft, check):
    return [str(one.message) for one in draft.notes if one.check == f"intake.{check}"]


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
@pytest.mark.parametrize(
    "cpg, language_id",
    [(None, 0), (None, 0x4D), (None, 0x57), ("UTF-8", 0), ("GBK", 0), ("UTF-8", 0x4D), ("odd", 0)],
)
def test_a_shapefile_is_read_whatever_it_declares(issued, codec, cpg, language_id):
    rows = [issued.row("1", BZ="道路旁，硬化"), issued.row("2", XMC="东昌府区")]
    path = issued.shapefile(rows, encoding=codec, cpg=cpg, language_id=language_id)
    draft = read_draft(path, PLAN)
    assert [patch.county_name for patch in draft.patches] == ["测试县", "东昌府区"]
    assert draft.patches[0].remark == "道路旁，硬化"
    assert draft.source.encoding == {"gbk": "GBK", "utf-8": "UTF-8"}[codec]
    declared = encoding_named(cpg or "") or ("GBK" if language_id == 0x4D else "")
    contradicted = bool(declared) and declared != draft.source.encoding
    assert bool(notes_of(draft, "encoding")) == contradicted


def test_a_text_cut_in_the_middle_of_a_character_is_said(issued):
    path = issued.shapefile([issued.row(XMC="聊城市东昌府区测试县甲乙丙丁")], encoding="utf-8")
    draft = read_draft(path, PLAN)
    assert draft.patches[0].county_name == "聊城市东昌府区测试县"  # 30 bytes hold ten
    path = issued.shapefile([issued.row(XMC="a聊城市东昌府区测试县")], encoding="utf-8")
    draft = read_draft(path, PLAN)
    assert draft.patches[0].county_name == "a聊城市东昌府区测试"
    assert "Row 1" in notes_of(draft, "text")[0] and "XMC" in notes_of(draft, "text")[0]


def test_one_row_in_the_other_encoding_is_read_and_said(issued):
    """Files merged from two sources."""
    rows = [issued.row(str(index), BZ="新增硬化地面，位于村庄东侧") for index in range(1, 6)]
    rows.append(issued.row("6", BZ="拆迁待建工地堆土区域".encode()))
    draft = read_draft(issued.shapefile(rows), PLAN)
    assert draft.patches[5].remark == "拆迁待建工地堆土区域"
    assert notes_of(draft, "text") == [
        "Row 6: Field BZ: “拆迁待建工地堆土区域” is not in GBK like the rest of the file; read in "
        "the encoding it is in."
    ]


def test_bytes_that_are_no_text_are_kept_and_said(issued):
    rows = [issued.row("1", BZ="村庄东侧"), issued.row("2", BZ=b"A\xff\xffB\x80\xff")]
    draft = read_draft(issued.shapefile(rows), PLAN)
    assert draft.patches[1].remark == "A\\xff\\xffB\\x80\\xff"
    assert "Row 2" in notes_of(draft, "text")[0]


def test_a_person_decides_what_the_bytes_do_not(issued):
    row = {"JCBH": "1", "JCLB": "202304", "BZ": "m²".encode()}
    path = issued.shapefile([row])
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert caught.value.question == "encoding"
    assert read_draft(path, PLAN, ReadOptions(encoding="UTF-8")).patches[0].remark == "m²"
    assert read_draft(path, PLAN, ReadOptions(encoding="gb2312")).patches[0].remark == "m虏"
    with pytest.raises(UndecidedInput, match="no-such"):
        read_draft(path, PLAN, ReadOptions(encoding="no-such"))


def test_chinese_field_names_count_as_evidence(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    fields = [("图斑编号", "C", 30, 0), ("监测批次", "C", 20, 0)]
    bytes_of_files.table(path.with_suffix(".dbf"), fields, [["A1", "202304"]])
    draft = read_draft(path, PLAN)
    assert draft.fields == {"number": "图斑编号", "month": "监测批次"}
    assert draft.source.encoding == "GBK"


@pytest.mark.parametrize(
    "codec, name",
    [
        ("gbk", "GBK"),
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whole_texts(codec, name, end):
    lines = ["[属性描述]", "坐标系=2000国家大地坐标系", "J1,1,4035000.123,39411000.456"]
    decoded, found = decode_whole("x.txt", end.join(lines).encode(codec), "")
    assert decoded.split("\n") == lines
    assert found == name


def test_a_text_that_is_none_is_refused():
    with pytest.raises(UnreadableFile, match="byte 5"):
        decode_whole("x.txt", b"abcd\xff\xff", "GBK")
