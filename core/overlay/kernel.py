"""Areas of intersection of many pairs of polygons at once, without building topology.

A polygon is the sum of what lies under its edges, each edge with a sign. The area that two
polygons share is then a sum over pairs of edges, one from each, of the integral of the lower of
the two: closed form, no special cases, nothing that can fail. The derivation, and what has to
hold for the sum to be the area, stands in docs/overlay-kernel.md.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Tuple

import numpy as np

from .clipping import Segments, reaching
from .edges import Edges, ranges

Array = Any

# Positions along x are compared as whole steps of 0.1 µm, a frame's number in the upper bits.
_STEPS_PER_M = 1e7
_SHIFT = 41
# Pairs of edges worked on at once: their columns stay in the processor's cache.
_BLOCK = 1 << 14


class Cut(NamedTuple):
    """Edges in the boxes ("frames") they were cut to, by frame and left end.

    Positions are from the frame's lower left corner; ``y`` is the height at ``left``. ``key``
    orders (frame, left) and ``end`` is that of (frame, right). ``place`` is the edge's place in
    what was cut.
    """

    frame: Array
    place: Array
    left: Array
    right: Array
    y: Array
    slope: Array
    sign: Array
    key: Array
    end: Array

    def chosen(self, which: Array) -> Cut:
        """Some of them."""
        return Cut(*(column[which] for column in self))


def pair_areas(one: Edges, i: Array, other: Edges, j: Array) -> Array:
    """The area in m² that polygons one[i] and other[j] share, for every pair.

    Right where each polygon covers a point once or not at all; where one winds twice, or
    backwards, its points count so.
    """
    boxes = one.box[i]
    segments = Segments.joined(reaching(other, j, boxes))
    theirs = cut(segments, segments.pair, boxes)
    under = shared_by_edge(whole(one, i), theirs)
    return np.bincount(theirs.frame, theirs.sign * under, len(i))


def whole(edges: Edges, polygon: Array) -> Cut:
    """All edges of polygon[k] in the frame of its box, whose number is k."""
    pair, point = ranges(edges.start[polygon], np.diff(edges.start)[polygon])
    begins = edges.begins[point]
    segments = Segments.of(edges, pair[begins], point[begins])
    return cut(segments, segments.pair, edges.box[polygon])


def cut(segments: Segments, frame: Array, boxes: Array) -> Cut:
    """Edges in order; ``frame`` is the box of each. Upright ones are left out."""
    wide = np.flatnonzero(segments.right > segments.left)
    frame = frame[wide]
    origin = np.ascontiguousarray(boxes[:, 0])[frame]
    key = order_keys(frame, segments.left[wide] - origin)
    order = np.argsort(key, kind="stable")
    frame, origin, place, key = frame[order], origin[order], wide[order], key[order]
    xl, yl, xr, yr, sign, left, right = (column[place] for column in segments[1:])
    slope = (yr - yl) / (xr - xl)
    y = yl + (left - xl) * slope - np.ascontiguousarray(boxes[:, 1])[frame]
    left, right = left - origin, right - origin
    return Cut(frame, place, left, right, y, slope, sign, key, order_keys(frame, right))


def order_keys(frame: Array, x: Array) -> Array:
    """Whole numbers that order by frame, then along x (in metres from the frame's left)."""
    return (frame.astype(np.int64) << _SHIFT) + (x * _STEPS_PER_M).astype(np.int64)


def shared_by_edge(a: Cut, b: Cut) -> Array:
    """Per edge of b: what lies under it and in the polygon a of its frame, in m²."""
    total = np.zeros(len(b.key))
    for u, v in overlapping(a.key, a.end, b.key, b.end):
        low = int(v.min())
        sums = np.bincount(v - low, _under_both(a, u, b, v) * a.sign[u])
        total[low : low + len(sums)] += sums
    return total


def covered(edges: Cut, frames: int) -> Tuple[Array, Array]:
    """Per frame ∫w and ∫w² of the winding number w, the sum of all that is in the frame."""
    width = edges.right - edges.left
    under = (edges.y + edges.slope * width / 2) * width
    once = np.bincount(edges.frame, under * edges.sign, frames)
    twice = np.bincount(edges.frame, under, frames)
    for u, v in later_overlapping(edges.key, edges.end):
        both = _under_both(edges, u, edges, v) * edges.sign[u]
        both *= edges.sign[v]
        twice += np.bincount(edges.frame[u], both, frames) * 2
    return once, twice


def overlapping(
    a_key: Array, a_end: Array, b_key: Array, b_end: Array
) -> Iterator[Tuple[Array, Array]]:
    """Blocks of (index in a, index in b) of edges of one frame whose ranges along x overlap.

    Either b begins within a, or a begins within b; where both begin together it is the first.
    """
    for u, v in _beginning_within(a_key, a_end, b_key, "left"):
        yield u, v
    for v, u in _beginning_within(b_key, b_end, a_key, "right"):
        yield u, v


def _beginning_within(
    key: Array, end: Array, other: Array, side: str
) -> Iterator[Tuple[Array, Array]]:
    first = np.searchsorted(other, key, side)  # type: ignore[call-overload]
    return blocks(first, np.searchsorted(other, end, "left") - first)


def later_overlapping(key: Array, end: Array) -> Iterator[Tuple[Array, Array]]:
    """Blocks of (u, v), u before v, of edges of one frame whose ranges along x overlap."""
    first = np.arange(1, len(key) + 1)
    return blocks(first, np.searchsorted(key, end, "left") - first)


def blocks(first: Array, count: Array) -> Iterator[Tuple[Array, Array]]:
    """The members of ranges as (number of the range, index), in blocks of moderate size."""
    count = np.maximum(count, 0)
    done = np.cumsum(count)
    at = 0
    while at < len(count):
        before = done[at - 1] if at else 0
        to = max(at + 1, int(np.searchsorted(done, before + _BLOCK, "right")))
        own, found = ranges(first[at:to], count[at:to])
        if len(own):
            yield own + at, found
        at = to


def _under_both(a: Cut, u: Array, b: Cut, v: Array) -> Array:
    """∫ min(a, b) dx over the range that two edges share.

    min(a, b) = b + min(d, 0) with d = a − b linear; the integral of min(d, 0) over a width w
    from d₀ to d₁ is −w · (min(d₀, 0) + min(d₁, 0))² / (2 (|d₀| + |d₁|)), whichever signs they have.
    """
    a_left, b_left = a.left[u], b.left[v]
    left = np.maximum(a_left, b_left)
    width = np.minimum(a.right[u], b.right[v])
    width -= left
    np.maximum(width, 0, out=width)
    slope, a_slope = b.slope[v], a.slope[u]
    height = b.y[v] + (left - b_left) * slope
    d0 = a.y[u] + (left - a_left) * a_slope - height
    d1 = d0 + width * (a_slope - slope)
    below = np.minimum(d0, 0) + np.minimum(d1, 0)
    apart = np.abs(d0) + np.abs(d1)
    apart[apart == 0] = 1
    slope *= width
    slope *= 0.5
    height += slope
    below *= below
    below /= apart
    below *= 0.5
    height -= below
    height *= width
    return height
