"""What is to be recorded is compared with what stands in the record."""

from __future__ import annotations

from typing import Dict, List, Sequence, Set

from sqlalchemy import Connection, select

from ..errors import CasebookConflict
from ..text import text
from . import events
from .journal import Event
from .kinds import finished
from .projection import KINDS, kind_of
from .steps import in_parts, rows_about
from .tables import cases, parcels, photos


def check(connection: Connection, changes: Sequence[Event]) -> None:
    """Raises :class:`CasebookConflict` when a change rests on what is no longer so."""
    _check_parcels_are_there(connection, changes)
    _check_cases_are_there(connection, changes)
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
    _check_photos_are_as_seen(connection, changes)
    finished.check(connection, changes)


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


def _check_photos_are_as_seen(connection: Connection, changes: Sequence[Event]) -> None:
    """A stage is given to a photo that is attached, and as it was seen."""
    staged = [one for one in changes if one.kind == events.PHOTO_STAGED]
    attached = {
        (row["parcel_number"], row["sha256"]): row
        for row in rows_about(
            connection, photos.c.parcel_number, [change.subject for change in staged]
        )
    }
    for change in staged:
        seen = change.old or {}
        key = (change.subject, seen.get("sha256"))
        if attached.get(key) != seen:
            raise CasebookConflict(
                text(
                    "{subject} has changed since it was read; look at it again.",
                    subject=change.subject,
                )
            )
        attached[key] = change.new or {}


def _check_cases_are_there(connection: Connection, changes: Sequence[Event]) -> None:
    about = [change.subject for change in changes if kind_of(change.kind).about_case]
    there: Set[str] = set()
    for part in in_parts(about):
        query = select(cases.c.number).where(cases.c.number.in_(part))
        there.update(connection.execute(query).scalars())
    for change in changes:
        if change.kind == events.CASE_CHANGED and change.new:
            there.add(change.subject)
        elif kind_of(change.kind).about_case and change.subject not in there:
            raise CasebookConflict(text("There is no case {case} now.", case=change.subject))
    _check_dropped(connection, changes)


def _check_dropped(connection: Connection, changes: Sequence[Event]) -> None:
    """What was done about a case would be left without it, and come back with the number.

    What goes with it, before it, is left with nothing.
    """
    dropped = [
        change.subject
        for change in changes
        if change.kind == events.CASE_CHANGED and not change.new
    ]
    if not dropped:
        return
    states = {
        name: kind.current(connection, dropped)
        for name, kind in KINDS.items()
        if kind.about_case and kind.current is not None
    }
    for change in changes:
        if change.kind in states:
            states[change.kind][change.subject] = change.new
        elif change.kind != events.CASE_CHANGED or change.new:
            continue
        elif any(state.get(change.subject) for state in states.values()):
            raise CasebookConflict(
                text(
                    "Case {case} has a stop notice, steps, penalties, transfers or days that do "
                    "not count; take those out before the case itself.",
                    case=change.subject,
                )
            )


def _numbers(state: object) -> Set[str]:
    found = state["parcels"] if isinstance(state, dict) else []
    return {facts["number"] for facts in found}
