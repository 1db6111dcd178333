"""A counted table: every figure can be opened, last year's stands below this year's."""

from __future__ import annotations

import textwrap
from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core.statistics import Cell, ColumnRule, Row, Table
from ...maps.inks import readable
from ...maps.words import say, term, tr
from ..parts.colours import QUIET

LEAST_COLUMN_PX = 64
LINE_LATIN, LINE_CHINESE = 13, 8
OPENING, CLOSING = "（(“", "）)”"


class TableGrid(QTableWidget):
    """``opened`` carries what a figure is called; the cell is :attr:`cell` then."""

    opened = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.table: Optional[Table] = None
        self.cell: Optional[Cell] = None
        self._figures: Dict[Tuple[int, int], Tuple[Cell, str]] = {}
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LEAST_COLUMN_PX)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cellActivated.connect(self.open_cell)

    def show_table(self, table: Table, with_last_year: bool) -> None:
        """Show a table; under each row the same period last year, if wanted."""
        self.table, self._figures = table, {}
        self.clear()
        rows = self._lines(table, with_last_year)
        self.setColumnCount(1 + len(table.columns))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(
            [self._first_heading(table), *(wrapped(heading_of(one)) for one in table.columns)]
        )
        for at, (name, cells, is_last_year) in enumerate(rows):
            self._fill(at, name, cells, is_last_year)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.resizeRowsToContents()

    def _first_heading(self, table: Table) -> str:
        words = {
            "unit": tr("Unit"),
            "township": tr("Township"),
            "month": tr("Month"),
            "year": tr("Year"),
        }
        return words[table.by]

    def _lines(self, table: Table, with_last_year: bool) -> List[Tuple[str, Dict[str, Cell], bool]]:
        found = []
        for row in table.every_row():
            name = self._name(row, row is table.total)
            found.append((name, row.cells, False))
            if with_last_year:
                found.append((name, row.before, True))
        return found

    def _name(self, row: Row, is_total: bool) -> str:
        if is_total:
            return tr("Total")
        return row.label or row.code or tr("Unknown")

    def _fill(self, at: int, name: str, cells: Dict[str, Cell], is_last_year: bool) -> None:
        quiet = QBrush(readable(QColor(QUIET), self.palette().color(QPalette.ColorRole.Base)))
        shown = f"　{tr('same period last year')}" if is_last_year else name
        items = [QTableWidgetItem(shown)]
        for column, rule in enumerate(self.table.columns, start=1):
            cell = cells[rule.code]
            item = QTableWidgetItem(cell.shown)
            item.setTextAlignment(int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
            item.setToolTip(_about(cell))
            items.append(item)
            called = f"{name} · {heading_of(rule)}".replace("\n", " ")
            if is_last_year:
                called = f"{called} ({tr('same period last year')})"
            self._figures[at, column] = (cell, called)
        is_total = name == tr("Total")
        for column, item in enumerate(items):
            font = item.font()
            font.setBold(is_total and not is_last_year)
            font.setItalic(is_last_year)
            item.setFont(font)
            if is_last_year:
                item.setForeground(quiet)
            self.setItem(at, column, item)

    def open_cell(self, row: int, column: int) -> None:
        """Tell that a figure was opened."""
        if (row, column) in self._figures:
            self.cell, called = self._figures[row, column]
            self.opened.emit(called)


def heading_of(rule: ColumnRule) -> str:
    """A column's words with its group above and its unit."""
    unit = {"mu": tr("mu"), "percent": "%"}.get(rule.unit, "")
    words = f"{term(rule.label)} ({unit})" if unit else term(rule.label)
    return f"{term(rule.group)}\n{words}" if rule.group else words


def wrapped(heading: str) -> str:
    """The heading in lines so short that a table has room for its columns."""
    lines: List[str] = []
    for line in heading.split("\n"):
        if line.isascii():
            lines += textwrap.wrap(line, LINE_LATIN)
            continue
        lines += _pieces(line)
    return "\n".join(lines)


def _pieces(line: str) -> List[str]:
    """Of about the same length; brackets stay with what they hold."""
    each = -(-len(line) // -(-len(line) // LINE_CHINESE))
    pieces = []
    while line:
        end = min(each, len(line))
        while end < len(line) and line[end] in CLOSING:
            end += 1
        while end > 1 and end < len(line) and line[end - 1] in OPENING:
            end -= 1
        pieces.append(line[:end].strip())
        line = line[end:].lstrip()
    return pieces


def _about(cell: Cell) -> str:
    if not cell.unknown:
        return ""
    return tr("{count} parcels have no figure and add nothing.").format(count=cell.unknown)


def period_words(table: Table) -> str:
    """Which months a table is about, and as of when."""
    return tr("{period}, as of {day}").format(period=say(table.period.label), day=table.day)
