"""Taking in issued patches: read, look, agree, import."""

from __future__ import annotations

from pathlib import Path
from typing import List, NamedTuple, Optional

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook import Casebook
from ...core.errors import TubanError, UndecidedInput
from ...core.intake import (
    Accepted,
    Comparison,
    Draft,
    LayerChoice,
    ReadOptions,
    accept,
    compare,
    list_layers,
    read_draft,
)
from ...core.ledger.rebuilt import over_closed
from ...core.linking import link_within
from ...core.model import Finding
from ...core.plan import Plan
from ...core.progress import Progress
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .import_options import ImportOptions
from .import_preview import ImportPreview

FOLDER = "import"


class _Read(NamedTuple):
    draft: Draft
    comparison: Comparison


class _Taken(NamedTuple):
    accepted: Accepted
    over_closed: List[Finding]


class ImportDialog(TaskDialog):
    """Nothing is written before the person presses Import; then all of it or nothing."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Import issued patches"))
        self.resize(880, 560)
        self._path: Optional[Path] = None
        self.read: Optional[_Read] = None
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(
            tr("Shapefile (also zipped), GeoPackage, FileGDB, GeoJSON, boundary TXT")
        )
        self.options = ImportOptions(self)
        self.options.changed.connect(self.read_again)
        self.preview = ImportPreview(self)
        self.preview.fields.changed.connect(self.read_again)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.rest = QCheckBox(tr("Import the others without the refused rows"), self)
        self.rest.toggled.connect(lambda _on: self._enable())
        self._arrange()
        self._enable()

    def _arrange(self) -> None:
        self._browse = QPushButton(tr("Choose file…"), self)
        self._browse.clicked.connect(lambda _checked: self._choose_file())
        self._browse_folder = QPushButton(tr("Choose FileGDB…"), self)
        self._browse_folder.clicked.connect(lambda _checked: self._choose_folder())
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self._browse)
        top.addWidget(self._browse_folder)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.import_button = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.ActionRole)
        self._browse_folder.setAutoDefault(False)
        self.import_button.clicked.connect(lambda _checked: self.accept_draft())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.options)
        layout.addWidget(self.preview, 1)
        for widget in (self.summary, self.rest, self.task, buttons):
            layout.addWidget(widget)

    # ---- reading

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Issued patches"),
            self._work.settings.start_folder(FOLDER),
            tr("Issued files (*.shp *.zip *.gpkg *.geojson *.json *.txt);;All files (*)"),
        )
        if path:
            self.set_file(Path(path))

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, tr("FileGDB folder (*.gdb)"), self._work.settings.start_folder(FOLDER)
        )
        if path:
            self.set_file(Path(path))

    def set_file(self, path: Path) -> None:
        """Read another file."""
        self._work.settings.remember_folder(FOLDER, str(path.parent))
        self._path = path
        self.read = None
        self.file.setText(str(path))
        self.options.forget()
        self.preview.fields.forget()
        self.task.run(
            tr("Looking into {file}").format(file=path.name),
            lambda _progress: list_layers(path),
            self._layers_found,
            self._unread,
        )

    def _layers_found(self, layers: List[LayerChoice]) -> None:
        usable = [layer for layer in layers if layer.geometry == "polygon"]
        self.options.show_layers(usable or layers)
        self.read_again()

    def read_again(self) -> None:
        """Read the file with what the person has said."""
        if self._path is None or self.task.is_running:
            return
        path, plan, book = self._path, self._work.session.plan, self._work.session.book
        options = self.options.options(self.preview.fields.asked())
        self.read = None
        self.task.run(
            tr("Reading {file}").format(file=path.name),
            lambda progress: _read(path, plan, book, options, progress),
            self._draft_read,
            self._unread,
        )

    def _draft_read(self, read: _Read) -> None:
        self.read = read
        self.rest.setChecked(False)
        self.options.show_found(read.draft.source)
        self.preview.show_draft(read.draft)
        self.preview.show_comparison(read.comparison)
        self.preview.show_tab(self.preview.refused if read.draft.refused else self.preview.sample)
        self._summarise(read)
        self._enable()
        if self.import_button.isEnabled():
            self.import_button.setFocus()

    def _summarise(self, read: _Read) -> None:
        words = tr(
            "{new} new patches, {same} already in the casebook, {changed} there with other "
            "content (they stay as they are), {refused} rows refused."
        )
        self.summary.setText(
            words.format(
                new=len(read.comparison.new),
                same=len(read.comparison.same),
                changed=len(read.comparison.changed),
                refused=len(read.draft.refused),
            )
        )

    def _unread(self, error: TubanError) -> None:
        self.summary.clear()
        if not isinstance(error, UndecidedInput):
            return
        self.options.ask(error.question, error.choices)
        if error.question == "fields":
            self.preview.fields.show_fields(error.choices, {})
            self.preview.setCurrentIndex(1)

    # ---- writing

    def _enable(self) -> None:
        free = not self.task.is_running
        for widget in (self._browse, self._browse_folder, self.options, self.preview.fields):
            widget.setEnabled(free)
        refused = bool(self.read and self.read.draft.refused)
        self.rest.setVisible(refused)
        agreed = not refused or self.rest.isChecked()
        ready = free and bool(self.read and self.read.comparison.new) and agreed
        self.import_button.setEnabled(ready and self._work.session.writable)
        wanted = self.import_button if self.import_button.isEnabled() else self._browse
        wanted.setDefault(True)  # what Enter does

    def accept_draft(self) -> None:
        """Import what was read."""
        draft, book, plan = self.read.draft, self._work.session.book, self._work.session.plan
        partly = self.rest.isChecked()
        self._record(
            tr("Patches are being imported."),
            tr("Importing"),
            lambda progress: _take_in(draft, book, plan, partly, progress),
            self._accepted,
        )

    def _accepted(self, taken: _Taken) -> None:
        session = self._work.session
        months = {patch.month for patch in self.read.comparison.new}
        session.reload()
        if session.month not in months and months:
            session.set_month(max(months))
        session.show_first()
        self.read = None
        self._report(tr("{added} patches imported.").format(added=taken.accepted.added))
        self._point_out(taken.over_closed)
        self._enable()

    def _point_out(self, over: List[Finding]) -> None:
        """New patches on closed cases of the ledger: in the notes, and in the message bar."""
        if over:
            self.preview.notes.show_findings(over)
            self.preview.show_tab(self.preview.notes)
            words = tr("{count} of them lie on closed cases of the ledger: see the notes.")
            self._work.messages.warn(words.format(count=len(over)))


def _take_in(draft: Draft, book: Casebook, plan: Plan, partly: bool, progress: Progress) -> _Taken:
    """Record the new patches, and what is known of their places from earlier months."""
    accepted = accept(draft, book, partly, progress)
    link_within(book, plan, progress=progress)
    numbers = {one.number for one in draft.patches}
    over = [one.finding for one in over_closed(book, plan) if one.patch.number in numbers]
    return _Taken(accepted, over)


def _read(
    path: Path, plan: Plan, book: Casebook, options: ReadOptions, progress: Progress
) -> _Read:
    draft = read_draft(path, plan, options, progress)
    return _Read(draft, compare(draft, book))
