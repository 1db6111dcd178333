"""Reviews and answers as the plan allows them (``review.json``)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Optional, Sequence

from ..errors import ReviewRefused
from ..model import Dossier
from ..plan import Plan
from ..rounds import AnswerKind, Office, Outcome, ReturnAnswer, Review
from ..text import Text, text
from .state import ReviewState, Stage, state_of

ACTION_OF = {
    Outcome.PASSED: "pass",
    Outcome.RETURNED: "return",
    Outcome.OVERRIDDEN: "override",
}
ANSWER_OF = {AnswerKind.CORRECTED: "correct", AnswerKind.KEPT: "keep"}


def deadline_of(month: str, today: date, plan: Plan) -> date:
    """The day by which what is returned today has to be corrected.

    Before the plan's correction day that day; later so many days as the plan gives.
    """
    day = date.fromisoformat(f"{month}-{plan.calendar.correction_day:02d}")
    return day if today < day else today + timedelta(days=plan.review_rules.late_days)


def where_it_stands(dossier: Dossier, content: str = "") -> ReviewState:
    """The state of a parcel."""
    return state_of(dossier.rounds, dossier.county_verdict is not None, content)


def why_not(action: str, office: Office, dossier: Dossier, plan: Plan) -> Optional[Text]:
    """Why an office may not do this now; ``None`` when it may.

    ``action`` is one of ``pass``, ``return``, ``override``, ``correct``, ``keep``.
    """
    if office not in plan.review_rules.may[action]:
        return text("This is not for the {office} to do.", office=office.label)
    state = where_it_stands(dossier)
    if action in ("correct", "keep"):
        if state.stage not in (Stage.RETURNED, Stage.CORRECTED):
            return text("It has not been returned.")
        return None
    if action == "override":
        return _why_no_override(state, dossier, plan)
    if state.submitted is None:
        return text("It has not been handed up.")
    return None


def _why_no_override(state: ReviewState, dossier: Dossier, plan: Plan) -> Optional[Text]:
    needed = plan.review_rules.after_returns
    returns = sum(one.outcome is Outcome.RETURNED for one in dossier.rounds.reviews)
    if returns < needed:
        return text(
            "The city decides itself only after {needed} returns; so far there are {count}.",
            needed=needed,
            count=returns,
        )
    return None


def give_review(
    dossier: Dossier,
    outcome: Outcome,
    plan: Plan,
    office: Office,
    who: str,
    today: date,
    reasons: Sequence[str] = (),
    words: str = "",
    deadline: Optional[date] = None,
) -> Review:
    """A review of the parcel as it was last handed up.

    :raises ReviewRefused: the plan does not allow it, or a reason or text is missing.
    """
    refusal = why_not(ACTION_OF[outcome], office, dossier, plan)
    if refusal is None and outcome is not Outcome.PASSED:
        refusal = _what_is_missing(outcome, reasons, words, plan)
    if refusal is not None:
        raise ReviewRefused(text("{parcel}: {why}", parcel=dossier.parcel.number, why=refusal))
    state = where_it_stands(dossier)
    due = ""
    if outcome is Outcome.RETURNED:
        due = (deadline or deadline_of(dossier.patch.month, today, plan)).isoformat()
    return Review(
        submission=state.submission,
        round=state.submitted.round if state.submitted else 0,
        outcome=outcome,
        day=today.isoformat(),
        who=who,
        reasons=tuple(reasons),
        text=words.strip(),
        deadline=due,
    )


def _what_is_missing(
    outcome: Outcome, reasons: Sequence[str], words: str, plan: Plan
) -> Optional[Text]:
    rules = plan.review_rules
    for code in reasons:
        reason = rules.reason(code)
        if reason is None:
            return text("The plan has no reason “{code}”.", code=code)
        if reason.needs_text and not words.strip():
            return text("“{reason}” has to be written out.", reason=reason.term.label.zh)
    if outcome is Outcome.RETURNED and not reasons:
        return text("A return needs a reason.")
    if outcome is Outcome.OVERRIDDEN and rules.needs_reason and not (reasons or words.strip()):
        return text("The city's own verdict needs a reason.")
    return None


def answer_return(
    dossier: Dossier,
    kind: AnswerKind,
    plan: Plan,
    office: Office,
    who: str,
    today: date,
    words: str = "",
) -> ReturnAnswer:
    """The county's answer to the return that stands.

    :raises ReviewRefused: nothing was returned, or it is kept without a reason.
    """
    refusal = why_not(ANSWER_OF[kind], office, dossier, plan)
    if refusal is None and kind is AnswerKind.KEPT and not words.strip():
        refusal = text("Who stands by a verdict has to say why.")
    review = where_it_stands(dossier).review
    if refusal is not None or review is None:
        why = refusal or text("It has not been returned.")
        raise ReviewRefused(text("{parcel}: {why}", parcel=dossier.parcel.number, why=why))
    return ReturnAnswer(
        review.submission, review.round, kind, today.isoformat(), who, words.strip()
    )
