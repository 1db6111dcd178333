"""Proof that the journal is whole and that the tables are what replaying it gives."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Tuple

from sqlalchemy import Connection, RowMapping, Table, func, select

from ..geometry import digest
from ..model import Finding, Severity
from ..progress import Progress, check_cancelled
from ..text import Text, text
from . import journal
from .columns import metadata
from .engine import memory_engine
from .geopackage import wkb_from_blob
from .projection import project
from .steps import Step
from .tables import FEATURE_TABLES, REPLAYED_TABLES, former_parcels
from .tables import journal as journal_table

_NOT_REPLAYED = {"fid", "geom"}


def verify(connection: Connection, progress: Progress) -> Tuple[Finding, ...]:
    """What is wrong with the record; nothing when it is sound.

    Replays the journal into memory and compares table by table; geometries, which the journal
    holds as digests, are digested again.
    """
    replay = memory_engine()
    with replay.connect() as memory:
        metadata.create_all(memory)
        findings = list(_replay(connection, memory, progress))
        if not findings:
            for table in REPLAYED_TABLES:
                check_cancelled(progress)
                findings += _differences(table, connection, memory)
            for table in (*FEATURE_TABLES, former_parcels):
                findings += _changed_geometries(table, connection)
    replay.dispose()
    return tuple(findings)


def _replay(connection: Connection, memory: Connection, progress: Progress) -> Iterator[Finding]:
    total = connection.execute(select(func.count()).select_from(journal_table)).scalar_one()
    previous, seq = journal.FIRST_HASH, 0
    for entries in journal.read(connection):
        check_cancelled(progress)
        for entry in entries:
            seq += 1
            if entry.seq != seq or not journal.is_chained(entry, previous):
                yield _finding(
                    text("The journal's chain is broken at entry {seq}.", seq=seq), str(seq)
                )
                return
            previous = entry.hash
        project(memory, [Step(entry) for entry in entries])
        progress.at(seq, total)


def _differences(table: Table, connection: Connection, memory: Connection) -> List[Finding]:
    kept, replayed = _by_key(table, connection), _by_key(table, memory)
    return [
        _finding(
            text(
                "Table {table}, {key}: the table differs from the journal.",
                table=table.name,
                key=" ".join(key),
            ),
            key[0],
        )
        for key in sorted(set(kept) | set(replayed))
        if kept.get(key) != replayed.get(key)
    ]


def _by_key(table: Table, connection: Connection) -> Dict[Tuple[str, ...], Dict[str, Any]]:
    columns = [column for column in table.c if column.name not in _NOT_REPLAYED]
    rows = connection.execute(select(*columns)).mappings()
    return {_key(table, row): dict(row) for row in rows}


def _key(table: Table, row: RowMapping) -> Tuple[str, ...]:
    if table in FEATURE_TABLES:
        return (row["number"],)
    return tuple(str(row[column.name]) for column in table.primary_key)


def _changed_geometries(table: Table, connection: Connection) -> Iterator[Finding]:
    columns = (table.c.number, table.c.geom, table.c.geometry_sha256)
    for row in connection.execute(select(*columns)):
        if row.geom is None or digest(wkb_from_blob(row.geom)) != row.geometry_sha256:
            yield _finding(
                text("{number}: its geometry differs from the one recorded.", number=row.number),
                row.number,
            )


def _finding(message: Text, subject: str) -> Finding:
    return Finding("casebook_sound", Severity.ERROR, message, subject)
