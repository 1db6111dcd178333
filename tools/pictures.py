"""What every script that takes pictures inside QGIS does: open a project, wait, save."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QWidget

# QGIS's own docks that would leave no room for the map on a small screen.
IN_THE_WAY = ("Browser", "LayerOrder")
LOOK_MS, LOOKS = 200, 200


def open_project(project: Path):
    """Open it as a person would; the plugin then opens its casebook by itself. The plugin."""
    for dock in qgis.utils.iface.mainWindow().findChildren(QDockWidget):
        if dock.objectName() in IN_THE_WAY:
            dock.close()
    if not QgsProject.instance().read(str(project)):
        raise RuntimeError(f"{project} cannot be opened")
    return qgis.utils.plugins["tuban"]


def waited(is_done) -> Iterator[int]:
    """Steps to wait with until something is so."""
    for _ in range(LOOKS):
        if is_done():
            return
        yield LOOK_MS
    raise RuntimeError("what a picture waits for does not come")


def drawn() -> Iterator[int]:
    """Steps to wait with until the map is drawn; it begins a moment after it was moved."""
    yield 3 * LOOK_MS
    yield from waited(lambda: not qgis.utils.iface.mapCanvas().isDrawing())


def opened(kind: type) -> QWidget:
    """The window of this kind that has just been opened."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next(one for one in found if one.isVisible())


def screen():
    return QgsApplication.instance().primaryScreen().grabWindow(0)


def save(what, path: Path) -> None:
    """A widget, or a picture that was taken."""
    picture = what.grab() if isinstance(what, QWidget) else what
    if picture.isNull() or not picture.save(str(path)):
        raise RuntimeError(f"{path.name} could not be taken")
