"""清单化反馈: the list and the package of feedback for one unit."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ...core.oversight.progress import names_by_patch
from ...core.receiving import WrittenFeedback, write_feedback
from ...maps.signing import signer_of
from ...maps.words import chinese, tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "feedback"


class FeedbackDialog(TaskDialog):
    """Asks for the unit and the folder, writes both files in a task."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        session = work.session
        self.setWindowTitle(tr("Feedback for {month}").format(month=session.month))
        self.setMinimumWidth(440)
        self.written: Optional[WrittenFeedback] = None
        self.unit = QComboBox(self)
        book = session.book
        for code, name in sorted(names_by_patch(book, book.senders(), session.plan, tr).items()):
            self.unit.addItem(name, code)
        note = QLabel(
            tr(
                "The list is for the county's files, the package for its casebook: what is "
                "returned comes first there, with the reasons."
            ),
            self,
        )
        note.setWordWrap(True)
        if not self.unit.count():
            note.setText(tr("No package of a county has been read yet."))
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.write_button = buttons.addButton(
            tr("Write feedback…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.write_button.clicked.connect(lambda _checked: self._choose())
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(tr("Unit"), self.unit)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for widget in (note, self.task, buttons):
            layout.addWidget(widget)
        self._enable()

    def _enable(self) -> None:
        self.write_button.setEnabled(bool(self.unit.count()) and self._session.writable)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for the feedback"), self._work.settings.start_folder(FOLDER)
        )
        if folder:
            self._work.settings.remember_folder(FOLDER, folder)
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the list and the package into a folder."""
        session, unit = self._session, self.unit.currentData()
        book, plan, month = session.book, session.plan, session.month
        sign = signer_of(self._work.settings)
        self._record(
            tr("The feedback is being written."),
            tr("Writing the feedback"),
            lambda progress: write_feedback(
                book, plan, unit, month, folder, chinese, progress, sign
            ),
            self._done,
        )

    def _done(self, written: WrittenFeedback) -> None:
        self.written = written
        words = tr("Feedback on {count} parcels, {returned} returned: {file}").format(
            count=written.parcel_count, returned=written.returned_count, file=written.package
        )
        self._report(words)
