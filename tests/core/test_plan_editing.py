"""A copied plan edited key by key: checked at each change, saved whole or not at all."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("osgeo")

from tuban.core.errors import OutputError, PlanError
from tuban.core.plan import Origin, load_plan
from tuban.core.plan.copying import copy_plan, files_of
from tuban.core.plan.editing import PlanDraft
from tuban.core.plan.facts import facts_of, key_of
from tuban.core.plan.figure_words import FIGURE_WORDS
from tuban.core.plan.key_words import FILE_WORDS, KEY_WORDS
from tuban.core.plan.paper_words import PAPER_WORDS
from tuban.core.plan.reader import Expected
from tuban.core.plan.righting_words import RIGHTING_WORDS
from tuban.core.whole_plan import load_whole_plan

PLAN = load_plan("liaocheng-2023")
OWN = "own-2024"


@pytest.fixture
def folder(tmp_path):
    return copy_plan(PLAN, OWN, "虚构市2024年工作方案", tmp_path / "本单位 方案's")


@pytest.fixture
def draft(folder):
    made = PlanDraft(folder, load_whole_plan)
    made.check()
    yield made
    made.close()


def fact_at(draft, name, key):
    return next(one for one in draft.facts(name).walk() if key_of(one.path) == key)


def test_a_fact_knows_its_unit_its_mark_and_what_may_stand_there(draft):
    width = fact_at(draft, "policy_limits.json", "limits[3].value")
    assert (width.value, width.unit, width.asked.kind) == ("8.0", "m", Expected.DECIMAL)
    assert width.origin is Origin.STANDARD
    day = fact_at(draft, "calendar.json", "county_day")
    assert (day.asked.kind, day.asked.low, day.asked.high, day.unit) == (
        Expected.WHOLE,
        1,
        28,
        "day",
    )
    assert day.origin is Origin.PLAN
    months = fact_at(draft, "recheck.json", "cycles[0].months")
    assert (months.origin, months.unit) == (Origin.TUBAN, "month")
    category = fact_at(draft, "rules.json", "rules[1].category")
    assert category.asked.kind is Expected.CHOICE and "illegal" in category.asked.allowed
    begin = fact_at(draft, "plan.json", "effective_from")
    assert begin.asked.kind is Expected.DATE
    ground = fact_at(draft, "field.json", "ways[0].on_the_ground")
    assert ground.asked.kind is Expected.FLAG
    markers = fact_at(draft, "military.json", "markers")
    assert markers.asked.kind is Expected.LIST and markers.inner == ()
    mark = fact_at(draft, "calendar.json", "origin")
    assert mark.asked.allowed == tuple(one.value for one in Origin)
    assert fact_at(draft, "rules.json", "rules[1]").name == "fraud"
    assert fact_at(draft, "policy_limits.json", "limits[3]").label.zh == "农村道路最大宽度"


def has_free_names(name, path):
    """Of checks, of aliases, of the lines of a boundary text, of a system's codes."""
    if name == "submission.json":
        return path[0] == "rules" or path[:2] == ("boundaries", "head")
    return name == "aliases.json" or (name == "supervision.json" and path[-2:-1] == ("words",))


def test_every_file_and_key_has_a_name():
    names = {name[: -len(".json")] for name in files_of(PLAN.folder)}
    assert names <= set(FILE_WORDS)
    known = set(KEY_WORDS)
    unnamed = {
        f"{name}: {one.path[-1]}"
        for name, value in files_of(PLAN.folder).items()
        for one in facts_of(value, {}).walk()
        if one.path
        and isinstance(one.path[-1], str)
        and one.path[-1] not in known
        and not has_free_names(name, one.path)
    }
    assert unnamed == set()


@pytest.mark.parametrize("part", [FIGURE_WORDS, PAPER_WORDS, RIGHTING_WORDS])
def test_no_key_takes_the_name_of_another_files(part):
    assert {key: KEY_WORDS[key] for key in part} == part


def test_a_change_is_checked_and_saved_whole(draft, folder):
    draft.put("policy_limits.json", ("limits", 3, "value"), "6.0")
    draft.put("calendar.json", ("county_day",), 21)
    assert draft.check().lists.limits["road_width_max_m"].value == 6
    assert load_plan(OWN, office=folder.parent).calendar.county_day == 22, "not saved yet"
    seen = {(one.file, one.key): (one.old, one.new) for one in draft.changes(PLAN.folder)}
    assert seen["calendar.json", "county_day"] == ("22", "21")
    assert seen["policy_limits.json", "limits[road_width_max_m].value"] == ("8.0", "6.0")
    assert draft.is_changed
    draft.save()
    assert not draft.is_changed
    assert load_plan(OWN, office=folder.parent).calendar.county_day == 21
    assert [one.name for one in folder.parent.iterdir()] == [OWN]


def test_the_offices_own_templates_stay_when_the_plan_is_saved_and_come_along(draft, folder):
    own = folder / "templates"
    own.mkdir()
    (own / "bulletin.docx").write_bytes(b"an office's own")
    draft.put("calendar.json", ("county_day",), 21)
    draft.save()
    assert (own / "bulletin.docx").read_bytes() == b"an office's own"
    plan = load_plan(OWN, office=folder.parent)
    copied = copy_plan(plan, "own-2", "虚构市2025年工作方案", folder.parent)
    assert (copied / "templates" / "bulletin.docx").read_bytes() == b"an office's own"


def test_a_mistake_names_file_key_and_reason_and_is_not_saved(draft, folder):
    before = files_of(folder)
    draft.put("calendar.json", ("county_day",), 31)
    with pytest.raises(PlanError) as refused:
        draft.save()
    assert (refused.value.file, refused.value.key) == ("calendar.json", "county_day")
    assert str(refused.value.reason) == "1 to 28 is expected"
    assert files_of(folder) == before
    draft.put("calendar.json", ("county_day",), 22)
    draft.put("submission.json", ("layers", 0, "fields", 0, "length"), 300)
    with pytest.raises(PlanError, match=r"submission.json, key layers\[0\].fields\[0\].length"):
        draft.check()


def test_what_was_understood_stays_known_while_something_is_wrong(draft):
    draft.put("calendar.json", ("county_day",), 31)
    with pytest.raises(PlanError):
        draft.check()
    assert fact_at(draft, "calendar.json", "county_day").asked.kind is Expected.WHOLE


def test_written_as_text(draft):
    draft.put_text("military.json", ("markers",), '["军用", "部队"]')
    assert draft.check().military_markers == ("军用", "部队")
    with pytest.raises(PlanError, match="key markers: not JSON"):
        draft.put_text("military.json", ("markers",), '["军用"')
    with pytest.raises(PlanError, match="“a” is there twice"):
        draft.put_text("military.json", (), '{"a": 1, "a": 2}')
    assert draft.value("military.json", ("markers",)) == ["军用", "部队"]


def test_members_are_moved_doubled_and_taken_out(draft):
    order = [rule.id for rule in draft.check().rules.rules]
    at = draft.move("rules.json", ("rules", 1), 1)
    assert at == ("rules", 2)
    assert [rule.id for rule in draft.check().rules.rules][:3] == [order[0], order[2], order[1]]
    assert draft.move("rules.json", ("rules", 0), -1) == ("rules", 0)
    twin = draft.double("rules.json", ("rules", 0))
    with pytest.raises(PlanError, match="is there twice"):
        draft.check()
    draft.remove("rules.json", twin)
    assert len(draft.check().rules.rules) == len(order)


def test_year_and_place_go_into_every_file(draft, folder):
    draft.put("plan.json", ("year",), 2024)
    draft.put("plan.json", ("place",), "虚构市")
    assert draft.check().year == 2024
    draft.save()
    heads = {(one["year"], one["place"], one["id"]) for one in files_of(folder).values()}
    assert heads == {(2024, "虚构市", OWN)}
    assert {one.file for one in draft.changes(PLAN.folder)} == {"plan.json"}


def test_a_plan_that_changed_on_disk_meanwhile_is_not_overwritten(draft, folder):
    path = folder / "calendar.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**value, "county_day": 20}), encoding="utf-8")
    draft.put("calendar.json", ("county_day",), 21)
    with pytest.raises(PlanError, match="have changed since this window was opened"):
        draft.save()
    assert load_plan(OWN, office=folder.parent).calendar.county_day == 20


def test_a_folder_that_cannot_be_replaced_stays(draft, folder, monkeypatch):
    before = files_of(folder)
    draft.put("calendar.json", ("county_day",), 21)
    real, calls = __import__("os").replace, []

    def replace(old, new):
        calls.append(old)
        if len(calls) == 2:
            raise PermissionError(13, "no")
        real(old, new)

    monkeypatch.setattr("tuban.core.plan.editing.os.replace", replace)
    with pytest.raises(OutputError):
        draft.save()
    assert files_of(folder) == before
    assert [one.name for one in folder.parent.iterdir()] == [OWN]


HEAD = {"id", "year", "place", "source", "effective_from", "effective_to", "title", "note"}
HEAD |= {"example", "copied_from"}


@pytest.mark.parametrize("plan_id", ["liaocheng-2023", "example-2025"])
def test_every_fact_has_a_mark_of_origin(plan_id):
    without = [
        f"{name}: {key_of(one.path)}"
        for name, value in files_of(load_plan(plan_id).folder).items()
        for one in facts_of(value, {}).walk()
        if one.path and not one.inner and one.origin is None and one.path[0] not in HEAD
        if not str(one.path[-1]).endswith(("origin", "note")) and one.value != []
    ]
    assert without == []


def test_what_a_rule_cites_has_to_be_in_the_list_of_documents(draft):
    at = next(
        at for at, one in enumerate(draft.files["rules.json"]["rules"]) if one["id"] == "road"
    )
    draft.put("rules.json", ("rules", at, "cites", 0, "document"), "hearsay")
    with pytest.raises(PlanError, match=r"citations\.json has no document “hearsay”"):
        draft.check()


def test_a_rule_knows_its_document_its_words_and_its_limits():
    rules = PLAN.rules
    (cited,) = rules.rule("transfer_water").cites
    assert cited.zh == "《聊城市2023年卫片执法工作方案》（聊自然资规发〔2023〕11号）二（二）"
    # The words are those of the document, not a summary.
    assert cited.quote == (
        "对属于农业农村、水利等其他部门职责范围的违法行为，要按有关规定及时移交并做好记录。"
    )
    assert rules.limits_of(rules.rule("road")) == ("road_width_min_m", "road_width_max_m")
    # A shared condition brings its limit with it.
    assert "touched_percent" in rules.limits_of(rules.rule("not_applied"))
    assert rules.limits_of(rules.rule("tomb")) == ()
