"""销号 or its reopening: on which day, by whom, on what basis; what is missing is told at once."""

from __future__ import annotations

from datetime import date
from typing import Callable, List, Optional

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.ledger.case import LedgerCase
from ...core.ledger.closing import close, reopen
from ...core.ledger.rules import ledger_rules
from ...core.rectified import Turn
from ...maps.marks import marked
from ...maps.words import say, term, tr
from ..parts.kept_typing import KeptTyping
from ..parts.once_button import OnceButton
from ..workplace import Workplace

ISO = "yyyy-MM-dd"


class TurnForm(QDialog):
    """``recorded`` is called when it is in the journal; the case is closed, or open again."""

    def __init__(
        self,
        work: Workplace,
        case: LedgerCase,
        recorded: Callable[[], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self._case, self._recorded = case, recorded
        self.closes = case.is_open
        self.setWindowTitle(tr("Close the case") if self.closes else tr("Reopen the case"))
        self.resize(520, 0)
        self._make_parts()
        self._arrange()
        self.tell()
        self._session.closed.connect(self.reject)
        KeptTyping(self, self._session.drafts_of("turn"), case.subject)

    def _make_parts(self) -> None:
        self.basis = QComboBox(self)
        for one in ledger_rules(self._session.plan).bases.values():
            self.basis.addItem(marked(term(one.label), one.origin), one.code)
        self.day = day_edit(self._session.today, self)
        self.by = QLineEdit(self._session.book.who, self)
        self.document, self.why, self.new_patch = (QLineEdit(self) for _ in range(3))
        self.missing = QLabel(self)
        self.missing.setWordWrap(True)
        self.basis.currentIndexChanged.connect(lambda _index: self.tell())
        self.day.dateChanged.connect(lambda _day: self.tell())
        for line in (self.by, self.document, self.why, self.new_patch):
            line.textChanged.connect(lambda _text: self.tell())

    def _arrange(self) -> None:
        case = self._case
        form = QFormLayout()
        form.addRow(
            tr("Case"),
            QLabel(" · ".join(filter(None, (str(case.year), case.patch, case.parcel))), self),
        )
        if self.closes:
            form.addRow(tr("On the basis of"), self.basis)
            form.addRow(tr("Document number"), self.document)
        form.addRow(tr("Date"), self.day)
        form.addRow(tr("Done by"), self.by)
        form.addRow(tr("Why"), self.why)
        if not self.closes:
            form.addRow(tr("New patch"), self.new_patch)
        for line in (self.basis, self.document, self.new_patch):
            line.setVisible(form.labelForField(line) is not None)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        # Not of the accepting kind: Enter in a field would press it.
        self.record_button = OnceButton(tr("Record"))
        buttons.addButton(self.record_button, role.ActionRole)
        self.record_button.clicked.connect(lambda _checked: self.record())
        buttons.addButton(tr("Cancel"), role.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.missing)
        layout.addWidget(buttons)

    def turn(self) -> Turn:
        """What is written here."""
        return Turn(
            closed=self.closes,
            on=self.day.date().toString(ISO),
            by=self.by.text().strip(),
            basis=self.basis.currentData() if self.closes else "",
            document=self.document.text().strip() if self.closes else "",
            why=self.why.text().strip(),
            new_patch="" if self.closes else self.new_patch.text().strip(),
        )

    def _changes(self) -> List:
        book, today = self._session.book, self._session.today
        if self.closes:
            return close(book, self._case, self.turn(), self._session.plan, today)
        return reopen(book, self._case, self.turn(), today)

    def tell(self) -> None:
        """Say what is missing, if anything is."""
        try:
            self._changes()
            words = tr("It cannot be undone, only turned again; both stay in the record.")
        except TubanError as error:
            words = say(error.text)
            self.record_button.setEnabled(False)
        else:
            self.record_button.setEnabled(self._session.writable)
        self.missing.setText(words)

    def record(self) -> None:
        """Record it."""
        with self._work.messages.guard():
            self._session.record(self._changes())
            self.accept()
            self._recorded()


def day_edit(day: date, parent: QWidget) -> QDateEdit:
    """A day with a calendar, written in ISO."""
    made = QDateEdit(QDate(day.year, day.month, day.day), parent)
    made.setCalendarPopup(True)
    made.setDisplayFormat(ISO)
    return made
