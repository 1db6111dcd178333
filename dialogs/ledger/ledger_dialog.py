"""整改台账: all cases with filters, their ages, and the quota that is frozen for them."""

from __future__ import annotations

from datetime import date
from typing import Callable, List, NamedTuple, Optional

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.ledger.ageing import ages
from ...core.ledger.case import CaseState, LedgerCase
from ...core.ledger.freezing import FreezeState, freeze_rows
from ...core.ledger.ledger import ledger_of
from ...core.ledger.linked import link_to
from ...core.ledger.rules import ledger_rules
from ...maps.words import say, tr
from ..parts.grid import Grid
from ..parts.task_dialog import TaskDialog
from ..parts.wording import mu_with_unit
from ..workplace import Workplace
from .columns import age_columns, case_columns, freeze_columns
from .quota_form import QuotaForm
from .turn_form import TurnForm
from .words import told_of


class Actions(NamedTuple):
    """What the ledger's window asks the menu to do."""

    import_list: Callable[[], object]
    save_form: Callable[[str, List[LedgerCase]], object]
    save_dossier: Callable[[List[LedgerCase]], object]


class LedgerDialog(TaskDialog):
    """Stays beside the dock; a double click goes to the case's parcel."""

    def __init__(self, work: Workplace, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Ledger of all years"))
        self.resize(1180, 640)
        self._actions = actions
        self._rules = ledger_rules(self._session.plan)
        self.cases: List[LedgerCase] = []
        self.shown: List[LedgerCase] = []
        self._make_filters()
        self._make_tables()
        self._make_buttons()
        self._arrange()
        self._session.reloaded.connect(self._look_again)
        self.read()

    # ---- parts

    def _make_filters(self) -> None:
        self.state, self.county, self.year = (QComboBox(self) for _ in range(3))
        for box in (self.state, self.county, self.year):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.state.addItem(tr("Open and reopened"), "left")
        self.state.addItem(tr("All"), "")
        for one in CaseState:
            self.state.addItem(say(one.label), one.value)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(tr("Patch, parcel, actor, place"))
        self.remarked = QCheckBox(tr("With remarks"), self)
        for box in (self.state, self.county, self.year):
            box.activated.connect(lambda _index: self.fill())
        self.words.textChanged.connect(lambda _text: self.fill())
        self.remarked.toggled.connect(lambda _on: self.fill())

    def _make_tables(self) -> None:
        today = self._session.today
        self.table = Grid(case_columns(today), self)
        self.ages = Grid(age_columns(self._rules.bounds_years), self)
        self.quota = Grid(freeze_columns(), self)
        self.tabs = QTabWidget(self)
        for widget, title in (
            (self.table, tr("Cases")),
            (self.ages, tr("Ages")),
            (self.quota, tr("Freeze list")),
        ):
            self.tabs.addTab(widget, title)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.count = QLabel(self)
        self.table.selectionModel().selectionChanged.connect(lambda *_both: self._tell())
        self.quota.selectionModel().selectionChanged.connect(lambda *_both: self._enable())
        self.tabs.currentChanged.connect(lambda _index: self._tell())
        for grid in (self.table, self.quota):
            grid.activated.connect(lambda _index: self.go_there())

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.by_name = {}
        for name, caption, does in (
            ("go", tr("Go to the parcel"), self.go_there),
            ("turn", tr("Close the case…"), self.turn),
            ("link", tr("It is the parcel at hand"), self.link),
            ("quota", tr("Quota was frozen…"), self.record_quota),
            ("import", tr("Import an old list…"), lambda: self._actions.import_list()),
            ("save", tr("Save this table…"), self.save),
            ("dossier", tr("Dossier for accountability…"), self.save_dossier),
        ):
            button = self.buttons.addButton(caption, role.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
            self.by_name[name] = button
        self.buttons.addButton(tr("Close"), role.RejectRole).setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for widget, stretch in (
            (self.state, 0),
            (self.county, 0),
            (self.year, 0),
            (self.words, 1),
            (self.remarked, 0),
        ):
            row.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.tabs, 1)
        for widget in (self.about, self.count, self.task, self.buttons):
            layout.addWidget(widget)

    # ---- reading

    def _look_again(self) -> None:
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read the ledger anew."""
        book, plan = self._session.book, self._session.plan
        self.task.run(
            tr("Reading the ledger"), lambda _progress: ledger_of(book, plan), self._was_read
        )

    def _was_read(self, cases: List[LedgerCase]) -> None:
        self.cases = cases
        self._offer(self.county, tr("All counties"), {one.county_name for one in cases})
        self._offer(self.year, tr("All years"), {one.year for one in cases})
        self.county.setVisible(self.county.count() > 2)
        self.fill()

    def _offer(self, box: QComboBox, every: str, values: set) -> None:
        before = box.currentData()
        box.clear()
        box.addItem(every, None)
        for value in sorted(values):
            box.addItem(str(value), value)
        box.setCurrentIndex(max(0, box.findData(before)))

    def fill(self) -> None:
        """Show what the filters let through, in all three tables."""
        day = self._session.today
        self.shown = [one for one in self.cases if self._is_wanted(one)]
        self.table.show_lines(self.shown)
        chosen = [one for one in self.cases if self._is_of(one)]
        self.ages.show_lines(ages(chosen, day, self._rules.bounds_years, tr("Total")))
        self.quota.show_lines(freeze_rows(chosen))
        self._sum_up(day)
        self._tell()

    def _is_of(self, case: LedgerCase) -> bool:
        """Of the county and year that are chosen; ages and quota are of every state."""
        county, year = self.county.currentData(), self.year.currentData()
        return county in (None, case.county_name) and year in (None, case.year)

    def _is_wanted(self, case: LedgerCase) -> bool:
        state, words = self.state.currentData(), self.words.text().strip().casefold()
        fits = {"": True, "left": case.is_open}.get(state, case.state.value == state)
        said = "\n".join(
            (case.patch, case.parcel, case.actor, case.place, case.project, case.subject)
        )
        return (
            fits
            and self._is_of(case)
            and (not words or words in said.casefold())
            and (bool(case.remarks) or not self.remarked.isChecked())
        )

    def _sum_up(self, day: date) -> None:
        left = [one for one in self.shown if one.is_open]
        areas = [one.areas.remaining_cultivated_mu for one in left]
        known = [one for one in areas if one is not None]
        words = tr("{shown} of {all} cases; {left} open with {area} of cultivated land").format(
            shown=len(self.shown),
            all=len(self.cases),
            left=len(left),
            area=mu_with_unit(sum(known)),
        )
        if len(known) < len(left):
            words += tr(" (of {count} it is not known)").format(count=len(left) - len(known))
        self.count.setText(words)

    # ---- what is chosen

    @property
    def case(self) -> Optional[LedgerCase]:
        """The case at hand, of the table that is shown."""
        if self.tabs.currentWidget() is self.quota:
            row = self.quota.current
            return row.case if row else None
        return self.table.current if self.tabs.currentWidget() is self.table else None

    def _tell(self) -> None:
        case = self.case
        self.about.setText(told_of(case, self._rules) if case else "")
        self._enable()

    def _enable(self) -> None:
        case, free = self.case, not self.task.is_running and self._session.writable
        at_quota = self.tabs.currentWidget() is self.quota
        self.by_name["go"].setEnabled(case is not None and bool(case.parcel_number))
        self.by_name["turn"].setEnabled(case is not None and free)
        closes = case is None or case.is_open
        self.by_name["turn"].setText(tr("Close the case…") if closes else tr("Reopen the case…"))
        self.by_name["link"].setEnabled(
            free and case is not None and bool(case.entries) and bool(self._session.number)
        )
        states = {one.state for one in self.quota.chosen} if at_quota else set()
        acts = states in ({FreezeState.TO_FREEZE}, {FreezeState.TO_FREE})
        frees = states == {FreezeState.TO_FREE}
        self.by_name["quota"].setEnabled(free and acts)
        self.by_name["quota"].setText(
            tr("Quota was set free…") if frees else tr("Quota was frozen…")
        )
        self.by_name["import"].setEnabled(free)
        self.by_name["save"].setEnabled(bool(self.cases))
        self.by_name["dossier"].setEnabled(free and bool(self.shown))

    # ---- doing

    def go_there(self) -> None:
        """Show the case's parcel in the dock."""
        case = self.case
        if case is not None:
            with self._work.messages.guard():
                if not self._session.show_anywhere(case.parcel_number):
                    self.count.setText(tr("The case has no parcel in this casebook."))

    def turn(self) -> TurnForm:
        """Open the form that closes or reopens the case at hand."""
        form = TurnForm(self._work, self.case, self.read, self)
        form.show()
        return form

    def link(self) -> None:
        """The old rows of the case at hand are the parcel at hand."""
        with self._work.messages.guard():
            self._session.record(
                link_to(self._session.book, self.case, self._session.number, self._session.plan)
            )
            self.read()

    def record_quota(self) -> QuotaForm:
        """Open the form for the quota of the chosen cases."""
        form = QuotaForm(self._work, self.quota.chosen, self.read, self)
        form.show()
        return form

    def save(self) -> None:
        """Save the table that is shown as the plan's form."""
        names = {self.table: "ledger", self.ages: "ageing", self.quota: "freezing"}
        name = names[self.tabs.currentWidget()]
        chosen = self.shown if name == "ledger" else [one for one in self.cases if self._is_of(one)]
        self._actions.save_form(name, chosen)

    def save_dossier(self) -> None:
        """Write the package about the cases that are shown."""
        self._actions.save_dossier(self.shown)
