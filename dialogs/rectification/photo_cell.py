"""Photos of one station at one stage: thumbnails in a row, and a place to drop new ones."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import List, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QListWidgetItem, QWidget

from ...core.model import Photo
from ...maps.session import Session
from ...maps.words import tr
from ..desk.photo_list import PHOTO_ROLE, Dropped, PhotoList

SIDE = 118


class PhotoCell(PhotoList):
    """Several can be marked; ``marked`` tells when others are."""

    marked = pyqtSignal()

    def __init__(
        self, session: Session, dropped: Dropped, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(session, SIDE, dropped, parent)
        self.setSelectionMode(PhotoList.SelectionMode.ExtendedSelection)
        self.setFixedHeight(SIDE + 34)
        self.setToolTip(tr("Drop photos here. A double click opens one."))
        self.itemSelectionChanged.connect(self.marked)

    def _item(self, photo: Photo) -> QListWidgetItem:
        item = QListWidgetItem(_caption(photo))
        item.setToolTip(PurePosixPath(photo.name or photo.file).name)
        return item

    def chosen(self) -> List[Photo]:
        """The marked photos."""
        return [item.data(PHOTO_ROLE) for item in self.selectedItems()]


def _caption(photo: Photo) -> str:
    """The day and the direction: that is what one station's photos have to share."""
    day = (photo.taken_at or "")[:10] or tr("no day")
    way = "?" if photo.azimuth_deg is None else f"{photo.azimuth_deg:.0f}°"
    return f"{day} · {way}"
