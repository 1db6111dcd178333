"""Inside the real QGIS: steps, blinks and swipes with X key events; the pictures go to PLACE."""

from __future__ import annotations

import qgis.utils
from hands import PLACE, focus, make_project, press, xdotool
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1366, 768)
    yield 2000  # QGIS begins with an empty project once it is up; ours has to come after it
    qgis.utils.iface.addProject(make_project(None))
    plugin = qgis.utils.plugins["tuban"]
    yield 3000
    comparing = plugin.desk.dock.comparing
    hung = note_hanging(comparing.preview.curtain)
    tool = comparing.swipe
    focus(window)
    plugin.desk.dock.list.view.setFocus()
    yield 1500
    for _ in range(3):
        press("ctrl+Right")
        yield 1500
        say(f"step: {plugin.desk.session.position} hung {len(hung)}")
        hung.clear()
    press("f")
    yield 1500
    say(f"blink: {plugin.desk.imagery.side_shown} hung {len(hung)}")
    press("f")
    yield 1200
    press("w")
    yield 1500
    canvas = qgis.utils.iface.mapCanvas()
    corner = canvas.mapToGlobal(canvas.rect().topLeft())
    x, y = corner.x() + canvas.width() // 4, corner.y() + canvas.height() // 2
    ratio = QApplication.primaryScreen().devicePixelRatio()
    xdotool("mousemove", int(x * ratio), int(y * ratio))
    yield 500
    picture = tool.curtain.picture
    fits = picture.size() == canvas.mapSettings().outputSize() * ratio
    say(f"swipe: edge {tool.curtain.edge / canvas.width():.2f} ratio {ratio} fits {fits}")
    QApplication.primaryScreen().grabWindow(0).save(str(PLACE / "swipe.png"))
    press("Escape")
    yield 300
    say(f"left: {tool.curtain.picture is None}")
    press("shift+F")
    yield 1500
    QApplication.primaryScreen().grabWindow(0).save(str(PLACE / "strip.png"))
    say(f"strip: {len(comparing.strip._buttons)}")
    plugin.desk.session.close()
    QgsProject.instance().setDirty(False)


def note_hanging(curtain) -> list:
    """Grows by one whenever a picture that was drawn ahead is hung over the map."""
    hung, hang = [], curtain.hang

    def noting(picture) -> None:
        hung.append(picture)
        hang(picture)

    curtain.hang = noting
    return hung
