"""监管系统比对: an export of the supervision system against the casebook, changing nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.intake.tables import read_table
from ...core.submission.collecting import collect
from ...core.submission.provincial import compare, write_differences
from ...core.submission.provincial.comparing import Comparison, Difference, Kind, by_kind
from ...core.submission.work import MonthWork
from ...core.text import SEMICOLON
from ...maps.words import chinese, say, tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace

FOLDER = "exports"
MOST_SHOWN = 2000
"""More rows than anybody reads; the counts are of all, and so is the workbook."""
WIDTHS = (190, 150, 130, 150, 150)
Compared = Tuple[Comparison, MonthWork]


class CompareDialog(TaskDialog):
    """Compares in a task; a double click goes to the parcel."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.month = work.session.month
        self.setWindowTitle(tr("Supervision system and casebook, {month}").format(month=self.month))
        self.resize(900, 480)
        self.compared: Optional[Compared] = None
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(tr("No export is chosen yet."))
        self.kind = QComboBox(self)
        self.kind.activated.connect(lambda _index: self._fill())
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.list = QTreeWidget(self)
        self._arrange()
        self._enable()

    def _arrange(self) -> None:
        heads = [tr("Parcel"), tr("What is told"), tr("Column"), tr("In the casebook")]
        self.list.setHeaderLabels([*heads, tr("In the export"), tr("Row of the export")])
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, width)
        self.list.itemActivated.connect(self._go)
        browse = QPushButton(tr("Choose export…"), self)
        browse.clicked.connect(lambda _checked: self._choose())
        top = QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(browse)
        below = QHBoxLayout()
        below.addWidget(self.kind)
        below.addWidget(self.counts, 1)
        buttons = QDialogButtonBox(self)
        self.save_button = buttons.addButton(
            tr("Save as a workbook…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save_button.clicked.connect(lambda _checked: self._choose_workbook())
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        note = QLabel(
            tr(
                "Nothing in the casebook is changed. What only one side has is in doubt, not a "
                "difference."
            ),
            self,
        )
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self.list, 1)
        for widget in (note, self.task, buttons):
            layout.addWidget(widget)

    def _enable(self) -> None:
        self.save_button.setEnabled(self.compared is not None and not self.task.is_running)

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Export of the supervision system"),
            self._work.settings.start_folder(FOLDER),
            f"{tr('Tables')} (*.xlsx *.csv)",
        )
        if path:
            self._work.settings.remember_folder(FOLDER, str(Path(path).parent))
            self.set_file(Path(path))

    def set_file(self, path: Path) -> None:
        """Read an export and compare it with the month, in a task."""
        self.file.setText(str(path))
        session, month = self._session, self.month
        book, plan, today = session.book, session.plan, session.today

        def work(_progress: object) -> Compared:
            of_month = collect(book, plan, month, today)
            return compare(read_table(path), of_month, chinese), of_month

        self.compared = None
        self._show()
        self.task.run(tr("Comparing with {file}").format(file=path.name), work, self._found)

    def _found(self, compared: Compared) -> None:
        self.compared = compared
        self._show()

    def _show(self) -> None:
        self.kind.clear()
        self.counts.clear()
        if self.compared is not None:
            found = self.compared[0]
            self.kind.addItem(f"{tr('All')} ({len(found.differences)})", None)
            for kind, count in by_kind(found.differences):
                self.kind.addItem(f"{say(kind.label)} ({count})", kind)
            self.counts.setText(_told(found))
        self._fill()
        self._enable()

    def _fill(self) -> None:
        self.list.clear()
        if self.compared is None:
            return
        wanted: Optional[Kind] = self.kind.currentData()
        found = [one for one in self.compared[0].differences if wanted in (None, one.kind)]
        for one in found[:MOST_SHOWN]:
            self.list.addTopLevelItem(_item(one))

    def _go(self, item: QTreeWidgetItem) -> None:
        number = item.data(0, Qt.ItemDataRole.UserRole)
        if number:
            with self._work.messages.guard():
                self._session.show_anywhere(number)

    def _choose_workbook(self) -> None:
        folder = Path(self._work.settings.start_folder(FOLDER))
        name = tr("Differences") + f"_{self.month}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Save as a workbook"), str(folder / name), "Excel (*.xlsx)"
        )
        if path:
            self.save(Path(path))

    def save(self, path: Path) -> None:
        """Write all that was found as a workbook, in a task."""
        found, work = self.compared
        self.task.run(
            tr("Writing {file}").format(file=path.name),
            lambda _progress: write_differences(found, work, path, chinese),
            lambda _done: self._report(tr("Written: {file}").format(file=str(path))),
        )


def _told(found: Comparison) -> str:
    parts = [
        found.family.name,
        tr("{count} parcels compared").format(count=found.compared),
        tr("{count} fields agree").format(count=found.same),
    ]
    if found.divided:
        parts.append(tr("{count} rows of divided patches left out").format(count=found.divided))
    if found.withheld:
        parts.append(tr("{count} rows of military land not shown").format(count=found.withheld))
    return say(SEMICOLON).join(parts)


def _item(one: Difference) -> QTreeWidgetItem:
    row = str(one.row) if one.row else ""
    item = QTreeWidgetItem([one.number, say(one.kind.label), one.column, one.here, one.there, row])
    for column in range(item.columnCount()):
        item.setToolTip(column, item.text(column))
    known = one.kind is not Kind.NOT_IN_CASEBOOK
    item.setData(0, Qt.ItemDataRole.UserRole, one.number if known else "")
    return item
