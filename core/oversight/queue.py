"""Steps through rows: which one comes next, and which one a typed number means.

The order is that of the rows and nothing else, so that the list, the keys and tomorrow's
window agree.
"""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Protocol, Sequence, Tuple, TypeVar

UNDECIDED = ""


class Judged(Protocol):
    """What the queue needs to know of a row."""

    @property
    def parcel_number(self) -> str:
        """The parcel's number."""

    @property
    def category(self) -> str:
        """The county verdict's category; empty while there is none."""


Row = TypeVar("Row", bound=Judged)


def is_undecided(row: Judged) -> bool:
    """True while the county has not judged the parcel."""
    return row.category == UNDECIDED


def positions(rows: Sequence[Judged]) -> Dict[str, int]:
    """Where each parcel stands in the order."""
    return {row.parcel_number: index for index, row in enumerate(rows)}


def step(
    rows: Sequence[Row], start: Optional[int], by: int, accept: Callable[[Row], bool]
) -> Optional[int]:
    """The nearest accepted position after (``by`` = 1) or before (-1) ``start``.

    ``start`` None means before the first row, whichever way. None when nothing is left there.
    """
    begin = 0 if start is None else start + by
    stop = len(rows) if by > 0 else -1
    return next((index for index in range(begin, stop, by) if accept(rows[index])), None)


def find_number(rows: Sequence[Judged], typed: str) -> Optional[int]:
    """The position meant by a typed number; ``None`` when nothing fits."""
    return next(iter(find_numbers(rows, typed, 1)), None)


def find_numbers(rows: Sequence[Judged], typed: str, most: int) -> List[int]:
    """The positions that a typed number can mean, likeliest first.

    The whole number, the patch's first parcel, its end (people read the last digits off a
    list), its start, any part.
    """
    wanted = typed.strip()
    if not wanted:
        return []
    tests: Tuple[Callable[[str], bool], ...] = (
        lambda number: number == wanted,
        lambda number: number == f"{wanted}_1",
        lambda number: number.rpartition("_")[0].endswith(wanted),
        lambda number: number.startswith(wanted),
        lambda number: wanted in number,
    )
    found: Dict[int, None] = {}
    for test in tests:
        for index, row in enumerate(rows):
            if test(row.parcel_number):
                found[index] = None
                if len(found) == most:
                    return list(found)
    return list(found)
