"""Official area of what two sets of polygons share; for solving and for checking."""

from __future__ import annotations

from typing import List

from osgeo import ogr

from ..core import areas
from ..core.geometry import MultiPolygon, multipolygon_from_wkb, wkb_from_multipolygon

ogr.UseExceptions()


class Land:
    """Polygons in degrees, ready to be intersected many times."""

    def __init__(self, polygons: MultiPolygon) -> None:
        collected = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons))
        self._geometry = collected.UnionCascaded()

    def shared_m2(self, polygons: MultiPolygon) -> float:
        """Area of TD/T 1055 of the common land."""
        other = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons))
        return areas.multipolygon_area_m2(_polygons(self._geometry.Intersection(other)))

    def within(self, polygons: MultiPolygon) -> Land:
        """The part of this land near ``polygons`` (their box), so that solving is quick."""
        west, east, south, north = ogr.CreateGeometryFromWkb(
            wkb_from_multipolygon(polygons)
        ).GetEnvelope()
        window = ogr.CreateGeometryFromWkt(
            f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        )
        part = Land.__new__(Land)
        part._geometry = self._geometry.Intersection(window.Buffer((east - west) / 2))
        return part


def _polygons(geometry: ogr.Geometry) -> MultiPolygon:
    found: List = []
    if geometry.GetGeometryCount() and geometry.GetGeometryName() != "POLYGON":
        for part in geometry:
            found += _polygons(part)
    elif geometry.GetGeometryName() == "POLYGON" and not geometry.IsEmpty():
        found += multipolygon_from_wkb(bytes(geometry.ExportToWkb(ogr.wkbNDR)))
    return found
