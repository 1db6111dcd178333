"""往期: what was found on this place before, in one line, and all of it on demand."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...maps.earlier import Known, go_to, known_links
from ...maps.words import tr
from ..parts.colours import HURRY
from ..parts.elided_label import ElidedLabel
from ..workplace import Workplace

WIDTH, HEIGHT = 860, 260
CUT = 36


class EarlierStrip(QWidget):
    """Hidden where nothing is known. The button opens the list; a row of it leads to its patch."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = work
        self.links: List[Known] = []
        self.line = ElidedLabel(self)
        self.line.setStyleSheet(f"color: {HURRY}")
        self.button = QToolButton(self)
        self.button.setText(tr("Earlier work…"))
        self.button.clicked.connect(lambda _checked=False: self.open_list())
        self.button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        session = work.session
        for signal in (session.shown, session.changed, session.closed):
            signal.connect(self._show)
        self._show()

    def _show(self, _number: str = "") -> None:
        self.links = []
        with self._work.messages.guard():
            self.links = known_links(self._work.session)
        self.setVisible(bool(self.links))
        if not self.links:
            return
        words = self.links[0].line
        if len(self.links) > 1:
            words = tr("{first} and {count} more").format(first=words, count=len(self.links) - 1)
        self.line.say(tr("Earlier: {words}").format(words=words))

    def open_list(self) -> EarlierDialog:
        """Open the list of earlier work on this place."""
        dialog = EarlierDialog(self._work, self.links, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


class EarlierDialog(QDialog):
    """Everything that is known, a row each; a patch of this casebook can be gone to."""

    def __init__(self, work: Workplace, links: List[Known], parent: Optional[QWidget]) -> None:
        super().__init__(parent)
        self._work, self._links = work, links
        number = work.session.dossier.patch.number
        self.setWindowTitle(tr("Earlier work on the place of {number}").format(number=number))
        self.table = self._table()
        self.go = QPushButton(tr("Go to this patch"), self)
        self.go.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        self.go.clicked.connect(lambda _checked=False: self._go())
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self.resize(WIDTH, HEIGHT)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.cellDoubleClicked.connect(lambda _row, _column: self._go())
        self.table.selectRow(0)

    def _table(self) -> QTableWidget:
        heads = (tr("Patch"), tr("Month"), tr("From"), tr("How it is linked"))
        heads += (tr("Found then"), tr("On the day"), tr("Put right"))
        table = QTableWidget(len(self._links), len(heads), self)
        table.setHorizontalHeaderLabels(list(heads))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, known in enumerate(self._links):
            link = known.link
            cells = (link.number, link.month, known.where, known.share)
            for column, words in enumerate(
                (*cells, link.verdict, link.found_on, link.rectification)
            ):
                item = QTableWidgetItem(words)
                item.setToolTip(words if len(words) > CUT else "")
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        return table

    def _chosen(self) -> Optional[Known]:
        rows = self.table.selectionModel().selectedRows()
        return self._links[rows[0].row()] if rows else None

    def _enable(self) -> None:
        chosen = self._chosen()
        self.go.setEnabled(chosen is not None and chosen.patch is not None)

    def _go(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.patch is None:
            return
        self.accept()
        with self._work.messages.guard():
            go_to(self._work.session, chosen.patch)
