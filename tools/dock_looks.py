"""Pictures of the dock's states in the real window, inside QGIS; started by tools/looks.py."""

from __future__ import annotations

import os
from pathlib import Path

import pictures
import qgis.utils
from dock_place import RUN, Place
from dock_states import BIG, STATES
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QApplication

LOOK = os.environ["TUBAN_LOOK"]
WANTED = [name for name in os.environ["TUBAN_STATES"].split(",") if name]
SMALL_WIDTH, DRAW_MS = 1366, 2500


def main(say):
    QgsApplication.setUITheme(os.environ["TUBAN_THEME"])
    window = qgis.utils.iface.mainWindow()
    size = QgsApplication.instance().primaryScreen().size()
    window.setGeometry(0, 0, size.width(), size.height())
    place = Place(pictures.open_project(RUN / "demo.qgz").desk)
    yield DRAW_MS
    wanted = WANTED or (STATES if size.width() == SMALL_WIDTH else BIG)
    for name in wanted:
        steps = STATES[name](place)
        yield from next(steps) or ()
        QApplication.setActiveWindow(window)  # nor a window in front, whose colours are others
        # There is no window manager: what has grown for a moment does not shrink by itself.
        window.setGeometry(0, 0, size.width(), size.height())
        yield from pictures.drawn()
        pictures.save(pictures.screen(), Path(f"{LOOK}_{name}.png"))
        next(steps, None)
    say(f"{Path(LOOK).name}: {len(wanted)} pictures; {room(place.dock)}")
    QgsProject.instance().setDirty(False)


def room(dock) -> str:
    """How much of the dock is below the fold, and the least that it takes."""
    scrolled = dock._scroll
    return (
        f"{scrolled.height()} of {scrolled.widget().sizeHint().height()} pixels without scrolling; "
        f"the dock is {dock.width()} wide and at least {dock.minimumSizeHint().height()} high"
    )
