"""Lines of text as a table that may be long: only what is seen is asked for."""

from __future__ import annotations

from typing import Any, Callable, Generic, List, NamedTuple, Optional, Sequence, TypeVar

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Line = TypeVar("Line")
WIDEST_PX = 260


class GridColumn(NamedTuple):
    """A column: its heading, what stands in it, what it is sorted by; numbers stand right."""

    heading: str
    words: Callable[[Any], str]
    key: Optional[Callable[[Any], Any]] = None
    is_number: bool = False


class GridModel(QAbstractTableModel, Generic[Line]):
    """Read-only; ``lines`` is what it shows, in its order."""

    def __init__(self, columns: Sequence[GridColumn], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.lines: List[Line] = []
        self._sorted: Optional[tuple] = None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, sorted as before."""
        self.beginResetModel()
        self.lines = list(lines)
        if self._sorted is not None:
            self._sort(*self._sorted)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.columns[section].heading
        return None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.words(self.lines[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted = (column, order)
        self._sort(column, order)
        self.endResetModel()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        chosen = self.columns[column]
        key = chosen.key or chosen.words
        known = [one for one in self.lines if key(one) is not None]
        unknown = [one for one in self.lines if key(one) is None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self.lines = [*known, *unknown]


class Grid(QTableView):
    """Whole lines are chosen; columns are as wide as their first lines need."""

    def __init__(self, columns: Sequence[GridColumn], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.grid: GridModel = GridModel(columns, self)
        self.setModel(self.grid)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.setSortingEnabled(True)

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines."""
        self.grid.show_lines(lines)
        self.resizeColumnsToContents()
        for column in range(len(self.grid.columns) - 1):
            if self.columnWidth(column) > WIDEST_PX:
                self.setColumnWidth(column, WIDEST_PX)

    @property
    def chosen(self) -> List[Any]:
        """The lines that are chosen, in the order they are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.grid.lines[row] for row in rows]

    @property
    def current(self) -> Optional[Any]:
        """The line at hand."""
        row = self.currentIndex().row()
        return self.grid.lines[row] if 0 <= row < len(self.grid.lines) else None
