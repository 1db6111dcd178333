"""Penalties, transfers and interruptions of a case: a row each, a choice in front, texts behind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Iterable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.casefile import Interruption, Penalty, Transfer
from ...core.cases import Due, remains
from ...core.cases.typed import typed_amount, typed_day
from ...core.plan import PenaltyKind, Plan
from ...maps.words import say, term, tr
from ..parts.code_box import choose
from ..parts.colours import ALARM, GOOD
from .words import about_term, state_colour, state_words

LEAST_WIDTH_PX = 84
Choice = Tuple[str, str, str]
"""Code, words and where it is from."""


class RecordTable(QWidget):
    """A table whose first column is a choice; ``told`` columns are shown and not typed."""

    edited = pyqtSignal()

    def __init__(
        self,
        headings: Sequence[str],
        choices: Sequence[Choice],
        told: int,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._told = told
        self.table = QTableWidget(0, len(headings), self)
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.verticalHeader().setVisible(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(LEAST_WIDTH_PX)
        self.table.cellChanged.connect(lambda _row, _column: self.edited.emit())
        self.add_button = QPushButton(tr("Add a row"), self)
        self.take_button = QPushButton(tr("Take out"), self)
        for button in (self.add_button, self.take_button):
            button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda _checked: self.add_row())
        self.take_button.clicked.connect(lambda _checked: self.take_row())
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.take_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)

    def add_row(self) -> None:
        """An empty row below, with the first choice that no row has yet."""
        taken = {self.code(row) for row in range(self.table.rowCount())}
        free = [code for code, _, _ in self._choices if code not in taken]
        self._put(free[0] if free else self._choices[0][0], [])
        self.table.setCurrentCell(self.table.rowCount() - 1, 1)
        self.edited.emit()

    def take_row(self) -> None:
        """The chosen row goes."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.edited.emit()

    def fill(self, rows: Iterable[Tuple[str, Sequence[str]]]) -> None:
        """Show these: the code of the choice, and the texts of the other columns."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for code, values in rows:
            self._put(code, values)
        self.table.blockSignals(False)

    def _put(self, code: str, values: Sequence[str]) -> None:
        at = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(at)
        self.table.setCellWidget(at, 0, self._box(code))
        for column in range(1, self.table.columnCount()):
            given = values[column - 1] if column <= len(values) else ""
            item = QTableWidgetItem(given)
            if column == self._told:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(at, column, item)
        self.table.blockSignals(False)

    def _box(self, code: str) -> QComboBox:
        box = QComboBox(self.table)
        for one, words, mark in self._choices:
            box.addItem(words, one)
            box.setItemData(box.count() - 1, mark, Qt.ItemDataRole.ToolTipRole)
        choose(box, code)
        box.activated.connect(lambda _index: self.edited.emit())
        return box

    def code(self, row: int) -> str:
        """The code that is chosen in a row."""
        return self.table.cellWidget(row, 0).currentData()

    def cell(self, row: int, column: int) -> str:
        """The text in a cell, trimmed."""
        return self.table.item(row, column).text().strip()

    def tell(self, row: int, words: str, colour: str = "", about: str = "") -> None:
        """Write into the column that is shown and not typed."""
        item = self.table.item(row, self._told)
        self.table.blockSignals(True)
        item.setText(words)
        item.setToolTip(about or words)
        item.setForeground(QBrush(QColor(colour)) if colour else QBrush())
        self.table.blockSignals(False)


class PenaltiesTab(RecordTable):
    """What was decided beside what was carried out, and what remains."""

    REMAINS = 6

    def __init__(self, plan: Plan, parent: Optional[QWidget] = None) -> None:
        self._kinds = plan.case_rules.penalties
        headings = (
            *(tr("Penalty"), tr("Decided"), tr("Decided on"), tr("Decision number")),
            *(tr("Carried out"), tr("Carried out on"), tr("Remains"), tr("Note")),
        )
        choices = [
            (one.code, penalty_words(one), say(one.origin.label)) for one in self._kinds.values()
        ]
        super().__init__(headings, choices, self.REMAINS, parent)

    def show_penalties(self, penalties: Sequence[Penalty]) -> None:
        """Fill the rows."""
        self.fill(
            (
                one.kind,
                (
                    *(_number(one.decided), one.decided_on, one.document),
                    *(_number(one.done), one.done_on, "", one.note),
                ),
            )
            for one in penalties
        )

    def penalties(self) -> Tuple[Penalty, ...]:
        """What stands in the rows.

        :raises InputError: a day or an amount is none.
        """
        return tuple(self._penalty(row) for row in range(self.table.rowCount()))

    def _penalty(self, row: int) -> Penalty:
        code = self.code(row)
        name = term(self._kinds[code].label) if code in self._kinds else code
        with_name = f"{name} · {{}}".format
        return Penalty(
            kind=code,
            decided=typed_amount(with_name(tr("Decided")), self.cell(row, 1)),
            decided_on=typed_day(with_name(tr("Decided on")), self.cell(row, 2)),
            document=self.cell(row, 3),
            done=typed_amount(with_name(tr("Carried out")), self.cell(row, 4)),
            done_on=typed_day(with_name(tr("Carried out on")), self.cell(row, 5)),
            note=self.cell(row, 7),
        )

    def show_remains(self, penalties: Sequence[Penalty]) -> None:
        """Say in each row what is left to carry out."""
        for row, one in enumerate(penalties):
            left = remains(one)
            if left is None:
                self.tell(row, "")
            elif left < 0:
                self.tell(row, tr("{more} too much").format(more=f"{-left:,}"), ALARM)
            else:
                self.tell(row, f"{left:,}", "" if left else GOOD)


class TransfersTab(RecordTable):
    """What was handed to whom, when, and the receipt for it."""

    STATE = 7

    def __init__(self, plan: Plan, parent: Optional[QWidget] = None) -> None:
        headings = (
            *(tr("Receiver"), tr("What"), tr("To whom"), tr("Letter number"), tr("Sent on")),
            *(tr("Receipt"), tr("Received on"), tr("Term"), tr("Note")),
        )
        choices = [
            (one.code, term(one.label), say(one.origin.label))
            for one in plan.case_rules.receivers.values()
        ]
        super().__init__(headings, choices, self.STATE, parent)

    def show_transfers(self, transfers: Sequence[Transfer]) -> None:
        """Fill the rows."""
        self.fill(
            (
                one.receiver,
                (
                    *(one.what, one.to_whom, one.letter, one.sent_on),
                    *(one.receipt, one.receipt_on, "", one.note),
                ),
            )
            for one in transfers
        )

    def transfers(self) -> Tuple[Transfer, ...]:
        """What stands in the rows.

        :raises InputError: a day is none.
        """
        return tuple(self._transfer(row) for row in range(self.table.rowCount()))

    def _transfer(self, row: int) -> Transfer:
        return Transfer(
            receiver=self.code(row),
            what=self.cell(row, 1),
            to_whom=self.cell(row, 2),
            letter=self.cell(row, 3),
            sent_on=typed_day(tr("Sent on"), self.cell(row, 4)),
            receipt=self.cell(row, 5),
            receipt_on=typed_day(tr("Received on"), self.cell(row, 6)),
            note=self.cell(row, 8),
        )

    def show_terms(self, found: List[Due], today: date) -> None:
        """Say in each row how the receipt stands."""
        mine = {one.transfer: one for one in found if one.transfer}
        for row in range(self.table.rowCount()):
            one = mine.get(row + 1)
            if one is None:
                self.tell(row, "")
            else:
                self.tell(row, state_words(one, today), state_colour(one, today), about_term(one))


class InterruptionsTab(RecordTable):
    """Days that the terms do not count, and why."""

    ARTICLE = 4

    def __init__(self, plan: Plan, parent: Optional[QWidget] = None) -> None:
        self._kinds = plan.case_rules.interruptions
        headings = (
            tr("What stops the terms"),
            tr("Begun on"),
            tr("Ended on"),
            tr("Why they do not count"),
            tr("Which terms"),
        )
        choices = [
            (one.code, term(one.label), "\n".join((one.article, say(one.origin.label))))
            for one in self._kinds.values()
        ]
        super().__init__(headings, choices, self.ARTICLE, parent)
        self._terms = {one.code: term(one.label) for one in plan.case_rules.deadlines}

    def show_interruptions(self, interruptions: Sequence[Interruption]) -> None:
        """Fill the rows."""
        self.fill((one.kind, (one.begun_on, one.ended_on, one.note)) for one in interruptions)

    def interruptions(self) -> Tuple[Interruption, ...]:
        """What stands in the rows.

        :raises InputError: a day is none.
        """
        return tuple(
            Interruption(
                self.code(row),
                typed_day(tr("Begun on"), self.cell(row, 1)),
                typed_day(tr("Ended on"), self.cell(row, 2)),
                self.cell(row, 3),
            )
            for row in range(self.table.rowCount())
        )

    def show_terms(self) -> None:
        """Say in each row which terms it stops, by what, and whose default that is."""
        for row in range(self.table.rowCount()):
            kind = self._kinds.get(self.code(row))
            if kind is not None:
                names = "、".join(self._terms[one] for one in kind.deadlines)
                mark = say(kind.origin.label)
                self.tell(row, f"{names}（{mark}）" if mark else names, about=kind.article)


def _number(amount: Optional[Decimal]) -> str:
    return "" if amount is None else format(amount, "f")


def penalty_words(kind: PenaltyKind) -> str:
    """A kind of penalty with the unit that it is decided in."""
    unit = {"yuan": tr("yuan"), "m2": "m²", "mu": tr("mu")}.get(kind.unit, kind.unit)
    return tr("{name} ({unit})").format(name=term(kind.label), unit=unit)
