"""What a form holds, before it becomes a file."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Sequence, Tuple, Union

Value = Union[str, int, Decimal, None]


class Kind(Enum):
    """How a column is typed; never guessed from the value.

    ``TEXT`` and ``CODE`` take text, ``AREA`` takes a Decimal, ``INTEGER`` an int and ``DATE``
    ISO text (``2023-04-01``).
    """

    TEXT = "text"
    CODE = "code"
    AREA = "area"
    INTEGER = "integer"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    """A column; ``width`` in characters of the sheet's font, half-width ones.

    Neighbouring columns with the same ``group`` stand under one common heading.
    """

    heading: str
    width: float
    kind: Kind = Kind.TEXT
    decimals: int = 2
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: title, a line above the table (left and right), the table, lines below it.

    ``signatures`` and ``notes`` stand below the table, the notes in small type. ``unknown`` is
    printed for a figure that is not known, which is not the same as zero. ``page_footer`` uses
    the codes of xlsx: ``&P`` is the page, ``&N`` the number of pages.
    """

    name: str
    title: str
    columns: Tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    above_left: str = ""
    above_right: str = ""
    signatures: Tuple[str, ...] = ()
    notes: Tuple[str, ...] = ()
    unknown: str = "—"
    page_footer: str = "&P / &N"
