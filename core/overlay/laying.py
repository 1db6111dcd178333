"""Parcels of a chunk laid over the features of one layer, by :mod:`.kernel`.

The kernel is right where each polygon covers a point once or not at all, and sums over a
layer's features are right where these lie beside one another. Both are proved here per parcel;
a parcel for which they cannot be proved is *doubtful*, and GEOS measures it (:mod:`.measure`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Tuple

import numpy as np

from .arrangement import crossed, unique
from .clipping import Segments, reaching
from .edges import Edges
from .kernel import Cut, covered, cut, shared_by_edge, whole
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
    def cut(self) -> Cut:
        """All edges, each parcel's in its own frame."""
        return whole(self.edges, np.arange(len(self)))

    @cached_property
    def sound(self) -> Array:
        """True for parcels that cover each point once or not at all."""
        _, twice = covered(self.cut, len(self))
        return same_area(twice, self.edges.area)

    def __len__(self) -> int:
        return len(self.shapes)


class Laid(NamedTuple):
    """Pieces (parcel, feature, m²) of a layer in parcels, and the parcels in doubt."""

    parcel: Array
    feature: Array
    area_m2: Array
    doubtful: Array


class _Laying:
    """One layer over one chunk: what its features have in the parcels' boxes.

    A pair is a parcel and a feature whose boxes meet; edges and roofs say which pair they are of.
    """

    def __init__(self, batch: Batch, near: Near) -> None:
        self.batch = batch
        self.near = near
        self.parcel, self.feature = near.pairs
        parts = [self._reaching(*group) for group in near.by_edges(batch.zone)]
        self.segments = Segments.joined([one for one, _ in parts])
        self.roofs = Segments.joined([one for _, one in parts])
        self.area_m2: Array = np.zeros(len(self.parcel))

    def _reaching(self, edges: Edges, at: Array, polygon: Array) -> Tuple[Segments, Segments]:
        segments, roofs = reaching(edges, polygon, self.batch.edges.box[self.parcel[at]])
        return segments._replace(pair=at[segments.pair]), roofs._replace(pair=at[roofs.pair])

    def cut(self, segments: Segments) -> Tuple[Cut, Array]:
        """Edges and all roofs cut to their parcels, and what of the parcel is under each."""
        whole = Segments.joined([segments, self.roofs])
        made = cut(whole, self.parcel[whole.pair], self.batch.edges.box)
        under = np.zeros(len(whole.pair))
        under[made.place] = shared_by_edge(self.batch.cut, made)
        return made, under

    def add_up(self, under: Array) -> None:
        """The areas of all pairs from what is under each edge and each roof."""
        pair = np.concatenate([self.segments.pair, self.roofs.pair])
        sign = np.concatenate([self.segments.sign, self.roofs.sign])
        self.area_m2 = np.bincount(pair, under * sign, len(self.parcel))


def lay_partition(batch: Batch, near: Near) -> Laid:
    """A layer whose features lie beside one another and cover everything: land use.

    Proved per parcel: the pieces add up to it; within its box every edge is that of two
    features, so that each point is covered as often as any other; and no edges cross there.
    What lies under an edge is computed once for the two.
    """
    laying = _Laying(batch, near)
    parcel = laying.parcel[laying.segments.pair]
    edges = unique(laying.segments, parcel)
    single = laying.segments.chosen(edges.first)
    _, under = laying.cut(single)
    laying.add_up(np.concatenate([under[edges.which], under[len(edges.first) :]]))
    doubtful = _doubt_of_pieces(laying)
    sums = np.bincount(laying.parcel, laying.area_m2, len(batch))
    doubtful |= ~same_area(sums, batch.edges.area)
    doubtful[edges.alone] = True
    parcel = parcel[edges.first]
    checked = np.flatnonzero(~doubtful[parcel])
    doubtful[crossed(single.chosen(checked), parcel[checked], batch.edges.box)] = True
    return _laid(laying, doubtful)


def lay_areas(batch: Batch, near: Near) -> Laid:
    """A layer whose features may lie anywhere: protected areas, approvals.

    Proved per parcel: in its box all features that lie on it together cover no point twice.
    """
    laying = _Laying(batch, near)
    made, under = laying.cut(laying.segments)
    laying.add_up(under)
    doubtful = _doubt_of_pieces(laying)
    hit = laying.area_m2 > _NO_PIECE_M2
    pair = np.concatenate([laying.segments.pair, laying.roofs.pair])[made.place]
    checked = made.chosen(np.flatnonzero(hit[pair] & ~doubtful[made.frame]))
    once, twice = covered(checked, len(batch))
    doubtful |= ~same_area(twice, once)
    return _laid(laying, doubtful)


def _doubt_of_pieces(laying: _Laying) -> Array:
    """Parcels and features that are no plain areas, and pieces that no plain areas can have."""
    batch, near = laying.batch, laying.near
    area_m2, limit = laying.area_m2, batch.edges.area[laying.parcel]
    bad = near.shapes.odd[laying.feature]
    bad |= (area_m2 < 0) & ~same_area(area_m2, np.zeros(len(area_m2)))
    bad |= (area_m2 > limit) & ~same_area(area_m2, limit)
    bad |= _unsound(laying)
    doubtful = ~batch.sound
    doubtful[laying.parcel[bad]] = True
    return doubtful


def _unsound(laying: _Laying) -> Array:
    """True for pairs whose feature has several rings and, in the parcel's box, covers a point
    twice or has a hole outside its shell."""
    several = laying.near.shapes.rings() > 1
    several[[at for at, one in laying.near.long.items() if one.edges.rings > 1]] = True
    asked = several[laying.feature] & (np.abs(laying.area_m2) > _NO_PIECE_M2)
    both = (laying.segments, laying.roofs)
    whole = Segments.joined([one.chosen(np.flatnonzero(asked[one.pair])) for one in both])
    made = cut(whole, whole.pair, laying.batch.edges.box[laying.parcel])
    once, twice = covered(made, len(asked))
    return ~same_area(twice, once)


def _laid(laying: _Laying, doubtful: Array) -> Laid:
    keep = (laying.area_m2 > _NO_PIECE_M2) & ~doubtful[laying.parcel]
    return Laid(laying.parcel[keep], laying.feature[keep], laying.area_m2[keep], doubtful)
