"""The features near many parcels at once, in flat arrays, from whatever kind of source.

A GeoPackage is asked through its R-tree with one join for all parcels of a chunk, and each
feature is fetched once (:mod:`.rtree`). Every other source is asked parcel by parcel through
its own index (:class:`.source.LayerSource`).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, List, Optional, Protocol, Sequence, Tuple

import numpy as np

from .decoding import shapes_of_polygons
from .edges import Edges
from .shapes import Shapes, joined
from .source import LayerFeature, LayerSource

Array = Any
# A feature with more points is asked for its strip of edges instead of for all of them.
LONG_POINTS = 4000
# Edges of long features that are kept from one chunk to the next, about 40 bytes each.
_EDGES_KEPT = 2_500_000
_SAME_M2, _SAME_SHARE = 5e-4, 1e-9


def same_area(one: Array, other: Array) -> Array:
    """True where two areas differ by no more than their computation may."""
    return np.abs(one - other) <= _SAME_M2 + _SAME_SHARE * np.abs(other)


@dataclass(frozen=True)
class LongFeature:
    """A feature of very many edges."""

    edges: Edges
    fields: Dict[str, str]


@dataclass(frozen=True)
class Near:
    """Features near the parcels of a chunk, numbered from 0, and who may meet whom.

    ``pairs`` is (number of the parcel, number of the feature), both arrays. ``shapes`` is in
    degrees; a feature in ``long`` has no rings there. ``order`` has a row for each feature, its
    place in its layers: which source, number there.
    """

    pairs: Tuple[Array, Array]
    order: Array
    shapes: Shapes
    long: Dict[int, LongFeature]
    fields: Callable[[int], Dict[str, str]] = field(repr=False)

    def by_edges(self, zone: int) -> Iterator[Tuple[Edges, Array, Array]]:
        """Edges, the places of the pairs they are of, and which polygon each such pair means.

        First all short features together, then each long one; who has no rings is in none.
        """
        feature = self.pairs[1]
        shapes, numbers = self.shapes.with_rings()
        if len(numbers):
            polygon = np.full(len(self.order), -1)
            polygon[numbers] = np.arange(len(numbers))
            at = np.flatnonzero(polygon[feature] >= 0)
            yield shapes.edges(zone), at, polygon[feature[at]]
        for number, one in self.long.items():
            at = np.flatnonzero(feature == number)
            yield one.edges, at, np.zeros(len(at), int)


class LongKept:
    """Long features of a source that were decoded already, the least used leaving first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Tuple[int, int], LongFeature] = OrderedDict()
        self._edges = 0

    def get(self, number: int, zone: int) -> Optional[LongFeature]:
        """The feature with this number, its edges cut in this zone, if it is kept."""
        found = self._kept.get((number, zone))
        if found is not None:
            self._kept.move_to_end((number, zone))
        return found

    def among(self, numbers: Array, zone: int) -> Dict[int, LongFeature]:
        """Those of some numbers that are kept, by their place among them."""
        kept = [number for number, cut_in in self._kept if cut_in == zone]
        places = np.flatnonzero(np.isin(numbers, kept)).tolist()
        found = ((at, self.get(int(numbers[at]), zone)) for at in places)
        return {at: feature for at, feature in found if feature is not None}

    def keep(self, number: int, zone: int, feature: LongFeature) -> None:
        """Remember a feature; what is too much leaves."""
        self._kept[number, zone] = feature
        self._edges += len(feature.edges.x)
        while self._edges > _EDGES_KEPT and len(self._kept) > 1:
            _, leaving = self._kept.popitem(last=False)
            self._edges -= len(leaving.edges.x)


class NearReader(Protocol):
    """What the engine asks of a source."""

    def near(self, boxes_deg: Array, zone: int) -> Near:
        """The features near boxes (left, bottom, right, top), edges to be cut in ``zone``."""


class AnyReader:
    """Asks a source box by box; a feature that several boxes meet is taken once.

    One thread at a time: neither GDAL's layers nor QGIS's are for several.
    """

    def __init__(self, source: LayerSource) -> None:
        self._source = source
        self._kept = LongKept()
        self._lock = threading.Lock()

    def near(self, boxes_deg: Array, zone: int) -> Near:
        """The features near boxes, as :class:`NearReader` says."""
        with self._lock:
            return self._near(boxes_deg, zone)

    def _near(self, boxes_deg: Array, zone: int) -> Near:
        places: Dict[int, int] = {}
        features: List[LayerFeature] = []
        parcels: List[int] = []
        meets: List[int] = []
        for parcel, box in enumerate(boxes_deg.tolist()):
            for feature in self._source.candidates(tuple(box)):
                if feature.fid not in places:
                    places[feature.fid] = len(features)
                    features.append(feature)
                parcels.append(parcel)
                meets.append(places[feature.fid])
        numbers = [feature.fid for feature in features]
        shapes = shapes_of_polygons([feature.polygons for feature in features])
        shapes, long = take_long(
            shapes, numbers, zone, self._kept, lambda at: features[at].fields, {}
        )
        return Near(
            (np.array(parcels, int), np.array(meets, int)),
            places_of(numbers),
            shapes,
            long,
            lambda at: features[at].fields,
        )


def places_of(numbers: Sequence[int]) -> Array:
    """Features of one source by their numbers, as :class:`Near` orders them."""
    return np.column_stack([np.zeros(len(numbers), int), np.array(numbers, int)])


def take_long(
    shapes: Shapes,
    numbers: Sequence[int],
    zone: int,
    kept: LongKept,
    fields: Callable[[int], Dict[str, str]],
    known: Dict[int, LongFeature],
) -> Tuple[Shapes, Dict[int, LongFeature]]:
    """Long shapes out of the flat arrays and into :class:`LongFeature`."""
    is_long = shapes.points() > LONG_POINTS
    long = dict(known)
    for at in np.flatnonzero(is_long):
        found = kept.get(numbers[at], zone)
        if found is None:
            found = LongFeature(shapes.one(int(at)).edges(zone), fields(int(at)))
            kept.keep(numbers[at], zone, found)
        long[int(at)] = found
    if not is_long.any():
        return shapes, long
    return shapes.without(is_long), long


def together(parts: Sequence[Near]) -> Near:
    """Several sources of one role as one, the earlier source first."""
    if len(parts) == 1:
        return parts[0]
    starts = np.cumsum([0] + [len(part.order) for part in parts])
    long = {
        at + int(first): one for part, first in zip(parts, starts) for at, one in part.long.items()
    }

    def fields(at: int) -> Dict[str, str]:
        source = int(np.searchsorted(starts, at, "right")) - 1
        return parts[source].fields(at - int(starts[source]))

    return Near(
        (
            np.concatenate([part.pairs[0] for part in parts]),
            np.concatenate([part.pairs[1] + first for part, first in zip(parts, starts)]),
        ),
        np.concatenate([part.order + np.array([source, 0]) for source, part in enumerate(parts)]),
        joined([part.shapes for part in parts]),
        long,
        fields,
    )
