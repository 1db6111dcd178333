"""Polygons as arrays and as WKB, without GEOS.

A *polygon* is a list of rings, the shell first; a ring is a closed ``(n, 2)`` float array of
(longitude, latitude) in degrees or (easting, northing) in metres. A *multipolygon* is a list
of polygons. WKB here is ISO WKB; Z and M are dropped when read.
"""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING, Callable, List, Sequence, Tuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ring = NDArray[np.float64]
else:  # NDArray came with NumPy 1.21; QGIS 3.22 on macOS carries an older one
    Ring = np.ndarray
# What longitude and latitude are everywhere in Tuban: CGCS2000's.
LONLAT_EPSG = 4490
LONLAT_CRS = f"EPSG:{LONLAT_EPSG}"

Polygon = List[Ring]
MultiPolygon = List[Polygon]
Box = Tuple[float, float, float, float]

POLYGON, MULTIPOLYGON = 3, 6
EWKB_SRID = 0x20000000
_EWKB_Z, _EWKB_M = 0x80000000, 0x40000000


def multipolygon_from_wkb(wkb: bytes) -> MultiPolygon:
    """The polygons of a POLYGON or MULTIPOLYGON; raises ``ValueError`` for anything else.

    Z, M and PostGIS's SRID are dropped.
    """
    try:
        polygons, _ = _read(memoryview(wkb), 0)
    except (struct.error, IndexError) as error:
        raise ValueError("the WKB is cut short or damaged") from error
    return polygons


def _read(buffer: memoryview, at: int) -> Tuple[MultiPolygon, int]:
    order = "<" if buffer[at] == 1 else ">"
    (code,) = struct.unpack_from(order + "I", buffer, at + 1)
    kind, dimensions = kind_and_dimensions(code)
    at += 9 if code & EWKB_SRID else 5
    (count,) = struct.unpack_from(order + "I", buffer, at)
    at += 4
    if kind == MULTIPOLYGON:
        polygons: MultiPolygon = []
        for _ in range(count):
            part, at = _read(buffer, at)
            polygons += part
        return polygons, at
    if kind != POLYGON:
        raise ValueError(f"WKB type {code} is not a polygon")
    rings: Polygon = []
    for _ in range(count):
        (points,) = struct.unpack_from(order + "I", buffer, at)
        flat = np.frombuffer(buffer, order + "f8", points * dimensions, at + 4)
        rings.append(flat.reshape(points, dimensions)[:, :2].astype(float))
        at += 4 + points * dimensions * 8
    return ([rings] if rings else []), at


def kind_and_dimensions(code: int) -> Tuple[int, int]:
    """What a WKB type is without Z and M, and how many numbers a point has.

    Raises ``IndexError`` for types that do not exist.
    """
    dimensions = 2 + bool(code & _EWKB_Z) + bool(code & _EWKB_M)
    code &= 0x0FFFFFFF
    dimensions += (0, 1, 1, 2)[code // 1000]
    return code % 1000, dimensions


def wkb_from_multipolygon(polygons: MultiPolygon) -> bytes:
    """Little-endian ISO WKB of type MULTIPOLYGON."""
    parts = [struct.pack("<BII", 1, MULTIPOLYGON, len(polygons))]
    for polygon in polygons:
        parts.append(struct.pack("<BII", 1, POLYGON, len(polygon)))
        for ring in polygon:
            parts.append(struct.pack("<I", len(ring)))
            parts.append(np.ascontiguousarray(ring, "<f8").tobytes())
    return b"".join(parts)


def box(polygons: MultiPolygon) -> Box:
    """(min x, min y, max x, max y) over all rings; raises ``ValueError`` when there is none."""
    points = np.concatenate([ring for polygon in polygons for ring in polygon])
    (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
    return float(left), float(bottom), float(right), float(top)


def boxes_meet(one: Box, other: Box) -> bool:
    """True when two boxes share at least a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def digest(wkb: bytes) -> str:
    """SHA-256 of a geometry, independent of its byte order, Z, M and of single or multi type."""
    return hashlib.sha256(wkb_from_multipolygon(multipolygon_from_wkb(wkb))).hexdigest()


def all_finite(polygons: MultiPolygon) -> bool:
    """True when every coordinate is a number."""
    return all(bool(np.isfinite(ring).all()) for polygon in polygons for ring in polygon)


def map_rings(polygons: MultiPolygon, change: Callable[[Ring], Ring]) -> MultiPolygon:
    """The same polygons with every ring replaced by ``change(ring)``."""
    return [[change(ring) for ring in polygon] for polygon in polygons]


def signed_plane_sum(rings: Sequence[Ring]) -> float:
    """Half the shoelace sum over rings as they wind; in the square of the coordinates' unit.

    The origin is moved to each ring's first point: zone-prefixed eastings would otherwise
    cost several digits.
    """
    total = 0.0
    for ring in rings:
        x, y = (ring - ring[0]).T
        total += float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1])) / 2
    return total
