"""When the parcel at hand is to be looked at again, in words."""

from __future__ import annotations

from datetime import date
from typing import List, Tuple

from ..core.casebook.queries import verdict_days
from ..core.model import VerdictLevel
from ..core.oversight.recheck import RecheckDue, rechecks_due
from ..core.plan import Plan, Recheck
from ..core.rectification import effective_verdict
from .marks import mark_and_source, marked
from .session import Session
from .words import say, term, tr


def recheck_lines(session: Session) -> List[Tuple[str, str]]:
    """The day, what is looked at and the marks; and for a tooltip the source."""
    dossier, plan = session.dossier, session.plan
    verdict = effective_verdict(dossier)
    day = _given_on(session, verdict.level) if verdict else ""
    given_on = date.fromisoformat(day) if day else None
    return [_line(one, plan) for one in rechecks_due(dossier, given_on, plan)]


def _line(one: RecheckDue, plan: Plan) -> Tuple[str, str]:
    rule = one.rule
    words = [one.due.isoformat(), marked(term(rule.label), rule.origin)]
    tip = [mark_and_source(rule.origin, plan.source_of("recheck"))]
    if isinstance(rule, Recheck):
        every = marked(tr("every {months} months").format(months=rule.months), rule.months_origin)
        words.append(every)
        tip.append(f"{every}: {say(rule.months_origin.label)}")
    if one.last:
        tip.append(tr("Looked at last on {day}").format(day=one.last))
    return " · ".join(words), "\n".join(tip)


def _given_on(session: Session, level: VerdictLevel) -> str:
    """The day of the verdict; empty when there is none."""
    with session.book.reading() as connection:
        days = verdict_days(connection, session.number)
    return days.get((session.number, level.value), "")[:10]
