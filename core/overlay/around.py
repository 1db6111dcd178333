"""What surrounds parcels: how much lies outside a layer's extent, how far the nearest area is.

Distances are in metres in the Gauss-Krüger plane of the parcel's 3° zone, where they are true to
one part in 2,500 and better.
"""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

import numpy as np

from ..areas import equal_area, from_equal_area, gauss_project
from ..geometry import Box
from .decoding import shapes_of_polygons
from .kernel import pair_areas
from .laying import Batch
from .near import LongFeature, Near, NearReader, same_area
from .shapes import Shapes

Array = Any
# Metres of a degree of latitude, a little too few: boxes get a little too wide.
_M_PER_DEG = 110_500.0
# Edges that are looked at first when the nearest is sought.
_FIRST_EDGES = 32


def outside_extent_m2(batch: Batch, boxes: Sequence[Box]) -> Dict[int, float]:
    """Parcel (its number in the batch) → m² outside all boxes, in degrees, of a layer.

    Parcels that lie inside are left out, and those that are not sound.
    """
    own = batch.boxes_deg
    astray = batch.sound.copy()
    for left, bottom, right, top in boxes:
        within = (own[:, 0] >= left) & (own[:, 2] <= right)
        astray &= ~(within & (own[:, 1] >= bottom) & (own[:, 3] <= top))
    chosen = np.flatnonzero(astray)
    rectangles = _apart(boxes)
    areas = batch.edges.area[chosen].copy()
    if rectangles and len(chosen):
        extent = shapes_of_polygons([[[ring]] for ring in rectangles]).edges(batch.zone)
        for number in range(len(extent)):
            areas -= pair_areas(batch.edges, chosen, extent, np.full(len(chosen), number))
    beyond = ~same_area(areas, np.zeros(len(areas)))
    return dict(zip(chosen[beyond].tolist(), areas[beyond].tolist()))


def _apart(boxes: Sequence[Box]) -> List[Array]:
    """Rectangles, as rings, that cover what the boxes cover and do not overlap."""
    xs = sorted({box[side] for box in boxes for side in (0, 2)})
    ys = sorted({box[side] for box in boxes for side in (1, 3)})
    cells = [(a, b, c, d) for a, c in zip(xs, xs[1:]) for b, d in zip(ys, ys[1:])]
    covered = [
        (a, b, c, d)
        for a, b, c, d in cells
        if any(w <= a and s <= b and e >= c and n >= d for w, s, e, n in boxes)
    ]
    return [np.array([(a, b), (c, b), (c, d), (a, d), (a, b)]) for a, b, c, d in covered]


def nearest_m(
    batch: Batch, chosen: Sequence[int], readers: Sequence[NearReader], within_m: float
) -> Dict[int, float]:
    """Parcel → metres to the nearest feature, for those of ``chosen`` that have one so near."""
    if not chosen:
        return {}
    boxes = batch.boxes_deg[list(chosen)]
    east = np.cos(np.radians(np.abs(boxes[:, [1, 3]]).max()))
    reach = np.array([within_m / _M_PER_DEG / east, within_m / _M_PER_DEG])
    wider = boxes + np.concatenate([-reach, reach])
    plane = gauss_project(batch.shapes.x, batch.shapes.y, batch.zone)
    outlines = {at: _outline(batch.shapes, at, plane) for at in chosen}
    found: Dict[int, float] = {}
    for reader in readers:
        near = reader.near(wider, batch.zone)
        lines = _Lines(near, batch.zone)
        for place, at in enumerate(chosen):
            others = near.pairs[1][near.pairs[0] == place]
            segments = lines.of(others.tolist(), wider[place])
            if len(segments):
                most = found.get(at, within_m)
                distance = _between(outlines[at], segments, most)
                if distance <= most:
                    found[at] = distance
    return found


class _Lines:
    """The edges of features in the Gauss-Krüger plane, (x₀, y₀, x₁, y₁) each."""

    def __init__(self, near: Near, zone: int) -> None:
        self._near = near
        self._zone = zone
        self._known: Dict[int, Array] = {}

    def of(self, numbers: Sequence[int], box_deg: Array) -> Array:
        """Those of some features; of long ones only what lies near the box."""
        parts = [np.zeros((0, 4))]
        for number in numbers:
            if number in self._near.long:
                parts.append(self._of_long(self._near.long[number], box_deg))
                continue
            if number not in self._known:
                shapes = self._near.shapes
                first, end = shapes.ring_start[np.searchsorted(shapes.owner, [number, number + 1])]
                own = slice(int(first), int(end))
                plane = gauss_project(shapes.x[own], shapes.y[own], self._zone)
                self._known[number] = _outline(shapes, number, plane, own.start)
            parts.append(self._known[number])
        return np.concatenate(parts)

    def _of_long(self, feature: LongFeature, box_deg: Array) -> Array:
        (left, right), (bottom, top) = equal_area(box_deg[[0, 2]], box_deg[[1, 3]])
        x, y = feature.edges.x, feature.edges.y
        meets = feature.edges.begins[:-1].copy()
        meets &= (np.maximum(x[:-1], x[1:]) >= left) & (np.minimum(x[:-1], x[1:]) <= right)
        meets &= (np.maximum(y[:-1], y[1:]) >= bottom) & (np.minimum(y[:-1], y[1:]) <= top)
        at = np.flatnonzero(meets)
        points = np.union1d(at, at + 1)
        plane = gauss_project(*from_equal_area(x[points], y[points]), self._zone)
        ends = np.column_stack(plane)[np.searchsorted(points, np.stack([at, at + 1]))]
        return np.column_stack(list(ends))


def _outline(shapes: Shapes, number: int, plane: Tuple[Array, Array], at: int = 0) -> Array:
    """The edges of a shape whose points, from the place ``at`` on, are these in the plane."""
    first, end = np.searchsorted(shapes.owner, [number, number + 1])
    starts = shapes.ring_start[first : end + 1] - at
    begins = np.ones(starts[-1] - starts[0], bool)
    begins[starts[1:] - starts[0] - 1] = False
    here = np.flatnonzero(begins) + starts[0]
    x, y = plane
    return np.column_stack([x[here], y[here], x[here + 1], y[here + 1]])


def _between(own: Array, other: Array, most: float) -> float:
    """The least distance of two outlines that do not cross; infinite when it is above ``most``.

    Edges are taken in the order in which they can be near, more at a time as it goes on, and
    those that cannot be nearer than what was found are left out.
    """
    can_be = _from_box(other, own[:, :2].min(axis=0), own[:, :2].max(axis=0))
    order = np.argsort(can_be)
    best, at, size = np.inf, 0, _FIRST_EDGES
    while at < len(order) and can_be[order[at]] <= min(best, most):
        some = other[order[at : at + size]]
        best = min(best, _to_edges(own[:, :2], some), _to_edges(some[:, :2], own))
        at, size = at + size, 2 * size
    return best if best <= most else np.inf


def _from_box(edges: Array, low: Array, high: Array) -> Array:
    """How far the box of each edge is from a box."""
    below = np.maximum(low - np.maximum(edges[:, :2], edges[:, 2:]), 0)
    above = np.maximum(np.minimum(edges[:, :2], edges[:, 2:]) - high, 0)
    return np.hypot(*np.maximum(below, above).T)


def _to_edges(points: Array, edges: Array) -> float:
    x, y = edges[:, 0], edges[:, 1]
    run, rise = edges[:, 2] - x, edges[:, 3] - y
    length = np.maximum(run * run + rise * rise, 1e-12)
    east, north = points[:, :1] - x, points[:, 1:] - y
    share = np.minimum(np.maximum((east * run + north * rise) / length, 0), 1)
    east -= share * run
    north -= share * rise
    return float(np.sqrt((east * east + north * north).min()))
