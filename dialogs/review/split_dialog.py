"""分工: a month's patches as working files, one for each person or township."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional

from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.exchange.sharing import SharedOut, share_out, shares, shares_by_town
from ...maps.queues import towns_of
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "shares"


class SplitDialog(TaskDialog):
    """Shows who gets how much before anything is written."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.month = work.session.month
        self.setWindowTitle(tr("Share out {month}").format(month=self.month))
        self.resize(480, 420)
        self.by_person = QRadioButton(tr("By person; names with commas between"), self)
        self.by_town = QRadioButton(tr("By township, as the overlay found it"), self)
        self.names = QLineEdit(self)
        self.by_person.setChecked(True)
        self.by_person.toggled.connect(lambda _on: self._show())
        self.names.textChanged.connect(lambda _text: self._show())
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([tr("Working file"), tr("Patches")])
        self.list.setRootIsDecorated(False)
        self._arrange()
        self._show()

    def _arrange(self) -> None:
        note = QLabel(
            tr(
                "Each file holds its patches with all that is recorded of them, and nothing else "
                "of the casebook. Military land is given to nobody. Bring the files back with "
                "“Read package, feedback or working file”."
            ),
            self,
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.write_button = buttons.addButton(
            tr("Write working files…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.write_button.clicked.connect(lambda _checked: self._choose())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.by_person, self.names, self.by_town):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        for widget in (note, self.task, buttons):
            layout.addWidget(widget)

    @property
    def parts(self) -> Dict[str, List[str]]:
        """The patches of each working file, by its name."""
        rows = self._session.rows
        if self.by_person.isChecked():
            typed = self.names.text().replace("，", ",").replace("、", ",").split(",")
            people = list(dict.fromkeys(one.strip() for one in typed if one.strip()))
            numbers = sorted({row.patch_number for row in rows})
            return shares(numbers, people) if people else {}
        towns = towns_of(rows, self._session.plan)
        places = ((row.patch_number, towns[row.parcel_number]) for row in rows)
        return shares_by_town(places, tr("elsewhere"))

    def _show(self) -> None:
        self.names.setEnabled(self.by_person.isChecked())
        self.list.clear()
        parts = {name: numbers for name, numbers in self.parts.items() if numbers}
        for name, numbers in parts.items():
            self.list.addTopLevelItem(QTreeWidgetItem([name, str(len(numbers))]))
        self.list.resizeColumnToContents(0)
        self._enable()

    def _enable(self) -> None:
        self.write_button.setEnabled(self.list.topLevelItemCount() > 0 and self._session.writable)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for the working files"), self._work.settings.start_folder(FOLDER)
        )
        if folder:
            self._work.settings.remember_folder(FOLDER, folder)
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the files, in a task."""
        book, plan, parts = self._session.book, self._session.plan, self.parts
        self._record(
            tr("Working files are being written."),
            tr("Writing working files"),
            lambda progress: share_out(book, plan, parts, folder, progress),
            self._done,
        )

    def _done(self, shared: SharedOut) -> None:
        self._session.notice_news()
        words = tr("{count} working files are written.")
        if shared.military:
            words = tr("{count} working files are written; {military} military patches stay here.")
        self._report(words.format(count=len(shared.files), military=len(shared.military)))
