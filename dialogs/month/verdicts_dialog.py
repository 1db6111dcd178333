"""改过的判定表: a form of the package as an office program saved it, held against the record."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional, Sequence, Union

from qgis.PyQt.QtWidgets import QWidget

from ...core.intake.rows import Refused
from ...core.intake.verdict_table import Difference
from ...core.progress import Progress
from ...core.submission.edited_form import EditedForm, verdicts_from_form
from ...core.text import Text
from ...maps.words import say, term, tr
from ..parts.grid import GridColumn
from ..parts.table_dialog import TableDialog
from ..workplace import Workplace

SIZE = (900, 520)
Line = Union[Difference, Refused]


class VerdictsDialog(TableDialog):
    """Shows field by field what differs; nothing is recorded before the person says so, for all
    or for the chosen lines."""

    FOLDER = "verdicts"
    found: Optional[EditedForm] = None

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Verdicts from an edited form"))
        self.resize(*SIZE)
        self._make_file(
            tr("Edited form"),
            tr("A form of the package, or another table (xlsx, CSV) with its headings"),
        )
        self.again = self._button(tr("Read again"), self.read)
        self._make_rows(line_columns())
        self.rows.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._arrange(self.rows)
        self.top.addWidget(self.again)
        self.chosen_button = self._action("", lambda: self.record(self._chosen))
        self.all_button = self._action("", lambda: self.record(self._differences))
        self._enable()

    # ---- reading

    def _reading(self, path: Path) -> Callable[[Progress], EditedForm]:
        book, plan = self._session.book, self._session.plan
        return lambda progress: verdicts_from_form(path, book, plan, progress)

    def _show_found(self) -> None:
        given = self.found.given
        self.rows.show_lines([*given.refused, *given.differences])
        words = tr(
            "{differing} fields differ, {same} rows say what is recorded, {open} rows have no "
            "verdict, {refused} rows cannot be read."
        ).format(
            differing=len(given.differences),
            same=given.same,
            open=given.unjudged,
            refused=len(given.refused),
        )
        self._tell(words, self.found.unread)

    # ---- recording

    @property
    def _differences(self) -> Sequence[Difference]:
        return self.found.given.differences if self.found else ()

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
        self._record_events(
            tr("Verdicts are being recorded."),
            tr("Recording verdicts"),
            self.found.given.events_of(lines),
            tr("{count} entries recorded."),
        )


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
