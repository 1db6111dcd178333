"""复核 that is due: per parcel, month and person; by the plan's cycles and terms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from ..casebook import Casebook
from ..casebook.queries import verdict_days
from ..legality import military_patches
from ..model import Dossier
from ..oversight.recheck import RecheckDue, rechecks_due
from ..plan import Plan
from ..rectification import effective_verdict


@dataclass(frozen=True)
class ParcelDue:
    """A recheck of one parcel. ``person`` is who is answerable for it, empty when nobody is
    named: of its rectification, else who looked last, again or in the field."""

    dossier: Dossier
    what: RecheckDue
    person: str

    @property
    def number(self) -> str:
        """The parcel."""
        return self.dossier.parcel.number

    @property
    def month(self) -> str:
        """The month in which it is due, like ``2024-04``."""
        return self.what.due.isoformat()[:7]

    def days_left(self, day: date) -> int:
        """Days from ``day`` on; negative once it is overdue."""
        return (self.what.due - day).days


def rechecks_of(book: Casebook, plan: Plan) -> List[ParcelDue]:
    """All rechecks that lie ahead or are overdue, the earliest first; no military land."""
    dossiers = book.dossiers()
    hidden = military_patches(dossiers, plan)
    with book.reading() as connection:
        days = verdict_days(connection)
    found = [
        ParcelDue(one, due, person_for(one))
        for one in dossiers
        if one.patch.number not in hidden
        for due in rechecks_due(one, _given_on(one, days), plan)
    ]
    return sorted(found, key=lambda one: (one.what.due, one.number, one.what.rule.code))


def _given_on(dossier: Dossier, days: Mapping[Tuple[str, str], str]) -> Optional[date]:
    verdict = effective_verdict(dossier)
    day = days.get((dossier.parcel.number, verdict.level.value), "") if verdict else ""
    return date.fromisoformat(day[:10]) if day else None


def person_for(dossier: Dossier) -> str:
    """Who is answerable for looking again."""
    put_right, check = dossier.put_right, dossier.field_check
    responsible = put_right.rectification.responsible if put_right.rectification else ""
    looked = put_right.rechecks[-1].by if put_right.rechecks else ""
    return responsible or looked or (check.checkers[0] if check and check.checkers else "")


def by_month_and_person(found: Sequence[ParcelDue], day: date) -> List[Tuple[str, str, int, int]]:
    """(month, person, how many are due, how many of them are overdue on ``day``), in order."""
    counts: Dict[Tuple[str, str], List[int]] = defaultdict(lambda: [0, 0])
    for one in found:
        of_person = counts[one.month, one.person]
        of_person[0] += 1
        of_person[1] += one.days_left(day) < 0
    return [(*key, due, overdue) for key, (due, overdue) in sorted(counts.items())]
