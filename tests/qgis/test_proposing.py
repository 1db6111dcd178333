"""The strip with the proposal, and the form for evidence, by keys on a real casebook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from desk_keyboard import press
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from tuban.core.casebook import events
from tuban.core.model import Coverage, Evidence
from tuban.dialogs.evidence.form import EvidenceForm

ZERO = Decimal("0.00")
CTRL = Qt.KeyboardModifier.ControlModifier


def covered(session, **percent: str) -> None:
    """Gives the parcel at hand figures that are known for every approval."""
    figures = session.dossier.figures
    rows = []
    for role in ("conversion", "supply", "temporary", "facility"):
        share = Decimal(percent.get(role, "0"))
        area = (figures.area_m2 * share / 100).quantize(ZERO)
        rows.append(Coverage(role, "", area, share))
        if share:
            rows.append(Coverage(role, f"虚构{role}1号", area, share))
    new = replace(figures, approvals=tuple(rows))
    session.book.record([events.figures_computed(new, figures)])
    session.reload()


def test_what_is_missing_stands_there_and_its_origin(dock, session):
    covered(session)
    strip = dock.proposing
    assert strip.headline.full == "Proposal: In doubt"
    assert strip.open.full == "Missing: What is there"
    assert strip.isVisible() and "Missing: What is there" in strip.notes.text()


def test_a_proposal_is_accepted_with_one_key(dock, session, parcel_number):
    covered(session, conversion="100", supply="100")
    assert dock.proposing.headline.full == "Proposal: Legal · Lawfully supplied"
    assert "Seen in practice, not official" in dock.proposing.notes.text()
    assert "Land supply number 虚构supply1号" in dock.proposing.notes.text()
    press(Qt.Key.Key_P)
    verdict = session.book.dossier(parcel_number(1)).county_verdict
    assert (verdict.category, verdict.subcategory) == ("legal", "supplied")
    assert "供地电子监管号：虚构supply1号" in verdict.reason
    assert session.number == parcel_number(2)  # it goes on as after any verdict


def test_a_typed_reason_stays(dock, session, parcel_number):
    covered(session, conversion="100", supply="100")
    session.drafts[session.number] = "我的理由"
    dock.proposing.accept()
    assert session.book.dossier(parcel_number(1)).county_verdict.reason == "我的理由"


def test_buttons_stay_where_they_are_from_parcel_to_parcel(dock, session, parcel_number):
    """With something missing or not, with a word about pictures or not."""
    covered(session, conversion="100", supply="100")
    assert not dock.proposing.open.full
    place = from_below(dock)
    session.show(parcel_number(2))
    assert dock.proposing.open.full
    dock.comparing.words.setText("No picture fits.")
    dock.comparing.show()
    assert from_below(dock) == place


def from_below(dock) -> int:
    QApplication.sendPostedEvents()
    return dock.height() - dock.navigation.mapTo(dock, QPoint()).y()


def test_the_same_verdict_by_another_rule_is_no_news(dock, session):
    covered(session, conversion="50", supply="0")
    covered(session, conversion="0", supply="0")
    assert "Proposed until" not in dock.proposing.notes.text()


def test_a_verdict_that_differs_is_told(dock, session):
    covered(session, conversion="100", supply="100")
    session.judge("unchanged", "", "")
    assert "The verdict differs from the proposal" in dock.proposing.notes.text()


def test_evidence_changes_the_proposal_and_says_what_it_was(dock, session, qtbot):
    covered(session)
    press(Qt.Key.Key_E)
    form = dock.proposing.findChild(EvidenceForm)
    (row,) = form.rows
    assert row.kind.code == "site_finding" and "not official" in row.title.text()
    row.value.setCurrentIndex(row.value.findData("built"))
    row.note.setText("虚构")
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow, timeout=20_000)
    QTest.keyClick(row.value, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not form.isVisible(), timeout=20_000)
    assert session.dossier.evidence == {
        "site_finding": Evidence("site_finding", "built", "", "虚构")
    }
    text = dock.proposing.notes.text()
    assert dock.proposing.headline.full == "Proposal: Illegal · Used without application"
    assert "Proposed until 2" in text and "In doubt → Illegal" in text
    # … and which evidence made it another one.
    assert "What is there: not there → Built or hardened, not agricultural" in text
    session.undo()
    assert session.dossier.evidence == {}
    assert dock.proposing.headline.full == "Proposal: In doubt"


def test_another_figure_says_what_it_was(dock, session):
    covered(session, conversion="100", supply="100")
    covered(session, conversion="100", supply="0.5")
    text = dock.proposing.notes.text()
    assert "Proposed until 2" in text and "Legal · Lawfully supplied → In doubt" in text
    assert "Land supply: 100 % → 0.5 %" in text


def test_a_rule_is_told_with_its_document_words_limits_and_marks(dock, session):
    covered(session)
    evidence = {
        "site_finding": Evidence("site_finding", "rural_road"),
        "road_width_m": Evidence("road_width_m", "9.5"),
    }
    session.record_evidence(session.dossier, evidence)
    text = dock.proposing.notes.text()
    assert "Rule: road_too_wide" in text
    assert "Technical regulation of the third survey TD/T 1055-2019 1006 农村道路" in text
    assert "Greatest width of a rural road 8.0 m" in text and "[standard]" in text
    assert "Width of the road 9.5 m" in text
    session.record_evidence(
        session.dossier, {"site_finding": Evidence("site_finding", "agriculture_office")}
    )
    text = dock.proposing.notes.text()
    assert "要按有关规定及时移交并做好记录" in text and "聊自然资规发〔2023〕11号 二（二）" in text
    assert "[plan]" in text


def test_a_partial_approval_leads_to_the_split_along_it(dock, session, qtbot):
    covered(session, conversion="40")
    strip = dock.proposing
    assert strip.split_button.isVisible()
    assert strip.proposal.split.document == "虚构conversion1号"
    strip.split_button.click()
    (form,) = dock.dividing.forms
    assert form._wanted == strip.proposal.split
    form.reject()
    covered(session, conversion="100", supply="100")
    assert not strip.split_button.isVisible()


def test_what_is_not_understood_is_told_and_nothing_recorded(dock, session):
    covered(session)
    session.judge("road", "", "")
    form = dock.proposing.open_evidence()
    by_code = {row.kind.code: row for row in form.rows}
    by_code["road_width_m"].value.setText("五米")
    form.record()
    assert form.isVisible() and "五米" in form.refused.text()
    assert by_code["road_width_m"].title.styleSheet()
    by_code["road_width_m"].value.setText("5.5")
    form.record()
    assert not form.isVisible()
    assert session.dossier.evidence["road_width_m"].value == "5.5"


def test_all_kinds_can_be_shown(dock, session):
    form = dock.proposing.open_evidence()
    form.all_kinds.click()
    kinds = session.plan.lists.evidence
    assert {row.kind.code for row in form.rows} == set(kinds) - {"site_photos"}
    form.reject()


def test_what_a_verdict_has_to_answer_stands_there(dock, session):
    session.judge("temporary", "in_term", "")
    words = dock.proposing.open.full
    assert "Temporary land ends on" in words and words.startswith("To answer before submission")
    evidence = {
        code: Evidence(code, value)
        for code, value in (("temporary_number", "虚构1号"), ("temporary_expiry", "2024-05-31"))
    }
    session.record_evidence(session.dossier, evidence)
    assert "To answer" not in dock.proposing.notes.text() + dock.proposing.open.full


def test_without_the_right_to_write_nothing_is_offered(dock, session):
    release = session.hold("虚构")
    assert not dock.proposing.accept_button.isEnabled()
    assert not dock.proposing.evidence_button.isEnabled()
    assert dock.proposing.open_evidence() is None
    release()
    assert dock.proposing.accept_button.isEnabled()


def test_a_verdict_of_another_plan_is_told_with_a_sentence(dock, session):
    session.judge("unlawful", "old_code", "虚构")
    words = dock.proposing.open.full
    assert words.startswith(
        "The verdict “unlawful/old_code” was given under the plan liaocheng-2023"
    )
    session.judge("road", "", "虚构")
    assert "was given under" not in dock.proposing.open.full


def test_what_is_missing_stands_beside_each_question(dock, session):
    covered(session)
    session.judge("illegal", "not_applied", "虚构")
    form = dock.proposing.open_evidence()
    states = {row.kind.code: row.state.text() for row in form.rows}
    assert states["actor"] == "needed for submission"
    assert states["site_finding"] == "needed for a proposal"
    assert "missing" in form.asked.text() and form.record_button.isEnabled()
    rows = {row.kind.code: row for row in form.rows}
    rows["actor"].value.setText("虚构公司")
    form.record()
    assert not form.isVisible()
    form = dock.proposing.open_evidence()
    states = {row.kind.code: row.state.text() for row in form.rows}
    assert states["actor"] == "✓ answered"
    form.reject()


def test_the_forms_questions_are_those_of_an_illegal_parcel(dock, session):
    covered(session)
    session.judge("illegal", "not_applied", "虚构")
    form = dock.proposing.open_evidence()
    asked = {row.kind.code for row in form.rows}
    assert asked >= {
        *["actor", "actor_kind", "violation_type", "actual_use", "build_time", "build_stage"],
        "plan_conformity",
    }
    rows = {row.kind.code: row for row in form.rows}
    conformity = rows["plan_conformity"].value
    shown = [conformity.itemText(at)[2:] for at in range(1, conformity.count())]
    assert shown == ["Conforms", "Conforms in part", "Does not conform"]
    conformity.setCurrentIndex(2)
    form.record()
    form = dock.proposing.open_evidence()
    states = {row.kind.code: row.state.text() for row in form.rows}
    assert states["conforming_mu"] == states["conflicting_mu"] == "needed for submission"
    form.reject()


def test_when_a_parcel_is_looked_at_again_and_by_what(dock, session):
    session.judge("road", "", "虚构")
    shown = {
        caption.text(): value for caption, value in dock.facts._lines if value.isVisibleTo(dock)
    }
    words = shown["Recheck by"].text()
    assert "Rural roads keep to the standard [plan]" in words
    assert "every 6 months [Tuban's default]" in words
    assert "四（六）" in shown["Recheck by"].toolTip()


def test_marks_stand_where_facts_are_used(dock, session):
    assert "[plan]" in dock.header._days.text()
    assert "三（二）" in dock.header._days.toolTip()
    session.judge("illegal", "not_applied", "虚构")
    assert "[plan]" in dock.flags._heading.text() and "二（一）" in dock.flags._heading.toolTip()
    assert "[practice]" in dock.verdict._buttons["legal"].toolTip()
