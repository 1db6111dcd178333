"""The windows of the ledger: an old list in, cases closed and reopened, quota, rechecks."""

from __future__ import annotations

import json
import threading
from datetime import date

import pytest
from openpyxl import Workbook
from qgis.PyQt.QtCore import QDate, Qt

from tuban.core.casebook import events, saying
from tuban.core.model import Verdict, VerdictLevel
from tuban.dialogs.ledger import ledger_dialog, rechecks_dialog
from tuban.maps.rechecks import recheck_lines

LONG_MS = 20_000


def ended(qtbot, work):
    for _ in range(3):  # a finished task may start the next one
        qtbot.waitUntil(lambda: not work.tasks.busy, timeout=LONG_MS)
        qtbot.wait(20)


@pytest.fixture
def old_list(tmp_path, parcel_number):
    book = Workbook()
    sheet = book.active
    for row in (
        ["违法占用耕地整改台账"],
        ["年度", "图斑编号", "面积（亩）", "其中耕地（亩）", "违法主体", "发现日期"],
        [2019, "7", 10, 8, "虚构公司", "2019.3.5"],
        [2020, "8", 20, 3, "虚构村民", "2020年2月"],
        [None, None, None, None, "填表人"],
    ):
        sheet.append(row)
    path = tmp_path / "旧 台账.xlsx"
    book.save(path)
    return path


@pytest.fixture
def opened(desk, casebook_file, parcel_number, plan):
    """The first parcel is illegal, the second unchanged; today is in 2024."""
    session = desk.session
    session.open(casebook_file)
    session._today = lambda: date(2024, 1, 10)
    for number, category in ((1, "illegal"), (2, "unchanged")):
        given = Verdict(
            parcel_number(number), VerdictLevel.COUNTY, category, "", "理由", plan.id, plan.sha256
        )
        session.book.record([events.verdict_given(given, None)])
    session.reload()
    return desk


def taken_in(desk, qtbot, old_list):
    form = desk.menu.ledger.open_import()
    form.set_file(old_list)
    ended(qtbot, desk.work)
    form.take_in()
    ended(qtbot, desk.work)
    return form


def cells(grid):
    model = grid.grid
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(grid, row):
    grid.selectRow(row)


def test_an_old_list_is_looked_at_before_it_is_taken_in(opened, qtbot, old_list):
    form = opened.menu.ledger.open_import()
    assert not form.import_button.isEnabled()
    form.set_file(old_list)
    ended(qtbot, opened.work)
    assert form.summary.text().startswith("3 rows: 2 new cases, of which 0 are a parcel here")
    assert [one[2] for one in cells(form.rows)] == ["New", "New", "Not taken in"]
    assert "names the month alone" in cells(form.rows)[1][3]
    assert form.columns.boxes["patch"].currentData() == "图斑编号"
    form.state.setCurrentIndex(4)
    form._fill()
    assert len(cells(form.rows)) == 1
    assert opened.session.book.ledger_entries() == []
    form.take_in()
    ended(qtbot, opened.work)
    assert len(opened.session.book.ledger_entries()) == 2
    assert "2 are in it" in form.summary.text()
    assert not form.import_button.isEnabled()


def test_a_person_says_what_a_column_is(opened, qtbot, tmp_path):
    book = Workbook()
    book.active.append(["年度", "图斑编号", "违法面积"])
    book.active.append([2019, "7", 3000])
    book.save(tmp_path / "旧.xlsx")
    form = opened.menu.ledger.open_import()
    form.set_file(tmp_path / "旧.xlsx")
    ended(qtbot, opened.work)
    assert form.found is None
    form.unit.setCurrentIndex(form.unit.findData("m2"))
    form.read()
    ended(qtbot, opened.work)
    assert cells(form.rows)[0][8] == "4.50"


def test_filters_sums_and_the_way_to_the_parcel(opened, qtbot, old_list, parcel_number):
    taken_in(opened, qtbot, old_list)
    form = opened.menu.ledger.open_ledger()
    ended(qtbot, opened.work)
    assert [one[4] or one[3] for one in cells(form.table)] == ["7", "8", parcel_number(1)]
    assert form.count.text().startswith("3 of 3 cases; 3 open with")
    form.year.setCurrentIndex(form.year.findData(2019))
    form.fill()
    assert [one[3] for one in cells(form.table)] == ["7"]
    assert [one[1] for one in cells(form.ages)] == ["2019", ""]
    form.year.setCurrentIndex(0)
    form.words.setText("村民")
    assert [one[3] for one in cells(form.table)] == ["8"]
    form.words.clear()
    choose(form.table, 2)
    opened.session.show(parcel_number(5))
    form.go_there()
    assert opened.session.number == parcel_number(1)


def test_a_case_is_closed_and_reopened(opened, qtbot, old_list):
    taken_in(opened, qtbot, old_list)
    form = opened.menu.ledger.open_ledger()
    ended(qtbot, opened.work)
    choose(form.table, 0)
    turn = form.turn()
    assert "no acceptance and no certificate" in turn.missing.text()
    assert not turn.record_button.isEnabled()
    turn.document.setText("虚证〔2023〕1号")
    assert turn.record_button.isEnabled()
    turn.show()
    qtbot.keyClick(turn.document, Qt.Key.Key_Return)
    assert opened.session.book.turns() == {}  # it cannot be undone: only the button records it
    turn.record()
    ended(qtbot, opened.work)
    assert [one[3] for one in cells(form.table)][:1] == ["8"]  # closed ones are left out at first
    form.state.setCurrentIndex(1)
    form.fill()
    choose(form.table, 0)
    assert form.by_name["turn"].text() == "Reopen the case…"
    assert "Closed on 2024-01-10" in form.about.text()
    again = form.turn()
    assert not again.record_button.isEnabled()
    again.why.setText("违法复建")
    again.record()
    ended(qtbot, opened.work)
    choose(form.table, 0)
    assert cells(form.table)[0][0] == "Reopened"
    assert len(opened.session.book.turns()["2019/7"]) == 2


def test_a_row_is_linked_to_the_parcel_at_hand(opened, qtbot, old_list, parcel_number):
    taken_in(opened, qtbot, old_list)
    opened.session.show(parcel_number(1))
    form = opened.menu.ledger.open_ledger()
    ended(qtbot, opened.work)
    choose(form.table, 0)
    form.link()
    ended(qtbot, opened.work)
    assert len(form.cases) == 2
    assert opened.session.book.ledger_entries()[0].parcel_number == parcel_number(1)


def test_quota_is_frozen_for_several_cases(opened, qtbot, old_list):
    taken_in(opened, qtbot, old_list)
    form = opened.menu.ledger.open_ledger()
    ended(qtbot, opened.work)
    form.tabs.setCurrentWidget(form.quota)
    form.quota.selectAll()
    assert form.by_name["quota"].isEnabled()
    quota = form.record_quota()
    quota.document.setText("虚冻〔2024〕1号")
    quota.day.setDate(QDate(2024, 1, 9))
    quota.record()
    ended(qtbot, opened.work)
    assert {one[0] for one in cells(form.quota)} == {"Frozen"}
    assert {one.frozen_on for one in opened.session.book.freezings().values()} == {"2024-01-09"}


def test_forms_and_the_package_are_written(opened, qtbot, old_list, tmp_path):
    taken_in(opened, qtbot, old_list)
    form = opened.menu.ledger.open_ledger()
    ended(qtbot, opened.work)
    for name in ("ledger", "ageing", "freezing"):
        opened.menu.ledger.save_form(name, form.cases, tmp_path / f"{name}.xlsx")
    ended(qtbot, opened.work)
    opened.menu.ledger.save_package(form.cases, tmp_path / "问责.zip")
    ended(qtbot, opened.work)
    assert len(list(tmp_path.glob("*.xlsx"))) == 4
    assert (tmp_path / "问责.zip").is_file()
    assert opened.session.writable


def test_the_day_of_a_recheck_is_known_however_much_was_said_since(opened, parcel_number):
    session = opened.session
    session.show(parcel_number(2))
    before = recheck_lines(session)
    assert len(before) == 1
    for at in range(60):
        session.record(saying.commented(session.dossier, f"虚构备注{at}"))
    assert recheck_lines(session) == before


def test_a_recheck_is_recorded_where_it_is_due(opened, qtbot, parcel_number):
    opened.session._today = lambda: date(2098, 1, 10)  # the verdict is of the day this runs
    form = opened.menu.ledger.open_rechecks()
    form.when.setCurrentIndex(2)
    ended(qtbot, opened.work)
    rows = cells(form.table)
    assert [(one[2], one[3]) for one in rows] == [
        (parcel_number(2), "Unchanged land has no new building")
    ]
    choose(form.table, 0)
    form.finding.setCurrentIndex(form.finding.findData("new_building"))
    form._enable()
    assert "reopened with it" in form.told.text()
    form.finding.setCurrentIndex(form.finding.findData("as_it_was"))
    form._enable()
    form.record()
    ended(qtbot, opened.work)
    found = opened.session.book.dossier(parcel_number(2)).put_right.rechecks
    assert [(one.cycle, one.on, one.finding) for one in found] == [
        ("unchanged", "2098-01-10", "as_it_was")
    ]
    # Three months on from the recheck, no longer from the verdict.
    assert cells(form.table)[0][0] == "2098-04-10"


@pytest.mark.parametrize(
    ("room", "reads", "opens", "found"),
    [
        (ledger_dialog, "ledger_of", "open_ledger", "cases"),
        (rechecks_dialog, "rechecks_of", "open_rechecks", "found"),
    ],
)
def test_what_changes_while_a_window_reads_is_read_too(
    opened, qtbot, parcel_number, plan, monkeypatch, room, reads, opens, found
):
    read, go_on, asked = getattr(room, reads), threading.Event(), []

    def slow_at_first(book, plan):
        answer = read(book, plan)
        asked.append(answer)
        if len(asked) == 1:
            go_on.wait(60)
        return answer

    monkeypatch.setattr(room, reads, slow_at_first)
    form = getattr(opened.menu.ledger, opens)()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=LONG_MS)
    book = opened.session.book
    for number, category in ((3, "illegal"), (4, "unchanged")):
        given = Verdict(
            parcel_number(number), VerdictLevel.COUNTY, category, "", "理由", plan.id, plan.sha256
        )
        book.record([events.verdict_given(given, None)])
    opened.session.reload()
    go_on.set()
    ended(qtbot, opened.work)
    assert len(getattr(form, found)) == len(read(book, opened.session.plan)) > len(asked[0])


def test_the_windows_close_with_the_casebook(opened, qtbot):
    forms = [opened.menu.ledger.open_ledger(), opened.menu.ledger.open_rechecks()]
    ended(qtbot, opened.work)
    opened.session.close()
    assert not any(one.isVisible() for one in forms)
    assert not opened.menu.ledger.by_name["ledger"].isEnabled()


def test_the_import_of_patches_points_out_what_lies_on_a_closed_case(opened, qtbot, tmp_path):
    path = tmp_path / "旧.csv"
    lines = ["年度,图斑编号,经度,纬度,销号日期", "2019,7,116.5005,36.4005,2020-05-01"]
    path.write_text("\n".join(lines), encoding="utf-8")
    taken_in(opened, qtbot, path)
    ring = [[116.5, 36.4], [116.5, 36.401], [116.501, 36.401], [116.501, 36.4], [116.5, 36.4]]
    feature = {
        "type": "Feature",
        "properties": {"JCBH": "371599240200001", "XZQDM": "371599"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    issued = tmp_path / "下发.geojson"
    issued.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    form = opened.menu.show_import()
    form.set_file(issued)
    ended(qtbot, opened.work)
    form.options.month.setText("2024-02")
    form.read_again()
    ended(qtbot, opened.work)
    form.accept_draft()
    ended(qtbot, opened.work)
    assert form.preview.currentWidget() is form.preview.notes
    assert "closed on 2020-05-01" in form.preview.notes.topLevelItem(0).text(2)
