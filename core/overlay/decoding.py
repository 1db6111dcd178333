"""Polygons of many features decoded into flat arrays: from WKB, or from arrays of rings."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import Any, List, Optional, Sequence, Tuple

import numpy as np

from ..geometry import EWKB_SRID, MULTIPOLYGON, POLYGON, MultiPolygon, kind_and_dimensions
from .shapes import FEWEST_POINTS, Shapes

Array = Any
_whole = struct.Struct("<I").unpack_from
# What stands before the points of a polygon of one ring, and of a multipolygon of one such:
# byte order, type and count of each, the count of the points.
_BEFORE_POLYGON, _BEFORE_MULTIPOLYGON = 13, 22
_BYTES_PER_POINT = 16
_FEWEST_BYTES = _BEFORE_POLYGON + FEWEST_POINTS * _BYTES_PER_POINT


class _Reader:
    """Collects rings; a shape is taken whole or not at all."""

    def __init__(self) -> None:
        self.coordinates: List[Any] = []
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
        kind, _ = kind_and_dimensions(code)
        if blob[at] != 1 or code & EWKB_SRID or kind not in (POLYGON, MULTIPOLYGON):
            return False
        count, at = (1, at) if kind == POLYGON else (_whole(blob, at + 5)[0], at + 9)
        for _ in range(count):
            at = self._polygon(number, blob, at)
            if at < 0:
                return False
        return True

    def _polygon(self, number: int, blob: bytes, at: int) -> int:
        if blob[at] != 1:
            return -1
        code, rings = struct.unpack_from("<II", blob, at + 1)
        kind, dimensions = kind_and_dimensions(code)
        if kind != POLYGON or code & EWKB_SRID:
            return -1
        at += 9
        for ring in range(rings):
            points = _whole(blob, at)[0]
            if points < FEWEST_POINTS:
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

    def take_rings(self, numbers: Array, counts: Array, points: Sequence[bytes]) -> None:
        """Shapes of one ring, whose points were cut out already."""
        self.coordinates += points
        self.counts += counts.tolist()
        self.owner += numbers.tolist()
        self.hole += [False] * len(numbers)

    def shapes(self, count: int) -> Shapes:
        """All shapes in their order, of ``count`` numbers."""
        owner = np.array(self.owner, int)
        order = np.argsort(owner, kind="stable")
        coordinates = self.coordinates
        if (owner[1:] < owner[:-1]).any():
            coordinates = [coordinates[ring] for ring in order.tolist()]
        flat = np.frombuffer(b"".join(coordinates), "<f8")
        odd = np.zeros(count, bool)
        odd[self.odd] = True
        made = Shapes(
            np.ascontiguousarray(flat[0::2]),
            np.ascontiguousarray(flat[1::2]),
            np.append(0, np.cumsum(np.array(self.counts, int)[order])),
            owner[order],
            np.array(self.hole, bool)[order],
            odd,
        )
        return _without_broken(made)


def _without_broken(shapes: Shapes) -> Shapes:
    """Rings that are not closed or not finite make their shape odd."""
    if not len(shapes.owner):
        return shapes
    first, last = shapes.ring_start[:-1], shapes.ring_start[1:] - 1
    bad = (shapes.x[first] != shapes.x[last]) | (shapes.y[first] != shapes.y[last])
    if not bad.any() and np.isfinite(shapes.x.sum() + shapes.y.sum()):
        return shapes
    bad |= ~np.isfinite(np.add.reduceat(shapes.x + shapes.y, first))
    odd = shapes.odd.copy()
    odd[shapes.owner[bad]] = True
    return replace(shapes, odd=odd).without(odd)


def shapes_of_wkb(blobs: Sequence[bytes], starts: Optional[Array] = None) -> Shapes:
    """Shapes from WKB; ``starts`` says at which byte the WKB begins, −1: there is none."""
    begins = np.zeros(len(blobs), int) if starts is None else starts
    reader = _Reader()
    some = begins >= 0
    some[_take_plain(reader, blobs, begins)] = False
    for number in np.flatnonzero(some).tolist():
        reader.read(number, blobs[number], int(begins[number]))
    return reader.shapes(len(blobs))


def _take_plain(reader: _Reader, blobs: Sequence[bytes], begins: Array) -> Array:
    """Take all polygons of one ring at once, as most are; which numbers they have."""
    sizes = np.full(len(blobs), -1)
    known = np.flatnonzero(begins >= 0).tolist()
    sizes[known] = [len(blobs[number]) for number in known]
    sizes -= begins
    numbers = np.flatnonzero((begins >= 0) & (sizes >= _FEWEST_BYTES))
    where = zip(numbers.tolist(), begins[numbers].tolist())
    heads = b"".join([blobs[number][at : at + _BEFORE_MULTIPOLYGON] for number, at in where])
    table = np.frombuffer(heads, np.uint8).reshape(-1, _BEFORE_MULTIPOLYGON)
    before, counts = _before_points(table)
    plain = (before > 0) & (counts >= FEWEST_POINTS)
    plain &= sizes[numbers] == before + counts * _BYTES_PER_POINT
    numbers, before, counts = numbers[plain], before[plain], counts[plain]
    where = zip(numbers.tolist(), (begins[numbers] + before).tolist())
    reader.take_rings(numbers, counts, [blobs[number][at:] for number, at in where])
    return numbers


def _before_points(heads: Array) -> Tuple[Array, Array]:
    """How many bytes stand before the points, 0 for other forms, and how many points follow."""

    def number(at: int) -> Array:
        return heads[:, at : at + 4].copy().view("<u4")[:, 0].astype(int)

    kind, one = number(1), (heads[:, 0] == 1) & (number(5) == 1)
    multi = one & (kind == MULTIPOLYGON) & (heads[:, 9] == 1)
    multi &= (number(10) == POLYGON) & (number(14) == 1)
    before = np.where(one & (kind == POLYGON), _BEFORE_POLYGON, 0)
    before[multi] = _BEFORE_MULTIPOLYGON
    return before, np.where(multi, number(18), number(9))


def shapes_of_polygons(features: Sequence[MultiPolygon]) -> Shapes:
    """Shapes from arrays of rings, as sources lend them."""
    reader = _Reader()
    for number, polygons in enumerate(features):
        if any(len(ring) < FEWEST_POINTS for polygon in polygons for ring in polygon):
            reader.odd.append(number)
            continue
        for polygon in polygons:
            for index, ring in enumerate(polygon):
                reader.coordinates.append(np.ascontiguousarray(ring, "<f8"))
                reader.counts.append(len(ring))
                reader.owner.append(number)
                reader.hole.append(index > 0)
    return reader.shapes(len(features))
