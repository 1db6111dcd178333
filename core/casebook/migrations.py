"""The schema's version, and the steps from older ones to today's.

A step takes a connection inside a transaction and changes tables only; entries of the journal
are never rewritten.
"""

from __future__ import annotations

from typing import Callable, Dict

from sqlalchemy import Connection, insert, select

from ..errors import CasebookDamaged, CasebookTooNew
from ..text import text
from .geopackage import add_columns, add_table
from .put_right_tables import ABOUT_PUTTING_RIGHT
from .tables import (
    case_steps,
    cases,
    comments,
    earlier_links,
    evidence,
    field_checks,
    filings,
    former_parcels,
    interruptions,
    known_from,
    parcels,
    penalties,
    photos,
    received,
    return_answers,
    reviews,
    second_looks,
    stop_notices,
    submissions,
    submitted,
    transfers,
)


def _field_checks(connection: Connection) -> None:
    add_table(connection, field_checks)
    add_columns(connection, photos, ("name", "likeness"))


def _divisions_and_cases(connection: Connection) -> None:
    add_columns(connection, parcels, ("adjusted_mu",))
    for table in (former_parcels, cases):
        add_table(connection, table)


def _evidence(connection: Connection) -> None:
    add_table(connection, evidence)


def _case_files(connection: Connection) -> None:
    for table in (stop_notices, filings, case_steps, penalties, transfers):
        add_table(connection, table)


def _links(connection: Connection) -> None:
    add_table(connection, earlier_links)


def _exchange(connection: Connection) -> None:
    add_columns(connection, submissions, ("data",))
    for table in (submitted, reviews, return_answers, received, known_from):
        add_table(connection, table)


def _notes(connection: Connection) -> None:
    for table in (second_looks, comments):
        add_table(connection, table)


def _samples(_connection: Connection) -> None:
    """Only a new kind of entry: samples have no table of their own."""


def _putting_right(connection: Connection) -> None:
    add_columns(connection, photos, ("stage", "station"))
    for table in ABOUT_PUTTING_RIGHT:
        add_table(connection, table)


def _interruptions(connection: Connection) -> None:
    add_table(connection, interruptions)


def _outlines_of_former_parcels(connection: Connection) -> None:
    """SQLite changes a key by a table made anew; to rename the old one would fail in a file with
    another program's broken view."""
    kept = connection.execute(select(former_parcels)).mappings().all()
    former_parcels.drop(connection)
    former_parcels.create(connection)
    if kept:
        connection.execute(insert(former_parcels), [dict(row) for row in kept])


SCHEMA_VERSION = 12
MIGRATIONS: Dict[int, Callable[[Connection], None]] = {
    1: _field_checks,
    2: _divisions_and_cases,
    3: _evidence,
    4: _case_files,
    5: _links,
    6: _exchange,
    7: _notes,
    8: _samples,
    9: _putting_right,
    10: _interruptions,
    11: _outlines_of_former_parcels,
}
"""From version n to n + 1, by n."""


def write_version(connection: Connection, version: int = SCHEMA_VERSION) -> None:
    """Store the schema's version."""
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS tuban_schema (version INTEGER)")
    connection.exec_driver_sql("DELETE FROM tuban_schema")
    connection.exec_driver_sql("INSERT INTO tuban_schema VALUES (?)", (version,))


def read_version(connection: Connection) -> int:
    """The schema's version; raises :class:`CasebookDamaged` when it is no casebook."""
    found = connection.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name = 'tuban_schema'"
    ).scalar()
    if not found:
        raise CasebookDamaged(text("This file is not a casebook of Tuban."))
    version = connection.exec_driver_sql("SELECT version FROM tuban_schema").scalar_one()
    return int(version)


def check_version(connection: Connection) -> int:
    """The version, if this Tuban can read it; raises :class:`CasebookTooNew` otherwise."""
    version = read_version(connection)
    if version > SCHEMA_VERSION:
        raise CasebookTooNew(
            text(
                "The casebook was written by a newer Tuban (schema {version}, this one reads up to "
                "{known}). Update Tuban to open it.",
                version=version,
                known=SCHEMA_VERSION,
            )
        )
    return version


def migrate(connection: Connection, version: int) -> None:
    """Bring the tables from ``version`` to today's, step by step."""
    while version < SCHEMA_VERSION:
        MIGRATIONS[version](connection)
        version += 1
        write_version(connection, version)
