"""案件: parcels of one or several patches that one actor answers for."""

from __future__ import annotations

from decimal import Decimal
from typing import Dict, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core.casefile import Case
from ..maps.words import tr
from .wording import mu_with_unit
from .workplace import Workplace

NUMBER = Qt.ItemDataRole.UserRole


class CaseDialog(QDialog):
    """The list of all cases, and the one that is being written; stays beside the dock."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Cases"))
        self.resize(520, 460)
        self._work = work
        self._session = work.session
        self._shown: Optional[Case] = None
        self._make_parts()
        self._arrange()
        self._session.reloaded.connect(self._refresh)
        for signal in (self._session.shown, self._session.held):
            signal.connect(self._enable)
        self._session.closed.connect(self.close)
        self._fill()
        self.begin(self._case_at_hand())

    def _make_parts(self) -> None:
        self.cases = QTreeWidget(self)
        self.cases.setHeaderLabels([tr("Case"), tr("Actor"), tr("Parcels"), tr("Area")])
        self.cases.setRootIsDecorated(False)
        self.cases.itemClicked.connect(lambda item, _column: self._choose(item))
        self.number, self.actor, self.name = (QLineEdit(self) for _ in range(3))
        self.parcels = QListWidget(self)
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(lambda _checked: self.add_parcel())
        self.take_button = QPushButton(tr("Take out"), self)
        self.take_button.clicked.connect(lambda _checked: self.take_parcel())
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Case number"), self.number)
        form.addRow(tr("Actor"), self.actor)
        form.addRow(tr("Project or matter"), self.name)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.take_button)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.new_button = buttons.addButton(tr("New case"), role)
        self.record_button = buttons.addButton(tr("Record"), role)
        self.drop_button = buttons.addButton(tr("Drop case"), role)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.new_button.clicked.connect(lambda _checked: self.begin(None))
        self.record_button.clicked.connect(lambda _checked: self.record())
        self.drop_button.clicked.connect(lambda _checked: self.drop())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.cases, 1)
        layout.addLayout(form)
        layout.addWidget(self.parcels, 1)
        layout.addLayout(row)
        layout.addWidget(self.answer)
        layout.addWidget(buttons)

    # ---- the list

    def _fill(self) -> None:
        self.cases.clear()
        self._recorded: Dict[str, Case] = {one.number: one for one in self._session.book.cases()}
        self._areas = {row.parcel_number: row.area_mu for row in self._session.rows}
        for case in self._recorded.values():
            areas = [self._area(number) for number in case.parcels]
            known = [area for area in areas if area is not None]
            area = mu_with_unit(sum(known)) if known else ""
            words = [case.number, case.actor, str(len(case.parcels)), area]
            self.cases.addTopLevelItem(QTreeWidgetItem(words))
        self.cases.resizeColumnToContents(0)

    def _area(self, number: str) -> Optional[Decimal]:
        """The parcel's mu, whichever month it is of; None when there is no such parcel now."""
        if number not in self._areas:
            dossier = self._session.book.dossier(number)
            factor = self._session.plan.area_rules.mu_per_m2
            self._areas[number] = dossier.parcel.mu(factor) if dossier else None
        return self._areas[number]

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.begin(self._recorded[item.text(0)])

    def _case_at_hand(self) -> Optional[Case]:
        number = self._session.number
        return next((one for one in self._recorded.values() if number in one.parcels), None)

    def _refresh(self) -> None:
        if self.isVisible():
            self._fill()
            self._enable()

    # ---- the case that is being written

    def begin(self, case: Optional[Case]) -> None:
        """Write on at a case, or at a new one that holds the parcel at hand."""
        self._shown = case
        self.number.setText(case.number if case else "")
        self.number.setReadOnly(case is not None)
        self.actor.setText(case.actor if case else "")
        self.name.setText(case.name if case else "")
        self.parcels.clear()
        here = [self._session.number] if self._session.number else []
        for number in case.parcels if case else here:
            self._list(number)
        self.answer.clear()
        self._enable()

    def _list(self, number: str) -> None:
        area = self._area(number)
        words = mu_with_unit(area) if area is not None else tr("was divided or merged")
        item = QListWidgetItem(f"{number} · {words}", self.parcels)
        item.setData(NUMBER, number)

    def _numbers(self) -> List[str]:
        return [self.parcels.item(at).data(NUMBER) for at in range(self.parcels.count())]

    def add_parcel(self) -> None:
        """The parcel at hand belongs to the case as well."""
        if self._session.number and self._session.number not in self._numbers():
            self._list(self._session.number)
        self._enable()

    def take_parcel(self) -> None:
        """The chosen parcel does not belong to the case."""
        self.parcels.takeItem(self.parcels.currentRow())
        self._enable()

    def record(self) -> None:
        """Record the case as it is written here."""
        number = self.number.text().strip()
        if not number or not self._numbers():
            self.answer.setText(tr("A case needs a number and a parcel at least."))
            return
        new = Case(
            number,
            self.actor.text().strip(),
            self.name.text().strip(),
            tuple(self._numbers()),
        )
        with self._work.messages.guard():
            self._session.change_case(new, self._shown)
            self.begin(new)
            self.answer.setText(tr("Recorded."))

    def drop(self) -> None:
        """Take the case out of the record; its parcels stay as they are."""
        if self._shown is not None:
            with self._work.messages.guard():
                self._session.drop_case(self._shown)
                self.begin(None)

    def _enable(self, _number: str = "") -> None:
        writable = self._session.writable
        self.add_button.setText(tr("Add {parcel}").format(parcel=self._session.number))
        self.add_button.setEnabled(self._session.number not in ["", *self._numbers()])
        self.take_button.setEnabled(self.parcels.count() > 0)
        self.record_button.setEnabled(writable)
        self.drop_button.setEnabled(writable and self._shown is not None)
