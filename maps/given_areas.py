"""Any polygons of QGIS as parcels in CGCS2000."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence

from qgis.core import NULL, QgsFeature, QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..core.intake.dates import parse_date
from ..core.model import Parcel
from ..core.overlay.given import parcels_of
from ..core.progress import Progress, check_cancelled


@dataclass(frozen=True)
class GivenArea:
    """A feature by its key; no parcel: it has no area, or its coordinates are no numbers.

    ``first_image`` is the ISO date of the earlier image, empty where it is not known.
    """

    key: str
    parcel: Optional[Parcel]
    first_image: str = ""


def areas_of(
    features: Sequence[QgsFeature], key_field: str, image_field: str, progress: Progress
) -> List[GivenArea]:
    """Features in EPSG:4490 as areas, in their order."""
    shapes: List[Optional[bytes]] = []
    for feature in features:
        check_cancelled(progress)
        shapes.append(_wkb(feature.geometry()))
    keys = [_text(feature, key_field) or str(feature.id()) for feature in features]
    # Numbered, because keys may come twice.
    whole = [(str(at), shape) for at, shape in enumerate(shapes) if shape is not None]
    parcels = {int(one.number): one for one in parcels_of(whole) if one.area_m2}
    return [
        GivenArea(key, parcels.get(at), parse_date(_text(feature, image_field)) or "")
        for at, (key, feature) in enumerate(zip(keys, features))
    ]


def _text(feature: QgsFeature, field: str) -> str:
    """A field's value as text; empty for NULL and without a field."""
    value = feature[field] if field else None
    if value is None or value == NULL:
        return ""
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value)


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
