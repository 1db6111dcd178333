"""What somebody walked round with a GPS, or drew elsewhere, as an outline (核验实测范围).

Areas are taken where the file has any; else lines, closed, of which each track is one walk
round; else points in the order of the file. GPX, KML, shapefile and whatever else GDAL reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple

from osgeo import ogr

from ..errors import InputError
from ..geometry import LONLAT_CRS, MultiPolygon
from ..plan import Plan
from ..reading.systems import reference_named
from ..reading.vector import box_of, check_read, open_dataset, quiet, reading
from ..text import Text, text
from .crs import Frames
from .geometry_repair import Outcome, Shape, shape_of
from .vector import reference_of

FILE_SUFFIXES = ("gpx", "kml", "kmz", "shp", "gpkg", "geojson", "json")
_EACH_POINT = ("route_points", "track_points")
"""GPX has every point of a line once more."""
_AREA, _LINE, _POINT = "area", "line", "point"
_LEAST_POINTS = 3
_KIND_OF = {
    ogr.wkbPolygon: _AREA,
    ogr.wkbMultiPolygon: _AREA,
    ogr.wkbCurvePolygon: _AREA,
    ogr.wkbMultiSurface: _AREA,
    ogr.wkbLineString: _LINE,
    ogr.wkbMultiLineString: _LINE,
    ogr.wkbCircularString: _LINE,
    ogr.wkbCompoundCurve: _LINE,
    ogr.wkbMultiCurve: _LINE,
    ogr.wkbPoint: _POINT,
    ogr.wkbMultiPoint: _POINT,
}


@dataclass(frozen=True)
class Outline:
    """Areas in EPSG:4490, and what was done to get them."""

    polygons: MultiPolygon
    notes: Tuple[Text, ...] = ()


def read_outline(path: Path, plan: Plan, crs: str = "") -> Outline:
    """The outline in a file; ``crs`` where the file does not say its coordinate system.

    A walk that crosses itself is repaired where that changes its area by less than the plan's
    figures show.

    :raises UnreadableFile: it cannot be read.
    :raises UndecidedInput: its coordinate system has to be named, or is another datum's.
    :raises InputError: there is no area in it.
    """
    with reading(path):
        dataset = open_dataset(path)
        found = _geometries(dataset)
        check_read(path)
    kind, mine = _most_telling(found)
    areas = mine if kind == _AREA else _closed(kind, mine)
    if not areas:
        raise InputError(
            text(
                "{file} holds no outline: an area, or a line or points with three corners at "
                "least.",
                file=path.name,
            )
        )
    return _in_degrees(path, areas, plan, crs)


Located = Tuple[Any, Any]
"""An OGR geometry and its spatial reference, or None."""


def _geometries(dataset: Any) -> Dict[str, List[Located]]:
    found: Dict[str, List[Located]] = {_AREA: [], _LINE: [], _POINT: []}
    for at in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(at)
        if layer.GetName() in _EACH_POINT:
            continue
        reference = reference_of(layer)
        for feature in layer:
            geometry = feature.GetGeometryRef()
            for part in _parts(geometry.Clone()) if geometry is not None else ():
                kind = _KIND_OF.get(part.GetGeometryType())
                if kind is not None and not part.IsEmpty():
                    found[kind].append((part, reference))
    return found


def _parts(geometry: Any) -> List[Any]:
    """The geometry without heights; of a collection its members."""
    geometry.FlattenTo2D()
    geometry.SetMeasured(False)
    if geometry.GetGeometryType() != ogr.wkbGeometryCollection:
        return [geometry]
    members = [geometry.GetGeometryRef(at) for at in range(geometry.GetGeometryCount())]
    return [part for member in members for part in _parts(member.Clone())]


def _most_telling(found: Dict[str, List[Located]]) -> Tuple[str, List[Located]]:
    kind = next((one for one in (_AREA, _LINE, _POINT) if found[one]), _POINT)
    return kind, found[kind]


def _closed(kind: str, parts: List[Located]) -> List[Located]:
    """Lines each as a ring, points together as one."""
    if kind == _POINT:
        walks = [([point for part, _ in parts for point in _points(part)], _system(parts))]
    else:
        walks = [(_points(part), reference) for part, reference in parts]
    return [
        (_ring(walk), reference) for walk, reference in walks if len(set(walk)) >= _LEAST_POINTS
    ]


def _system(parts: List[Located]) -> Any:
    return parts[0][1] if parts else None


def _points(geometry: Any) -> List[Tuple[float, float]]:
    """The points of a line, of its pieces one after the other: reception may have broken off."""
    count = geometry.GetGeometryCount()
    if count:
        return [point for at in range(count) for point in _points(geometry.GetGeometryRef(at))]
    straight = geometry.GetLinearGeometry() if geometry.HasCurveGeometry(True) else geometry
    return [(straight.GetX(at), straight.GetY(at)) for at in range(straight.GetPointCount())]


def _ring(points: List[Tuple[float, float]]) -> Any:
    ring, area = ogr.Geometry(ogr.wkbLinearRing), ogr.Geometry(ogr.wkbPolygon)
    for x, y in points:
        ring.AddPoint_2D(x, y)
    ring.CloseRings()
    area.AddGeometry(ring)
    return area


def _in_degrees(path: Path, areas: List[Located], plan: Plan, crs: str) -> Outline:
    reference = reference_named(crs) if crs else _system(areas)
    frames = Frames(path.name, reference, asked=bool(crs))
    polygons: MultiPolygon = []
    notes: List[Text] = []
    for geometry, _ in areas:
        with quiet():
            code = frames.code_for(box_of(geometry.GetEnvelope()))
            shape = _shape(geometry, frames.transform(code), plan) if code else None
        if not isinstance(shape, Shape):
            why = shape or text("it does not lie in China")
            raise InputError(
                text("The outline in {file} cannot be used: {why}.", file=path.name, why=why)
            )
        polygons += shape.polygons
        notes += shape.done
    return Outline(polygons, tuple(notes))


def _shape(geometry: Any, transform: Any, plan: Plan) -> Outcome:
    rules = plan.area_rules
    return shape_of(geometry, transform, rules.identity_tolerance_mu / rules.mu_per_m2)


def drawn_outline(points: Sequence[Tuple[float, float]], plan: Plan) -> Outline:
    """The outline with these corners (longitude, latitude), as somebody drew it.

    :raises InputError: it has fewer than three corners, or crosses itself.
    """
    if len(set(points)) < _LEAST_POINTS:
        raise InputError(text("An outline has three corners at least."))
    frames = Frames("", reference_named(LONLAT_CRS), asked=True)
    with quiet():
        shape = _shape(_ring(list(points)), frames.transform(LONLAT_CRS), plan)
    if not isinstance(shape, Shape):
        raise InputError(text("What was drawn cannot be used: {why}.", why=shape))
    return Outline(shape.polygons, tuple(shape.done))
