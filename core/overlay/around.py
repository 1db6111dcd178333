"""How much of parcels lies outside a layer's extent."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

import numpy as np

from ..geometry import Box
from .decoding import shapes_of_polygons
from .kernel import pair_areas
from .laying import Batch
from .near import same_area

Array = Any


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
