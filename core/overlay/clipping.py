"""Edges cut to boxes: what is inside, and what runs above."""

from __future__ import annotations

from typing import Any, NamedTuple, Sequence, Tuple

import numpy as np

from .edges import Edges, Found

Array = Any


class Segments(NamedTuple):
    """Edges of pairs from their left to their right end, upright ones upwards.

    So an edge that two polygons share is the same in both to the last bit. ``sign`` is +1 where
    the polygon lies under the edge (left of an upright one), else −1. Only what lies from
    ``left`` to ``right`` counts.
    """

    pair: Array
    xl: Array
    yl: Array
    xr: Array
    yr: Array
    sign: Array
    left: Array
    right: Array

    @classmethod
    def of(cls, edges: Edges, pair: Array, edge: Array) -> Segments:
        """Some edges, each of a pair, from end to end."""
        x0, y0, x1, y1 = edges.x[edge], edges.y[edge], edges.x[edge + 1], edges.y[edge + 1]
        back = (x1 < x0) | ((x1 == x0) & (y1 < y0))
        turn = edges.turn[edge].astype(float)
        xl, xr = np.where(back, x1, x0), np.where(back, x0, x1)
        yl, yr = np.where(back, y1, y0), np.where(back, y0, y1)
        return cls(pair, xl, yl, xr, yr, np.where(back, -turn, turn), xl, xr)

    @classmethod
    def joined(cls, parts: Sequence[Segments]) -> Segments:
        """Several as one."""
        if not parts:
            return cls(np.zeros(0, int), *(np.zeros(0),) * 7)
        return cls(*(np.concatenate(columns) for columns in zip(*parts)))

    def chosen(self, which: Array) -> Segments:
        """Some of them."""
        return Segments(*(column[which] for column in self))


class _Runs(NamedTuple):
    """Stretches of rings that lie above boxes, from ``begin`` to ``end`` along x.

    They run from point ``first`` to point ``last``, and beyond it where ``open_end``.
    """

    pair: Array
    first: Array
    last: Array
    begin: Array
    end: Array
    open_end: Array


def reaching(edges: Edges, polygon: Array, boxes: Array) -> Tuple[Segments, Segments]:
    """What polygon[k] has in boxes[k], and roofs for what it has above: level, along the top.

    Below the top nothing tells a roof from what it stands for. What is below or beside the box
    does not count.
    """
    found = edges.near(polygon, boxes)
    left, bottom, right, top = (np.ascontiguousarray(column)[found.pair] for column in boxes.T)
    segments = Segments.of(edges, found.pair, found.edge)
    begin, end = np.maximum(segments.xl, left), np.minimum(segments.xr, right)
    above = np.flatnonzero(np.maximum(segments.yl, segments.yr) > top)
    x_top, rises = _crossing(segments, above, top)
    _narrow(begin, end, above, x_top, rises)
    below = np.flatnonzero(np.minimum(segments.yl, segments.yr) < bottom)
    x_bottom, rises = _crossing(segments, below, bottom)
    _narrow(begin, end, below, x_bottom, ~rises)
    roofs = _roofs(edges, _runs(edges, found, above, x_top, top), boxes)
    return segments._replace(left=begin, right=end), roofs


def _crossing(segments: Segments, which: Array, level: Array) -> Tuple[Array, Array]:
    """Where some edges cross a level, and whether they rise through it to the right."""
    xl, yl, xr, yr = (column[which] for column in segments[1:5])
    return xl + (level[which] - yl) * (xr - xl) / (yr - yl), yr > yl


def _narrow(begin: Array, end: Array, which: Array, x: Array, before: Array) -> None:
    """Leave only what comes before x, or only what comes after it."""
    end[which] = np.where(before, np.minimum(end[which], x), end[which])
    begin[which] = np.where(before, begin[which], np.maximum(begin[which], x))


def _runs(edges: Edges, found: Found, which: Array, x_top: Array, top: Array) -> _Runs:
    """The runs that were found, and the upper parts of edges that cross the top."""
    edge, level = found.edge[which], top[which]
    from_high, to_high = edges.y[edge] > level, edges.y[edge + 1] > level
    parts = (
        (found.run_pair, found.pair[which]),
        (found.run_first, edge),
        (found.run_end, edge + 1),
        (edges.x[found.run_first], np.where(from_high, edges.x[edge], x_top)),
        (edges.x[found.run_end], np.where(to_high, edges.x[edge + 1], x_top)),
        (np.ones(len(found.run_pair), bool), to_high),
    )
    runs = _Runs(*(np.concatenate(part) for part in parts))
    order = np.lexsort((runs.first, runs.pair))
    return _Runs(*(column[order] for column in runs))


def _roofs(edges: Edges, runs: _Runs, boxes: Array) -> Segments:
    """One level edge for runs that go on in one another."""
    if not len(runs.pair):
        return Segments.joined([])
    goes_on = (runs.pair[1:] == runs.pair[:-1]) & (runs.first[1:] == runs.last[:-1])
    goes_on &= runs.open_end[:-1]
    head = np.append(True, ~goes_on)
    tail = np.append(~goes_on, True)
    pair = runs.pair[head]
    left, right, top = boxes[pair, 0], boxes[pair, 2], boxes[pair, 3]
    begin, end = np.clip(runs.begin[head], left, right), np.clip(runs.end[tail], left, right)
    sign = np.where(end > begin, 1.0, -1.0) * edges.turn[runs.first[head]]
    low, high = np.minimum(begin, end), np.maximum(begin, end)
    return Segments(pair, low, top, high, top, sign, low, high).chosen(np.flatnonzero(begin != end))
