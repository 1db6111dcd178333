"""Inside the real QGIS: steps, blinks and swipes with X key events; the pictures go to PLACE."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication

from tuban.core.casebook import open_casebook
from tuban.core.plan import load_plan
from tuban.maps.project import fill_project, write_project

PLACE = Path(os.environ["TUBAN_PLACE"])


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1366, 768)
    qgis.utils.iface.addProject(make_project())
    plugin = qgis.utils.plugins["tuban"]
    yield 3000
    comparing = plugin.dock.comparing
    preview, tool = comparing.preview, comparing.swipe
    subprocess.run(["xdotool", "windowfocus", str(int(window.winId()))], check=True)
    plugin.dock.list.view.setFocus()
    yield 1500
    for _ in range(3):
        press("ctrl+Right")
        yield 20
        say(f"step: {plugin.session.position} hung {preview.curtain.picture is not None}")
        yield 1500
    press("f")
    yield 20
    say(f"blink: {plugin.imagery.side_shown} hung {preview.curtain.picture is not None}")
    yield 1200
    press("f")
    yield 1200
    press("s")
    yield 1500
    canvas = qgis.utils.iface.mapCanvas()
    corner = canvas.mapToGlobal(canvas.rect().topLeft())
    x, y = corner.x() + canvas.width() // 4, corner.y() + canvas.height() // 2
    subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)
    yield 500
    ratio = canvas.mapSettings().devicePixelRatio()
    picture = tool.curtain.picture
    fits = picture.size() == canvas.mapSettings().outputSize() * ratio
    say(f"swipe: edge {tool.curtain.edge / canvas.width():.2f} ratio {ratio} fits {fits}")
    QApplication.primaryScreen().grabWindow(0).save(str(PLACE / "swipe.png"))
    press("Escape")
    yield 300
    say(f"left: {tool.curtain.picture is None}")
    press("ctrl+shift+S")
    yield 1500
    QApplication.primaryScreen().grabWindow(0).save(str(PLACE / "strip.png"))
    say(f"strip: {len(comparing.strip._buttons)}")
    plugin.session.close()
    QgsProject.instance().setDirty(False)


def make_project() -> str:
    project = QgsProject()
    path = PLACE / "demo.qgz"
    with open_casebook(PLACE / "casebook.gpkg", "maker", read_only=True) as book:
        imagery = sorted((PLACE / "data" / "影像").glob("*.tif"), reverse=True)
        fill_project(project, book, load_plan(book.plan_id), None, imagery)
        write_project(project, path)
    return str(path)


def press(key: str) -> None:
    subprocess.run(["xdotool", "key", key], check=True)
