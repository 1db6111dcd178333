"""Inside the real QGIS: ten parcels by hand-made means, the attribute table's form view.

What a person without Tuban does: opens the casebook's parcels (a copy) as a layer, its attribute
table in form view with "pan to the feature", and presses "next". See bench/dock.py.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from statistics import median

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsDualView
from qgis.PyQt.QtWidgets import QAction, QToolButton

STEPS = 10
LOOKS_MS, LONGEST_MS = 15, 20_000
drawn = 0.0


def main(say):
    window, canvas = qgis.utils.iface.mainWindow(), qgis.utils.iface.mapCanvas()
    window.setGeometry(0, 0, 1366, 768)
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for path in os.environ["TUBAN_PICTURES"].split(";"):
        QgsProject.instance().addMapLayer(QgsRasterLayer(path, Path(path).stem))
    layer = parcels()
    QgsProject.instance().addMapLayer(layer)
    canvas.mapCanvasRefreshed.connect(note)
    yield 2000
    canvas.zoomScale(2500)
    yield 2000
    start = time.perf_counter()
    table = qgis.utils.iface.showAttributeTable(layer)
    view = table.findChild(QgsDualView)
    yield 0
    view.setView(QgsDualView.ViewMode.AttributeEditor)
    say(f"attribute table opened in form view: {time.perf_counter() - start:.2f} s")
    yield 3000
    pan = next(one for one in table.findChildren(QAction) if "Pan" in one.objectName())
    pan.setChecked(True)
    yield from stepping(say, table, layer)
    layer.rollBack()
    QgsProject.instance().setDirty(False)


def note() -> None:
    global drawn
    drawn = time.perf_counter()


def parcels() -> QgsVectorLayer:
    """A copy: the record's own file is not for other hands."""
    copy = Path(os.environ["TUBAN_CASEBOOK"]).with_name("副本.gpkg")
    shutil.copyfile(os.environ["TUBAN_CASEBOOK"], copy)
    return QgsVectorLayer(f"{copy}|layername=parcels", "parcels", "ogr")


def stepping(say, table, layer):
    button = next(
        one for one in table.findChildren(QToolButton) if one.objectName() == "mNextFeatureButton"
    )
    layer.startEditing()
    index = layer.fields().indexOf("category")
    handled, pictures = [], []
    for _ in range(STEPS):
        feature = layer.selectedFeatureIds() or [next(layer.getFeatures()).id()]
        start = time.perf_counter()
        button.click()
        handled.append(time.perf_counter() - start)
        for _ in range(LONGEST_MS // LOOKS_MS):
            yield LOOKS_MS
            if drawn > start:
                break
        pictures.append(drawn - start)
        start = time.perf_counter()
        layer.changeAttributeValue(feature[0], index, "legal")
        layer.commitChanges(False)
        say(f"value kept (commit): {(time.perf_counter() - start) * 1000:.0f} ms")
        yield 500
    say(
        f"next: form filled after {median(handled) * 1000:.0f} ms (median of {STEPS}), "
        f"map drawn after {median(pictures) * 1000:.0f} ms"
    )
