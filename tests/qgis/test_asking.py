"""After a verdict by key: nothing opens, or just what the desk can say and has not."""

from __future__ import annotations

from desk_keyboard import press
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from tuban.dialogs.evidence.form import EvidenceForm


def forms(dock) -> list:
    return [one for one in dock.findChildren(EvidenceForm) if one.isVisible()]


def test_a_verdict_that_agrees_with_the_proposal_is_one_key(dock, session, parcel_number):
    assert dock.proposing.proposal.category == "doubt"
    press(Qt.Key.Key_9)
    verdict = session.book.dossier(parcel_number(1)).county_verdict
    assert verdict.reason.startswith("证据不足")  # the plan's words with what is missing
    assert session.number == parcel_number(2) and QApplication.focusWidget() is dock.list.view


def test_the_reason_is_asked_and_what_only_the_field_tells_is_not(dock, session, parcel_number):
    press(Qt.Key.Key_4)  # a rural road: its width is measured on the spot
    assert session.dossier.county_verdict.category == "road"
    assert QApplication.focusWidget() is dock.verdict.reason and not forms(dock)
    QTest.keyClicks(dock.verdict.reason, "old road")
    press(Qt.Key.Key_Return)
    assert session.book.dossier(parcel_number(1)).county_verdict.reason == "old road"
    assert session.number == parcel_number(2) and QApplication.focusWidget() is dock.list.view
    press(Qt.Key.Key_4)
    assert dock.verdict.reason.selectedText() == "old road"  # the last one, to be taken over
    press(Qt.Key.Key_Return)
    assert session.book.dossier(parcel_number(2)).county_verdict.reason == "old road"
    assert session.number == parcel_number(3)


def test_a_reason_that_is_not_wanted_is_left_with_esc(dock, session, parcel_number):
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_Escape)
    assert session.number == parcel_number(1) and not session.drafts
    assert session.dossier.county_verdict.reason == ""
    assert QApplication.focusWidget() is dock.list.view


def test_subcategory_reason_and_documents_one_after_the_other(
    dock, session, qtbot, parcel_number, plan
):
    press(Qt.Key.Key_1)
    popup = dock.verdict.subcategory.view()
    qtbot.waitUntil(popup.isVisible, timeout=20_000)
    QTest.keyClick(popup, Qt.Key.Key_2)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    reason = dock.verdict.reason
    qtbot.waitUntil(lambda: QApplication.focusWidget() is reason, timeout=20_000)
    QTest.keyClicks(reason, "certificate")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    (form,) = forms(dock)
    assert session.number == parcel_number(1)
    rows = {row.kind.code: row for row in form.rows}
    rows["title_number"].value.setText("虚构（2023）1号")
    rows["document_boundary"].value.setText("界址.txt")
    form.record()
    assert session.number == parcel_number(2)
    verdict = session.book.dossier(parcel_number(1)).county_verdict
    assert (verdict.subcategory, verdict.reason) == ("registered", "certificate")


def test_who_does_not_want_to_be_asked_is_not(dock, session, desk, parcel_number):
    dock.list.queue.ask.setChecked(False)
    press(Qt.Key.Key_4)
    assert session.number == parcel_number(2) and not desk.work.settings.ask_missing


def test_a_reason_changed_without_being_asked_leaves_the_parcel_at_hand(dock, session):
    session.judge("road", "", "虚构")
    dock.verdict.reason.setText("another")
    number = session.number
    dock.verdict.reason.returnPressed.emit()
    assert session.number == number and session.dossier.county_verdict.reason == "another"
