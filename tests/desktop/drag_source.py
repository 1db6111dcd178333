"""A window from which files are dragged, as from a file manager: ``drag_source.py X Y FILE…``."""

from __future__ import annotations

import sys

from qgis.PyQt.QtCore import QMimeData, Qt, QUrl
from qgis.PyQt.QtGui import QDrag
from qgis.PyQt.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Starts to drag as soon as the mouse moves with its button down.

    It stays: what falls somewhere is asked for only then.
    """

    def __init__(self, paths: list[str]) -> None:
        super().__init__("files")
        self._paths = paths

    def mouseMoveEvent(self, _event) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


app = QApplication(sys.argv[:1])
source = Source(sys.argv[3:])
source.setGeometry(int(sys.argv[1]), int(sys.argv[2]), 160, 80)
source.show()
app.exec()
