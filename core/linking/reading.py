"""Earlier work as a person has it: another casebook, a layer of any programme, an old ledger."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Dict, List, Mapping, Sequence

from ..casebook import open_casebook
from ..errors import InputError
from ..intake import ReadOptions, read_draft
from ..intake.dates import parse_month
from ..intake.tables import SUFFIXES, read_table
from ..legality import is_military
from ..plan import Plan
from ..plan.earlier import FOUND
from ..progress import SILENT, Progress
from ..text import text
from .found import Earlier, earlier_in


def read_earlier_work(
    path: Path, plan: Plan, options: ReadOptions, who: str, progress: Progress = SILENT
) -> List[Earlier]:
    """What a casebook, a layer (as intake reads them) or a table (CSV, xlsx) holds.

    Military patches are left out. ``options.month`` is the batch where the file does not say.
    Raises :class:`InputError`, :class:`UnreadableFile`, :class:`UndecidedInput`.
    """
    if is_casebook(path):
        with open_casebook(path, who, read_only=True) as book:
            return earlier_in(book, plan)
    if path.suffix.lower() in SUFFIXES:
        return _of_table(path, plan, options.month)
    draft = read_draft(path, plan, options, progress)
    return [
        Earlier(one.number, one.month, one.geometry, **_found(one.issued, plan))
        for one in draft.patches
        if not is_military(one, plan)
    ]


def is_casebook(path: Path) -> bool:
    """True when a file is a casebook of Tuban."""
    if path.suffix.lower() != ".gpkg" or not path.is_file():
        return False
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            query = "SELECT count(*) FROM sqlite_master WHERE name = 'tuban_schema'"
            return bool(connection.execute(query).fetchone()[0])
        except sqlite3.Error:
            return False  # the reader of layers says what is wrong with it


def _of_table(path: Path, plan: Plan, month: str) -> List[Earlier]:
    aliases = plan.field_aliases
    found = []
    for row in read_table(path):
        number = _value(row, aliases["number"])
        if not number or any(mark in one for one in row.values() for mark in plan.military_markers):
            continue
        batch = month or parse_month(_value(row, aliases.get("month", ())), plan.calendar) or ""
        found.append(Earlier(number, batch, None, **_found(row, plan)))
    if not found:
        raise InputError(
            text(
                "{file} has no row with a patch number. Its column is called one of {names}.",
                file=path.name,
                names="、".join(aliases["number"]),
            )
        )
    return found


def _found(row: Mapping[str, str], plan: Plan) -> Dict[str, str]:
    return {meaning: _value(row, plan.earlier.fields[meaning]) for meaning in FOUND}


def _value(row: Mapping[str, str], names: Sequence[str]) -> str:
    """The first value that is not blank under one of the names."""
    folded = {name.strip().casefold(): value.strip() for name, value in row.items()}
    return next((folded[name.casefold()] for name in names if folded.get(name.casefold())), "")
