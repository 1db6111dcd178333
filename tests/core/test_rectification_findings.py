"""Bad input of putting right: every fault is told in a sentence, and nothing is clipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rectified_land import COUNTY, D, accepted, certificate, measure, parcel_of, refused, verdict

from tuban.core.casefile import Case, CaseFile, Penalty
from tuban.core.model import Evidence, Photo, VerdictLevel
from tuban.core.plan import Needed, load_plan
from tuban.core.rectification import CHECKS, by_cutoff, pairs_of, rectification_findings
from tuban.core.rectification.cutoff import Counted
from tuban.core.rectified import Application, Preliminary, Progress

PLAN = load_plan("liaocheng-2023")
TODAY = date(2024, 2, 1)
WHOLE = measure("demolition", "12.00", "10.00", "2.00", recultivated="10.00")
LOOK = Preliminary("2023-10-05", ("甲",), True)
ASKED = Application("2023-10-06", COUNTY)


def told(dossier, today=TODAY):
    return {one.check: str(one.message) for one in rectification_findings([dossier], PLAN, today)}


def steps(dossier, **more):
    return replace(dossier, put_right=replace(dossier.put_right, **more))


def finished(**more):
    all_steps = {
        "preliminary": (LOOK,),
        "applications": (ASKED,),
        "acceptances": (accepted("2023-10-10"),),
        "certificates": (replace(certificate("2023-10-12"), accepted_on="2023-10-10"),),
    }
    return steps(parcel_of(WHOLE), **{**all_steps, **more})


def with_photos(dossier):
    return replace(dossier, photos=(photo("before"), photo("after")))


def photo(stage, lon=115.2, azimuth=90.0, station="1"):
    return Photo(
        *("p", f"{stage}.jpg", "ab", 1, None, lon, 36.4, azimuth), stage=stage, station=station
    )


def test_a_sound_one_has_nothing():
    assert told(with_photos(finished())) == {}
    assert told(parcel_of()) == {}, "nothing recorded is no finding"


def test_a_sunday_is_a_day():
    assert date(2023, 10, 15).weekday() == 6
    certified = (replace(certificate("2023-10-16"), accepted_on="2023-10-15"),)
    sunday = finished(acceptances=(accepted("2023-10-15"),), certificates=certified)
    assert told(with_photos(sunday)) == {}


def test_more_recultivated_than_demolished():
    found = told(parcel_of(measure("demolition", "5.00", recultivated="5.01")))
    assert "Recultivated: 5.01 mu; demolished: 5.00 mu" in found["rectified-recultivated"]
    equal = told(parcel_of(measure("demolition", "5.00", recultivated="5.00")))
    assert "rectified-recultivated" not in equal


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ((measure("made_up", "12.02"),), "12.02 mu of area, the parcel has 12.00"),
        ((measure("made_up", "11.00", "10.50"),), "10.50 mu of cultivated land"),
        ((measure("made_up", "6.00", "5.00", "2.50"),), "2.50 mu of basic farmland"),
        (
            (measure("demolition", "7.00"), measure("made_up", "5.02", progress=Progress.PLANNED)),
            "12.02 mu of area",
        ),
    ],
)
def test_more_than_is_illegal(parts, what):
    assert what in told(parcel_of(*parts))["rectified-sum"]


def test_a_hundredth_is_rounding():
    assert "rectified-sum" not in told(parcel_of(measure("made_up", "12.01")))


def test_a_part_larger_than_the_whole():
    found = told(parcel_of(measure("made_up", "3.00", "3.01")))
    assert "3.01 mu of cultivated land in 3.00 mu" in found["rectified-nested"]


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        # 12.00 mu, 10.00 of them cultivated, 2.00 basic farmland: only 2.00 are other land.
        ((measure("made_up", "9.00"),), "at least 7.00 mu of it, but 0.00 mu are recorded"),
        ((measure("made_up", "3.00", "0.98"),), "at least 1.00 mu of it, but 0.98"),
        ((measure("made_up", "11.00", "10.00"),), "2.00 mu of basic farmland: at least 1.00 mu"),
    ],
)
def test_what_is_cleared_beyond_all_other_land_is_cultivated(parts, what):
    assert what in told(parcel_of(*parts))["rectified-share"]


@pytest.mark.parametrize(
    "parts",
    [
        (measure("made_up", "12.00", "10.00", "2.00"),),
        (measure("made_up", "2.00"),),
        (measure("made_up", "3.00", "0.99"),),  # a hundredth is rounding
        (measure("demolition", "6.00", "5.00"), measure("made_up", "6.00", "5.00", "2.00")),
    ],
)
def test_what_may_be_other_land_is_not_told(parts):
    assert "rectified-share" not in told(parcel_of(*parts))


def test_an_approval_after_the_cut_off():
    papers = measure("made_up", "3.00", document="鲁政土字〔2024〕1号", document_date="2024-01-16")
    found = told(parcel_of(papers))
    assert "2024-01-16 is after the cut-off, 2024-01-15" in found["rectified-in-time"]
    in_time = replace(papers, document_date="2024-01-15")
    assert "rectified-in-time" not in told(parcel_of(in_time))


def test_a_way_the_plan_does_not_know():
    assert "rectified-way" in told(parcel_of(measure("moved", "3.00")))


def test_the_verdict_has_changed_since():
    dossier = finished()
    for level in (VerdictLevel.CITY, VerdictLevel.FINAL):
        other = replace(verdict("illegal", "excess"), level=level)
        changed = replace(dossier, verdicts={**dossier.verdicts, level: other})
        assert "Beyond the approved extent" in told(changed)["rectified-verdict"]
    same = replace(verdict(), level=VerdictLevel.CITY)
    confirmed = replace(dossier, verdicts={**dossier.verdicts, VerdictLevel.CITY: same})
    assert "rectified-verdict" not in told(confirmed)
    assert "not at all" in told(replace(dossier, verdicts={}))["rectified-verdict"]


def test_days_that_do_not_fit():
    to_come = told(finished(), date(2023, 9, 30))
    assert {"rectified-done", "rectified-inspected", "rectified-applied"} <= to_come.keys()
    before = finished(preliminary=(replace(LOOK, on="2023-09-30"),))
    assert "it was done on 2023-10-01" in told(before)["rectified-inspected"]
    undone = parcel_of(replace(WHOLE, progress=Progress.UNDER_WAY))
    assert "is not done" in told(undone)["rectified-done"]
    no_day = parcel_of(replace(WHOLE, done_on=""))
    assert "the day on which it was done is missing" in told(no_day)["rectified-done"]


def test_an_inspection_before_its_application():
    early = finished(applications=(replace(ASKED, on="2023-10-11"),))
    assert "before the application of 2023-10-11" in told(early)["accepted-order"]
    unasked = finished(applications=())
    assert "nobody had applied" in told(unasked)["accepted-order"]
    uninspected = finished(preliminary=())
    assert "had not found it in place" in told(uninspected)["rectified-applied"]


def test_one_inspector_is_too_few_and_the_same_twice_is_one():
    for people in (("丙",), ("丙", "丙")):
        alone = finished(acceptances=(replace(accepted("2023-10-10"), inspectors=people),))
        assert "has 1 inspectors; 2 at least" in told(alone)["accepted-inspectors"]


def test_in_place_and_not_in_place():
    wrong = replace(accepted("2023-10-10"), items={"rubble_cleared": False, "levelled": True})
    assert "Rubble cleared" in told(finished(acceptances=(wrong,)))["accepted-items"]
    unsaid = replace(accepted("2023-10-10"), items={})
    assert "nothing of the checklist" in told(finished(acceptances=(unsaid,)))["accepted-items"]
    bare = replace(accepted("2023-10-10"), items={"levelled": True})
    assert "accepted-items" not in told(finished(acceptances=(bare,))), "the rest does not apply"
    silent = replace(refused("2023-10-10", "2023-11-09"), missing="")
    found = told(finished(acceptances=(silent,), certificates=()))
    assert "nobody says what is missing" in found["accepted-items"]


def test_an_outline_drawn_elsewhere():
    elsewhere = accepted("2023-10-10", measured_mu=D("10.00"), inside_mu=D("9.49"))
    found = told(finished(acceptances=(elsewhere,)))
    assert "only 9.49 of 10.00 mu" in found["accepted-outline"]
    assert "10.00 mu are recultivated; 9.49 mu" in found["accepted-area"]
    near = accepted("2023-10-10", measured_mu=D("10.47"), inside_mu=D("9.95"))
    fits = told(finished(acceptances=(near,)))
    assert not {"accepted-outline", "accepted-area"} & fits.keys(), "95.03 %, 0.05 mu less"


def test_a_certificate_without_its_inspection():
    found = told(finished(acceptances=(refused("2023-10-10", "2023-11-09"),)))
    assert "2023-10-10" in found["certified-accepted"]


def test_photos_of_one_station():
    assert "rectified-photos" in told(finished())
    apart = replace(finished(), photos=(photo("before"), photo("after", lon=115.2005)))
    assert "was taken 45 m from" in told(apart)["rectified-photos"]
    turned = replace(finished(), photos=(photo("before", azimuth=350), photo("after", azimuth=40)))
    assert "looks 50° away" in told(turned)["rectified-photos"]
    half = replace(finished(), photos=(photo("before"), photo("after", station="2")))
    assert "No station has photos" in told(half)["rectified-photos"]


def a_case(*penalties):
    return CaseFile(Case("1", "某甲", "", ("p",)), penalties=penalties)


def test_decided_and_carried_out_beside_their_measure():
    fine = Penalty("fine", D(9000), "2023-08-01", "罚1号", D(9000), "2023-08-10")
    tear = Penalty("demolition", D(400), "2023-08-01", "罚1号", D(100), "2023-09-01")
    papers = measure("made_up", "2.00")
    dossier = replace(parcel_of(WHOLE, papers), cases=(a_case(fine, tear),))
    first, second = pairs_of(dossier, PLAN)
    assert (first.kind.label.zh, first.measures, first.remains) == ("罚款", (papers,), 0)
    assert first.is_carried_out
    assert (second.measures, second.remains) == ((WHOLE,), D(300))
    assert not second.is_carried_out


def test_made_up_counts_with_all_its_papers_by_the_cut_off():
    papers = measure("made_up", "3.00", "2.50", document="批1号", document_date="2024-01-15")
    paid = Penalty("fine", D(9000), "2023-08-01", "罚1号", D(9000), "2023-08-10")
    supply = {"supply_number": Evidence("supply_number", "3799012023B00001")}
    dossier = replace(parcel_of(papers), cases=(a_case(paid),), evidence=supply)
    (found,) = by_cutoff(dossier, PLAN)
    assert (found.counts, found.mu, found.cultivated_mu) == (True, D("3.00"), D("2.50"))
    (unpaid,) = by_cutoff(replace(dossier, cases=()), PLAN)
    assert [str(one) for one in unpaid.missing] == ["Penalties carried out is missing"]
    assert (unpaid.counts, unpaid.mu) == (False, D(0))
    (late,) = by_cutoff(replace(dossier, put_right=late_papers(papers)), PLAN)
    assert not late.counts and not late.missing and late.cultivated_mu == 0


def late_papers(papers):
    return parcel_of(replace(papers, document_date="2024-01-16")).put_right


def test_torn_down_counts_with_what_is_cultivated_again():
    dossier = finished()
    short = replace(WHOLE, recultivated_mu=D("8.75"))
    recorded = replace(dossier.put_right.rectification, measures=(short,))
    (found,) = by_cutoff(steps(dossier, rectification=recorded), PLAN)
    assert (found.mu, found.cultivated_mu) == (D("12.00"), D("8.75"))
    (uncertified,) = by_cutoff(steps(dossier, certificates=()), PLAN)
    assert not uncertified.counts
    (unfinished,) = by_cutoff(parcel_of(replace(WHOLE, progress=Progress.UNDER_WAY)), PLAN)
    assert not unfinished.counts


@pytest.mark.parametrize(
    ("days", "late"),
    [
        (("2023-10-05",), 0),
        # after a refusal the county inspects again: what it found first counts no more
        (("2023-10-05", "2024-01-16"), 1),
        (("2024-01-16", "2024-01-15"), 0),
    ],
)
def test_the_countys_last_inspection_in_place_is_held_against_the_cut_off(days, late):
    rules = PLAN.rectification_rules
    way = rules.ways["demolition"]
    needs = tuple(replace(one, in_time=one.what is Needed.PRELIMINARY) for one in way.needs)
    ways = {**rules.ways, "demolition": replace(way, needs=needs)}
    plan = replace(PLAN, rectification_rules=replace(rules, ways=ways))
    looked = tuple(replace(LOOK, on=day) for day in days)
    # one that did not find it in place says nothing of when it was
    looked = (*looked, replace(LOOK, on="2024-02-01", in_place=False, finding="未平整"))
    (found,) = by_cutoff(finished(preliminary=looked), plan)
    assert (found.missing, len(found.late)) == ((), late)


def test_every_check_says_whose_it_is():
    countys = {name for name, one in CHECKS.items() if one.countys}
    assert countys == {name for name in CHECKS if name.startswith("rectified-")}


def test_a_penalty_is_carried_out_on_the_day_of_its_last_part():
    """Fined in two parts, the second paid after the cut-off of 2024-01-15: where a plan wants
    that in time, it came too late."""
    rules = PLAN.rectification_rules
    way = rules.ways["made_up"]
    strict = replace(
        way, needs=tuple(replace(one, in_time=one.what is Needed.PENALTIES) for one in way.needs)
    )
    plan = replace(PLAN, rectification_rules=replace(rules, ways={**rules.ways, "made_up": strict}))
    papers = measure("made_up", "12.00", "10.00", "2.00", on="2023-12-20")
    papers = replace(papers, document="虚政土字〔2023〕9号", document_date="2023-12-20")
    supplied = {"supply_number": Evidence("supply_number", "3799002023B00001")}
    first = Penalty("fine", D(10), "2023-11-01", "虚罚1号", D(10), "2023-11-20")
    second = Penalty("fine", D(10), "2023-11-01", "虚罚2号", D(10), "2024-02-01")
    for penalties, late in (((first,), 0), ((first, second), 1), ((second, first), 1)):
        dossier = replace(parcel_of(papers), evidence=supplied, cases=(a_case(*penalties),))
        (counted,) = by_cutoff(dossier, plan)
        assert (counted.missing, len(counted.late)) == ((), late)


def test_no_more_counts_than_was_cleared():
    """10.00 mu cultivated land cleared, 11.00 recultivated with the lane: 10.00 count."""
    torn = replace(WHOLE, recultivated_mu=D("11.00"))
    whole = Counted(torn, recultivates=True)
    assert (whole.mu, whole.cultivated_mu) == (D("12.00"), D("10.00"))
    less = Counted(replace(torn, recultivated_mu=D("9.00")), recultivates=True)
    assert less.cultivated_mu == D("9.00")


def test_done_and_found_in_place_on_one_day_is_sound():
    found = finished(preliminary=(Preliminary("2023-10-01", ("甲",), True),))
    assert "rectified-inspected" not in told(found)
