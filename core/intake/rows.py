"""Rows of a table about parcels: a cell, the parcel it is about, and mistakes told together."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import reduce
from typing import Callable, Dict, Iterable, List, Mapping, Sequence, Tuple, TypeVar

from ..casebook import Casebook
from ..errors import InputError
from ..model import Dossier
from ..progress import Progress, check_cancelled
from ..text import Text, text

NUMBER = "地块编号"
LISTED_MISTAKES = 10

TableRow = Mapping[str, str]
Read = TypeVar("Read")


def cell(row: TableRow, name: str) -> str:
    """The text in a column, trimmed; empty when there is none."""
    return str(row.get(name) or "").strip()


def is_blank(row: TableRow) -> bool:
    """True when nothing stands in the row."""
    return not any(str(value or "").strip() for value in row.values())


def check_columns(table: Sequence[TableRow], needed: Sequence[str]) -> None:
    """Raise :class:`InputError` when there are no rows, or a needed column is missing."""
    if not table:
        raise InputError(text("The table has no rows."))
    missing = [name for name in needed if name not in table[0]]
    if missing:
        raise InputError(text("The table has no column {missing}.", missing="、".join(missing)))


def read_rows(
    table: Sequence[TableRow],
    book: Casebook,
    first_row: int,
    progress: Progress,
    read: Callable[[TableRow, Dossier], Read],
) -> List[Tuple[Dossier, Read]]:
    """What ``read`` makes of each row that is not blank, with what the casebook knows of it.

    ``first_row`` is what a person calls the first row of values: 2 under a line of headings.

    :raises InputError: names every wrong row (ten at most) and what is wrong with it.
    """
    seen: Dict[str, int] = {}
    find = dossiers_for(book, table)

    def of_parcel(row: TableRow, row_number: int) -> Tuple[Dossier, Read]:
        dossier = find(parcel_number(row, seen, row_number))
        return dossier, read(row, dossier)

    return read_each(table, first_row, progress, of_parcel)


def read_each(
    table: Sequence[TableRow],
    first_row: int,
    progress: Progress,
    read: Callable[[TableRow, int], Read],
) -> List[Read]:
    """What ``read`` makes of each row that is not blank, and of what a person calls the row.

    :raises InputError: as :func:`read_rows`.
    """
    found, refused = sort_out(table, first_row, progress, read)
    if refused:
        raise InputError(joined_rows(refused))
    return found


@dataclass(frozen=True)
class Refused:
    """A row that cannot be read, and why."""

    row: int
    why: Text


def sort_out(
    table: Sequence[TableRow],
    first_row: int,
    progress: Progress,
    read: Callable[[TableRow, int], Read],
) -> Tuple[List[Read], List[Refused]]:
    """What ``read`` makes of each row that is not blank, and the rows that it refuses."""
    found: List[Read] = []
    refused: List[Refused] = []
    for at, row in enumerate(table, start=first_row):
        check_cancelled(progress)
        progress.at(at - first_row, len(table))
        if is_blank(row):
            continue
        try:
            found.append(read(row, at))
        except InputError as error:
            refused.append(Refused(at, error.text))
    return found, refused


def joined_rows(refused: Sequence[Refused]) -> Text:
    """The rows that cannot be read, line by line (ten at most)."""
    return joined([text("Row {row}: {what}", row=one.row, what=one.why) for one in refused])


def number_in(row: TableRow, column: str) -> str:
    """The number of the parcel that the row is about; raises :class:`InputError`."""
    number = cell(row, column)
    if not number:
        raise InputError(text("the parcel number is missing."))
    return number


def parcel_number(
    row: TableRow, seen: Dict[str, int], row_number: int, column: str = NUMBER
) -> str:
    """The number of the parcel, which may stand in one row only; ``seen`` remembers where."""
    number = number_in(row, column)
    if number in seen:
        raise InputError(
            text("parcel {number} is in row {row} already.", number=number, row=seen[number])
        )
    seen[number] = row_number
    return number


def dossier_of(book: Casebook, number: str) -> Dossier:
    """What the casebook knows of the parcel, typed in whatever width; raises
    :class:`InputError` when it has none."""
    dossier = book.dossier(number) or book.dossier(unicodedata.normalize("NFKC", number))
    if dossier is None:
        raise InputError(text("there is no parcel {number} in the casebook.", number=number))
    return dossier


def dossiers_for(
    book: Casebook, table: Sequence[TableRow], column: str = NUMBER
) -> Callable[[str], Dossier]:
    """:func:`dossier_of` for the rows of a table, most of them read from the casebook at once."""
    patches = {cell(row, column).rpartition("_")[0] for row in table}
    known = {one.parcel.number: one for one in book.dossiers_of(sorted(patches))}
    return lambda number: known.get(number) or dossier_of(book, number)


def none_of(column: str, given: str, known: Iterable[str]) -> InputError:
    """A value is none of those that a column may have."""
    names = "、".join(known)
    return InputError(
        text("{kind}: “{given}” is none of {known}.", kind=column, given=given, known=names)
    )


def joined(mistakes: List[Text]) -> Text:
    """The first mistakes line by line, and how many there are besides."""
    listed = mistakes[:LISTED_MISTAKES]
    if len(mistakes) > LISTED_MISTAKES:
        listed.append(text("… and {count} more", count=len(mistakes) - LISTED_MISTAKES))
    return reduce(lambda one, other: text("{one}\n{other}", one=one, other=other), listed)
