"""打印外业核查表、图斑档案: a PDF for the parcel at hand, or for each one in the list."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, NamedTuple, Optional, Sequence

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import TubanError
from ...core.legality import military_patches
from ...core.model import Dossier
from ...maps.dossier_sheet import DossierSheets
from ...maps.field_sheet import FieldSheets
from ...maps.military import whole_patch
from ...maps.session import Session
from ...maps.sheet_run import SheetRun, Writer
from ...maps.sheet_template import (
    DOSSIER,
    FIELD_SHEET,
    SheetTemplate,
    template_in_use,
)
from ...maps.words import say, tr
from ..parts.form_row import FormRow
from ..parts.opened import open_outside
from ..workplace import Workplace


class Kind(NamedTuple):
    """What is written: its words, its form, and where it went last."""

    title: str
    written: str
    folder: str
    form: str
    make: Callable[[Session, SheetTemplate], Writer]


def field_sheets() -> Kind:
    """A sheet to take along."""
    return Kind(
        tr("Field sheets"), tr("{count} sheets written."), "sheets", FIELD_SHEET, _make_sheets
    )


def dossiers() -> Kind:
    """Everything that the record says."""
    return Kind(
        tr("Dossiers"), tr("{count} dossiers written."), "dossiers", DOSSIER, _make_dossiers
    )


def _make_sheets(session: Session, template: SheetTemplate) -> Writer:
    folder = session.book.path.parent
    return FieldSheets(QgsProject.instance(), session.plan, folder, template)


def _make_dossiers(session: Session, template: SheetTemplate) -> Writer:
    return DossierSheets(QgsProject.instance(), session.plan, session.book, template)


class SheetsDialog(QDialog):
    """Asks for which parcels and where to; writes one PDF after the other."""

    def __init__(
        self,
        work: Workplace,
        kind: Kind,
        listed: Sequence[str],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setWindowTitle(kind.title)
        self.resize(520, 260)
        self._work = work
        self._session = work.session
        self._listed = list(listed)
        self._number = work.session.number
        self.task: Optional[SheetRun] = None
        self.written: List[Path] = []
        self._make_parts()
        self._arrange()
        self._session.closed.connect(self.close)
        self._enable()

    def _make_parts(self) -> None:
        self.this_one = QRadioButton(tr("This parcel: {number}").format(number=self._number), self)
        self.all_listed = QRadioButton(
            tr("The {count} parcels in the list").format(count=len(self._listed)), self
        )
        self.this_one.setChecked(True)
        self.folder = QgsFileWidget(self)
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.lineEdit().setPlaceholderText(tr("Choose a folder"))
        self.folder.setFilePath(self._work.settings.folder(self._kind.folder))
        self.folder.fileChanged.connect(lambda _path: self._enable())
        self.bar = QProgressBar(self)
        self.bar.hide()
        self.answer = QLabel(self)
        self.answer.setWordWrap(True)
        used = FormRow(self._work, self._kind.form, self.answer.setText, self)
        self.form_row, self.form, self.copy_button = used, used.words, used.copy_button

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("For"), self.this_one)
        form.addRow("", self.all_listed)
        form.addRow(tr("Folder"), self.folder)
        form.addRow(tr("Form"), self.form_row)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.write_button = buttons.addButton(tr("Write PDF"), role.ActionRole)
        self.write_button.setDefault(True)
        self.open_button = buttons.addButton(tr("Open"), role.ActionRole)
        self.close_button = buttons.addButton(tr("Close"), role.RejectRole)
        for button in (self.open_button, self.close_button):
            button.setAutoDefault(False)
        self.write_button.clicked.connect(lambda _checked: self.write())
        self.open_button.clicked.connect(lambda _checked: self._open())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        for widget in (self.bar, self.answer, buttons):
            layout.addWidget(widget)

    def _enable(self) -> None:
        running = self.task is not None and self.task.is_running
        there = Path(self.folder.filePath()).is_dir() and bool(self.folder.filePath())
        self.write_button.setEnabled(there and not running and bool(self._number))
        self.open_button.setEnabled(bool(self.written) and not running)
        self.close_button.setText(tr("Stop") if running else tr("Close"))
        for widget in (self.this_one, self.all_listed, self.folder):
            widget.setEnabled(not running)
        self.bar.setVisible(running)

    # ---- writing

    def write(self) -> None:
        """Write them."""
        session, folder = self._session, Path(self.folder.filePath())
        self._work.settings.remember_folder(self._kind.folder, str(folder))
        try:
            template = SheetTemplate(template_in_use(self._work.settings, self._kind.form))
        except TubanError as error:
            self.answer.setText(say(error.text))
            return
        dossiers = self._dossiers()
        if not dossiers:
            self.answer.setText(tr("Nothing is written of military land."))
            return
        sheets = self._kind.make(session, template)
        self.bar.setMaximum(len(dossiers))
        self.bar.setValue(0)
        self.answer.clear()
        self.task = SheetRun(QgsProject.instance(), sheets, dossiers, folder, self)
        self.task.progressed.connect(self.bar.setValue)
        self.task.ended.connect(self._ended)
        self.task.start()
        self._enable()

    def _dossiers(self) -> List[Dossier]:
        """Those wanted, in the order of the list and without military land."""
        session = self._session
        if self.this_one.isChecked():
            wanted, here = [self._number], session.book.dossier(self._number)
            known = whole_patch(session.book, here) if here else []
        else:
            wanted, known = self._listed, session.book.dossiers(session.month)
        hidden = military_patches(known, session.plan)
        by_number = {one.parcel.number: one for one in known if one.patch.number not in hidden}
        return [by_number[number] for number in wanted if number in by_number]

    def _ended(self, written: List[Path], error: Optional[TubanError]) -> None:
        self.written = written
        words = self._kind.written.format(count=len(written))
        self.answer.setText(f"{words} {say(error.text)}" if error else words)
        self._enable()

    def _open(self) -> None:
        path = self.written[0] if len(self.written) == 1 else self.written[0].parent
        open_outside(path)

    def reject(self) -> None:
        """Stop what is running; closing comes next."""
        if self.task is not None and self.task.is_running:
            self.task.stop()
        else:
            super().reject()

    def closeEvent(self, event) -> None:
        if self.task is not None:
            self.task.stop()
        super().closeEvent(event)
