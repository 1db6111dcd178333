"""Which months a table is about, by what its rows are, as of which day."""

from __future__ import annotations

from datetime import date
from typing import List, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from ...core.statistics import Period
from ...maps.session import Session
from ...maps.words import tr
from ..parts.code_box import choose

MONTH, TO_DATE, YEAR, ALL = "month", "to_date", "year", "all"


class PeriodBar(QWidget):
    """``changed``: other months or rows, counted from the same facts; ``day_changed``: others."""

    changed = pyqtSignal()
    day_changed = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.kind, self.month, self.rows = QComboBox(self), QComboBox(self), QComboBox(self)
        self.only = QComboBox(self)
        self.offer({})
        for code, words in (
            (TO_DATE, tr("From January on")),
            (MONTH, tr("Month")),
            (YEAR, tr("Year")),
            (ALL, tr("All years")),
        ):
            self.kind.addItem(words, code)
        self.month.addItems(reversed(session.months()))
        self.month.setCurrentIndex(max(0, self.month.findText(session.month)))
        self.rows.addItem(tr("as the table has it"), "")
        for code, words in (
            ("unit", tr("by unit")),
            ("township", tr("by township")),
            ("month", tr("by month")),
            ("year", tr("by year")),
        ):
            self.rows.addItem(words, code)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self._today = session.today
        self.day.setDate(QDate(self._today.year, self._today.month, self._today.day))
        for box in (self.kind, self.month, self.rows, self.only):
            box.activated.connect(lambda _index: self.changed.emit())
        self.day.dateChanged.connect(lambda _day: self.day_changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        widgets: List[QWidget] = [self.kind, self.month, self.only, self.rows]
        for widget in (*widgets, QLabel(tr("as of"), self), self.day):
            layout.addWidget(widget)
        self.again = QToolButton(self)
        self.again.setText("↻")
        self.again.setToolTip(tr("Count again"))
        self.again.clicked.connect(lambda _checked=False: self.day_changed.emit())
        layout.addWidget(self.again)
        layout.addStretch(1)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer all units, and each alone; the one that was chosen stays chosen."""
        chosen = self.only.currentData() or ""
        self.only.clear()
        self.only.addItem(tr("All units"), "")
        for code, name in names.items():
            self.only.addItem(name, code)
        self.only.setCurrentIndex(max(0, self.only.findData(chosen)))

    @property
    def units(self) -> Tuple[str, ...]:
        """The only units that are counted; empty: all of them."""
        chosen = self.only.currentData()
        return (chosen,) if chosen else ()

    @property
    def period(self) -> Period:
        """The months."""
        kind, month = self.kind.currentData(), self.month.currentText()
        if kind == ALL or not month:
            return Period.everything()
        if kind == MONTH:
            return Period.month(month)
        return Period.year(int(month[:4])) if kind == YEAR else Period.to_date(month)

    @property
    def by(self) -> str:
        """What the rows are; empty: as the table has it."""
        return self.rows.currentData()

    @property
    def past_day(self) -> Optional[date]:
        """The day that is asked about; None when it is as things stand now."""
        day = self.day.date().toPyDate()
        return day if day < self._today else None

    def take(self, kind: str, month: str = "", by: str = "", unit: str = "") -> None:
        """Choose for the person."""
        choose(self.kind, kind)
        if month:
            self.month.setCurrentIndex(self.month.findText(month))
        choose(self.rows, by)
        choose(self.only, unit)
        self.changed.emit()
