"""The queue of the review: per unit, what waits for this office first."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.oversight.notice import in_order
from ...core.oversight.progress import ParcelWork, month_work, unit_names
from ...core.oversight.turns import WAITS_FOR, in_turn
from ...core.rounds import Office
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .words import STAGE_COLOURS, reason_words, state_words

NUMBER = Qt.ItemDataRole.UserRole
MOST_SHOWN = 5000


class QueueDialog(TaskDialog):
    """Stays beside the dock; a double click goes to the parcel, and reviews show at once."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Review queue"))
        self.resize(760, 460)
        self.parcels: List[ParcelWork] = []
        self._names: Dict[str, str] = {}
        self._items: Dict[str, QTreeWidgetItem] = {}
        self.unit = QComboBox(self)
        self.unit.setVisible(work.session.book.office is Office.CITY)
        self.unit.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.unit.activated.connect(lambda _index: self._show())
        self.all = QCheckBox(tr("Show what waits for the other side, too"), self)
        self.all.toggled.connect(lambda _on: self._show())
        self.list = QTreeWidget(self)
        heads = [tr("Parcel"), tr("Unit"), tr("State"), tr("Reasons of the return")]
        self.list.setHeaderLabels(heads)
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.list.itemActivated.connect(lambda item: self._go(item.data(0, NUMBER)))
        self._arrange()
        session = work.session
        session.changed.connect(self._changed)
        session.reloaded.connect(self._reloaded)
        self.read()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.unit)
        row.addWidget(self.all)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def _reloaded(self) -> None:
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read the month, in a task."""
        session = self._session
        if session.book is None:
            return
        book, plan, month, today = session.book, session.plan, session.month, session.today
        self.task.run(
            tr("Reading {month}").format(month=month),
            lambda _progress: month_work(book, plan, month, today),
            self._read,
        )

    def _read(self, parcels: List[ParcelWork]) -> None:
        self.parcels = parcels
        self._names = unit_names(parcels, self._session.plan, tr)
        self._show_units()
        self._show()

    @property
    def _day(self) -> str:
        return self._session.today.isoformat()

    def _waits(self, one: ParcelWork) -> bool:
        return one.state(self._day).stage in WAITS_FOR[self._session.book.office]

    def _show_units(self) -> None:
        chosen = self.unit.currentData() or ""
        waiting: Dict[str, int] = {}
        for one in self.parcels:
            waiting[one.unit] = waiting.get(one.unit, 0) + self._waits(one)
        self.unit.clear()
        words = tr("{unit}: {count} waiting")
        total = sum(waiting.values())
        self.unit.addItem(words.format(unit=tr("All units"), count=total), "")
        for unit in in_order(waiting, self._session.plan):
            self.unit.addItem(words.format(unit=self._names[unit], count=waiting[unit]), unit)
        self.unit.setCurrentIndex(max(self.unit.findData(chosen), 0))

    def _show(self) -> None:
        self.list.clear()
        self._items = {}
        unit, everything = self.unit.currentData(), self.all.isChecked()
        shown = [
            one
            for one in in_turn(self.parcels, self._session.book.office, self._day)
            if (not unit or one.unit == unit) and (everything or self._waits(one))
        ]
        for one in shown[:MOST_SHOWN]:
            item = QTreeWidgetItem()
            item.setData(0, NUMBER, one.number)
            self._items[one.number] = item
            self._fill(item, one)
            self.list.addTopLevelItem(item)
        self.task.tell(tr("{count} parcels").format(count=len(shown)))

    def _fill(self, item: QTreeWidgetItem, one: ParcelWork) -> None:
        state, session = one.state(self._day), self._session
        why = reason_words(state.review, session.plan) if state.review else ""
        words = state_words(state, session.today)
        for column, said in enumerate((one.number, self._names[one.unit], words, why)):
            item.setText(column, said)
        colour = STAGE_COLOURS.get(state.stage)
        if colour:
            item.setForeground(2, QBrush(QColor(colour)))

    def _changed(self, number: str) -> None:
        """A review or an answer was recorded: the row says so, and stays where it is."""
        dossier = self._session.dossier
        for at, one in enumerate(self.parcels):
            if one.number == number and dossier and dossier.parcel.number == number:
                new = replace(one, rounds=dossier.rounds)
                self.parcels[at] = new
                if number in self._items:
                    self._fill(self._items[number], new)
                self._show_units()

    def _go(self, number: str) -> None:
        with self._work.messages.guard():
            self._session.show_anywhere(number)
