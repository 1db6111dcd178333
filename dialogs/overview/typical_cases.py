"""典型案例: parcels that somebody chooses, told of before those that the plan's rules choose."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.reports.papers import period_of
from ...core.reports.parcel_lines import parcel_lines
from ...core.reports.rules import PaperRule
from ...core.statistics import Facts
from ...maps.session import Session
from ...maps.words import tr

SHOWN = 1000
NUMBER = Qt.ItemDataRole.UserRole


class TypicalCases(QWidget):
    """The illegal parcels of a paper's months, the largest first, to be ticked."""

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen: List[str] = []
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        headings = (tr("Parcel"), tr("Unit"), tr("Month"), tr("Verdict"))
        self.list.setHeaderLabels([*headings, tr("Area, mu"), tr("Cultivated, mu")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.list.itemChanged.connect(lambda _item, _column: self._ticked())
        self.here = QPushButton(tr("The parcel at hand"), self)
        self.here.setToolTip(tr("Ticks the parcel that the dock shows, if it is in the list."))
        self.here.setAutoDefault(False)
        self.here.clicked.connect(lambda _checked=False: self.tick(session.number))
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Typical cases besides those of the plan's rules"), self), 1)
        row.addWidget(self.here)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)

    @property
    def chosen(self) -> Tuple[str, ...]:
        """Their numbers, in the order in which they were ticked."""
        return tuple(self._chosen)

    def offer(self, facts: Facts, rule: PaperRule, month: str) -> None:
        """Offer the illegal parcels of the paper's months; what is ticked stays ticked."""
        period, months = period_of(rule, month), facts.dimensions["month"]
        there = months.among([one for one in months.values if one and period.holds(one)])
        numbers = facts.numbers_where(there & facts.marks["illegal"])
        lines = parcel_lines(facts, numbers, self._session.plan, tr)
        largest = sorted(lines, key=lambda one: -float(one[4]))[:SHOWN]
        self._chosen = [one for one in self._chosen if one in set(numbers)]
        self.list.blockSignals(True)
        self.list.clear()
        for line in largest:
            item = QTreeWidgetItem(list(line))
            item.setData(0, NUMBER, line[0])
            ticked = line[0] in self._chosen
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            for column in (4, 5):
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                item.setTextAlignment(column, int(right))
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)

    def tick(self, number: str) -> bool:
        """Tick a parcel; False when it is not in the list."""
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item.data(0, NUMBER) == number:
                item.setCheckState(0, Qt.CheckState.Checked)
                self.list.scrollToItem(item)
                return True
        return False

    def _ticked(self) -> None:
        items = [self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount())]
        ticked = [
            item.data(0, NUMBER) for item in items if item.checkState(0) == Qt.CheckState.Checked
        ]
        kept = [one for one in self._chosen if one in ticked]
        self._chosen = kept + [one for one in ticked if one not in kept]
