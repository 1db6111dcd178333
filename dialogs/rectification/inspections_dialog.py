"""核验一批: a table to fill in on a tour, and the filled-in table looked at and recorded."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Sequence

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
from ...core.intake.tables import read_table
from ...core.plan import Plan
from ...core.rectification.inspections_table import (
    GivenInspections,
    InspectedRow,
    RowState,
    inspections_from_table,
)
from ...core.submission.inspection_list import write_inspection_list
from ...maps.words import say, term, tr
from ..parts.grid import Grid, GridColumn
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "inspections"
SIZE = (980, 560)


class InspectionsDialog(TaskDialog):
    """Nothing is recorded before the person presses Record; rows that are refused stay out, each
    with its reason. A double click goes to the parcel."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Inspect several"))
        self.resize(*SIZE)
        self._path: Optional[Path] = None
        self.given: Optional[GivenInspections] = None
        self._make_parts()
        self._arrange()
        self._enable()

    def _make_parts(self) -> None:
        self.list_button = QPushButton(tr("Table to fill in…"), self)
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(tr("Excel (xlsx), or CSV in UTF-8 or GBK"))
        self.browse = QPushButton(tr("Choose file…"), self)
        self.again = QPushButton(tr("Read again"), self)
        for button, does in (
            (self.list_button, self._choose_target),
            (self.browse, self._choose_file),
            (self.again, self.read),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
        self.rows = Grid(row_columns(self._session.plan), self)
        self.rows.activated.connect(lambda _index: self._go())
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.list_button)
        top.addSpacing(12)
        top.addWidget(self.file, 1)
        for button in (self.browse, self.again):
            top.addWidget(button)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(tr("Close"), role.RejectRole).setAutoDefault(False)
        self.record_button = buttons.addButton(tr("Record"), role.ActionRole)
        self.record_button.setAutoDefault(False)
        self.record_button.clicked.connect(lambda _checked: self.record())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.rows, 1)
        for widget in (self.summary, self.task, buttons):
            layout.addWidget(widget)

    # ---- the table to fill in

    def _choose_target(self) -> None:
        settings, session = self._work.settings, self._session
        name = f"{session.book.county_name}_{tr('Inspections')}_{session.today.isoformat()}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Table to fill in"),
            str(Path(settings.start_folder(FOLDER)) / name),
            "Excel (*.xlsx)",
        )
        if path:
            settings.remember_folder(FOLDER, str(Path(path).parent))
            self.write_list(Path(path))

    def write_list(self, path: Path) -> None:
        """Write the parcels that wait for the city's inspection."""
        book, plan = self._session.book, self._session.plan
        words = tr("{file}: {count} parcels that wait for the city's inspection.")
        self.task.run(
            tr("Table to fill in"),
            lambda _progress: write_inspection_list(book, plan, path),
            lambda count: self._report(words.format(file=path.name, count=count)),
        )

    # ---- the filled-in table

    def _choose_file(self) -> None:
        folder = self._work.settings.start_folder(FOLDER)
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Table of inspections"), folder, tr("Tables (*.xlsx *.csv)")
        )
        if path:
            self.set_file(Path(path))

    def set_file(self, path: Path) -> None:
        """Read another table."""
        self._work.settings.remember_folder(FOLDER, str(path.parent))
        self._path = path
        self.file.setText(str(path))
        self.read()

    def read(self) -> None:
        """Read the table as it is now, and say what would become of each row."""
        if self._path is None or self.task.is_running:
            return
        path, session = self._path, self._session
        book, plan, today = session.book, session.plan, session.today
        self.given = None
        self.task.run(
            tr("Reading {file}").format(file=path.name),
            lambda progress: inspections_from_table(
                read_table(path), book, plan, today, progress=progress
            ),
            self._was_read,
            self._unread,
        )

    def _was_read(self, given: GivenInspections) -> None:
        self.given = given
        self.rows.show_lines(given.rows)
        lines = [
            tr(
                "{rows} rows: {new} to be recorded, {same} recorded already, {open} not inspected "
                "yet, {refused} refused."
            ).format(rows=len(given.rows), **{one.value: given.count(one) for one in RowState})
        ]
        if given.unread:
            words = tr("Columns that were not read: {names}")
            lines.append(words.format(names="、".join(given.unread)))
        self.summary.setText("\n".join(lines))
        self._enable()

    def _unread(self, _error: TubanError) -> None:
        self.rows.show_lines([])
        self.summary.clear()
        self._enable()

    def _go(self) -> None:
        row = self.rows.current
        if row is not None and row.parcel:
            with self._work.messages.guard():
                self._session.show_anywhere(row.parcel)

    # ---- recording

    def _enable(self) -> None:
        free, news = not self.task.is_running, self.given.count(RowState.NEW) if self.given else 0
        for button in (self.list_button, self.browse):
            button.setEnabled(free)
        self.again.setEnabled(free and self._path is not None)
        self.record_button.setText(tr("Record {count}").format(count=news))
        self.record_button.setEnabled(free and news > 0 and self._session.writable)

    def record(self) -> None:
        """Record the rows that can be, in one transaction."""
        book, changes = self._session.book, self.given.events
        self._record(
            tr("Inspections are being recorded."),
            tr("Recording inspections"),
            lambda progress: book.record(changes, progress),
            self._recorded,
        )

    def _recorded(self, entries: Sequence[object]) -> None:
        self._session.reload()
        self._report(tr("{count} inspections recorded.").format(count=len(entries)))
        self.read()


def row_columns(plan: Plan) -> List[GridColumn]:
    """What is seen of a row."""
    return [
        GridColumn(tr("Row"), lambda one: str(one.row), lambda one: one.row, True),
        GridColumn(tr("Parcel"), lambda one: one.parcel),
        GridColumn(tr("What becomes of it"), lambda one: say(one.state.label)),
        GridColumn(tr("Why, and what is worth reading"), _why),
        GridColumn(tr("Result"), _result),
        GridColumn(tr("Inspected on"), lambda one: one.acceptance.on if one.acceptance else ""),
        GridColumn(tr("Inspectors"), _people),
        GridColumn(tr("What is not so"), lambda one: _not_so(one, plan)),
        GridColumn(tr("What is missing"), _missing),
    ]


def _result(row: InspectedRow) -> str:
    if row.acceptance is None:
        return ""
    return tr("In place") if row.acceptance.in_place else tr("Not in place")


def _people(row: InspectedRow) -> str:
    return "、".join(row.acceptance.inspectors) if row.acceptance else ""


def _not_so(row: InspectedRow, plan: Plan) -> str:
    if row.acceptance is None:
        return ""
    checklist = plan.rectification_rules.checklist
    items = (code for code, so in row.acceptance.items.items() if not so)
    return "、".join(term(checklist[code].term.label) for code in items)


def _missing(row: InspectedRow) -> str:
    found = row.acceptance
    if found is None or found.in_place:
        return ""
    return f"{found.missing}（{found.by_when}）"


def _why(row: InspectedRow) -> str:
    return " ".join(map(say, ([row.why] if row.why else []) + list(row.remarks)))
