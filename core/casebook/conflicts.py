"""What is to be recorded is compared with what stands in the record."""

from __future__ import annotations

from typing import Dict, List, Sequence, Set

from sqlalchemy import Connection, select

from ..errors import CasebookConflict
from ..text import text
from . import events
from .journal import Event
from .projection import in_parts, kind_of
from .tables import parcels


def check(connection: Connection, changes: Sequence[Event]) -> None:
    """Raises :class:`CasebookConflict` when a change rests on what is no longer so."""
    _check_parcels_are_there(connection, changes)
    subjects: Dict[str, List[str]] = {}
    for change in changes:
        subjects.setdefault(change.kind, []).append(change.subject)
    for kind, numbers in subjects.items():
        current = kind_of(kind).current
        if current is None:
            continue
        states = current(connection, numbers)
        for change in (one for one in changes if one.kind == kind):
            if states.get(change.subject) != change.old:
                raise CasebookConflict(
                    text(
                        "{subject} has changed since it was read; look at it again.",
                        subject=change.subject,
                    )
                )
            states[change.subject] = change.new


def _check_parcels_are_there(connection: Connection, changes: Sequence[Event]) -> None:
    asked = [change.subject for change in changes if kind_of(change.kind).about_parcel]
    there: Set[str] = set()
    for part in in_parts(asked):
        query = select(parcels.c.number).where(parcels.c.number.in_(part))
        there.update(connection.execute(query).scalars())
    for change in changes:
        if change.kind == events.PARCEL_DIVIDED:
            there.add(change.subject)
        elif change.kind == events.PATCH_DIVIDED:
            there -= _numbers(change.old)
            there |= _numbers(change.new)
        elif kind_of(change.kind).about_parcel and change.subject not in there:
            raise CasebookConflict(
                text(
                    "There is no parcel {parcel} now: it was divided, or put together with "
                    "another. Look at the list again.",
                    parcel=change.subject,
                )
            )


def _numbers(state: object) -> Set[str]:
    found = state["parcels"] if isinstance(state, dict) else []
    return {facts["number"] for facts in found}
