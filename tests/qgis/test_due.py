"""The list of what is due: filters, the way to the parcel and the case, the lists to print."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook
from qgis.PyQt.QtCore import QDate

from tuban.core.casebook import events
from tuban.core.casefile import Case, CaseStep, Filing, Transfer


@pytest.fixture
def due(desk, casebook_file, parcel_number):
    session = desk.session
    session.open(casebook_file)
    session._today = lambda: date(2023, 5, 16)
    changes = []
    for number, actor, checked in (("案1", "甲", "2023-04-27"), ("案2", "乙", "2023-05-10")):
        case = Case(number, actor, "", (parcel_number(int(number[-1])),))
        filing = Filing({"checked": CaseStep(checked)})
        changes += [events.case_changed(case, None), events.case_filed(number, filing, Filing())]
    sent = Transfer("water", "线索", sent_on="2023-05-15")
    changes.append(events.transfers_changed("案2", [sent], []))
    notified = Filing({"filed": CaseStep("2023-05-08"), "notified": CaseStep("2023-05-12")})
    case = Case("案3", "丙", "", (parcel_number(3),))
    changes += [events.case_changed(case, None), events.case_filed("案3", notified, Filing())]
    session.book.record(changes)
    session.reload()
    return desk.menu.cases.show_due()


def rows(due):
    item = due.list.topLevelItem
    return [(item(at).text(1), item(at).text(0)) for at in range(due.list.topLevelItemCount())]


def test_overdue_comes_first_and_waiting_is_left_out_at_first(due):
    # By hand: 案1 15 May; 案2 ten working days after 10 and 15 May; 案3 sixty days after 8 May.
    assert rows(due) == [
        ("案1", "due by 2023-05-15, overdue by 1 days"),
        ("案2", "due by 2023-05-24, 8 days left"),
        ("案2", "due by 2023-05-29, 13 days left"),
        ("案3", "due by 2023-07-07, 52 days left"),
    ]
    assert due.count.text() == "4 shown; overdue 1, due 3, not before 1"


def test_filters_and_words(due):
    due.filter.setCurrentIndex(1)
    due.fill()
    assert [number for number, _ in rows(due)] == ["案1"]
    due.filter.setCurrentIndex(3)
    due.fill()
    assert rows(due) == [("案3", "not before 2023-05-20")]
    due.filter.setCurrentIndex(4)
    due.words.setText("乙")
    assert [number for number, _ in rows(due)] == ["案2", "案2"]
    due.words.setText("签收")
    assert len(rows(due)) == 1


def test_another_day_is_asked_about(due):
    due.day.setDate(QDate(2023, 5, 11))
    assert rows(due)[0] == ("案1", "due by 2023-05-15, 4 days left")
    assert "案3" in [number for number, _ in rows(due)]


def test_it_goes_to_the_parcel_and_opens_the_case(desk, due, parcel_number):
    due.list.setCurrentItem(due.list.topLevelItem(1))
    due.go_there()
    assert desk.session.number == parcel_number(2)
    due.open_case()
    form = desk.menu.cases.show_cases()
    assert form.number.text() == "案2"


def test_it_follows_what_is_recorded(desk, due):
    form = desk.menu.cases.show_case("案1")
    form.steps.rows["filed"].day.setText("2023-05-15")
    form.record()
    assert ("案1", "due by 2023-07-14, 59 days left") in rows(due)


def test_the_lists_are_saved_in_chinese(desk, due, tmp_path, qtbot):
    path = tmp_path / "案件.xlsx"
    desk.menu.cases.save_lists(date(2023, 5, 16), path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert len(load_workbook(path).sheetnames) == 4


def test_typing_filters_what_was_read(due, monkeypatch):
    monkeypatch.setattr(type(due._session.book), "case_files", None)  # a read would fail
    due.words.setText("乙")
    due.day.setDate(QDate(2023, 5, 20))
    assert [number for number, _ in rows(due)] == ["案2", "案2"]
