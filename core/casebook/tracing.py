"""When something came into the record, and how it changed since: asked of the journal."""

from __future__ import annotations

from typing import Dict, Iterator, Optional, Tuple

from sqlalchemy import Connection, Select, select

from . import journal
from .journal import Recorded
from .tables import journal as table


def entries_of(connection: Connection, kind: str) -> Iterator[Recorded]:
    """The entries of a kind, the oldest first."""
    query = select(table).where(table.c.kind == kind).order_by(table.c.seq)
    for row in connection.execute(query).mappings():
        yield journal.entry_of(row)


def there_since(
    connection: Connection, kind: str, until: str, subjects: Optional[Select[Tuple[str]]] = None
) -> Dict[str, str]:
    """Since which day each subject had what the kind is about, as things stood on ``until``.

    ``subjects`` are the only ones that are asked about, if they are given.

    Days are ISO text, by the clock of the computer that recorded. What was taken back before
    ``until`` was not there then.
    """
    days: Dict[str, str] = {}
    query = select(table.c.subject, table.c.at, table.c.new.is_(None).label("gone"))
    if subjects is not None:
        query = query.where(table.c.subject.in_(subjects))
    for row in connection.execute(query.where(table.c.kind == kind).order_by(table.c.seq)):
        day = row.at[:10]
        if day > until:
            continue
        if row.gone:
            days.pop(row.subject, None)
        else:
            days.setdefault(row.subject, day)
    return days
