"""A layer that a person chose for an algorithm, as the overlay asks for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import InputError
from ..core.plan import LayerRole
from ..core.text import text
from .algorithm import Given

if TYPE_CHECKING:
    from ..core.overlay.source import LayerSource

# What the overlay reads by itself as QGIS does, only faster.
_OWN_FORMATS = (".gpkg", ".shp", ".gdb", ".geojson")


def lent_layer(given: Given, name: str, role: LayerRole) -> Optional[LayerSource]:
    """The layer of a parameter in its role; ``None`` when the parameter is empty.

    A layer that QGIS shows as it is in its file is read from the file, which is faster.
    Anything else is asked through QGIS. A land-use layer without features is refused.
    """
    if not given.parameters.get(name):
        return None
    found = _opened(given, name, role)
    if role.part == "land_use" and found.box_deg is None:
        raise InputError(
            text(
                "The layer {name} has no features. If only selected features are asked for, "
                "select some.",
                name=found.name,
            )
        )
    return found


def _opened(given: Given, name: str, role: LayerRole) -> LayerSource:
    from ..core.overlay.files import open_source
    from ..maps.layer_source import QgisLayerSource

    algorithm = given.algorithm
    layer = algorithm.parameterAsVectorLayer(given.parameters, name, given.context)
    path = _whole_file(given.parameters[name], layer)
    if path is not None:
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        return open_source(role, path, parts.get("layerName") or "", layer.crs().authid())
    source = algorithm.parameterAsSource(given.parameters, name, given.context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(given.parameters, name))
    return QgisLayerSource(role, source, given.context, given.progress, layer)


def _whole_file(value: object, layer: Optional[QgsVectorLayer]) -> Optional[Path]:
    """The file behind a layer that shows all of it, unchanged."""
    from ..maps.layer_source import file_behind

    if layer is None or layer.providerType() != "ogr" or layer.isEditable():
        return None
    if layer.subsetString() or not layer.crs().authid() or _picks(value):
        return None
    path = file_behind(layer)
    return path if path is not None and path.suffix.lower() in _OWN_FORMATS else None


def _picks(value: object) -> bool:
    """True when only some of a layer's features are asked for."""
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return False
    limited = getattr(value, "featureLimit", -1) >= 0
    return value.selectedFeaturesOnly or limited or bool(getattr(value, "filterExpression", ""))
