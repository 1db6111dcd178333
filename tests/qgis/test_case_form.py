"""Stop notice, steps, penalties and transfers of a case, typed into its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tuban.core.casefile import CaseStep, Interruption, Penalty, StopNotice, Transfer

NUMBER = "虚案〔2023〕1号"


@pytest.fixture
def form(desk, casebook_file, parcel_number):
    desk.session.open(casebook_file)
    desk.session._today = lambda: date(2023, 5, 16)
    desk.session.show(parcel_number(1))
    opened = desk.menu.show_cases()
    opened.number.setText(NUMBER)
    opened.actor.setText("虚构公司")
    return opened


def the_file(desk):
    (file,) = desk.session.book.case_files()
    return file


def type_step(form, code, day, document=""):
    form.steps.rows[code].day.setText(day)
    form.steps.rows[code].document.setText(document)
    form.steps.edited.emit()


def type_row(tab, values):
    row = tab.table.rowCount()
    tab.add_row()
    for column, value in values.items():
        tab.table.item(row, column).setText(value)


def test_the_stop_notice_is_recorded(desk, form):
    form.stop.number.setText("虚停〔2023〕1号")
    form.stop.day.setText("2023年5月8日")
    form.stop.served_to.setText("虚构公司")
    form.stop.served_on.setText("20230508")
    form.stop.result.setCurrentIndex(form.stop.result.findData("stopped"))
    form.record()
    expected = StopNotice("虚停〔2023〕1号", "2023-05-08", "虚构公司", "2023-05-08", "stopped")
    assert the_file(desk).stop_notice == expected
    assert desk.session.book.verify() == ()


def test_a_step_tells_when_the_next_one_is_due(desk, form):
    type_step(form, "checked", "2023-04-27")
    state = form.steps.rows["filed"].state
    # Ten working days over the May holidays, by hand: 15 May.
    assert "2023-05-15" in state.text()
    assert "overdue by 1 days" in state.text()
    assert "第十二条" in state.toolTip()
    type_step(form, "filed", "2023-05-15", "虚立〔2023〕1号")
    assert state.text() == "in time"
    form.record()
    assert the_file(desk).filing.steps == {
        "checked": CaseStep("2023-04-27"),
        "filed": CaseStep("2023-05-15", "虚立〔2023〕1号"),
    }
    assert "2023-07-14" in form.cases.topLevelItem(0).text(4)


def test_penalties_stand_in_pairs(desk, form):
    type_row(form.penalties, {1: "12,000.00", 2: "2023-05-10", 3: "虚罚1号", 4: "5000"})
    assert form.penalties.table.item(0, 6).text() == "7,000.00"
    form.penalties.table.item(0, 4).setText("12500")
    assert "500.00 too much" in form.penalties.table.item(0, 6).text()
    assert "500.00 more carried out than decided" in form.remarks.toPlainText()
    form.record()
    fine = Penalty("fine", Decimal("12000.00"), "2023-05-10", "虚罚1号", Decimal("12500"))
    assert the_file(desk).penalties == (fine,)
    form.penalties.table.setCurrentCell(0, 1)
    form.penalties.take_row()
    form.record()
    assert the_file(desk).penalties == ()
    desk.session.undo()
    assert the_file(desk).penalties == (fine,)


def test_days_that_do_not_count_move_the_decision_and_say_why(desk, form):
    type_step(form, "filed", "2023-03-01")
    state = form.steps.rows["decided"].state
    # sixty days after 1 March are 30 April: overdue in the middle of May
    assert "2023-04-30" in state.text() and "overdue" in state.text()
    type_row(form.interruptions, {1: "2023-4-3", 2: "2023-04-22", 3: "当事人申请听证"})
    assert "2023-05-20" in state.text() and "some days do not count" in state.text()
    assert "Hearing 2023-04-03 to 2023-04-22, 20 days (当事人申请听证)" in state.toolTip()
    assert "Tuban" in form.interruptions.table.item(0, 4).text()
    form.interruptions.table.item(0, 2).setText("2023-04-01")
    assert "it ended before it began" in form.remarks.toPlainText()
    form.interruptions.table.item(0, 2).setText("2023-04-22")
    form.record()
    expected = Interruption("hearing", "2023-04-03", "2023-04-22", "当事人申请听证")
    assert the_file(desk).interruptions == (expected,)
    assert "2023-05-20" in form.cases.topLevelItem(0).text(4)
    desk.session.undo()
    assert desk.session.book.case_files() == []
    assert desk.session.book.verify() == ()


def test_transfers_wait_for_their_receipt(desk, form):
    type_row(form.transfers, {1: "涉嫌犯罪线索", 2: "虚构县公安局", 3: "虚移1号", 4: "2023-04-27"})
    assert "overdue by 1 days" in form.transfers.table.item(0, 7).text()
    form.transfers.table.item(0, 6).setText("2023-05-08")
    assert form.transfers.table.item(0, 7).text() == "in time"
    form.record()
    sent = Transfer("police", "涉嫌犯罪线索", "虚构县公安局", "虚移1号", "2023-04-27")
    (found,) = the_file(desk).transfers
    assert found == Transfer(**{**vars(sent), "receipt_on": "2023-05-08"})


def test_what_is_no_day_is_refused_and_nothing_recorded(desk, form):
    type_step(form, "filed", "2023-02-30")
    assert "is no date" in form.remarks.toPlainText()
    form.record()
    assert "is no date" in form.answer.text()
    assert desk.session.book.case_files() == []
    type_step(form, "filed", "", "虚立〔2023〕1号")
    form.record()
    assert "the day is missing" in form.answer.text()


def test_why_it_is_not_filed(desk, form):
    type_step(form, "not_filed", "2023-05-10")
    assert "the reason is missing" in form.remarks.toPlainText()
    form.steps.reason.setCurrentIndex(form.steps.reason.findData("joint"))
    form.steps.explanation.setText("虚构镇组织整治")
    form.record()
    filing = the_file(desk).filing
    assert (filing.reason, filing.explanation) == ("joint", "虚构镇组织整治")
    assert form.remarks.toPlainText() == ""


def test_what_is_not_recorded_is_not_left_by_one_click(desk, form):
    form.record()
    form.stop.number.setText("虚停〔2023〕1号")
    form.new_button.click()
    assert form.number.text() == NUMBER
    assert "Not recorded yet" in form.answer.text()
    form.new_button.click()
    assert form.number.text() == ""


def test_somebody_elses_change_is_not_overwritten(desk, form):
    form.record()
    form.stop.number.setText("1")
    form.record()
    desk.session.undo()
    form.stop.number.setText("2")
    form.record()
    assert the_file(desk).stop_notice is None
    assert desk.bar.currentItem() is not None
