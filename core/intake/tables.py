"""Tables as an office keeps them, CSV and xlsx: rows with every value as text."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, Sequence

from openpyxl import load_workbook

from ..errors import InputError, UnreadableFile
from ..reading.archives import NO_OFFICE_FILE
from ..text import text

SUFFIXES = (".csv", ".xlsx")
ENCODINGS = ("utf-8-sig", "gb18030")

TableRow = Dict[str, str]


def read_table(path: Path, sheet: str = "") -> List[TableRow]:
    """The rows below the line of headings, by heading; a blank row is a row without values.

    A CSV file is in UTF-8 or, as Chinese Excel saves it, GBK. Of an xlsx the named sheet is
    read, or the first one.

    :raises UnreadableFile: it cannot be opened, or is not what its suffix says.
    :raises InputError: it has no such sheet.
    """
    content = file_content(path)
    if path.suffix.lower() == ".xlsx":
        return _with_headings(_xlsx_cells(path, content, sheet))
    return _with_headings(csv_cells(path, content))


def file_content(path: Path) -> bytes:
    """What is in the file; raises :class:`UnreadableFile`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            text("{file} cannot be opened: {why}", file=path.name, why=error.strerror)
        ) from error


def _with_headings(lines: Iterable[Sequence[str]]) -> List[TableRow]:
    rows = iter(lines)
    headings = [heading.strip() for heading in next(rows, [])]
    return [{**dict.fromkeys(filter(None, headings), ""), **_named(headings, row)} for row in rows]


def _named(headings: Sequence[str], row: Sequence[str]) -> TableRow:
    return {heading: value for heading, value in zip(headings, row) if heading}


def csv_cells(path: Path, content: bytes) -> List[List[str]]:
    """The cells of a CSV file in UTF-8 or GBK; raises :class:`UnreadableFile`."""
    reader = csv.reader(io.StringIO(_decoded(path, content), newline=""))
    try:
        return list(reader)
    except csv.Error as error:
        raise UnreadableFile(
            text(
                "{file} is no whole CSV table: line {line}: {why}. Look for a single quotation "
                "mark, or save it anew.",
                file=path.name,
                line=reader.line_num,
                why=error,
            )
        ) from error


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        text("{file} is neither UTF-8 nor GBK text. Save it as CSV UTF-8.", file=path.name)
    )


def _xlsx_cells(path: Path, content: bytes, sheet: str) -> List[List[str]]:
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        if sheet and sheet not in book.sheetnames:
            raise InputError(text("{file} has no sheet “{sheet}”.", file=path.name, sheet=sheet))
        chosen = book[sheet] if sheet else book.worksheets[0]
        # Some programs write a size of one cell into the sheet, whatever it holds.
        chosen.reset_dimensions()
        return list(_cells_as_text(chosen.iter_rows(values_only=True)))
    except NO_OFFICE_FILE as error:
        raise UnreadableFile(
            text("{file} is no workbook that can be read. Save it as xlsx anew.", file=path.name)
        ) from error


def _cells_as_text(rows: Iterable[Sequence[object]]) -> Iterator[List[str]]:
    for row in rows:
        yield [cell_as_text(value) for value in row]


def cell_as_text(value: object) -> str:
    """A cell's value as text: whole numbers without a point, days as ISO text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)
