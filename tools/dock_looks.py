"""Pictures of the dock in the real window, inside QGIS; started by tools/looks.py.

At a parcel that is not judged, at one that is illegal, and at a mine, in the theme and language
that QGIS was started with.
"""

from __future__ import annotations

import os
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QDockWidget

PLACE = Path(os.environ["TUBAN_SHOTS"])
NAME = os.environ["TUBAN_LOOK"]
THEME = os.environ["TUBAN_THEME"]
DRAW_MS, SHORT_MS = 2500, 600
IN_THE_WAY = ("Browser", "LayerOrder")


def main(say):
    QgsApplication.setUITheme(THEME)
    window = qgis.utils.iface.mainWindow()
    size = QgsApplication.instance().primaryScreen().size()
    window.setGeometry(0, 0, size.width(), size.height())
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() in IN_THE_WAY:
            dock.close()
    if not QgsProject.instance().read(str(PLACE / "demo.qgz")):
        raise RuntimeError("the project cannot be opened")
    plugin = qgis.utils.plugins["tuban"]
    yield DRAW_MS
    session = plugin.desk.session
    chosen = {
        "undecided": next(one for one in session.rows if not one.category),
        "illegal": next(one for one in session.rows if one.category == "illegal"),
        "mineral": session.rows[-1],
    }
    for name, row in chosen.items():
        session.show(row.parcel_number)
        yield DRAW_MS
        # There is no window manager: what has grown for a moment does not shrink by itself.
        window.setGeometry(0, 0, size.width(), size.height())
        yield SHORT_MS
        picture = QgsApplication.instance().primaryScreen().grabWindow(0)
        if not picture.save(str(PLACE / "looks" / f"{NAME}_{name}.png")):
            raise RuntimeError(f"{name} could not be taken")
    scrolled, dock = plugin.desk.dock._scroll, plugin.desk.dock
    least = window.minimumSizeHint().height()
    say(
        f"{NAME}: {scrolled.height()} of {scrolled.widget().sizeHint().height()} pixels without "
        f"scrolling; the dock is {dock.width()} wide and at least "
        f"{dock.minimumSizeHint().height()} high, the window at least {least}"
    )
    QgsProject.instance().setDirty(False)
