"""军用土地登记表: the month's register of military land, on screen and for printing."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.documents import Sheet
from ...core.submission.military_register import register_sheet, write_register
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "register"


class MilitaryDialog(TaskDialog):
    """Shows number, county, area and month; the outlines stay in the record."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self._is_old = False
        self._has_rows = False
        self.setWindowTitle(
            tr("Register of military land · {month}").format(month=work.session.month)
        )
        self.resize(640, 360)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setText(
            tr(
                "These patches are in no package, output or report and not on the map. Print the "
                "register and deliver it confidentially by hand (机要); do not send it over a "
                "network. The official form is not known: words and headings are in the plan's "
                "military.json."
            )
        )
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.save_button = buttons.addButton(tr("Save for printing…"), role)
        self.save_button.clicked.connect(lambda _checked: self._choose_file())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.words, self.table, self.task, buttons):
            layout.addWidget(widget)
        work.session.changed.connect(self._changed)
        work.session.reloaded.connect(self._changed)
        self.read()

    def _enable(self) -> None:
        self.save_button.setEnabled(self._has_rows and not self.task.is_running)

    def _changed(self, _number: str = "") -> None:
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Read the month's register, in a task; once more if something is changed meanwhile."""
        self._is_old = self.task.is_running
        if self._is_old:
            return
        book, plan, month = self._session.book, self._session.plan, self._session.month
        self.task.run(
            tr("Reading {month}").format(month=month),
            lambda _progress: register_sheet(book, plan, month),
            self._fill,
        )

    def _fill(self, sheet: Sheet) -> None:
        if self._is_old:
            self.read()
            return
        self.table.setColumnCount(len(sheet.columns))
        self.table.setHorizontalHeaderLabels([one.heading for one in sheet.columns])
        self.table.setRowCount(len(sheet.rows))
        for at, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                self.table.setItem(at, column, QTableWidgetItem(str(value)))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._has_rows = bool(sheet.rows)
        self._enable()

    def _choose_file(self) -> None:
        settings = self._work.settings
        name = f"{tr('Military land')}_{self._work.session.month}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save for printing"),
            str(Path(settings.start_folder(FOLDER)) / name),
            tr("Workbook (*.xlsx)"),
        )
        if path:
            settings.remember_folder(FOLDER, str(Path(path).parent))
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write the register as a workbook."""
        session = self._work.session
        with self._work.messages.guard():
            write_register(session.book, session.plan, session.month, path)
            self._work.messages.tell(tr("Written: {file}").format(file=path.name))
