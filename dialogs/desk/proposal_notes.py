"""What a proposal rests on, line by line, each fact with the mark of its origin."""

from __future__ import annotations

from html import escape
from typing import List

from ...core.legality import Proposal
from ...core.plan import Rule
from ...core.text import COMMA
from ...maps.marks import badge
from ...maps.proposal_words import (
    changed_words,
    cited_words,
    limit_words,
    missing_words,
    origin_of_used,
    possible_words,
    used_words,
    verdict_words,
)
from ...maps.proposing import former_proposal, questions_open
from ...maps.session import Session
from ...maps.words import say, term, tr

MOST_POSSIBLE = 3
MOST_CHANGED = 6


def notes_of(proposal: Proposal, session: Session) -> str:
    """All lines as rich text: rule, citation, limits, a split, what it was before, what is
    missing or to answer, and each figure used."""
    plan = session.plan
    lines = _rule_lines(proposal, session)
    if proposal.split is not None:
        split = tr("Split along {document} ({percent} %)").format(
            document=proposal.split.document, percent=proposal.split.percent
        )
        lines.append(escape(split))
    possible = possible_words(proposal, plan)
    if 0 < len(possible) <= MOST_POSSIBLE:
        lines.append(escape(tr("Possible: {verdicts}").format(verdicts=" / ".join(possible))))
    lines += _news(proposal, session)
    lines += _gaps(proposal, session)
    for used in proposal.used:
        origin = origin_of_used(used, plan)
        mark = f" {badge(origin)}" if origin else ""
        lines.append(f"· {escape(used_words(used, plan))}{mark}")
    return "<br>".join(lines)


def _rule_lines(proposal: Proposal, session: Session) -> List[str]:
    rule, plan = proposal.rule, session.plan
    if rule is None:
        return []
    lines = []
    if proposal.is_certain or proposal.split:
        lines.append(f"{escape(term(rule.reason))} {badge(rule.origin)}")
    mark = say(rule.origin.label)
    named = escape(tr("Rule: {rule} ({origin})").format(rule=rule.id, origin=mark))
    lines.append(f"<small>{named}</small>")
    lines += _cited(rule)
    limits = [plan.lists.limits[code] for code in plan.rules.limits_of(rule)]
    lines += [f"· {escape(limit_words(one))} {badge(one.origin)}" for one in limits]
    return lines


def _cited(rule: Rule) -> List[str]:
    return [f"{escape(cited_words(one))} {badge(one.document.origin)}" for one in rule.cites]


def _news(proposal: Proposal, session: Session) -> List[str]:
    lines = []
    former = former_proposal(session, proposal)
    if former is not None:
        then, plan = former.proposal, session.plan
        words = verdict_words(then.category, then.subcategory, plan)
        day = former.entry.at[:10]
        told = tr("Proposed until {day}: {verdict}").format(day=day, verdict=words)
        now = verdict_words(proposal.category, proposal.subcategory, plan)
        lines.append(f"<b>{escape(told)} → {escape(now)}</b>")
        changed = [changed_words(one, plan) for one in former.changed[:MOST_CHANGED]]
        lines += [f"· {escape(one)}" for one in changed]
    verdict = session.dossier.county_verdict
    given = (verdict.category, verdict.subcategory) if verdict else proposal.verdict
    if proposal.is_certain and given != proposal.verdict:
        lines.append(escape(tr("The verdict differs from the proposal: give the reason.")))
    return lines


def _gaps(proposal: Proposal, session: Session) -> List[str]:
    lines = []
    if proposal.missing:
        words = (
            f"{escape(missing_words(one, session.plan))} {badge(one.origin)}"
            for one in proposal.missing
        )
        lines.append(tr("Missing: {what}").format(what=say(COMMA).join(words)))
    asked = questions_open(session)
    if asked:
        words = (f"{escape(term(one.kind.label))} {badge(one.question.origin)}" for one in asked)
        lines.append(tr("To answer before submission: {what}").format(what=say(COMMA).join(words)))
    return lines
