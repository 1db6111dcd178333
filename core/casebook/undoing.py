"""Whose change is taken back or done again next, and what somebody has done.

An entry that undoes another is a change itself: undoing it does the first again. So an entry
that undoes nothing was *done*, one that undoes it was *undone*, one that undoes that was *done*
again, and so on.
"""

from __future__ import annotations

from itertools import chain
from typing import Dict, Iterator, List, Optional

from sqlalchemy import Connection, select

from . import journal
from .journal import Event, Recorded
from .projection import UNDOABLE
from .tables import journal as table

READ_AT_ONCE = 200


def last_undoable(connection: Connection, who: str) -> Optional[Recorded]:
    """The newest entry of ``who`` that was done, can be undone and has not been."""
    undoes = _undoes(connection)
    taken_back = set(undoes.values())
    return next(
        (
            entry
            for entry in _own(connection, who)
            if entry.seq not in taken_back and not _is_undone(entry, undoes)
        ),
        None,
    )


def last_redoable(connection: Connection, who: str) -> Optional[Recorded]:
    """The newest undoing of ``who`` that can be taken back: none after a change of another kind.

    Whoever changes something after undoing has gone another way; what was undone stays so.
    """
    undoes = _undoes(connection)
    taken_back = set(undoes.values())
    for entry in _own(connection, who):
        if entry.undoes is None:
            return None
        if entry.seq not in taken_back and _is_undone(entry, undoes):
            return entry
    return None


def with_companions(connection: Connection, entry: Recorded) -> List[Recorded]:
    """The entry with those that were recorded with it about the same subject, newest first.

    They are one act of a person: a review and what it makes of the verdicts.
    """
    query = (
        select(table)
        .where(
            table.c.subject == entry.subject,
            table.c.at == entry.at,
            table.c.who == entry.who,
            table.c.kind.in_(UNDOABLE),
        )
        .order_by(table.c.seq.desc())
    )
    found = [journal.entry_of(row) for row in connection.execute(query).mappings()]
    return [one for one in found if (one.undoes is None) == (entry.undoes is None)]


def opposite(entry: Recorded) -> Event:
    """The change that takes an entry back."""
    return Event(entry.kind, entry.subject, entry.new, entry.old, undoes=entry.seq)


def done_by(connection: Connection, who: str, day: str) -> List[Recorded]:
    """What somebody decided on a day (ISO, by the clock of the computer), newest first."""
    query = (
        select(table)
        .where(table.c.who == who, table.c.at.startswith(day), table.c.kind.in_(UNDOABLE))
        .order_by(table.c.seq.desc())
    )
    return [journal.entry_of(row) for row in connection.execute(query).mappings()]


def _undoes(connection: Connection) -> Dict[int, int]:
    query = select(table.c.seq, table.c.undoes).where(table.c.undoes.is_not(None))
    return {row.seq: row.undoes for row in connection.execute(query)}


def _own(connection: Connection, who: str) -> Iterator[Recorded]:
    """The entries of ``who`` that can be undone, newest first."""
    return chain.from_iterable(_portions(connection, who))


def _portions(connection: Connection, who: str) -> Iterator[List[Recorded]]:
    before: Optional[int] = None
    while before != 0:
        query = select(table).where(table.c.who == who, table.c.kind.in_(UNDOABLE))
        if before is not None:
            query = query.where(table.c.seq < before)
        rows = connection.execute(query.order_by(table.c.seq.desc()).limit(READ_AT_ONCE))
        found = [journal.entry_of(row) for row in rows.mappings()]
        before = found[-1].seq if found else 0
        yield found


def _is_undone(entry: Recorded, undoes: Dict[int, int]) -> bool:
    """True for an entry that takes back something done; False for what does something."""
    steps, at = 0, entry.undoes
    while at is not None:
        steps += 1
        at = undoes.get(at)
    return steps % 2 == 1
