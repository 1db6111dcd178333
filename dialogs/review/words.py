"""How verdicts, stages and returns are said in the windows of the review."""

from __future__ import annotations

from datetime import date
from typing import List, Optional

from ...core.model import Dossier, Verdict, VerdictLevel
from ...core.plan import Plan
from ...core.review import ReviewState, Stage
from ...core.rounds import Review
from ...core.text import SEMICOLON
from ...maps import proposal_words
from ...maps.words import say, term, tr
from ..parts.colours import ALARM, GOOD, HURRY

STAGE_COLOURS = {
    Stage.RETURNED: ALARM,
    Stage.CORRECTED: HURRY,
    Stage.SUBMITTED: HURRY,
    Stage.PASSED: GOOD,
    Stage.OVERRIDDEN: GOOD,
}


def verdict_words(verdict: Optional[Verdict], plan: Plan) -> str:
    """Category and subcategory; a dash where there is no verdict."""
    if verdict is None:
        return "—"
    return proposal_words.verdict_words(verdict.category, verdict.subcategory, plan)


def side_by_side(dossier: Dossier, plan: Plan) -> str:
    """The verdicts that there are in one line, the city's first; which of them became final.

    The final one stands by itself where the county has judged otherwise since.
    """
    given = dict(dossier.verdicts)
    final = given.get(VerdictLevel.FINAL)
    by_weight = (VerdictLevel.CITY, VerdictLevel.COUNTY)
    alike = [level for level in by_weight if level in given and _is_alike(given[level], final)]
    words = []
    for level in by_weight if alike else (VerdictLevel.FINAL, *by_weight):
        if level in given:
            template = (
                tr("{level} (final): {verdict}") if level in alike[:1] else tr("{level}: {verdict}")
            )
            verdict = verdict_words(given[level], plan)
            words.append(template.format(level=say(level.label), verdict=verdict))
    return "　".join(words)


def _is_alike(verdict: Verdict, final: Optional[Verdict]) -> bool:
    judged = (verdict.category, verdict.subcategory)
    return final is not None and judged == (final.category, final.subcategory)


def state_words(state: ReviewState, today: date) -> str:
    """Stage, round and, for what was returned, the days left."""
    words = say(state.stage.label)
    if state.round:
        words = tr("{stage}, round {round}").format(stage=words, round=state.round)
    review = state.review
    if state.stage in (Stage.RETURNED, Stage.CORRECTED) and review and review.deadline:
        words += " · " + due_words(date.fromisoformat(review.deadline), today)
    return words


def due_words(day: date, today: date) -> str:
    """A day with the days left to it."""
    days = (day - today).days
    if days < 0:
        return tr("{day}: overdue by {days} days").format(day=day.isoformat(), days=-days)
    return tr("{day}: {days} days left").format(day=day.isoformat(), days=days)


def reason_words(review: Review, plan: Plan) -> str:
    """The coded reasons in the plan's words, and what was written."""
    named = [plan.review_rules.reason(code) for code in review.reasons]
    codes = [term(one.term.label) if one else code for one, code in zip(named, review.reasons)]
    return say(SEMICOLON).join([*codes, *([review.text] if review.text else [])])


def with_reason(words: str, why: str) -> str:
    """What somebody said, and why if they told it."""
    return tr("{name}: {words}").format(name=words, words=why) if why else words


def remarks(dossier: Dossier, plan: Plan) -> List[str]:
    """Everything that went to and fro, a line each, the newest first."""
    rounds = dossier.rounds
    lines = [
        (one.day, 0, tr("{day} handed up, round {round}").format(day=one.day, round=one.round))
        for one in rounds.submitted
    ]
    for review in rounds.reviews:
        words = tr("{day} {outcome} by {who}").format(
            day=review.day, outcome=say(review.outcome.label), who=review.who
        )
        why = reason_words(review, plan)
        lines.append((review.day, 1, with_reason(words, why)))
    for given in rounds.answers:
        words = tr("{day} {answer} by {who}").format(
            day=given.day, answer=say(given.kind.label), who=given.who
        )
        lines.append((given.day, 2, with_reason(words, given.text)))
    return [line for _, _, line in sorted(lines, reverse=True)]
