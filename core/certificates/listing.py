"""The certificates of a month, and the parcels that wait for one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Iterable, List, Optional

from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan
from ..rectification.history import holding
from ..rectified import Certificate
from ..rounds import Office
from ..text import Text, text
from .issuing import why_not
from .verifying import Outcome, facts_hold


@dataclass(frozen=True)
class Listed:
    """A certificate, or a parcel in place that has none; ``state`` says which, or why not."""

    dossier: Dossier
    certificate: Optional[Certificate]
    outcome: Optional[Outcome]
    state: Text
    may_be_issued: bool = False

    @property
    def may_be_printed(self) -> bool:
        """True for what says what the record says, and for what says that it was revoked."""
        return self.outcome in (Outcome.GENUINE, Outcome.REVOKED)

    @property
    def alone(self) -> Dossier:
        """The parcel with this certificate only: what is to be printed."""
        several = (self.certificate,) if self.certificate else ()
        put_right = replace(self.dossier.put_right, certificates=several)
        return replace(self.dossier, put_right=put_right)


def listed(dossiers: Iterable[Dossier], plan: Plan, office: Office, day: date) -> List[Listed]:
    """By parcel, the oldest certificate first; nothing of military land."""
    known = list(dossiers)
    hidden = military_patches(known, plan)
    found: List[Listed] = []
    for one in known:
        if one.patch.number not in hidden:
            found += [_certified(one, each) for each in one.put_right.certificates]
            found += _waiting(one, plan, office, day)
    return found


def _certified(dossier: Dossier, certificate: Certificate) -> Listed:
    if certificate.revoked_on:
        words = text(
            "Revoked on {day}: {why}", day=certificate.revoked_on, why=certificate.revoked_why
        )
        return Listed(dossier, certificate, Outcome.REVOKED, words)
    holds = facts_hold(certificate, dossier)
    outcome = Outcome.GENUINE if holds else Outcome.CHANGED
    return Listed(dossier, certificate, outcome, text("Stands") if holds else outcome.label)


def _waiting(dossier: Dossier, plan: Plan, office: Office, day: date) -> List[Listed]:
    """The parcel, if it was found in place and no certificate of it stands."""
    accepted = holding(dossier.put_right).acceptance
    live = any(not one.revoked_on for one in dossier.put_right.certificates)
    if live or accepted is None or not accepted.in_place:
        return []
    why = why_not(dossier, plan, office, day)
    words = text("Accepted on {day}, without a certificate", day=accepted.on)
    return [Listed(dossier, None, None, why or words, why is None)]
