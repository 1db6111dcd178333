"""A form that a person has worked on, read back: columns by their headings, wherever they stand.

A title may stand above, headings may be one row or two with merged cells, columns may have
moved, others may have come in, signatures and notes may stand below: what a form looks like when
an office program has saved it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Sequence, Tuple

from ..errors import InputError
from ..text import text
from .columns import folded, placed
from .grid import Grid, read_grids
from .rows import TableRow

LOOKED_AT = 20
"""Rows from the top among which headings are looked for."""
Names = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class FormRows:
    """The rows below the headings, by the names that were asked for; what is no record is an
    empty row. ``first_row`` is what a person calls the first of them; ``names`` are those that
    have a column, ``unread`` the headings of other columns that hold something.
    """

    sheet: str
    names: Tuple[str, ...]
    rows: List[TableRow]
    first_row: int
    unread: Tuple[str, ...]


@dataclass(frozen=True)
class _Headings:
    grid: Grid
    last: int
    columns: Dict[str, int]
    others: Dict[int, str]


def read_form(path: Path, names: Names, needed: str, sheet: str = "") -> FormRows:
    """Read the named sheet, or the one whose headings say the most; ``names`` are those that each
    column may have.

    :raises UnreadableFile: it cannot be opened, or is neither xlsx nor CSV.
    :raises InputError: no sheet has a column of the ``needed`` name.
    """
    grids = [one for one in read_grids(path) if not sheet or one.name == sheet]
    made = [_headings(grid, at, names) for grid in grids for at in _pairs(grid)]
    found = [one for one in made if needed in one.columns]
    if not found:
        raise InputError(
            text(
                "{file}: no column is called {name}. Its first rows have to hold the headings.",
                file=path.name,
                name=" / ".join(names[needed]),
            )
        )
    # The most columns; where a second row of headings adds none, it is a row of values.
    best = max(found, key=lambda one: len(one.columns))
    below = range(best.last + 1, len(best.grid.rows))
    rows = [_record(best, at, needed) for at in below]
    unread = tuple(
        name for at, name in best.others.items() if any(best.grid.at(row, at) for row in below)
    )
    return FormRows(best.grid.name, tuple(best.columns), rows, best.last + 2, unread)


def _pairs(grid: Grid) -> List[Tuple[int, int]]:
    firsts = range(min(LOOKED_AT, len(grid.rows)))
    return [(first, last) for first in firsts for last in (first, first + 1)]


def _headings(grid: Grid, rows: Tuple[int, int], names: Names) -> _Headings:
    first, last = rows
    said = {at: _heading(grid, first, last, at) for at in range(grid.width)}
    columns = placed({at: one for at, one in said.items() if one}, names)
    others = {at: one for at, one in said.items() if one and at not in columns.values()}
    return _Headings(grid, last, columns, others)


def _heading(grid: Grid, first: int, last: int, column: int) -> str:
    return folded(grid.at(last, column) or grid.at(first, column))


def _record(headings: _Headings, row: int, needed: str) -> TableRow:
    """A row by name; empty where it is a row of headings, a signature or a note."""
    grid = headings.grid
    filled = {grid.holder(row, at) for at in range(grid.width) if grid.at(row, at)}
    found = {name: grid.at(row, at) for name, at in headings.columns.items()}
    is_heading = grid.holder(row, headings.columns[needed])[0] <= headings.last
    if is_heading or len(filled) < 2 or _is_foot(found[needed] or grid.at(*min(filled))):
        return {}
    return found


def _is_foot(first: str) -> bool:
    """填表人： and the like; no number has a colon."""
    return ":" in folded(first)
