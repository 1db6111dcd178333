"""Sheets as they stand: every cell as text, and which cells are one."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import UnreadableFile
from ..reading.archives import NO_OFFICE_FILE
from ..text import text
from .tables import SUFFIXES, cell_as_text, csv_cells, file_content

Cell = Tuple[int, int]
"""Row and column, both from 0."""


@dataclass(frozen=True)
class Grid:
    """One sheet; ``rows`` are as long as they are filled, ``merged`` tells of each cell that
    belongs to a merged one which cell holds its value."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Dict[Cell, Cell]

    def at(self, row: int, column: int) -> str:
        """The text of a cell, trimmed; of a merged one, of the whole."""
        row, column = self.merged.get((row, column), (row, column))
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column].strip() if column < len(cells) else ""

    def holder(self, row: int, column: int) -> Cell:
        """The cell that holds the value."""
        return self.merged.get((row, column), (row, column))

    @property
    def width(self) -> int:
        """How many columns the longest row has."""
        return max(map(len, self.rows), default=0)


def read_grids(path: Path) -> List[Grid]:
    """The sheets of an xlsx that hold anything, or a CSV file as one sheet without a name.

    :raises UnreadableFile: it cannot be opened, or is not what its suffix says.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableFile(
            text("{file} is neither xlsx nor CSV. Open it and save it as xlsx.", file=path.name)
        )
    content = file_content(path)
    if suffix == ".csv":
        return [Grid("", csv_cells(path, content), {})]
    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
    except NO_OFFICE_FILE as error:
        raise UnreadableFile(
            text("{file} is no workbook that can be read. Save it as xlsx anew.", file=path.name)
        ) from error
    return [grid for grid in map(_grid, book.worksheets) if any(map(any, grid.rows))]


def _grid(sheet: Worksheet) -> Grid:
    rows = [_texts(row) for row in sheet.iter_rows(values_only=True)]
    merged: Dict[Cell, Cell] = {}
    for area in sheet.merged_cells.ranges:
        top = (area.min_row - 1, area.min_col - 1)
        # A whole column may be merged, far below the last row.
        for row in range(area.min_row - 1, min(area.max_row, len(rows))):
            for column in range(area.min_col - 1, min(area.max_col, sheet.max_column)):
                merged[row, column] = top
    return Grid(sheet.title, rows, merged)


def _texts(row: Sequence[object]) -> List[str]:
    """The cells as text; none of a blank row, of which a sheet may have a million."""
    if all(one is None for one in row):
        return []
    return [cell_as_text(one) for one in row]
