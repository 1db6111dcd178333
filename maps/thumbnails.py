"""Small pictures of photos, the right way up."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage, QImageReader


def thumbnail(path: Path, side: int) -> QImage:
    """The photo within ``side`` × ``side`` pixels, turned as its EXIF says; null when unreadable.

    JPEGs are decoded small, so that a large photo takes no longer than a small one. The file's
    content decides, not its suffix.
    """
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
