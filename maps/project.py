"""A QGIS project for a casebook: base layers, imagery and the casebook's own layers.

Paths in it are relative, so that a folder with project, casebook and data can be moved.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..core.casebook import Casebook
from ..core.errors import OutputError, UnreadableFile
from ..core.geometry import LONLAT_CRS
from ..core.overlay.find import find_layers
from ..core.plan import Plan
from ..core.text import text
from .imagery import AFTER, epoch_of
from .layers import add_layers
from .words import term, tr

# Role → line colour, line style, shown at first. Land use has too many lines to be shown.
LOOKS: Dict[str, tuple] = {
    "basic_farmland": ("#34c759", "solid", False),
    "red_line": ("#ff3b30", "dash", True),
    "urban": ("#ff9500", "dash", True),
    "conversion": ("#5ac8fa", "solid", False),
    "supply": ("#007aff", "solid", False),
    "temporary": ("#af52de", "solid", False),
    "facility": ("#ffcc00", "solid", False),
}
OTHER_LOOK = ("#8e8e93", "solid", False)


def fill_project(
    project: QgsProject,
    book: Casebook,
    plan: Plan,
    base_folder: Optional[Path],
    imagery: Iterable[Path],
) -> None:
    """Add imagery, base layers over it and the casebook on top; take the imagery's CRS.

    Raises :class:`UnreadableFile` for a file that QGIS cannot show.
    """
    _add_imagery(project, imagery)
    if base_folder is not None:
        _add_base_layers(project, plan, base_folder)
    add_layers(project, book, plan)


def _add_imagery(project: QgsProject, imagery: Iterable[Path]) -> None:
    group = project.layerTreeRoot().addGroup(tr("Imagery"))
    for path in imagery:
        layer = QgsRasterLayer(str(path), path.stem, "gdal")
        epoch = epoch_of(layer)
        _add(project, group, layer, epoch is None or epoch.side == AFTER)
        project.setCrs(layer.crs())
        project.viewSettings().setDefaultViewExtent(
            QgsReferencedRectangle(layer.extent(), layer.crs())
        )
    if not project.crs().isValid():
        project.setCrs(QgsCoordinateReferenceSystem(LONLAT_CRS))


def _add_base_layers(project: QgsProject, plan: Plan, folder: Path) -> None:
    group = project.layerTreeRoot().insertGroup(0, tr("Base data"))
    group.setExpanded(False)
    found = find_layers(folder, plan)
    for role in plan.layer_roles:
        if role.code not in found:
            continue
        file = found[role.code]
        source = f"{file.path}|layername={file.layer}" if file.layer else str(file.path)
        colour, line, shown = LOOKS.get(role.code, OTHER_LOOK)
        layer = QgsVectorLayer(source, term(role.label), "ogr")
        _add(project, group, layer, shown)
        layer.setReadOnly(True)
        layer.setRenderer(_outline(colour, line))


def _add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsMapLayer, shown: bool) -> None:
    if not layer.isValid():
        raise UnreadableFile(text("QGIS cannot show {file}.", file=layer.source()))
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(shown)
    node.setExpanded(False)


def _outline(colour: str, line: str) -> QgsSingleSymbolRenderer:
    look = {"style": "no", "outline_color": colour, "outline_style": line, "outline_width": "0.4"}
    return QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look))


def write_project(project: QgsProject, path: Path) -> None:
    """Save the project with relative paths; raises :class:`OutputError`."""
    project.writeEntryBool("Paths", "/Absolute", False)
    if not project.write(str(path)):
        raise OutputError(
            text("The project {file} cannot be written: {why}", file=path, why=project.error())
        )
