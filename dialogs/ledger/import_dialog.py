"""Taking in an old list: read, look at every row, agree, import."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError, UndecidedInput
from ...core.ledger.importing import (
    DraftRow,
    ListDraft,
    ListOptions,
    RowState,
    events_of,
    read_old_list,
)
from ...core.ledger.rules import MEANINGS
from ...core.progress import Progress
from ...maps.words import say, tr
from ..month.issue_list import IssueList
from ..parts.grid import GridColumn
from ..parts.table_dialog import TableDialog
from ..parts.wording import mu, unit
from ..workplace import Workplace

UNITS = ("mu", "m2", "ha")
EARLIEST = 1990


class ImportListDialog(TableDialog):
    """Nothing is written before the person presses Import; then all of it or nothing."""

    FOLDER = "ledger"
    found: Optional[ListDraft] = None

    def __init__(self, work: Workplace, taken_in: object, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Import an old list"))
        self.resize(1040, 620)
        self._taken_in = taken_in
        self._make_file(tr("Old list"), tr("Excel (xlsx), or CSV in UTF-8 or GBK"))
        self._make_options()
        self._make_rows(row_columns())
        self._make_tabs()
        self._arrange(self.tabs, self.changed)
        self.column.insertLayout(1, self._options_row())
        self.import_button = self._action(tr("Import"), self.take_in)
        self._enable()

    # ---- parts

    def _make_options(self) -> None:
        self.sheet, self.year, self.unit = (QComboBox(self) for _ in range(3))
        self.sheet.addItem(tr("all sheets"), "")
        self.year.addItem(tr("as the list says"), None)
        for year in range(self._session.today.year, EARLIEST - 1, -1):
            self.year.addItem(str(year), year)
        self.unit.addItem(tr("as the list says"), "")
        for code in UNITS:
            self.unit.addItem(unit(code), code)
        for box in (self.sheet, self.year, self.unit):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _index: self.read())
        self.changed = QCheckBox(tr("Take over what the list says otherwise"), self)
        self.changed.toggled.connect(lambda _on: self._enable())

    def _make_tabs(self) -> None:
        self.state = QComboBox(self)
        self.state.addItem(tr("All"), "")
        for one in RowState:
            self.state.addItem(say(one.label), one.value)
        self.state.activated.connect(lambda _index: self._fill())
        self.columns = ColumnMap(self)
        self.columns.changed.connect(self.read)
        self.notes = IssueList({}, self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.columns)
        shown = QWidget(self)
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addWidget(self.rows, 1)
        self.tabs = QTabWidget(self)
        for widget, title in (
            (shown, tr("Rows")),
            (scroll, tr("Columns")),
            (self.notes, tr("Notes")),
        ):
            self.tabs.addTab(widget, title)

    def _options_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for caption, box in (
            (tr("Sheet"), self.sheet),
            (tr("Year of the list"), self.year),
            (tr("Unit of areas"), self.unit),
        ):
            row.addWidget(QLabel(caption, self))
            row.addWidget(box)
        row.addStretch(1)
        return row

    # ---- reading

    def set_file(self, path: Path) -> None:
        """Read another file."""
        for box in (self.sheet, self.year, self.unit):
            box.setCurrentIndex(0)
        while self.sheet.count() > 1:
            self.sheet.removeItem(1)
        self.columns.forget()
        super().set_file(path)

    def _reading(self, path: Path) -> Callable[[Progress], ListDraft]:
        book, plan = self._session.book, self._session.plan
        sheet = self.sheet.currentData()
        options = ListOptions(
            sheets=(sheet,) if sheet else (),
            year=self.year.currentData(),
            unit=self.unit.currentData(),
            columns=self.columns.asked(),
        )
        return lambda progress: read_old_list(path, book, plan, options, progress)

    def _show_found(self) -> None:
        draft = self.found
        if self.sheet.count() == 1:
            for one in draft.sheets:
                self.sheet.addItem(one.grid.name, one.grid.name)
        self.columns.show_columns(draft)
        self.notes.show_findings(draft.findings)
        self.tabs.setTabText(2, f"{tr('Notes')} ({len(draft.findings)})")
        counts = {one.value: draft.count(one) for one in RowState}
        for place, one in enumerate(RowState, start=1):
            self.state.setItemText(place, f"{say(one.label)} ({counts[one.value]})")
        self.summary.setText(
            tr(
                "{rows} rows: {new} new cases, of which {linked} are a parcel here; {changed} "
                "differ from the ledger, {same} are in it, {listed} are not taken in."
            ).format(rows=len(draft.rows), linked=draft.linked, **counts)
        )
        self._fill()

    def _fill(self) -> None:
        wanted = self.state.currentData()
        rows = self.found.rows if self.found else ()
        self.rows.show_lines([one for one in rows if wanted in ("", one.state.value)])

    def _unread(self, error: TubanError) -> None:
        super()._unread(error)
        if isinstance(error, UndecidedInput) and error.question == "area_unit":
            self.unit.setFocus()

    # ---- writing

    def _enable(self) -> None:
        free = not self.task.is_running
        for widget in (self.browse, self.sheet, self.year, self.unit, self.columns):
            widget.setEnabled(free)
        differ = self.found.count(RowState.CHANGED) if self.found else 0
        self.changed.setVisible(differ > 0)
        news = self.found.count(RowState.NEW) if self.found else 0
        wanted = news + (differ if self.changed.isChecked() else 0)
        self.import_button.setEnabled(free and wanted > 0 and self._session.writable)

    def take_in(self) -> None:
        """Import what was read."""
        self._record_events(
            tr("Old cases are being imported."),
            tr("Importing"),
            events_of(self.found, self.changed.isChecked()),
            tr("{count} cases taken into the ledger."),
        )

    def _recorded(self, told: str) -> None:
        super()._recorded(told)
        self._taken_in()


def row_columns() -> List[GridColumn]:
    """What is seen of a row of an old list."""
    return [
        GridColumn(tr("Sheet"), lambda one: one.row.sheet),
        GridColumn(tr("Row"), lambda one: str(one.row.row), lambda one: one.row.row, True),
        GridColumn(tr("What becomes of it"), lambda one: say(one.state.label)),
        GridColumn(tr("Why, and what was left open"), _why),
        GridColumn(tr("Year"), lambda one: str(one.entry.year) if one.entry else ""),
        GridColumn(tr("Patch"), lambda one: one.entry.patch if one.entry else ""),
        GridColumn(tr("Parcel"), lambda one: one.entry.parcel if one.entry else ""),
        GridColumn(tr("County"), lambda one: one.entry.county_name if one.entry else ""),
        _area(tr("Area (mu)"), "area_mu"),
        _area(tr("Cultivated land (mu)"), "cultivated_mu"),
        GridColumn(tr("Day it was found"), lambda one: one.entry.found_on if one.entry else ""),
        GridColumn(tr("Closed on"), lambda one: one.entry.closed_on if one.entry else ""),
        GridColumn(tr("Parcel here"), _place),
        GridColumn(tr("As written"), _written),
    ]


def _why(one: DraftRow) -> str:
    said = ([one.why] if one.why else []) + list(one.row.notes)
    return " ".join(map(say, said))


def _area(heading: str, name: str) -> GridColumn:
    def get(one: DraftRow):
        return getattr(one.entry, name) if one.entry else None

    return GridColumn(heading, lambda one: mu(get(one)) if one.entry else "", get, True)


def _place(one: DraftRow) -> str:
    if one.place is None:
        return ""
    how = say(one.place.how)
    return f"{one.place.parcel} · {how}" if one.place.parcel else how


def _written(one: DraftRow) -> str:
    return "；".join(f"{name} {value}" for name, value in one.row.written.items())


class ColumnMap(QWidget):
    """Which column of the list has which meaning; ``changed`` when the person says otherwise."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.boxes: Dict[str, QComboBox] = {}
        self._asked: Dict[str, str] = {}
        form = QFormLayout(self)
        for meaning, words in MEANINGS.items():
            box = QComboBox(self)
            box.activated.connect(lambda _index, name=meaning: self._chosen(name))
            self.boxes[meaning] = box
            form.addRow(say(words), box)

    def _chosen(self, meaning: str) -> None:
        self._asked[meaning] = self.boxes[meaning].currentData()
        self.changed.emit()

    def forget(self) -> None:
        """Nothing asked any more, for another file."""
        self._asked = {}

    def asked(self) -> Dict[str, str]:
        """Meaning → heading, as far as the person has chosen."""
        return dict(self._asked)

    def show_columns(self, draft: ListDraft) -> None:
        """Offer the headings of the first sheet, and show what was taken for what."""
        headings = draft.sheets[0].headings
        words: Tuple[str, ...] = tuple(dict.fromkeys(one.words for one in headings.all))
        for meaning, box in self.boxes.items():
            found = headings.found.get(meaning)
            box.clear()
            box.addItem(tr("no column"), "")
            for one in words:
                box.addItem(one, one)
            box.setCurrentIndex(box.findData(found.words) if found else 0)
