"""The shipped plan loads; a broken one is refused with file, key and reason."""

from __future__ import annotations

import copy
import json
import shutil
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tuban.core.errors import PlanError
from tuban.core.model import PatchKind
from tuban.core.plan import Origin, load_plan, plan_ids
from tuban.core.plan.plan import PLANS

ID = "liaocheng-2023"
FILES = sorted(path.name for path in (PLANS / ID).glob("*.json"))
# These are read by their own rooms.
ELSEWHERE = ("submission.json", "imagery.json", "supervision.json", "oversight.json")
ELSEWHERE += ("certificates.json", "ledger.json", "statistics.json", "accountability.json")
ELSEWHERE += ("reports.json",)
LOADED = [name for name in FILES if name not in ELSEWHERE]


@pytest.fixture
def plans(tmp_path):
    shutil.copytree(PLANS / ID, tmp_path / ID)
    return tmp_path


def rewrite(plans, name, change):
    path = plans / ID / name
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def test_shipped_plan_says_what_the_document_says():
    plan = load_plan(ID)
    assert (plan.year, plan.place) == (2023, "山东省聊城市")
    assert (plan.calendar.cutoff_day, plan.calendar.county_day, plan.calendar.correction_day) == (
        20,
        22,
        25,
    )
    assert [one.code for one in plan.patch_classes] == [
        "新增非农建设类",
        "其他新增建设类",
        "其他变化类",
        "年度内持续变化类",
    ]
    assert [flag.code for flag in plan.flag_rules.flags] == [
        *["SFLZGD", "SFDPF", "SFWHZJ", "SFJJXM", "SFBZFA", "SFYLFY"]
    ]
    land = [one for one in plan.must_visit if PatchKind.LAND in one.kinds]
    assert [one.at_least_mu for one in land] == [20, 5, 10]
    # The visit of the result (及其整改结果) belongs to the first two.
    assert [one.rectified for one in land] == ["rectified_on", "rectified_on", ""]
    (mines,) = [one for one in plan.must_visit if PatchKind.MINERAL in one.kinds]
    assert (mines.at_least_mu, mines.by, mines.figures) == (10, "province", ("area",))
    assert plan.area_rules.mu_per_m2 == Decimal("0.0015")
    assert all(one.origin is Origin.PLAN for one in land)
    assert mines.origin is Origin.PRACTICE, "a notice of 2023, not in the plan"
    assert plan.mineral_calendar.origin is Origin.PRACTICE
    assert plan.mineral_calendar.fill_by("2023-04") == date(2024, 2, 28)


def test_land_use_classes_follow_the_three_classes():
    land_use = load_plan(ID).land_use
    expected = {
        "0101": "cultivated",
        "0103": "cultivated",
        "0201K": "other_agricultural",
        "0404": "unused",
        "0603": "construction",
        "1006": "other_agricultural",
        "1101": "unused",
        "1107A": "other_agricultural",
        "1202": "other_agricultural",
        "0301A": "other_agricultural",
    }
    assert {code: land_use.class_of(code) for code in expected} == expected
    assert land_use.class_of("9999") is None
    assert land_use.class_of("") is None


def test_hash_follows_every_file(plans):
    before = load_plan(ID, plans).sha256
    assert before == load_plan(ID).sha256
    rewrite(plans, "calendar.json", lambda value: value.update(county_day=23))
    assert load_plan(ID, plans).sha256 != before


def test_plans_are_listed_newest_first(plans):
    shutil.copytree(plans / ID, plans / "liaocheng-2024")
    (plans / "empty").mkdir()
    assert plan_ids(plans) == ["liaocheng-2024", ID]
    with pytest.raises(PlanError, match="key id"):
        load_plan("liaocheng-2024", plans)


def test_the_offices_plans_come_before_the_shipped_ones(plans, tmp_path_factory):
    office = tmp_path_factory.mktemp("方案 office")
    shutil.copytree(plans / ID, office / ID)
    path = office / ID / "calendar.json"
    path.write_text(path.read_text(encoding="utf-8").replace("22", "21"), encoding="utf-8")
    assert load_plan(ID, plans).calendar.county_day == 22
    assert load_plan(ID, plans, office).calendar.county_day == 21
    shutil.copytree(plans / ID, office / "own-2024")
    assert plan_ids(plans, office) == ["own-2024", ID]
    assert plan_ids(plans, office / "not there") == [ID]


def test_examples_come_last(plans, tmp_path_factory):
    office = tmp_path_factory.mktemp("office")
    shutil.copytree(PLANS / "example-2025", office / "zz-example")
    (office / "broken").mkdir()
    (office / "broken" / "plan.json").write_text("{", encoding="utf-8")
    assert plan_ids(plans, office) == [ID, "broken", "zz-example"]


def test_unknown_plan(plans):
    with pytest.raises(PlanError, match="no work plan named “x”"):
        load_plan("x", plans)


@pytest.mark.parametrize("name", LOADED)
def test_missing_file(plans, name):
    (plans / ID / name).unlink()
    with pytest.raises(PlanError):
        load_plan(ID, plans)


@pytest.mark.parametrize("name", LOADED)
@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b"null"])
def test_file_that_is_no_plan_file(plans, name, content):
    (plans / ID / name).write_bytes(content)
    with pytest.raises(PlanError, match=name):
        load_plan(ID, plans)


def when(condition):
    """Gives the first rule (military land) this condition alone."""
    return lambda value: value["rules"][0].update(when=[condition])


BROKEN = [
    ("plan.json", lambda v: v.update(id="other"), "key id: it differs"),
    ("plan.json", lambda v: v.update(year="2023"), "key year: a whole number"),
    ("plan.json", lambda v: v.update(year=True), "key year: a whole number"),
    ("plan.json", lambda v: v.update(year=1999), "key year: 2009 to 2100"),
    ("plan.json", lambda v: v.pop("title"), "the key “title” is missing"),
    ("calendar.json", lambda v: v.update(county_day=31), "key county_day: 1 to 28"),
    ("calendar.json", lambda v: v.update(origin="rumour"), "key origin: one of plan, law"),
    ("patch_classes.json", lambda v: v.pop("classes"), "the key “classes” is missing"),
    ("patch_classes.json", lambda v: v.update(classes=[]), "key classes: one at least"),
    ("patch_classes.json", lambda v: v.update(classes="x"), "key classes: a list"),
    (
        "patch_classes.json",
        lambda v: v["classes"].append(v["classes"][0]),
        r"key classes\[4\].code: the code .* is there twice",
    ),
    ("military.json", lambda v: v.update(markers=["军用", ""]), r"key markers\[1\]: it is blank"),
    ("military.json", lambda v: v.update(markers=[]), "key markers: one at least"),
    ("verdicts.json", lambda v: v["categories"][1].update(key="1"), "have the same key"),
    (
        "verdicts.json",
        lambda v: v["categories"][1].update(illegal="yes"),
        r"key categories\[1\].illegal: true or false",
    ),
    (
        "verdicts.json",
        lambda v: v["categories"][0].update(colour="green"),
        r"key categories\[0\].colour: a colour",
    ),
    (
        "verdicts.json",
        lambda v: v["categories"][0]["subcategories"][0].pop("zh"),
        r"key categories\[0\].subcategories\[0\]: the key “zh” is missing",
    ),
    ("flags.json", lambda v: v.update(mandatory_when="always"), "key mandatory_when: one of"),
    ("flags.json", lambda v: v["flags"].append(7), r"key flags\[6\]: an object"),
    ("land_use.json", lambda v: v.update(deduction_code="0102"), "key deduction_code: it is not"),
    ("land_use.json", lambda v: v["codes"].append(v["codes"][0]), "is there twice"),
    ("land_use.json", lambda v: v["codes"][0].update({"class": "swamp"}), r"codes\[0\].class"),
    ("geometry.json", lambda v: v.update(mu_per_m2=0.0015), "key mu_per_m2: text"),
    ("geometry.json", lambda v: v.update(mu_per_m2="0"), "key mu_per_m2: it is zero"),
    ("geometry.json", lambda v: v.update(sliver_m2="-1"), "key sliver_m2: a number of zero"),
    ("geometry.json", lambda v: v.update(sliver_m2="NaN"), "key sliver_m2: a number of zero"),
    ("geometry.json", lambda v: v.update(sliver_m2="1E+999"), "key sliver_m2: a number of zero"),
    ("geometry.json", lambda v: v.update(sliver_m2="abc"), "key sliver_m2: a decimal number"),
    ("geometry.json", lambda v: v.pop("cultivated_net"), "“cultivated_net” is missing"),
    ("layers.json", lambda v: v["roles"].pop(0), "key roles: exactly one role"),
    ("layers.json", lambda v: v["roles"][0]["fields"].pop("code"), r"roles\[0\].fields: the key"),
    ("layers.json", lambda v: v["roles"][1].update(code="swamp"), r"roles\[1\].code: one of"),
    ("layers.json", lambda v: v["roles"][0].update(fields=[]), r"roles\[0\].fields: an object"),
    ("aliases.json", lambda v: v["fields"].update(number="JCBH"), "key fields.number: a list"),
    ("earlier.json", lambda v: v["overlap"].update(linked_percent="0"), "linked_percent: 1 to"),
    ("earlier.json", lambda v: v["overlap"].update(same_place_percent="5"), "it is below linked"),
    ("earlier.json", lambda v: v["fields"].pop("verdict"), "“verdict” is missing"),
    ("earlier.json", lambda v: v["fields"].update(verdict=[]), "fields.verdict: one at least"),
    ("calendar.json", lambda v: v["mineral"].update(fill_month=13), "mineral.fill_month: 1 to 12"),
    ("calendar.json", lambda v: v["mineral"].update(issue_months=[0]), r"issue_months\[0\]: 1 to"),
    ("verdicts.json", lambda v: v["categories"][0].update(kinds=["air"]), r"kinds\[0\]: one of"),
    ("rules.json", lambda v: v["rules"][-1].update(kinds=["land"]), "is not for patches of kind"),
    ("rules.json", lambda v: v.update(insufficient="other"), "is not for patches of kind mineral"),
    ("must_visit.json", lambda v: v["thresholds"][0].update(by="x"), r"\[0\].by: one of city"),
    (
        "must_visit.json",
        lambda v: v["thresholds"][0].update(rectified="nothing"),
        r"thresholds\[0\].rectified: there is no evidence",
    ),
    (
        "must_visit.json",
        lambda v: v["thresholds"][0].update(figures=["swamp"]),
        r"thresholds\[0\].figures\[0\]: one of",
    ),
    (
        "must_visit.json",
        lambda v: v["thresholds"][2].update(categories=["illegall"]),
        r"thresholds\[2\].categories\[0\]: one of",
    ),
    (
        "must_visit.json",
        lambda v: v["thresholds"][2].update(subcategories=["legal"]),
        r"thresholds\[2\].subcategories\[0\]: one of",
    ),
    ("photos.json", lambda v: v.update(size_mb=0), "key size_mb: 1 to 1000"),
    ("rules.json", lambda v: v.pop("source"), "the key “source” is missing"),
    ("rules.json", lambda v: v.update(rules=[]), "key rules: one at least"),
    ("rules.json", lambda v: v.update(insufficient="maybe"), "key insufficient: one of"),
    ("rules.json", lambda v: v["rules"][1].pop("category"), r"rules\[1\]: the key “category”"),
    ("rules.json", lambda v: v["rules"][1].update(subcategory="x"), r"rules\[1\].subcategory: one"),
    ("rules.json", lambda v: v["rules"][1].update(when=[]), r"rules\[1\].when: one at least"),
    ("rules.json", lambda v: v["rules"][1].update(evidence=["x"]), "there is no evidence “x”"),
    ("rules.json", lambda v: v["rules"][1].update(split_along="urban"), "split_along: one of"),
    ("rules.json", lambda v: v["rules"].append(v["rules"][0]), "code military is there twice"),
    ("rules.json", lambda v: v["rules"][0].update(when=[{}]), r"when\[0\]: one of figure,"),
    ("rules.json", lambda v: v["rules"][0].update(when=[7]), r"when\[0\]: an object"),
    ("rules.json", when({"rule": "no such"}), "there is no rule “no such”"),
    ("rules.json", when({"rule": "military"}), "in a circle: military → military"),
    ("rules.json", when({"any": [{"rule": "military"}]}), "in a circle: military → military"),
    ("rules.json", when({"any": []}), r"any: one at least"),
    ("rules.json", when({"figure": "swamp", "above": "1"}), r"when\[0\].figure: one of"),
    ("rules.json", when({"figure": "area"}), r"when\[0\]: one of at_least, above"),
    ("rules.json", when({"figure": "area", "above": 1}), r"when\[0\].above: text"),
    ("rules.json", when({"figure": "area", "above": "-1"}), r"when\[0\].above: a number of zero"),
    ("rules.json", when({"figure": "area", "above": {"limit": "x"}}), "there is no limit “x”"),
    ("rules.json", when({"figure": "area", "is": ["1"]}), "it does not belong to “figure”"),
    ("rules.json", when({"coverage": "urban", "below": "1"}), r"when\[0\].coverage: one of"),
    ("rules.json", when({"found": "actor", "is": ["x"]}), "no evidence of type choice"),
    ("rules.json", when({"found": "site_finding", "is": ["x"]}), r"when\[0\].is\[0\]: one of"),
    ("rules.json", when({"measured": "actor", "below": "1"}), "no evidence of type measure"),
    ("rules.json", when({"date": "actor", "before": "after_image"}), "no evidence of type date"),
    ("rules.json", when({"date": "temporary_expiry"}), "one of before, not_before"),
    ("rules.json", when({"date": "temporary_expiry", "before": "May"}), "before: one of after"),
    ("rules.json", when({"judged": "king", "is": ["legal"]}), r"when\[0\].judged: one of"),
    ("rules.json", when({"military": False}), "only true can be asked for"),
    ("evidence.json", lambda v: v["kinds"][0].update(what="smell"), r"kinds\[0\].what: one of"),
    ("evidence.json", lambda v: v["kinds"][0].update(layer="urban"), r"kinds\[0\].layer: one of"),
    ("values.json", lambda v: v["lists"][1].update(values=[]), r"lists\[1\].values: one at least"),
    ("policy_limits.json", lambda v: v["limits"][0].update(value=1), r"limits\[0\].value: text"),
    ("recheck.json", lambda v: v["cycles"][0].update(categories=["x"]), r"categories\[0\]: one of"),
    ("recheck.json", lambda v: v["cycles"][0].update(months=0), "months: 1 to 60"),
    (
        "citations.json",
        lambda v: v["documents"][0].update(zh=""),
        r"documents\[0\].zh: it is blank",
    ),
    ("change_types.json", lambda v: v["types"].append(v["types"][0]), "is there twice"),
    (
        "completeness.json",
        lambda v: v["questions"][0].update(evidence="x"),
        "there is no evidence “x”",
    ),
    (
        "completeness.json",
        lambda v: v["questions"][0].update(categories=["x"]),
        r"questions\[0\].categories\[0\]: one of",
    ),
    (
        "completeness.json",
        lambda v: v["at_desk"]["evidence"].append("x"),
        r"at_desk.evidence\[\d+\]: there is no evidence “x”",
    ),
    ("completeness.json", lambda v: v["at_desk"].pop("origin"), "key at_desk: the key “origin”"),
    ("photos.json", lambda v: v["checks"].pop("near_m"), "key checks: the key “near_m”"),
    ("photos.json", lambda v: v["kinds"][0].update(markers=[]), r"key kinds\[0\].markers: one"),
    (
        "field.json",
        lambda v: v["ways"].append(v["ways"][0]),
        r"code: the code onsite is there twice",
    ),
    ("field.json", lambda v: v["ways"][1].pop("on_the_ground"), r"key ways\[1\]: the key"),
    ("field.json", lambda v: v["penal_people"].update(least="2"), "penal_people.least: a whole"),
]


@pytest.mark.parametrize(("name", "change", "reason"), BROKEN)
def test_broken_plan_names_file_key_and_reason(plans, name, change, reason):
    rewrite(plans, name, change)
    with pytest.raises(PlanError, match=reason) as refused:
        load_plan(ID, plans)
    assert name in str(refused.value)


def test_key_that_is_there_twice(plans):
    path = plans / ID / "calendar.json"
    path.write_text('{"county_day": 22, "county_day": 25}', encoding="utf-8")
    with pytest.raises(PlanError, match=r"calendar.json: the key “county_day” is there twice"):
        load_plan(ID, plans)


def places_in(value, path=()):
    """The paths of all values inside a JSON value."""
    yield path
    if isinstance(value, (dict, list)):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield from places_in(value[key], (*path, key))


def mutated(value, path, new):
    """A copy of a JSON value with one place replaced, or taken out when ``new`` is a marker."""
    if not path:
        return new
    changed = copy.deepcopy(value)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    if new == "(take it out)":
        del holder[path[-1]]
    else:
        holder[path[-1]] = new
    return changed


CONTENTS = {name: json.loads((PLANS / ID / name).read_text(encoding="utf-8")) for name in LOADED}
PLACES = {name: list(places_in(value)) for name, value in CONTENTS.items()}
# A code that is gone from one file is missed by another.
READ_AFTER_OTHERS = ["must_visit.json", "rules.json", "completeness.json", "recheck.json"]
READ_AFTER_OTHERS += ["evidence.json", "values.json", "rectification.json"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["code", "zh", "en", "origin", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_mutation_raises_anything_but_a_plan_error(plans, data):
    name = data.draw(st.sampled_from(LOADED))
    path = data.draw(st.sampled_from(PLACES[name]))
    new = data.draw(st.just("(take it out)") | anything)
    target = plans / ID / name
    original = target.read_text(encoding="utf-8")
    changed = mutated(CONTENTS[name], path, new)
    target.write_text(json.dumps(changed), encoding="utf-8")
    try:
        load_plan(ID, plans)
    except PlanError as refused:
        assert any(one in str(refused) for one in (name, *READ_AFTER_OTHERS))
    finally:
        target.write_text(original, encoding="utf-8")
