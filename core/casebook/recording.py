"""Appending to the journal and bringing the tables along, inside a transaction."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Callable, Iterable, List, Optional, Sequence

from sqlalchemy import Connection

from ..progress import Progress, check_cancelled
from . import conflicts, journal
from .geopackage import refresh_extents
from .journal import Event, Head, Recorded
from .projection import project
from .steps import Step

RECORDED_AT_ONCE = 2000
Stage = Callable[[Connection], Sequence[Event]]
"""Makes its changes from what the stages before it have left in the tables."""


def record_stages(
    connection: Connection, stages: Iterable[Stage], who: str, progress: Progress
) -> List[Recorded]:
    """Record what the stages give, one after the other.

    Raises :class:`CasebookConflict` when an event's ``old`` is not what stands now.
    """
    head = journal.head_of(connection)
    recorded: List[Recorded] = []
    with_geometry = False
    for stage in stages:
        changes = stage(connection)
        for at in range(0, len(changes), RECORDED_AT_ONCE):
            check_cancelled(progress)
            part = changes[at : at + RECORDED_AT_ONCE]
            conflicts.check(connection, part)
            recorded += append(connection, part, head, who)
            head = head_at(recorded[-1])
            progress.at(at + len(part), len(changes))
        with_geometry |= any(change.geometry or change.geometries for change in changes)
    if with_geometry:
        refresh_extents(connection)
    return recorded


def append(
    connection: Connection, changes: Sequence[Event], head: Optional[Head], who: str
) -> List[Recorded]:
    """Write entries and apply them to the tables; nothing is asked."""
    at = datetime.now(timezone.utc).astimezone().isoformat(timespec="milliseconds")
    entries = journal.chain(list(changes), head, at, who)
    journal.append(connection, entries)
    steps = [
        Step(entry, change.geometry, change.geometries) for entry, change in zip(entries, changes)
    ]
    project(connection, steps)
    return entries


def head_at(entry: Recorded) -> Head:
    """Where the journal stands after an entry."""
    return Head(entry.seq, entry.hash, entry.at)
