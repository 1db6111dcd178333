"""核验一批: a table to fill in on a tour, and the filled-in table looked at and recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.intake.tables import read_table
from ...core.plan import Plan
from ...core.progress import Progress
from ...core.rectification.inspections_table import (
    GivenInspections,
    InspectedRow,
    RowState,
    inspections_from_table,
)
from ...core.submission.inspection_list import write_inspection_list
from ...maps.words import say, term, tr
from ..parts.grid import GridColumn
from ..parts.table_dialog import TableDialog
from ..workplace import Workplace

SIZE = (980, 560)


class InspectionsDialog(TableDialog):
    """Nothing is recorded before the person presses Record; rows that are refused stay out, each
    with its reason."""

    FOLDER = "inspections"
    found: Optional[GivenInspections] = None

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Inspect several"))
        self.resize(*SIZE)
        self.list_button = self._button(tr("Table to fill in…"), self._choose_target)
        self._make_file(tr("Table of inspections"), tr("Excel (xlsx), or CSV in UTF-8 or GBK"))
        self.again = self._button(tr("Read again"), self.read)
        self._make_rows(row_columns(self._session.plan))
        self._arrange(self.rows)
        self.top.insertWidget(0, self.list_button)
        self.top.insertSpacing(1, 12)
        self.top.addWidget(self.again)
        self.record_button = self._action(tr("Record"), self.record)
        self._enable()

    # ---- the table to fill in

    def _choose_target(self) -> None:
        settings, session = self._work.settings, self._session
        name = f"{session.book.county_name}_{tr('Inspections')}_{session.today.isoformat()}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Table to fill in"),
            str(Path(settings.start_folder(self.FOLDER)) / name),
            "Excel (*.xlsx)",
        )
        if path:
            settings.remember_folder(self.FOLDER, str(Path(path).parent))
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

    def _reading(self, path: Path) -> Callable[[Progress], GivenInspections]:
        session = self._session
        book, plan, today = session.book, session.plan, session.today
        return lambda progress: inspections_from_table(
            read_table(path), book, plan, today, progress=progress
        )

    def _show_found(self) -> None:
        given = self.found
        self.rows.show_lines(given.rows)
        words = tr(
            "{rows} rows: {new} to be recorded, {same} recorded already, {open} not inspected "
            "yet, {refused} refused."
        ).format(rows=len(given.rows), **{one.value: given.count(one) for one in RowState})
        self._tell(words, given.unread)

    # ---- recording

    def _enable(self) -> None:
        free, news = not self.task.is_running, self.found.count(RowState.NEW) if self.found else 0
        for button in (self.list_button, self.browse):
            button.setEnabled(free)
        self.again.setEnabled(free and self._path is not None)
        self.record_button.setText(tr("Record {count}").format(count=news))
        self.record_button.setEnabled(free and news > 0 and self._session.writable)

    def record(self) -> None:
        """Record the rows that can be, in one transaction."""
        self._record_events(
            tr("Inspections are being recorded."),
            tr("Recording inspections"),
            self.found.events,
            tr("{count} inspections recorded."),
        )


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
    return " ".join(map(say, row.told))
