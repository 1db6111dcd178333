"""The parcels of a case: a list with areas, to which the parcel at hand is added."""

from __future__ import annotations

from decimal import Decimal
from typing import Dict, List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...maps.session import Session
from ...maps.words import tr
from ..parts.wording import mu_with_unit

NUMBER = Qt.ItemDataRole.UserRole


class ParcelsTab(QWidget):
    """Fills itself from numbers and gives back those that stand in it."""

    edited = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._areas: Dict[str, Optional[Decimal]] = {}
        self.list = QListWidget(self)
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(lambda _checked: self.add_parcel())
        self.take_button = QPushButton(tr("Take out"), self)
        self.take_button.clicked.connect(lambda _checked: self.take_parcel())
        row = QHBoxLayout()
        for button in (self.add_button, self.take_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    def forget_areas(self) -> None:
        """Parcels may have been divided since: ask for their areas again."""
        self._areas = {row.parcel_number: row.area_mu for row in self._session.rows}

    def mu_of(self, number: str) -> Optional[Decimal]:
        """The parcel's mu, whichever month it is of; None when there is no such parcel now."""
        if number not in self._areas:
            dossier = self._session.book.dossier(number)
            factor = self._session.plan.area_rules.mu_per_m2
            self._areas[number] = dossier.parcel.mu(factor) if dossier else None
        return self._areas[number]

    def show_parcels(self, numbers: List[str]) -> None:
        """Fill the list."""
        self.list.clear()
        for number in numbers:
            self._list(number)

    def _list(self, number: str) -> None:
        area = self.mu_of(number)
        words = mu_with_unit(area) if area is not None else tr("was divided or merged")
        item = QListWidgetItem(f"{number} · {words}", self.list)
        item.setData(NUMBER, number)

    def numbers(self) -> List[str]:
        """The parcels that stand in the list."""
        return [self.list.item(at).data(NUMBER) for at in range(self.list.count())]

    def add_parcel(self) -> None:
        """The parcel at hand belongs to the case as well."""
        if self._session.number and self._session.number not in self.numbers():
            self._list(self._session.number)
        self._changed()

    def take_parcel(self) -> None:
        """The chosen parcel does not belong to the case."""
        self.list.takeItem(self.list.currentRow())
        self._changed()

    def _changed(self) -> None:
        self.enable()
        self.edited.emit()

    def enable(self) -> None:
        """Offer what can be done with the parcel at hand."""
        self.add_button.setText(tr("Add {parcel}").format(parcel=self._session.number))
        self.add_button.setEnabled(self._session.number not in ["", *self.numbers()])
        self.take_button.setEnabled(self.list.count() > 0)
