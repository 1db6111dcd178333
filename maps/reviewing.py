"""Reviews, returns and answers about the parcel at hand, and whose turn comes next."""

from __future__ import annotations

from datetime import date
from typing import Dict, Optional, Sequence

from ..core.casebook.review_changes import answered, reviewed
from ..core.exchange import content_of
from ..core.model import Verdict, VerdictLevel
from ..core.oversight.turns import next_turn
from ..core.review import ReviewState, answer_return, give_review, state_of
from ..core.rounds import AnswerKind, Office, Outcome
from .session import Session


def state_here(session: Session) -> ReviewState:
    """Where the parcel at hand stands between county and city."""
    dossier = session.dossier
    judged = dossier.county_verdict is not None
    return state_of(dossier.rounds, judged, content_of(dossier))


def review(
    session: Session,
    outcome: Outcome,
    reasons: Sequence[str] = (),
    words: str = "",
    deadline: Optional[date] = None,
    own: Optional[Verdict] = None,
) -> None:
    """Record the city's review; ``own`` is its verdict where it decides itself.

    Raises :class:`ReviewRefused` when the plan does not allow it or something is missing.
    """
    dossier, book = session.dossier, session.book
    given = give_review(
        dossier,
        outcome,
        session.plan,
        book.office,
        book.who,
        session.today,
        reasons,
        words,
        deadline,
    )
    session.record(reviewed(dossier, given, own))


def own_verdict(session: Session, category: str, subcategory: str, reason: str) -> Verdict:
    """The city's own verdict on the parcel at hand."""
    plan = session.plan
    level = VerdictLevel.CITY
    return Verdict(session.number, level, category, subcategory, reason, plan.id, plan.sha256)


def answer(session: Session, kind: AnswerKind, words: str = "") -> None:
    """Record the county's answer to the return that stands; raises :class:`ReviewRefused`."""
    dossier, book = session.dossier, session.book
    given = answer_return(dossier, kind, session.plan, book.office, book.who, session.today, words)
    session.record(answered(dossier, given))


def units_of(session: Session) -> Dict[str, str]:
    """The unit of each of the month's parcels that came in a package, by parcel."""
    senders = session.book.senders()
    return {row.parcel_number: senders.get(row.patch_number, "") for row in session.rows}


def show_next_turn(session: Session) -> bool:
    """Go to the next parcel that waits for this office, in the city of the same unit first."""
    book = session.book
    rounds = book.rounds(session.month)
    of_unit = units_of(session) if book.office is Office.CITY else None
    number = next_turn(session.rows, rounds, book.office, session.number, of_unit)
    number = number or next_turn(session.rows, rounds, book.office, session.number)
    if not number:
        return False
    session.show(number)
    return True
