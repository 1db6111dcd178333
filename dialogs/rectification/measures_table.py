"""整改措施: a row for each way in which a share of the parcel is put right."""

from __future__ import annotations

from decimal import Decimal
from typing import Callable, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
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

from ...core.cases.typed import typed_amount, typed_day
from ...core.plan import RectificationRules
from ...core.rectified import Measure, Progress
from ...maps.marks import mark_and_source
from ...maps.words import say, term, tr
from ..parts.code_box import choose

WAY, PROGRESS, AREA, CULTIVATED, FARMLAND, RECULTIVATED, DOCUMENT, DATED, DONE, NOTE = range(10)
AMOUNTS = (AREA, CULTIVATED, FARMLAND, RECULTIVATED)
LEAST_WIDTH_PX, ROWS_PX = 76, 150
Row = Tuple[str, ...]
"""What stands in a row, the way and how far it is as codes."""


def row_of(measure: Measure) -> Row:
    """A measure as it is typed."""
    areas = (measure.area_mu, measure.cultivated_mu, measure.basic_farmland_mu)
    again = measure.recultivated_mu
    return (
        measure.way,
        measure.progress.value,
        *(format(one, "f") for one in areas),
        "" if again is None else format(again, "f"),
        *(measure.document, measure.document_date, measure.done_on, measure.note),
    )


class MeasuresTable(QWidget):
    """``edited`` with every change. ``left()`` gives what is still to be put right in mu: all,
    cultivated and basic farmland; a new row begins with it."""

    edited = pyqtSignal()

    def __init__(
        self,
        rules: RectificationRules,
        left: Callable[[], Sequence[Decimal]],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._rules, self._left = rules, left
        self.headings = [
            *(tr("Way of putting right"), tr("How far"), tr("Area (mu)"), tr("Cultivated (mu)")),
            *(tr("Basic farmland (mu)"), tr("Recultivated (mu)"), tr("Document"), tr("Dated")),
            *(tr("Done on"), tr("Note")),
        ]
        self.table = QTableWidget(0, len(self.headings), self)
        self.table.setHorizontalHeaderLabels(self.headings)
        self.table.verticalHeader().setVisible(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setMinimumHeight(ROWS_PX)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(LEAST_WIDTH_PX)
        header.setStretchLastSection(True)
        self.table.cellChanged.connect(lambda _row, _column: self.edited.emit())
        self.add_button = QPushButton(tr("Add a row"), self)
        self.take_button = QPushButton(tr("Take out"), self)
        self.add_button.clicked.connect(lambda _checked: self.add_row())
        self.take_button.clicked.connect(lambda _checked: self.take_row())
        buttons = QHBoxLayout()
        for button in (self.add_button, self.take_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    # ---- rows

    def add_row(self) -> None:
        """A row below for what is still to be put right, planned, in the plan's first way."""
        amounts = [format(one, "f") for one in self._left()]
        self._put((next(iter(self._rules.ways)), Progress.PLANNED.value, *amounts))
        self.table.setCurrentCell(self.table.rowCount() - 1, AREA)
        self.edited.emit()

    def take_row(self) -> None:
        """The chosen row goes."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.edited.emit()

    def fill(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for row in rows:
            self._put(row)
        self.table.blockSignals(False)

    def _put(self, row: Row) -> None:
        at, was = self.table.rowCount(), self.table.blockSignals(True)
        self.table.insertRow(at)
        way, progress = QComboBox(self.table), QComboBox(self.table)
        for rule in self._rules.ways.values():
            way.addItem(term(rule.label), rule.code)
            tip = mark_and_source(rule.origin, self._rules.source)
            way.setItemData(way.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        for one in Progress:
            progress.addItem(say(one.label), one.value)
        for column, box in ((WAY, way), (PROGRESS, progress)):
            choose(box, row[column])
            box.activated.connect(lambda _index: self.edited.emit())
            self.table.setCellWidget(at, column, box)
        for column in range(AREA, len(self.headings)):
            item = QTableWidgetItem(row[column] if column < len(row) else "")
            if column in AMOUNTS:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(right)
            self.table.setItem(at, column, item)
        self.table.blockSignals(was)

    def rows(self) -> Tuple[Row, ...]:
        """What stands in the rows."""
        return tuple(self._row(at) for at in range(self.table.rowCount()))

    def _row(self, at: int) -> Row:
        codes = [self.table.cellWidget(at, column).currentData() for column in (WAY, PROGRESS)]
        columns = range(AREA, len(self.headings))
        return (*codes, *(self.table.item(at, column).text().strip() for column in columns))

    def measures(self) -> Tuple[Measure, ...]:
        """The measures that stand in the rows; an area that is empty is none.

        :raises InputError: a day or an area is none.
        """
        return tuple(self._measure(row) for row in self.rows())

    def _measure(self, row: Row) -> Measure:
        name = f"{term(self._rules.way_label(row[WAY]))} · {{}}".format
        amounts: List[Optional[Decimal]] = [
            typed_amount(name(self.headings[column]), row[column]) for column in AMOUNTS
        ]
        area, cultivated, farmland = (one or Decimal(0) for one in amounts[:3])
        return Measure(
            way=row[WAY],
            progress=Progress(row[PROGRESS]),
            area_mu=area,
            cultivated_mu=cultivated,
            basic_farmland_mu=farmland,
            recultivated_mu=amounts[3],
            document=row[DOCUMENT],
            document_date=typed_day(name(self.headings[DATED]), row[DATED]),
            done_on=typed_day(name(self.headings[DONE]), row[DONE]),
            note=row[NOTE],
        )
