"""Two lines about the parcel at hand: why it wants a second look, and a comment."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from ...core.casebook import saying
from ...core.errors import CasebookConflict, TubanError
from ...maps.words import tr
from ..parts.colours import HURRY
from ..parts.wording import tail
from ..workplace import Workplace
from .keys import Key
from .line_edit import LeavingEdit


class NotesRow(QWidget):
    """Return records a line, Esc leaves it as it was; an empty line takes the note off. What is
    written gets a line to itself, so that it can be read.

    ``recorded(words)`` tells what has been recorded, ``done_typing`` that the keys are free.
    """

    recorded = pyqtSignal(str)
    done_typing = pyqtSignal()

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self.second_look = LeavingEdit(tr("Why somebody should look again"), self)
        self.comment = LeavingEdit(tr("Comment on this parcel"), self)
        self._flag, self._pen = QLabel("⚑", self), QLabel("✎", self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._flag, 0, 0)
        layout.addWidget(self.second_look, 0, 1)
        layout.setColumnStretch(1, 1)
        for field in (self.second_look, self.comment):
            field.returnPressed.connect(self._record)
            field.left.connect(self._leave)
            field.textEdited.connect(lambda _text: self._keep())
        session = self._session
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.closed.connect(self._show)
        session.held.connect(self._show)
        self._show()

    def keys(self) -> List[Key]:
        """The commands for notes."""
        return [
            Key("second_look", tr("flag for a second look"), "N", self._start_second_look),
            Key("comment", tr("comment"), "B", self._start_comment),
        ]

    def _start_second_look(self) -> None:
        self._start(self.second_look)

    def _start_comment(self) -> None:
        self._start(self.comment)

    def _start(self, field: LeavingEdit) -> None:
        if field.isEnabled():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _record(self) -> None:
        session, shown = self._session, self._session.dossier
        changes = [
            *saying.second_look_wanted(shown, self.second_look.text()),
            *saying.commented(shown, self.comment.text()),
        ]
        try:
            has_news = session.record(changes)
            self._forget()
            if has_news:
                self.recorded.emit(tr("Note · {number}").format(number=tail(session.number)))
        except TubanError as error:
            self._work.messages.error(error)
            if isinstance(error, CasebookConflict):
                session.reload()
        self.done_typing.emit()

    # ---- what is typed and not recorded waits for the parcel's return

    def _keep(self) -> None:
        typed = (self.second_look.text(), self.comment.text())
        self._session.drafts_of("notes")[self._session.number] = typed

    def _forget(self) -> None:
        self._session.drafts_of("notes").pop(self._session.number, None)

    def _typed(self) -> Tuple[str, str]:
        dossier = self._session.dossier
        if dossier is None:
            return ("", "")
        recorded = (dossier.notes.second_look, dossier.notes.comment)
        return self._session.drafts_of("notes").get(self._session.number, recorded)

    def _leave(self) -> None:
        self._forget()
        self._show()
        self.done_typing.emit()

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        dossier = self._session.dossier
        self.setEnabled(dossier is not None and self._session.writable)
        for field, words in zip((self.second_look, self.comment), self._typed()):
            field.setText(words)
        for field in (self.second_look, self.comment):
            field.setCursorPosition(0)
            field.setToolTip(field.text() or field.placeholderText())
        flagged = bool(dossier and dossier.notes.second_look)
        self._flag.setStyleSheet(f"color: {HURRY}; font-weight: bold" if flagged else "")
        self._arrange(below=flagged or bool(self.comment.text()))

    def _arrange(self, below: bool) -> None:
        """Put the comment below the other line, or beside it."""
        layout, row, column = self.layout(), int(below), 0 if below else 2
        layout.addWidget(self._pen, row, column)
        layout.addWidget(self.comment, row, column + 1)
        layout.setColumnStretch(3, 0 if below else 1)
