"""Connections to the casebook's file, and what SQLite's refusals mean to a person."""

from __future__ import annotations

import ctypes
import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator
from urllib.request import pathname2url

from osgeo import gdal, ogr
from sqlalchemy import Connection, Engine, create_engine, exc
from sqlalchemy.pool import QueuePool, StaticPool

from ..errors import CasebookBusy, CasebookDamaged, CasebookError, CasebookReadOnly, OutputError
from ..text import text
from .geopackage import add_functions

BUSY_SECONDS = 5.0
_ANY_READING = "SELECT count(*) FROM sqlite_master"
_PROBE = "/vsimem/tuban-which-sqlite.gpkg"
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def open_engine(path: Path, read_only: bool) -> Engine:
    """Connections of one casebook: autocommit, except inside :func:`transaction`."""

    def connect() -> sqlite3.Connection:
        connection = _connect(path, "ro" if read_only else "rw")
        if not read_only:
            # A write-ahead log lets QGIS draw while a verdict is written; over a network share
            # SQLite cannot keep one.
            wanted = "DELETE" if is_on_network(path) else "WAL"
            connection.execute(f"PRAGMA journal_mode={wanted}")
            connection.execute("PRAGMA synchronous=FULL")
        add_functions(connection)
        return connection

    return create_engine("sqlite://", creator=connect, poolclass=QueuePool)


def memory_engine() -> Engine:
    """An empty database in memory, for replaying a journal."""
    return create_engine("sqlite://", poolclass=StaticPool)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    if mode == "rw":
        return _opened(path, "mode=rw")
    connection = _opened(path, "mode=ro")
    try:
        connection.execute(_ANY_READING)
    except sqlite3.OperationalError as error:
        connection.close()
        if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
            return _recovered(path, error)
        return _as_it_stands(path)
    except sqlite3.DatabaseError:  # no database: whoever reads it is told
        return connection
    return connection


def _opened(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{pathname2url(str(path))}?{how}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _recovered(path: Path, error: sqlite3.OperationalError) -> sqlite3.Connection:
    """A process that ended in the middle of a change left a journal; only who may write can use
    it to take the half change back."""
    if "readonly" not in str(error):
        raise error
    connection = _opened(path, "mode=rw")
    try:
        connection.execute(_ANY_READING)
    finally:
        connection.close()
    return _opened(path, "mode=ro")


def _as_it_stands(path: Path) -> sqlite3.Connection:
    """A write-ahead log cannot be opened where nothing can be created; the file itself can."""
    if path.with_name(path.name + "-journal").exists():
        raise CasebookReadOnly(
            text(
                "{file} was left in the middle of a change. Open it once where it can be written, "
                "together with {journal}.",
                file=path.name,
                journal=path.name + "-journal",
            )
        )
    return _opened(path, "mode=ro&immutable=1")


@contextmanager
def transaction(engine: Engine, path: Path) -> Iterator[Connection]:
    """One writing transaction: committed as a whole and on disk, or not at all."""
    with refusals(path), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.exec_driver_sql("COMMIT")
        finally:
            _roll_back_unless_committed(connection)


def settle(engine: Engine, path: Path) -> None:
    """Copy what was just committed from the write-ahead log into the file itself.

    Whenever GDAL opens and closes the file, POSIX drops every lock that this process has on it
    (https://sqlite.org/howtocorrupt.html, 2.2). Another program that then closes the casebook
    takes itself for its last user and deletes the log, while this one goes on writing to the
    deleted one. What is in the file itself is out of reach of that. Copying does not wait for
    readers, except where the log is gone already.
    """
    log = path.with_name(path.name + "-wal")
    with engine.connect() as connection:
        try:
            passive = connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
            _, frames, copied = passive.one()
            if copied < frames and not log.exists():
                connection.exec_driver_sql("PRAGMA wal_checkpoint(FULL)")
        except exc.OperationalError:  # no space: it is committed, and stays in the log
            return


def _roll_back_unless_committed(connection: Connection) -> None:
    # On a full disk SQLite has rolled back already, and would refuse to do it twice.
    raw = connection.connection.dbapi_connection
    if isinstance(raw, sqlite3.Connection) and raw.in_transaction:
        raw.rollback()


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into refusals that a person understands."""
    try:
        yield
    except exc.DBAPIError as error:
        raise _refusal(str(error.orig), path) from error
    except sqlite3.Error as error:
        raise _refusal(str(error), path) from error


def _refusal(why: str, path: Path) -> CasebookError | OutputError:
    name = str(path)
    if "locked" in why or "busy" in why:
        return CasebookBusy(
            text("Another program is writing to {file}. Try again in a moment.", file=name)
        )
    if "readonly" in why:
        return CasebookReadOnly(text("{file} cannot be written to.", file=name))
    if "full" in why or "disk I/O" in why:
        return OutputError(
            text("The disk with {file} is full or failing. Nothing was changed.", file=name)
        )
    if "not a database" in why:
        return CasebookDamaged(text("{file} is not a casebook.", file=name))
    return CasebookDamaged(text("{file} is damaged or not a casebook ({why}).", file=name, why=why))


def is_on_network(path: Path) -> bool:
    """True for a Windows network share, where several machines may reach the file."""
    if os.name != "nt":
        return False
    anchor = path.resolve().anchor
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    return anchor.startswith("\\\\") or kernel.GetDriveTypeW(anchor) == _REMOTE_DRIVE


def is_one_sqlite() -> bool:
    """True when GDAL and Python use the same SQLite library, or when it does not matter.

    Two copies in one POSIX process drop each other's file locks, so a casebook must not be shown
    by QGIS while this process writes to it (https://sqlite.org/howtocorrupt.html, 2.2.1).
    """
    if os.name == "nt":
        return True
    memory = sqlite3.connect(":memory:")
    ours = memory.execute("SELECT sqlite_source_id()").fetchone()[0]
    memory.close()
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(_PROBE)
    found = dataset.ExecuteSQL("SELECT sqlite_source_id() AS id")
    theirs = found.GetNextFeature()["id"]
    dataset.ReleaseResultSet(found)
    dataset = None
    gdal.Unlink(_PROBE)
    return bool(theirs == ours)


def fold_log(engine: Engine) -> None:
    """Leave one plain file behind, so that copying it copies everything.

    While QGIS still shows the layers SQLite refuses; the log then stays beside the file.
    """
    with engine.connect() as connection:
        try:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
        except exc.OperationalError:
            return
