"""Reading a package, feedback or a working file: check, show what it changes, merge."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook.kinds.exchanges import WORK
from ...core.exchange.merging import Merged, Preview, preview
from ...core.exchange.threeway import Choice
from ...core.exchange.working import open_work
from ...core.receiving import merge_incoming, open_incoming
from ...core.receiving.opening import counted
from ...core.text import COMMA
from ...maps.words import say, tr
from ..month.issue_list import IssueList
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .compared_tree import ComparedTree

FOLDER = "received"
WIDTH, HEIGHT = 960, 560


class ReadDialog(TaskDialog):
    """One window for all three; nothing is recorded before “Merge”."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Read package, feedback or working file"))
        self.resize(WIDTH, HEIGHT)
        self.shown: Optional[Preview] = None
        self.merged: Optional[Merged] = None
        self.file = QLabel(tr("Choose the file that was sent."), self)
        self.file.setWordWrap(True)
        self.findings = IssueList({}, self)
        self.findings.hideColumn(3)
        self.tree = ComparedTree(self)
        self.tree.chosen.connect(self._enable)
        self._arrange()
        self._enable()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        self.choose_button = QPushButton(tr("Choose…"), self)
        self.choose_button.clicked.connect(lambda _checked: self._choose())
        top.addWidget(self.file, 1)
        top.addWidget(self.choose_button)
        self.all_row = QWidget(self)
        row = QHBoxLayout(self.all_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(tr("Where both sides changed the same, for all:"), self))
        for choice in Choice:
            button = QPushButton(say(choice.label), self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, one=choice: self.tree.choose_all(one))
            row.addWidget(button)
        row.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.findings)
        splitter.addWidget(self.tree)
        splitter.setSizes([110, 330])
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.merge_button = buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.ActionRole)
        self.merge_button.clicked.connect(lambda _checked: self.merge())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
        for widget in (self.all_row, self.task, buttons):
            layout.addWidget(widget)

    def _enable(self) -> None:
        free = not self.task.is_running
        self.choose_button.setEnabled(free)
        self.all_row.setVisible(self.shown is not None and bool(self.shown.clashes))
        ready = self.shown is not None and not self.shown.is_known and self.merged is None
        complete = self.tree.is_complete
        self.merge_button.setEnabled(free and ready and complete and self._session.writable)
        told = "" if complete else tr("Something is left to be chosen.")
        self.merge_button.setToolTip(told)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("The file that was sent"),
            self._work.settings.start_folder(FOLDER),
            tr("Package or feedback (*.zip);;Working file (*.gpkg)"),
        )
        if path:
            self._work.settings.remember_folder(FOLDER, str(Path(path).parent))
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Check the file and show what it would change, in a task."""
        book, plan = self._session.book, self._session.plan
        keys = self._work.settings.public_keys
        self.shown, self.merged = None, None
        self.findings.show_findings([])
        self.tree.clear()
        self.file.setText(str(path))

        def work(progress) -> Preview:
            if path.suffix.lower() == ".gpkg":
                incoming = open_work(book, path, progress)
            else:
                incoming = open_incoming(book, plan, path, keys, progress)
            return preview(book, incoming, progress)

        self.task.run(tr("Checking {file}").format(file=path.name), work, self._read)

    def _read(self, shown: Preview) -> None:
        self.shown = shown
        incoming = shown.incoming
        words = tr("{file} from {sender}")
        if incoming.what != WORK:  # a working file is of no single month
            words = tr("{file} from {sender}, {month}")
        self.file.setText(
            words.format(file=incoming.path.name, sender=incoming.sender_name, month=incoming.month)
        )
        self.findings.show_findings(shown.findings)
        self.findings.setVisible(bool(shown.findings))
        self.tree.show_compared(shown.compared, self._session.plan)
        self.task.tell(self._counts())
        self._enable()

    def _counts(self) -> str:
        if self.shown.is_known:
            return tr("It was read before; merging changes nothing.")
        told = [f"{say(label)} {count}" for label, count in counted(self.shown)]
        photos = tr("photos {count}").format(count=self.shown.photos_added)
        return say(COMMA).join([*told, photos])

    def merge(self) -> None:
        """Record it all in one go, in a task."""
        book, shown, choices = self._session.book, self.shown, self.tree.choices
        self._record(
            tr("A file is being read."),
            tr("Merging"),
            lambda progress: merge_incoming(book, shown, choices, progress),
            self._done,
        )

    def _done(self, merged: Merged) -> None:
        self.merged = merged
        self._session.reload()
        words = tr("{file} is read: {entries} entries, {photos} photos.").format(
            file=self.shown.incoming.path.name, entries=merged.entries, photos=merged.photos
        )
        self._report(words)
        self._enable()
