"""Many polygons as flat arrays: decoded from WKB, moved into the plane, long edges cut."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import Any, List, Optional, Sequence, Tuple

import numpy as np

from ..areas import (
    FALSE_EASTING_M,
    LONGEST_EDGE_M,
    METRES_PER_ZONE_PREFIX,
    equal_area,
    gauss_project,
    gauss_unproject,
)
from ..geometry import MultiPolygon
from .edges import Edges

Array = Any
_POLYGON, _MULTIPOLYGON = 3, 6
_Z, _M, _SRID = 0x80000000, 0x40000000, 0x20000000
_FEWEST_POINTS = 4
# Edges that are shorter than this by the rough measure are not longer than 70 m by the exact one.
_SURELY_SHORT_M = LONGEST_EDGE_M * 0.97
_whole = struct.Struct("<I").unpack_from


@dataclass(frozen=True)
class Shapes:
    """Polygons as closed rings one after another: x and y of all points.

    Ring r has the points ``ring_start[r]:ring_start[r + 1]`` and belongs to shape ``owner[r]``
    (ascending). ``odd`` is true for shapes that are not plain areas of closed rings with finite
    coordinates: they have no rings here and are measured one by one. Shapes that are empty have
    none either, and are not odd.
    """

    x: Array
    y: Array
    ring_start: Array
    owner: Array
    hole: Array
    odd: Array

    def __len__(self) -> int:
        return len(self.odd)

    def points(self) -> Array:
        """How many points each shape has."""
        return np.bincount(self.owner, np.diff(self.ring_start), len(self)).astype(int)

    def rings(self) -> Array:
        """How many rings each shape has."""
        return np.bincount(self.owner, minlength=len(self))

    def chosen(self, mask: Array) -> Tuple[Shapes, Array]:
        """The shapes under a mask that have rings, and their numbers."""
        keep = mask & (self.rings() > 0)
        numbers = np.flatnonzero(keep)
        rings = keep[self.owner]
        counts = np.diff(self.ring_start)
        points = np.repeat(rings, counts)
        owner = np.searchsorted(numbers, self.owner[rings])
        start = np.append(0, np.cumsum(counts[rings]))
        odd = np.zeros(len(numbers), bool)
        return Shapes(self.x[points], self.y[points], start, owner, self.hole[rings], odd), numbers

    def one(self, number: int) -> Shapes:
        """A shape alone."""
        first, end = np.searchsorted(self.owner, [number, number + 1])
        start = self.ring_start[first : end + 1]
        points = slice(start[0], start[-1])
        return Shapes(
            self.x[points],
            self.y[points],
            start - start[0],
            np.zeros(end - first, int),
            self.hole[first:end],
            self.odd[number : number + 1],
        )

    def in_degrees(self, frame: Optional[Tuple[int, float]]) -> Shapes:
        """From the plane of a 3° zone; ``frame`` is (zone, its false easting), None: degrees."""
        if frame is None or not len(self.x):
            return self
        zone, false_easting = frame
        shift = zone * METRES_PER_ZONE_PREFIX + FALSE_EASTING_M - false_easting
        lon, lat = gauss_unproject(self.x + shift, self.y, zone)
        return replace(self, x=lon, y=lat)

    def edges(self, zone: int) -> Edges:
        """The edges in the equal-area plane, long ones cut in the plane of a 3° zone.

        Every shape must have a ring.
        """
        cut = with_long_edges_cut(self, zone)
        x, y = equal_area(cut.x, cut.y)
        return Edges(x, y, cut.ring_start, cut.owner, cut.hole)


class _Reader:
    """Collects rings; a shape is taken whole or not at all."""

    def __init__(self) -> None:
        self.coordinates: List[Array] = []
        self.counts: List[int] = []
        self.owner: List[int] = []
        self.hole: List[bool] = []
        self.odd: List[int] = []

    def read(self, number: int, blob: bytes, at: int) -> None:
        """The shape that begins at byte ``at``; what cannot be read marks it as odd."""
        rings = len(self.counts)
        try:
            good = self._shape(number, blob, at)
        except (struct.error, ValueError, IndexError):
            good = False
        if not good:
            del self.coordinates[rings:], self.counts[rings:], self.owner[rings:], self.hole[rings:]
            self.odd.append(number)

    def _shape(self, number: int, blob: bytes, at: int) -> bool:
        code = _whole(blob, at + 1)[0]
        kind = (code & ~(_Z | _M)) % 1000
        if blob[at] != 1 or code & _SRID or kind not in (_POLYGON, _MULTIPOLYGON):
            return False
        count, at = (1, at) if kind == _POLYGON else (_whole(blob, at + 5)[0], at + 9)
        for _ in range(count):
            at = self._polygon(number, blob, at)
            if at < 0:
                return False
        return True

    def _polygon(self, number: int, blob: bytes, at: int) -> int:
        if blob[at] != 1:
            return -1
        code, rings = struct.unpack_from("<II", blob, at + 1)
        dimensions = _dimensions(code)
        if not dimensions:
            return -1
        at += 9
        for ring in range(rings):
            points = _whole(blob, at)[0]
            if points < _FEWEST_POINTS:
                return -1
            flat = np.frombuffer(blob, "<f8", points * dimensions, at + 4)
            if dimensions > 2:
                flat = flat.reshape(points, dimensions)[:, :2].ravel()
            self.coordinates.append(flat)
            self.counts.append(points)
            self.owner.append(number)
            self.hole.append(ring > 0)
            at += 4 + points * dimensions * 8
        return at

    def shapes(self, count: int) -> Shapes:
        flat = np.concatenate(self.coordinates) if self.coordinates else np.zeros(0)
        odd = np.zeros(count, bool)
        odd[self.odd] = True
        start = np.append(0, np.cumsum(np.array(self.counts, int)))
        made = Shapes(
            np.ascontiguousarray(flat[0::2]),
            np.ascontiguousarray(flat[1::2]),
            start,
            np.array(self.owner, int),
            np.array(self.hole, bool),
            odd,
        )
        return _without_broken(made)


def _dimensions(code: int) -> int:
    """Numbers per point of a polygon of this WKB type; 0 when it is no polygon."""
    flat = code & 0x0FFFFFFF
    if flat % 1000 != _POLYGON or flat > 3999 or code & _SRID:
        return 0
    return 2 + bool(code & _Z) + bool(code & _M) + (0, 1, 1, 2)[flat // 1000]


def _without_broken(shapes: Shapes) -> Shapes:
    """Rings that are not closed or not finite make their shape odd."""
    if not len(shapes.owner):
        return shapes
    first, last = shapes.ring_start[:-1], shapes.ring_start[1:] - 1
    bad = (shapes.x[first] != shapes.x[last]) | (shapes.y[first] != shapes.y[last])
    sums = np.add.reduceat(shapes.x + shapes.y, first)
    bad |= ~np.isfinite(sums)
    if not bad.any():
        return shapes
    odd = shapes.odd.copy()
    odd[shapes.owner[bad]] = True
    kept, numbers = shapes.chosen(~odd)
    return replace(kept, owner=numbers[kept.owner], odd=odd)


def shapes_of_wkb(blobs: Sequence[bytes], starts: Optional[Sequence[int]] = None) -> Shapes:
    """Shapes from WKB; ``starts`` says at which byte the WKB begins, −1: there is none."""
    reader = _Reader()
    for number, blob in enumerate(blobs):
        at = 0 if starts is None else starts[number]
        if at >= 0:
            reader.read(number, blob, at)
    return reader.shapes(len(blobs))


def shapes_of_polygons(features: Sequence[MultiPolygon]) -> Shapes:
    """Shapes from arrays of rings, as sources lend them."""
    reader = _Reader()
    for number, polygons in enumerate(features):
        for polygon in polygons:
            for index, ring in enumerate(polygon):
                if len(ring) < _FEWEST_POINTS:
                    reader.odd.append(number)
                    continue
                reader.coordinates.append(np.ascontiguousarray(ring, float).ravel())
                reader.counts.append(len(ring))
                reader.owner.append(number)
                reader.hole.append(index > 0)
    made = reader.shapes(len(features))
    if not made.odd.any():
        return made
    kept, numbers = made.chosen(~made.odd)
    return replace(kept, owner=numbers[kept.owner], odd=made.odd)


def joined(parts: Sequence[Shapes]) -> Shapes:
    """Shapes one after another as one."""
    if len(parts) == 1:
        return parts[0]
    points = np.cumsum([0] + [len(part.x) for part in parts])
    shapes = np.cumsum([0] + [len(part) for part in parts])
    starts = [part.ring_start[:-1] + at for part, at in zip(parts, points)]
    return Shapes(
        np.concatenate([part.x for part in parts]),
        np.concatenate([part.y for part in parts]),
        np.append(np.concatenate(starts), points[-1]),
        np.concatenate([part.owner + at for part, at in zip(parts, shapes)]),
        np.concatenate([part.hole for part in parts]),
        np.concatenate([part.odd for part in parts]),
    )


def with_long_edges_cut(shapes: Shapes, zone: int) -> Shapes:
    """Points added so that no edge is longer than 70 m in the plane of a 3° zone.

    As :func:`..areas.cut_long_edges`, for many rings; always reckoned from the same end of an
    edge, so that two polygons that share it get the same points to the last bit.
    """
    at, pieces = _long_edges(shapes, zone)
    if not len(at):
        return shapes
    x, y = _points_between(shapes, at, pieces, zone)
    where = np.repeat(at + 1, pieces - 1)
    added = np.zeros(len(shapes.x) + 1, int)
    np.add.at(added, at + 1, pieces - 1)
    moved = shapes.ring_start + np.cumsum(added)[shapes.ring_start]
    return replace(
        shapes,
        x=np.insert(shapes.x, where, x),
        y=np.insert(shapes.y, where, y),
        ring_start=moved,
    )


def _long_edges(shapes: Shapes, zone: int) -> Tuple[Array, Array]:
    """The points at which edges longer than 70 m begin, and in how many pieces to cut each."""
    if len(shapes.x) < _FEWEST_POINTS:
        return np.zeros(0, int), np.zeros(0, int)
    east = np.cos(np.radians(np.abs(shapes.y).min())) * 111_320.0
    dx, dy = np.diff(shapes.x) * east, np.diff(shapes.y) * 111_000.0
    perhaps = dx * dx + dy * dy > _SURELY_SHORT_M**2
    perhaps[shapes.ring_start[1:-1] - 1] = False
    at = np.flatnonzero(perhaps)
    x0, y0 = gauss_project(shapes.x[at], shapes.y[at], zone)
    x1, y1 = gauss_project(shapes.x[at + 1], shapes.y[at + 1], zone)
    pieces = np.maximum(np.ceil(np.hypot(x1 - x0, y1 - y0) / LONGEST_EDGE_M), 1).astype(int)
    return at[pieces > 1], pieces[pieces > 1]


def _points_between(shapes: Shapes, at: Array, pieces: Array, zone: int) -> Tuple[Array, Array]:
    edge = np.repeat(np.arange(len(at)), pieces - 1)
    step = np.arange(len(edge)) - np.repeat(np.cumsum(pieces - 1) - pieces + 1, pieces - 1) + 1
    here, there = at[edge], at[edge] + 1
    turned = (shapes.x[here] > shapes.x[there]) | (
        (shapes.x[here] == shapes.x[there]) & (shapes.y[here] > shapes.y[there])
    )
    here, there = np.where(turned, there, here), np.where(turned, here, there)
    share = np.where(turned, pieces[edge] - step, step) / pieces[edge]
    x0, y0 = gauss_project(shapes.x[here], shapes.y[here], zone)
    x1, y1 = gauss_project(shapes.x[there], shapes.y[there], zone)
    return gauss_unproject(x0 * (1 - share) + x1 * share, y0 * (1 - share) + y1 * share, zone)
