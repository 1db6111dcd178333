"""From an issued shape to the polygons that are kept: repaired where that changes nothing.

A repair may change the area by no more than the plan's tolerance; beyond that somebody would
have to decide which land is meant, so the row is refused. Vertices stay exactly those issued.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, List, Optional, Union

import numpy as np
from osgeo import gdal, ogr

from ..areas import multipolygon_area_m2
from ..geometry import (
    MultiPolygon,
    Polygon,
    Ring,
    all_finite,
    multipolygon_from_wkb,
    wkb_from_multipolygon,
)
from ..text import Text, text

_POLYGONS = (ogr.wkbPolygon, ogr.wkbMultiPolygon)
_COLLECTIONS = (ogr.wkbGeometryCollection, ogr.wkbMultiSurface)
# Steps of an arc in degrees: each cuts the error of the area to a sixteenth.
_ARC_STEPS_DEG = (1.0, 0.25, 0.0625, 0.015625)


@dataclass(frozen=True)
class Shape:
    """Polygons in EPSG:4490, their unrounded area, and what was done to get them.

    ``flattened`` is true where heights or measures were left out.
    """

    polygons: MultiPolygon
    area_m2: float
    done: List[Text]
    flattened: bool


Outcome = Union[Shape, Text]
"""A shape, or the reason why there is none."""


def shape_of(geometry: Any, transform: Any, tolerance_m2: Decimal) -> Outcome:
    """The polygons of an OGR geometry, brought to lon/lat by an OSR ``transform``."""
    if geometry is None:
        return text("it has no shape")
    if geometry.IsEmpty():
        return text("its shape is empty")
    flattened = bool(geometry.Is3D() or geometry.IsMeasured())
    done: List[Text] = []
    tolerance = float(tolerance_m2)
    if geometry.HasCurveGeometry(True):
        straight = _straightened(geometry, transform, tolerance)
        if straight is None:
            return text("its curves cannot be drawn with straight lines closely enough")
        geometry = straight
        done.append(text("curves were replaced by short straight lines"))
    flat = _only_polygons(geometry)
    if flat is None:
        return text("its shape is a {kind}, not a polygon", kind=geometry.GetGeometryName())
    polygons = multipolygon_from_wkb(bytes(flat.ExportToWkb()))
    if not all_finite(polygons):
        return text("a coordinate of its shape is not a number")
    cleaned = _cleaned(polygons, done)
    if not cleaned:
        return text("its shape has no area: it is a point or a line")
    return _checked(cleaned, transform, tolerance, done, flattened)


def _only_polygons(geometry: Any) -> Any:
    """The geometry as polygon or multipolygon without Z and M; ``None`` when it is not one."""
    flat = geometry.Clone()
    flat.FlattenTo2D()
    if flat.GetGeometryType() in _POLYGONS:
        return flat
    if flat.GetGeometryType() not in _COLLECTIONS:
        return None
    parts = [flat.GetGeometryRef(index) for index in range(flat.GetGeometryCount())]
    if not parts or any(part.GetGeometryType() not in _POLYGONS for part in parts):
        return None
    return _collected(parts)


def _collected(parts: List[Any]) -> Any:
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for part in parts:
        if part.GetGeometryType() == ogr.wkbPolygon:
            whole.AddGeometry(part)
            continue
        for index in range(part.GetGeometryCount()):
            whole.AddGeometry(part.GetGeometryRef(index))
    return whole


def _straightened(geometry: Any, transform: Any, tolerance_m2: float) -> Any:
    before: Optional[float] = None
    for step in _ARC_STEPS_DEG:
        straight = geometry.GetLinearGeometry(step)
        flat = _only_polygons(straight)
        if flat is None:
            return straight
        area = multipolygon_area_m2(_transformed(flat, transform))
        # What is still missing is a fifteenth of what this step added.
        if before is not None and abs(area - before) / 15 <= tolerance_m2:
            return straight
        before = area
    return None


def _cleaned(polygons: MultiPolygon, done: List[Text]) -> MultiPolygon:
    """Rings closed, repeated points left out, rings and parts without any extent left out."""
    counts = {"open": 0, "repeated": 0, "flat": 0}
    cleaned: MultiPolygon = []
    for polygon in polygons:
        rings = [_clean_ring(ring, counts) for ring in polygon]
        shell, holes = rings[0], [ring for ring in rings[1:] if ring is not None]
        if shell is not None:
            cleaned.append([shell, *holes])
    if counts["open"]:
        done.append(text("{count} open rings were closed", count=counts["open"]))
    if counts["repeated"]:
        done.append(text("{count} repeated points were left out", count=counts["repeated"]))
    if counts["flat"]:
        done.append(text("{count} rings without area were left out", count=counts["flat"]))
    return cleaned


def _clean_ring(ring: Ring, counts: dict[str, int]) -> Optional[Ring]:
    if len(ring) and not np.array_equal(ring[0], ring[-1]):
        counts["open"] += 1
        ring = np.vstack([ring, ring[:1]])
    same = (ring[1:] == ring[:-1]).all(axis=1)
    if same.any():
        counts["repeated"] += int(same.sum())
        ring = ring[np.concatenate([[True], ~same])]
    if len(ring) < 4:
        counts["flat"] += 1
        return None
    return ring


def _checked(
    polygons: MultiPolygon, transform: Any, tolerance_m2: float, done: List[Text], flattened: bool
) -> Outcome:
    plane = _geometry(polygons)
    lonlat = _transformed(plane, transform)
    if not lonlat:
        return text("its coordinates cannot be brought to longitude and latitude")
    area = multipolygon_area_m2(lonlat)
    if not _is_valid(plane):
        repaired = _made_valid(plane, transform)
        if not repaired:
            return text("its outline crosses itself and encloses no area")
        change = multipolygon_area_m2(repaired) - area
        if abs(change) > tolerance_m2:
            return text(
                "its outline crosses or covers itself, and every repair would change its area by "
                "{change} m²",
                change=f"{change:+.2f}",
            )
        lonlat, area = repaired, area + change
        done.append(
            text(
                "its outline touched or crossed itself; repaired, its area changed by {change} m²",
                change=f"{change:+.4f}",
            )
        )
    if area <= 0:
        return text("its shape has no area: it is a point or a line")
    if len(lonlat) > 1:
        done.append(text("it has {count} separate parts", count=len(lonlat)))
    return Shape(lonlat, area, done, flattened)


def _geometry(polygons: MultiPolygon) -> Any:
    return ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons))


def _is_valid(geometry: Any) -> bool:
    try:
        return bool(geometry.IsValid())
    except RuntimeError:
        return False


def _made_valid(geometry: Any, transform: Any) -> MultiPolygon:
    """The polygons of the valid geometry; lines and points that drop out have no area."""
    try:
        valid = geometry.MakeValid()
    except RuntimeError:
        valid = None
    if valid is None:
        return []
    if valid.GetGeometryType() not in _POLYGONS:
        parts = [valid.GetGeometryRef(index) for index in range(valid.GetGeometryCount())]
        valid = _collected([part for part in parts if part.GetGeometryType() in _POLYGONS])
    return _transformed(valid, transform)


def _transformed(geometry: Any, transform: Any) -> MultiPolygon:
    """Lon/lat polygons; none when a point cannot be brought there."""
    moved = geometry.Clone()
    gdal.ErrorReset()
    try:
        if moved.Transform(transform) not in (0, None):
            return []
    except RuntimeError:
        return []
    polygons: List[Polygon] = multipolygon_from_wkb(bytes(moved.ExportToWkb()))
    return polygons if all_finite(polygons) else []
