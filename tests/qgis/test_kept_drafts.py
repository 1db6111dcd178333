"""What is typed and not recorded is there again: after closing, another parcel, another QGIS."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QDialogButtonBox

from tuban.core.casebook import saying
from tuban.core.casefile import Case, CaseFile
from tuban.core.ledger.ledger import ledger_of
from tuban.core.model import Evidence, FieldCheck
from tuban.core.rectified import Rectification, VerdictKept
from tuban.dialogs.evidence.form import EvidenceForm
from tuban.dialogs.ledger.turn_form import TurnForm
from tuban.dialogs.parts.kept_typing import KeptTyping
from tuban.dialogs.review.forms import KeepForm, OverrideForm, ReturnForm
from tuban.maps.kept_drafts import KeptDrafts, draft_of, record_in
from tuban.maps.session import Session
from tuban.maps.settings import Settings


@pytest.fixture
def session(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk.session


@pytest.fixture
def again(session, casebook_file, today):
    """``again()``: what another QGIS of the same person finds, the first one having been killed."""
    made = []

    def begin():
        made.append(Session(Settings(), lambda: today))
        made[-1].open(casebook_file, read_only=True)
        return made[-1]

    yield begin
    for one in made:
        one.close()


def test_drafts_are_kept_as_they_are_typed(session, again, tmp_path):
    typed = ("字", 3, b"\0\xff", {"a": (1, "")}, ())
    session.drafts_of("some")["1/2 号"] = typed
    assert dict(again().drafts_of("some")) == {"1/2 号": typed}
    assert dict(session.drafts_of("other")) == {}
    elsewhere = KeptDrafts(Settings(), tmp_path / "另一本.gpkg", session.plan.id, "some")
    assert dict(elsewhere) == {}
    del session.drafts_of("some")["1/2 号"]
    assert not [key for key in QgsSettings().allKeys() if "tuban/drafts" in key]


def test_a_record_of_another_tuban_is_no_draft():
    case = CaseFile(Case("1号", "虚构", "", ("A_1",)))
    assert record_in(draft_of(case), CaseFile) == case
    assert record_in({"case": {"name": 3}}, CaseFile) is None and record_in(None, CaseFile) is None


def test_spoiled_settings_are_no_draft(session):
    drafts = session.drafts_of("some")
    for spoiled in ("[", "3", "[1, [2]]", '[["of", "typed"]]'):
        QgsSettings().setValue(f"tuban/{drafts._key}", spoiled)
        assert dict(drafts) == {}


def test_a_reason_waits_for_another_qgis(desk, session, again):
    desk.dock.verdict.reason.setText("half a ")
    desk.dock.verdict.reason.textEdited.emit("half a reason")
    assert again().drafts[session.number] == "half a reason"
    session.judge("road", "", "whole")
    assert not again().drafts


def test_notes_wait_for_the_parcels_return(desk, session, parcel_number):
    notes = desk.dock.notes
    notes.comment.setText("typed")
    notes.comment.textEdited.emit("typed")
    session.show(parcel_number(2))
    assert notes.comment.text() == ""
    session.show(parcel_number(1))
    assert notes.comment.text() == "typed" and session.dossier.notes.comment == ""
    notes.comment.returnPressed.emit()
    assert session.dossier.notes.comment == "typed" and not session.drafts_of("notes")


def test_evidence_that_was_closed_unrecorded_is_there_again(desk, session, again):
    form = EvidenceForm(desk.work)
    form.all_kinds.setChecked(True)
    rows = {row.kind.code: row for row in form.rows}
    rows["title_number"].value.setText("虚构1号")
    rows["title_number"].note.setText("see")
    rows["title_number"].note.textEdited.emit("see")
    form.reject()  # Esc, or the casebook closed under it
    assert again().drafts_of("evidence")[session.number] == {"title_number": ("虚构1号", "", "see")}
    form = EvidenceForm(desk.work)
    row = next(row for row in form.rows if row.kind.code == "title_number")
    assert row.typed() == ("虚构1号", "", "see") and "Not recorded yet" in form.asked.text()
    form.record()
    assert session.dossier.evidence["title_number"] == Evidence(
        "title_number", "虚构1号", "", "see"
    )
    assert not session.drafts_of("evidence")


def test_evidence_that_is_cancelled_is_forgotten(desk, session):
    form = EvidenceForm(desk.work)
    form.rows[0].note.setText("see")
    form.rows[0].note.textEdited.emit("see")
    assert session.drafts_of("evidence")
    cancel_of(form).click()
    assert not session.drafts_of("evidence")


def cancel_of(form):
    box = form.findChild(QDialogButtonBox)
    role = QDialogButtonBox.ButtonRole.RejectRole
    return next(one for one in box.buttons() if box.buttonRole(one) == role)


def test_a_field_check_waits_for_another_qgis(desk, session, again):
    form = desk.menu.field.show_check()
    form.fields.actor.setText("虚构公司")
    form.fields.actor.textEdited.emit("虚构公司")
    desk.menu.close_forms()
    assert again().drafts_of("field")
    form = desk.menu.field.show_check()
    assert form.fields.actor.text() == "虚构公司" and "Not recorded yet" in form.remarks.text()
    form.forget_button.click()
    assert form.fields.actor.text() == "" and not session.drafts_of("field")
    assert not form.forget_button.isEnabled()


def test_measures_wait_for_another_qgis(desk, session, again):
    form = desk.menu.rectification.open_measures()
    form.note.setText("拆除")
    form.note.textEdited.emit("拆除")
    form.table.add_row()
    rows = form.table.rows()
    desk.menu.close_forms()
    assert again().drafts_of("rectify")[session.number][3] == rows
    form = desk.menu.rectification.open_measures()
    assert form.table.rows() == rows and form.note.text() == "拆除"
    form.forget_button.click()
    assert form.table.rows() == () and not session.drafts_of("rectify")


def test_a_case_is_there_as_it_was_left(desk, session, again):
    form = desk.menu.show_cases()
    form.number.setText("虚构〔2023〕1号")
    form.actor.setText("虚构公司")
    form.actor.textEdited.emit("虚构公司")
    desk.menu.close_forms()
    assert again().drafts_of("case")
    form = desk.menu.show_cases()
    assert form.actor.text() == "虚构公司" and "Not recorded yet" in form.answer.text()
    form.record()
    assert [one.number for one in session.book.cases()] == ["虚构〔2023〕1号"]
    assert not session.drafts_of("case")


def test_a_case_left_on_purpose_is_forgotten(desk, session):
    form = desk.menu.show_cases()
    form.actor.setText("虚构公司")
    form.actor.textEdited.emit("虚构公司")
    form._leave_for("")
    assert session.drafts_of("case")
    form._leave_for("")
    assert not session.drafts_of("case") and form.actor.text() == ""


def a_check(desk):
    form = desk.menu.field.show_check()
    return form.fields.actor, form.remarks


def evidence(desk):
    form = EvidenceForm(desk.work)
    return form.rows[0].note, form.asked


def measures(desk):
    form = desk.menu.rectification.open_measures()
    return form.note, form.remarks


def a_case(desk):
    form = desk.menu.show_cases()
    return form.actor, form.answer


def check_field(session):
    session.check_field(FieldCheck(session.number, ("赵某",), "2023-05-01", "onsite"))


def record_evidence(session):
    session.record_evidence(session.dossier, {"title_number": Evidence("title_number", "2号")})


def rectify(session):
    planned = Rectification(VerdictKept("county", "illegal", "not_applied", "", ""), note="复耕")
    session.record(saying.rectified(session.dossier, planned))


def change_the_case(session):
    (shown,) = session.book.case_files()
    session.change_case(CaseFile(Case("1号", "", "别的", (session.number,))), shown)


@pytest.mark.parametrize(
    ("opens", "records"),
    [
        (a_check, check_field),
        (evidence, record_evidence),
        (measures, rectify),
        (a_case, change_the_case),
    ],
)
def test_a_draft_says_that_the_record_has_changed_since(desk, session, opens, records):
    def typed(words):
        line, told = opens(desk)
        said = told.text().split("\n")[0]
        line.setText(words)
        line.textEdited.emit(words)
        desk.menu.close_forms()
        return said

    session.change_case(CaseFile(Case("1号", "", "虚构", (session.number,))), None)
    typed("虚构公司")
    assert typed("虚构公司甲") == "Not recorded yet"
    records(session)
    # What is typed on still stands on what it began with.
    for words in ("虚构公司乙", "虚构公司丙"):
        assert typed(words) == "Not recorded yet; what is recorded has changed since"


def test_a_check_refused_for_another_ones_keeps_what_it_began_with(desk, session):
    form = desk.menu.field.show_check()
    form.fields.show_check(FieldCheck(session.number, ("虚构",), "2023-05-02", "onsite"))
    form.fields.actor.setText("虚构公司")
    form.fields.actor.textEdited.emit("虚构公司")
    others = FieldCheck(session.number, ("他人",), "2023-05-01", "onsite")
    session.book.record(
        saying.field_checked(session.dossier, others)
    )  # as the toolbox does: the dock has not looked yet
    assert not form.record()
    assert form.remarks.text().startswith("Not recorded yet; what is recorded has changed since")
    assert form.fields.actor.text() == "虚构公司"
    assert form.record() and "Not recorded yet" not in form.remarks.text()
    assert session.dossier.field_check.actor == "虚构公司"


@pytest.mark.parametrize("kind", [ReturnForm, OverrideForm, KeepForm])
def test_what_a_return_says_waits_when_the_parcel_changes(session, again, parcel_number, kind):
    def opened():
        form = kind(session)
        KeptTyping(form, session.drafts_of("x"), session.number)
        return form

    form = opened()
    form.words.setPlainText("缺界址")
    if kind is not KeepForm:
        form.reasons.tick(session.plan.review_rules.reasons[1].code)
        ticked = form.reasons.ticked
    if kind is OverrideForm:
        form.category.setCurrentIndex(1)
        form.subcategory.setCurrentIndex(2)
        chosen = form.category.currentData(), form.subcategory.currentData()
    session.show(parcel_number(2))
    assert again().drafts_of("x") and opened().words.toPlainText() == ""
    session.show(parcel_number(1))
    form = opened()
    assert form.words.toPlainText() == "缺界址"
    if kind is not KeepForm:
        assert form.reasons.ticked == ticked != []
    if kind is OverrideForm:
        assert (form.category.currentData(), form.subcategory.currentData()) == chosen
    cancel_of(form).click()
    assert not session.drafts_of("x")


def test_the_turn_of_a_case_is_there_again(desk, session):
    session.judge("illegal", "not_applied", "虚构")
    case = ledger_of(session.book, session.plan)[0]
    form = TurnForm(desk.work, case, lambda: None)
    form.why.setText("已拆除")
    form.reject()
    form = TurnForm(desk.work, case, SimpleNamespace)
    assert form.why.text() == "已拆除"
    cancel_of(form).click()
    assert TurnForm(desk.work, case, SimpleNamespace).why.text() == ""


def test_a_casebook_replaced_under_an_open_form_loses_nothing_typed(
    desk, session, casebook_file, tmp_path
):
    backup = tmp_path / "备份.gpkg"
    session.close()
    shutil.copy(casebook_file, backup)
    session.open(casebook_file)
    form = desk.menu.field.show_check()
    form.fields.actor.setText("虚构公司")
    form.fields.actor.textEdited.emit("虚构公司")
    backup.replace(casebook_file)
    desk.dock._look_for_news()
    assert not session.is_open and not form.isVisible()
    assert "replaced" in desk.bar.currentItem().text()
    session.open(casebook_file)
    assert desk.menu.field.show_check().fields.actor.text() == "虚构公司"
