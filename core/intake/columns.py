"""Which column of a table has which meaning, by the names that the plan gives it."""

from __future__ import annotations

import re
import unicodedata
from typing import Collection, Dict, Iterable, Mapping, Sequence, Tuple

from ..errors import InputError
from ..text import text
from .rows import TableRow

UNIT = re.compile(r"\((?:单位[:：])?(亩|mu|平方米|㎡|m2|公顷|ha)\)", re.IGNORECASE)


def folded(name: str) -> str:
    """A heading without blanks and line breaks, in one width."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def plain(name: str) -> str:
    """A heading without blanks, line breaks and unit, small."""
    return UNIT.sub("", folded(name)).casefold()


def columns_of(
    table: Sequence[TableRow], names: Mapping[str, Iterable[str]], needed: Collection[str]
) -> Dict[str, str]:
    """The heading of each meaning that the table has; ``names`` are those of each meaning.

    :raises InputError: there are no rows, or a needed column is missing.
    """
    if not table:
        raise InputError(text("The table has no rows."))
    headings: Dict[str, str] = {}
    for heading in table[0]:
        headings.setdefault(plain(heading), heading)
    found: Dict[str, str] = {}
    for meaning, known in names.items():
        there = [headings[plain(one)] for one in known if plain(one) in headings]
        if there:
            found[meaning] = there[0]
    missing = [next(iter(names[one])) for one in needed if one not in found]
    if missing:
        raise InputError(text("The table has no column {missing}.", missing="、".join(missing)))
    return found


def unread(table: Sequence[TableRow], read: Collection[str]) -> Tuple[str, ...]:
    """Columns with values that are none of those that were read."""
    others = [name for name in table[0] if name not in read]
    return tuple(name for name in others if any((row.get(name) or "").strip() for row in table))
