"""Values into cells, typed by us: a code never turns into a number, nor a text into a formula."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Union

from openpyxl.cell import Cell

from .sheet import Column, Kind, Value

LONGEST_TEXT = 32767  # characters in one cell of xlsx
# Not allowed in XML 1.0; a lone surrogate cannot even be encoded.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Spreadsheets read _x0041_ in a text as the character A; this makes them read it as written.
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
Content = Union[str, int, Decimal, date]


def content_of(column: Column, value: Value, unknown: str) -> Content:
    """What a cell holds for a value: a text, a number or a day.

    :raises ValueError: the value is not of the column's kind.
    """
    if column.kind in (Kind.TEXT, Kind.CODE):
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{column.heading}: text is expected, not {value!r}")
        return value or ""
    if value is None:
        return unknown if column.kind is Kind.AREA else ""
    if column.kind is Kind.DATE:
        return date.fromisoformat(str(value))
    wanted = Decimal if column.kind is Kind.AREA else int
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise ValueError(f"{column.heading}: {wanted.__name__} is expected, not {value!r}")
    return value


def put(cell: Cell, column: Column, value: Value, unknown: str) -> None:
    """Write a value of a column's kind; the cell's style is left as it is.

    :raises ValueError: the value is not of the kind.
    """
    content = content_of(column, value, unknown)
    if isinstance(content, str):
        put_text(cell, content)
    else:
        cell.value = content
        cell.number_format = _number_format(column)


def put_text(cell: Cell, content: str) -> None:
    """Write a text as a text, whatever it begins with."""
    cell.number_format = "@"
    cell.value = clean(content)
    # After the value, because openpyxl reads a leading "=" as a formula and "#N/A" as an error.
    cell.data_type = "s"
    if reads_as_formula(content):
        cell.quotePrefix = True


def reads_as_formula(content: str) -> bool:
    """True for a text that a spreadsheet, typed into it, would take for a formula."""
    return content.startswith(("=", "+", "-", "@"))


def _number_format(column: Column) -> str:
    if column.kind is Kind.DATE:
        return "yyyy-mm-dd"
    # "_ " keeps a blank between the number and the line.
    return f"{Decimal(0):.{column.decimals}f}_ " if column.kind is Kind.AREA else "0"


def clean(content: str) -> str:
    """Text as a cell can hold it, and nothing dropped unseen.

    What XML forbids is shown as U+FFFD; a text longer than a cell is cut and ends in "…".
    """
    if len(content) > LONGEST_TEXT:
        content = content[: LONGEST_TEXT - 1] + "…"
    return _ESCAPE_LIKE.sub("_x005F_", visible(content))


def visible(content: str) -> str:
    """Text as XML can hold it: what it forbids is shown as U+FFFD, every line ends alike."""
    return _FORBIDDEN.sub("\ufffd", content.replace("\r\n", "\n").replace("\r", "\n"))


def lines_of(content: str, width: float) -> int:
    """How many lines a wrapped text needs; a Chinese character is as wide as two digits."""
    room = max(1.0, width)
    if 2 * len(content) <= room and "\n" not in content:
        return 1
    return sum(max(1, -int(-half_widths(line) // room)) for line in content.split("\n"))


def half_widths(line: str) -> int:
    """How wide a line is, in digits; a Chinese character counts two."""
    if line.isascii():
        return len(line)
    return len(line) + sum(map("WFA".__contains__, map(unicodedata.east_asian_width, line)))
