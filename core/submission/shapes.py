"""Geometry by GEOS, as far as the submission needs it: validity, and what does not fit."""

from __future__ import annotations

from typing import List, Optional, Sequence

from osgeo import ogr

from ..areas import multipolygon_area_m2
from ..geometry import MultiPolygon, multipolygon_from_wkb
from ..reading.vector import quiet


def _shape(wkb: bytes) -> Optional[ogr.Geometry]:
    """The geometry, or ``None`` where the bytes are none; whether GDAL raises or not."""
    with quiet():
        try:
            return ogr.CreateGeometryFromWkb(wkb)
        except (RuntimeError, TypeError):
            return None


def is_valid(wkb: bytes) -> bool:
    """True for a polygon or multipolygon that is not empty and that GEOS calls valid."""
    geometry = _shape(wkb)
    if geometry is None or geometry.IsEmpty():
        return False
    flat = ogr.GT_Flatten(geometry.GetGeometryType())
    with quiet():
        return flat in (ogr.wkbPolygon, ogr.wkbMultiPolygon) and bool(geometry.IsValid())


def outside_m2(whole: bytes, parts: Sequence[bytes]) -> float:
    """Area in m² by which the parts miss or leave the whole; all valid, lon/lat."""
    union = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in parts:
        union = union.Union(ogr.CreateGeometryFromWkb(part))
    return _area_m2(ogr.CreateGeometryFromWkb(whole).SymDifference(union))


def overlap_m2(parts: Sequence[bytes]) -> float:
    """Area in m² that belongs to more than one of the parts; all valid, lon/lat."""
    shapes = [ogr.CreateGeometryFromWkb(part) for part in parts]
    total = 0.0
    for index, one in enumerate(shapes):
        for other in shapes[index + 1 :]:
            total += _area_m2(one.Intersection(other))
    return total


def _area_m2(geometry: ogr.Geometry) -> float:
    return multipolygon_area_m2([polygon for part in _polygons(geometry) for polygon in part])


def _polygons(geometry: ogr.Geometry) -> List[MultiPolygon]:
    flat = ogr.GT_Flatten(geometry.GetGeometryType())
    if flat == ogr.wkbGeometryCollection:
        members = [geometry.GetGeometryRef(at) for at in range(geometry.GetGeometryCount())]
        return [polygons for member in members for polygons in _polygons(member)]
    if flat not in (ogr.wkbPolygon, ogr.wkbMultiPolygon):
        return []
    return [multipolygon_from_wkb(bytes(geometry.ExportToWkb()))]
