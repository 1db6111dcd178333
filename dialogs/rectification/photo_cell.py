"""Photos of one station at one stage: thumbnails in a row, and a place to drop new ones."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Callable, List, Optional, Sequence

from qgis.PyQt.QtCore import QSize, Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QPixmap
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...core.model import Photo
from ...maps.session import Session
from ...maps.thumbnails import thumbnail
from ...maps.words import tr
from ..desk.photo_drop import PhotoDrop

SIDE = 118
PHOTO_ROLE = Qt.ItemDataRole.UserRole
Dropped = Callable[[List[Path]], object]


class PhotoCell(QListWidget):
    """A double click opens a photo as it is."""

    marked = pyqtSignal()

    def __init__(
        self, session: Session, dropped: Dropped, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFixedHeight(SIDE + 34)
        self.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setToolTip(tr("Drop photos here. A double click opens one."))
        PhotoDrop(self.viewport(), session, dropped)
        self.itemActivated.connect(self._open)
        self.itemSelectionChanged.connect(self.marked)
        self._waiting: List[QListWidgetItem] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._load_one)

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show these; thumbnails come one by one, so that nothing waits."""
        self.clear()
        self._waiting = []
        for photo in photos:
            item = QListWidgetItem(_caption(photo), self)
            item.setData(PHOTO_ROLE, photo)
            item.setToolTip(PurePosixPath(photo.name or photo.file).name)
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

    def chosen(self) -> List[Photo]:
        """The marked photos."""
        return [item.data(PHOTO_ROLE) for item in self.selectedItems()]

    def _path(self, photo: Photo) -> Path:
        return self._session.book.path.parent / photo.file

    def _open(self, item: QListWidgetItem) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path(item.data(PHOTO_ROLE)))))

    def dragMoveEvent(self, event) -> None:
        event.acceptProposedAction()  # the list itself would take nothing


def _caption(photo: Photo) -> str:
    """The day and the direction: that is what one station's photos have to share."""
    day = (photo.taken_at or "")[:10] or tr("no day")
    way = "?" if photo.azimuth_deg is None else f"{photo.azimuth_deg:.0f}°"
    return f"{day} · {way}"
