"""What the scripts in the real QGIS share: the demo project, X mouse and key events, pictures.

TUBAN_PLACE is the folder that holds ``casebook.gpkg``, the county's ``data``, and gets the
pictures.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import qgis.utils
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication

from tuban.core.casebook import open_casebook
from tuban.core.plan import load_plan
from tuban.maps.project import fill_project, write_project

PLACE = Path(os.environ["TUBAN_PLACE"])
DATA = PLACE / "data"
BASE_MAPS = DATA / "底图"
PATIENCE_MS, LOOK_MS = 60_000, 100


def make_project(base_maps=BASE_MAPS) -> str:
    """A project of the casebook with all imagery, and with base maps if there are any."""
    project = QgsProject()
    path = PLACE / "demo.qgz"
    with open_casebook(PLACE / "casebook.gpkg", "maker", read_only=True) as book:
        imagery = sorted((DATA / "影像").glob("*.tif"), reverse=True)
        fill_project(project, book, load_plan(book.plan_id), base_maps, imagery)
        write_project(project, path)
    return str(path)


def until(ready):
    for _ in range(PATIENCE_MS // LOOK_MS):
        if ready():
            return
        yield LOOK_MS
    raise RuntimeError(f"waited in vain for {ready.__code__.co_firstlineno}")


def visible(kind):
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next((one for one in found if one.isVisible()), None)


def box_of(wkb: bytes):
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry.boundingBox()


def on_screen(places):
    """The points of the screen where the map has these longitudes and latitudes."""
    canvas = qgis.utils.iface.mapCanvas()
    record = QgsCoordinateReferenceSystem("EPSG:4490")
    target = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(record, target, QgsProject.instance())
    for lon, lat in places:
        point = canvas.getCoordinateTransform().transform(transform.transform(QgsPointXY(lon, lat)))
        yield canvas.mapToGlobal(point.toQPointF().toPoint())


def beside(wkb: bytes, share: float = 0.15):
    """Two points of the screen, west and east of a parcel by a share of its width, halfway up."""
    box = box_of(wkb)
    half, aside = box.center().y(), box.width() * share
    return on_screen([(box.xMinimum() - aside, half), (box.xMaximum() + aside, half)])


def middle(widget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def focus(window) -> None:
    # There is no window manager to give the window the keyboard.
    xdotool("windowfocus", int(window.winId()))


def click(point: QPoint) -> None:
    xdotool("mousemove", point.x(), point.y(), "click", 1)


def press(*keys: str) -> None:
    xdotool("key", *keys)


def type_in(words: str) -> None:
    xdotool("type", "--delay", 2, words)


def xdotool(*arguments) -> None:
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def shoot(window, name: str) -> None:
    picture = QApplication.primaryScreen().grabWindow(0, 0, 0, window.width(), window.height())
    assert picture.save(str(PLACE / f"{name}.png"))
