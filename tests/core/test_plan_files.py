"""Every file of every shipped plan: each key taken out, each value of another type.

Always a sentence with the file in it, never anything else.
"""

from __future__ import annotations

import copy
import json
import shutil

import pytest

pytest.importorskip("osgeo")

from tuban.core.errors import PlanError
from tuban.core.plan.plan import PLANS
from tuban.core.whole_plan import load_whole_plan

ID = "liaocheng-2023"
EXAMPLE = "example-2025"
FILES = sorted(path.name for path in (PLANS / ID).glob("*.json"))
OTHER_TYPES = [None, True, 7, "(another text)", [], {}, [[]]]


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    folder = tmp_path_factory.mktemp("方案 plans")
    for one in (ID, EXAMPLE):
        shutil.copytree(PLANS / one, folder / one)
    return folder


@pytest.fixture
def broken(plans):
    """Load a plan with one file of other bytes; the file is put back afterwards."""
    kept = {}

    def load(plan_id, name, content):
        path = plans / plan_id / name
        kept.setdefault(path, path.read_bytes())
        path.write_bytes(content)
        return load_whole_plan(plan_id, plans)

    yield load
    for path, content in kept.items():
        path.write_bytes(content)


def as_bytes(value):
    return json.dumps(value, ensure_ascii=False).encode()


def content_of(plan_id, name):
    return json.loads((PLANS / plan_id / name).read_text(encoding="utf-8"))


def kinds_of_places(value, path=(), kind=()):
    """One path for each kind of place: of a list's members those that differ in their keys."""
    yield kind, path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from kinds_of_places(inner, (*path, key), (*kind, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from kinds_of_places(inner, (*path, index), (*kind, "[]"))


def one_of_each_kind(plan_id, name):
    """Places that stand for all: every key of every object, lists once."""
    return dict(reversed(list(kinds_of_places(content_of(plan_id, name))))).values()


def changed(value, path, new):
    value = copy.deepcopy(value)
    holder = value
    for key in path[:-1]:
        holder = holder[key]
    if new is changed:
        del holder[path[-1]]
    else:
        holder[path[-1]] = new
    return value


def refusal(broken, plan_id, name, value):
    """What is told of a file; None when it is taken as it is."""
    try:
        broken(plan_id, name, as_bytes(value))
    except PlanError as refused:
        assert refused.file and refused.reason and refused.file in str(refused)
        return refused
    return None


@pytest.mark.parametrize("name", FILES)
def test_a_key_taken_out_is_missed_by_name_or_not_needed(broken, name):
    content, missed = content_of(ID, name), []
    for path in one_of_each_kind(ID, name):
        if path and isinstance(path[-1], str):
            refused = refusal(broken, ID, name, changed(content, path, changed))
            if refused is not None and str(path[-1]) in str(refused.reason):
                missed.append(path[-1])
    assert {"id", "year", "place", "source", "effective_from", "effective_to"} <= set(missed)


@pytest.mark.parametrize("name", FILES)
def test_a_value_of_another_type_is_a_sentence(broken, name):
    content, told = content_of(ID, name), 0
    for turn, path in enumerate(one_of_each_kind(ID, name)):
        new = OTHER_TYPES[turn % 7]
        value = changed(content, path, new) if path else new
        told += refusal(broken, ID, name, value) is not None
    assert told > 0


@pytest.mark.parametrize("name", FILES)
def test_a_key_that_nobody_knows_is_refused(broken, name):
    with pytest.raises(PlanError, match="“sorce” is not known here") as refused:
        broken(ID, name, as_bytes({**content_of(ID, name), "sorce": "x"}))
    assert (refused.value.file, refused.value.key) == (name, "")


@pytest.mark.parametrize(
    ("name", "path", "key"),
    [
        ("verdicts.json", ("categories", 1), "ilegal"),
        ("policy_limits.json", ("limits", 0), "unitt"),
        ("geometry.json", ("division",), "narow_m"),
        ("military.json", ("register",), "notez"),
        ("submission.json", ("layers", 0, "fields", 0), "lenght"),
        ("rules.json", ("rules", 3), "evidense"),
        ("evidence.json", ("kinds", 2), "units"),
    ],
)
def test_a_misspelt_key_inside_is_refused(broken, name, path, key):
    content = content_of(ID, name)
    holder = content
    for step in path:
        holder = holder[step]
    holder[key] = "x"
    with pytest.raises(PlanError, match=f"“{key}” is not known here") as refused:
        broken(ID, name, as_bytes(content))
    assert refused.value.file == name and refused.value.key.startswith(str(path[0]))


@pytest.mark.parametrize("name", FILES)
def test_a_byte_order_mark_does_no_harm(broken, name):
    content = json.dumps(content_of(ID, name), ensure_ascii=False)
    assert broken(ID, name, content.encode("utf-8-sig")).id == ID


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_another_encoding_is_told(broken, name, encoding):
    content = json.dumps(content_of(ID, name), ensure_ascii=False).replace("—", "-")
    with pytest.raises(PlanError, match="not in UTF-8") as refused:
        broken(ID, name, content.encode(encoding, errors="replace"))
    assert refused.value.file == name


@pytest.mark.parametrize("name", FILES)
def test_the_days_of_a_file_are_days_and_in_order(broken, name):
    content = content_of(ID, name)
    turned = {**content, "effective_from": "2024-01-15", "effective_to": "2023-04-10"}
    with pytest.raises(PlanError, match="2023-04-10 is before effective_from, 2024-01-15"):
        broken(ID, name, as_bytes(turned))
    for day in ("2023-13-01", "20230410", "May", 2023):
        with pytest.raises(PlanError, match="key effective_from"):
            broken(ID, name, as_bytes({**content, "effective_from": day}))


@pytest.mark.parametrize("name", [one for one in FILES if one != "plan.json"])
@pytest.mark.parametrize(("key", "value"), [("id", EXAMPLE), ("year", 2024), ("place", "别处")])
def test_a_file_of_another_plan_is_told(broken, name, key, value):
    with pytest.raises(PlanError, match=f"key {key}: .* differs from plan.json"):
        broken(ID, name, as_bytes({**content_of(ID, name), key: value}))


@pytest.mark.parametrize("plan_id", [ID, EXAMPLE])
def test_the_shipped_plans_load_whole(plans, plan_id):
    assert load_whole_plan(plan_id, plans).id == plan_id


def test_a_file_that_nobody_reads_is_told(plans):
    stray = plans / ID / "calender.json"
    shutil.copyfile(plans / ID / "calendar.json", stray)
    with pytest.raises(PlanError, match=r"calender.json: no part of Tuban reads"):
        load_whole_plan(ID, plans)
    stray.unlink()


def test_days_of_the_month_in_order(broken):
    content = content_of(ID, "calendar.json")
    with pytest.raises(PlanError, match="key county_day: it is before cutoff_day"):
        broken(ID, "calendar.json", as_bytes({**content, "county_day": 5}))


def test_bounds_that_nothing_can_lie_within(broken):
    content = content_of(ID, "rules.json")
    content["rules"][0]["when"] = [{"figure": "area", "at_least": "5", "below": "2"}]
    with pytest.raises(PlanError, match=r"rules\[0\].when\[0\]: no number lies within"):
        broken(ID, "rules.json", as_bytes(content))


def test_a_title_with_an_unknown_placeholder(broken):
    content = content_of(ID, "military.json")
    content["register"]["title"] = "{province}登记表"
    with pytest.raises(PlanError, match=r"key register\.title: only the placeholders"):
        broken(ID, "military.json", as_bytes(content))
