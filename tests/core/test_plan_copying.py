"""A plan of an office's own: copied whole, compared key by key, refused with the reason."""

from __future__ import annotations

import json

import pytest

from tuban.core.errors import OutputError, PlanError
from tuban.core.plan import load_plan
from tuban.core.plan.copying import compare_plans, copy_plan

PLAN = load_plan("liaocheng-2023")
TITLE = "虚构市2024年工作方案"


@pytest.fixture
def office(tmp_path):
    return tmp_path / "本单位 方案's"


def edit(folder, name, change):
    path = folder / name
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def test_a_copy_is_a_plan_of_its_own(office):
    folder = copy_plan(PLAN, "own-2024", TITLE, office)
    copy = load_plan("own-2024", office=office)
    assert (copy.folder, copy.title, copy.copied_from) == (folder, TITLE, PLAN.id)
    assert copy.sha256 != PLAN.sha256
    assert copy.rules == PLAN.rules
    assert [one.name for one in office.iterdir()] == ["own-2024"]


def test_compared_key_by_key(office):
    folder = copy_plan(PLAN, "own-2024", PLAN.title, office)
    assert compare_plans(PLAN, load_plan("own-2024", office=office)) == []
    edit(folder, "calendar.json", lambda value: value.update(county_day=21))
    edit(folder, "policy_limits.json", lambda value: value["limits"][0].update(value="95"))
    edit(folder, "military.json", lambda value: value["markers"].append("部队"))
    edit(folder, "flags.json", lambda value: value["flags"].pop())
    found = compare_plans(PLAN, load_plan("own-2024", office=office))
    seen = {(one.file, one.key): (one.old, one.new) for one in found}
    assert seen["calendar.json", "county_day"] == ("22", "21")
    assert seen["policy_limits.json", "limits[covered_percent].value"] == ("99.9", "95")
    assert seen["military.json", "markers[2]"] == ("", "部队")
    assert seen["flags.json", "flags[SFYLFY].en"] == ("Medical facility for epidemic control", "")


def test_an_order_that_has_changed_is_a_difference(office):
    folder = copy_plan(PLAN, "own-2024", PLAN.title, office)
    was = json.loads((folder / "rules.json").read_text(encoding="utf-8"))["rules"]
    edit(folder, "rules.json", lambda value: value["rules"].insert(0, value["rules"].pop()))
    (found,) = compare_plans(PLAN, load_plan("own-2024", office=office))
    assert (found.file, found.key) == ("rules.json", "rules[]")
    assert found.new.startswith(f"{was[-1]['id']} {was[0]['id']} ")


@pytest.mark.parametrize("plan_id", ["", "Own", "a b", "../x", "方案", "-a", "a" * 41])
def test_an_id_that_is_no_folders_name_is_refused(office, plan_id):
    with pytest.raises(PlanError, match="cannot be a plan's id"):
        copy_plan(PLAN, plan_id, TITLE, office)
    assert not office.exists()


@pytest.mark.parametrize("plan_id", [PLAN.id, "own-2024"])
def test_an_id_that_is_taken_is_refused(office, plan_id):
    copy_plan(PLAN, "own-2024", TITLE, office)
    with pytest.raises(PlanError, match="already"):
        copy_plan(PLAN, plan_id, TITLE, office)


def test_a_folder_that_cannot_be_written(office):
    office.write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError):
        copy_plan(PLAN, "own-2024", TITLE, office)


def test_the_second_shipped_plan_is_marked_as_an_example():
    example = load_plan("example-2025")
    assert example.is_example and not PLAN.is_example
    assert "虚构" in example.title and "虚构" in example.place
    assert {one.code for one in example.categories}.isdisjoint(one.code for one in PLAN.categories)
    files = [one.name for one in sorted(PLAN.folder.glob("*.json"))]
    assert [one.name for one in sorted(example.folder.glob("*.json"))] == files
