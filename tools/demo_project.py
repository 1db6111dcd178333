"""Writes the QGIS project of the fictional county: imagery and base layers, styled.

    python tools/demo_project.py --data DIR --project FILE.qgz

Needs PyQGIS. The casebook's own layers are not in it: the plugin adds them when it opens one.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

TITLE = "虚构县（演示） · fictional"
CRS = "EPSG:4527"  # zone 39, as the imagery and the issued file
# Layer → line colour, line style, shown at first.
OUTLINES = {
    "XZQ": ("#ffffff", "dash dot", True),
    "STBHHX": ("#ff3b30", "dash", True),
    "CZKFBJ": ("#ff9500", "dash", True),
    "YJJBNTTB": ("#34c759", "solid", False),
    "农转用": ("#5ac8fa", "solid", False),
    "供地": ("#007aff", "solid", False),
    "临时用地": ("#af52de", "solid", False),
    "设施农业用地": ("#ffcc00", "solid", False),
    "DLTB": ("#8e8e93", "solid", False),
}


def build(data: Path, target: Path) -> None:
    project = QgsProject.instance()
    project.setTitle(TITLE)
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    root = project.layerTreeRoot()
    base = root.addGroup("底图")
    for name, look in OUTLINES.items():
        layer = QgsVectorLayer(str(data / "底图" / f"{name}.gpkg"), name, "ogr")
        _add(project, base, layer, look[2])
        layer.setRenderer(_outline(look[0], look[1]))
    base.setExpanded(False)
    pictures = root.addGroup("影像")
    for path in sorted((data / "影像").glob("*.tif"), reverse=True):
        layer = QgsRasterLayer(str(path), path.stem, "gdal")
        _add(project, pictures, layer, "后时相" in path.stem)
        project.viewSettings().setDefaultViewExtent(_extent(layer))
    target.unlink(missing_ok=True)
    if not project.write(str(target)):
        raise SystemExit(f"{target} cannot be written: {project.error()}")


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsMapLayer, shown: bool) -> None:
    if not layer.isValid():
        raise SystemExit(f"{layer.source()} cannot be opened")
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(shown)
    node.setExpanded(False)


def _outline(colour: str, style: str) -> QgsSingleSymbolRenderer:
    look = {"style": "no", "outline_color": colour, "outline_style": style, "outline_width": "0.4"}
    return QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look))


def _extent(layer: QgsMapLayer) -> QgsReferencedRectangle:
    return QgsReferencedRectangle(QgsRectangle(layer.extent()), layer.crs())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--project", type=Path, required=True)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    build(options.data.resolve(), options.project.resolve())
    print(f"  {options.project} (QGIS {Qgis.QGIS_VERSION})", flush=True)
    os._exit(0)  # QGIS may crash on the way out while a project is loaded


if __name__ == "__main__":
    sys.exit(main())
