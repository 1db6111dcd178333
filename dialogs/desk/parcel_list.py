"""The month's parcels as a list, coloured by verdict."""

from __future__ import annotations

from bisect import bisect_left
from typing import Dict, List, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook import Row
from ...maps.inks import readable
from ...maps.layers import colours
from ...maps.session import Session
from ...maps.settings import Settings
from ...maps.words import term, tr
from ..parts.wording import mu
from .queue_bar import QueueBar

NUMBER, AREA, CULTIVATED, VERDICT = range(4)
ROW_HEIGHT = 22
VERDICT_WIDTH = 96
NOT_YET = QColor(128, 128, 128, 60)


class ParcelModel(QAbstractTableModel):
    """The session's rows, as far as they are in the queue."""

    def __init__(self, session: Session, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._visible: List[int] = []
        self._shades: Dict[str, QColor] = {}
        self._inks: Dict[str, QColor] = {}
        self._titles: Dict[str, str] = {}
        session.reloaded.connect(self._reload)
        session.closed.connect(self._reload)
        session.changed.connect(self._row_changed)

    def _reload(self) -> None:
        self.beginResetModel()
        plan = self._session.plan
        if plan:
            self._shades = {code: QColor(one) for code, one in colours(plan).items()}
            ground = QApplication.palette().base().color()
            self._inks = {code: readable(one, ground) for code, one in self._shades.items()}
            self._titles = {one.code: term(one.label) for one in plan.categories}
        work = self._session.work
        self._visible = [index for index, row in enumerate(work.rows) if work.accepts(row)]
        self.endResetModel()

    def _row_changed(self, number: str) -> None:
        index = self._session.position_of(number)
        if index is None:
            return
        line = bisect_left(self._visible, index)
        there = line < len(self._visible) and self._visible[line] == index
        wanted = self._session.work.accepts(self._session.rows[index])
        if there and wanted:
            self.dataChanged.emit(self.index(line, 0), self.index(line, VERDICT))
        elif there:
            self.beginRemoveRows(QModelIndex(), line, line)
            del self._visible[line]
            self.endRemoveRows()
        elif wanted:
            self.beginInsertRows(QModelIndex(), line, line)
            self._visible.insert(line, index)
            self.endInsertRows()

    def line_of(self, number: str) -> Optional[int]:
        """The line that shows a parcel; None when it is not in the queue."""
        index = self._session.position_of(number)
        if index is None:
            return None
        line = bisect_left(self._visible, index)
        there = line < len(self._visible) and self._visible[line] == index
        return line if there else None

    def row_at(self, line: int) -> Row:
        """The row on a line."""
        return self._session.rows[self._visible[line]]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else VERDICT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Parcel"), tr("Mu"), tr("Cult. mu"), tr("Verdict"))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row_at(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == NUMBER:
            return self._shades.get(row.category) if row.category else NOT_YET
        if role == Qt.ItemDataRole.ForegroundRole and column == VERDICT:
            return self._inks.get(row.category) if row.category else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (AREA, CULTIVATED):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = (row.parcel_number, self._titles.get(row.category, ""), row.patch_class)
            return "\n".join(word for word in words if word)
        return None

    def _words(self, row: Row, column: int) -> str:
        if column == NUMBER:
            return row.parcel_number
        if column == AREA:
            return mu(row.area_mu)
        if column == CULTIVATED:
            return "" if row.cultivated_mu is None else mu(row.cultivated_mu)
        return self._titles.get(row.category, row.category)


class _NumberDelegate(QStyledItemDelegate):
    """Where a number does not fit, its end is what tells it from the others. The colour of a
    verdict is the same on the row at hand, where Qt would tint it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft
        swatch, icon = option.icon.pixmap(option.decorationSize), QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(swatch, mode)
        option.icon = icon


class _Rows(QTableView):
    """Keeps the row at hand whole when what is around the list takes or gives room; says so when
    no parcel is in the queue."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            way = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), int(way), tr("No parcel is in this queue."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)


class ParcelList(QWidget):
    """The list with its queue; follows the session and leads it."""

    def __init__(
        self, session: Session, settings: Settings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._removing = False
        self.model = ParcelModel(session, self)
        self.queue = QueueBar(session, settings, self)
        self.view = self._make_view()
        self.number = QLineEdit(self)
        self.number.setPlaceholderText(tr("Go to number"))
        self.number.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.addWidget(self.queue, 1)
        top.addWidget(self.number, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self.view)
        session.shown.connect(self._follow)

    def _make_view(self) -> QTableView:
        view = _Rows(self)
        # Before the view's own selection hears of it: a row that the queue loses moves
        # the list's current line, but not the person.
        self.model.rowsAboutToBeRemoved.connect(self._begin_removal)
        self.model.rowsRemoved.connect(self._end_removal)
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VERDICT, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(VERDICT, VERDICT_WIDTH)
        view.setItemDelegateForColumn(NUMBER, _NumberDelegate(view))
        view.setMinimumHeight(ROW_HEIGHT * 3)
        header.setResizeContentsPrecision(50)
        view.selectionModel().currentRowChanged.connect(self._chosen)
        return view

    def step(self, by: int) -> bool:
        """Go to the next or previous parcel of the queue."""
        return self._session.show_step(by)

    def _chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._removing:
            self._session.show(self.model.row_at(current.row()).parcel_number)

    def _begin_removal(self) -> None:
        self._removing = True

    def _end_removal(self) -> None:
        self._removing = False

    def _follow(self, number: str) -> None:
        line = self.model.line_of(number)
        if line is None:
            return
        index = self.model.index(line, NUMBER)
        if self.view.currentIndex().row() != line:
            self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
