"""The cells of a workbook's first sheet: as openpyxl gives them, in half the time."""

from __future__ import annotations

import io
from typing import Any, Dict, Iterator, Tuple

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._reader import (
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
    _cast_number,
)
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

SheetRows = Tuple[Tuple[Any, ...], ...]
_TEXT = f"{{{SHEET_MAIN_NS}}}t"


def first_sheet(content: bytes) -> SheetRows:
    """The rows of the first sheet, with typed values; ``None`` where there is no cell.

    :raises NO_OFFICE_FILE: it is no workbook; see :mod:`core.reading.archives`.
    """
    book = load_workbook(io.BytesIO(content), read_only=True)
    sheet = book.worksheets[0]
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        return tuple(_without_gaps(_rows(parser), sheet.max_row or 0, sheet.max_column or 0))


def _without_gaps(
    rows: Iterator[Tuple[int, Dict[int, Any]]], last: int, width: int
) -> Iterator[Tuple[Any, ...]]:
    """``last`` and ``width`` as the sheet itself tells them; 0 where it does not."""
    empty = (None,) * width
    done = 0
    for number, cells in rows:
        if last and number > last:
            break
        yield from (empty for _ in range(done + 1, number))
        yield tuple(map(cells.get, range(1, (width or max(cells, default=0)) + 1)))
        done = number


def _rows(parser: Any) -> Iterator[Tuple[int, Dict[int, Any]]]:
    """Number and cells of each row, by their columns, from 1."""
    for _, element in iterparse(parser.source):
        if element.tag == ROW_TAG:
            parser.row_counter = int(element.get("r", parser.row_counter + 1))
            parser.col_counter = 0
            yield parser.row_counter, dict(_cell(parser, one) for one in element)
            element.clear()


def _cell(parser: Any, element: Any) -> Tuple[int, Any]:
    """A cell's column and value: the usual kinds are read here, the others by openpyxl."""
    place, kind = element.get("r"), element.get("t", "n")
    child = element[0] if len(element) == 1 and place else None
    if child is None:
        return _unusual(parser, element)
    if kind == "inlineStr" and child.tag == INLINE_STRING:
        if len(child) != 1 or child[0].tag != _TEXT:
            return _unusual(parser, element)
        value: Any = child[0].text or ""
    elif child.tag != VALUE_TAG or not child.text:
        return _unusual(parser, element)
    elif kind == "s":
        value = parser.shared_strings[int(child.text)]
    elif kind == "n" and int(element.get("s", 0)) not in parser.date_formats:
        value = _cast_number(child.text)
    else:
        return _unusual(parser, element)
    parser.col_counter = column_index_from_string(place.rstrip("0123456789"))
    return parser.col_counter, value


def _unusual(parser: Any, element: Any) -> Tuple[int, Any]:
    cell = parser.parse_cell(element)
    return cell["column"], cell["value"]
