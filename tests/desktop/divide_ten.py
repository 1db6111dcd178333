"""Runs inside QGIS: ten parcels divided by a drawn line, with real mouse and key events.

Each time: X, a click on either side of the parcel, Enter, Enter. The last one is undone.
TUBAN_PLACE is a folder that holds ``casebook.gpkg``, the county's ``data`` and gets the pictures.
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
from qgis.PyQt.QtWidgets import QApplication

from tuban.core.casebook import open_casebook
from tuban.core.plan import load_plan
from tuban.maps.project import fill_project, write_project

PLACE = Path(os.environ["TUBAN_PLACE"])
MARGIN = 0.15


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    qgis.utils.iface.addProject(make_project())
    plugin = qgis.utils.plugins["tuban"]
    session, dividing = plugin.desk.session, plugin.desk.dock.dividing
    yield 2500
    window.resizeDocks([plugin.desk.dock], [400], 1)
    yield 1000
    subprocess.run(["xdotool", "windowfocus", str(int(window.winId()))], check=True)
    yield 300
    patches = list(dict.fromkeys(row.patch_number for row in session.rows))[:10]
    for index, patch in enumerate(patches):
        session.show(f"{patch}_1")
        yield 250
        press("x")
        yield 150
        for point in ends(plugin, session.dossier.parcel.geometry):
            click(point)
            yield 150
        if index == 1:
            shoot(window, "drawing")
        press("Return")
        yield 250
        say(f"{patch} {dividing.words.text()}")
        if index == 2:
            yield 600
            shoot(window, "pieces")
        press("Return")
        yield 250
    yield 500
    shoot(window, "divided")
    press("ctrl+BackSpace")
    yield 600
    say(f"undone: {session.number}")
    shoot(window, "undone")
    session.close()
    QgsProject.instance().setDirty(False)


def make_project() -> str:
    project = QgsProject()
    path = PLACE / "demo.qgz"
    data = PLACE / "data"
    with open_casebook(PLACE / "casebook.gpkg", "maker", read_only=True) as book:
        imagery = sorted((data / "影像").glob("*.tif"), reverse=True)
        fill_project(project, book, load_plan(book.plan_id), data / "底图", imagery)
        write_project(project, path)
    return str(path)


def ends(plugin, wkb: bytes):
    """Two points of the screen, west and east of the parcel, halfway up."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    box = geometry.boundingBox()
    middle, aside = box.center().y(), box.width() * MARGIN
    canvas = qgis.utils.iface.mapCanvas()
    record = QgsCoordinateReferenceSystem("EPSG:4490")
    target = canvas.mapSettings().destinationCrs()
    transform = QgsCoordinateTransform(record, target, QgsProject.instance())
    for lon in (box.xMinimum() - aside, box.xMaximum() + aside):
        point = canvas.getCoordinateTransform().transform(
            transform.transform(QgsPointXY(lon, middle))
        )
        yield canvas.mapToGlobal(point.toQPointF().toPoint())


def click(point) -> None:
    where = [str(point.x()), str(point.y())]
    subprocess.run(["xdotool", "mousemove", *where, "click", "1"], check=True)


def press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True)


def shoot(window, name: str) -> None:
    picture = QApplication.primaryScreen().grabWindow(0, 0, 0, window.width(), window.height())
    assert picture.save(str(PLACE / f"{name}.png"))
