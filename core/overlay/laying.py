"""Parcels of a chunk laid over the features of one layer, by :mod:`.kernel`.

The kernel is right where each polygon covers a point once or not at all, and sums over a
layer's features are right where these lie beside one another. Both are proved here per parcel;
a parcel for which they cannot be proved is *doubtful*, and GEOS measures it (:mod:`.measure`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, List, NamedTuple, Tuple

import numpy as np

from . import kernel
from .arrangement import Arranged, crossed, unpaired
from .kernel import Edges, Strips
from .near import Near, same_area
from .shapes import Shapes

Array = Any
# What is smaller is rounding of the computation, no piece.
_NO_PIECE_M2 = 1e-4


@dataclass(frozen=True)
class Batch:
    """The parcels of a chunk, all in one zone, in degrees; each has rings and none is odd."""

    shapes: Shapes
    zone: int

    @cached_property
    def boxes_deg(self) -> Array:
        """(left, bottom, right, top) of each parcel."""
        first = self.shapes.ring_start[np.searchsorted(self.shapes.owner, np.arange(len(self)))]
        values = (self.shapes.x, self.shapes.y)
        low = [np.minimum.reduceat(value, first) for value in values]
        high = [np.maximum.reduceat(value, first) for value in values]
        return np.column_stack(low + high)

    @cached_property
    def edges(self) -> Edges:
        """The parcels' edges in the equal-area plane."""
        return self.shapes.edges(self.zone)

    @cached_property
    def flipped(self) -> Edges:
        """The same with x and y exchanged."""
        return self.shapes.edges(self.zone, flipped=True)

    @cached_property
    def sound(self) -> Array:
        """True for parcels that cover each point once or not at all."""
        return self_same(self.edges, np.arange(len(self)))

    def __len__(self) -> int:
        return len(self.shapes)


class Laid(NamedTuple):
    """Pieces (parcel, feature, m²) of a layer in parcels, and the parcels in doubt."""

    parcel: Array
    feature: Array
    area_m2: Array
    doubtful: Array


def self_same(edges: Edges, chosen: Array) -> Array:
    """True for polygons that cover each point once or not at all.

    ∫w² = ∫w for the winding number w, which is whole, only where w is 0 or 1.
    """
    if not len(chosen):
        return np.zeros(0, bool)
    return same_area(kernel.pair_areas(edges, chosen, edges, chosen), edges.area[chosen])


class _Laying:
    """One layer over one chunk: pieces by the kernel, and the edges that lie in the parcels."""

    def __init__(self, batch: Batch, near: Near) -> None:
        self.batch = batch
        self.near = near
        self.parcel, self.feature = near.pairs
        self.area_m2 = np.zeros(len(self.parcel))
        self.short, self._short_number = self._short_edges()
        self.arranged: List[Arranged] = []
        self._measure_short()
        self._measure_long()

    def _short_edges(self) -> Tuple[Edges, Array]:
        """Edges of all short features, and each feature's number among them; −1: it has none."""
        has_rings = ~self.near.shapes.odd
        shapes, numbers = self.near.shapes.chosen(has_rings)
        place = np.full(len(self.near.order), -1)
        place[numbers] = np.arange(len(numbers))
        if not len(numbers):
            return _NO_EDGES, place
        return shapes.edges(self.batch.zone), place

    def _measure_short(self) -> None:
        at = np.flatnonzero(self._short_number[self.feature] >= 0)
        self._measure(at, self.short, self._short_number[self.feature[at]], False)

    def _measure_long(self) -> None:
        for number, feature in self.near.long.items():
            at = np.flatnonzero(self.feature == number)
            self._measure(at, feature.edges, np.zeros(len(at), int), feature.flipped)

    def _measure(self, at: Array, edges: Edges, polygon: Array, flipped: bool) -> None:
        own = self.batch.flipped if flipped else self.batch.edges
        parcels = self.parcel[at]
        meet, strips, floors = kernel.meeting(own.box[parcels], edges.box[polygon])
        if not len(meet):
            return
        at, parcels, polygon = at[meet], parcels[meet], polygon[meet]
        theirs = kernel.within(edges, polygon, strips, floors[1])
        ours = kernel.cut(own, *kernel.within(own, parcels, strips, floors[0]), strips)
        self.area_m2[at] = kernel.shared_areas(ours, kernel.cut(edges, *theirs, strips), len(at))
        self._arrange(at, own.box[parcels], edges, theirs, flipped)

    def _arrange(
        self, at: Array, boxes: Array, edges: Edges, theirs: Tuple[Array, Array], flipped: bool
    ) -> None:
        """Remember the feature's edges that meet the parcel's box."""
        pair, edge = theirs
        low = np.minimum(edges.yl[edge], edges.yr[edge])
        high = np.maximum(edges.yl[edge], edges.yr[edge])
        meets = (low < boxes[pair, 3]) & (high > boxes[pair, 1])
        pair, edge = pair[meets], edge[meets]
        self.arranged.append(Arranged.of(at[pair], edges, edge, flipped))


_NO_EDGES = Edges((np.zeros(0),) * 4, np.zeros(0), np.zeros(1, int), np.zeros((0, 4)), np.zeros(0))


def lay_partition(batch: Batch, near: Near) -> Laid:
    """A layer whose features lie beside one another and cover everything: land use.

    Proved per parcel: the pieces add up to it; within its box every edge is that of two
    features, so that each point is covered as often as any other; and no edges cross there.
    """
    laying = _Laying(batch, near)
    doubtful = _doubt_of_pieces(laying)
    sums = np.bincount(laying.parcel, laying.area_m2, len(batch))
    doubtful |= ~same_area(sums, batch.edges.area)
    arranged = Arranged.joined(laying.arranged, laying.parcel)
    single, open_parcels = unpaired(arranged)
    doubtful[open_parcels] = True
    checked = ~doubtful[single.group]
    doubtful[crossed(single.chosen(checked), batch.edges.box)] = True
    return _laid(laying, doubtful)


def lay_areas(batch: Batch, near: Near) -> Laid:
    """A layer whose features may lie anywhere: protected areas, approvals.

    Proved per parcel: what lies on it covers no point twice.
    """
    laying = _Laying(batch, near)
    doubtful = _doubt_of_pieces(laying)
    hit = laying.area_m2 > _NO_PIECE_M2
    hits = np.bincount(laying.parcel[hit], minlength=len(batch))
    is_long = np.isin(laying.feature, list(near.long))
    with_long = np.zeros(len(batch), bool)
    with_long[laying.parcel[hit & is_long]] = True
    doubtful |= with_long & (hits > 1)
    arranged = Arranged.joined(laying.arranged, laying.parcel, hit & is_long)
    doubtful[crossed(arranged, batch.edges.box)] = True
    at = np.flatnonzero(hit & ~is_long & ~doubtful[laying.parcel])
    doubtful[_covered_twice(laying, at)] = True
    return _laid(laying, doubtful)


def _doubt_of_pieces(laying: _Laying) -> Array:
    """Parcels and features that are no plain areas, and pieces that no plain areas can have."""
    batch, near = laying.batch, laying.near
    area_m2, whole = laying.area_m2, batch.edges.area[laying.parcel]
    bad = near.shapes.odd[laying.feature]
    outside = (area_m2 < 0) & ~same_area(area_m2, np.zeros(len(area_m2)))
    outside |= (area_m2 > whole) & ~same_area(area_m2, whole)
    bad |= outside
    unsound = np.array([at for at, one in near.long.items() if not one.sound], int)
    bad |= np.isin(laying.feature, np.concatenate([unsound, _unsound(laying)]))
    doubtful = ~batch.sound
    doubtful[laying.parcel[bad]] = True
    return doubtful


def _unsound(laying: _Laying) -> Array:
    """Short features of several rings that cover a point twice or outside their shell."""
    several = np.flatnonzero(laying.near.shapes.rings() > 1)
    touched = np.zeros(len(laying.near.order), bool)
    touched[laying.feature[np.abs(laying.area_m2) > _NO_PIECE_M2]] = True
    several = several[touched[several]]
    good = self_same(laying.short, laying._short_number[several])
    return several[~good]


def _covered_twice(laying: _Laying, at: Array) -> Array:
    """Parcels in whose strip the features of these pairs, taken together, cover a point twice."""
    parcels, group = np.unique(laying.parcel[at], return_inverse=True)
    if not len(parcels):
        return parcels
    box = laying.batch.edges.box[parcels]
    strips = Strips(box[:, 0], box[:, 2], box[:, 1])
    per_pair = Strips(*(column[group] for column in strips))
    nothing_below = np.full(len(at), -np.inf)
    polygon = laying._short_number[laying.feature[at]]
    pair, edge = kernel.within(laying.short, polygon, per_pair, nothing_below)
    cut = kernel.cut(laying.short, group[pair], edge, strips)
    once = np.bincount(cut.pair, kernel.areas_under(cut), len(parcels))
    twice = kernel.shared_areas(cut, cut, len(parcels))
    return parcels[~same_area(twice, once)]


def _laid(laying: _Laying, doubtful: Array) -> Laid:
    keep = (laying.area_m2 > _NO_PIECE_M2) & ~doubtful[laying.parcel]
    return Laid(laying.parcel[keep], laying.feature[keep], laying.area_m2[keep], doubtful)
