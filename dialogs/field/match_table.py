"""Photos in rows: the picture, when it was taken, which parcel, and why."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPixmap
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QInputDialog,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.field import Match
from ...core.oversight import queue
from ...maps.session import Session
from ...maps.thumbnails import thumbnail
from ...maps.words import say, tr
from ..parts.colours import ALARM
from ..parts.opened import open_outside
from ..parts.wording import tail

PHOTO, PARCEL, WHY = range(3)
SIDE = 96
ROW_HEIGHT, PHOTO_WIDTH, PARCEL_WIDTH = 80, 310, 250
ANOTHER = "?"


class MatchTable(QTableWidget):
    """A choice in each row, the proposed one first; ``chosen`` when somebody has chosen."""

    chosen = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, WHY + 1, parent)
        self._session = session
        self._matches: List[Match] = []
        self._boxes: List[QComboBox] = []
        self._waiting: List[int] = []
        self.setHorizontalHeaderLabels([tr("Photo"), tr("Parcel"), tr("Why")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(SIDE, ROW_HEIGHT - 8))
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.resizeSection(PHOTO, PHOTO_WIDTH)
        header.resizeSection(PARCEL, PARCEL_WIDTH)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.cellDoubleClicked.connect(self._open)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._load_one)

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show these; what a person has to decide comes first, what cannot be attached last."""
        self._matches = sorted(matches, key=lambda one: (not one.usable, bool(one.number)))
        self._boxes = [self._choice(row, match) for row, match in enumerate(self._matches)]
        self.setRowCount(len(self._matches))
        for row, match in enumerate(self._matches):
            self.setItem(row, PHOTO, _photo_item(match))
            self.setItem(row, WHY, QTableWidgetItem())
            self.setCellWidget(row, PARCEL, _centred(self._boxes[row]))
            self._tell_why(row)
            self.resizeRowToContents(row)
        self._waiting = list(range(len(self._matches)))
        self._timer.start()

    def _choice(self, row: int, match: Match) -> QComboBox:
        box = QComboBox(self)
        box.addItem(tr("Leave out"), "")
        if match.usable:
            for one in match.candidates:
                box.addItem(one.number, one.number)
                box.setItemData(box.count() - 1, say(one.why), Qt.ItemDataRole.ToolTipRole)
            box.addItem(tr("Another parcel…"), ANOTHER)
        box.setEnabled(match.usable)
        box.setCurrentIndex(max(0, box.findData(match.number)))
        box.setMinimumContentsLength(1)
        box.activated.connect(lambda _index: self._activated(row))
        return box

    def _activated(self, row: int) -> None:
        if self.number_in(row) == ANOTHER:
            self._ask(row)
        else:
            self._tell_why(row)
        self.chosen.emit()

    def _ask(self, row: int) -> None:
        typed, agreed = QInputDialog.getText(
            self, tr("Another parcel"), tr("Number of the parcel, or its last digits:")
        )
        at = queue.find_number(self._session.rows, typed) if agreed else None
        self._choose(row, "" if at is None else self._session.rows[at].parcel_number)
        if at is None and agreed:
            self.item(row, WHY).setText(tr("No such number this month"))

    def _choose(self, row: int, number: str) -> None:
        box = self._boxes[row]
        if not box.isEnabled():
            return
        if box.findData(number) < 0:
            box.insertItem(box.count() - 1, number, number)
        box.setCurrentIndex(box.findData(number))
        self._tell_why(row)

    def choose_for_marked(self, number: str) -> None:
        """Give the marked rows this parcel; an empty number leaves them out."""
        for index in self.selectionModel().selectedRows():
            self._choose(index.row(), number)
        self.chosen.emit()

    def box_of(self, row: int) -> QComboBox:
        """The choice of a row."""
        return self._boxes[row]

    def number_in(self, row: int) -> str:
        """The parcel chosen in a row; empty when it is left out."""
        return self._boxes[row].currentData()

    def _tell_why(self, row: int) -> None:
        match, number = self._matches[row], self.number_in(row)
        item = self.item(row, WHY)
        reason = next((one.why for one in match.candidates if one.number == number), None)
        if number and reason is None:
            words = tr("Chosen by hand.")
        elif number:
            words = say(reason)
        else:
            words = tr("Left out.") if match.usable and match.number else say(match.why)
        offered = [f"{tail(one.number)}: {say(one.why)}" for one in match.candidates]
        item.setText(words if number else "\n".join([words, *offered[:2]]))
        item.setToolTip("\n".join([words, *offered]))
        open_one = match.usable and not number and not match.number
        item.setData(Qt.ItemDataRole.ForegroundRole, QBrush(QColor(ALARM)) if open_one else None)

    # ---- what was chosen

    def chosen_matches(self) -> List[Tuple[str, Match]]:
        """The photos to be attached, each with the number of its parcel."""
        numbers = ((self.number_in(row), one) for row, one in enumerate(self._matches))
        return [(number, one) for number, one in numbers if number]

    def counts(self) -> Tuple[int, int, int]:
        """How many have a parcel, have none, and cannot be attached."""
        usable = sum(one.usable for one in self._matches)
        chosen = len(self.chosen_matches())
        return chosen, usable - chosen, len(self._matches) - usable

    # ---- pictures

    def _load_one(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        row = self._waiting.pop(0)
        picture = thumbnail(self._matches[row].file.path, SIDE)
        if not picture.isNull():
            self.item(row, PHOTO).setIcon(QIcon(QPixmap.fromImage(picture)))

    def _open(self, row: int, column: int) -> None:
        if column != PARCEL:
            path = self._matches[row].file.path
            open_outside(path)


def _centred(box: QComboBox) -> QWidget:
    """The choice at its own height; as the cell's widget it would be as high as the picture."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(4, 0, 4, 0)
    layout.addWidget(box)
    holder.setFocusProxy(box)
    return holder


def _photo_item(match: Match) -> QTableWidgetItem:
    taken = ""
    if match.facts is not None and match.facts.taken_at:
        taken = match.facts.taken_at[:16].replace("T", " ")
    item = QTableWidgetItem(f"{match.file.path.name}\n{taken}")
    item.setToolTip(str(match.file.path))
    return item
