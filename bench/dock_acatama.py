"""Inside the real QGIS: ten samples of AcATaMa, stepped and labelled; see bench/dock.py.

AcATaMa's samples are points, so the parcels of the pictures become their middles; two views show
the picture before and the picture after. The steps are made by the buttons a person would press.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from statistics import median

import qgis.utils
from qgis.core import QgsFeature, QgsFeatureRequest, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton

STEPS, ON_THE_PICTURES = 10, 2000
LOOKS_MS, LONGEST_MS = 15, 20_000
CLASSES = {
    str(number): {"name": name, "color": "#aa3333", "thematic_class": str(number)}
    for number, name in ((1, "legal"), (2, "illegal"))
}


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1366, 768)
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    pictures = [
        QgsRasterLayer(path, Path(path).stem) for path in os.environ["TUBAN_PICTURES"].split(";")
    ]
    start = time.perf_counter()
    samples = middles()
    say(f"{samples.featureCount()} parcels made points: {time.perf_counter() - start:.2f} s")
    QgsProject.instance().addMapLayers([*pictures, samples])
    yield 2000
    start = time.perf_counter()
    window = opened(samples, pictures)
    yield 0
    say(f"response design opened: {time.perf_counter() - start:.2f} s")
    yield 4000
    yield from stepping(say, window)
    QgsProject.instance().setDirty(False)


def middles() -> QgsVectorLayer:
    """The parcels that lie on the pictures, as points; the record's own file is only read."""
    parcels = QgsVectorLayer(f"{os.environ['TUBAN_CASEBOOK']}|layername=parcels", "p", "ogr")
    made = QgsVectorLayer("Point?crs=EPSG:4490&field=id:integer", "samples", "memory")
    request = QgsFeatureRequest().setLimit(ON_THE_PICTURES)
    for number, parcel in enumerate(parcels.getFeatures(request), start=1):
        point = QgsFeature(made.fields())
        point.setGeometry(parcel.geometry().centroid())
        point.setAttributes([number])
        made.dataProvider().addFeature(point)
    return made


def opened(samples, pictures):
    """AcATaMa's window for labelling, with a view for each picture."""
    if not (qgis.utils.loadPlugin("AcATaMa") and qgis.utils.startPlugin("AcATaMa")):
        raise RuntimeError("AcATaMa does not load")
    from AcATaMa.core.response_design import ResponseDesign
    from AcATaMa.gui.response_design_window import ResponseDesignWindow

    plugin = qgis.utils.plugins["AcATaMa"]
    plugin.run()
    plugin.dockwidget.QCBox_SamplingFile.setLayer(samples)
    design = ResponseDesign.instances.get(samples) or ResponseDesign(samples)
    design.buttons_config = {int(key): one for key, one in CLASSES.items()}
    window = ResponseDesignWindow(samples, len(pictures), 1)
    window.show()
    for view, picture in zip(window.view_widgets, pictures):
        view.set_render_layer(picture)
    return window


def stepping(say, window):
    canvases = [view.render_widget.canvas for view in window.view_widgets]
    drawn = [0.0] * len(canvases)
    for index, canvas in enumerate(canvases):
        canvas.mapCanvasRefreshed.connect(lambda at=index: note(drawn, at))
    window.autoNextSample.setChecked(False)
    label = next(
        one for one in window.scrollArea.findChildren(QPushButton) if one.text() == "illegal"
    )
    handled, seen, kept = [], [], []
    for _ in range(STEPS):
        start = time.perf_counter()
        window.nextSample.click()
        handled.append(time.perf_counter() - start)
        for _ in range(LONGEST_MS // LOOKS_MS):
            yield LOOKS_MS
            if min(drawn) > start:
                break
        seen.append(max(drawn) - start)
        yield 800
        start = time.perf_counter()
        label.click()
        kept.append(time.perf_counter() - start)
        yield 500
    say(
        f"next: sample's line filled after {median(handled) * 1000:.0f} ms (median of {STEPS}), "
        f"both pictures drawn after {median(seen) * 1000:.0f} ms, "
        f"label given (in memory) {median(kept) * 1000:.0f} ms"
    )


def note(drawn: list[float], index: int) -> None:
    drawn[index] = time.perf_counter()
