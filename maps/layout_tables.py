"""Fills the tables of a layout: sections of captions and words, and the overlay's figures."""

from __future__ import annotations

from typing import Callable, List, NamedTuple, Optional, Sequence

from qgis.core import QgsLayoutItemManualTable, QgsTableCell
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..core.documents.dossier import FigureRow, Section
from ..core.documents.history import Said
from ..core.text import text
from .line_breaking import MM_PER_POINT, Breaker

Say = Callable[[Said], str]


class Words(NamedTuple):
    """What stands in a cell."""

    words: str
    colour: Optional[QColor] = None
    right: bool = False


Row = List[Words]
LEAST_POINTS, STEP_POINTS = 4.0, 0.5
LINE_SPACING = 1.2
TITLE, SUM = QColor("#dfe6ee"), QColor("#f1f1f1")
# For a table whose columns in the template are others; QGIS makes a table as wide as they are.
SECTION_WIDTHS_MM = (32.0, 150.0)
FIGURE_WIDTHS_MM = (34.0, 14.0, 17.0, 14.0, 20.0)


def fill_sections(
    table: QgsLayoutItemManualTable, sections: Sequence[Section], say: Say, titled: bool
) -> None:
    """Captions on the left, words on the right; each section under its title if ``titled``."""
    rows: List[Row] = []
    for section in sections:
        if titled:
            rows.append([Words(say(section.title), TITLE), Words("", TITLE)])
        rows += [[Words(say(caption)), Words(say(words))] for caption, words in section.lines]
    fill_grid(table, rows, SECTION_WIDTHS_MM)


def fill_rows(table: QgsLayoutItemManualTable, figures: Sequence[FigureRow], say: Say) -> None:
    """The overlay with its headings; without an overlay a line that says so."""
    headings = (text("Land"), text("Mu"), text("m²"), text("Share"), text("Layer"))
    rows = [[Words(say(one), TITLE) for one in headings]]
    for one in figures:
        colour = SUM if one.is_total else None
        numbers = [Words(words, colour, True) for words in (one.mu, one.m2, one.percent)]
        rows.append([Words(say(one.name), colour), *numbers, Words(one.layer, colour)])
    if not figures:
        rows.append([Words(say(text("No overlay yet"))), *(Words("") for _ in headings[1:])])
    fill_grid(table, rows, FIGURE_WIDTHS_MM)


def fill_grid(
    table: QgsLayoutItemManualTable, rows: Sequence[Row], otherwise: Sequence[float]
) -> None:
    """Fill a table; ``otherwise`` are its columns' widths in mm.

    The template's own widths are kept where they are of as many columns and set.
    """
    own = table.columnWidths()
    widths = own if len(own) == len(otherwise) and all(own) else list(otherwise)
    breaker = Breaker(table.contentTextFormat())
    cells = [[_cell(one, breaker, width) for one, width in zip(row, widths)] for row in rows]
    table.setTableContents(cells)
    table.setColumnWidths(widths)


def fill_to_fit(
    table: QgsLayoutItemManualTable, rows: Sequence[Row], otherwise: Sequence[float]
) -> None:
    """As :func:`fill_grid`, in smaller letters where the first frame would cut something off."""
    height = table.frame(0).rect().height()
    written = table.contentTextFormat()
    while True:
        fill_grid(table, rows, otherwise)
        if _height_mm(table) <= height or written.size() <= LEAST_POINTS:
            return
        written.setSize(written.size() - STEP_POINTS)
        table.setContentTextFormat(written)


def _height_mm(table: QgsLayoutItemManualTable) -> float:
    """How high the rows are together, rather too much: QGIS itself tells the frames' height."""
    line = table.contentTextFormat().size() * MM_PER_POINT * LINE_SPACING
    between = 2 * table.cellMargin() + table.gridStrokeWidth()
    rows = table.tableContents()
    return sum(
        max(str(cell.content()).count("\n") + 1 for cell in row) * line + between for row in rows
    )


def _cell(words: Words, breaker: Breaker, width_mm: float) -> QgsTableCell:
    cell = QgsTableCell(breaker.lines(words.words, width_mm))
    if words.colour is not None:
        cell.setBackgroundColor(words.colour)
    if words.right:
        cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight)
    return cell
