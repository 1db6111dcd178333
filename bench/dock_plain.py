"""Inside the real QGIS: ten parcels by hand-made means, the attribute table's form view.

What a person without Tuban does: opens the casebook's parcels (a copy) as a layer, its attribute
table in form view that pans by itself, and presses "next". See bench/dock.py.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from statistics import median

import qgis.utils
from qgis.core import QgsFeatureRequest, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QStackedWidget, QToolButton

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
    # Python knows QGIS's view as what it is made of; the form is its second page.
    view = next(
        one for one in table.findChildren(QStackedWidget) if one.objectName() == "mMainView"
    )
    yield 0
    view.setCurrentIndex(1)
    say(f"attribute table opened in form view: {time.perf_counter() - start:.2f} s")
    yield 3000
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
    canvas = qgis.utils.iface.mapCanvas()
    buttons = {one.objectName(): one for one in table.findChildren(QToolButton)}
    layer.startEditing()
    index = layer.fields().indexOf("category")
    handled, pictures = [], []
    for feature in list(layer.getFeatures(QgsFeatureRequest().setLimit(STEPS))):
        start = time.perf_counter()
        buttons["mNextFeatureButton"].click()
        handled.append(time.perf_counter() - start)
        # What the form view does by itself once it is told to pan.
        canvas.panToFeatureIds(layer, [feature.id()], False)
        for _ in range(LONGEST_MS // LOOKS_MS):
            yield LOOKS_MS
            if drawn > start:
                break
        pictures.append(drawn - start)
        start = time.perf_counter()
        layer.changeAttributeValue(feature.id(), index, "legal")
        layer.commitChanges(False)
        say(f"value kept (commit): {(time.perf_counter() - start) * 1000:.0f} ms")
        yield 500
    say(
        f"next: form filled after {median(handled) * 1000:.0f} ms (median of {STEPS}), "
        f"map drawn after {median(pictures) * 1000:.0f} ms"
    )
