"""Which layers of a project are a casebook's, and whose. Asked at each project: imports nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject

# On a layer that Tuban made: which table of the casebook it shows.
TABLE_PROPERTY = "tuban/table"


def casebook_of(project: QgsProject) -> Optional[Path]:
    """The casebook that the project's layers show."""
    for layer in project.mapLayers().values():
        if layer.customProperty(TABLE_PROPERTY):
            return Path(layer.source().split("|")[0])
    return None
