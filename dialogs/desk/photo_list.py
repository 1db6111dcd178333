"""Photos of the casebook as thumbnails in a row, and a place to drop new ones."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List, Optional, Sequence

from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtGui import QIcon, QPixmap
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...core.model import Photo
from ...maps.session import Session
from ...maps.thumbnails import thumbnail
from ...maps.words import tr
from ..parts.opened import open_outside
from .photo_drop import PhotoDrop

PHOTO_ROLE = Qt.ItemDataRole.UserRole
Dropped = Callable[[List[Path]], object]


class PhotoList(QListWidget):
    """``side`` is a thumbnail's in pixels; what stands below it is a list's own (:meth:`_item`).

    ``dropped`` gets the files and folders that fall here. A double click opens a photo as it is.
    """

    def __init__(
        self, session: Session, side: int, dropped: Dropped, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session, self._side = session, side
        self._waiting: List[QListWidgetItem] = []
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(side, side))
        self.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        PhotoDrop(self.viewport(), session, dropped)
        self.itemActivated.connect(self._open)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._load_one)

    def _item(self, photo: Photo) -> QListWidgetItem:
        """A photo's place with its words; the thumbnail comes later."""
        raise NotImplementedError

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these photos instead; thumbnails come one by one, so that nothing waits."""
        self.clear()
        for photo in photos:
            item = self._item(photo)
            item.setData(PHOTO_ROLE, photo)
            self.addItem(item)
            self._waiting.append(item)
        self._timer.start()

    def _load_one(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        item = self._waiting.pop(0)
        picture = thumbnail(self._path(item.data(PHOTO_ROLE)), self._side)
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
        open_outside(self._path(item.data(PHOTO_ROLE)))

    def dragMoveEvent(self, event) -> None:
        event.acceptProposedAction()  # the list itself would take nothing
