"""外业核查: the field check of the parcel at hand and its photos."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QShortcut, QVBoxLayout, QWidget

from ...core.errors import CasebookConflict, TubanError
from ...core.field.checks import gaps_in, mistakes_in
from ...core.field.photo_checks import photo_findings
from ...core.model import FieldCheck, Photo
from ...maps.kept_drafts import draft_of, record_in
from ...maps.words import say, tr
from ..desk.photo_strip import PhotoStrip
from ..workplace import Workplace
from .questions import FieldFields, blank_check


class FieldForm(QDialog):
    """Follows the parcel at hand; what is typed and not yet recorded waits for its return."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work = work
        self._session = work.session
        self._drafts = work.session.drafts_of("field", self._recorded)
        self._last: Optional[FieldCheck] = None
        self._number = ""
        self.resize(560, 700)
        self.fields = FieldFields(self)
        self.photos = PhotoStrip(work.session, self)
        self.remarks = QLabel(self)
        self.remarks.setWordWrap(True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._arrange()
        self._connect()
        if work.session.plan is not None:
            self.fields.take_plan(work.session.plan)
        self._show()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.record_button = buttons.addButton(tr("Record"), role)
        self.next_button = buttons.addButton(tr("Record and go on"), role)
        self.forget_button = buttons.addButton(tr("As recorded"), role)
        self.forget_button.setToolTip(tr("Forget what is typed and not recorded"))
        self.forget_button.clicked.connect(lambda _checked: self.forget())
        for button in (close, self.record_button, self.next_button, self.forget_button):
            button.setAutoDefault(False)
        self.record_button.setToolTip("Ctrl+Enter")
        self.next_button.setToolTip("Ctrl+Shift+Enter")
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.fields, self.photos, self.remarks, buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(self.remarks, 1)

    def _connect(self) -> None:
        session = self._session
        self.record_button.clicked.connect(lambda _checked: self.record())
        self.next_button.clicked.connect(lambda _checked: self.record_and_go_on())
        for keys, does in (
            ("Ctrl+Return", self.record),
            ("Ctrl+Enter", self.record),
            ("Ctrl+Shift+Return", self.record_and_go_on),
            ("Ctrl+Shift+Enter", self.record_and_go_on),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(does)
        self.fields.edited.connect(self._keep_draft)
        self.photos.unwanted.connect(self._detach)
        session.shown.connect(self._shown)
        session.changed.connect(self._changed)
        session.held.connect(self._enable)
        session.closed.connect(self.close)

    # ---- showing

    def _shown(self, _number: str) -> None:
        self._show()

    def _changed(self, number: str) -> None:
        if number == self._number:
            self._show()

    def _show(self) -> None:
        dossier = self._session.dossier
        self._number = self._session.number
        self.setWindowTitle(tr("Field check · {number}").format(number=self._number))
        self._enable()
        if dossier is None:
            self.photos.clear()
            self.remarks.clear()
            return
        recorded = dossier.field_check or blank_check(self._number, self._last, date.today())
        self.fields.blockSignals(True)
        self.fields.show_check(self._draft() or recorded)
        self.fields.blockSignals(False)
        self.photos.show_photos(list(dossier.photos))
        self._show_remarks()

    def _recorded(self) -> Optional[FieldCheck]:
        dossier = self._session.dossier
        return dossier.field_check if dossier else None

    def _draft(self) -> Optional[FieldCheck]:
        return record_in(self._drafts.get(self._number), FieldCheck)

    def _show_remarks(self) -> None:
        dossier, plan = self._session.dossier, self._session.plan
        draft = self._draft()
        self.forget_button.setEnabled(draft is not None)
        if draft is not None:
            dossier = replace(dossier, field_check=draft)
        found = [*gaps_in(dossier, plan), *photo_findings(dossier, plan, date.today())]
        lines = [f"• {say(one.message)}" for one in found]
        if draft is not None:
            lines.insert(0, self._drafts.not_recorded(self._number))
        self.remarks.setText("\n".join(lines))

    def _enable(self) -> None:
        here = self._session.dossier is not None and self._session.writable
        for widget in (self.fields, self.record_button, self.next_button):
            widget.setEnabled(here)

    # ---- what the person does

    def _keep_draft(self) -> None:
        self._drafts[self._number] = draft_of(self.fields.check(self._number))
        self._show_remarks()

    def forget(self) -> None:
        """What is typed is not to be recorded: show the record again."""
        self._drafts.pop(self._number, None)
        self._show()

    def record(self) -> bool:
        """Record what stands in the form; False when something is missing."""
        if self._session.dossier is None or not self.record_button.isEnabled():
            return False
        check = self.fields.check(self._number)
        mistakes = list(mistakes_in(check, self._session.plan, date.today()))
        if mistakes:
            self.remarks.setText("\n".join(f"• {say(one)}" for one in mistakes))
            return False
        try:
            self._session.check_field(check)
        except TubanError as error:
            self._work.messages.error(error)
            if isinstance(error, CasebookConflict):
                self._session.reload()
            return False
        self._last = check
        self._drafts.pop(check.parcel_number, None)
        self._show_remarks()
        return True

    def record_and_go_on(self) -> None:
        """Record, and show the month's next parcel."""
        if self.record():
            with self._work.messages.guard():
                self._session.show_step(1)
            self.fields.people.setFocus()

    def _detach(self, photo: Photo) -> None:
        with self._work.messages.guard():
            self._session.detach_photo(photo)
