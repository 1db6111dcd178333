"""Photos that somebody lets fall on one of Tuban's windows."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, List

from qgis.PyQt.QtCore import QEvent, QMimeData, QObject
from qgis.PyQt.QtWidgets import QWidget

from ...core.field.names import OTHER_PICTURES, SUFFIXES
from ...maps.session import Session


def photos_in(data: QMimeData) -> List[Path]:
    """The pictures and folders on this computer among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [one for one in paths if one.is_dir() or one.suffix.lower() in SUFFIXES + OTHER_PICTURES]


class PhotoDrop(QObject):
    """Hands what falls on a widget to ``dropped``, while photos can be attached."""

    def __init__(
        self, widget: QWidget, session: Session, dropped: Callable[[List[Path]], object]
    ) -> None:
        super().__init__(widget)
        self._session = session
        self._dropped = dropped
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        found = photos_in(event.mimeData())
        if not found or not self._session.writable or not self._session.rows:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._dropped(found)
        return True
