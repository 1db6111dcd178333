"""The photos of the parcel at hand: thumbnails in a row, and a place to drop new ones."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import List, Optional

from qgis.PyQt.QtCore import QSize, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QAction, QListWidget, QListWidgetItem, QWidget

from ...core.model import Photo
from ...maps.session import Session
from ...maps.thumbnails import thumbnail
from ...maps.words import tr
from .photo_drop import PhotoDrop

SIDE = 112
PHOTO_ROLE = Qt.ItemDataRole.UserRole


class PhotoStrip(QListWidget):
    """Shows what is attached; ``dropped`` tells the files and folders that fell here."""

    dropped = pyqtSignal(list)
    unwanted = pyqtSignal(object)

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: List[QListWidgetItem] = []
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setWordWrap(True)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFixedHeight(SIDE + 58)
        self.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        PhotoDrop(self.viewport(), session, self.dropped.emit)
        self.setToolTip(
            tr("Drop photos here. A double click opens one, Delete takes it off the parcel.")
        )
        self.itemActivated.connect(self._open)
        off = QAction(self)
        off.setShortcut(Qt.Key.Key_Delete)
        off.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        off.triggered.connect(self._take_off)
        self.addAction(off)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._load_one)

    def show_photos(self, photos: List[Photo]) -> None:
        """Show these photos instead; thumbnails come one by one, so that nothing waits."""
        self.clear()
        self._waiting = []
        for photo in sorted(photos, key=lambda one: one.name):
            item = QListWidgetItem(_caption(photo), self)
            item.setData(PHOTO_ROLE, photo)
            item.setToolTip(_details(photo))
            item.setSizeHint(QSize(SIDE + 16, SIDE + 38))
            self._waiting.append(item)
        self._timer.start()

    def _load_one(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        item = self._waiting.pop(0)
        picture = thumbnail(self._path(item.data(PHOTO_ROLE)), SIDE)
        if picture.isNull():
            item.setText(tr("unreadable"))
        else:
            item.setIcon(QIcon(QPixmap.fromImage(picture)))

    def clear(self) -> None:
        """Forget the photos, also those whose thumbnail is still to come."""
        self._waiting = []
        super().clear()

    def _path(self, photo: Photo) -> Path:
        return self._session.book.path.parent / photo.file

    def _open(self, item: QListWidgetItem) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path(item.data(PHOTO_ROLE)))))

    def _take_off(self) -> None:
        if self.currentItem() is not None:
            self.unwanted.emit(self.currentItem().data(PHOTO_ROLE))

    # ---- dropping: the list itself would take nothing

    def dragMoveEvent(self, event) -> None:
        event.acceptProposedAction()


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
