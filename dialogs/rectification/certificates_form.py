"""拆除复耕到位证明: the month's certificates and the parcels that wait for one."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional, Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.certificates.issuing import Issued, issue, revoke
from ...core.certificates.listing import Listed, listed
from ...core.certificates.verifying import Outcome
from ...core.errors import TubanError
from ...maps.certificate_sheet import CertificateSheets
from ...maps.sheet_run import SheetRun
from ...maps.sheet_template import CERTIFICATE, SheetTemplate, template_in_use
from ...maps.words import say, tr
from ..parts.colours import ALARM, GOOD, HURRY, QUIET
from ..parts.form_row import FormRow
from ..parts.opened import open_outside
from ..parts.task_dialog import TaskDialog
from ..parts.wording import mu_with_unit
from ..workplace import Workplace
from .parcel_form import typed_date

PLACE = Qt.ItemDataRole.UserRole
STATE = 4
SIZE = (820, 460)
COLOURS = {Outcome.GENUINE: GOOD, Outcome.REVOKED: QUIET, Outcome.CHANGED: ALARM, None: HURRY}


class CertificatesForm(TaskDialog):
    """Stays beside the dock; a double click goes to the parcel. What is done is done to the
    marked rows, or to all that can be where none is marked."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowTitle(tr("Certificates of recultivation"))
        self.resize(*SIZE)
        self.shown: List[Listed] = []
        self.run: Optional[SheetRun] = None
        self.written: List[Path] = []
        self._make_parts()
        self._arrange()
        session = work.session
        for signal in (session.reloaded, session.changed):
            signal.connect(self._refresh)
        self.read()

    def _make_parts(self) -> None:
        self.list = QTreeWidget(self)
        heads = (tr("Parcel"), tr("Certificate"), tr("Issued on"), tr("Recultivated"), tr("State"))
        self.list.setHeaderLabels(list(heads))
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.list.itemActivated.connect(lambda item: self._go(item.text(0)))
        self.list.itemSelectionChanged.connect(self._enable)
        session = self._session
        self.day, self.by = QLineEdit(self), QLineEdit(self)
        self.day.setText(session.today.isoformat())
        self.by.setText(session.book.who if session.book else "")
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)
        self.form_row = FormRow(self._work, CERTIFICATE, self.answer.setText, self)

    def _arrange(self) -> None:
        row, used = QHBoxLayout(), QHBoxLayout()
        for caption, line in ((tr("Issued on"), self.day), (tr("Issued by"), self.by)):
            row.addWidget(QLabel(caption, self))
            row.addWidget(line)
        used.addWidget(QLabel(tr("Form"), self))
        used.addWidget(self.form_row, 1)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.issue_button = buttons.addButton(tr("Issue"), role)
        self.revoke_button = buttons.addButton(tr("Revoke…"), role)
        self.write_button = buttons.addButton(tr("Write PDF…"), role)
        self.close_button = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        for button, does in (
            (self.issue_button, self.issue),
            (self.revoke_button, self.ask_why),
            (self.write_button, self.choose_folder),
        ):
            button.clicked.connect(lambda _checked, does=does: does())
            button.setAutoDefault(False)
        self.close_button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addLayout(used)
        for widget in (self.answer, self.task, buttons):
            layout.addWidget(widget)

    # ---- the list

    def _refresh(self, _number: str = "") -> None:
        if self.isVisible() and not self._session.busy_with:
            self.read()

    def read(self) -> None:
        """Read the month, in a task."""
        session = self._session
        book, plan, month, today = session.book, session.plan, session.month, session.today
        if book is not None:
            self.task.run(
                tr("Reading {month}").format(month=month),
                lambda _progress: listed(book.dossiers(month), plan, book.office, today),
                self._read,
            )

    def _read(self, found: List[Listed]) -> None:
        self.shown = found
        self.list.clear()
        for place, one in enumerate(found):
            item = QTreeWidgetItem(_words(one))
            item.setData(0, PLACE, place)
            item.setForeground(STATE, QBrush(QColor(COLOURS.get(one.outcome, ALARM))))
            item.setToolTip(STATE, item.text(STATE))
            self.list.addTopLevelItem(item)
        self._enable()

    def _chosen(self) -> List[Listed]:
        marked = [self.shown[item.data(0, PLACE)] for item in self.list.selectedItems()]
        return marked or self.shown

    def _fit(self) -> List[Listed]:
        return [one for one in self._chosen() if one.may_be_printed]

    def _waiting(self) -> List[Listed]:
        return [one for one in self._chosen() if one.may_be_issued]

    def _live(self) -> Optional[Listed]:
        """The marked certificate that can be revoked; None unless it is the only marked row."""
        marked = self._chosen() if self.list.selectedItems() else []
        alone = marked[0] if len(marked) == 1 else None
        known = alone.certificate if alone else None
        return alone if known is not None and not known.revoked_on else None

    def _enable(self) -> None:
        session, free = self._session, not self.task.is_running and self.run is None
        rules = session.plan.rectification_rules if session.plan else None
        mine = rules is not None and session.book.office in rules.may["certify"]
        may_write = free and session.writable and mine
        self.issue_button.setEnabled(may_write and bool(self._waiting()))
        self.issue_button.setText(tr("Issue {count}").format(count=len(self._waiting())))
        self.revoke_button.setEnabled(may_write and self._live() is not None)
        self.write_button.setEnabled(free and bool(self._fit()))
        self.close_button.setText(tr("Stop") if self.run is not None else tr("Close"))

    def _go(self, number: str) -> None:
        with self._work.messages.guard():
            self._session.show_anywhere(number)

    # ---- what the person does

    def issue(self) -> None:
        """Issue certificates to the marked parcels that wait, or to all."""
        session = self._session
        book, plan, by, today = session.book, session.plan, self.by.text(), session.today
        try:
            day = typed_date(tr("Issued on"), self.day.text(), session.today)
        except TubanError as error:
            self.answer.setText(say(error.text))
            return
        wanted = [one.dossier for one in self._waiting()]
        self._record(
            tr("Certificates are being issued."),
            tr("Issuing certificates"),
            lambda progress: issue(book, plan, wanted, day, by, progress, today),
            self._issued,
        )

    def _issued(self, found: Issued) -> None:
        lines = [tr("{count} certificates issued.").format(count=len(found.certificates))]
        lines += [f"{number}: {say(why)}" for number, why in found.refused.items()]
        self.answer.setText("\n".join(lines))
        self._session.reload()

    def ask_why(self) -> None:
        """Ask why the marked certificate is revoked, and revoke it."""
        one = self._live()
        if one is None:
            return
        title = tr("Revoke {number}").format(number=one.certificate.number)
        why, agreed = QInputDialog.getText(self, title, tr("Why? It stays in the record:"))
        if agreed:
            self.revoke(one.certificate.number, why)

    def revoke(self, number: str, why: str) -> None:
        """Revoke a certificate; its number stays used."""
        session = self._session
        try:
            revoke(session.book, session.plan, number, why, session.today, self.by.text())
        except TubanError as error:
            self.answer.setText(say(error.text))
            return
        self.answer.setText(tr("{number} is revoked.").format(number=number))
        session.reload()

    # ---- papers

    def choose_folder(self) -> None:
        """Ask where the PDFs go, and write them."""
        settings = self._work.settings
        title = tr("Folder for the certificates")
        folder = QFileDialog.getExistingDirectory(
            self, title, settings.start_folder("certificates")
        )
        if folder:
            settings.remember_folder("certificates", folder)
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write a PDF for each marked certificate, or for all, one in each turn."""
        session, settings = self._session, self._work.settings
        with self._work.messages.guard():
            template = SheetTemplate(template_in_use(settings, CERTIFICATE))
            project = QgsProject.instance()
            sheets = CertificateSheets(project, session.plan, session.book, template)
            papers = [one.alone for one in self._fit()]
            self.run = SheetRun(project, sheets, papers, folder, self)
            self.run.ended.connect(self._ended)
            self.run.start()
        self._enable()

    def _ended(self, written: Sequence[Path], error: Optional[TubanError]) -> None:
        self.run, self.written = None, list(written)
        words = tr("{count} certificates written.").format(count=len(written))
        self.answer.setText(f"{words} {say(error.text)}" if error else words)
        self._enable()
        if written:
            self._work.messages.tell(words, (tr("Open"), self.open))

    def open(self) -> None:
        """Open what was written, or its folder."""
        place = self.written[0] if len(self.written) == 1 else self.written[0].parent
        open_outside(place)

    def reject(self) -> None:
        """Stop the papers that are being written; closing comes next."""
        if self.run is not None:
            self.run.stop()
        else:
            super().reject()


def _words(one: Listed) -> List[str]:
    known = one.certificate
    about = ["", "", ""]
    if known is not None:
        about = [known.number, known.issued_on, mu_with_unit(known.recultivated_mu)]
    return [one.dossier.parcel.number, *about, say(one.state)]
