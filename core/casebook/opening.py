"""Making a casebook, and opening one: what is asked of the file before anything is read."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from pathlib import Path

from sqlalchemy import select

from ..errors import CasebookReadOnly, OutputError, UnreadableFile
from ..files import cannot_write
from ..plan import Plan
from ..rounds import Office
from ..text import text
from . import events
from .book import Casebook
from .engine import fold_log, open_engine, refusals, transaction
from .geopackage import create_columns_and_tables, create_file
from .journal import Event
from .migrations import SCHEMA_VERSION, check_version, migrate, write_version
from .recording import append
from .tables import meta
from .writer import let_go, take_writer


def create_casebook(
    path: Path,
    plan: Plan,
    county_code: str,
    county_name: str,
    who: str,
    office: Office = Office.COUNTY,
) -> Casebook:
    """Make a new casebook and open it; a city's holds those of all its counties.

    Raises :class:`OutputError` when the file exists already or cannot be created.
    """
    return _create(path, events.casebook_created(plan, county_code, county_name, office), who)


def create_alike(path: Path, book: Casebook) -> Casebook:
    """Make and open an empty casebook of the same office as ``book``, under the same plan; as
    :func:`create_casebook`."""
    with book.reading() as connection:
        facts = dict(connection.execute(select(meta.c.key, meta.c.value)).tuples().all())
    own = {name: value for name, value in facts.items() if name not in events.OF_WORK}
    return _create(path, Event(events.CREATED, book.county_code, None, own), book.who)


def _create(path: Path, first: Event, who: str) -> Casebook:
    if path.exists():
        raise OutputError(text("{file} exists already; choose another name.", file=str(path)))
    part = path.with_name(f"{path.stem}.part{os.getpid()}.gpkg")
    try:
        part.touch()  # GDAL does not tell why it cannot
        part.unlink()
        create_file(part)
        _first_entry(part, first, who)
        part.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with suppress(OSError):  # where it could not be made it cannot be removed
            part.unlink()
    return open_casebook(path, who)


def _first_entry(path: Path, event: Event, who: str) -> None:
    engine = open_engine(path, read_only=False)
    try:
        with transaction(engine, path) as connection:
            create_columns_and_tables(connection)
            write_version(connection)
            append(connection, [event], None, who)
        fold_log(engine)
    finally:
        engine.dispose()


def open_casebook(path: Path, who: str, read_only: bool = False) -> Casebook:
    """Open a casebook; for reading only when asked, or when another process is writing to it.

    Raises :class:`UnreadableFile`, :class:`CasebookDamaged` or :class:`CasebookTooNew`.
    """
    if not path.is_file():
        raise UnreadableFile(text("There is no casebook {file}.", file=str(path)))
    version = _version_of(path)
    writer = None if read_only else take_writer(path, who)
    if writer is None and version < SCHEMA_VERSION:
        raise CasebookReadOnly(
            text(
                "{file} was written by an older Tuban and has to be opened for writing once.",
                file=path.name,
            )
        )
    engine = writer.engine if writer else open_engine(path, read_only=True)
    with ExitStack() as undo:
        undo.callback(let_go, engine, writer)
        if writer and version < SCHEMA_VERSION:
            with transaction(engine, path) as connection:
                migrate(connection, version)
        if writer:
            writer.find_head()
        undo.pop_all()
    return Casebook(path, who, engine, writer)


def _version_of(path: Path) -> int:
    """The casebook's schema; asked without writing, because the file may be anything."""
    engine = open_engine(path, read_only=True)
    try:
        with refusals(path), engine.connect() as connection:
            return check_version(connection)
    finally:
        engine.dispose()
