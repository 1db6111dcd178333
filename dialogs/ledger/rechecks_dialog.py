"""复核 that is due: by month and person, with recording what was found."""

from __future__ import annotations

from datetime import date, timedelta
from typing import List, Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook import Casebook
from ...core.ledger.closing import rechecked
from ...core.ledger.ledger import ledger_of
from ...core.ledger.rechecking import ParcelDue, by_month_and_person, rechecks_of
from ...core.plan import Plan
from ...core.rectified import Recheck
from ...maps.marks import mark_and_source, marked
from ...maps.words import term, tr
from ..parts.grid import Grid, GridColumn
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .columns import due_columns
from .turn_form import ISO, day_edit

SOON_DAYS = 30


class RechecksDialog(TaskDialog):
    """Stays beside the dock; a double click goes to the parcel."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Rechecks that are due"))
        self.resize(980, 600)
        self.found: List[ParcelDue] = []
        self._make_lists()
        self._make_result()
        self._arrange()
        self._session.reloaded.connect(self._look_again)
        self.read()

    # ---- parts

    def _make_lists(self) -> None:
        self.when, self.person = QComboBox(self), QComboBox(self)
        for words, days in (
            (tr("Overdue, or due within {days} days").format(days=SOON_DAYS), SOON_DAYS),
            (tr("Overdue"), -1),
            (tr("All"), None),
        ):
            self.when.addItem(words, days)
        for box in (self.when, self.person):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda _index: self.fill())
        self.table = Grid(due_columns(self._session.today), self)
        self.table.activated.connect(lambda _index: self.go_there())
        self.table.selectionModel().selectionChanged.connect(lambda *_both: self._chosen())
        self.sums = Grid(
            [
                GridColumn(tr("Month"), lambda one: one[0]),
                GridColumn(tr("Person"), lambda one: one[1] or tr("nobody named")),
                GridColumn(tr("Due"), lambda one: str(one[2]), lambda one: one[2], True),
                GridColumn(tr("Overdue"), lambda one: str(one[3]), lambda one: one[3], True),
            ],
            self,
        )
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.table, tr("Parcels"))
        self.tabs.addTab(self.sums, tr("By month and person"))
        self.count = QLabel(self)

    def _make_result(self) -> None:
        self.finding = QComboBox(self)
        self.finding.activated.connect(lambda _index: self._enable())
        self.day = day_edit(self._session.today, self)
        self.by = QLineEdit(self._session.book.who, self)
        self.note, self.new_patch = QLineEdit(self), QLineEdit(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.record_button = QPushButton(tr("Record"), self)
        self.record_button.setAutoDefault(False)
        self.record_button.clicked.connect(lambda _checked: self.record())

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.when)
        top.addWidget(self.person)
        top.addStretch(1)
        group = QGroupBox(tr("Result of the recheck"), self)
        form = QFormLayout(group)
        form.addRow(tr("What the recheck found"), self.finding)
        line = QHBoxLayout()
        line.addWidget(self.day)
        line.addWidget(QLabel(tr("Rechecked by"), self))
        line.addWidget(self.by, 1)
        line.addWidget(QLabel(tr("New patch"), self))
        line.addWidget(self.new_patch, 1)
        form.addRow(tr("Date"), line)
        form.addRow(tr("Note"), self.note)
        last = QHBoxLayout()
        last.addWidget(self.told, 1)
        last.addWidget(self.record_button)
        form.addRow(last)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.go_button = buttons.addButton(tr("Go to the parcel"), role.ActionRole)
        self.go_button.setAutoDefault(False)
        self.go_button.clicked.connect(lambda _checked: self.go_there())
        buttons.addButton(tr("Close"), role.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.tabs, 1)
        for widget in (self.count, group, self.task, buttons):
            layout.addWidget(widget)

    # ---- reading

    def _look_again(self) -> None:
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read anew what is due."""
        if self.task.is_running and self._session.busy_with:
            return  # what is being recorded is not stopped, and is read when it is
        book, plan = self._session.book, self._session.plan
        self.task.run(
            tr("Reading what is due"),
            lambda _progress: rechecks_of(book, plan),
            self._was_read,
        )

    def _was_read(self, found: List[ParcelDue]) -> None:
        self.found = found
        before = self.person.currentData()
        self.person.clear()
        self.person.addItem(tr("Everybody"), None)
        for name in sorted({one.person for one in found}):
            self.person.addItem(name or tr("nobody named"), name)
        self.person.setCurrentIndex(max(0, self.person.findData(before)))
        self.fill()

    def fill(self) -> None:
        """Show what the filters let through."""
        today, days, person = (
            self._session.today,
            self.when.currentData(),
            self.person.currentData(),
        )
        until = date.max if days is None else today + timedelta(days=days)
        shown = [
            one for one in self.found if one.what.due <= until and person in (None, one.person)
        ]
        self.table.show_lines(shown)
        self.sums.show_lines(by_month_and_person(shown, today))
        late = sum(one.days_left(today) < 0 for one in shown)
        words = tr("{shown} of {all} rechecks, {late} overdue")
        self.count.setText(words.format(shown=len(shown), all=len(self.found), late=late))
        self._chosen()

    # ---- one of them

    def _chosen(self) -> None:
        """Offer what can be found in the cycle of the recheck at hand."""
        one = self.table.current
        before = self.finding.currentData()
        self.finding.clear()
        if one is not None:
            plan = self._session.plan
            for finding in plan.lists.rechecks.findings_of(one.what.rule.code):
                self.finding.addItem(marked(term(finding.label), finding.origin), finding.code)
            self.finding.setCurrentIndex(max(0, self.finding.findData(before)))
            rule = one.what.rule
            self.finding.setToolTip(mark_and_source(rule.origin, plan.source_of("recheck")))
        self._enable()

    def _enable(self) -> None:
        one, free = self.table.current, not self.task.is_running and self._session.writable
        self.go_button.setEnabled(one is not None)
        self.record_button.setEnabled(free and one is not None)
        finding = self._session.plan.lists.rechecks.findings.get(self.finding.currentData() or "")
        reopens = finding is not None and finding.reopens
        self.new_patch.setEnabled(reopens)
        self.told.setText(tr("A closed case of the ledger is reopened with it.") if reopens else "")

    def go_there(self) -> None:
        """Show the parcel in the dock."""
        one = self.table.current
        if one is not None:
            with self._work.messages.guard():
                self._session.show_anywhere(one.number)

    def record(self) -> None:
        """Record what was found at the parcel at hand."""
        one = self.table.current
        given = Recheck(
            cycle=one.what.rule.code,
            on=self.day.date().toString(ISO),
            by=self.by.text().strip(),
            finding=self.finding.currentData(),
            note=self.note.text().strip(),
            new_patch=self.new_patch.text().strip() if self.new_patch.isEnabled() else "",
        )
        book, plan, today = self._session.book, self._session.plan, self._session.today
        self._record(
            tr("A recheck is being recorded."),
            tr("Recording"),
            lambda _progress: _record(book, plan, one, given, today),
            lambda _entries: self._recorded(one.number),
        )

    def _recorded(self, number: str) -> None:
        self.note.clear()
        self.new_patch.clear()
        self._session.reload()
        self._report(tr("The recheck of {parcel} is recorded.").format(parcel=number))


def _record(book: Casebook, plan: Plan, one: ParcelDue, given: Recheck, today: date) -> List:
    case = next((case for case in ledger_of(book, plan) if case.parcel_number == one.number), None)
    return book.record(rechecked(book, one.dossier, case, given, plan, today))
