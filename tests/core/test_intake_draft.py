"""From rows to patches: fields, numbers, dates, months, units; what is refused and why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("osgeo")

from tuban.core.errors import Cancelled, UndecidedInput
from tuban.core.intake import ReadOptions, read_draft
from tuban.core.intake.dates import parse_date, parse_month
from tuban.core.intake.units import find_unit
from tuban.core.model import PatchKind
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
E0, N0 = 39_411_000.0, 4_035_000.0


def checks(draft, name):
    return [str(one.message) for one in draft.notes if one.check == f"intake.{name}"]


# Numbers


def test_blank_and_repeated_numbers_are_refused(issued):
    numbers = ["A", "", "B", "A", "  ", "C", "B"]
    draft = read_draft(issued.shapefile([issued.row(one) for one in numbers]), PLAN)
    assert [patch.number for patch in draft.patches] == ["C"]
    assert {one.row: one.number for one in draft.refused} == {
        1: "A", 2: "", 3: "B", 4: "A", 5: "", 7: "B",
    }  # fmt: skip
    reasons = {one.row: str(one.reason) for one in draft.refused}
    assert "row 4" in reasons[1] and "row 1" in reasons[4] and "no patch number" in reasons[2]


@pytest.mark.parametrize(
    "number", ["000123", "371500230400001234567890", "130403SJBG26210183", "3.70", "1e5", "图斑-7"]
)
def test_a_number_is_text(issued, number):
    assert read_draft(issued.shapefile([issued.row(number)]), PLAN).patches[0].number == number


@pytest.mark.parametrize(
    "written, number",
    [
        ("37150023040001", "37150023040001"),
        ("37150023040001.00", "37150023040001"),
        ("3.7150023040001e+13", "37150023040001"),
        ("3715002304000112345", "3715002304000112345"),
        ("7.5", "7.5"),
    ],
)
def test_a_number_kept_as_a_number_loses_nothing(issued, bytes_of_files, written, number):
    path = issued.shapefile([issued.row()])
    fields = [("JCBH", "N", 20, 2), ("JCLB", "C", 6, 0)]
    bytes_of_files.table(path.with_suffix(".dbf"), fields, [[written, "202304"]])
    patch = read_draft(path, PLAN).patches[0]
    assert (patch.number, patch.issued["JCBH"]) == (number, written)


# Fields


def test_fields_are_found_whatever_their_case_and_cut(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    fields = [("jcbh", "C", 20, 0), ("countyCode", "C", 6, 0), ("ISSUEDATE", "C", 10, 0)]
    bytes_of_files.table(path.with_suffix(".dbf"), fields, [["A", "371599", "2023-04-03"]])
    draft = read_draft(path, PLAN)
    assert draft.fields == {"number": "jcbh", "county_code": "countyCode", "month": "ISSUEDATE"}
    fields = [("freckleCod", "C", 20, 0), ("JCLB", "C", 6, 0)]  # freckleCode has eleven letters
    bytes_of_files.table(path.with_suffix(".dbf"), fields, [["A", "202304"]])
    assert read_draft(path, PLAN).fields["number"] == "freckleCod"


def test_a_person_chooses_fields(issued):
    path = issued.shapefile([issued.row("A", MYNO="77", XSBH="X9")])
    draft = read_draft(path, PLAN)
    assert draft.patches[0].number == "A"
    assert "XSBH" in checks(draft, "fields")[0]
    chosen = ReadOptions(fields={"number": "myno", "remark": "TBLX", "patch_class": ""})
    patch = read_draft(path, PLAN, chosen).patches[0]
    assert (patch.number, patch.remark, patch.patch_class) == ("77", "0503", "")
    with pytest.raises(UndecidedInput, match="NONE") as caught:
        read_draft(path, PLAN, ReadOptions(fields={"number": "NONE"}))
    assert caught.value.question == "fields" and "MYNO" in caught.value.choices


def test_an_empty_field_gives_way_to_a_filled_one(issued):
    draft = read_draft(issued.shapefile([issued.row("", XSBH="X9")]), PLAN)
    assert draft.patches[0].number == "X9"


def test_without_a_number_field_a_person_is_asked(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    bytes_of_files.table(path.with_suffix(".dbf"), [("AAA", "C", 9, 0)], [["1"]])
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert (caught.value.question, caught.value.choices) == ("fields", ("AAA",))


def test_field_names_that_coincide_are_kept_apart(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    fields = [("JCBH", "C", 9, 0), ("JCLB", "C", 6, 0), ("X", "C", 3, 0), ("X", "C", 3, 0)]
    bytes_of_files.table(path.with_suffix(".dbf"), fields, [["1", "202304", "a", "b"]])
    issued_row = read_draft(path, PLAN).patches[0].issued
    assert (issued_row["X"], issued_row["X_2"]) == ("a", "b")


# Texts


def test_a_dbf_text_over_254_bytes_stays_whole(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    long = "村庄东侧" * 75  # 300 characters, 600 bytes
    fields = [("JCBH", "C", 9, 0), ("JCLB", "C", 6, 0), ("BZ", "C", 640, 0)]
    bytes_of_files.table(path.with_suffix(".dbf"), fields, [["1", "202304", long]])
    assert read_draft(path, PLAN).patches[0].remark == long


def test_nuls_are_kept_as_issued_but_mean_the_end(issued):
    row = issued.row("A1\0\0\0", BZ="村东\0旧文字")
    patch = read_draft(issued.shapefile([row]), PLAN).patches[0]
    assert (patch.number, patch.remark) == ("A1", "村东")
    assert patch.issued["BZ"] == "村东\0旧文字"


def test_everything_issued_is_kept_as_text(issued):
    row = issued.row("A", LZB="116.007357", ZDBH="=1+1", SFWBHTB="2")
    patch = read_draft(issued.shapefile([row]), PLAN).patches[0]
    assert patch.issued == row


# Dates


@pytest.mark.parametrize(
    "written",
    [
        "20230401",
        "2023-04-01",
        "2023/4/1",
        "2023/04/01",
        "2023年4月1日",
        "2023.4.1",
        " 20230401 ",
        "20230401.0",
        "２０２３－４－１",
        "2023-04-01 08:30:00",
        "2023-04-01T08:30:00+08:00",
    ],
)
def test_dates_as_they_are_written(written):
    assert parse_date(written) == "2023-04-01"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "garbage",
        "20230231",
        "2023-13-01",
        "230401",
        "2023",
        "2023-04",
        "00000000",
        "20230401,20230405",
        "12023-04-01",
        "18991231",
        "2023-04-01abc",
    ],
)
def test_what_is_no_date(written):
    assert parse_date(written) is None


@given(st.dates(date(1949, 1, 1), date(2199, 12, 31)))
def test_every_day_in_every_way(day):
    ways = [f"{day:%Y%m%d}", day.isoformat(), f"{day.year}/{day.month}/{day.day}"]
    ways.append(f"{day.year}年{day.month}月{day.day}日")
    assert {parse_date(way) for way in ways} == {day.isoformat()}


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(written):
    found = parse_date(written)
    assert found is None or date.fromisoformat(found)


def test_a_date_that_is_none_is_kept_and_said(issued):
    draft = read_draft(issued.shapefile([issued.row("A"), issued.row("B", QSX="去年秋天")]), PLAN)
    assert [patch.before_date for patch in draft.patches] == ["2023-01-05", None]
    assert draft.patches[1].issued["QSX"] == "去年秋天"
    assert checks(draft, "date") == [
        "Row 2, patch B: “去年秋天” in field QSX is no date; kept as it is."
    ]


# Months


@pytest.mark.parametrize(
    "written, month",
    [
        ("202304", "2023-04"),
        ("2023-04", "2023-04"),
        ("2023/4", "2023-04"),
        ("2023年4月", "2023-04"),
        ("202304.0", "2023-04"),
        # Issued up to the 20th belongs to its month, later to the next: the plan, 三（二）.
        ("2023-04-20", "2023-04"),
        ("2023-04-21", "2023-05"),
        ("20231221", "2024-01"),
        ("七月一批", None),
        ("202313", None),
        ("", None),
    ],
)
def test_months(written, month):
    assert parse_month(written, PLAN.calendar) == month


def test_a_row_without_a_month_is_refused_and_a_person_may_say_it(issued):
    path = issued.shapefile([issued.row("A"), issued.row("B", JCLB="四月")])
    draft = read_draft(path, PLAN)
    assert [patch.number for patch in draft.patches] == ["A"]
    assert "四月" in str(draft.refused[0].reason) and draft.refused[0].row == 2
    draft = read_draft(path, PLAN, ReadOptions(month="2023-05"))
    assert {patch.month for patch in draft.patches} == {"2023-05"}
    assert "2023-04" in checks(draft, "month")[0]


def test_without_any_month_a_person_is_asked(issued):
    path = issued.shapefile([issued.row("A", JCLB="一批")])
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert caught.value.question == "month"
    with pytest.raises(UndecidedInput, match="some day"):
        read_draft(path, PLAN, ReadOptions(month="some day"))


# Areas


@pytest.mark.parametrize(
    "written, unit", [("9998.05", "m2"), ("15.0", "mu"), ("0.9998", "ha"), ("10000", "m2")]
)
def test_the_unit_is_found_beside_the_shape(issued, written, unit):
    draft = read_draft(issued.shapefile([issued.row("A", JCMJ=written)]), PLAN)
    assert (draft.source.area_unit, draft.patches[0].issued_area_unit) == (unit, unit)
    assert draft.patches[0].issued_area == written
    assert checks(draft, "area") == []


PER_M2 = {"m2": Decimal(1), "mu": Decimal("0.0015"), "ha": Decimal("0.0001")}


@given(
    areas=st.lists(st.integers(400, 500_000), min_size=5, max_size=30),
    unit=st.sampled_from(["m2", "mu", "ha"]),
    wrong=st.integers(0, 2),
)
def test_wrong_values_do_not_change_the_unit(areas, unit, wrong):
    pairs = [(Decimal(area) * PER_M2[unit], Decimal(area)) for area in areas]
    pairs[:wrong] = [(issued * 1000, area) for issued, area in pairs[:wrong]]
    assert find_unit("JCMJ", pairs, "") == unit


def test_an_area_that_fits_nothing_is_asked_about(issued):
    path = issued.shapefile([issued.row("A", JCMJ="150000")])
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert caught.value.question == "area_unit"
    assert set(caught.value.choices) == {"m2", "mu", "ha"}
    draft = read_draft(path, PLAN, ReadOptions(area_unit="mu"))
    assert draft.patches[0].issued_area == "150000"
    assert checks(draft, "area_unit") and checks(draft, "area")
    with pytest.raises(UndecidedInput, match="acre"):
        read_draft(path, PLAN, ReadOptions(area_unit="acre"))


def test_a_single_wrong_area_is_said(issued):
    rows = [issued.row(str(index)) for index in range(4)]
    rows[2]["JCMJ"] = "51.0"
    rows[3]["JCMJ"] = "?"
    draft = read_draft(issued.shapefile(rows), PLAN)
    assert draft.source.area_unit == "mu"
    said = checks(draft, "area")
    assert len(said) == 2 and "Row 3" in said[0] and "51.0" in said[0] and "Row 4" in said[1]


def test_without_issued_areas_there_is_no_unit(issued):
    draft = read_draft(issued.shapefile([issued.row("A", JCMJ="")]), PLAN)
    assert draft.source.area_unit == ""
    assert (draft.patches[0].issued_area, draft.patches[0].issued_area_unit) == (None, "")


# The whole


def test_kinds(issued):
    path = issued.shapefile([issued.row()])
    assert read_draft(path, PLAN).patches[0].kind is PatchKind.LAND
    options = ReadOptions(kind=PatchKind.MINERAL)
    assert read_draft(path, PLAN, options).patches[0].kind is PatchKind.MINERAL


def test_an_empty_shapefile_is_an_empty_draft(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    bytes_of_files.shapes(path, [])
    bytes_of_files.table(path.with_suffix(".dbf"), [("JCBH", "C", 9, 0)], [])
    draft = read_draft(path, PLAN)
    assert (draft.patches, draft.refused, draft.source.feature_count) == ([], [], 0)
    assert [str(one.message) for one in draft.notes] == [f"{path.stem} holds no patches."]


class Watcher:
    """Counts the news and cancels after some."""

    def __init__(self, patience=10**9):
        self.news = []
        self.patience = patience

    def at(self, done, total):
        self.news.append((done, total))

    def say(self, message):
        pass

    def is_cancelled(self):
        return len(self.news) >= self.patience


def test_it_tells_how_far_it_is_and_stops_when_asked(issued):
    path = issued.shapefile([issued.row(str(index)) for index in range(1200)])
    watcher = Watcher()
    assert len(read_draft(path, PLAN, progress=watcher).patches) == 1200
    assert (1000, 1200) in watcher.news
    for patience in range(len(watcher.news)):
        with pytest.raises(Cancelled):
            read_draft(path, PLAN, progress=Watcher(patience))


@pytest.mark.slow
def test_fifty_thousand_patches_in_one_go(issued, bytes_of_files):
    rows = [issued.row(f"{index:08d}", BZ=f"第{index}个") for index in range(50_000)]
    shapes = [
        [bytes_of_files.square(E0 + index % 250 * 200, N0 + index // 250 * 200)]
        for index in range(50_000)
    ]
    path = issued.shapefile(rows, shapes)
    draft = read_draft(path, PLAN)
    assert len(draft.patches) == 50_000 and not draft.refused
