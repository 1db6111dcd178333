"""照片挂接: photos with the parcels they are of, to be looked at before anything is attached."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.field import Match, attach_photos, match_photos
from ...core.model import Photo
from ...maps.words import tr
from ..parts.task_row import TaskRow
from ..workplace import Workplace
from .match_table import MatchTable


class PhotoMatching(QDialog):
    """Reads the photos, proposes a parcel for each, and attaches what the person leaves in.

    ``at_hand`` is the parcel that the photos were dropped on; empty when they fell on none.
    """

    def __init__(
        self,
        work: Workplace,
        given: Sequence[Path],
        at_hand: str = "",
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Attach photos"))
        self.resize(1000, 640)
        self._work = work
        self._session = work.session
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.table = MatchTable(work.session, self)
        self.task = TaskRow(work.tasks, self)
        self._arrange()
        self.table.chosen.connect(self._tell)
        self._session.closed.connect(self.close)
        self._session.held.connect(self._tell)
        self._read(list(given), at_hand)

    def _arrange(self) -> None:
        self.here_button = QPushButton(tr("Marked rows: the parcel at hand"), self)
        self.out_button = QPushButton(tr("Marked rows: leave out"), self)
        self.here_button.clicked.connect(lambda _checked: self._all_here())
        self.out_button.clicked.connect(lambda _checked: self.table.choose_for_marked(""))
        row = QHBoxLayout()
        for button in (self.here_button, self.out_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.attach_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.attach_button.setDefault(True)
        cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        buttons.accepted.connect(self.attach)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    def _read(self, given: List[Path], at_hand: str) -> None:
        session = self._session
        book, plan, month = session.book, session.plan, session.month
        self._tell()
        self.task.run(
            tr("Looking at the photos"),
            lambda progress: match_photos(book, plan, given, progress, month, at_hand),
            self._show,
        )

    def _show(self, matches: List[Match]) -> None:
        self.table.show_matches(matches)
        self._tell()
        if self.attach_button.isEnabled():
            self.attach_button.setFocus()
        else:
            self.table.setFocus()

    def _all_here(self) -> None:
        if self._session.number:
            self.table.choose_for_marked(self._session.number)

    def _tell(self) -> None:
        """What will happen, in the summary and on the button."""
        chosen, open_ones, unusable = self.table.counts()
        if self.task.is_running:
            self.summary.setText(tr("The photos are read; nothing is attached yet."))
        elif not chosen + open_ones + unusable:
            self.summary.setText(tr("There are no photos there."))
        else:
            words = tr(
                "{chosen} photos have a parcel, {open} have none yet or are left out, "
                "{unusable} cannot be attached. Nothing is attached yet."
            )
            self.summary.setText(words.format(chosen=chosen, open=open_ones, unusable=unusable))
        self.attach_button.setText(tr("Attach {count} photos").format(count=chosen))
        free = not self.task.is_running
        self.attach_button.setEnabled(bool(chosen) and free and self._session.writable)
        for widget in (self.table, self.here_button, self.out_button):
            widget.setEnabled(free)

    def attach(self) -> None:
        """Attach what has a parcel."""
        session = self._session
        book, plan = session.book, session.plan
        chosen = self.table.chosen_matches()
        read = {match.file.path: match.facts for _, match in chosen if match.facts}
        pairs = [(number, match.file.path) for number, match in chosen]
        release = session.hold(tr("Photos are being attached."))
        self.task.run(
            tr("Attaching photos"),
            lambda progress: attach_photos(book, plan, pairs, progress, read),
            self._attached,
            ended=release,
        )
        self._tell()

    def _attached(self, photos: List[Photo]) -> None:
        self._session.reload()
        self._work.messages.tell(tr("{count} photos attached.").format(count=len(photos)))
        self.accept()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.table.choose_for_marked("")
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Closing stops reading; while photos are attached, it stops that and waits."""
        self.task.stop()
        if not self._session.busy_with:
            super().reject()
