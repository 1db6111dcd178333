"""What this person decided today, as a list to go back through."""

from __future__ import annotations

from datetime import date
from typing import List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook import Recorded
from ...core.documents.history import told
from ...maps.session import Session
from ...maps.words import say, tr

NUMBER = Qt.ItemDataRole.UserRole


class TodayList(QDialog):
    """Newest first; choosing a line goes to its parcel, in whatever month it is."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("What I did today"))
        self.resize(560, 420)
        self.words = QLabel(self)
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([tr("Time"), tr("Parcel"), tr("What")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.list.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._go)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        session.changed.connect(self._changed)
        session.reloaded.connect(self._changed)

    def _changed(self, _number: str = "") -> None:
        if self.isVisible() and self._session.is_open:
            self.fill()

    def fill(self) -> None:
        """Read the journal of today again."""
        entries = self._session.book.done_on(date.today().isoformat())
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addTopLevelItems([self._line(one) for one in entries])
        self.list.blockSignals(False)
        parcels = len({one.subject for one in entries})
        self.words.setText(
            tr("{entries} changes of {who}, about {parcels} parcels or cases").format(
                entries=len(entries), who=self._session.book.who, parcels=parcels
            )
        )

    def _line(self, entry: Recorded) -> QTreeWidgetItem:
        what = say(told(entry, self._session.plan))
        columns: List[str] = [entry.at[11:16], entry.subject, what]
        line = QTreeWidgetItem(columns)
        line.setToolTip(2, what)
        line.setData(0, NUMBER, entry.subject)
        return line

    def _go(self, line: Optional[QTreeWidgetItem], _before: Optional[QTreeWidgetItem]) -> None:
        if line is not None and self._session.is_open:
            subject = line.data(0, NUMBER)
            self._session.show_anywhere(subject) or self._session.show_anywhere(f"{subject}_1")
