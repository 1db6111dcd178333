"""Which column of a table has which meaning, by the names that the plan gives it."""

from __future__ import annotations

import re
import unicodedata
from typing import Collection, Dict, Iterable, Mapping, Sequence, Tuple, TypeVar

from ..cases.typed import typed_day
from ..errors import InputError
from ..text import text
from .rows import TableRow, cell

Place = TypeVar("Place")

UNIT = re.compile(r"\((?:单位[:：])?(亩|mu|平方米|㎡|m2|公顷|ha)\)", re.IGNORECASE)


def folded(name: str) -> str:
    """A heading without blanks and line breaks, in one width."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def plain(name: str) -> str:
    """A heading without blanks, line breaks and unit, small."""
    return UNIT.sub("", folded(name)).casefold()


def placed(headings: Mapping[Place, str], names: Mapping[str, Iterable[str]]) -> Dict[str, Place]:
    """Where each meaning stands that a heading has; ``names`` are those of each meaning, the
    earlier ones first."""
    there: Dict[str, Place] = {}
    for place, heading in headings.items():
        there.setdefault(plain(heading), place)
    found = {
        meaning: [there[one] for one in map(plain, known) if one in there]
        for meaning, known in names.items()
    }
    return {meaning: places[0] for meaning, places in found.items() if places}


class Columns(Dict[str, str]):
    """The heading of each meaning that a table has."""

    def heading(self, meaning: str) -> str:
        """What a person is told of the column."""
        return self.get(meaning, meaning)

    def cell(self, row: TableRow, meaning: str) -> str:
        """The text in its column, trimmed; empty when there is none."""
        return cell(row, self.get(meaning, ""))

    def day(self, row: TableRow, meaning: str) -> str:
        """ISO, or empty; raises :class:`InputError`."""
        return typed_day(self.heading(meaning), self.cell(row, meaning))


def columns_of(
    table: Sequence[TableRow], names: Mapping[str, Iterable[str]], needed: Collection[str]
) -> Columns:
    """The columns of a table; ``names`` are those of each meaning.

    :raises InputError: there are no rows, or a needed column is missing.
    """
    if not table:
        raise InputError(text("The table has no rows."))
    found = Columns(placed({heading: heading for heading in table[0]}, names))
    missing = [next(iter(names[one])) for one in needed if one not in found]
    if missing:
        raise InputError(text("The table has no column {missing}.", missing="、".join(missing)))
    return found


def unread(table: Sequence[TableRow], read: Collection[str]) -> Tuple[str, ...]:
    """Columns with values that are none of those that were read."""
    others = [name for name in table[0] if name not in read]
    return tuple(name for name in others if any(cell(row, name) for row in table))
