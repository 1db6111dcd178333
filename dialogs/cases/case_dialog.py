"""案件: a case with its parcels, stop notice, steps, penalties, transfers, uncounted days."""

from __future__ import annotations

from contextlib import suppress
from typing import Dict, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.casefile import Case, CaseFile
from ...core.cases import case_findings, deadlines_of, due_items
from ...core.errors import InputError
from ...maps.kept_drafts import draft_of, record_in
from ...maps.words import say, term, tr
from ..parts.wording import finding_words, mu_with_unit, named
from ..workplace import Workplace
from .parcels import ParcelsTab
from .steps import StepsTab
from .stop_notice import StopNoticeTab
from .tables import InterruptionsTab, PenaltiesTab, TransfersTab
from .words import state_words

REMARKS_PX = 58


class CaseDialog(QDialog):
    """The list of all cases, and the one that is being written; stays beside the dock."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Cases"))
        self.resize(1100, 680)
        self._work = work
        self._session = work.session
        self._shown: Optional[CaseFile] = None
        self._leaving: Optional[str] = None
        self._drafts = work.session.drafts_of("case", lambda: self._shown)
        self._make_parts()
        self._arrange()
        self._connect()
        self._fill()
        self.begin(self._case_at_hand())

    def _make_parts(self) -> None:
        plan = self._session.plan
        headings = [tr("Case"), tr("Actor"), tr("Parcels"), tr("Area"), tr("Next term")]
        self.cases = QTreeWidget(self)
        self.cases.setHeaderLabels(headings)
        self.cases.setRootIsDecorated(False)
        self.number, self.actor, self.name = (QLineEdit(self) for _ in range(3))
        self.parcels = ParcelsTab(self._session, self)
        self.stop = StopNoticeTab(plan, self)
        self.steps = StepsTab(plan, self)
        self.penalties = PenaltiesTab(plan, self)
        self.transfers = TransfersTab(plan, self)
        self.interruptions = InterruptionsTab(plan, self)
        self.tabs = QTabWidget(self)
        for tab, title in (
            (self.parcels, tr("Parcels")),
            (self.stop, tr("Stop notice")),
            (self.steps, tr("Filing and steps")),
            (self.penalties, tr("Penalties")),
            (self.transfers, tr("Transfers")),
            (self.interruptions, tr("Days that do not count")),
        ):
            self.tabs.addTab(tab, title)
        self.remarks = QPlainTextEdit(self)
        self.remarks.setReadOnly(True)
        self.remarks.setFixedHeight(REMARKS_PX)
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for caption, line, stretch in (
            (tr("Case number"), self.number, 2),
            (tr("Actor"), self.actor, 2),
            (tr("Project or matter"), self.name, 3),
        ):
            row.addWidget(QLabel(caption, self))
            row.addWidget(line, stretch)
        written = QWidget(self)
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.tabs, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.cases)
        splitter.addWidget(written)
        splitter.setSizes([100, 490])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.remarks)
        layout.addWidget(self.answer)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.new_button = buttons.addButton(tr("New case"), role)
        self.record_button = buttons.addButton(tr("Record"), role)
        self.drop_button = buttons.addButton(tr("Drop case"), role)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.new_button, self.record_button, self.drop_button, close):
            button.setAutoDefault(False)
        self.new_button.clicked.connect(lambda _checked: self._leave_for(""))
        self.record_button.clicked.connect(lambda _checked: self.record())
        self.drop_button.clicked.connect(lambda _checked: self.drop())
        buttons.rejected.connect(self.reject)
        return buttons

    def _connect(self) -> None:
        self.cases.itemClicked.connect(lambda item, _column: self._choose(item))
        for at in range(self.tabs.count()):
            self.tabs.widget(at).edited.connect(self._edited)
        for line in (self.number, self.actor, self.name):
            line.textEdited.connect(lambda _text: self._edited())
        session = self._session
        session.reloaded.connect(self._refresh)
        for signal in (session.shown, session.held):
            signal.connect(self._enable)
        session.closed.connect(self.close)

    # ---- the list

    def _fill(self) -> None:
        self.cases.clear()
        files = self._session.book.case_files()
        self._recorded: Dict[str, CaseFile] = {one.case.number: one for one in files}
        self.parcels.forget_areas()
        today = self._session.today
        open_ones = due_items(files, self._session.plan, today)
        for file in files:
            case = file.case
            known = [area for area in map(self.parcels.mu_of, case.parcels) if area is not None]
            area = mu_with_unit(sum(known)) if known else ""
            mine = [one for one in open_ones if one.file.case.number == case.number]
            pressing = named(term(mine[0].step), state_words(mine[0], today)) if mine else ""
            words = [case.number, case.actor, str(len(case.parcels)), area, pressing]
            self.cases.addTopLevelItem(QTreeWidgetItem(words))
        for column in range(4):
            self.cases.resizeColumnToContents(column)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self._leave_for(item.text(0))

    def _leave_for(self, number: str) -> None:
        """Go to another case, or to a new one; the second time even from what is not recorded."""
        if self._has_news() and self._leaving != number:
            self._leaving = number
            self.answer.setText(tr("Not recorded yet. Choose again to leave it unrecorded."))
            return
        self._forget()
        self.begin(self._recorded.get(number))

    def _has_news(self) -> bool:
        try:
            return self.written() != self._begun
        except InputError:
            return True

    def _case_at_hand(self) -> Optional[CaseFile]:
        number = self._session.number
        files = self._recorded.values()
        return next((one for one in files if number in one.case.parcels), None)

    def _refresh(self) -> None:
        if self.isVisible():
            self._fill()
            self._enable()

    # ---- the case that is being written

    def begin(self, file: Optional[CaseFile]) -> None:
        """Write on at a case, or at a new one that holds the parcel at hand; as it was left."""
        self._shown = file
        here = (self._session.number,) if self._session.number else ()
        self.number.setReadOnly(file is not None)
        self._write(file or CaseFile(Case("", "", "", here)))
        self.answer.clear()
        self._leaving = None
        self._begun = self.written()
        kept = self._kept()
        if kept is not None:
            self._write(kept)
            self.answer.setText(self._drafts.not_recorded(self._key))
        self._tell()
        self._enable()

    def _write(self, file: CaseFile) -> None:
        self.number.setText(file.case.number)
        self.actor.setText(file.case.actor)
        self.name.setText(file.case.name)
        self.parcels.show_parcels(list(file.case.parcels))
        self.stop.show_notice(file.stop_notice)
        self.steps.show_filing(file.filing)
        self.penalties.show_penalties(file.penalties)
        self.transfers.show_transfers(file.transfers)
        self.interruptions.show_interruptions(file.interruptions)

    # ---- what is typed and not recorded: as far as it was understood last

    @property
    def _key(self) -> str:
        return self._shown.case.number if self._shown else ""

    def _kept(self) -> Optional[CaseFile]:
        return record_in(self._drafts.get(self._key), CaseFile)

    def _edited(self) -> None:
        self._tell()
        with suppress(InputError):
            file = self.written()
            if file != self._begun:
                self._drafts[self._key] = draft_of(file)
            else:
                self._forget()

    def _forget(self) -> None:
        self._drafts.pop(self._key, None)

    def begin_at(self, number: str) -> None:
        """Write on at the case of this number."""
        if number in self._recorded:
            self._leave_for(number)

    def written(self) -> CaseFile:
        """The case as it is written here.

        :raises InputError: a day or an amount is none.
        """
        case = Case(
            self.number.text().strip(),
            self.actor.text().strip(),
            self.name.text().strip(),
            tuple(self.parcels.numbers()),
        )
        return CaseFile(
            case,
            self.stop.notice(),
            self.steps.filing(),
            self.penalties.penalties(),
            self.transfers.transfers(),
            self.interruptions.interruptions(),
        )

    def _tell(self) -> None:
        """Terms, what remains, and what does not fit, of what is written so far."""
        plan, today = self._session.plan, self._session.today
        try:
            file = self.written()
        except InputError as error:
            self.remarks.setPlainText(say(error.text))
            return
        found = deadlines_of(file, plan, today)
        self.steps.show_terms(found, today)
        self.penalties.show_remains(file.penalties)
        self.transfers.show_terms(found, today)
        self.interruptions.show_terms()
        told = case_findings(file, plan, today, term)
        self.remarks.setPlainText("\n".join(map(finding_words, told)))

    def record(self) -> None:
        """Record the case as it is written here."""
        try:
            new = self.written()
        except InputError as error:
            self.answer.setText(say(error.text))
            return
        if not new.case.number or not new.case.parcels:
            self.answer.setText(tr("A case needs a number and a parcel at least."))
            return
        with self._work.messages.guard():
            has_news = self._session.change_case(new, self._shown)
            self._forget()
            self.begin(new)
            self.answer.setText(tr("Recorded.") if has_news else tr("Nothing new to record."))

    def drop(self) -> None:
        """Take the case out of the record; its parcels stay as they are."""
        if self._shown is not None:
            with self._work.messages.guard():
                self._session.drop_case(self._shown.case)
                self._forget()
                self.begin(None)

    def _enable(self, _number: str = "") -> None:
        writable = self._session.writable
        self.parcels.enable()
        self.record_button.setEnabled(writable)
        self.drop_button.setEnabled(writable and self._shown is not None)
