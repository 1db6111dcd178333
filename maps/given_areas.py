"""Any polygons of QGIS as parcels in CGCS2000."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.geometry import LONLAT_CRS
from ..core.model import Parcel
from ..core.overlay import parcels_of
from ..core.progress import Progress, check_cancelled
from .layer_source import check_system


@dataclass(frozen=True)
class GivenArea:
    """A feature by its key; no parcel: it has no area, or its coordinates are no numbers."""

    key: str
    parcel: Optional[Parcel]


def read_areas(
    source: QgsProcessingFeatureSource,
    key_field: str,
    context: QgsProcessingContext,
    progress: Progress,
) -> List[GivenArea]:
    """All features, in their order; raises :class:`InputError` for an unknown system."""
    check_system(source)
    request = QgsFeatureRequest()
    request.setDestinationCrs(QgsCoordinateReferenceSystem(LONLAT_CRS), context.transformContext())
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    keys: List[str] = []
    shapes: List[Optional[bytes]] = []
    for feature in source.getFeatures(request, unchecked):
        check_cancelled(progress)
        value = feature[key_field] if key_field else None
        keys.append(str(value) if value else str(feature.id()))
        shapes.append(_wkb(feature.geometry()))
    whole = [(key, shape) for key, shape in zip(keys, shapes) if shape is not None]
    parcels = iter(parcels_of(whole))
    found = (next(parcels) if shape is not None else None for shape in shapes)
    return [
        GivenArea(key, one if one is not None and one.area_m2 else None)
        for key, one in zip(keys, found)
    ]


def _wkb(geometry: QgsGeometry) -> Optional[bytes]:
    """Flat polygons without arcs; ``None`` when there is no finite area."""
    if geometry.isEmpty() or not geometry.boundingBox().isFinite():
        return None
    flat = QgsGeometry(geometry.constGet().segmentize())
    flat.get().dropZValue()
    flat.get().dropMValue()
    if QgsWkbTypes.geometryType(flat.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        return None
    flat.convertToMultiType()
    box = flat.boundingBox()
    return bytes(flat.asWkb()) if box.width() and box.height() else None
