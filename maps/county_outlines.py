"""Outlines of counties: from a layer of the project, or drawn round the counties' parcels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, FrozenSet, Iterable, List, Mapping, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.geometry import LONLAT_CRS

# Some hundred metres round the parcels, so that one alone is seen, too.
ROUND_DEG = 0.004
SEGMENTS = 6
OWN = "tuban/"
"""How the marks of Tuban's own layers begin."""
MOST_FEATURES = 5000
"""A layer with more is none of counties."""
MOSTLY = 0.9
"""Borders hold so many of their counties' parcels: a few lie across, or in another's land."""
LOOKED_AT = 25
"""Parcels of each county that are looked for in a layer."""

Place = Tuple[str, float, float]
"""Of a parcel: its county's code, longitude and latitude in degrees of EPSG:4490."""


@dataclass(frozen=True)
class OutlineLayer:
    """A layer of the project and the field that names the counties in it, as ``named``: their
    codes or names."""

    layer: QgsVectorLayer
    field: str
    named: FrozenSet[str]

    @property
    def title(self) -> str:
        """The layer's name with the field's."""
        return f"{self.layer.name()} · {self.field}"


def layers_with_counties(
    project: QgsProject, names: Mapping[str, str], places: Iterable[Place]
) -> List[OutlineLayer]:
    """Polygon layers that may be the counties' borders, the best one first.

    A field has codes or names of counties, as many layers have (boundaries of towns, farmland),
    and their polygons hold nearly all of the counties' parcels, as only borders do. ``names``
    are the counties' names by code.
    """
    found = []
    looked_at = _some_of_each(places)
    for layer in project.mapLayers().values():
        if _may_hold_counties(layer):
            best = best_field(layer, names)
            if best is not None and _holds_parcels(best, names, looked_at, project):
                found.append(best)
    return sorted(found, key=lambda one: (-len(one.named), one.title))


def _may_hold_counties(layer: QgsMapLayer) -> bool:
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    if any(key.startswith(OWN) for key in layer.customPropertyKeys()):
        return False
    is_polygon = layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    return is_polygon and 0 < layer.featureCount() <= MOST_FEATURES


def _some_of_each(places: Iterable[Place]) -> Dict[str, List[Place]]:
    """Parcels of each county, spread over all of its."""
    by_county: Dict[str, List[Place]] = {}
    for place in places:
        by_county.setdefault(place[0], []).append(place)
    return {code: found[:: -(-len(found) // LOOKED_AT)] for code, found in by_county.items()}


def _holds_parcels(
    source: OutlineLayer,
    names: Mapping[str, str],
    places: Mapping[str, List[Place]],
    project: QgsProject,
) -> bool:
    """True where nearly all parcels of the counties that it names lie in their polygons."""
    crs = QgsCoordinateReferenceSystem(LONLAT_CRS)
    change = QgsCoordinateTransform(crs, source.layer.crs(), project.transformContext())
    looked_at = [
        one
        for code, name in names.items()
        if source.named & {code, name}
        for one in places.get(code, ())
    ]
    inside = 0
    for code, lon, lat in looked_at:
        point = change.transform(QgsPointXY(lon, lat))
        request = QgsFeatureRequest().setFilterRect(QgsRectangle(point, point))
        inside += any(
            str(feature[source.field]).strip() in (code, names[code])
            and feature.geometry().contains(point)
            for feature in source.layer.getFeatures(request)
        )
    return bool(looked_at) and inside >= MOSTLY * len(looked_at)


def best_field(layer: QgsVectorLayer, names: Mapping[str, str]) -> Optional[OutlineLayer]:
    """The layer with the field that names most of the counties; None where no field does."""
    known = {*names, *names.values()}
    counts: Dict[str, set] = {}
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    fields = [one.name() for one in layer.fields()]
    for feature in layer.getFeatures(request):
        for name, value in zip(fields, feature.attributes()):
            if str(value).strip() in known:
                counts.setdefault(name, set()).add(str(value).strip())
    if not counts:
        return None
    best = max(counts, key=lambda name: len(counts[name]))
    return OutlineLayer(layer, best, frozenset(counts[best]))


def outlines_from(
    source: OutlineLayer, names: Mapping[str, str], project: QgsProject
) -> Dict[str, QgsGeometry]:
    """The outline of each county of ``names`` that the layer has, in EPSG:4490, by code."""
    codes = {**{name: code for code, name in names.items()}, **{code: code for code in names}}
    target = QgsCoordinateReferenceSystem(LONLAT_CRS)
    change = QgsCoordinateTransform(source.layer.crs(), target, project.transformContext())
    parts: Dict[str, List[QgsGeometry]] = {}
    for feature in source.layer.getFeatures():
        code = codes.get(str(feature[source.field]).strip())
        if code is not None and feature.hasGeometry():
            shape = QgsGeometry(feature.geometry())
            shape.transform(change)
            parts.setdefault(code, []).append(shape)
    return {code: QgsGeometry.unaryUnion(shapes) for code, shapes in parts.items()}


def outlines_round(places: Iterable[Place]) -> Dict[str, QgsGeometry]:
    """A hull round the parcels of each county."""
    points: Dict[str, List[QgsPointXY]] = {}
    for code, lon, lat in places:
        points.setdefault(code, []).append(QgsPointXY(lon, lat))
    return {
        code: QgsGeometry.fromMultiPointXY(found).convexHull().buffer(ROUND_DEG, SEGMENTS)
        for code, found in points.items()
    }
