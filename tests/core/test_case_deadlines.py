"""Due and overdue, and what does not fit: cases written by hand, days counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.casefile import (
    Case,
    CaseFile,
    CaseStep,
    Filing,
    Interruption,
    Penalty,
    StopNotice,
    Transfer,
)
from tuban.core.cases import State, case_findings, deadlines_of, due_items, remains
from tuban.core.cases.days import last_day
from tuban.core.model import Severity
from tuban.core.plan import Origin, Span, Unit, load_plan

PLAN = load_plan("liaocheng-2023")
EXAMPLE = load_plan("example-2025")
FINE = Penalty("fine", Decimal(1000), "2023-07-03")
TEARING_DOWN = Penalty("demolition", Decimal(200), "2023-07-03")


def day(written: str) -> date:
    return date.fromisoformat(written)


def a_case(number="1", penalties=(), transfers=(), reason="", explanation="", **days: str):
    steps = {code: CaseStep(value) for code, value in days.items()}
    filing = Filing(steps, reason, explanation)
    return CaseFile(Case(number, "甲", "", ("p_1",)), None, filing, penalties, transfers)


def told(file, as_of, plan=PLAN):
    return {one.code: (one.due.isoformat(), one.state) for one in deadlines_of(file, plan, as_of)}


def test_a_case_to_be_filed():
    file = a_case(found="2023-04-20", checked="2023-04-27")
    found = told(file, day("2023-05-15"))
    # 4-21, Sunday 4-23 worked, 4-24 … 4-28: seven days
    assert found == {
        "check": ("2023-04-28", State.KEPT),
        "filing": ("2023-05-15", State.DUE),
    }
    assert told(file, day("2023-05-16"))["filing"] == ("2023-05-15", State.OVERDUE)


@pytest.mark.parametrize(("checked", "state"), [("04-28", State.KEPT), ("04-29", State.LATE)])
def test_the_last_day_is_in_time(checked, state):
    file = a_case(found="2023-04-20", checked=f"2023-{checked}")
    assert told(file, day("2023-05-01"))["check"] == ("2023-04-28", state)


def stopped(file, *stops):
    return replace(file, interruptions=tuple(Interruption(*one) for one in stops))


@pytest.mark.parametrize(
    ("stops", "as_of", "due"),
    [
        # 60 days from 1 June: 31 July; ten days of hearing, both ends included, move it by ten
        ([("hearing", "2023-06-10", "2023-06-19", "当事人申请")], "2023-07-01", "2023-08-10"),
        # counted once where two overlap: 10 to 24 June are fifteen days
        (
            [("hearing", "2023-06-10", "2023-06-19"), ("appraisal", "2023-06-15", "2023-06-24")],
            "2023-07-01",
            "2023-08-15",
        ),
        # the day of filing itself never counted: 31 May to 2 June take two days of the term
        ([("public_notice", "2023-05-31", "2023-06-02")], "2023-07-01", "2023-08-01"),
        # what begins in the days by which another moved it moves it on
        (
            [("hearing", "2023-06-10", "2023-06-19"), ("appraisal", "2023-08-05", "2023-08-06")],
            "2023-08-20",
            "2023-08-12",
        ),
        # still going on: eleven days up to 20 June
        ([("hearing", "2023-06-10")], "2023-06-20", "2023-08-11"),
        # not begun yet on that day; after the term; of a kind the plan does not know
        ([("hearing", "2023-06-10", "2023-06-19")], "2023-06-09", "2023-07-31"),
        ([("hearing", "2023-08-01", "2023-08-09")], "2023-08-20", "2023-07-31"),
        ([("holiday", "2023-06-10", "2023-06-19")], "2023-07-01", "2023-07-31"),
    ],
)
def test_days_that_do_not_count_move_the_decision(stops, as_of, due):
    file = stopped(a_case(filed="2023-06-01"), *stops)
    assert told(file, day(as_of))["decision"][0] == due


def test_a_moved_term_says_which_days_and_why():
    file = stopped(
        a_case(filed="2023-06-01", notified="2023-06-05"),
        ("hearing", "2023-06-10", "2023-06-19", "当事人申请"),
        ("appraisal", "2023-08-20", "2023-08-22"),
    )
    found = {one.code: one for one in deadlines_of(file, PLAN, day("2023-06-12"))}
    (stop,) = found["decision"].stopped
    assert str(stop.told) == ("Not counted: Hearing 2023-06-10 to 2023-06-19, 10 days (当事人申请)")
    assert stop.kind.origin is Origin.TUBAN
    # the plan names the decision only
    assert found["statements"].stopped == ()
    going_on = stopped(a_case(filed="2023-06-01"), ("hearing", "2023-06-10"))
    (stop,) = deadlines_of(going_on, PLAN, day("2023-06-12"))[0].stopped
    assert str(stop.told) == "Not counted: Hearing since 2023-06-10, 3 days so far"


def test_an_overdue_case_is_in_time_again():
    late = a_case(filed="2023-06-01", decided="2023-08-05")
    assert told(late, day("2023-09-01"))["decision"] == ("2023-07-31", State.LATE)
    moved = stopped(late, ("hearing", "2023-06-10", "2023-06-19"))
    assert told(moved, day("2023-09-01"))["decision"] == ("2023-08-10", State.KEPT)


@pytest.mark.parametrize(
    ("spans", "due"),
    [
        # 5 June is a Monday; Wednesday and Thursday do not count
        ([Span(3, Unit.WORKING_DAYS)], "2023-06-12"),
        ([Span(3, Unit.DAYS)], "2023-06-10"),
        # two days more than a month and a day
        ([Span(1, Unit.MONTHS), Span(1, Unit.DAYS)], "2023-07-08"),
    ],
)
def test_each_unit_leaves_the_days_out(spans, due):
    stops = [(day("2023-06-07"), day("2023-06-08"))]
    found = last_day(day("2023-06-05"), spans, PLAN.case_rules.work_calendar, stops)
    assert found.day.isoformat() == due


def test_what_does_not_fit_in_days_that_do_not_count():
    file = stopped(
        a_case(filed="2023-06-01"),
        ("hearing", "", "2023-06-19", "申请"),
        ("appraisal", "2023-06-10", "2023-06-09", "鉴定价值"),
        ("public_notice", "2023-06-10", "2023-06-11"),
        ("holiday", "2023-06-10", "2023-06-11", "x"),
    )
    said = [str(one.message) for one in case_findings(file, PLAN, day("2023-07-01"))]
    assert said == [
        "听证: the day it began is missing.",
        "鉴定、检测、勘测: it ended before it began.",
        "公告: why these days do not count is not said.",
        "The plan does not know the code holiday.",
    ]


def test_a_decision_and_its_extension():
    filed = a_case(filed="2023-12-31")
    assert told(filed, day("2024-01-10"))["decision"] == ("2024-02-29", State.DUE)
    longer = a_case(filed="2023-12-31", extended="2024-02-20")
    assert told(longer, day("2024-03-01"))["decision"] == ("2024-03-30", State.DUE)
    assert told(longer, day("2024-02-19"))["decision"] == ("2024-02-29", State.DUE)


def test_the_other_plan_has_ninety_days():
    found = told(a_case(filed="2025-03-31"), day("2025-04-01"), EXAMPLE)
    assert found["decision"] == ("2025-06-29", State.DUE)


def test_what_has_to_wait():
    notified = a_case(filed="2023-06-01", notified="2023-09-28")
    # off 9-29 … 10-6; 10-7 … 10-11 are five working days
    assert told(notified, day("2023-10-11"))["statements"] == ("2023-10-11", State.WAITING)
    assert "statements" not in told(notified, day("2023-10-12"))
    early = a_case(filed="2023-06-01", notified="2023-09-28", decided="2023-10-11")
    assert told(early, day("2023-11-01"))["statements"] == ("2023-10-11", State.EARLY)
    right = a_case(filed="2023-06-01", notified="2023-09-28", decided="2023-10-12")
    assert told(right, day("2023-11-01"))["statements"] == ("2023-10-11", State.KEPT)


def test_asking_the_court_depends_on_the_penalty():
    days = {"decided": "2023-11-10", "served": "2023-11-15"}
    today = day("2023-12-01")
    torn = told(a_case(penalties=(TEARING_DOWN,), **days), today)
    assert torn["court_demolition"] == ("2024-02-29", State.DUE)
    assert "court_other" not in torn
    fined = told(a_case(penalties=(FINE,), **days), today)
    assert fined["court_other"] == ("2024-08-15", State.DUE)
    assert fined["payment"] == ("2023-11-30", State.OVERDUE)
    paid = told(a_case(penalties=(FINE,), performed="2023-11-28", **days), today)
    assert paid["payment"] == ("2023-11-30", State.KEPT)
    assert "court_other" not in paid


@pytest.mark.parametrize("end", ["closed", "not_filed"])
def test_after_the_end_nothing_is_open(end):
    file = a_case(found="2023-04-20", checked="2023-05-20", **{end: "2023-06-01"})
    assert {state for _, state in told(file, day("2024-01-01")).values()} == {State.LATE}
    assert due_items([file], PLAN, day("2024-01-01")) == []


def test_what_is_dated_later_is_not_known_yet():
    file = a_case(checked="2023-04-27", filed="2023-05-20")
    assert told(file, day("2023-05-16"))["filing"] == ("2023-05-15", State.OVERDUE)
    assert told(file, day("2023-05-20"))["filing"] == ("2023-05-15", State.LATE)
    assert told(file, day("2023-04-26")) == {}


def test_receipts_are_waited_for_even_when_the_case_is_closed():
    sent = Transfer("police", "线索", sent_on="2023-09-28")
    got = Transfer("water", "线索", sent_on="2023-09-28", receipt_on="2023-10-09")
    file = a_case(transfers=(sent, got), closed="2023-10-10")
    found = deadlines_of(file, PLAN, day("2023-10-20"))
    # 10-7 … 10-13 are seven, 10-16, 10-17, 10-18 the rest
    assert [(one.code, one.due.isoformat(), one.state) for one in found] == [
        ("receipt_police", "2023-10-18", State.OVERDUE),
        ("receipt_water", "2023-10-18", State.KEPT),
    ]
    assert [one.transfer for one in found] == [1, 2]
    # On the day before, the receipt was not there yet.
    (before,) = deadlines_of(a_case(transfers=(got,)), PLAN, day("2023-10-08"))
    assert (before.state, before.done) == (State.DUE, None)


def test_the_list_has_overdue_first_then_what_is_soonest():
    files = [
        a_case("丙", notified="2023-06-01"),
        a_case("甲", checked="2023-05-30"),
        a_case("乙", checked="2023-05-04"),
        a_case("丁", checked="2023-05-29"),
    ]
    found = due_items(files, PLAN, day("2023-06-01"))
    assert [(one.file.case.number, one.state) for one in found] == [
        ("乙", State.OVERDUE),
        ("丁", State.DUE),
        ("甲", State.DUE),
        ("丙", State.WAITING),
    ]
    # 乙: 5-5, 5-6 (worked), 5-8 … 5-12, 5-15 … 5-17
    assert found[0].due == day("2023-05-17")
    assert found[0].days_left(day("2023-06-01")) == -15


def test_a_year_without_holidays_is_told():
    (one,) = deadlines_of(a_case(checked="2027-09-30"), PLAN, day("2027-10-01"))
    assert one.due == day("2027-10-14")
    assert not one.certain


def test_a_mistyped_day_ends_nothing():
    assert told(a_case(checked="2023-13-45", filed="9999-12-01"), day("9999-12-30")) == {}


# What does not fit


def messages(file, today="2024-01-01"):
    return {str(one.message): one.severity for one in case_findings(file, PLAN, day(today))}


@given(
    st.decimals(0, 10**9, places=2, allow_nan=False),
    st.decimals(0, 10**9, places=2, allow_nan=False),
)
def test_more_carried_out_than_decided_is_told_and_not_clipped(decided, done):
    penalty = Penalty("fine", decided, "2023-07-01", "", done, "2023-07-20")
    assert remains(penalty) == decided - done
    found = [one for one in messages(a_case(penalties=(penalty,))) if "more carried out" in one]
    assert bool(found) == (done > decided)
    if found:
        assert str(done - decided) in found[0]


def test_carried_out_without_a_decision():
    penalty = Penalty("demolition", None, "", "", Decimal(3), "2023-07-20")
    assert remains(penalty) is None
    assert any("nothing is decided" in one for one in messages(a_case(penalties=(penalty,))))


def test_filed_and_not_filed_contradict_each_other():
    both = a_case(filed="2023-06-01", reason="slight")
    assert messages(both)["The case is filed, and there is a reason why it is not."] is (
        Severity.ERROR
    )
    assert "It is not filed, and the reason is missing." in messages(a_case(not_filed="2023-06-01"))
    unexplained = messages(a_case(not_filed="2023-06-01", reason="joint"))
    assert any("has to be explained" in one for one in unexplained)
    explained = a_case(not_filed="2023-06-01", reason="joint", explanation="乡镇组织整治")
    assert messages(explained) == {}


def test_days_out_of_order_and_to_come():
    found = messages(a_case(checked="2023-06-10", filed="2023-06-01", decided="2024-02-01"))
    assert any("is before" in one for one in found)
    assert any("still to come" in one for one in found)


def test_a_transfer_needs_what_and_when():
    found = messages(a_case(transfers=(Transfer("police"),)))
    assert sorted(found.values(), key=str) == [Severity.ERROR, Severity.ERROR]
    back = Transfer("police", "线索", sent_on="2023-06-02", receipt_on="2023-06-01")
    assert any("received before" in one for one in messages(a_case(transfers=(back,))))


def test_codes_of_another_plan_are_told():
    file = a_case(
        penalties=(Penalty("x"),), transfers=(Transfer("y"),), reason="z", future="2023-01-01"
    )
    unknown = [one for one in messages(file) if "does not know" in one]
    assert [code for code in ("x", "y", "z", "future") if any(f" {code}." in o for o in unknown)]
    assert len(unknown) == 4


def test_terms_are_named_in_the_readers_language():
    file = a_case(not_filed="2023-06-01", reason="joint")
    (found,) = case_findings(file, PLAN, day("2024-01-01"), lambda label: label.en)
    assert "Put right jointly by the government" in str(found.message)


def test_a_stop_notice_alone_is_no_trouble():
    file = CaseFile(Case("1", "", "", ()), StopNotice("停1", "2023-05-01"))
    assert messages(file) == {}
