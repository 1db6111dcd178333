"""Which rows are the headings of an old list, and which column has which meaning."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from ..intake.grid import Grid
from .amounts import unit_of
from .rules import AREAS, OldLists

LOOKED_AT = 20
"""Rows from the top among which headings are looked for."""
_BRACKETS = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]")
_SIGNS = re.compile(r"[\s:：、,，/／_\-—.*]+")


@dataclass(frozen=True)
class Heading:
    """A column: what stands over it, upper line first, and the unit it names, if any."""

    column: int
    upper: str
    lower: str
    unit: str

    @property
    def words(self) -> str:
        """How a person knows the column."""
        if self.upper and self.lower and self.upper != self.lower:
            return f"{self.upper}/{self.lower}"
        return self.lower or self.upper


@dataclass(frozen=True)
class Headings:
    """The headings of a sheet: ``first`` and ``last`` are their rows, ``found`` which column has
    which meaning, ``others`` the columns that have none."""

    first: int
    last: int
    found: Dict[str, Heading]
    others: Tuple[Heading, ...]

    @property
    def all(self) -> List[Heading]:
        """Every column, from the left."""
        return sorted((*self.found.values(), *self.others), key=lambda one: one.column)


def find_headings(grid: Grid, lists: OldLists, asked: Mapping[str, str]) -> Optional[Headings]:
    """The one or two rows near the top that name the most; ``None`` where patches have no column.

    ``asked`` is what a person says: meaning → heading as :attr:`Heading.words` gives it. A
    meaning that is asked for with an empty heading has no column.
    """
    best: Optional[Headings] = None
    for first in range(min(LOOKED_AT, len(grid.rows))):
        for last in (first, first + 1):
            made = _headings(grid, first, last, lists, asked)
            if best is None or _rank(made) > _rank(best):
                best = made
    return best if best is not None and "patch" in best.found else None


def _rank(made: Headings) -> Tuple[bool, int, int]:
    """With the patches' column before without; then the most meanings, then the fewest rows."""
    return ("patch" in made.found, len(made.found), made.first - made.last)


def _headings(
    grid: Grid, first: int, last: int, lists: OldLists, asked: Mapping[str, str]
) -> Headings:
    columns = [_column(grid, first, last, column, lists) for column in range(grid.width)]
    named = [one for one in columns if one.words]
    found: Dict[str, Heading] = {}
    for meaning, words in asked.items():
        chosen = next((one for one in named if one.words == words), None)
        if chosen is not None:
            found[meaning] = chosen
    for meaning, names in lists.columns.items():
        if meaning in asked:
            continue
        taken = {one.column for one in found.values()}
        one = _first(names, [one for one in named if one.column not in taken], meaning)
        if one is not None:
            found[meaning] = one
    taken = {one.column for one in found.values()}
    return Headings(first, last, found, tuple(one for one in named if one.column not in taken))


def _column(grid: Grid, first: int, last: int, column: int, lists: OldLists) -> Heading:
    upper = _one_line(grid.at(first, column))
    lower = _one_line(grid.at(last, column)) if last > first else ""
    if last > first and grid.holder(first, column) == grid.holder(last, column):
        lower = ""
    unit = unit_of(lower, lists.units) or unit_of(upper, lists.units)
    return Heading(column, upper, lower, unit)


def _one_line(written: str) -> str:
    return re.sub(r"\s+", "", written)


def _first(names: Sequence[str], among: Sequence[Heading], meaning: str) -> Optional[Heading]:
    """The first column that a name fits: both lines together, then the lower, then the upper."""
    wanted = [plain(name) for name in names]
    ways = (_together, _lower, _upper)
    for way in ways:
        for name in wanted:
            for one in among:
                if way(one) == name and _may_be(one, meaning):
                    return one
    return None


def _may_be(one: Heading, meaning: str) -> bool:
    """An area that is no area's: a column that names a unit holds nothing else."""
    return not one.unit or meaning in AREAS


def _together(one: Heading) -> str:
    return plain(one.upper + one.lower)


def _lower(one: Heading) -> str:
    return plain(one.lower)


def _upper(one: Heading) -> str:
    return "" if one.lower else plain(one.upper)


def plain(heading: str) -> str:
    """A heading without what offices write differently: brackets with a unit, signs, width."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return _SIGNS.sub("", _BRACKETS.sub("", folded)) or _SIGNS.sub("", folded)
