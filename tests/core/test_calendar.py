"""The calendar of the plan: cut-off on the 20th, the county's day on the 22nd, the 25th."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.model import Evidence, Verdict, VerdictLevel
from tuban.core.oversight.calendar import (
    correction_deadline,
    county_deadline,
    days_left,
    month_of,
)
from tuban.core.oversight.recheck import rechecks_due
from tuban.core.plan import Origin, load_plan

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


@pytest.mark.parametrize(
    ("today", "left"),
    [
        (date(2023, 4, 21), 1),
        (date(2023, 4, 22), 0),
        (date(2023, 4, 23), -1),
        (date(2023, 3, 31), 22),
        (date(2024, 4, 22), -366),
    ],
)
def test_days_left(today, left):
    assert days_left("2023-04", today, PLAN) == left


def test_another_plan_has_other_days():
    other = replace(PLAN, calendar=replace(PLAN.calendar, county_day=28, cutoff_day=25))
    assert days_left("2024-02", date(2024, 2, 22), other) == 6
    assert month_of(date(2024, 2, 25), other) == "2024-02"


@pytest.mark.parametrize("month", ["", "2023", "2023-13", "April"])
def test_what_is_no_month(month):
    with pytest.raises(ValueError):
        county_deadline(month, PLAN)


@given(st.dates(date(2020, 1, 1), date(2099, 12, 1)))
def test_every_patch_is_issued_at_least_two_days_before_its_deadline(issued):
    month = month_of(issued, PLAN)
    assert 2 <= days_left(month, issued, PLAN) <= 33
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
    verdict = Verdict("1_1", VerdictLevel.COUNTY, category, "", "", plan.id, plan.sha256)
    ((cycle, day),) = rechecks_due(verdict, given, plan, {})
    assert (cycle.code, day) == (category, due)
    assert (cycle.origin, cycle.months_origin) == (Origin.PLAN, Origin.TUBAN)


def test_what_is_illegal_is_not_rechecked_but_followed_up():
    plan = load_plan("liaocheng-2023")
    verdict = Verdict("1_1", VerdictLevel.COUNTY, "illegal", "", "", plan.id, plan.sha256)
    assert rechecks_due(verdict, date(2023, 4, 20), plan, {}) == []
    # 拆除复耕 is looked at again, from the day it was put right.
    put_right = {"rectified_on": Evidence("rectified_on", "2023-08-31")}
    ((cycle, day),) = rechecks_due(verdict, date(2023, 4, 20), plan, put_right)
    assert (cycle.code, day) == ("recultivated", date(2024, 2, 29))


def test_the_days_of_the_year_are_the_documents():
    days = load_plan("liaocheng-2023").calendar.year_days
    assert [(one.code, one.date) for one in days] == [
        ("county_plan", "2023-04-25"),
        ("half_year", "2023-07-10"),
        ("year", "2024-01-10"),
        ("rectified", "2024-01-15"),
    ]
    assert {one.origin for one in days} == {Origin.PLAN}
