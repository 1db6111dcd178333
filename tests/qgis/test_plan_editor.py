"""Editing an office's own plan in its window: fields, marks, mistakes, changes, what follows."""

from __future__ import annotations

import pytest

from tuban.core.casebook import open_casebook
from tuban.core.model import Evidence
from tuban.core.plan import load_plan
from tuban.dialogs.plans.editor import PlanEditor
from tuban.dialogs.plans.fact_field import FactField
from tuban.dialogs.plans.forms import CopyPlanDialog
from tuban.dialogs.plans.tree import MARK, NAME, VALUE
from tuban.maps.settings import Settings

OWN = "own-2024"
DECEIT = {"approval_defect": Evidence("approval_defect", "deceit")}
WIDTH = ("limits", 3)


@pytest.fixture(autouse=True)
def office(tmp_path, monkeypatch):
    folder = tmp_path / "本单位 方案"
    monkeypatch.setattr(Settings, "plans_folder", folder)
    return folder


@pytest.fixture
def open_desk(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


@pytest.fixture
def editor(open_desk, qtbot):
    form = open_desk.menu.plans.copy()
    assert isinstance(form, CopyPlanDialog)
    form.plan_id.setText(OWN)
    form.title.setText("虚构市2024年工作方案")
    form.copy()
    made = open_desk.menu.plans._forms[-1]
    assert isinstance(made, PlanEditor) and made.isVisible()
    yield made
    if made.isVisible():
        made.task.stop()
        made._warned = True
        made.reject()


def field_of(editor, name) -> FactField:
    return next(one for one in editor.panel.fields if one.fact.path[-1] == name)


def go(editor, file, path):
    editor.tree.go_to(file, path)
    return editor.tree.currentItem()


def test_a_fact_is_shown_with_its_name_value_unit_and_mark(editor):
    item = go(editor, "policy_limits.json", WIDTH)
    assert item.text(NAME) == "Greatest width of a rural road"
    assert (item.text(VALUE), item.text(MARK)) == ("8.0 m", "standard")
    assert (
        "limits[3]" in editor.panel.heading.text() and "[standard]" in editor.panel.heading.text()
    )
    item = go(editor, "recheck.json", ("cycles", 0, "months"))
    assert (item.text(VALUE), item.text(MARK)) == ("6 month(s)", "Tuban's default")


def test_each_kind_of_value_has_its_field(editor):
    go(editor, "calendar.json", ("county_day",))
    box = field_of(editor, "county_day")
    assert (box.field.value(), "(1 to 28)" in box.unit.text()) == (22, True)
    go(editor, "rules.json", ("rules", 1))
    category = field_of(editor, "category").field
    assert category.currentData() == "illegal" and category.count() > 5
    go(editor, "field.json", ("ways", 0))
    assert field_of(editor, "on_the_ground").field.currentData() is True
    go(editor, "military.json", ())
    assert field_of(editor, "markers").field.toPlainText() == "军用\n军事"


def test_a_mistake_is_told_beside_the_field_and_stops_saving(editor, office):
    go(editor, "calendar.json", ("county_day",))
    field_of(editor, "county_day").field.setValue(31)
    assert editor.panel.refused.text() == "1 to 28 is expected"
    assert "calendar.json" in editor.state.text() and not editor.save_button.isEnabled()
    go(editor, "flags.json", ())
    assert not editor.panel.refused.isVisible()
    editor._go_to_error()
    assert editor.tree.currentItem().data(NAME, 0x0101) == ("county_day",)
    field_of(editor, "county_day").field.setValue(21)
    assert editor.save_button.isEnabled()
    editor.save()
    assert load_plan(OWN, office=office).calendar.county_day == 21
    assert editor.state.text() == "Saved."


def test_changes_against_the_parent_are_listed_and_told_at_the_fact(editor):
    go(editor, "policy_limits.json", WIDTH)
    width = field_of(editor, "value").field
    width.setText("6.0")
    editor.panel.commit()
    assert editor.changes.topLevelItemCount() == 2  # the title is the other one
    row = editor.changes.topLevelItem(1)
    assert [row.text(column) for column in range(4)] == [
        "policy_limits.json",
        "limits[road_width_max_m].value",
        "8.0",
        "6.0",
    ]
    assert "8.0" in editor.panel.before.text()
    assert editor.tree.currentItem().text(VALUE) == "6.0 m"


def test_deep_parts_are_opened_as_text_with_the_same_check(editor):
    go(editor, "rules.json", ("rules", 1, "when"))
    before = editor.draft.value("rules.json", ("rules", 1, "when"))
    form = editor.open_text()
    form.text.setPlainText('[{"figure": "swamp", "above": "1"}]')
    form.take_over()
    assert "rules[1].when[0].figure" in form.refused.text() and form.isVisible()
    assert editor.error is None and editor.draft.value("rules.json", ("rules", 1, "when")) == before
    form.text.setPlainText('[{"figure": "area", "above": "1"}]')
    form.take_over()
    assert not form.isVisible() and editor.error is None
    assert editor.draft.value("rules.json", ("rules", 1, "when"))[0]["figure"] == "area"


def test_the_order_of_rules_is_changed_by_buttons(editor):
    go(editor, "rules.json", ("rules", 1))
    editor.panel.member_buttons[1].click()
    assert editor.tree.currentItem().data(NAME, 0x0101) == ("rules", 2)
    assert editor.draft.value("rules.json", ("rules", 2))["id"] == "fraud"
    editor.panel.member_buttons[2].click()
    assert "is there twice" in editor.state.text()
    editor.panel.member_buttons[3].click()
    go(editor, "rules.json", ("rules", 2))
    editor.panel.member_buttons[3].click()
    assert editor.error is None


def test_facts_are_found_by_words(editor):
    editor.find.setText("8.0")
    item = go(editor, "policy_limits.json", WIDTH)
    assert not item.isHidden() and item.parent().parent().isExpanded()
    assert go(editor, "flags.json", ()).isHidden()


def test_unsaved_changes_are_told_before_they_are_dropped(editor, office):
    go(editor, "calendar.json", ("county_day",))
    field_of(editor, "county_day").field.setValue(21)
    editor.reject()
    assert editor.isVisible() and "Not saved" in editor.state.text()
    editor.reject()
    assert not editor.isVisible()
    assert load_plan(OWN, office=office).calendar.county_day == 22


def test_a_plan_in_use_is_saved_after_a_look_at_what_follows(editor, open_desk, office, qtbot):
    session = open_desk.session
    number = session.number
    session.change_plan(load_plan(OWN, office=office))
    session.show(number)
    session.record_evidence(session.dossier, DECEIT)
    session.judge("illegal", "fraud", "虚构")
    given = session.dossier.county_verdict
    go(editor, "rules.json", ("rules", 1))
    field_of(editor, "subcategory").field.setCurrentIndex(3)
    field_of(editor, "subcategory").field.activated.emit(3)
    editor.save()
    assert load_plan(OWN, office=office).rules.rule("fraud").subcategory == "fraud"
    qtbot.waitUntil(lambda: editor._has_looked, timeout=20_000)
    row = editor.otherwise.topLevelItem(0)
    assert [row.text(column) for column in (0, 2, 3)] == [
        number,
        "Illegal · Approval obtained by deceit",
        "Illegal · Beyond the approved extent",
    ]
    editor.save()
    new = load_plan(OWN, office=office)
    assert new.rules.rule("fraud").subcategory == "excess"
    assert session.plan.sha256 == new.sha256
    assert session.book.dossier(number).county_verdict == given, "old verdicts stay"
    with open_casebook(session.book.path, "甲", read_only=True) as book:
        assert book.history("plan")[0].new["plan_sha256"] == new.sha256
        assert book.verify() == ()


def test_own_plans_are_opened_again(editor, open_desk):
    form = open_desk.menu.plans.choose_own()
    assert form.plans.currentText() == OWN
    form.edit()
    assert isinstance(open_desk.menu.plans._forms[-1], PlanEditor)
    open_desk.menu.plans._forms[-1].reject()
