"""整改前、中、后照片: photos of each station side by side, and which photo is of which."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...core.casebook import events
from ...core.field import attach_photos, photo_files
from ...core.field.stations import next_station, station_of
from ...core.model import Photo
from ...core.rectification.photos import stations
from ...core.rectified import PhotoStage
from ...maps.words import say, tr
from ..parts.task_row import TaskRow
from ..workplace import Workplace
from .photo_cell import PhotoCell

SIZE = (980, 640)
Place = Tuple[str, str]
"""Station and stage; both empty for what is not sorted."""
UNSORTED: Place = ("", "")


class PhotosForm(QDialog):
    """Follows the parcel at hand. Photos fall on a station and a stage, or are marked and moved."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self.cells: Dict[Place, PhotoCell] = {}
        self.resize(*SIZE)
        self.stage, self.station = QComboBox(self), QComboBox(self)
        self.station.setEditable(True)
        for one in PhotoStage:
            self.stage.addItem(say(one.label), one.value)
        self.move_button = QPushButton(tr("Marked photos are of this"), self)
        self.add_button = QPushButton(tr("Add photos…"), self)
        self.off_button = QPushButton(tr("Marked photos are of none"), self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self.task = TaskRow(work.tasks, self)
        self._arrange()
        for button, does in (
            (self.move_button, self.move_marked),
            (self.add_button, self.choose_files),
            (self.off_button, self.unsort_marked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, does=does: does())
        session = work.session
        session.shown.connect(self._show)
        session.changed.connect(self._changed)
        session.held.connect(self._enable)
        session.closed.connect(self.close)
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for caption, box in ((tr("Stage of the photo"), self.stage), (tr("Station"), self.station)):
            row.addWidget(QLabel(caption, self))
            row.addWidget(box)
        for button in (self.move_button, self.add_button, self.off_button):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area, 1)
        layout.addLayout(row)
        layout.addWidget(self.task)
        layout.addWidget(buttons)

    # ---- showing

    def _changed(self, number: str) -> None:
        if number == self._session.number:
            self._show()

    def _show(self, _number: str = "") -> None:
        number, dossier = self._session.number, self._session.dossier
        self.setWindowTitle(tr("Photos before, during and after · {number}").format(number=number))
        photos = list(dossier.photos) if dossier else []
        self._area.setWidget(self._grid(photos))
        self._offer_stations(photos)
        self._enable()

    def _grid(self, photos: List[Photo]) -> QWidget:
        """A row for each station, one for another, and one for what is not sorted."""
        content = QWidget()
        grid = QGridLayout(content)
        self.cells = {}
        for column, one in enumerate(PhotoStage, start=1):
            grid.addWidget(QLabel(f"<b>{say(one.label)}</b>", content), 0, column)
            grid.setColumnStretch(column, 1)
        by_station = stations(photos)
        names = [*by_station, next_station(photos)]
        for row, name in enumerate(names, start=1):
            title = name if name in by_station else tr("{name} (new)").format(name=name)
            label = QLabel(tr("Station\n{name}").format(name=title), content)
            grid.addWidget(label, row, 0)
            for column, one in enumerate(PhotoStage, start=1):
                mine = [photo for photo in by_station.get(name, []) if photo.stage == one.value]
                grid.addWidget(self._cell((name, one.value), mine, content), row, column)
        grid.setRowStretch(len(names) + 2, 1)
        rest = [one for one in photos if not (one.stage and one.station)]
        grid.addWidget(QLabel(tr("Not\nsorted"), content), len(names) + 1, 0)
        columns = len(PhotoStage)
        grid.addWidget(self._cell(UNSORTED, rest, content), len(names) + 1, 1, 1, columns)
        return content

    def _cell(self, place: Place, photos: List[Photo], parent: QWidget) -> PhotoCell:
        cell = PhotoCell(self._session, partial(self._dropped, place), parent)
        cell.show_photos(photos)
        cell.marked.connect(self._marked)
        self.cells[place] = cell
        return cell

    def _offer_stations(self, photos: List[Photo]) -> None:
        typed = self.station.currentText()
        names = [*stations(photos), next_station(photos)]
        self.station.clear()
        self.station.addItems(names)
        self.station.setCurrentText(typed if typed in names else names[0])

    def _enable(self) -> None:
        free = self._session.dossier is not None and self._session.writable
        self.add_button.setEnabled(free)
        for button in (self.move_button, self.off_button):
            button.setEnabled(free and bool(self._chosen()))

    def _chosen(self) -> List[Photo]:
        return [photo for cell in self.cells.values() for photo in cell.chosen()]

    def _marked(self) -> None:
        """The station whose view a marked photo shows is proposed."""
        self._enable()
        chosen = self._chosen()
        if chosen and not chosen[0].station:
            rules = self._session.plan.rectification_rules.photos
            known = station_of(chosen[0], self._session.dossier.photos, rules)
            if known:
                self.station.setCurrentText(known)

    # ---- what the person does

    @property
    def place(self) -> Place:
        """The station and stage that are chosen below."""
        return self.station.currentText().strip(), self.stage.currentData()

    def move_marked(self) -> None:
        """The marked photos are of the station and stage that are chosen."""
        self._move(*self.place)

    def unsort_marked(self) -> None:
        """The marked photos are of no station and no stage."""
        self._move(*UNSORTED)

    def _move(self, station: str, stage: str) -> None:
        changes = [
            events.photo_staged(replace(one, station=station, stage=stage), one)
            for one in self._chosen()
            if (one.station, one.stage) != (station, stage)
        ]
        with self._work.messages.guard():
            self._session.record(changes)

    def choose_files(self) -> None:
        """Add photos from the disk to the station and stage that are chosen."""
        settings = self._work.settings
        names, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Add photos"),
            settings.start_folder("photos"),
            "JPEG, PNG (*.jpg *.jpeg *.png)",
        )
        if names:
            settings.remember_folder("photos", str(Path(names[0]).parent))
            self.add([Path(one) for one in names], self.place)

    def _dropped(self, place: Place, given: List[Path]) -> None:
        self.add(given, place)

    def add(self, given: List[Path], place: Place) -> None:
        """Attach photos, or those in folders, to the parcel at hand, in the background."""
        session, (station, stage) = self._session, place
        book, plan, number = session.book, session.plan, session.number
        release = session.hold(tr("Photos are being attached."))

        def attach(progress):
            pairs = [(number, one.path) for one in photo_files(given)[0]]
            return attach_photos(book, plan, pairs, progress, seen=(stage, station))

        self.task.run(tr("Attaching photos"), attach, self._attached, ended=release)

    def _attached(self, photos: List[Photo]) -> None:
        self._session.reload()
        self.task.tell(tr("{count} photos attached.").format(count=len(photos)))

    def reject(self) -> None:
        """Closing stops what is attached just now."""
        self.task.stop()
        if not self._session.busy_with:
            super().reject()
