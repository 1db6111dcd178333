"""The parcels behind a figure: a list over all months, gone through in the dock as a queue."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...maps.going_through import go_through
from ...maps.words import tr
from ..workplace import Workplace

NUMBER = Qt.ItemDataRole.UserRole
SHOWN = 5000


class BehindDialog(QDialog):
    """Closes with the casebook. ``rows`` are number, county, month, verdict, mu, cultivated mu."""

    def __init__(
        self,
        work: Workplace,
        figure: str,
        rows: Sequence[Sequence[str]],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._session, self._figure = work, work.session, figure
        self._rows = rows
        self.setWindowTitle(tr("Parcels behind a figure"))
        self.resize(640, 420)
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        headings = (tr("Parcel"), tr("Unit"), tr("Month"), tr("Verdict"))
        self.list.setHeaderLabels([*headings, tr("Area, mu"), tr("Cultivated, mu")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.itemActivated.connect(lambda item: self.show_parcel(item.data(0, NUMBER)))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.queue_button = buttons.addButton(
            tr("Go through them in the dock"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.queue_button.clicked.connect(lambda _checked=False: self.go_through())
        self.queue_button.setEnabled(bool(rows))
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        words = QLabel(f"<b>{figure}</b>", self)
        words.setWordWrap(True)
        for widget in (words, self.list, self.told, buttons):
            layout.addWidget(widget)
        work.session.closed.connect(self.close)
        self._fill()

    def _fill(self) -> None:
        for row in self._rows[:SHOWN]:
            item = QTreeWidgetItem(list(row))
            item.setData(0, NUMBER, row[0])
            for column in (4, 5):
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(column, int(right))
            self.list.addTopLevelItem(item)
        words = tr("{count} parcels").format(count=len(self._rows))
        if len(self._rows) > SHOWN:
            words = tr("{count} parcels, the first {shown} are listed").format(
                count=len(self._rows), shown=SHOWN
            )
        self.told.setText(words)

    def show_parcel(self, number: str) -> None:
        """Show one of them in the dock."""
        with self._work.messages.guard():
            if not self._session.show_anywhere(number):
                self.told.setText(tr("This is an old case of the ledger; the dock has none of it."))

    def go_through(self) -> None:
        """Make all of them the queue at hand."""
        numbers = [row[0] for row in self._rows]
        months = {row[2] for row in self._rows}
        with self._work.messages.guard():
            if not go_through(self._session, numbers, months, self._figure):
                self.told.setText(tr("None of these parcels is in a month of this casebook."))
