"""Where a photo stands to a parcel: how far, in which direction, and on which datum.

Distances are metres on a plane that touches the ellipsoid at the photo; over the few kilometres
that matter they are right to a metre.
"""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt
from typing import List, Optional, Tuple

import numpy as np

from ..geometry import MultiPolygon, Ring

# CGCS2000 (GB/T 18314): semi-major axis in metres and first eccentricity squared.
_A, _E2 = 6378137.0, 0.00669438002290
# The ellipsoid (Krassowsky 1940) that the GCJ-02 offset is computed on.
_GCJ_A, _GCJ_E2 = 6378245.0, 0.00669342162296594323
_STEPS_BACK = 3
_TINY = float(np.finfo(float).tiny)


def distance_m(lon: float, lat: float, polygons: MultiPolygon) -> float:
    """Metres from a point (degrees) to the nearest part of the polygons; 0 inside."""
    rings = _around(lon, lat, polygons)
    if _holds_origin(rings):
        return 0.0
    return float(min(_to_origin(ring) for ring in rings))


def off_target_deg(lon: float, lat: float, azimuth_deg: float, polygons: MultiPolygon) -> float:
    """Degrees between the direction of view and the nearest part of the polygons; 0 inside.

    ``azimuth_deg`` counts from north, clockwise.
    """
    rings = _around(lon, lat, polygons)
    if _holds_origin(rings):
        return 0.0
    off: List[float] = []
    for ring in rings:
        east, north = ring[:, 0], ring[:, 1]
        bearings = np.degrees(np.arctan2(east, north))
        off.append(_off(bearings, azimuth_deg))
    return min(off)


def _off(bearings: Ring, azimuth_deg: float) -> float:
    """Off a ring seen from outside: its edges never turn by more than half a circle."""
    apart = (bearings - azimuth_deg + 180.0) % 360.0 - 180.0
    turns = (apart[1:] - apart[:-1] + 180.0) % 360.0 - 180.0
    seen = np.cumsum(turns)
    first = float(apart[0])
    low, high = first + min(0.0, float(seen.min())), first + max(0.0, float(seen.max()))
    for full in (-360.0, 0.0, 360.0):
        if low <= full <= high:
            return 0.0
    return float(np.abs(apart).min())


def metres_per_degree(lat: float) -> Tuple[float, float]:
    """Metres of one degree east and of one degree north, at a latitude."""
    latitude = radians(lat)
    w = sqrt(1 - _E2 * sin(latitude) ** 2)
    return _A / w * cos(latitude) * pi / 180, _A * (1 - _E2) / w**3 * pi / 180


def _around(lon: float, lat: float, polygons: MultiPolygon) -> List[Ring]:
    """All rings in metres east and north of the point."""
    here, scale = np.array((lon, lat)), np.array(metres_per_degree(lat))
    return [(ring - here) * scale for polygon in polygons for ring in polygon]


def _holds_origin(rings: List[Ring]) -> bool:
    """Even-odd rule over all rings, holes included."""
    inside = False
    for ring in rings:
        (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
        crossing = (y0 > 0) != (y1 > 0)
        # Where an edge meets the axis is, times (y1 - y0), the cross product of its ends.
        east = (x0 * y1 - x1 * y0) * (y1 - y0) > 0
        inside ^= bool(np.count_nonzero(crossing & east) % 2)
    return inside


def _to_origin(ring: Ring) -> float:
    (x0, y0), (x1, y1) = ring[:-1].T, ring[1:].T
    dx, dy = x1 - x0, y1 - y0
    # A step of no length has no part along it: nothing by next to nothing.
    along = -(x0 * dx + y0 * dy) / np.maximum(dx * dx + dy * dy, _TINY)
    along = np.minimum(np.maximum(along, 0.0), 1.0)
    x, y = x0 + dx * along, y0 + dy * along
    return sqrt(float((x * x + y * y).min()))


def without_gcj02(lon: float, lat: float) -> Optional[Tuple[float, float]]:
    """The true position if the given one was GCJ-02, what Chinese map services print.

    ``None`` outside the box where they add an offset. The formula is the published one
    (coordtransform); turned round step by step to a decimetre.
    """
    if not (73.66 < lon < 135.05 and 3.86 < lat < 53.55):
        return None
    true_lon, true_lat = lon, lat
    for _ in range(_STEPS_BACK):
        moved_lon, moved_lat = to_gcj02(true_lon, true_lat)
        true_lon, true_lat = true_lon - (moved_lon - lon), true_lat - (moved_lat - lat)
    return true_lon, true_lat


def to_gcj02(lon: float, lat: float) -> Tuple[float, float]:
    """A position with the GCJ-02 offset added."""
    x, y = lon - 105.0, lat - 35.0
    latitude = radians(lat)
    w = 1 - _GCJ_E2 * sin(latitude) ** 2
    north = _waves_north(x, y) * 180.0 / (_GCJ_A * (1 - _GCJ_E2) / (w * sqrt(w)) * pi)
    east = _waves_east(x, y) * 180.0 / (_GCJ_A / sqrt(w) * cos(latitude) * pi)
    return lon + east, lat + north


def _waves_north(x: float, y: float) -> float:
    return (
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
        + (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
        + (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
        + (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    )  # fmt: skip


def _waves_east(x: float, y: float) -> float:
    return (
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
        + (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
        + (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
        + (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    )  # fmt: skip
