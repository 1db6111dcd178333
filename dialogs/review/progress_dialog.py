"""月清、月核进度: a row per unit, what is due, the notice to paste, the workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Dict, Optional, Sequence

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.oversight import correction_deadline, county_deadline
from ...core.oversight.notice import in_order, notice_text, percent
from ...core.oversight.progress import (
    Counts,
    ParcelWork,
    counts_on,
    due_list,
    month_work,
    shared_out,
    unit_names,
)
from ...core.oversight.progress_sheet import HEADINGS, PARTS, SHARE, TOTAL, write_progress
from ...core.oversight.rules import COUNTS, oversight_rules
from ...core.rounds import Office
from ...maps.marks import mark_and_source
from ...maps.words import chinese, say, tr
from ..parts.colours import ALARM, GOOD, HURRY, HURRY_DAYS
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .words import due_words

FOLDER = "progress"
NUMBER = Qt.ItemDataRole.UserRole
SHOWN_DUE = 3000


class ProgressDialog(TaskDialog):
    """As of any day; stays beside the dock."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Progress of {month}").format(month=work.session.month))
        self.resize(900, 480)
        self.month = work.session.month
        self.parcels: Sequence[ParcelWork] = []
        self.names: Dict[str, str] = {}
        self.counts: Dict[str, Counts] = {}
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        today = work.session.today
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.dateChanged.connect(lambda _day: self.read())
        self.deadlines = QLabel(self)
        self.units, self.due = QTreeWidget(self), QTreeWidget(self)
        self.notice = QPlainTextEdit(self)
        self._arrange()
        self.read()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("as of"), self))
        row.addWidget(self.day)
        row.addWidget(self.deadlines, 1)
        part = say(PARTS[self._session.book.office])
        heads = [part, *(say(HEADINGS[name]) for name in COUNTS), say(SHARE), tr("State")]
        self.units.setHeaderLabels(heads)
        self.due.setHeaderLabels(
            [tr("Parcel"), part, tr("Whose turn"), tr("What"), tr("By the day")]
        )
        for tree in (self.units, self.due):
            tree.setRootIsDecorated(False)
            tree.setAlternatingRowColors(True)
            tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.due.itemActivated.connect(lambda item: self._go(item.data(0, NUMBER)))
        rules = oversight_rules(self._session.plan)
        notice = rules.notices[self._session.book.office]
        self.notice.setToolTip(mark_and_source(notice.origin, rules.source))
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.units, tr("Progress"))
        self.tabs.addTab(self.due, tr("Due list"))
        self.tabs.addTab(self.notice, tr("The notice"))
        buttons = QDialogButtonBox(self)
        for caption, does in (
            (tr("Copy the notice"), self.copy_notice),
            (tr("Save as a workbook…"), self._choose),
        ):
            button = buttons.addButton(caption, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    @property
    def as_of(self) -> date:
        """The day that is asked about."""
        return self.day.date().toPyDate()

    def read(self) -> None:
        """Read the month as of the day, in a task; an empty casebook has none."""
        if not self.month:
            return
        book, plan, month, day = self._session.book, self._session.plan, self.month, self.as_of
        self.task.run(
            tr("Counting"),
            lambda _progress: shared_out(month_work(book, plan, month, day), book.office),
            self._read,
        )

    def _read(self, parcels: Sequence[ParcelWork]) -> None:
        self.parcels, self.names = parcels, unit_names(parcels, self._session.plan, tr)
        self.counts = counts_on(parcels, self.as_of)
        self._show_deadlines()
        self._show_units()
        self._show_due()
        plan, book = self._session.plan, self._session.book
        office, place = book.office, book.county_name
        self.notice.setPlainText(
            notice_text(parcels, plan, self.month, self.as_of, office, place, chinese)
        )

    def _show_deadlines(self) -> None:
        plan, day = self._session.plan, self.as_of
        words = tr("Handed up {county}; corrected {correction}").format(
            county=due_words(county_deadline(self.month, plan), day),
            correction=due_words(correction_deadline(self.month, plan), day),
        )
        self.deadlines.setText(words)
        self.deadlines.setToolTip(mark_and_source(plan.calendar.origin, plan.source_of("calendar")))

    def _show_units(self) -> None:
        self.units.clear()
        plan, parts = self._session.plan, self.counts
        rows = [(self._called(one), parts[one]) for one in in_order(parts, plan)]
        rows.append((say(TOTAL), sum(self.counts.values(), Counts())))
        for name, counts in rows:
            state, colour = self._state(counts)
            numbers = [str(getattr(counts, one)) for one in COUNTS]
            share = percent(counts.submitted, counts.issued)
            item = QTreeWidgetItem([name, *numbers, share, state])
            for column in range(1, self.units.columnCount() - 1):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
            if colour:
                item.setForeground(self.units.columnCount() - 1, QBrush(QColor(colour)))
            self.units.addTopLevelItem(item)

    @property
    def _is_a_county(self) -> bool:
        return self._session.book.office is Office.COUNTY

    def _called(self, unit: str) -> str:
        """The name; of a county that the plan does not list with its code."""
        name = self.names[unit]
        if self._is_a_county or self._session.plan.unit(unit) or unit in name:
            return name
        return tr("{name} ({code}, not in the plan)").format(name=name, code=unit)

    def _state(self, counts: Counts) -> tuple:
        plan = self._session.plan
        for behind, deadline, words in (
            (counts.not_submitted, county_deadline, tr("{count} not handed up")),
            (counts.not_corrected, correction_deadline, tr("{count} to be corrected")),
        ):
            if behind:
                left = (deadline(self.month, plan) - self.as_of).days
                colour = ALARM if left < 0 else HURRY if left <= HURRY_DAYS else ""
                return words.format(count=behind), colour
        if counts.passed < counts.issued:
            return tr("{count} to be reviewed").format(count=counts.issued - counts.passed), ""
        return tr("All passed"), GOOD

    def _show_due(self) -> None:
        self.due.clear()
        plan, day = self._session.plan, self.as_of
        for one in due_list(self.parcels, self.month, plan, day)[:SHOWN_DUE]:
            words = [one.number, self.names[one.unit], say(one.office.label), say(one.what)]
            item = QTreeWidgetItem([*words, due_words(one.day, day)])
            item.setData(0, NUMBER, one.number)
            left = one.days_left(day)
            if left <= HURRY_DAYS:
                item.setForeground(4, QBrush(QColor(ALARM if left < 0 else HURRY)))
            self.due.addTopLevelItem(item)

    def _go(self, number: str) -> None:
        with self._work.messages.guard():
            self._session.show_anywhere(number)

    def copy_notice(self) -> None:
        """Put the notice, as it was edited, on the clipboard."""
        QGuiApplication.clipboard().setText(self.notice.toPlainText())
        self.task.tell(tr("The notice is on the clipboard."))

    def _choose(self) -> None:
        folder = Path(self._work.settings.start_folder(FOLDER))
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save as a workbook"),
            str(folder / f"{self.month}_{self.as_of.isoformat()}.xlsx"),
            tr("Workbook (*.xlsx)"),
        )
        if path:
            self._work.settings.remember_folder(FOLDER, str(Path(path).parent))
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the workbook."""
        parcels, plan, month, day = self.parcels, self._session.plan, self.month, self.as_of
        office = self._session.book.office
        self.task.run(
            tr("Writing {file}").format(file=path.name),
            lambda _progress: write_progress(parcels, plan, month, day, office, path, chinese),
            lambda _result: self.task.tell(tr("Saved: {file}").format(file=path)),
            self._work.messages.error,
        )
