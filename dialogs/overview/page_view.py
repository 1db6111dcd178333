"""A page of figures, charts and tables as widgets; whatever is clicked tells its key."""

from __future__ import annotations

from typing import Collection, List, Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QMouseEvent, QPalette, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.reports.blocks import TableBlock
from ...core.reports.making import cell_key
from ...core.reports.page import Chart, Page, Part, Tile, Tiles
from ...maps.inks import readable
from ..parts.colours import ALARM
from .table_grid import wrapped

LINK = "#1f5fa8"
SHOWN_ROWS, LEAST_COLUMN_PX, ROW_ROOM_PX = 14, 56, 8


class PageView(QScrollArea):
    """Shows a page; ``chosen`` carries the key of a figure, a chart's shape or a table's cell."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.charts: List[ChartFrame] = []
        self.tables: List[PageTable] = []
        self.tiles: List[TileFrame] = []

    def show_page(self, page: Page, links: Collection[str]) -> None:
        """Show a page; what has a key among ``links`` can be clicked."""
        self.charts, self.tables, self.tiles = [], [], []
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setSpacing(8)
        charts: List[ChartFrame] = []
        for part in (*page.parts, None):
            if isinstance(part, Chart):
                charts.append(self._chart(part, inside))
                continue
            for at in range(0, len(charts), 2):
                layout.addLayout(_beside(charts[at : at + 2], Qt.AlignmentFlag.AlignTop))
            charts = []
            if part is not None:
                self._add(part, links, layout, inside)
        for note in page.notes:
            words = QLabel(note, inside)
            words.setWordWrap(True)
            layout.addWidget(words)
        layout.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(inside)

    def _chart(self, part: Chart, parent: QWidget) -> ChartFrame:
        frame = ChartFrame(part, parent)
        frame.view.chosen.connect(self.chosen)
        self.charts.append(frame)
        return frame

    def _add(
        self, part: Part, links: Collection[str], layout: QVBoxLayout, parent: QWidget
    ) -> None:
        if isinstance(part, Tiles):
            tiles = [TileFrame(one, one.key in links, parent) for one in part.tiles]
            for one in tiles:
                one.chosen.connect(self.chosen)
            self.tiles += tiles
            layout.addLayout(_beside(tiles))
        elif isinstance(part, TableBlock):
            caption = QLabel(f"<b>{part.caption}</b>", parent)
            table = PageTable(part, len(self.tables), links, parent)
            table.chosen.connect(self.chosen)
            self.tables.append(table)
            layout.addWidget(caption)
            layout.addWidget(table)
            for note in part.notes:
                layout.addWidget(QLabel(note, parent))


def _beside(widgets: Sequence[QWidget], side: Optional[Qt.AlignmentFlag] = None) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 1)
        if side is not None:
            row.setAlignment(widget, side)
    return row


class TileFrame(QFrame):
    """One figure in large."""

    chosen = pyqtSignal(str)

    def __init__(self, tile: Tile, is_link: bool, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.tile, self._is_link = tile, is_link
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setSpacing(1)
        ground = self.palette().color(QPalette.ColorRole.Window)
        colour = readable(QColor(ALARM if tile.alarming else LINK), ground).name()
        words, note = QLabel(tile.words, self), QLabel(tile.note, self)
        value = QLabel(f"<span style='color:{colour}'><b>{tile.value}</b></span>", self)
        font = value.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        value.setFont(font)
        for label in (words, value, note):
            label.setWordWrap(label is not value)
            layout.addWidget(label)
        layout.addStretch(1)
        if is_link:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that it was clicked."""
        if self._is_link and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.tile.key)


class ChartFrame(QFrame):
    """A chart on paper, framed."""

    def __init__(self, part: Chart, parent: Optional[QWidget] = None) -> None:
        # QtSvg takes a while to load, and a window without charts has no need of it.
        from .chart_view import ChartView

        super().__init__(parent)
        self.key = part.key
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setStyleSheet("ChartFrame{background:#ffffff}")
        self.view = ChartView(self)
        self.view.show_chart(part.svg)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.view)


class PageTable(QTableWidget):
    """A table as high as its rows, up to a point."""

    chosen = pyqtSignal(str)

    def __init__(
        self,
        block: TableBlock,
        number: int,
        links: Collection[str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(len(block.rows), len(block.headings), parent)
        self._number = number
        self._shares = [one.width for one in block.headings]
        self.setHorizontalHeaderLabels([wrapped(one.words) for one in block.headings])
        self.verticalHeader().setVisible(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        ground = self.palette().color(QPalette.ColorRole.Base)
        colour = readable(QColor(LINK), ground)
        for row, cells in enumerate(block.rows):
            for column, (heading, value) in enumerate(zip(block.headings, cells)):
                item = QTableWidgetItem(value)
                side = Qt.AlignmentFlag.AlignLeft if heading.left else Qt.AlignmentFlag.AlignHCenter
                item.setTextAlignment(int(side | Qt.AlignmentFlag.AlignVCenter))
                font = item.font()
                font.setBold(row in block.bold)
                item.setFont(font)
                item.setToolTip(value)
                if cell_key(number, row, column) in links:
                    item.setForeground(QBrush(colour))
                self.setItem(row, column, item)
        self.cellClicked.connect(self._clicked)
        self._links = links
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LEAST_COLUMN_PX)
        header.setStretchLastSection(True)
        row = self.fontMetrics().height() + ROW_ROOM_PX
        self.verticalHeader().setDefaultSectionSize(row)
        height = row * min(self.rowCount(), SHOWN_ROWS)
        self.setFixedHeight(header.sizeHint().height() + height + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width as their headings say."""
        super().resizeEvent(event)
        whole = sum(self._shares)
        for column, share in enumerate(self._shares[:-1]):
            self.setColumnWidth(column, int(self.viewport().width() * share / whole))

    def _clicked(self, row: int, column: int) -> None:
        key = cell_key(self._number, row, column)
        if key in self._links:
            self.chosen.emit(key)
