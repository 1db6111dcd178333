"""Runs inside QGIS: ten parcels divided by a drawn line, with real mouse and key events.

Each time: X, a click on either side of the parcel, Enter, Enter. The last one is undone.
TUBAN_PLACE is a folder that holds ``casebook.gpkg``, the county's ``data`` and gets the pictures.
"""

from __future__ import annotations

import qgis.utils
from hands import beside, click, focus, make_project, press, shoot
from qgis.core import QgsProject


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    qgis.utils.iface.addProject(make_project())
    plugin = qgis.utils.plugins["tuban"]
    session, dividing = plugin.desk.session, plugin.desk.dock.dividing
    yield 2500
    window.resizeDocks([plugin.desk.dock], [400], 1)
    yield 1000
    focus(window)
    yield 300
    patches = list(dict.fromkeys(row.patch_number for row in session.rows))[:10]
    for index, patch in enumerate(patches):
        session.show(f"{patch}_1")
        yield 250
        press("x")
        yield 150
        for point in beside(session.dossier.parcel.geometry):
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
