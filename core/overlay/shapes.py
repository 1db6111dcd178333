"""Many polygons as flat arrays: moved into the plane, long edges cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional, Sequence, Tuple

import numpy as np

from ..areas import (
    FALSE_EASTING_M,
    LONGEST_EDGE_M,
    METRES_PER_ZONE_PREFIX,
    equal_area,
    gauss_project,
    gauss_unproject,
)
from .edges import Edges

Array = Any
FEWEST_POINTS = 4
# Edges that are shorter than this by the rough measure are not longer than 70 m by the exact one.
_SURELY_SHORT_M = LONGEST_EDGE_M * 0.97


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

    def with_rings(self) -> Tuple[Shapes, Array]:
        """The shapes that have rings, and their numbers; odd and empty ones have none."""
        return self.chosen(np.ones(len(self), bool))

    def without(self, mask: Array) -> Shapes:
        """The same shapes under the same numbers; those under a mask have no rings here."""
        kept, numbers = self.chosen(~mask)
        return replace(kept, owner=numbers[kept.owner], odd=self.odd)

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
    at, pieces, ends = _long_edges(shapes, zone)
    if not len(at):
        return shapes
    x, y = _points_between(shapes, at, pieces, ends, zone)
    where = np.repeat(at + 1, pieces - 1)
    added = np.zeros(len(shapes.x) + 1, int)
    added[at + 1] = pieces - 1
    moved = shapes.ring_start + np.cumsum(added)[shapes.ring_start]
    return replace(
        shapes,
        x=np.insert(shapes.x, where, x),
        y=np.insert(shapes.y, where, y),
        ring_start=moved,
    )


def _long_edges(shapes: Shapes, zone: int) -> Tuple[Array, Array, Array]:
    """The points at which edges longer than 70 m begin, in how many pieces to cut each, and their
    ends in the plane of the zone: rows x0, y0, x1, y1."""
    if len(shapes.x) < FEWEST_POINTS:
        return np.zeros(0, int), np.zeros(0, int), np.zeros((4, 0))
    least_lat = max(shapes.y.min(), -shapes.y.max(), 0.0)
    east, north = np.cos(np.radians(least_lat)) * 111_320.0, 111_000.0
    square, other = np.diff(shapes.x), np.diff(shapes.y)
    square *= square
    other *= other
    other *= (north / east) ** 2
    square += other
    perhaps = square > (_SURELY_SHORT_M / east) ** 2
    perhaps[shapes.ring_start[1:-1] - 1] = False
    at = np.flatnonzero(perhaps)
    both = (gauss_project(shapes.x[end], shapes.y[end], zone) for end in (at, at + 1))
    ends = np.vstack([row for end in both for row in end])
    x0, y0, x1, y1 = ends
    pieces = np.maximum(np.ceil(np.hypot(x1 - x0, y1 - y0) / LONGEST_EDGE_M), 1).astype(int)
    long = pieces > 1
    return at[long], pieces[long], ends[:, long]


def _points_between(
    shapes: Shapes, at: Array, pieces: Array, ends: Array, zone: int
) -> Tuple[Array, Array]:
    edge = np.repeat(np.arange(len(at)), pieces - 1)
    step = np.arange(len(edge)) - np.repeat(np.cumsum(pieces - 1) - pieces + 1, pieces - 1) + 1
    here, there = at, at + 1
    turned = (shapes.x[here] > shapes.x[there]) | (
        (shapes.x[here] == shapes.x[there]) & (shapes.y[here] > shapes.y[there])
    )
    x0, y0, x1, y1 = np.where(turned, ends[[2, 3, 0, 1]], ends)[:, edge]
    share = np.where(turned[edge], pieces[edge] - step, step) / pieces[edge]
    return gauss_unproject(x0 * (1 - share) + x1 * share, y0 * (1 - share) + y1 * share, zone)
