"""When the parcel at hand is to be looked at again, in words."""

from __future__ import annotations

from datetime import date
from typing import List, Tuple

from ..core.casebook import events
from ..core.model import VerdictLevel
from ..core.oversight.recheck import rechecks_due
from .marks import mark_and_source, marked
from .session import Session
from .words import say, term, tr

LOOK_BACK = 50


def recheck_lines(session: Session) -> List[Tuple[str, str]]:
    """The day, what is looked at and the marks; and for a tooltip the source."""
    dossier, plan = session.dossier, session.plan
    verdict = dossier.county_verdict
    day = _given_on(session) if verdict else ""
    if not day:
        return []
    lines = []
    given_on = date.fromisoformat(day)
    for cycle, due in rechecks_due(verdict, given_on, plan, dossier.evidence):
        every = marked(tr("every {months} months").format(months=cycle.months), cycle.months_origin)
        what = marked(term(cycle.label), cycle.origin)
        source = mark_and_source(cycle.origin, plan.source_of("recheck"))
        tip = f"{source}\n{every}: {say(cycle.months_origin.label)}"
        lines.append((f"{due.isoformat()} · {what} · {every}", tip))
    return lines


def _given_on(session: Session) -> str:
    """The day of the county's newest verdict; empty when the journal's end does not have it."""
    county = f"{events.VERDICT}{VerdictLevel.COUNTY.value}"
    entries = session.book.history(session.number, LOOK_BACK)
    return next((entry.at[:10] for entry in entries if entry.kind == county), "")
