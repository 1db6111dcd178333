"""The journal: what happened, in order, each entry chained to the one before by SHA-256."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Optional

from sqlalchemy import Connection, RowMapping, insert, select

from ..errors import CasebookDamaged
from ..text import text
from .tables import journal

FIRST_HASH = "0" * 64
READ_AT_ONCE = 5000


@dataclass(frozen=True)
class Event:
    """A change that somebody wants recorded; ``old`` is what they saw before it.

    ``geometry`` (WKB, EPSG:4490) goes to the tables only; ``new`` holds its digest. An event
    about several parcels has their ``geometries`` by number.
    """

    kind: str
    subject: str
    old: Optional[Dict[str, Any]]
    new: Optional[Dict[str, Any]]
    geometry: Optional[bytes] = None
    undoes: Optional[int] = None
    geometries: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Recorded:
    """An event as the journal holds it."""

    seq: int
    at: str
    who: str
    kind: str
    subject: str
    old: Optional[Dict[str, Any]]
    new: Optional[Dict[str, Any]]
    undoes: Optional[int]
    previous_hash: str
    hash: str


@dataclass(frozen=True)
class Head:
    """The newest entry: where the chain stands."""

    seq: int
    hash: str
    at: str


def head_of(connection: Connection) -> Head:
    """Where the journal stands; raises :class:`CasebookDamaged` when it is empty."""
    columns = (journal.c.seq, journal.c.hash, journal.c.at)
    row = connection.execute(select(*columns).order_by(journal.c.seq.desc()).limit(1)).first()
    if row is None:
        raise CasebookDamaged(text("The casebook's journal is empty."))
    return Head(row.seq, row.hash, row.at)


def chain(events: List[Event], head: Optional[Head], at: str, who: str) -> List[Recorded]:
    """The entries for ``events`` after ``head``."""
    seq, previous = (head.seq, head.hash) if head else (0, FIRST_HASH)
    entries = []
    for event in events:
        seq += 1
        digest = entry_hash(
            seq, at, who, event.kind, event.subject, event.old, event.new, event.undoes, previous
        )
        entries.append(
            Recorded(
                seq,
                at,
                who,
                event.kind,
                event.subject,
                event.old,
                event.new,
                event.undoes,
                previous,
                digest,
            )
        )
        previous = digest
    return entries


def entry_hash(*parts: Any) -> str:
    """SHA-256 over an entry's parts, as JSON in the order stored, the previous hash last."""
    return hashlib.sha256(_json(list(parts)).encode("utf-8")).hexdigest()


def append(connection: Connection, entries: List[Recorded]) -> None:
    """Write entries; their order is the order of the journal."""
    rows = [
        {
            "seq": entry.seq,
            "at": entry.at,
            "who": entry.who,
            "kind": entry.kind,
            "subject": entry.subject,
            "old": None if entry.old is None else _json(entry.old),
            "new": None if entry.new is None else _json(entry.new),
            "undoes": entry.undoes,
            "previous_hash": entry.previous_hash,
            "hash": entry.hash,
        }
        for entry in entries
    ]
    connection.execute(insert(journal), rows)


def read(connection: Connection) -> Iterator[List[Recorded]]:
    """All entries from the first to the newest, some thousands at a time."""
    last = 0
    while True:
        query = select(journal).where(journal.c.seq > last).order_by(journal.c.seq)
        rows = connection.execute(query.limit(READ_AT_ONCE)).mappings().all()
        if not rows:
            return
        yield [entry_of(row) for row in rows]
        last = rows[-1]["seq"]


def entry(connection: Connection, seq: int) -> Optional[Recorded]:
    """One entry, if it is there."""
    row = connection.execute(select(journal).where(journal.c.seq == seq)).mappings().first()
    return None if row is None else entry_of(row)


def history(connection: Connection, subject: str, limit: Optional[int]) -> List[Recorded]:
    """The entries about a subject, newest first."""
    query = select(journal).where(journal.c.subject == subject).order_by(journal.c.seq.desc())
    return [entry_of(row) for row in connection.execute(query.limit(limit)).mappings()]


def newest_besides(connection: Connection, kind: str) -> Recorded:
    """The newest entry that is not of ``kind``."""
    query = select(journal).where(journal.c.kind != kind).order_by(journal.c.seq.desc())
    return entry_of(connection.execute(query.limit(1)).mappings().one())


def entry_of(row: RowMapping) -> Recorded:
    """An entry from its row; raises :class:`CasebookDamaged` when it is not readable."""
    try:
        return Recorded(
            row["seq"],
            row["at"],
            row["who"],
            row["kind"],
            row["subject"],
            None if row["old"] is None else json.loads(row["old"]),
            None if row["new"] is None else json.loads(row["new"]),
            row["undoes"],
            row["previous_hash"],
            row["hash"],
        )
    except ValueError as error:
        raise CasebookDamaged(
            text("Entry {seq} of the journal cannot be read.", seq=row["seq"])
        ) from error


def is_chained(entry: Recorded, previous_hash: str) -> bool:
    """True when the entry follows ``previous_hash`` and its own hash is right."""
    parts = (entry.seq, entry.at, entry.who, entry.kind, entry.subject, entry.old, entry.new)
    return entry.previous_hash == previous_hash and entry.hash == entry_hash(
        *parts, entry.undoes, previous_hash
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
