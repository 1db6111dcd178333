"""Edges of many polygons in a plane, and which of them lie near boxes."""

from __future__ import annotations

from functools import cached_property
from typing import Any, List, NamedTuple, Tuple

import numpy as np

Array = Any  # numpy.ndarray; its generic form came with NumPy 1.21

# So many edges, or blocks of the level below, are one block.
_PER_BLOCK = (8, 16, 32)


class Level(NamedTuple):
    """Blocks of neighbouring edges of one ring, and their boxes.

    A block runs from point ``first`` to point ``end``; ``child`` is its first block on the level
    below (its first edge on the lowest), and it has ``children`` of them.
    """

    first: Array
    end: Array
    child: Array
    children: Array
    box: Tuple[Array, Array, Array, Array]


class Found(NamedTuple):
    """Edges near boxes: ``edge`` of ``pair`` reaches into its box's height; runs lie above it.

    An edge is told by the point at which it begins. The edges of a run, from point ``run_first``
    to point ``run_end``, all lie at or above the top of the box of ``run_pair``.
    """

    pair: Array
    edge: Array
    run_pair: Array
    run_first: Array
    run_end: Array


class Edges:
    """Closed rings of polygons in a plane, in metres, one after another.

    Ring r has the points ``ring_start[r]:ring_start[r + 1]``, polygon p has
    ``start[p]:start[p + 1]``. Edge i runs from point i to point i + 1; the last point of a ring
    ``begins`` none. ``turn`` is +1 at points of rings whose polygon lies under the edges that run
    to the right, −1 where it lies above them. ``area`` is shells minus holes, per polygon.
    """

    def __init__(self, x: Array, y: Array, ring_start: Array, owner: Array, hole: Array) -> None:
        """``owner`` is each ring's polygon, ascending; every polygon owns a ring."""
        self.x, self.y, self.ring_start = x, y, ring_start
        counts = np.diff(ring_start)
        ring_area = _ring_areas(x, y, ring_start[:-1], counts)
        self.begins = np.ones(len(x), bool)
        self.begins[ring_start[1:] - 1] = False
        hole_sign = np.where(hole, -1, 1)
        turn = np.where(ring_area < 0, 1, -1) * hole_sign
        self.turn = np.repeat(turn.astype(np.int8), counts)
        ring = np.searchsorted(owner, np.arange(int(owner[-1]) + 2))
        self.start = ring_start[ring]
        self.area = np.add.reduceat(np.abs(ring_area) * hole_sign, ring[:-1])

    @cached_property
    def box(self) -> Array:
        """(left, bottom, right, top) of each polygon."""
        low = [np.minimum.reduceat(value, self.start[:-1]) for value in (self.x, self.y)]
        high = [np.maximum.reduceat(value, self.start[:-1]) for value in (self.x, self.y)]
        return np.column_stack(low + high)

    @property
    def rings(self) -> int:
        """How many rings there are."""
        return len(self.ring_start) - 1

    def __len__(self) -> int:
        return len(self.area)

    @cached_property
    def levels(self) -> List[Level]:
        """The blocks, the largest first."""
        first, end = self.ring_start[:-1], self.ring_start[1:] - 1
        found = [_lowest(self.x, self.y, first, end)]
        for size in _PER_BLOCK[1:]:
            found.append(_above(found[-1], first, size))
        return found[::-1]

    @cached_property
    def block_start(self) -> Array:
        """Each polygon's first block on the level of the largest; one entry more than polygons."""
        return np.searchsorted(self.levels[0].first, self.start)

    def near(self, polygon: Array, boxes: Array) -> Found:
        """The edges of polygon[k] that lie in the strip of boxes[k] and rise above its bottom."""
        left, bottom, right, top = (np.ascontiguousarray(column) for column in boxes.T)
        pair, block = ranges(
            self.block_start[polygon], self.block_start[polygon + 1] - self.block_start[polygon]
        )
        runs: List[Tuple[Array, Array, Array]] = []
        for level in self.levels:
            low_x, low_y, high_x, high_y = level.box
            meets = (low_x[block] < right[pair]) & (high_x[block] > left[pair])
            meets &= high_y[block] > bottom[pair]
            pair, block = pair[meets], block[meets]
            high = low_y[block] >= top[pair]
            above = block[high]
            runs.append((pair[high], level.first[above], level.end[above]))
            pair, block = pair[~high], block[~high]
            own, block = ranges(level.child[block], level.children[block])
            pair = pair[own]
        return self._single(pair, block, (left, bottom, right, top), runs)

    def _single(
        self,
        pair: Array,
        edge: Array,
        box: Tuple[Array, Array, Array, Array],
        runs: List[Tuple[Array, Array, Array]],
    ) -> Found:
        left, bottom, right, top = box
        x0, x1 = self.x[edge], self.x[edge + 1]
        meets = (np.minimum(x0, x1) < right[pair]) & (np.maximum(x0, x1) > left[pair])
        pair, edge = pair[meets], edge[meets]
        y0, y1 = self.y[edge], self.y[edge + 1]
        high = np.minimum(y0, y1) >= top[pair]
        inside = (np.maximum(y0, y1) > bottom[pair]) & ~high
        runs.append((pair[high], edge[high], edge[high] + 1))
        columns = (np.concatenate(column) for column in zip(*runs))
        return Found(pair[inside], edge[inside], *columns)


def ranges(first: Array, count: Array) -> Tuple[Array, Array]:
    """For ranges of indexes: the number of the range, and the index, of each member."""
    own = np.repeat(np.arange(len(count)), count)
    return own, np.arange(len(own)) + (first - np.cumsum(count) + count)[own]


def _lowest(x: Array, y: Array, ring_first: Array, ring_end: Array) -> Level:
    """Blocks of edges; neighbouring blocks of a ring share a point."""
    ring, first = _divided(ring_first, ring_end - ring_first, _PER_BLOCK[0])
    end = np.minimum(first + _PER_BLOCK[0], ring_end[ring])
    (low_x, high_x), (low_y, high_y) = (_low_and_high(value, first, end) for value in (x, y))
    return Level(first, end, first, end - first, (low_x, low_y, high_x, high_y))


def _low_and_high(values: Array, first: Array, end: Array) -> Tuple[Array, Array]:
    """The least and the largest value from ``first`` to ``end`` of each block of the lowest level.

    All blocks' first points at once, then their second ones: a block alone is too short.
    """
    low, high = values[end], values[end]
    for step in range(_PER_BLOCK[0]):
        at = values[np.minimum(first + step, end)]
        np.minimum(low, at, out=low)
        np.maximum(high, at, out=high)
    return low, high


def _above(level: Level, ring_first: Array, size: int) -> Level:
    """Blocks of the blocks of a level."""
    ring_start = np.append(np.searchsorted(level.first, ring_first), len(level.first))
    ring, child = _divided(ring_start[:-1], np.diff(ring_start), size)
    children = np.minimum(child + size, ring_start[ring + 1]) - child
    low_x, low_y, high_x, high_y = level.box
    box = (
        np.minimum.reduceat(low_x, child),
        np.minimum.reduceat(low_y, child),
        np.maximum.reduceat(high_x, child),
        np.maximum.reduceat(high_y, child),
    )
    return Level(level.first[child], level.end[child + children - 1], child, children, box)


def _divided(first: Array, count: Array, size: int) -> Tuple[Array, Array]:
    """Ranges in parts of ``size`` members: each part's range, and its first member."""
    parts = -(-count // size)
    own, number = ranges(np.zeros(len(parts), int), parts)
    return own, first[own] + number * size


def _ring_areas(x: Array, y: Array, first: Array, counts: Array) -> Array:
    """Signed area of each ring, measured from its first point: large coordinates cost digits.

    From the last point of a ring, where it began, to the first of the next nothing is added.
    """
    u, v = np.repeat(x[first], counts), np.repeat(y[first], counts)
    np.subtract(x, u, out=u)
    np.subtract(y, v, out=v)
    cross = u[:-1] * v[1:]
    u[1:] *= v[:-1]
    cross -= u[1:]
    return np.add.reduceat(cross, first) * 0.5
