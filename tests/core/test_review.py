"""Where a parcel stands, and who may do what: the plan's rules, case by case."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.errors import PlanError, ReviewRefused
from tuban.core.plan import load_plan
from tuban.core.plan.reader import Node
from tuban.core.plan.review import read_review
from tuban.core.review import Stage, answer_return, deadline_of, give_review, state_of, why_not
from tuban.core.review.state import next_round
from tuban.core.rounds import (
    AnswerKind,
    Office,
    Outcome,
    ReturnAnswer,
    Review,
    Rounds,
    Submitted,
)

PLAN = load_plan("liaocheng-2023")
TODAY = date(2023, 4, 23)


def sent(submission, number=1, content="a"):
    return Submitted(submission, number, content, "2023-04-21")


def review(submission, outcome, number=1):
    return Review(submission, number, outcome, "2023-04-23", "市")


def answer(submission, kind=AnswerKind.CORRECTED, number=1):
    return ReturnAnswer(submission, number, kind, "2023-04-24", "县")


PASSED, RETURNED, OVERRIDDEN = Outcome.PASSED, Outcome.RETURNED, Outcome.OVERRIDDEN


@pytest.mark.parametrize(
    ("submitted", "reviews", "answers", "stage"),
    [
        ((), (), (), Stage.JUDGED),
        ((sent(9),), (), (), Stage.SUBMITTED),
        ((sent(9),), (review(9, RETURNED),), (), Stage.RETURNED),
        ((sent(9),), (review(9, RETURNED),), (answer(9),), Stage.CORRECTED),
        ((sent(9), sent(20, 2)), (review(9, RETURNED),), (answer(9),), Stage.SUBMITTED),
        ((sent(9), sent(20, 2)), (review(9, RETURNED), review(20, PASSED, 2)), (), Stage.PASSED),
        # The city returned what the county had meanwhile handed up anew.
        ((sent(20), sent(9)), (review(9, RETURNED),), (), Stage.SUBMITTED),
        # The answer to the first return does not answer the second.
        (
            (sent(9), sent(20, 2)),
            (review(9, RETURNED), review(20, RETURNED, 2)),
            (answer(9),),
            Stage.RETURNED,
        ),
        # What is handed up after the city's own verdict does not undo it.
        (
            (sent(9), sent(20, 2)),
            (review(9, RETURNED), review(9, OVERRIDDEN)),
            (),
            Stage.OVERRIDDEN,
        ),
        # The city thought better of it.
        ((sent(9),), (review(9, RETURNED), review(9, PASSED)), (answer(9),), Stage.PASSED),
        ((), (review(0, OVERRIDDEN, 0),), (), Stage.OVERRIDDEN),
    ],
)
def test_stages(submitted, reviews, answers, stage):
    assert state_of(Rounds(submitted, reviews, answers), True).stage is stage


def test_issued_until_it_is_judged_and_changed_since_it_was_handed_up():
    assert state_of(Rounds(), False).stage is Stage.ISSUED
    assert state_of(Rounds((sent(9),)), True, "a").changed is False
    assert state_of(Rounds((sent(9),)), True, "b").changed is True


def test_rounds_count_returns_of_what_was_handed_up():
    assert next_round(Rounds()) == 1
    assert next_round(Rounds((sent(9),))) == 1
    returned = Rounds((sent(9), sent(20, 2)), (review(9, RETURNED), review(9, RETURNED)))
    assert next_round(returned) == 2
    assert next_round(Rounds(), before=1) == 2
    elsewhere = Rounds((sent(9),), (review(5, RETURNED),))
    assert next_round(elsewhere) == 1


@given(st.permutations([sent(3), sent(9), sent(20)]))
def test_the_order_in_which_it_became_known_does_not_matter(submitted):
    assert state_of(Rounds(tuple(submitted)), True).submission == 20


# 工作方案 三（三）: corrected by the 25th. What is returned then or later has days of Tuban's own.
@pytest.mark.parametrize(
    ("day", "due"), [(22, "2023-04-25"), (24, "2023-04-25"), (25, "2023-04-28"), (29, "2023-05-02")]
)
def test_deadlines(day, due):
    assert deadline_of("2023-04", date(2023, 4, day), PLAN).isoformat() == due


def dossier(rounds):
    return SimpleNamespace(
        rounds=rounds,
        county_verdict=True,
        parcel=SimpleNamespace(number="P_1"),
        patch=SimpleNamespace(month="2023-04"),
    )


@pytest.mark.parametrize(
    ("action", "office", "rounds", "word"),
    [
        ("pass", Office.COUNTY, Rounds((sent(9),)), "not for the"),
        ("pass", Office.CITY, Rounds(), "not been handed up"),
        ("pass", Office.CITY, Rounds((sent(9),)), None),
        ("override", Office.CITY, Rounds((sent(9),)), "only after 1 returns"),
        ("override", Office.CITY, Rounds((sent(9),), (review(9, RETURNED),)), None),
        ("correct", Office.COUNTY, Rounds((sent(9),)), "not been returned"),
        ("correct", Office.CITY, Rounds((sent(9),), (review(9, RETURNED),)), "not for the"),
        ("correct", Office.COUNTY, Rounds((sent(9),), (review(9, RETURNED),)), None),
    ],
)
def test_who_may_do_what(action, office, rounds, word):
    refusal = why_not(action, office, dossier(rounds), PLAN)
    assert (refusal is None) if word is None else (word in str(refusal))


@pytest.mark.parametrize(
    ("outcome", "reasons", "words", "word"),
    [
        (RETURNED, (), "", "needs a reason"),
        (RETURNED, ("nonsense",), "", "no reason “nonsense”"),
        (RETURNED, ("other",), " ", "has to be written out"),
        (OVERRIDDEN, (), "", "own verdict needs a reason"),
    ],
)
def test_what_a_review_has_to_say(outcome, reasons, words, word):
    returned = dossier(Rounds((sent(9),), (review(9, RETURNED),)))
    with pytest.raises(ReviewRefused, match=word):
        give_review(
            *(returned, outcome, PLAN, Office.CITY, "市", TODAY), reasons=reasons, words=words
        )


def test_who_keeps_a_verdict_says_why():
    returned = dossier(Rounds((sent(9),), (review(9, RETURNED),)))
    given = (returned, AnswerKind.KEPT, PLAN, Office.COUNTY, "县", TODAY)
    with pytest.raises(ReviewRefused, match="has to say why"):
        answer_return(*given)
    assert answer_return(*given, words="属实").submission == 9


def test_the_plan_names_units_and_reasons():
    # 八县（市、区） and three branches without a six-digit code.
    assert len(PLAN.units) == 11
    assert [one.code for one in PLAN.units if one.branch] == ["LC-JKQ", "LC-GXQ", "LC-DJQ"]
    assert PLAN.review_rules.reason("handling_missing").about == "cases"
    assert load_plan("example-2025").review_rules.after_returns == 2


def test_a_wrong_description_is_refused():
    node = PLAN.section("review").value
    wrong = {**node, "reasons": [node["reasons"][0], node["reasons"][0]]}
    with pytest.raises(PlanError, match="is there twice"):
        read_review(Node("review.json", "", wrong))
    wrong = {**node, "may": [{"action": "pass", "offices": ["province"], "origin": "plan"}]}
    with pytest.raises(PlanError, match="county, city is expected"):
        read_review(Node("review.json", "", wrong))
