"""Takes the demo's pictures inside the real QGIS window; see tools/inside.py and tools/demo.sh.

The project is opened as a person would open it; the plugin then opens its casebook by itself.
"""

from __future__ import annotations

import os
from pathlib import Path

import pictures
import qgis.utils
from qgis.PyQt.QtCore import QPoint

DEMO = Path(os.environ["TUBAN_DEMO"])
SHOTS = DEMO / "screenshots"
DRAW = 2500  # milliseconds for the map to be drawn
DOCK_WIDTH = 460
CHECKS_AT = QPoint(320, 220)


def main(say):
    plugin = pictures.open_project(DEMO / "demo.qgz")
    window = qgis.utils.iface.mainWindow()
    window.resizeDocks([plugin.desk.dock], [DOCK_WIDTH], 1)
    session = plugin.desk.session
    if not session.rows:
        raise RuntimeError("the plugin has not opened the demo's casebook")
    # Military patches have no place in a picture, not even fictional ones.
    rows = [row for row in session.rows if row.category != "military"]
    session.show(rows[0].parcel_number)
    yield from settled()
    take(pictures.screen(), "dock_first_patch_after")
    plugin.desk.imagery.flip()
    yield from settled()
    take(pictures.screen(), "dock_first_patch_before")
    plugin.desk.imagery.flip()
    session.show(_most_cultivated(rows))
    yield from settled()
    take(pictures.screen(), "dock_judged_patch")
    take(plugin.desk.dock, "dock")
    form = plugin.desk.menu.show_check()
    # In the middle of the map; a form moved elsewhere would hide the dock it belongs to.
    form.move(window.mapToGlobal(CHECKS_AT))
    yield from finished(form)
    take(pictures.screen(), "checks")
    form.close()
    say(f"{len(session.rows)} parcels in the dock, {len(list(SHOTS.glob('*.png')))} pictures")


def _most_cultivated(rows) -> str:
    return max(rows, key=lambda row: row.cultivated_mu or 0).parcel_number


def settled():
    """Waits until the map has been drawn."""
    yield DRAW
    yield from pictures.drawn()


def finished(form):
    """Waits until the form's work is done."""
    yield DRAW
    yield from pictures.waited(lambda: form.findings is not None and not form.task.is_running)


def take(what, name: str) -> None:
    pictures.save(what, SHOTS / f"{name}.png")
