"""Runs one of our scripts inside the QGIS desktop; QGIS's start-up file in tools/desktop.py.

QGIS runs its start-up file (PYQGIS_STARTUP) before it loads plugins, so that a plugin that does
not load is reported too.

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
from typing import Iterator

import qgis.utils
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QThread, QTimer

REPORT = Path(os.environ["TUBAN_REPORT"])
LOOK_AGAIN = 300  # until the window is there, in milliseconds
SIZE = (1600, 1000)


def say(line: str) -> None:
    with REPORT.open("a", encoding="utf-8") as report:
        print(line, file=report)


def fail(kind, value, trace, *_args, **_kwargs) -> None:
    """Stands in for QGIS's error dialogs, which nobody could answer."""
    say("".join(traceback.format_exception(kind, value, trace)))
    os._exit(1)


def begin(script: str) -> None:
    interface = qgis.utils.iface
    # QGIS handles events while it is still being made, and at the end of that opens an empty
    # project: a script may only begin inside the application's own event loop.
    made = QThread.currentThread().loopLevel() > 0
    if interface is None or not made or not interface.mainWindow().isVisible():
        QTimer.singleShot(LOOK_AGAIN, lambda: begin(script))
        return
    # There is no window manager: nothing else gives the window a size.
    screen = QgsApplication.instance().primaryScreen().size()
    size = (min(SIZE[0], screen.width()), min(SIZE[1], screen.height()))
    interface.mainWindow().setGeometry(0, 0, *size)
    sys.path.append(str(Path(script).parent))  # its own modules lie beside it
    go_on(runpy.run_path(script)["main"](say))


def go_on(steps: Iterator[int]) -> None:
    try:
        wait = next(steps)
    except StopIteration:
        os._exit(0)  # QGIS's own way out asks questions when nobody can answer
    QTimer.singleShot(wait, lambda: go_on(steps))


def prepare(script: str) -> None:
    qgis.utils.showException = fail
    sys.excepthook = fail
    QgsSettings().setValue("askToSaveMemoryLayers", False, QgsSettings.App)
    QTimer.singleShot(LOOK_AGAIN, lambda: begin(script))


# QGIS 3.22 runs its start-up file twice; the second time there is no script left to run.
if "TUBAN_SCRIPT" in os.environ:
    prepare(os.environ.pop("TUBAN_SCRIPT"))
