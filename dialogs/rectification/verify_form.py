"""核对证明: what a certificate on paper says, beside what the record has."""

from __future__ import annotations

from typing import List, NamedTuple, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.certificates import qr
from ...core.certificates.page import page_of
from ...core.certificates.verifying import Outcome, Verified, verify
from ...core.documents.dossier import Line
from ...core.documents.history import say_words
from ...core.plan import Plan
from ...core.rectified import Certificate
from ...maps.words import say, tr
from ..parts.colours import ALARM, GOOD, HURRY
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

SIZE = (760, 560)
COLOURS = {Outcome.GENUINE: GOOD, Outcome.CHANGED: HURRY, Outcome.UNREADABLE: HURRY}
HASH_SHOWN = 16


class Row(NamedTuple):
    """A fact: on the sheet as far as its code says it, and in the record."""

    name: str
    sheet: str
    record: str
    differs: bool = False


class VerifyForm(TaskDialog):
    """Scan or paste the code's text, or type the number: the answer comes at once."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Verify a certificate"))
        self.resize(*SIZE)
        self.found: Optional[Verified] = None
        self._asked = ""
        self._make_parts()
        self._arrange()
        work.session.changed.connect(self._again)
        work.session.reloaded.connect(self._again)
        self._enable()

    def _make_parts(self) -> None:
        self.code = QLineEdit(self)
        self.code.setPlaceholderText(tr("Scan or paste the QR code's text, or type the number"))
        self.code.setClearButtonEnabled(True)
        self.code.textChanged.connect(self._typed)
        self.code.returnPressed.connect(self.verify)
        self.verify_button = QPushButton(tr("Verify"), self)
        self.verify_button.setDefault(True)
        self.verify_button.clicked.connect(lambda _checked: self.verify())
        self.outcome, self.words = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        for label in (self.outcome, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([tr("Item"), tr("On the sheet"), tr("In the record")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _arrange(self) -> None:
        asked = QHBoxLayout()
        asked.addWidget(self.code, 1)
        asked.addWidget(self.verify_button)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.show_button = buttons.addButton(tr("Show the parcel"), role.ActionRole)
        self.show_button.clicked.connect(lambda _checked: self.show_parcel())
        close = buttons.addButton(tr("Close"), role.RejectRole)
        for button in (self.show_button, close):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(asked)
        for widget in (self.outcome, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        for widget in (self.task, buttons):
            layout.addWidget(widget)

    def _enable(self) -> None:
        self.verify_button.setEnabled(self._session.is_open and bool(self.code.text().strip()))
        self.show_button.setEnabled(self.found is not None and self.found.dossier is not None)

    # ---- what the person does

    def _typed(self, written: str) -> None:
        self._enable()
        if qr.read(written) is not None:  # a scanner that sends no Enter has finished
            self.verify()

    def verify(self) -> None:
        """Compare what is in the field with the record, in a task."""
        written, session = self.code.text().strip(), self._session
        if not written or not session.is_open:
            return
        self._asked = written
        book, plan = session.book, session.plan
        self.task.run(
            tr("Looking it up"), lambda _progress: verify(book, plan, written), self._show
        )

    def _again(self, _number: str = "") -> None:
        if self.isVisible() and self._asked and not self._session.busy_with:
            self.verify()

    def show_parcel(self) -> None:
        """Go to the certificate's parcel."""
        if self.found is not None and self.found.parcel:
            with self._work.messages.guard():
                self._session.show_anywhere(self.found.parcel)

    # ---- the answer

    def _show(self, found: Verified) -> None:
        self.found = found
        self.outcome.setText(say(found.outcome.label))
        colour = COLOURS.get(found.outcome, ALARM)
        self.outcome.setStyleSheet(f"color: {colour}; font-size: 16pt; font-weight: bold")
        self.words.setText("\n".join(map(say, found.sentences)))
        rows = rows_of(found, qr.read(self._asked), self._session.plan)
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate((row.name, row.sheet, row.record)):
                item = QTableWidgetItem(words)
                if row.differs and column:
                    item.setForeground(QBrush(QColor(ALARM)))
                self.table.setItem(at, column, item)
        self.table.resizeRowsToContents()
        self.code.selectAll()
        self._enable()


def rows_of(found: Verified, shown: Optional[qr.Told], plan: Plan) -> List[Row]:
    """What the code says beside the record; then what the record says of the rest."""
    certificate = found.certificate
    if certificate is None:
        return _only_sheet(shown)
    rows = _compared(certificate, found.parcel, shown)
    if found.dossier is None:
        return rows
    page = page_of(certificate, found.dossier, plan)
    rows += [_row(line) for line in page.facts]
    rows += [Row(_said(one.name), "", f"{one.mu} {tr('mu')}") for one in page.areas]
    rows += [_row(line) for line in (*page.checklist, *page.inspections)]
    return rows


def _compared(certificate: Certificate, parcel: str, shown: Optional[qr.Told]) -> List[Row]:
    told = shown or qr.Told("", "", "", "")
    pairs = (
        (tr("Number"), told.number, certificate.number),
        (tr("Parcel"), told.parcel, parcel),
        (tr("Issued on"), told.issued_on, certificate.issued_on),
        (tr("Hash"), told.facts_sha256[:HASH_SHOWN], certificate.facts_sha256[:HASH_SHOWN]),
    )
    rows = [Row(name, mine, its, bool(shown) and mine != its) for name, mine, its in pairs]
    return [*rows, Row(tr("Issued by"), "", certificate.issued_by)]


def _only_sheet(shown: Optional[qr.Told]) -> List[Row]:
    if shown is None:
        return []
    names = (tr("Number"), tr("Parcel"), tr("Issued on"), tr("Hash"))
    parts = (*shown[:3], shown.facts_sha256[:HASH_SHOWN])
    return [Row(name, words, "") for name, words in zip(names, parts)]


def _row(line: Line) -> Row:
    return Row(_said(line.caption), "", _said(line.words))


def _said(words: object) -> str:
    return say_words(words, tr)
