"""Picture files of a folder as layers of the project: local files come before any service."""

from __future__ import annotations

from pathlib import Path
from typing import List

from qgis.core import QgsProject, QgsRasterLayer

from ...core.errors import InputError
from ...core.text import text
from ..words import tr
from .epochs import pictures_of
from .health import file_of

KINDS = {".tif", ".tiff", ".img", ".vrt", ".mbtiles", ".jp2", ".ecw", ".gpkg"}


def add_files(project: QgsProject, folder: Path) -> List[QgsRasterLayer]:
    """Add the folder's pictures under the group "Imagery"; those that are there already stay.

    :raises InputError: there is none, or none of them can be shown.
    """
    there = {file_of(layer) for layer in pictures_of(project)}
    paths = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in KINDS]
    new = [path for path in paths if path not in there]
    layers = [QgsRasterLayer(str(path), path.stem, "gdal") for path in new]
    added = [layer for layer in layers if layer.isValid()]
    if not added:
        raise InputError(
            text(
                "There is no picture in {folder} that is not in the project already.",
                folder=str(folder),
            )
        )
    add_pictures(project, added)
    return added


def add_pictures(project: QgsProject, layers: List[QgsRasterLayer]) -> None:
    """Add layers to the group "Imagery", which is made under all others when it is missing."""
    root = project.layerTreeRoot()
    group = root.findGroup(tr("Imagery")) or root.addGroup(tr("Imagery"))
    for layer in layers:
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setExpanded(False)
        node.setItemVisibilityChecked(False)
