"""What surrounds parcels: how much lies outside a layer's extent, how far the nearest area is.

Distances are in metres in the Gauss-Krüger plane of the parcel's 3° zone, where they are true to
one part in 2,500 and better.
"""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

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
    outlines = {at: _outline(batch.shapes, at, batch.zone) for at in chosen}
    found: Dict[int, float] = {}
    for reader in readers:
        near = reader.near(wider, batch.zone)
        lines = _Lines(near, batch.zone)
        for place, at in enumerate(chosen):
            others = near.pairs[1][near.pairs[0] == place]
            segments = lines.of(others.tolist(), wider[place])
            if len(segments):
                distance = _between(outlines[at], segments)
                if distance <= min(within_m, found.get(at, np.inf)):
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
                self._known[number] = _outline(self._near.shapes, number, self._zone)
            parts.append(self._known[number])
        return np.concatenate(parts)

    def _of_long(self, feature: LongFeature, box_deg: Array) -> Array:
        (left, right), (bottom, top) = equal_area(box_deg[[0, 2]], box_deg[[1, 3]])
        x, y = feature.edges.x, feature.edges.y
        meets = feature.edges.begins[:-1].copy()
        meets &= (np.maximum(x[:-1], x[1:]) >= left) & (np.minimum(x[:-1], x[1:]) <= right)
        meets &= (np.maximum(y[:-1], y[1:]) >= bottom) & (np.minimum(y[:-1], y[1:]) <= top)
        at = np.flatnonzero(meets)
        ends = [gauss_project(*from_equal_area(x[i], y[i]), self._zone) for i in (at, at + 1)]
        return np.column_stack([*ends[0], *ends[1]])


def _outline(shapes: Shapes, number: int, zone: int) -> Array:
    first, end = np.searchsorted(shapes.owner, [number, number + 1])
    edges: List[Array] = []
    for ring in range(first, end):
        points = slice(shapes.ring_start[ring], shapes.ring_start[ring + 1])
        x, y = gauss_project(shapes.x[points], shapes.y[points], zone)
        edges.append(np.column_stack([x[:-1], y[:-1], x[1:], y[1:]]))
    return np.concatenate(edges) if edges else np.zeros((0, 4))


def _between(own: Array, other: Array) -> float:
    """The least distance of two outlines that do not cross; of their corners first, to leave
    out what lies farther than these."""
    best = _corners(own, other)
    for one, two in ((own, other), (other, own)):
        low = np.minimum(two[:, :2], two[:, 2:]) - best
        high = np.maximum(two[:, :2], two[:, 2:]) + best
        corners = one[:, :2]
        chosen = two[(low <= corners.max(0)).all(1) & (high >= corners.min(0)).all(1)]
        if len(chosen):
            best = min(best, _to_edges(corners, chosen))
    return best


def _corners(own: Array, other: Array) -> float:
    step = max(1, len(other) // 500)
    some = other[::step, :2]
    return float(np.sqrt(((own[:, None, :2] - some[None]) ** 2).sum(2).min()))


def _to_edges(points: Array, edges: Array) -> float:
    begin, run = edges[:, :2], edges[:, 2:] - edges[:, :2]
    length = np.maximum((run**2).sum(1), 1e-12)
    away = points[:, None] - begin[None]
    share = np.clip((away * run).sum(2) / length, 0, 1)
    gap = away - share[..., None] * run
    return float(np.sqrt((gap**2).sum(2).min()))
