"""A file or a folder, opened by the system's own program for it."""

from __future__ import annotations

from pathlib import Path
from typing import Union

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices


def open_outside(place: Union[Path, str]) -> None:
    """Open ``place`` outside QGIS."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
