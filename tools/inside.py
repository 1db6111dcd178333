"""Runs one of our scripts inside the QGIS desktop; started by tools/desktop.py with ``--code``.

The script has a ``main(say)`` that is a generator: after each ``yield milliseconds`` QGIS's own
event loop runs for so long, so the script reads from top to bottom and the window stays alive.
``say(line)`` writes to the report. When it ends, QGIS ends with status 0; an exception, in the
script or in a slot of the plugin, goes to the report and ends QGIS with status 1.
"""

from __future__ import annotations

import os
import runpy
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QTimer

SCRIPT = os.environ["TUBAN_SCRIPT"]
REPORT = Path(os.environ["TUBAN_REPORT"])
FIRST_WAIT = 1500  # QGIS runs a --code file before its window is ready
SIZE = (1600, 1000)


def say(line: str) -> None:
    with REPORT.open("a", encoding="utf-8") as report:
        print(line, file=report)


def fail(kind, value, trace, *_args, **_kwargs) -> None:
    """Stands in for QGIS's error dialogs, which nobody could answer."""
    say("".join(traceback.format_exception(kind, value, trace)))
    os._exit(1)


def begin() -> None:
    # There is no window manager: nothing else gives the window a size.
    screen = QgsApplication.instance().primaryScreen().size()
    size = (min(SIZE[0], screen.width()), min(SIZE[1], screen.height()))
    qgis.utils.iface.mainWindow().setGeometry(0, 0, *size)
    go_on(runpy.run_path(SCRIPT)["main"](say))


def go_on(script) -> None:
    try:
        wait = next(script)
    except StopIteration:
        os._exit(0)  # QGIS's own way out asks questions when nobody can answer
    QTimer.singleShot(wait, lambda: go_on(script))


qgis.utils.showException = fail
sys.excepthook = fail
QgsSettings().setValue("askToSaveMemoryLayers", False, QgsSettings.App)
QTimer.singleShot(FIRST_WAIT, begin)
