"""两平衡一冻结: the day and document by which quota was frozen, or set free, for several cases."""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence

from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.ledger.freezing import FreezeRow, FreezeState, freed, frozen
from ...maps.words import say, tr
from ..parts.once_button import OnceButton
from ..parts.wording import mu_with_unit
from ..workplace import Workplace
from .turn_form import ISO, day_edit


class QuotaForm(QDialog):
    """All of the rows are to be frozen, or all are to be set free."""

    def __init__(
        self,
        work: Workplace,
        rows: Sequence[FreezeRow],
        recorded: Callable[[], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self._rows, self._recorded = list(rows), recorded
        self.freezes = rows[0].state is FreezeState.TO_FREEZE
        self.setWindowTitle(tr("Quota was frozen") if self.freezes else tr("Quota was set free"))
        self.resize(420, 0)
        self.day = day_edit(self._session.today, self)
        self.document = QLineEdit(self)
        self.missing = QLabel(self)
        self.missing.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Cases"), QLabel(self._about(), self))
        form.addRow(tr("Date"), self.day)
        form.addRow(tr("Document number"), self.document)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        # Not of the accepting kind: Enter in a field would press it.
        self.record_button = OnceButton(tr("Record"))
        buttons.addButton(self.record_button, role.ActionRole)
        self.record_button.clicked.connect(lambda _checked: self.record())
        buttons.addButton(tr("Cancel"), role.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.missing)
        layout.addWidget(buttons)
        self._session.closed.connect(self.reject)

    def _about(self) -> str:
        areas = [one.to_freeze_mu for one in self._rows if one.to_freeze_mu is not None]
        if not self.freezes:
            areas = [one.case.areas.cultivated_mu or 0 for one in self._rows]
        words = tr("{count} cases, {area} of cultivated land")
        return words.format(count=len(self._rows), area=mu_with_unit(sum(areas)))

    def _changes(self) -> List:
        on, document = self.day.date().toString(ISO), self.document.text().strip()
        there = self._session.book.freezings()
        does = frozen if self.freezes else freed
        return [
            change
            for one in self._rows
            for change in does(one.case, on, document, there.get(one.case.subject))
        ]

    def record(self) -> None:
        """Record it for all of them."""
        try:
            changes = self._changes()
        except TubanError as error:
            self.missing.setText(say(error.text))
            return
        with self._work.messages.guard():
            self._session.record(changes)
            self.accept()
            self._recorded()
