"""Putting right: what is recorded of the parcel at hand, and what would follow of what is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Dict, FrozenSet, Optional, Sequence, Tuple

from ..core.casebook import saying
from ..core.legality import military_patches
from ..core.model import Dossier
from ..core.rectification import (
    Standing,
    apply_for,
    due_again,
    effective_verdict,
    give_acceptance,
    inspect_first,
    plan_rectification,
    standing,
    why_not,
)
from ..core.rectification.basis import kept
from ..core.rectification.measuring import Measured, measure_outline
from ..core.rectified import (
    Acceptance,
    Measure,
    Rectification,
    VerdictKept,
)
from ..core.text import Text
from .session import Session

NO_VERDICT = VerdictKept("", "", "", "", "")


@dataclass(frozen=True)
class Looked:
    """What the county typed of its inspection."""

    on: date
    inspectors: Tuple[str, ...]
    in_place: bool
    finding: str


@dataclass(frozen=True)
class Asked:
    """What the county typed of its application."""

    on: date
    by: str
    document: str


@dataclass(frozen=True)
class Seen:
    """What the city typed of its inspection; ``by_when`` None is the plan's term. Of ``items``
    None does not apply."""

    on: date
    inspectors: Tuple[str, ...]
    items: Dict[str, Optional[bool]]
    in_place: bool
    outline: str = ""
    missing: str = ""
    by_when: Optional[date] = None
    note: str = ""


def stands(session: Session) -> Standing:
    """Where the parcel at hand stands today."""
    return standing(session.dossier, session.plan, session.today)


def refusal(session: Session, action: str) -> Optional[Text]:
    """Why this casebook's office may not do this with the parcel at hand; None when it may."""
    office, plan = session.book.office, session.plan
    return why_not(action, office, session.dossier, plan, _hidden(session))


def _hidden(session: Session) -> FrozenSet[str]:
    """The patch at hand, when any parcel of it is military."""
    patch = session.book.dossiers_of([session.dossier.patch.number])
    return military_patches(patch, session.plan)


def as_typed(dossier: Dossier, measures: Sequence[Measure], due: str) -> Dossier:
    """The parcel as it would be with these measures."""
    known, verdict = dossier.put_right.rectification, effective_verdict(dossier)
    answers = known.verdict if known else kept(verdict) if verdict else NO_VERDICT
    new = Rectification(answers, tuple(measures), due)
    return replace(dossier, put_right=replace(dossier.put_right, rectification=new))


def rectify(
    session: Session, measures: Sequence[Measure], due: str, responsible: str, note: str
) -> bool:
    """Record how the parcel at hand is put right; nothing typed takes it out.

    Raises :class:`RectificationRefused` when the plan does not allow it.
    """
    dossier, plan, office = session.dossier, session.plan, session.book.office
    is_empty = not (measures or due or responsible or note)
    if is_empty and dossier.put_right.rectification is None:
        return False
    hidden = _hidden(session)
    new = plan_rectification(dossier, measures, plan, office, due, responsible, note, hidden)
    return session.record(saying.rectified(dossier, None if is_empty else new))


def inspect_and_apply(session: Session, looked: Optional[Looked], asked: Optional[Asked]) -> bool:
    """Record the county's inspection, its application, or both, all or nothing."""
    dossier, plan, office = session.dossier, session.plan, session.book.office
    hidden = _hidden(session)
    changes = []
    if looked is not None:
        typed = (looked.on, looked.inspectors, looked.in_place, looked.finding)
        made = inspect_first(dossier, plan, office, *typed, hidden)
        new = (*dossier.put_right.preliminary, made)
        changes += saying.inspected_first(dossier, new)
        dossier = _with(dossier, preliminary=new)
    if asked is not None:
        given = apply_for(dossier, plan, office, asked.on, asked.by, asked.document, hidden)
        changes += saying.applied(dossier, (*dossier.put_right.applications, given))
    return session.record(changes)


def accept(session: Session, seen: Seen) -> bool:
    """Record the city's inspection of the parcel at hand."""
    dossier = session.dossier
    given = give_acceptance(
        dossier,
        session.plan,
        session.book.office,
        seen.on,
        seen.inspectors,
        seen.items,
        seen.in_place,
        measured(session, seen.outline),
        seen.missing,
        seen.by_when,
        seen.note,
        _hidden(session),
    )
    return session.record(saying.accepted(dossier, (*dossier.put_right.acceptances, given)))


def measured(session: Session, outline: str) -> Optional[Measured]:
    """What an outline (WKB in hex) measures beside the parcel at hand; None without one."""
    if not outline:
        return None
    factor = session.plan.area_rules.mu_per_m2
    return measure_outline(bytes.fromhex(outline), session.dossier.parcel.geometry, factor)


def seen_so(session: Session, seen: Seen) -> Dossier:
    """The parcel at hand as it would be with this inspection."""
    found = measured(session, seen.outline)
    new = Acceptance(
        seen.on.isoformat(),
        seen.inspectors,
        seen.items,
        seen.in_place,
        seen.outline,
        found.measured_mu if found else None,
        found.inside_mu if found else None,
        seen.missing,
        seen.by_when.isoformat() if seen.by_when else "",
        seen.note,
    )
    dossier = session.dossier
    return _with(dossier, acceptances=(*dossier.put_right.acceptances, new))


def by_when(session: Session, on: date) -> date:
    """By when what is not in place on a day has to be, as the plan says."""
    return due_again(on, session.plan)


def _with(dossier: Dossier, **parts: object) -> Dossier:
    return replace(dossier, put_right=replace(dossier.put_right, **parts))
