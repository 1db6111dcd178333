"""Which layers are pictures of which day; services and folders are added here."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Callable, List, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.imagery import AFTER, BEFORE
from ...core.imagery.sources import without_key
from ...core.imagery.troubles import file_day
from ...core.text import Text, text
from ...maps.imagery import Imagery, epoch_of
from ...maps.imagery.epochs import (
    NO_EPOCH,
    confirm,
    is_confirmed,
    pictures_of,
    proposed_day,
)
from ...maps.imagery.folders import add_files
from ...maps.imagery.health import Health, address_of, file_of
from ...maps.words import say, tr
from ..parts.colours import HURRY, QUIET
from ..workplace import Workplace

LAYER, USE, DAY, STATE = range(4)


class EpochRow:
    """One layer's choices: what it is used for, and the day it was taken."""

    def __init__(self, layer: QgsRasterLayer, changed: Callable[[], None], parent: QWidget) -> None:
        self.layer = layer
        self.use = QComboBox(parent)
        for value, words in (
            ("", tr("By its date")),
            (BEFORE, tr("Always before")),
            (AFTER, tr("Always after")),
            (NO_EPOCH, tr("No picture to compare")),
        ):
            self.use.addItem(words, value)
        self.known = QCheckBox(parent)
        self.known.setToolTip(tr("The date is known"))
        self.day = QDateEdit(parent)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        self.day.setDate(QDate.currentDate())
        self.day.setEnabled(False)
        self.known.toggled.connect(self.day.setEnabled)
        self._read()
        self.use.activated.connect(lambda _index: changed())
        self.known.toggled.connect(lambda _on: changed())
        self.day.dateChanged.connect(lambda _day: changed())

    def _read(self) -> None:
        epoch = epoch_of(self.layer)
        side = epoch.side if epoch else "" if proposed_day(self.layer) else NO_EPOCH
        self.use.setCurrentIndex(self.use.findData(side))
        if epoch is not None:
            self.propose(epoch.day)

    def propose(self, day: Optional[date]) -> None:
        """Fill in a day that name or notes tell."""
        if day is not None:
            self.day.setDate(QDate(day.year, day.month, day.day))
            self.known.setChecked(True)

    def day_widget(self, parent: QWidget) -> QWidget:
        """The day with its tick, for a cell."""
        cell = QWidget(parent)
        row = QHBoxLayout(cell)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.known)
        row.addWidget(self.day, 1)
        return cell

    def keep(self) -> None:
        """Write to the project what is chosen."""
        day = self.day.date().toPyDate() if self.known.isChecked() else None
        confirm(self.layer, self.use.currentData(), day)


class ImageryDialog(QDialog):
    """Proposes from names and notes; what the person confirms is kept in the project."""

    def __init__(
        self,
        work: Workplace,
        imagery: Imagery,
        health: Health,
        add_service: Callable[[], object],
        prepare: Callable[[], object],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Imagery"))
        self.resize(760, 420)
        self._work, self._imagery, self._health = work, imagery, health
        self._project = QgsProject.instance()
        self.rows: List[EpochRow] = []
        self._is_waiting = False
        self.table = QTableWidget(0, 4, self)
        self.table.setHorizontalHeaderLabels([tr("Layer"), tr("Used as"), tr("Taken"), ""])
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._arrange(add_service, prepare)
        self._project.layerTreeRoot().layerOrderChanged.connect(self._fill_later)
        self.fill()

    def _arrange(self, add_service: Callable[[], object], prepare: Callable[[], object]) -> None:
        hint = QLabel(
            tr(
                "Files, mosaics, MBTiles and GeoPackage tiles, XYZ, WMTS and WMS layers of the "
                "project. What you confirm is saved with the project, never in the casebook."
            ),
            self,
        )
        hint.setWordWrap(True)
        adding = QHBoxLayout()
        for words, does in (
            (tr("Add a folder…"), self._choose_folder),
            (tr("Add a service…"), add_service),
            (tr("Prepare offline…"), prepare),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, does=does: does())
            adding.addWidget(button)
        adding.addStretch(1)
        buttons = QDialogButtonBox(self)
        self.keep_button = buttons.addButton(tr("Confirm"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.keep)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.table, 1)
        layout.addLayout(adding)
        layout.addWidget(buttons)

    def _fill_later(self) -> None:
        if not self._is_waiting:
            self._is_waiting = True
            QTimer.singleShot(0, self.fill)

    def fill(self) -> None:
        """List the project's pictures, with what is known or proposed of each."""
        self._is_waiting = False
        layers = pictures_of(self._project)
        self.table.setRowCount(len(layers))
        self.rows = []
        for index, layer in enumerate(layers):
            row = EpochRow(layer, self._enable, self.table)
            self.rows.append(row)
            name = QTableWidgetItem(layer.name())
            name.setFlags(Qt.ItemFlag.ItemIsEnabled)
            name.setToolTip(layer.name())
            self.table.setItem(index, LAYER, name)
            self.table.setCellWidget(index, USE, row.use)
            self.table.setCellWidget(index, DAY, row.day_widget(self.table))
            self.table.setCellWidget(index, STATE, self._state(layer))
            self._ask_file(row)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(LAYER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        self.table.resizeRowsToContents()

    def _state(self, layer: QgsRasterLayer) -> QLabel:
        trouble = self._health.trouble(layer) or _key_in_address(layer)
        words = say(trouble) if trouble else tr("confirmed") if is_confirmed(layer) else ""
        if not words and epoch_of(layer) is not None:
            words = tr("proposed")
        label = QLabel(words, self.table)
        label.setWordWrap(True)
        label.setStyleSheet(f"color: {HURRY if trouble else QUIET}; padding: 2px 4px")
        label.setToolTip(words)
        return label

    def _ask_file(self, row: EpochRow) -> None:
        """Look in the file's own notes for a day, in the background."""
        path = file_of(row.layer)
        if path is None or row.known.isChecked() or is_confirmed(row.layer):
            return

        def found(day: Optional[str]) -> None:
            if day and row in self.rows:
                row.propose(date.fromisoformat(day))
                if row.use.currentData() == NO_EPOCH:
                    row.use.setCurrentIndex(row.use.findData(""))

        look = partial(_day_of, path)
        self._work.tasks.start(tr("Looking at imagery"), look, found, _nothing)

    def _enable(self) -> None:
        self.keep_button.setEnabled(True)

    def _choose_folder(self) -> None:
        settings = self._work.settings
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder with imagery"), settings.start_folder("imagery")
        )
        if folder:
            settings.remember_folder("imagery", folder)
            self.add_folder(Path(folder))

    def add_folder(self, folder: Path) -> None:
        """Add every picture file of a folder to the project."""
        with self._work.messages.guard():
            added = add_files(self._project, folder)
            self._work.messages.tell(tr("{count} pictures added.").format(count=len(added)))

    def keep(self) -> None:
        """Keep all rows in the project and choose anew for the patch at hand."""
        for row in self.rows:
            row.keep()
        self._project.setDirty(True)
        self._imagery.take_again()
        self.fill()
        self.keep_button.setEnabled(False)

    def done(self, result: int) -> None:
        """Stop listening to the project."""
        self._project.layerTreeRoot().layerOrderChanged.disconnect(self._fill_later)
        super().done(result)


def _key_in_address(layer: QgsRasterLayer) -> Optional[Text]:
    """Layers that came by QGIS's own ways may carry a key; the project would keep it."""
    if not without_key(address_of(layer))[2]:
        return None
    return text(
        "The address of {name} holds a key, which is saved with the project. Remove the layer and "
        "add it again under “Add a service…”.",
        name=layer.name(),
    )


def _day_of(path: Path, _progress: object) -> Optional[str]:
    return file_day(path)


def _nothing(_refusal: object) -> None:
    """A look that was stopped has nothing to tell."""
