"""The photos of the parcel at hand: thumbnails in a row, and a place to drop new ones."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Optional, Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QListWidgetItem, QWidget

from ...core.model import Photo
from ...maps.session import Session
from ...maps.words import tr
from .photo_list import PHOTO_ROLE, PhotoList

SIDE = 112


class PhotoStrip(PhotoList):
    """Shows what is attached; ``dropped`` tells the files and folders that fell here."""

    dropped = pyqtSignal(list)
    unwanted = pyqtSignal(object)

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(session, SIDE, lambda paths: self.dropped.emit(paths), parent)
        self.setWordWrap(True)
        self.setFixedHeight(SIDE + 58)
        self.setToolTip(
            tr("Drop photos here. A double click opens one, Delete takes it off the parcel.")
        )
        off = QAction(self)
        off.setShortcut(Qt.Key.Key_Delete)
        off.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        off.triggered.connect(self._take_off)
        self.addAction(off)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these photos instead, by name."""
        super().show_photos(sorted(photos, key=lambda one: one.name))

    def _item(self, photo: Photo) -> QListWidgetItem:
        item = QListWidgetItem(_caption(photo))
        item.setToolTip(_details(photo))
        item.setSizeHint(QSize(SIDE + 16, SIDE + 38))
        return item

    def _take_off(self) -> None:
        if self.currentItem() is not None:
            self.unwanted.emit(self.currentItem().data(PHOTO_ROLE))


def _caption(photo: Photo) -> str:
    name = PurePosixPath(photo.name or photo.file).name
    day = (photo.taken_at or "")[5:16].replace("T", " ")
    return f"{name}\n{day}"


def _details(photo: Photo) -> str:
    unknown = tr("unknown")
    place = unknown
    if photo.lon_deg is not None and photo.lat_deg is not None:
        place = f"{photo.lon_deg:.6f}°, {photo.lat_deg:.6f}°"
    way = unknown if photo.azimuth_deg is None else f"{photo.azimuth_deg:.0f}°"
    taken = (photo.taken_at or unknown).replace("T", " ")
    lines = tr("Taken {time}\nPlace {place}\nDirection {way}\n{size} KB")
    return lines.format(time=taken, place=place, way=way, size=photo.size_bytes // 1024)
