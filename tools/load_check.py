"""Loads the plugin in the running QGIS and writes what it saw; run it with ``qgis --code``.

The report goes to the file named by TUBAN_REPORT; its last line is ``ok`` when all is well.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTimer

PLUGIN = "tuban"
KNOWN_SENTENCE = "Stopped. Nothing was changed."
REPORT = Path(os.environ["TUBAN_REPORT"])


def fail(kind, value, trace, *_args, **_kwargs):
    """Stands in for QGIS's error dialogs, which nobody would see here."""
    say("".join(traceback.format_exception(kind, value, trace)))
    os._exit(1)


def say(line: str) -> None:
    with REPORT.open("a", encoding="utf-8") as report:
        print(line, file=report)


def demand(condition: bool, sentence: str) -> None:
    if not condition:
        raise RuntimeError(sentence)


def check() -> None:
    demand(PLUGIN in qgis.utils.available_plugins, "the plugin is not found")
    demand(PLUGIN in qgis.utils.plugins or qgis.utils.loadPlugin(PLUGIN), "it does not load")
    demand(
        PLUGIN in qgis.utils.active_plugins or qgis.utils.startPlugin(PLUGIN), "it does not start"
    )
    place = Path(sys.modules[PLUGIN].__file__).parent
    say(f"QGIS {Qgis.QGIS_VERSION} loads {place}")
    for name in ("sqlalchemy", "openpyxl"):
        __import__(name)
        demand(place in Path(sys.modules[name].__file__).parents, f"{name} is not the vendored one")
    provider = QgsApplication.processingRegistry().providerById(PLUGIN)
    demand(provider is not None, "the Processing provider is missing")
    demand(len(provider.algorithms()) > 0, "the Processing provider is empty")
    chinese = QCoreApplication.translate(PLUGIN, KNOWN_SENTENCE)
    demand(chinese != KNOWN_SENTENCE, "the Chinese translation is not loaded")
    say(f"in Chinese: {KNOWN_SENTENCE} -> {chinese}")
    demand(qgis.utils.unloadPlugin(PLUGIN), "it does not unload")
    demand(QgsApplication.processingRegistry().providerById(PLUGIN) is None, "its provider stays")
    say("ok")
    os._exit(0)  # QGIS's own way out asks questions when nobody can answer


qgis.utils.showException = fail
sys.excepthook = fail
QTimer.singleShot(0, check)
