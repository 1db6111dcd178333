"""改过的判定表: a form of the package as an office program saved it, held against the record."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Sequence, Union

from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.intake.rows import Refused
from ...core.intake.verdict_table import Difference
from ...core.submission.edited_form import EditedForm, verdicts_from_form
from ...core.text import Text
from ...maps.words import say, term, tr
from ..parts.grid import Grid, GridColumn
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "verdicts"
SIZE = (900, 520)
Line = Union[Difference, Refused]


class VerdictsDialog(TaskDialog):
    """Shows field by field what differs; nothing is recorded before the person says so, for all
    or for the chosen lines. A double click goes to the parcel."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Verdicts from an edited form"))
        self.resize(*SIZE)
        self._path: Optional[Path] = None
        self.read_form: Optional[EditedForm] = None
        self._make_parts()
        self._arrange()
        self._enable()

    def _make_parts(self) -> None:
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(
            tr("A form of the package, or another table (xlsx, CSV) with its headings")
        )
        self.browse = QPushButton(tr("Choose file…"), self)
        self.again = QPushButton(tr("Read again"), self)
        for button, does in ((self.browse, self._choose_file), (self.again, self.read)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
        self.rows = Grid(line_columns(), self)
        self.rows.activated.connect(lambda _index: self._go())
        self.rows.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        for button in (self.browse, self.again):
            top.addWidget(button)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(tr("Close"), role.RejectRole).setAutoDefault(False)
        self.chosen_button = buttons.addButton("", role.ActionRole)
        self.all_button = buttons.addButton("", role.ActionRole)
        for button, lines in (
            (self.chosen_button, lambda: self._chosen),
            (self.all_button, lambda: self._differences),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, lines=lines: self.record(lines()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.rows, 1)
        for widget in (self.summary, self.task, buttons):
            layout.addWidget(widget)

    # ---- reading

    def _choose_file(self) -> None:
        folder = self._work.settings.start_folder(FOLDER)
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Edited form"), folder, tr("Tables (*.xlsx *.csv)")
        )
        if path:
            self.set_file(Path(path))

    def set_file(self, path: Path) -> None:
        """Read another file."""
        self._work.settings.remember_folder(FOLDER, str(path.parent))
        self._path = path
        self.file.setText(str(path))
        self.read()

    def read(self) -> None:
        """Read the file as it is now, and show where it differs from the record."""
        if self._path is None or self.task.is_running:
            return
        path, book, plan = self._path, self._session.book, self._session.plan
        self.read_form = None
        self.task.run(
            tr("Reading {file}").format(file=path.name),
            lambda progress: verdicts_from_form(path, book, plan, progress),
            self._was_read,
            self._was_not_read,
        )

    def _was_read(self, found: EditedForm) -> None:
        self.read_form = found
        given = found.given
        self.rows.show_lines([*given.refused, *given.differences])
        words = tr(
            "{differing} fields differ, {same} rows say what is recorded, {open} rows have no "
            "verdict, {refused} rows cannot be read."
        )
        lines = [
            words.format(
                differing=len(given.differences),
                same=given.same,
                open=given.unjudged,
                refused=len(given.refused),
            )
        ]
        if found.unread:
            told = tr("Columns that were not read: {names}")
            lines.append(told.format(names="、".join(found.unread)))
        self.summary.setText("\n".join(lines))
        self._enable()

    def _was_not_read(self, _error: TubanError) -> None:
        self.rows.show_lines([])
        self.summary.clear()
        self._enable()

    def _go(self) -> None:
        line = self.rows.current
        if isinstance(line, Difference):
            with self._work.messages.guard():
                self._session.show_anywhere(line.parcel)

    # ---- recording

    @property
    def _differences(self) -> Sequence[Difference]:
        return self.read_form.given.differences if self.read_form else ()

    @property
    def _chosen(self) -> List[Difference]:
        return [line for line in self.rows.chosen if isinstance(line, Difference)]

    def _enable(self) -> None:
        free = not self.task.is_running
        self.browse.setEnabled(free)
        self.again.setEnabled(free and self._path is not None)
        for button, words, count in (
            (self.all_button, tr("Record all {count}"), len(self._differences)),
            (self.chosen_button, tr("Record the {count} chosen"), len(self._chosen)),
        ):
            button.setText(words.format(count=count))
            button.setEnabled(free and count > 0 and self._session.writable)

    def record(self, lines: Sequence[Difference]) -> None:
        """Record these fields, in one transaction."""
        book, changes = self._session.book, self.read_form.given.events_of(lines)
        self._record(
            tr("Verdicts are being recorded."),
            tr("Recording verdicts"),
            lambda progress: book.record(changes, progress),
            self._recorded,
        )

    def _recorded(self, entries: Sequence[object]) -> None:
        self._session.reload()
        self._report(tr("{count} entries recorded.").format(count=len(entries)))
        self.read()


def line_columns() -> List[GridColumn]:
    """What is seen of a line."""
    return [
        GridColumn(tr("Row"), lambda one: str(one.row), lambda one: one.row, True),
        GridColumn(tr("Parcel"), lambda one: getattr(one, "parcel", "")),
        GridColumn(tr("Field"), _field),
        GridColumn(tr("Recorded"), lambda one: getattr(one, "old", "")),
        GridColumn(tr("In the file"), _new),
    ]


def _field(line: Line) -> str:
    if isinstance(line, Refused):
        return tr("Cannot be read")
    return say(line.label) if isinstance(line.label, Text) else term(line.label)


def _new(line: Line) -> str:
    return say(line.why) if isinstance(line, Refused) else line.new or tr("(nothing)")
