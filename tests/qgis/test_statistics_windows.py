"""Statistics, the ratio, what if and warnings in their windows, over a fictional city."""

from __future__ import annotations

import shutil
from datetime import date

import fictional_city as city
import pytest
from openpyxl import load_workbook

from tuban.core.model import Finding, Severity
from tuban.core.plan import load_plan
from tuban.core.statistics import statistics_rules
from tuban.core.text import text
from tuban.dialogs.overview import statistics_dialog
from tuban.dialogs.overview.period_bar import ALL, MONTH, TO_DATE
from tuban.dialogs.overview.ratio_dialog import RatioDialog
from tuban.dialogs.overview.statistics_dialog import StatisticsDialog
from tuban.dialogs.overview.table_grid import wrapped

EAST, WEST, SOUTH = city.COUNTIES


@pytest.fixture(scope="module")
def made(tmp_path_factory, plan):
    path = tmp_path_factory.mktemp("city") / "虚构市.gpkg"
    city.make_city(path, plan)
    return path


@pytest.fixture
def today():
    return date(2023, 4, 23)


@pytest.fixture
def filled(desk, made, tmp_path):
    path = tmp_path / "虚构市.gpkg"
    shutil.copy(made, path)
    desk.session.open(path)
    return desk


@pytest.fixture
def opened(filled, qtbot):
    def open_it(kind):
        form = filled.menu.oversight.open(kind)
        qtbot.waitUntil(lambda: not form.task.is_running, timeout=30_000)
        return form

    return open_it


def lines(grid):
    return [
        [grid.item(row, column).text().strip() for column in range(grid.columnCount())]
        for row in range(grid.rowCount())
    ]


def test_every_table_of_the_plan_is_shown(opened):
    form = opened(StatisticsDialog)
    tables = statistics_rules(load_plan("liaocheng-2023")).tables
    assert form.list.count() == len(tables) + 1 + len(form.rules.indicators)
    for code, rule in tables.items():
        form.choose(code)
        assert form.grid.columnCount() == 1 + len(rule.columns), code
        assert form.grid.item(form.grid.rowCount() - 1, 0).text() == "Total"


def test_months_rows_and_last_year_are_chosen(opened):
    form = opened(StatisticsDialog)
    form.choose("rectification")
    # Illegal parcels, their area: 8, 8 and 6 of 14.90 mu from January to April.
    assert [one[:3] for one in lines(form.grid)] == [
        ["虚构东县", "8", "119.20"],
        ["虚构西县", "8", "119.20"],
        ["虚构南区", "6", "89.40"],
        ["Total", "22", "327.80"],
    ]
    form.last_year.setChecked(True)
    # The year before had two months: four parcels each.
    assert lines(form.grid)[1][:3] == ["same period last year", "4", "59.60"]
    form.bar.take(MONTH, city.LAST)
    assert [one[1] for one in lines(form.grid)[::2]] == ["2", "2", "0", "4"]
    form.last_year.setChecked(False)
    form.bar.take(ALL, by="year")
    assert [one[:2] for one in lines(form.grid)] == [
        ["2022", "12"],
        ["2023", "22"],
        ["Total", "34"],
    ]


def test_one_county_is_counted_alone_by_month(opened):
    form = opened(StatisticsDialog)
    form.choose("rectification")
    form.bar.take(TO_DATE, city.LAST, by="month", unit=SOUTH)
    # In the south nothing of April is judged.
    found = [one[:2] for one in lines(form.grid) if one[1] != "0"]
    assert found == [["2023-01", "2"], ["2023-02", "2"], ["2023-03", "2"], ["Total", "6"]]
    form.choose("food_security")
    assert [one[0] for one in lines(form.grid)] == ["虚构南区", "Total"]
    ratio = opened(RatioDialog)
    ratio.bar.take(TO_DATE, city.LAST, unit=SOUTH)
    assert [one[0] for one in lines(ratio.grid)] == ["虚构南区", "Total"]
    assert len(ratio.warnings) == 3, "the others are still warned"


def test_every_figure_opens_its_parcels(opened, filled):
    form = opened(StatisticsDialog)
    form.choose("rectification")
    form.grid.open_cell(2, 1)
    (behind,) = form.behind
    numbers = [behind.list.topLevelItem(at).text(0) for at in range(6)]
    assert behind.list.topLevelItemCount() == 6
    assert all(one.startswith(SOUTH) for one in numbers)
    behind.go_through()
    assert filled.session.work.queue.filter.numbers == frozenset(numbers)
    form.grid.open_cell(0, 0)  # a name is no figure
    assert len(form.behind) == 1


def test_yesterdays_table_is_made_again(opened, qtbot):
    form = opened(StatisticsDialog)
    form.choose("verdicts")
    form.bar.day.setDate(date(2023, 3, 31))
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=30_000)
    # On 31 March nothing of April was there: three months of ten.
    assert lines(form.grid)[0][1] == "30"
    assert "2023-03-31" in form.title.text()


def test_before_the_casebook_a_sentence_says_so(opened, qtbot):
    form = opened(StatisticsDialog)
    form.bar.day.setDate(date(2021, 1, 1))
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=30_000)
    assert "2021-01-01" in form.task._words.text()


def test_the_uses_of_the_years_result_are_tables_too(opened):
    form = opened(StatisticsDialog)
    form.choose("food_security")
    # Illegally taken cultivated land, … put right by cultivated land, ratio after, complete.
    east, whole = lines(form.grid)[0], lines(form.grid)[-1]
    assert east[0] == "虚构东县" and east[1] == "80.00" and east[4] == "22.86"
    # Of the city's 120 parcels 99 are passed: 82.50 % is the least that is known.
    assert whole[0] == "Total" and whole[-1] == "82.50"
    form.last_year.setChecked(True)
    assert form.grid.rowCount() == 4
    form.grid.open_cell(0, 1)
    assert form.behind[0].list.topLevelItemCount() == 8


def test_what_does_not_agree_is_told_below_the_table(opened, monkeypatch):
    form = opened(StatisticsDialog)
    form.choose("rectification")
    assert "color" not in form.note.text()
    finding = Finding("parts_add_up", Severity.ERROR, text("{sum} is <wrong>", sum=3), "")
    monkeypatch.setattr(statistics_dialog, "disagreements", lambda _table: [finding])
    form.count()
    assert "3 is &lt;wrong&gt;" in form.note.text() and form.note.isVisible()


def test_all_tables_are_saved_with_sums_that_live(opened, qtbot, tmp_path):
    form = opened(StatisticsDialog)
    path = tmp_path / "统计 表.xlsx"
    form.save(path)
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=30_000)
    book = load_workbook(path)
    assert len(book.sheetnames) == len(form.rules.tables)
    (sheet,) = [one for one in book if one.title.endswith("整改消除违法状态")]
    column = [cell.value for cell in sheet["B"]]
    # Three counties and their sum below.
    assert column[-4:-1] == [8, 8, 6] and str(column[-1]).startswith("=SUM(B")


def test_what_if_changes_the_ratio_and_records_nothing(opened, filled):
    form = opened(RatioDialog)
    head = filled.session.book.head()
    what_if = form.what_if
    assert what_if.list.topLevelItemCount() == 22
    what_if.tick(lambda one: one.unit == EAST)
    rows = [what_if.ratios.topLevelItem(at) for at in range(4)]
    # 80 of 350 before; nothing of 350 if all eight are put right; 140 of 970 in the city.
    assert [rows[0].text(column) for column in (1, 2, 3)] == ["22.86", "22.86", "0.00"]
    assert [rows[3].text(column) for column in (1, 3)] == ["22.68", "14.43"]
    assert rows[0].text(4) == "—" and rows[3].text(4) != "—"
    assert len(what_if.ticked) == 8 and "80.00" in what_if.told.text()
    form.bar.take(MONTH, city.LAST)
    # Only those of April are offered now; what was ticked of them stays ticked.
    assert what_if.list.topLevelItemCount() == 4 and len(what_if.ticked) == 2
    assert filled.session.book.head() == head


def test_the_warnings_are_texts_for_those_who_reach_a_line(opened, qtbot):
    form = opened(RatioDialog)
    assert [one.unit for one in form.warnings] == [EAST, WEST, SOUTH]
    form.units.setCurrentRow(2)
    words = form.notice.toPlainText()
    for said in ("虚构南区", "60.00", "22.22%", f"{SOUTH}JC23010000_1"):
        assert said in words, said
    form.copy_notice()
    paper = form.show_paper()
    qtbot.waitUntil(lambda: not paper.task.is_running, timeout=30_000)
    assert paper.rule.about_unit and paper.unit.currentData() == SOUTH
    form.bar.take(MONTH, "2023-04")
    assert [one.unit for one in form.warnings] == [EAST, WEST]


def test_the_course_is_drawn_for_all_and_for_one(opened):
    form = opened(RatioDialog)
    assert "22.68%" in form.course.svg
    form.unit.setCurrentIndex(form.unit.findData(SOUTH))
    form.unit.activated.emit(form.unit.currentIndex())
    assert "22.22%" in form.course.svg and "22.68%" not in form.course.svg
    assert form.how.text()


def test_a_point_of_the_course_opens_its_parcels(opened):
    form = opened(RatioDialog)
    assert set(form.course.keys) == {f"course/{at}" for at in range(4)}
    form.course.chosen.emit("course/0")
    assert form.behind[-1].list.topLevelItemCount() == 6
    form.unit.setCurrentIndex(form.unit.findData(SOUTH))
    form.unit.activated.emit(form.unit.currentIndex())
    form.course.chosen.emit("course/3")
    assert form.behind[-1].list.topLevelItemCount() == 6


def test_a_bar_of_the_ratio_opens_its_parcels(opened):
    form = opened(RatioDialog)
    form.chart.chosen.emit(f"after/{SOUTH}")
    assert form.behind[0].list.topLevelItemCount() == 6


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("上报率（图斑） (%)", "上报率（图斑）\n(%)"),
        ("占用一二三四（五六） (亩)", "占用一二三四\n（五六） (亩)"),
        ("违法占用耕地 (亩)", "违法占用耕\n地 (亩)"),
        ("已上报", "已上报"),
    ],
)
def test_a_bracket_in_a_heading_stays_with_what_it_holds(heading, shown):
    assert wrapped(heading) == shown
