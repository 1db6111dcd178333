"""Where a parcel stands, worked out by hand: 12.00 mu illegal, 10.00 of it cultivated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rectified_land import COUNTY, D, accepted, certificate, measure, parcel_of, refused, verdict

from tuban.core.model import VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectification import Amount, Stage, standing
from tuban.core.rectification.history import as_known
from tuban.core.rectified import Application, Preliminary, Progress, Rectification, Turn

PLAN = load_plan("liaocheng-2023")


def test_nothing_recorded():
    found = standing(parcel_of(), PLAN, date(2024, 1, 15))
    assert found.illegal == Amount(D("12.00"), D("10.00"), D("2.00"))
    assert (found.rectified_mu, found.remaining) == (D(0), found.illegal)
    assert (found.stage, found.due, found.overdue_since) == (Stage.NONE, "2024-01-15", "")
    late = standing(parcel_of(), PLAN, date(2024, 1, 16))
    assert late.overdue_since == "2024-01-15"


def test_two_ways_at_once():
    torn_down = measure("demolition", "7.00", "6.00", "1.50", recultivated="5.80")
    papers = measure("made_up", "3.00", "2.50", "0.00")
    to_come = measure("land_return", "2.00", "1.50", "0.50", Progress.PLANNED)
    found = standing(parcel_of(torn_down, papers, to_come), PLAN)
    assert found.rectified == Amount(D("10.00"), D("8.50"), D("1.50"))
    assert found.remaining == Amount(D("2.00"), D("1.50"), D("0.50"))
    assert (found.demolished_mu, found.made_up_mu) == (D("7.00"), D("3.00"))
    assert found.recultivated_mu == D("5.80")
    assert found.planned == Amount(D("2.00"), D("1.50"), D("0.50"))
    assert found.ways["demolition"].done.cultivated_mu == D("6.00")
    assert found.stage is Stage.UNDER_WAY and found.inspected and not found.is_put_right


def test_confiscated_and_returned_are_of_which():
    seized = measure("confiscation", "5.00")
    given_back = measure("land_return", "7.00")
    found = standing(parcel_of(seized, given_back), PLAN)
    assert (found.confiscated_mu, found.made_up_mu) == (D("5.00"), D("5.00"))
    assert (found.returned_mu, found.demolished_mu) == (D("7.00"), D("7.00"))
    assert found.demolished_mu + found.made_up_mu == found.rectified_mu == D("12.00")
    assert found.is_put_right and found.due == "", "nobody has to accept it"


def test_more_than_there_was_leaves_nothing_and_is_not_clipped():
    found = standing(parcel_of(measure("made_up", "12.50", "10.50")), PLAN)
    assert (found.rectified_mu, found.remaining_mu) == (D("12.50"), D(0))


def test_what_the_overlay_has_not_found_is_unknown():
    bare = replace(parcel_of(measure("made_up", "3.00", "2.00")), figures=None)
    found = standing(bare, PLAN)
    assert found.illegal == Amount(D("12.00"), None, None)
    assert found.remaining == Amount(D("9.00"), None, None)


def test_the_verdict_that_counts():
    dossier = parcel_of()
    legal = replace(verdict(), level=VerdictLevel.FINAL, category="legal", subcategory="supplied")
    overruled = replace(dossier, verdicts={**dossier.verdicts, VerdictLevel.FINAL: legal})
    found = standing(overruled, PLAN, date(2025, 1, 1))
    assert found.illegal == Amount() and found.due == ""


def with_steps(dossier, **steps):
    return replace(dossier, put_right=replace(dossier.put_right, **steps))


def test_the_stages_one_after_the_other():
    torn_down = measure("demolition", "12.00", "10.00", "2.00", recultivated="10.00")
    dossier = parcel_of(torn_down)
    look = (Preliminary("2023-10-02", ("甲",), True),)
    asked = (Application("2023-10-03", COUNTY),)
    order = [
        ({}, Stage.DONE),
        ({"preliminary": look}, Stage.INSPECTED_FIRST),
        ({"preliminary": look, "applications": asked}, Stage.APPLIED),
        (
            {
                "preliminary": look,
                "applications": asked,
                "acceptances": (refused("2023-10-08", "2023-11-07"),),
            },
            Stage.REFUSED,
        ),
    ]
    for steps, stage in order:
        assert standing(with_steps(dossier, **steps), PLAN).stage is stage
    steps = order[-1][0]
    late = standing(with_steps(dossier, **steps), PLAN, date(2023, 11, 8))
    assert (late.due, late.overdue_since) == ("2023-11-07", "2023-11-07")
    assert not late.is_put_right
    looked = (*look, Preliminary("2023-11-01", ("甲",), True))
    again = with_steps(dossier, **{**steps, "preliminary": looked})
    assert standing(again, PLAN).stage is Stage.INSPECTED_FIRST
    asked_again = (*asked, Application("2023-11-02", COUNTY))
    again = with_steps(again, applications=asked_again)
    assert standing(again, PLAN).stage is Stage.APPLIED
    in_place = (refused("2023-10-08", "2023-11-07"), accepted("2023-11-05"))
    again = with_steps(again, acceptances=in_place)
    assert standing(again, PLAN).stage is Stage.ACCEPTED
    assert standing(again, PLAN).is_put_right
    certified = with_steps(again, certificates=(certificate("2023-11-06"),))
    assert standing(certified, PLAN).stage is Stage.CERTIFIED
    assert standing(certified, PLAN, date(2023, 11, 5)).stage is Stage.ACCEPTED
    assert standing(certified, PLAN, date(2023, 11, 4)).stage is Stage.APPLIED
    assert standing(certified, PLAN, date(2023, 10, 9)).stage is Stage.REFUSED
    closed = with_steps(certified, turns=(Turn(True, "2023-11-10", "市局"),))
    assert standing(closed, PLAN).stage is Stage.CLOSED


def test_refused_and_applied_for_again_on_one_day():
    dossier = with_steps(
        parcel_of(measure("demolition", "12.00", recultivated="9.00")),
        applications=(Application("2023-10-03", COUNTY), Application("2023-10-08", COUNTY)),
        acceptances=(refused("2023-10-08", "2023-11-07"),),
    )
    assert standing(dossier, PLAN).stage is Stage.APPLIED


def test_a_revoked_certificate_leaves_the_acceptance():
    gone = replace(certificate("2023-11-06"), revoked_on="2023-12-01", revoked_why="误发")
    dossier = with_steps(
        parcel_of(measure("demolition", "12.00", recultivated="9.00")),
        applications=(Application("2023-11-02", COUNTY),),
        acceptances=(accepted("2023-11-05"),),
        certificates=(gone,),
    )
    assert standing(dossier, PLAN).stage is Stage.ACCEPTED
    assert standing(dossier, PLAN, date(2023, 11, 30)).stage is Stage.CERTIFIED


def test_reopened_it_starts_again():
    done = measure("demolition", "12.00", "10.00", "2.00", recultivated="10.00")
    dossier = with_steps(
        parcel_of(done),
        applications=(Application("2023-11-02", COUNTY),),
        acceptances=(accepted("2023-11-05"),),
        certificates=(certificate("2023-11-06"),),
        turns=(Turn(True, "2023-11-10", "市局"), Turn(False, "2024-05-06", "市局", why="复建")),
    )
    found = standing(dossier, PLAN, date(2024, 5, 7))
    assert (found.stage, found.reopened_on) == (Stage.REOPENED, "2024-05-06")
    assert (found.rectified_mu, found.remaining_mu) == (D(0), D("12.00"))
    assert found.overdue_since == "2024-01-15"
    assert standing(dossier, PLAN, date(2024, 5, 5)).stage is Stage.CLOSED
    second = measure("demolition", "12.00", "10.00", "2.00", recultivated="10.00", on="2024-06-01")
    torn_again = replace(dossier.put_right.rectification, measures=(done, second))
    again = standing(with_steps(dossier, rectification=torn_again), PLAN)
    assert (again.stage, again.rectified_mu) == (Stage.DONE, D("12.00"))


@pytest.mark.parametrize(("day", "stage"), [("09-30", Stage.UNDER_WAY), ("10-01", Stage.DONE)])
def test_a_measure_is_done_from_its_day_on(day, stage):
    dossier = parcel_of(measure("demolition", "12.00", recultivated="10.00", on="2023-10-01"))
    assert standing(dossier, PLAN, date.fromisoformat(f"2023-{day}")).stage is stage


def test_a_recorded_day_comes_before_the_cut_off():
    dossier = parcel_of(measure("demolition", "5.00", progress=Progress.PLANNED))
    rectification: Rectification = dossier.put_right.rectification
    sooner = with_steps(dossier, rectification=replace(rectification, due="2023-09-30"))
    assert standing(sooner, PLAN, date(2023, 10, 1)).overdue_since == "2023-09-30"


def test_figures_are_exact():
    parts = [measure("made_up", "0.10") for _ in range(3)]
    assert standing(parcel_of(*parts), PLAN).rectified_mu == Decimal("0.30")


HUNDREDTHS = st.integers(0, 2000).map(lambda one: Decimal(one) / 100)
DAYS = st.dates(date(2023, 4, 1), date(2024, 6, 30)).map(date.isoformat)
MEASURES = st.lists(
    st.builds(
        lambda way, mu, progress, on: measure(way, mu, progress=progress, on=on),
        st.sampled_from(sorted(PLAN.rectification_rules.ways)),
        HUNDREDTHS,
        st.sampled_from(list(Progress)),
        DAYS,
    ),
    max_size=5,
)


@settings(max_examples=100)
@given(MEASURES, DAYS)
def test_sums_hold_for_whatever_is_recorded(measures, day):
    dossier, as_of = parcel_of(*measures), date.fromisoformat(day)
    found = standing(dossier, PLAN, as_of)
    assert found.demolished_mu + found.made_up_mu == found.rectified_mu
    assert found.confiscated_mu <= found.made_up_mu
    assert found.returned_mu <= found.demolished_mu
    together = found.rectified.mu + found.under_way.mu + found.planned.mu
    assert together == sum(one.area_mu for one in measures)
    assert found.remaining_mu == max(found.illegal_mu - found.rectified_mu, 0)
    ways = found.ways.values()
    assert sum(one.done.mu for one in ways) == found.rectified_mu
    known = replace(dossier, put_right=as_known(dossier.put_right, as_of))
    assert standing(known, PLAN, as_of) == found, "what was not known has no part in it"
