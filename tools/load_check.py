"""Looks, inside QGIS, whether the plugin is whole; see tools/inside.py and tools/package.py."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import qgis.utils
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

PLUGIN = "tuban"
VENDORED = ("sqlalchemy", "openpyxl", "docx", "segno")
KNOWN_SENTENCE = "Stopped. Nothing was changed."


def demand(condition: bool, sentence: str) -> None:
    if not condition:
        raise RuntimeError(sentence)


def main(say):
    demand(PLUGIN in qgis.utils.active_plugins, "QGIS did not start the plugin")
    place = Path(sys.modules[PLUGIN].__file__).resolve().parent
    say(f"QGIS {Qgis.QGIS_VERSION} loads {place}")
    for name in VENDORED:
        found = Path(importlib.import_module(name).__file__)
        demand(place in found.parents, f"{name} is not the vendored one: {found}")
    provider = QgsApplication.processingRegistry().providerById(PLUGIN)
    demand(provider is not None, "the Processing provider is missing")
    demand(len(provider.algorithms()) > 0, "the Processing provider is empty")
    chinese = QCoreApplication.translate(PLUGIN, KNOWN_SENTENCE)
    demand(chinese != KNOWN_SENTENCE, "the Chinese translation is not loaded")
    say(f"in Chinese: {KNOWN_SENTENCE} -> {chinese}")
    yield 500
    demand(qgis.utils.unloadPlugin(PLUGIN), "it does not unload")
    demand(QgsApplication.processingRegistry().providerById(PLUGIN) is None, "its provider stays")
    yield 500
    demand(qgis.utils.loadPlugin(PLUGIN) and qgis.utils.startPlugin(PLUGIN), "no second start")
    say("loads, unloads and loads again")
