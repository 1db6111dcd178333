"""How far the nearest area of a layer is, for many parcels at once.

Distances are in metres in the Gauss-Krüger plane of the parcel's 3° zone, where they are true to
one part in 2,500 and better. What cannot be nearest is left out before, in the equal-area plane:
the boxes of blocks of edges, on both sides, tell how far two blocks are apart at least, and any two
points how far they are at most.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Sequence, Tuple

import numpy as np

from ..areas import from_equal_area, gauss_project, parallel_scale
from .edges import Edges, Level, ranges
from .laying import Batch
from .mended import mended
from .near import NearReader
from .source import LayerSource

Array = Any
_Box = Tuple[Array, Array, Array, Array]
# Metres of a degree of latitude, a little too few: boxes get a little too wide.
_M_PER_DEG = 110_500.0
# The plane of a zone is stretched at its sides, by less than half of this.
_ROUGH = 1.002


def nearest_m(
    batch: Batch,
    chosen: Sequence[int],
    layers: Sequence[Tuple[NearReader, LayerSource]],
    within_m: float,
) -> Dict[int, float]:
    """Parcel → metres to the nearest feature, for those of ``chosen`` that have one so near.

    None of the chosen parcels may overlap a feature. ``layers`` are sources with their readers;
    a feature that is no plain area counts as GEOS mends it.
    """
    if not chosen:
        return {}
    boxes = batch.boxes_deg[list(chosen)]
    east = np.cos(np.radians(np.abs(boxes[:, [1, 3]]).max()))
    reach = np.array([within_m / _M_PER_DEG / east, within_m / _M_PER_DEG])
    wider = boxes + np.concatenate([-reach, reach])
    search = _Search(batch, np.array(chosen), within_m)
    for reader, source in layers:
        near = reader.near(wider, batch.zone)
        for part in (near, mended(near, source, wider, batch.zone)):
            for edges, at, polygon in part.by_edges(batch.zone):
                place = part.pairs[0][at]
                order = np.argsort(place, kind="stable")
                search.look(edges, place[order], polygon[order])
    found = search.measured()
    reached = np.flatnonzero(found <= within_m)
    return dict(zip(search.chosen[reached].tolist(), found[reached].tolist()))


class _Side(NamedTuple):
    """Parcels, features, blocks of them or edges: a point of each, and their boxes."""

    x: Array
    y: Array
    box: _Box


class _Search:
    """The least distances of parcels, told by their places among those ``chosen``.

    What is farther than ``limit`` is not the nearest, or too far. What may be the nearest is kept
    to be measured at the end: a place, an own and another edge, and how far they are, roughly.
    """

    def __init__(self, batch: Batch, chosen: Array, within_m: float) -> None:
        self.chosen = chosen
        self._kept: List[Tuple[Array, Array, Array, Array]] = []
        self.limit: Array = np.full(len(chosen), within_m * _ROUGH)
        self._zone = batch.zone
        self._own = own = batch.edges
        self._level = own.levels[-1]
        first = own.start[chosen]
        self._whole = _Side(own.x[first], own.y[first], tuple(own.box[chosen].T))
        _, low, _, high = self._whole.box
        farthest = np.maximum(np.abs(low), np.abs(high)) + 2 * within_m
        nearest = np.maximum(np.minimum(np.abs(low), np.abs(high)) - 2 * within_m, 0)
        self._least = parallel_scale(farthest)
        self._most = parallel_scale(np.where(low * high > 0, nearest, 0))
        blocks = np.searchsorted(self._level.first, own.start)
        self._block, self._blocks = blocks[chosen], np.diff(blocks)[chosen]

    def look(self, edges: Edges, place: Array, polygon: Array) -> None:
        """Measure how far polygon[k] is from the parcel at place[k] (ascending)."""
        first = edges.block_start
        pair, block = ranges(first[polygon], first[polygon + 1] - first[polygon])
        place = place[pair]
        for level in edges.levels:
            near = self._near(place, _some(self._whole, place), _of_blocks(edges, level, block))
            place, block = place[near], block[near]
            if level is not edges.levels[-1]:
                pair, block = ranges(level.child[block], level.children[block])
                place = place[pair]
        self._look_closer(edges, place, block)

    def _look_closer(self, edges: Edges, place: Array, block: Array) -> None:
        """From blocks of the lowest level to the parcels' own, to their edges, to own edges."""
        pair, own_block = ranges(self._block[place], self._blocks[place])
        place, block = place[pair], block[pair]
        level, own = edges.levels[-1], _of_blocks(self._own, self._level, own_block)
        near = self._near(place, own, _of_blocks(edges, level, block))
        place, own_block, block = place[near], own_block[near], block[near]
        pair, edge = ranges(level.child[block], level.children[block])
        place, own_block = place[pair], own_block[pair]
        own = _of_blocks(self._own, self._level, own_block)
        near = self._near(place, own, _of_edges(_ends(edges, edge)))
        place, own_block, edge = place[near], own_block[near], edge[near]
        pair, own_edge = ranges(self._level.child[own_block], self._level.children[own_block])
        self._keep(place[pair], _ends(self._own, own_edge), _ends(edges, edge[pair]))

    def _near(self, place: Array, own: _Side, other: _Side) -> Array:
        """True where the nearest may be; lowers the limit to what two points are apart."""
        least, most = self._least[place], self._most[place]
        apart = np.hypot((other.x - own.x) * most, (other.y - own.y) / least)
        _lower(self.limit, place, apart * _ROUGH)
        (left, bottom, right, top), (west, south, east, north) = own.box, other.box
        across = np.maximum(np.maximum(west - right, left - east), 0) * least
        up = np.maximum(np.maximum(south - top, bottom - north), 0) / most
        return np.hypot(across, up) <= self.limit[place] * _ROUGH

    def _keep(self, place: Array, own: Array, other: Array) -> None:
        """Keep those edges that may be the nearest, by their distances over the ground."""
        near = self._near(place, _of_edges(own), _of_edges(other))
        place, own, other = place[near], own[:, near], other[:, near]
        scale = parallel_scale(other[1])
        ground = np.stack([scale, 1 / scale, scale, 1 / scale])
        rough = between(own * ground, other * ground)
        _lower(self.limit, place, rough * _ROUGH)
        near = rough <= self.limit[place] * _ROUGH
        self._kept.append((place[near], rough[near], own[:, near], other[:, near]))

    def measured(self) -> Array:
        """The distance of each parcel in metres; infinite where nothing was near."""
        found = np.full(len(self.chosen), np.inf)
        if not self._kept:
            return found
        place, rough, own, other = (np.concatenate(part, axis=-1) for part in zip(*self._kept))
        near = np.flatnonzero(rough <= self.limit[place] * _ROUGH)
        near = near[np.argsort(place[near], kind="stable")]
        lines = self._in_zone(np.concatenate([own[:, near], other[:, near]], axis=1))
        _lower(found, place[near], between(*np.split(lines, 2, axis=1)))
        return found

    def _in_zone(self, line: Array) -> Array:
        """Edges from the equal-area plane into the plane of the zone."""
        east, north = gauss_project(*from_equal_area(line[[0, 2]], line[[1, 3]]), self._zone)
        return np.stack([east[0], north[0], east[1], north[1]])


def _some(side: _Side, which: Array) -> _Side:
    return _Side(side.x[which], side.y[which], _boxes(side.box, which))


def _boxes(box: _Box, which: Array) -> _Box:
    left, bottom, right, top = box
    return left[which], bottom[which], right[which], top[which]


def _of_blocks(edges: Edges, level: Level, block: Array) -> _Side:
    first = level.first[block]
    return _Side(edges.x[first], edges.y[first], _boxes(level.box, block))


def _ends(edges: Edges, edge: Array) -> Array:
    """(x₀, y₀, x₁, y₁) of some edges, each a row."""
    return np.stack([edges.x[edge], edges.y[edge], edges.x[edge + 1], edges.y[edge + 1]])


def _of_edges(line: Array) -> _Side:
    low, high = np.minimum(line[:2], line[2:]), np.maximum(line[:2], line[2:])
    return _Side(line[0], line[1], (low[0], low[1], high[0], high[1]))


def _lower(least: Array, place: Array, value: Array) -> None:
    """Lower what is known at places (ascending) to the least value there."""
    if len(place):
        first = np.flatnonzero(np.append(True, place[1:] != place[:-1]))
        at = place[first]
        least[at] = np.minimum(least[at], np.minimum.reduceat(value, first))


def between(own: Array, other: Array) -> Array:
    """The distances of edges (x₀, y₀, x₁, y₁), each of one from one of the other, uncrossed."""
    ends = [(own[:2], other), (own[2:], other), (other[:2], own), (other[2:], own)]
    return np.minimum.reduce([_to_edges(point, edge) for point, edge in ends])


def _to_edges(point: Array, edge: Array) -> Array:
    """How far points are from edges, each from its own."""
    run, rise = edge[2] - edge[0], edge[3] - edge[1]
    east, north = point[0] - edge[0], point[1] - edge[1]
    length = np.maximum(run * run + rise * rise, 1e-12)
    share = np.minimum(np.maximum((east * run + north * rise) / length, 0), 1)
    return np.hypot(east - share * run, north - share * rise)
