"""Terms counted by hand, on paper calendars and the State Council's holiday notices."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.cases.days import Counted, add_months, last_day
from tuban.core.plan import Span, Unit, load_plan
from tuban.core.plan.cases import WorkCalendar

PLAN = load_plan("liaocheng-2023")
CALENDAR = PLAN.case_rules.work_calendar
MOVING = WorkCalendar(CALENDAR.years, True, CALENDAR.moves_origin)


def day(written: str) -> date:
    return date.fromisoformat(written)


def term(start: str, *spans: Span, calendar: WorkCalendar = CALENDAR) -> str:
    return last_day(day(start), spans, calendar).day.isoformat()


def working(amount: int) -> Span:
    return Span(amount, Unit.WORKING_DAYS)


def days(amount: int) -> Span:
    return Span(amount, Unit.DAYS)


def months(amount: int) -> Span:
    return Span(amount, Unit.MONTHS)


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2023-05-08", 5, "2023-05-15"),  # Mon → Mon over one weekend
        # 4-28; off 4-29 … 5-3; 5-4, 5-5, Saturday 5-6 is worked; 5-8 … 5-12; 5-15
        ("2023-04-27", 10, "2023-05-15"),
        # off 9-29 … 10-6; Saturday 10-7 and Sunday 10-8 are worked
        ("2023-09-28", 5, "2023-10-11"),
        ("2023-09-28", 1, "2023-10-07"),
        # 2024-02-09 is worked, off 2-10 … 2-17, Sunday 2-18 is worked
        ("2024-02-08", 3, "2024-02-19"),
        # over the year's end: 2023-12-29, off 12-30 … 2024-01-01, 1-2
        ("2023-12-28", 2, "2024-01-02"),
        # leap day: 2-28, 2-29, 3-1
        ("2024-02-27", 3, "2024-03-01"),
        # Saturday as the day of the event
        ("2023-05-13", 1, "2023-05-15"),
    ],
)
def test_working_days(start, amount, end):
    assert term(start, working(amount)) == end


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2023-12-31", 60, "2024-02-29"),
        ("2022-12-31", 60, "2023-03-01"),
        ("2023-06-30", 15, "2023-07-15"),  # a Saturday: stays
        ("2023-05-15", 90, "2023-08-13"),
    ],
)
def test_days(start, amount, end):
    assert term(start, days(amount)) == end


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2023-11-30", 3, "2024-02-29"),
        ("2022-11-30", 3, "2023-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2023-10-31", 2, "2023-12-31"),
        ("2023-01-15", 3, "2023-04-15"),
    ],
)
def test_months(start, amount, end):
    assert term(start, months(amount)) == end


def test_terms_follow_one_another():
    assert term("2023-11-15", days(15), months(3)) == "2024-02-29"
    # Six months end on 29 February, three more on 29 May; nine at once would end on 31 May.
    assert term("2023-08-31", months(6), months(3)) == "2024-05-29"


def test_where_the_plan_says_so_the_last_day_moves_to_a_working_day():
    assert term("2023-09-16", days(15)) == "2023-10-01"
    assert term("2023-09-16", days(15), calendar=MOVING) == "2023-10-07"


def test_a_year_without_holidays_counts_weekends_and_says_so():
    assert last_day(day("2027-09-30"), [working(5)], CALENDAR) == Counted(day("2027-10-07"), False)
    assert last_day(day("2026-12-31"), [working(1)], CALENDAR) == Counted(day("2027-01-01"), False)
    assert last_day(day("2026-12-30"), [working(1)], CALENDAR) == Counted(day("2026-12-31"), True)


def test_beyond_the_last_year_is_told():
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


@given(st.dates(day("2023-01-01"), day("2026-11-01")), st.integers(1, 30))
def test_so_many_working_days_lie_within_the_term(start, amount):
    end = last_day(start, [working(amount)], CALENDAR).day
    within = [start + timedelta(days=at) for at in range(1, (end - start).days + 1)]
    assert sum(map(CALENDAR.is_worked, within)) == amount
    assert CALENDAR.is_worked(end)


def test_the_holidays_of_a_year_add_up():
    """国办发明电〔2023〕7号: 19 of 262 weekdays of 2024 are off, 8 weekend days are worked."""
    first = day("2024-01-01")
    year = [first + timedelta(days=at) for at in range(366)]
    weekdays_off = [one for one in year if one.weekday() < 5 and not CALENDAR.is_worked(one)]
    weekends_on = [one for one in year if one.weekday() >= 5 and CALENDAR.is_worked(one)]
    assert (len(weekdays_off), len(weekends_on)) == (19, 8)
    assert sum(map(CALENDAR.is_worked, year)) == 251
