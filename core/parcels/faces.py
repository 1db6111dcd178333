"""An outline and lines across it → the faces between them, by GEOS through GDAL.

All lines are noded together, so faces that are neighbours have the same vertices between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, FrozenSet, List, Sequence, Set

import numpy as np
from osgeo import ogr

from ..errors import InputError
from ..geometry import MultiPolygon, Polygon, Ring, multipolygon_from_wkb, wkb_from_multipolygon
from ..text import text
from .plane import Point, points_of
from .snapping import inside, snapped

Edge = FrozenSet[Point]


@dataclass(frozen=True)
class Face:
    """A polygon without anything across it, and a point inside it."""

    polygon: Polygon
    x: float
    y: float

    @classmethod
    def of(cls, polygon: Polygon) -> Face:
        """A face from its polygon."""
        geometry = ogr.CreateGeometryFromWkb(wkb_from_multipolygon([polygon]))
        point = _made(geometry.PointOnSurface())
        return cls(polygon, float(point.GetX()), float(point.GetY()))

    def in_any(self, polygons: MultiPolygon) -> bool:
        """True when it lies in one of the polygons."""
        return any(inside(polygon, self.x, self.y) for polygon in polygons)


@dataclass(frozen=True)
class Arrangement:
    """An outline (``whole``, valid) and the lines across it, both with the points they share."""

    whole: MultiPolygon
    outline: List[Ring]
    cuts: List[Ring]

    def faces(self) -> List[Face]:
        """The faces that the lines make of the whole; loose ends cut nothing."""
        # Newer GEOS hands out a single line as such, and no single line is polygonized.
        noded = ogr.ForceToMultiLineString(
            _made(_multiline(self.outline).Union(_multiline(self.cuts)))
        )
        found = [Face.of(polygon) for polygon in _polygons(_made(noded.Polygonize()))]
        return [face for face in found if face.in_any(self.whole)]

    def meets(self) -> bool:
        """True when a line comes upon the whole at all."""
        whole = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(self.whole))
        return bool(_multiline(self.cuts).Intersects(whole))

    def part_of(self, face: Face) -> int:
        """The number of the part of the whole that a face lies in."""
        return next(at for at, part in enumerate(self.whole) if inside(part, face.x, face.y))

    def is_inside(self, point: Ring) -> bool:
        """True for a point of a line that lies in the whole and not on its outline."""
        if any((ring == point).all(axis=1).any() for ring in self.outline):
            return False
        return any(inside(part, float(point[0]), float(point[1])) for part in self.whole)


def arrange(whole: MultiPolygon, lines: Sequence[Ring], tolerance: float) -> Arrangement:
    """Lines laid over an outline; what is nearer than ``tolerance`` (m) is one."""
    rings = [ring for polygon in whole for ring in polygon]
    cuts, outline = snapped(lines, rings, tolerance)
    return Arrangement(whole, outline, cuts)


def union(polygons: MultiPolygon) -> MultiPolygon:
    """Faces of one arrangement put together, without the lines between them."""
    joined = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons[:1]))
    for polygon in polygons[1:]:
        joined = _made(joined.Union(ogr.CreateGeometryFromWkb(wkb_from_multipolygon([polygon]))))
    return _polygons(joined)


def is_valid(polygons: MultiPolygon) -> bool:
    """True when GEOS calls the polygons valid, as one multipolygon."""
    return bool(ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons)).IsValid())


def edges_of(polygon: Polygon) -> Set[Edge]:
    """The edges of all rings, without direction."""
    found: Set[Edge] = set()
    for ring in polygon:
        points = points_of(ring)
        found.update(frozenset(pair) for pair in zip(points[:-1], points[1:]))
    return found


def length_of(edges: Set[Edge]) -> float:
    """Their length together, in metres."""
    total = 0.0
    for edge in edges:
        if len(edge) == 2:
            one, other = edge
            total += float(np.hypot(one[0] - other[0], one[1] - other[1]))
    return total


def _made(geometry: Any) -> Any:
    if geometry is None:
        raise InputError(text("The outlines cannot be cut there. Move the line a little."))
    return geometry


def _multiline(lines: Sequence[Ring]) -> Any:
    made = ogr.Geometry(ogr.wkbMultiLineString)
    for line in lines:
        if len(line) > 1:
            part = ogr.Geometry(ogr.wkbLineString)
            for x, y in line:
                part.AddPoint_2D(float(x), float(y))
            made.AddGeometry(part)
    return made


def _polygons(geometry: Any) -> MultiPolygon:
    kind = ogr.GT_Flatten(geometry.GetGeometryType())
    if kind == ogr.wkbGeometryCollection:
        members = [geometry.GetGeometryRef(at) for at in range(geometry.GetGeometryCount())]
        return [polygon for member in members for polygon in _polygons(member)]
    if kind not in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return []
    return multipolygon_from_wkb(bytes(geometry.ExportToWkb()))
