"""A form about the parcel at hand that stays beside the dock while somebody goes on."""

from __future__ import annotations

from datetime import date
from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from ...core.cases.typed import typed_day
from ...core.errors import CasebookConflict, InputError, TubanError
from ...core.model import Dossier
from ...maps.kept_drafts import KeptDrafts
from ...maps.words import say, tr
from ..parts.colours import ALARM
from ..parts.once_button import OnceButton
from ..workplace import Workplace

Typed = Tuple[object, ...]
"""What stands in the fields, as it was typed."""


def typed_date(what: str, written: str, blank: date) -> date:
    """The day that is written; ``blank`` when nothing is. Raises InputError when it is none."""
    found = typed_day(what, written)
    return date.fromisoformat(found) if found else blank


class ParcelForm(QDialog):
    """Follows the parcel at hand; what is typed and not yet recorded waits for its return.

    ``drafts`` keeps it by parcel number, longer than the form, and QGIS, is open.

    A form of its own makes its fields in :meth:`_make`, fills them in :meth:`_put` from what
    :meth:`_recorded` takes out of the record, gives them back in :meth:`_typed`, and says in
    :meth:`_tell` what follows from them.
    """

    def __init__(
        self, work: Workplace, drafts: KeptDrafts, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self._drafts = drafts
        self._number = ""
        self.remarks = QLabel(self)
        self.remarks.setWordWrap(True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body = QWidget(self)
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._make_fields_area(), 1)
        layout.addWidget(self.remarks)
        layout.addWidget(self._make_buttons())
        QVBoxLayout(self).addWidget(self.body)
        session = work.session
        session.shown.connect(self._shown)
        session.changed.connect(self._changed)
        session.held.connect(self._enable)
        session.closed.connect(self.close)
        self._show()

    def _make_fields_area(self) -> QScrollArea:
        """The fields; on a low screen they scroll, and what is below them stays in sight."""
        area, fields = QScrollArea(self.body), QWidget()
        made = self._make()
        made.setContentsMargins(0, 0, 0, 0)
        fields.setLayout(made)
        area.setWidget(fields)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.record_buttons: List[QPushButton] = []
        for caption, keys, does in (
            (tr("Record"), "Ctrl+Return", self.record),
            (tr("Record and go on"), "Ctrl+Shift+Return", self.record_and_go_on),
        ):
            button = OnceButton(caption)
            buttons.addButton(button, role)
            button.setToolTip(keys.replace("Return", "Enter"))
            button.clicked.connect(lambda _checked, does=does: does())
            self.record_buttons.append(button)
            for sequence in (keys, keys.replace("Return", "Enter")):
                shortcut = QShortcut(QKeySequence(sequence), self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(does)
        self.forget_button = buttons.addButton(tr("As recorded"), role)
        self.forget_button.setToolTip(tr("Forget what is typed and not recorded"))
        self.forget_button.clicked.connect(lambda _checked: self.forget())
        for button in (close, self.forget_button):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    # ---- what a form of its own says

    def _title(self) -> str:
        """The title, with ``{number}``."""
        raise NotImplementedError

    def _make(self) -> QLayout:
        """The fields."""
        raise NotImplementedError

    def _recorded(self, dossier: Dossier) -> Typed:
        """What the fields show of the record."""
        raise NotImplementedError

    def _put(self, typed: Typed) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def _typed(self) -> Typed:
        """What stands in the fields."""
        raise NotImplementedError

    def _tell(self, dossier: Dossier) -> Sequence[str]:
        """Show what follows from the fields; the lines to be read. May raise InputError."""
        raise NotImplementedError

    def _record(self, dossier: Dossier) -> bool:
        """Record what stands in the fields; False when nothing is new. May raise."""
        raise NotImplementedError

    # ---- showing

    def _shown(self, _number: str) -> None:
        self._show()

    def _changed(self, number: str) -> None:
        if number == self._number:
            self._show()

    def _show(self) -> None:
        dossier = self._session.dossier
        self._number = self._session.number
        self.setWindowTitle(self._title().format(number=self._number))
        self._enable()
        if dossier is None:
            self.remarks.clear()
            return
        self.blockSignals(True)
        self._put(self._drafts.get(self._number) or self._recorded(dossier))
        self.blockSignals(False)
        self._show_remarks()

    def _show_remarks(self) -> None:
        dossier = self._session.dossier
        if dossier is None:
            return
        try:
            lines, wrong = list(self._tell(dossier)), False
        except InputError as error:
            lines, wrong = [say(error.text)], True
        self.forget_button.setEnabled(self._number in self._drafts)
        if self.forget_button.isEnabled():
            lines.insert(0, self._drafts.not_recorded(self._number))
        if not self._session.book.writable:
            lines.insert(0, tr("This casebook can only be read."))
        self._say(lines, wrong)

    def _say(self, lines: Sequence[str], wrong: bool = False) -> None:
        self.remarks.setText("\n".join(lines))
        self.remarks.setStyleSheet(f"color: {ALARM}" if wrong else "")

    def _enable(self) -> None:
        here = self._session.dossier is not None and self._session.writable
        for button in self.record_buttons:
            button.setEnabled(here)

    # ---- what the person does

    def keep(self) -> None:
        """Something was typed: it is kept for this parcel until it is recorded."""
        if self._session.dossier is not None and not self.signalsBlocked():
            self._drafts[self._number] = self._typed()
            self._show_remarks()

    def forget(self) -> None:
        """What is typed is not to be recorded: show the record again."""
        self._drafts.pop(self._number, None)
        self._show()

    def record(self) -> bool:
        """Record what stands in the form; False when it cannot be, and the form says why."""
        dossier = self._session.dossier
        if dossier is None or not self.record_buttons[0].isEnabled():
            return False
        number = self._number
        try:
            has_news = self._record(dossier)
        except TubanError as error:
            self._say([say(error.text)], wrong=True)
            if isinstance(error, CasebookConflict):
                self._work.messages.error(error)
                self._session.reload()
            return False
        self._drafts.pop(number, None)
        self._show()
        self._say([tr("Recorded.") if has_news else tr("Nothing new to record."), self.said()])
        return True

    def said(self) -> str:
        """The lines under the fields."""
        return self.remarks.text()

    def record_and_go_on(self) -> None:
        """Record, and show the queue's next parcel."""
        if self.record():
            with self._work.messages.guard():
                if not self._session.show_step(1):
                    self._say([self.said(), tr("The queue ends here")])
