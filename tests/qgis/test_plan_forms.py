"""Copying, comparing and choosing work plans through their forms."""

from __future__ import annotations

import json

import pytest
from qgis.PyQt import sip

from tuban.core.casebook import open_casebook
from tuban.core.model import Evidence
from tuban.core.plan import load_plan
from tuban.dialogs.casebook_forms import NewCasebookDialog
from tuban.dialogs.plans.forms import ChoosePlanDialog, ComparePlansDialog, CopyPlanDialog
from tuban.maps.settings import Settings

ROAD = {"site_finding": "rural_road", "road_width_m": "7.0", "in_highway_network": "no"}


@pytest.fixture(autouse=True)
def office(tmp_path, monkeypatch):
    folder = tmp_path / "本单位 方案"
    monkeypatch.setattr(Settings, "plans_folder", folder)
    return folder


@pytest.fixture
def open_desk(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def copied(desk, plan_id="own-2024"):
    form = CopyPlanDialog(desk.work, desk.window)
    form.plan_id.setText(plan_id)
    form.title.setText("虚构市2024年工作方案")
    form.copy()
    return form


def edit(office, name, change):
    path = office / "own-2024" / name
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def test_a_copy_can_be_chosen_for_a_new_casebook(open_desk, office):
    form = copied(open_desk)
    assert form.result() and (office / "own-2024" / "rules.json").is_file()
    new = NewCasebookDialog(open_desk.work, open_desk.window)
    titles = [new.plan.itemText(index) for index in range(new.plan.count())]
    assert "虚构市2024年工作方案 (own-2024)" in titles
    assert titles[-1].endswith("example")  # examples come last and say what they are


def test_an_id_that_cannot_be_is_told(open_desk, office):
    form = copied(open_desk, "liaocheng-2023")
    assert not form.result() and not office.exists()
    assert open_desk.bar.currentItem() is not None


def test_a_plan_with_a_mistake_is_told_and_left_out(open_desk, office):
    copied(open_desk)
    edit(office, "calendar.json", lambda value: value.update(county_day="22"))
    form = ComparePlansDialog(open_desk.work, open_desk.window)
    assert form.new.findData("own-2024") == -1
    assert "calendar.json" in open_desk.bar.currentItem().text()


def test_two_plans_key_by_key(open_desk, office):
    copied(open_desk)
    edit(office, "calendar.json", lambda value: value.update(county_day=21))
    form = ComparePlansDialog(open_desk.work, open_desk.window)
    form.new.setCurrentIndex(form.new.findData("own-2024"))
    lines = [
        [form.table.topLevelItem(row).text(column) for column in range(4)]
        for row in range(form.table.topLevelItemCount())
    ]
    assert ["calendar.json", "county_day", "22", "21"] in lines
    assert form.count.text() == "2 differences"  # the title is the other one


def test_another_plan_shows_first_what_would_come_out_otherwise(open_desk, office, qtbot):
    session, number = open_desk.session, open_desk.session.number
    copied(open_desk)
    edit(
        office,
        "policy_limits.json",
        lambda value: [
            one.update(value="6.0") for one in value["limits"] if one["code"] == "road_width_max_m"
        ],
    )
    evidence = {code: Evidence(code, value) for code, value in ROAD.items()}
    session.record_evidence(session.dossier, evidence)
    session.judge("road", "", "虚构")
    old = session.plan
    form = ChoosePlanDialog(open_desk.work, open_desk.window)
    assert not form.use_button.isEnabled() and not form.look_button.isEnabled()
    form.choice.setCurrentIndex(form.choice.findData("own-2024"))
    assert not form.use_button.isEnabled()
    form.look()
    qtbot.waitUntil(form.use_button.isEnabled, timeout=20_000)
    form.use()
    assert session.plan.id == "own-2024" and session.is_open
    verdict = session.book.dossier(number).county_verdict
    assert (verdict.plan_id, verdict.plan_sha256) == (old.id, old.sha256)
    with open_casebook(session.book.path, "甲", read_only=True) as book:
        (entry,) = book.history("plan")
        assert entry.old == {"plan_id": old.id}
        assert entry.new["plan_sha256"] == load_plan("own-2024", office=office).sha256
        assert book.verify() == ()


def test_verdicts_that_a_plan_does_not_have_are_listed(open_desk, qtbot):
    session = open_desk.session
    session.judge("road", "", "虚构")
    form = ChoosePlanDialog(open_desk.work, open_desk.window)
    form.choice.setCurrentIndex(form.choice.findData("example-2025"))
    form.look()
    qtbot.waitUntil(form.use_button.isEnabled, timeout=20_000)
    item = form.table.topLevelItem(0)
    assert item.text(1) == "Rural road (not in the new plan)"
    form.choice.setCurrentIndex(0)
    assert form.table.topLevelItemCount() == 0 and not form.use_button.isEnabled()


def test_the_menu_follows_the_casebook(desk, casebook_file):
    menu = desk.menu.plans
    assert not menu.choose.isEnabled()
    desk.session.open(casebook_file)
    assert menu.choose.isEnabled()
    form = menu.open(ComparePlansDialog)
    assert form.isVisible()
    form.reject()


def test_a_form_that_was_closed_and_deleted_does_not_stop_the_next_one(open_desk):
    plans = open_desk.menu.plans
    first = plans.open(ComparePlansDialog)
    first.close()
    sip.delete(first)  # what QGIS's event loop does a moment later
    second = plans.open(ComparePlansDialog)
    assert second.isVisible()
    second.close()
