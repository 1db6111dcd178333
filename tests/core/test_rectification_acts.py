"""Who may do what, when, and what a step refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rectified_land import CITY, COUNTY, IN_PLACE, D, certificate, measure, parcel_of, verdict

from tuban.core.errors import PlanError, RectificationRefused
from tuban.core.model import VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.plan.reader import Node
from tuban.core.plan.rectification import read_rectification
from tuban.core.rectification import (
    Stage,
    apply_for,
    due_again,
    give_acceptance,
    inspect_first,
    plan_rectification,
    rectification_findings,
    standing,
    why_not,
)
from tuban.core.rectified import Progress, Turn
from tuban.core.rounds import Office

PLAN, EXAMPLE = load_plan("liaocheng-2023"), load_plan("example-2025")
TORN = measure("demolition", "12.00", "10.00", "2.00", recultivated="10.00")
HIS, HERS = Office.COUNTY, Office.CITY
BOTH = ["丙", "丁"]
ACTIONS = ("rectify", "inspect_first", "apply", "accept", "certify", "revoke")


def day(written: str) -> date:
    return date.fromisoformat(written)


def may_do(office, dossier):
    return tuple(one for one in ACTIONS if why_not(one, office, dossier, PLAN) is None)


def steps(dossier, **more):
    return replace(dossier, put_right=replace(dossier.put_right, **more))


def looked(dossier, on="2023-10-05", in_place=True, finding=""):
    given = inspect_first(dossier, PLAN, HIS, day(on), ["甲"], in_place, finding)
    return steps(dossier, preliminary=(*dossier.put_right.preliminary, given))


def asked(dossier, on="2023-10-06"):
    given = apply_for(dossier, PLAN, HIS, day(on), COUNTY)
    return steps(dossier, applications=(*dossier.put_right.applications, given))


def city(dossier, on="2023-10-10", people=BOTH, items=IN_PLACE, in_place=True, **more):
    given = give_acceptance(dossier, PLAN, HERS, day(on), people, items, in_place, **more)
    return steps(dossier, acceptances=(*dossier.put_right.acceptances, given))


def test_one_after_the_other():
    bare = parcel_of()
    assert may_do(HIS, bare) == ("rectify",)
    recorded = plan_rectification(bare, [TORN], PLAN, HIS, responsible=" 某镇 ")
    assert (recorded.responsible, recorded.verdict.category) == ("某镇", "illegal")
    dossier = steps(bare, rectification=recorded)
    assert may_do(HIS, dossier) == ("rectify", "inspect_first")
    assert may_do(HERS, dossier) == ()
    dossier = looked(dossier)
    assert may_do(HIS, dossier) == ("rectify", "inspect_first", "apply")
    dossier = asked(dossier)
    assert (may_do(HIS, dossier), may_do(HERS, dossier)) == (("rectify",), ("accept",))
    dossier = city(dossier)
    assert may_do(HERS, dossier) == ("certify",)
    certified = steps(dossier, certificates=(certificate("2023-10-12"),))
    assert (may_do(HIS, certified), may_do(HERS, certified)) == ((), ("revoke",))
    closed = steps(certified, turns=(Turn(True, "2023-11-01", CITY),))
    assert "reopen it first" in str(why_not("rectify", HIS, closed, PLAN))


def test_each_office_does_its_own():
    for action in ("rectify", "inspect_first", "apply"):
        assert "City" in str(why_not(action, HERS, parcel_of(TORN), PLAN))
    for action in ("accept", "certify", "revoke"):
        assert "County" in str(why_not(action, HIS, parcel_of(TORN), PLAN))


def test_only_what_is_illegal():
    dossier = parcel_of()
    legal = {VerdictLevel.COUNTY: verdict("legal", "supplied")}
    assert "nothing to put right" in str(
        why_not("rectify", HIS, replace(dossier, verdicts=legal), PLAN)
    )
    assert "not been judged" in str(why_not("rectify", HIS, replace(dossier, verdicts={}), PLAN))
    with pytest.raises(RectificationRefused, match="no way “moved”"):
        plan_rectification(dossier, [measure("moved", "1.00")], PLAN, HIS)


def test_what_is_judged_legal_meanwhile_is_not_carried_on():
    legal = {VerdictLevel.COUNTY: verdict("legal", "supplied")}
    papers = parcel_of(measure("made_up", "12.00", on="2023-12-20"))
    seen = city(asked(looked(parcel_of(TORN))))
    for dossier, office, action in (
        (parcel_of(TORN), HIS, "inspect_first"),
        (looked(parcel_of(TORN)), HIS, "apply"),
        (asked(looked(parcel_of(TORN))), HERS, "accept"),
        (papers, HERS, "accept"),
        (seen, HERS, "certify"),
    ):
        assert why_not(action, office, dossier, PLAN) is None
        since = replace(dossier, verdicts=legal)
        assert "nothing to put right" in str(why_not(action, office, since, PLAN))
    with pytest.raises(RectificationRefused, match="nothing to put right"):
        city(replace(asked(looked(parcel_of(TORN))), verdicts=legal))
    # what was recorded can still be taken back
    assert may_do(HIS, replace(parcel_of(TORN), verdicts=legal)) == ("rectify",)
    certified = replace(steps(seen, certificates=(certificate("2023-10-12"),)), verdicts=legal)
    assert may_do(HERS, certified) == ("revoke",)


def carried_on():
    """A parcel before each step that goes on, with the office that takes it."""
    return (
        (parcel_of(), HIS, "rectify"),
        (parcel_of(TORN), HIS, "inspect_first"),
        (looked(parcel_of(TORN)), HIS, "apply"),
        (asked(looked(parcel_of(TORN))), HERS, "accept"),
        (parcel_of(measure("made_up", "12.00", on="2023-12-20")), HERS, "accept"),
        (city(asked(looked(parcel_of(TORN)))), HERS, "certify"),
    )


def test_what_is_military_by_now_is_not_carried_on():
    """County and city may say different things: one sign is enough, and one parcel of a patch."""
    said = {
        VerdictLevel.COUNTY: verdict("military", ""),
        VerdictLevel.CITY: verdict("illegal", "not_applied"),
    }
    for dossier, office, action in carried_on():
        since = replace(dossier, verdicts=said)
        marked = replace(dossier, patch=replace(dossier.patch, remark="军用土地"))
        for known, hidden in ((since, ()), (marked, ()), (dossier, {dossier.patch.number})):
            assert "military land" in str(why_not(action, office, known, PLAN, hidden))
        assert why_not(action, office, dossier, PLAN, {"another"}) is None
    waiting = asked(looked(parcel_of(TORN)))
    with pytest.raises(RectificationRefused, match="military land"):
        city(waiting, hidden={waiting.patch.number})
    with pytest.raises(RectificationRefused, match="military land"):
        plan_rectification(parcel_of(), [TORN], PLAN, HIS, hidden={waiting.patch.number})
    # what was recorded can still be corrected or taken back
    assert may_do(HIS, replace(parcel_of(TORN), verdicts=said)) == ("rectify",)
    certified = steps(city(waiting), certificates=(certificate("2023-10-12"),))
    assert may_do(HERS, replace(certified, verdicts=said)) == ("revoke",)


def test_only_what_is_demolished_is_inspected():
    papers = parcel_of(measure("made_up", "12.00"))
    assert "None of its ways" in str(why_not("inspect_first", HIS, papers, PLAN))
    assert why_not("inspect_first", HIS, parcel_of(TORN, measure("made_up", "1.00")), PLAN) is None


def test_what_is_not_found_in_place_is_not_applied_for():
    with pytest.raises(RectificationRefused, match="has to be written out"):
        looked(parcel_of(TORN), in_place=False)
    poor = looked(parcel_of(TORN), in_place=False, finding="基础未拆")
    with pytest.raises(RectificationRefused, match="did not find it in place"):
        asked(poor)
    with pytest.raises(RectificationRefused, match="after this day"):
        asked(looked(parcel_of(TORN), "2023-10-05"), "2023-10-04")
    with pytest.raises(RectificationRefused, match="1 inspectors at least"):
        inspect_first(parcel_of(TORN), PLAN, HIS, day("2023-10-05"), ["  "], True)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"people": ["丙"]}, "2 inspectors at least are needed; there are 1"),
        ({"people": ["丙", " 丙 "]}, "there are 1"),
        ({"on": "2023-10-05"}, "applied on 2023-10-06, after this day"),
        ({"items": {**IN_PLACE, "levelled": False}}, "Levelled"),
        ({"items": {"building_removed": True}}, "Rubble cleared, Tillage layer"),
        ({"items": {**IN_PLACE, "painted": True}}, "no item “painted”"),
        ({"in_place": False}, "What is missing has to be written out"),
    ],
)
def test_what_the_citys_inspection_refuses(more, why):
    with pytest.raises(RectificationRefused, match=why):
        city(asked(looked(parcel_of(TORN))), **more)


def test_refused_twice_then_accepted():
    dossier = asked(looked(parcel_of(TORN)))
    dossier = city(dossier, in_place=False, missing="建筑垃圾未清")
    assert dossier.put_right.acceptances[0].by_when == "2023-11-09"
    assert standing(dossier, PLAN).stage is Stage.REFUSED
    with pytest.raises(RectificationRefused, match="not applied"):
        city(dossier, "2023-10-20")
    dossier = asked(looked(dossier, "2023-10-20"), "2023-10-21")
    dossier = city(
        dossier, "2023-10-25", in_place=False, missing="未平整", by_when=day("2023-11-01")
    )
    assert standing(dossier, PLAN, day("2023-11-02")).overdue_since == "2023-11-01"
    dossier = city(asked(looked(dossier, "2023-11-03"), "2023-11-03"), "2023-11-06")
    assert standing(dossier, PLAN).stage is Stage.ACCEPTED
    assert "has accepted it" in str(why_not("accept", HERS, dossier, PLAN))
    assert [one.in_place for one in dossier.put_right.acceptances] == [False, False, True]


def test_what_does_not_apply_is_not_in_the_record():
    paved = {**IN_PLACE, "building_removed": None, "crop": None}
    (given,) = city(asked(looked(parcel_of(TORN))), items=paved).put_right.acceptances
    assert given.items == dict.fromkeys(("rubble_cleared", "soil_layer", "levelled"), True)


def test_results_of_other_ways_the_city_visits_by_itself():
    papers = measure("made_up", "12.00", "10.00", "2.00", on="2023-12-20")
    begun = parcel_of(replace(papers, progress=Progress.PLANNED, done_on=""))
    assert "not done yet" in str(why_not("accept", HERS, begun, PLAN))
    nothing = dict.fromkeys(IN_PLACE)
    seen = city(parcel_of(papers), "2023-12-28", items=nothing, note="与批准范围一致")
    assert standing(seen, PLAN).stage is Stage.ACCEPTED
    assert rectification_findings([seen], PLAN, day("2023-12-31"))[0].check == "rectified-evidence"


def test_the_term_after_a_refusal_is_the_plans():
    assert due_again(day("2023-10-10"), PLAN) == day("2023-11-09")
    # 15 working days; the example plan lists no holidays of 2027: weekends alone are off
    assert due_again(day("2027-03-01"), EXAMPLE) == day("2027-03-22")


def test_the_measured_area_goes_along():
    class Walked:
        outline, measured_mu, inside_mu = b"\x01\x02", D("10.10"), D("10.00")

    (given,) = city(asked(looked(parcel_of(TORN))), measured=Walked()).put_right.acceptances
    assert (given.outline, given.measured_mu, given.inside_mu) == ("0102", D("10.10"), D("10.00"))


def rules_with(change):
    value = change(dict(PLAN.section("rectification").value))
    node = Node("rectification.json", "", value)
    rules = PLAN.case_rules.penalties
    return read_rectification(node, PLAN.calendar, rules, PLAN.lists)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda v: {**v, "cutoff": {**v["cutoff"], "day": "someday"}}, "cutoff.day"),
        (lambda v: {**v, "ways": []}, "ways"),
        (lambda v: {**v, "ways": [{**v["ways"][0], "penalties": ["flogging"]}]}, "penalties"),
        (lambda v: {**v, "ways": [{**v["ways"][0], "needs": []}]}, "needs"),
        (
            lambda v: {**v, "ways": [{**v["ways"][1], "needs": [unknown_evidence(v)]}]},
            "evidence",
        ),
        (
            lambda v: {**v, "ways": [{**v["ways"][1], "needs": [timed_document(v)]}]},
            "in_time",
        ),
        (lambda v: {**v, "ways": [{**v["ways"][2], "needs": [unknown_choice(v)]}]}, "is"),
        (lambda v: {**v, "outline": {**v["outline"], "inside_percent": "101"}}, "inside_percent"),
        (lambda v: {**v, "checklist": [v["checklist"][0]] * 2}, "checklist"),
    ],
)
def test_a_wrong_plan_is_told(change, where):
    with pytest.raises(PlanError) as refused:
        rules_with(change)
    assert where in refused.value.key


def unknown_evidence(value):
    return {**value["ways"][1]["needs"][2], "evidence": "dream"}


def unknown_choice(value):
    return {**value["ways"][2]["needs"][2], "is": ["perhaps"]}


def timed_document(value):
    return {**value["ways"][1]["needs"][0], "in_time": True}


def test_two_on_one_day_count_one_each():
    """What came first on a day is not said: the n-th application is answered by the n-th visit."""
    both = city(asked(looked(parcel_of(TORN), "2023-10-10"), "2023-10-10"), "2023-10-10")
    assert standing(both, PLAN).stage is Stage.ACCEPTED
    early = looked(looked(parcel_of(TORN), "2023-10-01"), "2023-10-08")
    with pytest.raises(RectificationRefused, match="inspected it on 2023-10-08"):
        asked(early, "2023-10-05")
