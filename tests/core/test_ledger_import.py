"""Old lists with every fault that offices have: each row is offered, or listed with a reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from old_lists import HEADINGS, add, book_with, old_list, row
from openpyxl import Workbook

from tuban.core.casebook import events
from tuban.core.errors import InputError, UndecidedInput, UnreadableFile
from tuban.core.ledger.amounts import Amount, read_amount, unit_of
from tuban.core.ledger.days import read_day, read_year
from tuban.core.ledger.importing import ListOptions, RowState, events_of, read_old_list
from tuban.core.ledger.places import read_point
from tuban.core.ledger.rules import ledger_rules
from tuban.core.plan import load_plan
from tuban.core.rounds import Office

PLAN = load_plan("liaocheng-2023")
UNITS = ledger_rules(PLAN).lists.units
D = Decimal


@pytest.fixture
def book(tmp_path):
    with book_with(tmp_path / "台账.gpkg", "371599230400001", "371599230400002") as opened:
        yield opened


def read(path, book, **options):
    return read_old_list(path, book, PLAN, ListOptions(**options))


def states(draft):
    return [one.state.value for one in draft.rows]


def said(one):
    return str(one.why or "") + " ".join(map(str, one.row.notes))


# ---- cells


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        *((one, "2019-03-05") for one in ("2019-03-05", "2019/3/5", "2019.3.5", "2019年3月5日")),
        *((one, "2019-03-05") for one in ("20190305", "2019.03.05.", "2019-3-5 00:00:00")),
        *((one, "2019-03-05") for one in ("２０１９年３月５日", "2019年3月5号", "19.3.5", "43529")),
        *((one, "2019-03-05") for one in ("二〇一九年三月五日", "二○一九年三月五日", "43529.0")),
        ("二零一九年十二月二十一日", "2019-12-21"),
        ("二〇一九年十月十日", "2019-10-10"),
        ("二〇一九年二月二十日", "2019-02-20"),
    ],
)
def test_days_in_every_usual_way(written, iso):
    found = read_day(written)
    assert found is not None
    assert (found.iso, found.exact) == (iso, True)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2019年2月", "2019-02-28"),
        ("2020.2", "2020-02-29"),
        ("201912", "2019-12-31"),
        ("2019年3月底", "2019-03-31"),
        ("2019年3月份", "2019-03-31"),
        ("二〇一九年三月", "2019-03-31"),
    ],
)
def test_a_month_alone_is_its_last_day(written, iso):
    found = read_day(written)
    assert found is not None
    assert (found.iso, found.exact) == (iso, False)


@pytest.mark.parametrize("written", ["", "3/5/2019", "2019-02-30", "已完成", "2019", "1", "99999"])
def test_what_is_no_day_is_not_guessed(written):
    assert read_day(written) is None


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2019年度台账", 2019),
        ("二〇一九年", 2019),
        ("台账", None),
        (" 2021 ", 2021),
        ("201904", 2019),
    ],
)
def test_years(written, year):
    assert read_year(written) == year


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("3.2", Amount(D("3.2"))),
        ("1,234.50", Amount(D("1234.50"))),
        ("约3.2亩", Amount(D("3.2"), "mu")),
        ("２１３３.３３㎡", Amount(D("2133.33"), "m2")),
        ("2133 平方米", Amount(D("2133"), "m2")),
        ("0.5公顷", Amount(D("0.5"), "ha")),
        ("", None),
        ("-3", None),
        ("3.2亩（其中耕地2亩）", None),
        ("无", None),
    ],
)
def test_areas_in_every_usual_way(written, amount):
    assert read_amount(written, UNITS) == amount


def test_a_heading_tells_its_unit():
    assert unit_of("面积（㎡）", UNITS) == "m2"
    assert unit_of("违法占地面积\n（亩）", UNITS) == "mu"
    assert unit_of("面积（亩/平方米）", UNITS) == ""


def test_places_as_degrees():
    for lon, lat in (
        ("116.0005", "36.4005"),
        ("116°0′1.8″", "36°24′1.8″"),
        ("E116.0005 N36.4005", ""),
    ):
        point = read_point(lon, lat)
        assert point is not None
        assert (round(point.lon_deg, 6), round(point.lat_deg, 6)) == (116.0005, 36.4005)
    assert read_point("虚构村西300米", "") is None
    assert read_point("116", "36") is None


# ---- a list


def test_a_list_with_two_lines_of_headings(tmp_path, book):
    path = old_list(
        tmp_path / "旧 台账.xlsx", [row(1, "371599230400001", M=4), row(2, "9", B=2019)]
    )
    draft = read(path, book)
    assert states(draft) == ["new", "new"]
    first, second = (one.entry for one in draft.rows)
    assert (first.area_mu, first.cultivated_mu, first.rectified_mu) == (D(10), D(8), D(4))
    assert (first.measure, first.due, first.actor) == ("拆除复耕", "2023-12-31", "虚构公司")
    assert first.id == "2023/371599230400001"
    assert first.parcel_number == "371599230400001_1"
    assert (second.year, second.parcel_number) == (2019, "")
    assert first.written["面积（亩）/总面积"] == "10"
    assert draft.linked == 1


def test_reading_twice_changes_nothing(tmp_path, book):
    path = old_list(tmp_path / "旧.xlsx", [row(1, "371599230400001"), row(2, "7", G="2019.3.5")])
    book.record(events_of(read(path, book)))
    again = read(path, book)
    assert states(again) == ["same", "same"]
    assert events_of(again) == events_of(again, with_changed=True) == []
    assert len(book.ledger_entries()) == 2
    assert book.verify() == ()


def test_a_changed_row_is_told_and_only_taken_on_request(tmp_path, book):
    book.record(events_of(read(old_list(tmp_path / "旧.xlsx", [row(1, "7")]), book)))
    draft = read(old_list(tmp_path / "新.xlsx", [row(1, "7", O="2024年1月5日")]), book)
    assert states(draft) == ["changed"]
    assert "Closed on: — → 2024-01-05" in said(draft.rows[0])
    assert events_of(draft) == []
    book.record(events_of(draft, with_changed=True))
    assert [one.closed_on for one in book.ledger_entries()] == ["2024-01-05"]


def test_rows_that_are_no_case_are_listed(tmp_path, book):
    rows = [
        list(range(1, 17)),
        row(1, "371599230400001"),
        row(2, None),
        row(3, "5", B=2016),
        row(4, "6", E="军用机场旁"),
        row(5, "371599230400001"),
        row(6, "371599230400001", H=99),
        [*HEADINGS[:7], "面积（亩）", None, None, "整改时限"],
        [None] * 16,
        ["合计", *[None] * 6, 149, 48],
        [None, None, "填表人：虚构"],
    ]
    draft = read(old_list(tmp_path / "旧.xlsx", rows), book)
    assert [one.row.row for one in draft.rows] == [5, 6, 7, 8, 9, 10, 11, 12, 14, 15]
    assert states(draft)[:2] == ["listed", "new"]
    told = [said(one) for one in draft.rows]
    for place, words in (
        (0, "Numbers of the columns"),
        (2, "no patch number"),
        (3, "It is of 2016; the ledger begins in 2018"),
        (4, "Military"),
        (5, "The same as row 台账!6"),
        (6, "Area (mu): 10.00 → 99.00"),
        (7, "The headings once more"),
        (8, "totals"),
        (9, "“填表人：虚构” is no number"),
    ):
        assert draft.rows[place].state is RowState.LISTED or place == 1
        assert words in told[place]
    assert draft.findings == ()  # the total is that of all rows of the list, taken in or not


def test_totals_that_do_not_fit_are_told(tmp_path, book):
    rows = [row(1, "7"), ["小计", *[None] * 6, 10, 8], row(2, "8"), ["合计", *[None] * 6, 25, 16]]
    (finding,) = read(old_list(tmp_path / "旧.xlsx", rows), book).findings
    assert "Row 8" in str(finding.message)
    assert "25.00 mu, but its rows have 20.00 mu" in str(finding.message)


def test_a_merged_text_holds_for_all_rows_a_merged_area_for_the_first(tmp_path, book):
    rows = [row(1, "7", E="虚构一村"), row(2, "8", E=None, H=None)]
    path = old_list(tmp_path / "旧.xlsx", rows, merged=["E5:E6", "H5:H6"])
    first, second = read(path, book).rows
    assert (first.entry.place, second.entry.place) == ("虚构一村", "虚构一村")
    assert (first.entry.area_mu, second.entry.area_mu) == (D(10), None)
    assert "stands in row 5 for both" in said(second)


def test_cells_that_cannot_be_read_are_left_open_and_said(tmp_path, book):
    rows = [row(1, "7", G="待定", H="不详", I="三亩左右", K="年底前", O="是", N="2023年12月")]
    (one,) = read(old_list(tmp_path / "旧.xlsx", rows), book).rows
    entry = one.entry
    assert (entry.found_on, entry.area_mu, entry.cultivated_mu, entry.due) == ("", None, None, "")
    assert (entry.accepted_on, entry.closed_on) == ("2023-12-31", "")
    assert "“三亩左右” is no area" in said(one)
    assert "“年底前” is no day" in said(one)
    assert "names the month alone" in said(one)


def test_numbers_stay_text(tmp_path, book):
    rows = [row(1, 371599230400001), row(2, "371599 230400002"), row(3, 12.0)]
    found = [one.entry.patch for one in read(old_list(tmp_path / "旧.xlsx", rows), book).rows]
    assert found == ["371599230400001", "371599230400002", "12"]


# ---- units


def plain_list(path, heading, rows, above=""):
    sheet = Workbook()
    sheet.active.append([above])
    sheet.active.append(["年度", "图斑编号", heading])
    for one in rows:
        sheet.active.append(one)
    sheet.save(path)
    return path


def test_square_metres_become_mu(tmp_path, book):
    path = plain_list(
        tmp_path / "旧.xlsx", "面积(平方米)", [[2019, "7", 6666.67], [2019, "8", "15亩"]]
    )
    found = [one.entry.area_mu for one in read(path, book).rows]
    assert found == [D("10.00"), D("15.00")]


def test_a_line_over_the_table_names_the_unit(tmp_path, book):
    path = plain_list(tmp_path / "旧.xlsx", "面积", [[2019, "7", 1]], above="单位：公顷")
    assert [one.entry.area_mu for one in read(path, book).rows] == [D("15.00")]


def test_the_unit_is_found_by_comparing(tmp_path, book):
    area = book.parcels()[0].area_m2
    rows = [[2023, "371599230400001", float(area)], [2019, "7", 3000]]
    found = read(plain_list(tmp_path / "旧.xlsx", "面积", rows), book).rows
    assert found[1].entry.area_mu == D("4.50")


def test_nobody_guesses_a_unit(tmp_path, book):
    path = plain_list(tmp_path / "旧.xlsx", "面积", [[2019, "7", 3000]])
    with pytest.raises(UndecidedInput) as refused:
        read(path, book)
    assert refused.value.question == "area_unit"
    assert read(path, book, unit="m2").rows[0].entry.area_mu == D("4.50")


def test_a_unit_that_cannot_be_right_is_told(tmp_path, book):
    area = float(book.parcels()[0].area_m2)
    rows = [[2023, "371599230400001", area], [2023, "371599230400002", area]]
    (finding,) = read(plain_list(tmp_path / "旧.xlsx", "面积（亩）", rows), book).findings
    assert "do not fit those of the 2 parcels" in str(finding.message)


# ---- which county, which year, which column


def test_the_year_may_stand_in_the_title_or_be_said(tmp_path, book):
    rows = [row(1, "7", B=None, G=None)]
    assert states(read(old_list(tmp_path / "一.xlsx", rows), book)) == ["listed"]
    assert read(old_list(tmp_path / "一.xlsx", rows), book, year=2020).rows[0].entry.year == 2020
    titled = old_list(tmp_path / "二.xlsx", rows, title="2021年度台账")
    assert read(titled, book).rows[0].entry.year == 2021


def test_a_city_needs_the_county(tmp_path):
    rows = [[2019, "371502001", 1, "东昌府"], [2019, "371521002", 1, None], [2019, "5", 1, None]]
    rows += [[2019, "6", 1, "虚构市"]]
    path = tmp_path / "市.xlsx"
    sheet = Workbook()
    sheet.active.append(["年度", "图斑编号", "面积（亩）", "县区"])
    for one in rows:
        sheet.active.append(one)
    sheet.save(path)
    with book_with(tmp_path / "市.gpkg", office=Office.CITY) as book:
        draft = read(path, book)
    assert states(draft) == ["new", "new", "listed", "listed"]
    named = [one.entry.county_name for one in draft.rows[:2]]
    assert named == ["东昌府区", "阳谷县"]
    assert "No unit of the work plan is called “虚构市”" in said(draft.rows[3])


def test_a_county_takes_no_other_countys_cases(tmp_path, book):
    path = tmp_path / "旧.xlsx"
    sheet = Workbook()
    sheet.active.append(["年度", "图斑编号", "面积（亩）", "县区"])
    sheet.active.append([2019, "7", 1, "阳谷县"])
    sheet.save(path)
    assert "another county: 阳谷县" in said(read(path, book).rows[0])


def test_a_person_may_say_which_column_it_is(tmp_path, book):
    sheet = Workbook()
    sheet.active.append(["年度", "案子号码", "面积（亩）"])
    sheet.active.append([2019, "7", 1])
    path = tmp_path / "旧.xlsx"
    sheet.save(path)
    with pytest.raises(InputError, match="no column with patch numbers"):
        read(path, book)
    assert states(read(path, book, columns={"patch": "案子号码"})) == ["new"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("旧.xls", "neither xlsx nor CSV"),
        ("旧.xlsx", "no workbook"),
        ("没有.csv", "cannot be opened"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path, book, name, words):
    if name.startswith("旧"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0 old workbook")
    with pytest.raises(UnreadableFile, match=words):
        read(tmp_path / name, book)


def test_a_table_from_another_program_in_gbk(tmp_path, book):
    path = tmp_path / "旧.csv"
    lines = ["年度,图斑编号,面积（亩）,发现日期", "2019,7,1.5,2019年3月5日"]
    path.write_text("\n".join(lines), encoding="gbk")
    entry = read(path, book).rows[0].entry
    assert (entry.area_mu, entry.found_on) == (D("1.50"), "2019-03-05")


# ---- linking


def test_what_is_linked_by_hand_stays(tmp_path, book):
    path = old_list(tmp_path / "旧.xlsx", [row(1, "7")])
    book.record(events_of(read(path, book)))
    (entry,) = book.ledger_entries()
    linked = replace(entry, parcel_number="371599230400002_1")
    book.record([events.ledger_taken_in(linked, entry)])
    assert read(path, book).rows[0].entry.parcel_number == "371599230400002_1"


def test_a_point_links_a_case_of_the_same_year(tmp_path, book):
    sheet = Workbook()
    sheet.active.append(["年度", "图斑编号", "面积（亩）", "经度", "纬度"])
    sheet.active.append([2023, "7", 1, 116.0015, 36.4005])
    sheet.active.append([2019, "8", 1, 116.0015, 36.4005])
    path = tmp_path / "旧.xlsx"
    sheet.save(path)
    same, older = read(path, book).rows
    assert same.entry.parcel_number == "371599230400002_1"
    assert (older.entry.parcel_number, older.entry.lon_deg) == ("", 116.0015)


def test_of_several_parcels_the_only_illegal_one_is_meant(tmp_path, book):
    add(book, "371599230400003", 5, category="legal")
    draft = read(old_list(tmp_path / "旧.xlsx", [row(1, "371599230400003")]), book)
    assert draft.rows[0].entry.parcel_number == "371599230400003_1"


# ---- many


@pytest.mark.slow
def test_ten_thousand_rows_with_every_fault(tmp_path, book):
    days = ["2019-3-5", "2019.3.5", "二〇一九年三月五日", "43529", "19/3/5", "待定"]
    areas = [10, "10亩", "6666.67㎡", "不详", "1,0", "十亩"]
    rows, merged = [], []
    for at in range(10_000):
        if at % 100 == 99:
            rows.append(["小计", *[None] * 6, 990])
        elif at % 50 == 49:
            rows.append(row(at, None))
        elif at % 50 == 7:
            rows.append(row(at, f"3715992016{at:05d}", B=2016))
        elif at % 50 == 13:
            rows.append(row(at, f"3715992019{at - 1:05d}", B=2019, F="虚构他人"))
        else:
            rows.append(
                row(at, f"3715992019{at:05d}", B=2019, G=days[at % 6], H=areas[at // 6 % 6])
            )
        if at % 1000 == 20:
            merged += [f"E{at + 5}:E{at + 6}", f"H{at + 5}:H{at + 6}"]
    path = old_list(tmp_path / "旧.xlsx", rows, merged=merged)
    draft = read(path, book)
    assert len(draft.rows) == 10_000
    assert [draft.count(one) for one in (RowState.NEW, RowState.LISTED)] == [9400, 600]
    assert all(one.why for one in draft.rows if one.state is RowState.LISTED)
    # Ten areas are merged; in two of them (rows 20 and 9020) stands 不详.
    assert sum("for both" in said(one) for one in draft.rows) == 8
    taken = [one for one in draft.rows if one.state is RowState.NEW]
    assert {one.entry.found_on for one in taken} == {"2019-03-05", ""}
    assert {one.entry.area_mu for one in taken} == {D("10.00"), None}
    book.record(events_of(draft))
    assert read(path, book).count(RowState.SAME) == 9400
