"""The proposal for the parcel at hand, and what it was before its figures or evidence changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Tuple

from ..core.casebook import Recorded
from ..core.casebook.earlier import WATCHED, before
from ..core.legality import (
    Asked,
    Changed,
    Proposal,
    changed_facts,
    is_military,
    propose,
    unanswered,
)
from ..core.plan import EvidenceKind
from .session import Session

LOOK_BACK = 20


@dataclass(frozen=True)
class Former:
    """What was proposed before, until the entry that changed it, and what that changed."""

    proposal: Proposal
    entry: Recorded
    changed: Tuple[Changed, ...]


def proposal_of(session: Session) -> Optional[Proposal]:
    """The plan's proposal for the parcel at hand; ``None`` without a parcel, or without rules."""
    if session.dossier is None:
        return None
    return propose(session.dossier, session.plan)


def former_proposal(session: Session, now: Proposal) -> Optional[Former]:
    """The proposal before the newest change of figures or evidence, if it was another one."""
    entries = session.book.history(session.number, LOOK_BACK)
    entry = next((one for one in entries if one.kind in WATCHED), None)
    earlier = before(session.dossier, entry) if entry else None
    # Before its first figures a parcel had no proposal to speak of.
    if entry is None or earlier is None or earlier.figures is None:
        return None
    then = propose(earlier, session.plan)
    if then is None or then.verdict == now.verdict:
        return None
    return Former(then, entry, tuple(changed_facts(earlier, session.dossier, session.plan)))


def questions_open(session: Session) -> List[Asked]:
    """What the verdict on the parcel at hand has to answer before it can be handed up."""
    dossier, plan = session.dossier, session.plan
    # Military land goes its own way, and is not asked for anything here.
    if dossier is None or is_military(dossier, plan):
        return []
    return list(unanswered(dossier, plan))


def kinds_to_ask(session: Session, proposal: Optional[Proposal]) -> List[EvidenceKind]:
    """The kinds of evidence worth a row in the form: missing, recorded, asked by the verdict."""
    dossier, plan = session.dossier, session.plan
    wanted = {one.code for one in proposal.missing} if proposal else set()
    wanted |= set(dossier.evidence)
    for required in (True, False):
        wanted |= {one.kind.code for one in unanswered(dossier, plan, required)}
    return [kind for code, kind in plan.lists.evidence.items() if code in wanted]
