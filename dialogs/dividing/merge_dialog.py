"""Choosing parcels of one patch to be put together."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.parcels import Division, division_rules, merge
from ...maps.words import say, term, tr
from ..parts.colours import ALARM
from ..parts.wording import mu_with_unit
from ..workplace import Workplace


class MergeDialog(QDialog):
    """The patch's parcels to be ticked; ``propose(division)`` gets what would come of it."""

    def __init__(
        self,
        work: Workplace,
        propose: Callable[[Division], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge parcels back"))
        self.resize(480, 320)
        self._session = work.session
        self._propose = propose
        self._partition = work.session.partition()
        self.parcels = QListWidget(self)
        self._fill()
        hint = QLabel(
            tr(
                "The new parcel is undecided. All parcels together are the patch as issued. What "
                "was judged of them stays in the casebook."
            ),
            self,
        )
        hint.setWordWrap(True)
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.show_button = buttons.addButton(
            tr("Show on the map"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.propose_chosen)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (hint, self.parcels, self.answer, buttons):
            layout.addWidget(widget)
        self.show_button.setEnabled(len(self._partition.parcels) > 1)

    def _fill(self) -> None:
        plan = self._session.plan
        titles = {one.code: term(one.label) for one in plan.categories}
        judged = {row.parcel_number: row.category for row in self._session.rows}
        for parcel in self._partition.parcels:
            area = mu_with_unit(parcel.mu(plan.area_rules.mu_per_m2))
            verdict = titles.get(judged.get(parcel.number, ""), tr("Undecided"))
            item = QListWidgetItem(f"{parcel.number} · {area} · {verdict}", self.parcels)
            item.setData(Qt.ItemDataRole.UserRole, parcel.number)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)

    def propose_chosen(self) -> None:
        """Hand on the ticked parcels as one; a refusal is told here."""
        items = [self.parcels.item(at) for at in range(self.parcels.count())]
        chosen = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
        try:
            division = merge(self._partition, chosen, division_rules(self._session.plan))
        except TubanError as error:
            self.answer.setText(say(error.text))
            self.answer.setStyleSheet(f"color: {ALARM}")
            return
        self.hide()
        self._propose(division)
