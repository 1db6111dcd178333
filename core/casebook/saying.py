"""From what a person says of a parcel to the changes that record it; nothing new, no changes."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

from ..model import Answer, Dossier, Evidence, FieldCheck, Verdict, VerdictLevel
from ..plan import Plan
from ..rectified import Acceptance, Application, Preliminary, Recheck, Rectification
from . import events
from .journal import Event


def judged(shown: Dossier, category: str, subcategory: str, reason: str, plan: Plan) -> List[Event]:
    """The county's verdict on the parcel, under this plan."""
    number, old = shown.parcel.number, shown.county_verdict
    county = VerdictLevel.COUNTY
    new = Verdict(number, county, category, subcategory, reason, plan.id, plan.sha256)
    return [] if new == old else [events.verdict_given(new, old)]


def flags_answered(shown: Dossier, answers: Dict[str, Answer]) -> List[Event]:
    """All answers to the parcel's flags."""
    if answers == shown.flags:
        return []
    return [events.flags_answered(shown.parcel.number, answers, shown.flags)]


def evidence_recorded(shown: Dossier, evidence: Dict[str, Evidence]) -> List[Event]:
    """All recorded evidence of the parcel."""
    if evidence == shown.evidence:
        return []
    return [events.evidence_recorded(shown.parcel.number, evidence, shown.evidence)]


def field_checked(shown: Dossier, check: FieldCheck) -> List[Event]:
    """The parcel's field check."""
    return [] if check == shown.field_check else [events.field_checked(check, shown.field_check)]


def second_look_wanted(shown: Dossier, why: str) -> List[Event]:
    """Why somebody should look again; no reason takes the flag off."""
    why, old = why.strip(), shown.notes.second_look
    return [] if why == old else [events.second_look_wanted(shown.parcel.number, why, old)]


def commented(shown: Dossier, words: str) -> List[Event]:
    """The comment on the parcel; none takes it off."""
    words, old = words.strip(), shown.notes.comment
    return [] if words == old else [events.commented(shown.parcel.number, words, old)]


def rectified(shown: Dossier, new: Optional[Rectification]) -> List[Event]:
    """How the parcel is put right; ``None`` takes all of it out."""
    old = shown.put_right.rectification
    return [] if new == old else [events.rectified(shown.parcel.number, new, old)]


def inspected_first(shown: Dossier, new: Sequence[Preliminary]) -> List[Event]:
    """All preliminary inspections of the parcel."""
    old = shown.put_right.preliminary
    return [] if tuple(new) == old else [events.inspected_first(shown.parcel.number, new, old)]


def applied(shown: Dossier, new: Sequence[Application]) -> List[Event]:
    """All applications for the parcel's inspection."""
    old = shown.put_right.applications
    return [] if tuple(new) == old else [events.applied(shown.parcel.number, new, old)]


def accepted(shown: Dossier, new: Sequence[Acceptance]) -> List[Event]:
    """All inspections of the parcel by the city."""
    old = shown.put_right.acceptances
    return [] if tuple(new) == old else [events.accepted(shown.parcel.number, new, old)]


def rechecked(shown: Dossier, new: Sequence[Recheck]) -> List[Event]:
    """All rechecks of the parcel."""
    old = shown.put_right.rechecks
    return [] if tuple(new) == old else [events.rechecked(shown.parcel.number, new, old)]
