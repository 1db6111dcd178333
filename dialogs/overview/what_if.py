"""假定整改: parcels are ticked as put right by the cut-off, and the ratio follows at once."""

from __future__ import annotations

from typing import Callable, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.plan import Plan
from ...core.reports.ratio_views import Candidate, candidates, heavier
from ...core.statistics import DASH, Facts
from ...core.statistics.ratio import AFTER, BEFORE, Ratio
from ...maps.words import term, tr

NUMBER = Qt.ItemDataRole.UserRole
SHOWN, AFTER_MS = 2000, 60
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class WhatIf(QWidget):
    """``count(numbers)`` gives the ratio with these parcels taken as put right."""

    def __init__(
        self, count: Callable[[Tuple[str, ...]], Ratio], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._candidates: List[Candidate] = []
        self._found: Optional[Ratio] = None
        self.list, self.ratios = QTreeWidget(self), QTreeWidget(self)
        self.list.setHeaderLabels(
            [tr("Parcel"), tr("Unit"), tr("Month"), tr("Cultivated, mu"), tr("State")]
        )
        self.ratios.setHeaderLabels(
            [tr("Unit"), tr("Before deduction"), tr("After deduction"), tr("If so"), tr("Line")]
        )
        for tree in (self.list, self.ratios):
            tree.setRootIsDecorated(False)
            tree.setAlternatingRowColors(True)
            tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        # All ticks of one act are counted together.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.count)
        self.list.itemChanged.connect(lambda _item, _column: self._timer.start())
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for caption, does in (
            (tr("Tick what is under way"), lambda: self.tick(lambda one: one.begun)),
            (tr("Tick all"), lambda: self.tick(lambda _one: True)),
            (tr("Tick none"), lambda: self.tick(lambda _one: False)),
        ):
            button = QPushButton(caption, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        row.addStretch(1)
        parts = QSplitter(self)
        parts.addWidget(self.list)
        parts.addWidget(self.ratios)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addLayout(row)
        layout.addWidget(parts, 1)

    def show_ratio(self, facts: Facts, found: Ratio, plan: Plan) -> None:
        """Offer the parcels that stay in the numerator; what was ticked stays ticked."""
        ticked = set(self.ticked)
        self._found, self._candidates = found, candidates(facts, found)
        self._cutoff = plan.rectification_rules.cutoff.date
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._candidates[:SHOWN]:
            state = tr("Under way") if one.begun else ""
            item = QTreeWidgetItem([one.number, one.name, one.month, str(one.mu), state])
            item.setData(0, NUMBER, one.number)
            is_ticked = one.number in ticked
            item.setCheckState(0, _state(is_ticked))
            item.setTextAlignment(3, RIGHT)
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self.count()

    @property
    def ticked(self) -> Tuple[str, ...]:
        """The parcels that are taken as put right."""
        items = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return tuple(
            item.data(0, NUMBER) for item in items if item.checkState(0) == Qt.CheckState.Checked
        )

    def tick(self, wanted: Callable[[Candidate], bool]) -> None:
        """Tick those that are wanted, and no others."""
        for at, one in enumerate(self._candidates[:SHOWN]):
            self.list.topLevelItem(at).setCheckState(0, _state(wanted(one)))
        self.count()

    def count(self) -> None:
        """Show the ratio with and without what is ticked."""
        self._timer.stop()
        if self._found is None:
            return
        ticked = self.ticked
        so, plan_rows = self._count(ticked), self._found.table.every_row()
        self.ratios.clear()
        for row, other in zip(plan_rows, so.table.every_row()):
            line = so.line(row.code)
            cells = [row.cells[BEFORE].shown, row.cells[AFTER].shown, other.cells[AFTER].shown]
            name = row.label or row.code or tr("Total")
            item = QTreeWidgetItem([name, *cells, term(line.label) if line else DASH])
            for column in (1, 2, 3):
                item.setTextAlignment(column, RIGHT)
            self.ratios.addTopLevelItem(item)
        words = tr(
            "What if: {count} parcels, {mu} mu cultivated, taken as put right by {cutoff}. Nothing "
            "is recorded."
        )
        self.told.setText(
            words.format(
                count=len(ticked), mu=heavier(self._candidates, ticked), cutoff=self._cutoff
            )
        )


def _state(is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
