"""Polygons cut by one another in the equal-area plane, by GEOS through GDAL.

The plane is that of :func:`..areas.to_equal_area`, moved so that the central meridian of the
parcel's zone is x = 0: planar areas there are the areas of TD/T 1055-2019.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Tuple

import numpy as np
from osgeo import ogr

from ..areas import equal_area, to_equal_area
from ..errors import InputError
from ..geometry import MultiPolygon, Polygon, Ring, map_rings, wkb_from_multipolygon
from ..text import Text, text

# Topology tolerance of the land survey's database: what is narrower is no gap but rounding.
TOPOLOGY_TOLERANCE_M = 0.0001
_FEWEST_POINTS = 4


@dataclass(frozen=True)
class Lying:
    """A valid area in the plane, with the feature it comes from."""

    order: Tuple[int, int]
    name: Text
    fields: Dict[str, str]
    repaired: bool
    geometry: ogr.Geometry = field(repr=False)

    @property
    def fid(self) -> int:
        """The feature's own number in its layer."""
        return self.order[1]


def plane_geometry(polygons: MultiPolygon, zone: int) -> Tuple[ogr.Geometry, bool]:
    """Lon/lat polygons as a valid geometry in the plane of ``zone``; True when repaired."""
    origin = [float(equal_area(np.array(3.0 * zone), np.array(0.0))[0]), 0.0]
    whole = [_without_degenerate_holes(one) for one in polygons if len(one[0]) >= _FEWEST_POINTS]
    moved = map_rings(to_equal_area(whole, zone) if whole else [], lambda r: r - origin)
    geometry = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(moved))
    if geometry.IsValid():
        return geometry, False
    return _repaired(moved), True


def _without_degenerate_holes(polygon: Polygon) -> Polygon:
    return [polygon[0], *(hole for hole in polygon[1:] if len(hole) >= _FEWEST_POINTS)]


def _repaired(polygons: MultiPolygon) -> ogr.Geometry:
    """Ring by ring: shells are made valid and joined, holes are made valid and taken off.

    Made valid as a whole, parts that overlap would cancel each other.
    """
    joined = ogr.Geometry(ogr.wkbMultiPolygon)
    for shell, *holes in polygons:
        area = _valid_ring(shell)
        for hole in holes:
            area = operate("Difference", area, _valid_ring(hole), text("a hole"))
        joined = operate("Union", joined, area, text("a part"))
    return joined


def _valid_ring(ring: Ring) -> ogr.Geometry:
    return _areal(ogr.CreateGeometryFromWkb(wkb_from_multipolygon([[ring]])).MakeValid())


def operate(method: str, one: ogr.Geometry, other: ogr.Geometry, name: Text) -> ogr.Geometry:
    """A GEOS operation; raises :class:`InputError` naming what could not be cut."""
    try:
        result = getattr(one, method)(other)
    except RuntimeError:  # where GDAL was told to raise
        result = None
    if result is None:
        raise InputError(
            text("The geometry of {name} cannot be cut. Repair it in the layer.", name=name)
        )
    return _areal(result)


def _areal(geometry: ogr.Geometry) -> ogr.Geometry:
    """The geometry without the points and lines at which areas only touch."""
    if geometry.GetGeometryName() in ("POLYGON", "MULTIPOLYGON"):
        return geometry
    areas = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in polygons_of(geometry):
        areas.AddGeometry(part)
    return areas


def inside(area: ogr.Geometry, lying: Lying) -> ogr.Geometry:
    """The part of ``area`` that the feature covers."""
    return operate("Intersection", area, lying.geometry, lying.name)


def outside(area: ogr.Geometry, lying: Lying) -> ogr.Geometry:
    """The part of ``area`` that the feature leaves."""
    return operate("Difference", area, lying.geometry, lying.name)


def covered_m2(area: ogr.Geometry, features: List[Lying]) -> float:
    """How much of ``area`` the features cover together; where they overlap it counts once."""
    rest, total = area, 0.0
    for lying in features:
        total += float(inside(rest, lying).GetArea())
        rest = outside(rest, lying)
    return total


def gaps(rest: ogr.Geometry) -> List[ogr.Geometry]:
    """What is left of a parcel, without threads narrower than the topology tolerance."""
    return [part for part in polygons_of(rest) if _width_m(part) > TOPOLOGY_TOLERANCE_M]


def _width_m(polygon: ogr.Geometry) -> float:
    return float(2 * polygon.GetArea() / polygon.Boundary().Length())


def polygons_of(geometry: ogr.Geometry) -> List[ogr.Geometry]:
    """The single areas of a geometry that is one, holds some, or holds none."""
    if geometry.GetGeometryName() == "POLYGON":
        return [geometry] if geometry.GetArea() else []
    parts = [geometry.GetGeometryRef(n).Clone() for n in range(geometry.GetGeometryCount())]
    return [polygon for part in parts for polygon in polygons_of(part)]
