"""The calendar of the plan: cut-off on the 20th, the county's day on the 22nd, the 25th."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from issued_land import undivided

from tuban.core.model import Dossier, Evidence, Verdict, VerdictLevel
from tuban.core.oversight.calendar import (
    correction_deadline,
    county_deadline,
    month_of,
)
from tuban.core.oversight.recheck import rechecks_due
from tuban.core.plan import Origin, load_plan
from tuban.core.rectified import (
    Measure,
    Progress,
    PutRight,
    Recheck,
    Rectification,
    VerdictKept,
)

PLAN = load_plan("liaocheng-2023")


@pytest.mark.parametrize(
    ("issued", "month"),
    [
        (date(2023, 4, 1), "2023-04"),
        (date(2023, 4, 20), "2023-04"),
        (date(2023, 4, 21), "2023-05"),
        (date(2023, 4, 30), "2023-05"),
        (date(2023, 12, 20), "2023-12"),
        (date(2023, 12, 21), "2024-01"),
    ],
)
def test_patches_up_to_the_twentieth_belong_to_their_month(issued, month):
    assert month_of(issued, PLAN) == month


def test_deadlines_of_a_month():
    assert county_deadline("2023-04", PLAN) == date(2023, 4, 22)
    assert correction_deadline("2023-04", PLAN) == date(2023, 4, 25)


def test_another_plan_has_other_days():
    other = replace(PLAN, calendar=replace(PLAN.calendar, county_day=28, cutoff_day=25))
    assert county_deadline("2024-02", other) == date(2024, 2, 28)
    assert month_of(date(2024, 2, 25), other) == "2024-02"


@pytest.mark.parametrize("month", ["", "2023", "2023-13", "April"])
def test_what_is_no_month(month):
    with pytest.raises(ValueError):
        county_deadline(month, PLAN)


@given(st.dates(date(2020, 1, 1), date(2099, 12, 1)))
def test_every_patch_is_issued_at_least_two_days_before_its_deadline(issued):
    month = month_of(issued, PLAN)
    assert 2 <= (county_deadline(month, PLAN) - issued).days <= 33
    assert month_of(issued + timedelta(days=31), PLAN) > month


@pytest.mark.parametrize(
    ("category", "given", "due"),
    [
        ("facility", date(2023, 4, 20), date(2023, 10, 20)),
        ("unchanged", date(2023, 11, 30), date(2024, 2, 29)),
        ("road", date(2023, 8, 31), date(2024, 2, 29)),
        ("temporary", date(2023, 12, 1), date(2024, 6, 1)),
    ],
)
def test_a_parcel_is_looked_at_again_after_the_plans_months(category, given, due):
    plan = load_plan("liaocheng-2023")
    (found,) = rechecks_due(judged_as(category), given, plan)
    assert (found.rule.code, found.due, found.last) == (category, due, "")
    assert (found.rule.origin, found.rule.months_origin) == (Origin.PLAN, Origin.TUBAN)


def test_what_is_illegal_is_not_rechecked_but_followed_up():
    plan = load_plan("liaocheng-2023")
    assert rechecks_due(judged_as("illegal"), date(2023, 4, 20), plan) == []
    # 拆除复耕 is looked at again, from the day it was put right.
    put_right = {"rectified_on": Evidence("rectified_on", "2023-08-31")}
    (found,) = rechecks_due(judged_as("illegal", put_right), date(2023, 4, 20), plan)
    assert (found.rule.code, found.due) == ("recultivated", date(2024, 2, 29))


def test_a_cycle_counts_on_from_its_last_recheck():
    plan = load_plan("liaocheng-2023")
    looked = (Recheck("facility", "2023-10-18", "甲", "as_it_was"),)
    again = replace(judged_as("facility"), put_right=PutRight(rechecks=looked))
    (found,) = rechecks_due(again, date(2023, 4, 20), plan)
    assert (found.due, found.last) == (date(2024, 4, 18), "2023-10-18")


def test_temporary_land_is_looked_at_when_its_term_ends_and_a_year_later():
    """《土地管理法实施条例》第二十条: it is reclaimed within a year after its term."""
    plan = load_plan("liaocheng-2023")
    term = {"temporary_expiry": Evidence("temporary_expiry", "2024-02-29")}
    given = date(2023, 4, 20)
    found = rechecks_due(judged_as("temporary", term), given, plan)
    assert [(one.rule.code, one.due.isoformat()) for one in found] == [
        ("temporary", "2023-10-20"),
        ("temporary_end", "2024-02-29"),
        ("temporary_reclaim", "2025-02-28"),
    ]
    looked = (Recheck("temporary_end", "2024-03-01", "甲", "extended"),)
    left = replace(judged_as("temporary", term), put_right=PutRight(rechecks=looked))
    assert [one.rule.code for one in rechecks_due(left, given, plan)] == [
        "temporary",
        "temporary_reclaim",
    ]


def test_what_an_approval_was_made_up_for_is_not_recultivated():
    plan = load_plan("liaocheng-2023")
    for way, codes in (("demolition", ["recultivated"]), ("made_up", [])):
        done = Measure(way, Progress.DONE, Decimal(1), done_on="2023-08-31")
        kept = VerdictKept("county", "illegal", "", plan.id, plan.sha256)
        put_right = PutRight(Rectification(kept, (done,)))
        found = rechecks_due(replace(judged_as("illegal"), put_right=put_right), None, plan)
        assert [one.rule.code for one in found] == codes


def judged_as(category, evidence=None):
    plan = load_plan("liaocheng-2023")
    patch, parcel = undivided("1")
    verdict = Verdict("1_1", VerdictLevel.COUNTY, category, "", "", plan.id, plan.sha256)
    return Dossier(
        patch, parcel, None, {VerdictLevel.COUNTY: verdict}, {}, (), evidence=evidence or {}
    )


def test_the_days_of_the_year_are_the_documents():
    days = load_plan("liaocheng-2023").calendar.year_days
    assert [(one.code, one.date) for one in days] == [
        ("county_plan", "2023-04-25"),
        ("half_year", "2023-07-10"),
        ("year", "2024-01-10"),
        ("rectified", "2024-01-15"),
    ]
    assert {one.origin for one in days} == {Origin.PLAN}
