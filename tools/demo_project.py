"""Writes the QGIS project of the fictional county: imagery, base layers and the casebook.

    python tools/demo_project.py --data DIR --casebook FILE.gpkg --project FILE.qgz

Needs PyQGIS and a profile of its own, whose language it sets to Chinese. Opening the project in
QGIS opens the casebook in the dock.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "tuban"
TITLE = "虚构县（演示） · FICTIONAL"


def register_checkout() -> None:
    """Make this checkout importable as ``tuban``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location(
        PLUGIN, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PLUGIN] = module
    spec.loader.exec_module(module)


def speak_chinese() -> QTranslator:
    """The layer names are those that a Chinese QGIS gives; keep what is returned."""
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "zh-Hans")
    translator = QTranslator()
    translator.load(str(ROOT / "i18n" / "tuban_zh.qm"))
    QCoreApplication.installTranslator(translator)
    return translator


def build(data: Path, casebook: Path, target: Path) -> None:
    open_casebook = importlib.import_module(f"{PLUGIN}.core.casebook").open_casebook
    plan_named = importlib.import_module(f"{PLUGIN}.maps.plans").plan_named
    projects = importlib.import_module(f"{PLUGIN}.maps.project")
    project = QgsProject.instance()
    project.setTitle(TITLE)
    pictures = sorted((data / "影像").glob("*.tif"), reverse=True)
    with open_casebook(casebook, PLUGIN, read_only=True) as book:
        projects.fill_project(project, book, plan_named(book.plan_id), data / "底图", pictures)
        target.unlink(missing_ok=True)
        projects.write_project(project, target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("data", "casebook", "project"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    translator = speak_chinese()
    register_checkout()
    build(options.data.resolve(), options.casebook.resolve(), options.project.resolve())
    print(f"  {options.project}", flush=True)
    del translator
    os._exit(0)  # QGIS may crash on the way out while a project is loaded


if __name__ == "__main__":
    sys.exit(main())
