"""What a verdict still has to answer before it can be handed up. Nothing here stops saving it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Tuple

from ..model import Dossier
from ..plan import EvidenceKind, Plan, Question
from .conditions import all_hold
from .facts import Facts


@dataclass(frozen=True)
class Asked:
    """A question of the plan that the county's verdict raises, and whether it is answered."""

    question: Question
    kind: EvidenceKind
    answered: bool


def questions(dossier: Dossier, plan: Plan) -> Tuple[Asked, ...]:
    """The questions that the county's verdict raises, in the plan's order; none without one."""
    return _raised(dossier, plan, plan.rules.questions)


def _raised(dossier: Dossier, plan: Plan, among: Iterable[Question]) -> Tuple[Asked, ...]:
    verdict = dossier.county_verdict
    if verdict is None:
        return ()
    facts = Facts(dossier, plan)
    asked: List[Asked] = []
    for question in among:
        if verdict.category not in question.categories:
            continue
        if question.subcategories and verdict.subcategory not in question.subcategories:
            continue
        # What depends on another answer is asked once that answer is there.
        if all_hold(question.when, facts).holds:
            kind = plan.lists.evidence[question.evidence]
            asked.append(Asked(question, kind, facts.is_there(kind)))
    return tuple(asked)


def unanswered(dossier: Dossier, plan: Plan, required: bool = True) -> Tuple[Asked, ...]:
    """The questions without an answer that have to be answered, or (False) that should be."""
    among = (one for one in plan.rules.questions if one.required is required)
    return tuple(one for one in _raised(dossier, plan, among) if not one.answered)
