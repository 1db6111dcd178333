"""Opening a casebook and making a new one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from ..core.errors import TubanError
from ..core.rounds import Office
from ..maps.words import say, tr
from .plans.forms import PlanChoice
from .workplace import Workplace

FOLDER = "casebook"
COUNTY_CODE = re.compile(r"[0-9]{6}")


def open_from_file(work: Workplace, parent: QWidget) -> None:
    """Ask for a casebook and open it."""
    path, _ = QFileDialog.getOpenFileName(
        parent, tr("Open casebook"), work.settings.start_folder(FOLDER), _file_filter()
    )
    if path:
        work.settings.remember_folder(FOLDER, str(Path(path).parent))
        with work.messages.guard():
            work.session.open(Path(path))


def _file_filter() -> str:
    return tr("Casebook (*.gpkg)")


class NewCasebookDialog(QDialog):
    """Asks for the plan, the county, the person and the place of the file."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New casebook"))
        self.setMinimumWidth(500)
        self._work = work
        self.plan = PlanChoice(work, "", self)
        self.office = self._make_office()
        self.code = QLineEdit(self)
        self.code.setMaxLength(6)
        self.code.setPlaceholderText(tr("six digits"))
        self.name = QLineEdit(self)
        self.who = QLineEdit(work.settings.who, self)
        self.who.setToolTip(tr("Stands behind every entry in the journal."))
        self.refused = QLabel(self)
        self.refused.setWordWrap(True)
        self._buttons = self._make_buttons()
        form = QFormLayout(self)
        form.addRow(tr("Work plan"), self.plan)
        form.addRow(tr("Whose casebook"), self.office)
        form.addRow(tr("Code of county or city"), self.code)
        form.addRow(tr("Name of county or city"), self.name)
        form.addRow(tr("Your name"), self.who)
        form.addRow(self.refused)
        form.addRow(self._buttons)
        for field in (self.code, self.name, self.who):
            field.textChanged.connect(self._check)
        self.code.textChanged.connect(self._name_unit)
        self.code.setFocus()
        self._check()

    def _make_office(self) -> QComboBox:
        office = QComboBox(self)
        for one in Office:
            office.addItem(say(one.label), one)
        office.setToolTip(tr("A city's casebook holds the packages of all its counties."))
        return office

    def _name_unit(self, code: str) -> None:
        """The name that the plan has for a code, in Chinese as on papers; a written one stays."""
        units = {one.code: one.label.zh for one in self.plan.plan().units}
        if code in units and self.name.text() in ("", *units.values()):
            self.name.setText(units[code])

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.create_button = buttons.addButton(
            tr("Choose the file…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self._choose_file)
        buttons.rejected.connect(self.reject)
        return buttons

    def _check(self) -> None:
        complete = COUNTY_CODE.fullmatch(self.code.text()) and self.name.text().strip()
        self.create_button.setEnabled(bool(complete and self.who.text().strip()))

    def _choose_file(self) -> None:
        folder = Path(self._work.settings.start_folder(FOLDER))
        suggested = folder / tr("{name} casebook.gpkg").format(name=self.name.text().strip())
        path, _ = QFileDialog.getSaveFileName(
            self, tr("New casebook"), str(suggested), _file_filter()
        )
        if path:
            self.create(Path(path))

    def create(self, path: Path) -> None:
        """Make the casebook at ``path`` and open it."""
        self._work.settings.who = self.who.text()
        file = path if path.suffix.lower() == ".gpkg" else path.with_name(path.name + ".gpkg")
        try:
            self._work.session.create(
                file,
                self.plan.currentData(),
                self.code.text(),
                self.name.text().strip(),
                self.office.currentData(),
            )
        except TubanError as error:
            self.refused.setText(say(error.text))
            return
        self._work.settings.remember_folder(FOLDER, str(path.parent))
        self.accept()
