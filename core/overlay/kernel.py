"""Areas of intersection of many pairs of polygons at once, without building topology.

A polygon is the sum of what lies under its edges, each edge with a sign. The area that two
polygons share is then a sum over pairs of edges, one from each, of the integral of the lower of
the two: closed form, no special cases, nothing that can fail. The derivation, and what has to
hold for the sum to be the area, stands in docs/overlay-kernel.md.
"""

from __future__ import annotations

from typing import Any, Iterator, NamedTuple, Optional, Tuple

import numpy as np

Array = Any  # numpy.ndarray; its generic form came with NumPy 1.21

# Positions along x are compared as whole steps of 0.1 µm, a pair's number in the upper bits.
_STEPS_PER_M = 1e7
_SHIFT = 41
# Pairs of edges worked on at once: their columns stay in the processor's cache.
_BLOCK = 1 << 15


class Edges:
    """The edges of polygons in a plane, in metres: those of polygon p are start[p]:start[p+1].

    Each edge runs from its left end (``xl, yl``) to its right end (``xr, yr``), a vertical one
    upwards, so that an edge that two polygons share is the same in both to the last bit.
    ``sign`` is +1 where the polygon lies under the edge (left of a vertical one), else −1.
    ``area`` is shells minus holes, ``box`` (left, bottom, right, top). ``widest`` is known where
    the edges of a single polygon are sorted by their left ends.
    """

    __slots__ = ("area", "box", "sign", "start", "widest", "xl", "xr", "yl", "yr")

    def __init__(
        self,
        ends: Tuple[Array, Array, Array, Array],
        sign: Array,
        start: Array,
        box: Array,
        area: Array,
    ) -> None:
        self.xl, self.yl, self.xr, self.yr = ends
        self.sign, self.start, self.box, self.area = sign, start, box, area
        self.widest: Optional[float] = None

    @classmethod
    def of_rings(cls, x: Array, y: Array, ring_start: Array, owner: Array, hole: Array) -> Edges:
        """From closed rings one after another; ``owner`` is each ring's polygon, ascending.

        ``ring_start`` has one entry more than there are rings; every polygon owns a ring.
        """
        first, last = ring_start[:-1], ring_start[1:] - 1
        counts = np.diff(ring_start)
        begins = np.ones(len(x), bool)
        begins[last] = False
        at = np.flatnonzero(begins)
        x0, y0, x1, y1 = x[at], y[at], x[at + 1], y[at + 1]
        ring_area = _ring_areas(x0, y0, x1, y1, x[first], y[first], counts - 1)
        hole_sign = np.where(hole, -1.0, 1.0)
        upper = np.repeat(np.where(ring_area < 0, 1.0, -1.0) * hole_sign, counts - 1)
        back = (x1 < x0) | ((x1 == x0) & (y1 < y0))
        ends = (
            np.where(back, x1, x0),
            np.where(back, y1, y0),
            np.where(back, x0, x1),
            np.where(back, y0, y1),
        )
        sign = np.where(back, -upper, upper)
        polygons = int(owner[-1]) + 1
        ring_of = np.searchsorted(owner, np.arange(polygons))
        area = np.add.reduceat(np.abs(ring_area) * hole_sign, ring_of)
        first_point = first[ring_of]
        box = np.column_stack(
            [
                low.reduceat(value, first_point)
                for low in (np.minimum, np.maximum)
                for value in (x, y)
            ]
        )
        starts = ring_start - np.arange(len(ring_start))
        return cls(ends, sign, np.append(starts[ring_of], starts[-1]), box, area)

    def __len__(self) -> int:
        return len(self.area)

    def sorted(self) -> Edges:
        """The edges of a single polygon by their left ends: a strip is then a range of them."""
        order = np.argsort(self.xl, kind="stable")
        ends = (self.xl[order], self.yl[order], self.xr[order], self.yr[order])
        made = Edges(ends, self.sign[order], self.start, self.box, self.area)
        made.widest = float((made.xr - made.xl).max())
        return made

    def part(self, first: int, end: int) -> Edges:
        """The polygons first … end − 1 alone."""
        a, b = self.start[first], self.start[end]
        ends = (self.xl[a:b], self.yl[a:b], self.xr[a:b], self.yr[a:b])
        start = self.start[first : end + 1] - a
        return Edges(ends, self.sign[a:b], start, self.box[first:end], self.area[first:end])


class Strips(NamedTuple):
    """Where pairs can share area: ``left`` to ``right`` along x, above ``low``, per pair."""

    left: Array
    right: Array
    low: Array


class Cut(NamedTuple):
    """Edges cut to the strip of their pair, by pair and left end, in the pair's own frame.

    ``y`` is the height at ``left``; ``key`` orders (pair, left) and ``end`` is that of (pair,
    right). ``edge`` is the edge's index in its polygons.
    """

    pair: Array
    edge: Array
    left: Array
    right: Array
    y: Array
    slope: Array
    sign: Array
    key: Array
    end: Array


def pair_areas(one: Edges, i: Array, other: Edges, j: Array) -> Array:
    """The area in m² that polygons one[i] and other[j] share, for every pair.

    Right where each polygon covers a point once or not at all; where one winds twice, or
    backwards, its points count so.
    """
    areas = np.zeros(len(i))
    meet, strips, floors = meeting(one.box[i], other.box[j])
    if len(meet):
        a = cut(one, *within(one, i[meet], strips, floors[0]), strips)
        b = cut(other, *within(other, j[meet], strips, floors[1]), strips)
        areas[meet] = shared_areas(a, b, len(meet))
    return areas


def meeting(one: Array, other: Array) -> Tuple[Array, Strips, Tuple[Array, Array]]:
    """Which pairs of boxes share area, their strips, and below what edges of each do not count.

    What lies wholly below all of the other polygon is under its upper and its lower edges
    alike and cancels: the polygon that reaches lower may leave such edges out.
    """
    left, right = np.maximum(one[:, 0], other[:, 0]), np.minimum(one[:, 2], other[:, 2])
    low, high = np.maximum(one[:, 1], other[:, 1]), np.minimum(one[:, 3], other[:, 3])
    meet = np.flatnonzero((left < right) & (low < high))
    reaches_lower = one[meet, 1] < other[meet, 1]
    strips = Strips(left[meet], right[meet], low[meet])
    floor_of_one = np.where(reaches_lower, strips.low, -np.inf)
    floor_of_other = np.where(reaches_lower, -np.inf, strips.low)
    return meet, strips, (floor_of_one, floor_of_other)


def within(edges: Edges, polygon: Array, strips: Strips, floor: Array) -> Tuple[Array, Array]:
    """(pair, edge) of each pair's polygon for the edges in its strip that rise above ``floor``."""
    first, end = edges.start[polygon], edges.start[polygon + 1]
    if edges.widest is not None:
        first = np.searchsorted(edges.xl, strips.left - edges.widest)
        end = np.searchsorted(edges.xl, strips.right)
    pair, edge = ranges(first, end - first)
    meets = edges.xr[edge] > strips.left[pair]
    meets &= edges.xl[edge] < strips.right[pair]
    pair, edge = pair[meets], edge[meets]
    rises = np.maximum(edges.yl[edge], edges.yr[edge]) > floor[pair]
    return pair[rises], edge[rises]


def cut(edges: Edges, pair: Array, edge: Array, strips: Strips) -> Cut:
    """The edges cut to their strips and put in order; upright ones are left out."""
    wide = edges.xr[edge] > edges.xl[edge]
    pair, edge = pair[wide], edge[wide]
    xl, yl = edges.xl[edge], edges.yl[edge]
    xr = edges.xr[edge]
    slope = (edges.yr[edge] - yl) / (xr - xl)
    origin = strips.left[pair]
    left = np.maximum(xl, origin)
    right = np.minimum(xr, strips.right[pair]) - origin
    y = yl + (left - xl) * slope - strips.low[pair]
    left -= origin
    key = order_keys(pair, left)
    columns = (pair, edge, left, right, y, slope, edges.sign[edge], key, order_keys(pair, right))
    if (key[1:] >= key[:-1]).all():
        return Cut(*columns)
    order = np.argsort(key, kind="stable")
    return Cut(*(column[order] for column in columns))


def order_keys(pair: Array, x: Array) -> Array:
    """Whole numbers that order by pair, then along x (in metres from the pair's left)."""
    return (pair.astype(np.int64) << _SHIFT) + (x * _STEPS_PER_M).astype(np.int64)


def shared_areas(a: Cut, b: Cut, pairs: int) -> Array:
    """Per pair the sum over its pairs of edges of sign · sign · ∫ of the lower one."""
    total = np.zeros(pairs)
    for u, v in overlapping(a.key, a.end, b.key, b.end):
        total += np.bincount(a.pair[u], _terms(a, u, b, v), pairs)
    return total


def overlapping(
    a_key: Array, a_end: Array, b_key: Array, b_end: Array
) -> Iterator[Tuple[Array, Array]]:
    """Blocks of (index in a, index in b) of edges of one pair whose ranges along x overlap.

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
    """Blocks of (u, v), u before v, of edges of one group whose ranges along x overlap."""
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


def ranges(first: Array, count: Array) -> Tuple[Array, Array]:
    """For ranges of indexes: the number of the range, and the index, of each member."""
    own = np.repeat(np.arange(len(count)), count)
    return own, np.arange(len(own)) + np.repeat(first - np.cumsum(count) + count, count)


def areas_under(edges: Cut) -> Array:
    """Per edge sign · ∫ of its height: what its pair's polygons have in the strip, in sum."""
    width = np.maximum(edges.right - edges.left, 0)
    return (edges.y + edges.slope * width / 2) * width * edges.sign


def _terms(a: Cut, u: Array, b: Cut, v: Array) -> Array:
    """sign · sign · ∫ min(a, b) dx over the range that two edges share.

    min(a, b) = b + min(d, 0) with d = a − b linear; the integral of min(d, 0) over a width w
    from d₀ to d₁ is −w · (min(d₀, 0) + min(d₁, 0))² / (2 (|d₀| + |d₁|)), whichever signs they have.
    """
    left = np.maximum(a.left[u], b.left[v])
    width = np.minimum(a.right[u], b.right[v])
    width -= left
    np.maximum(width, 0, out=width)
    slope = b.slope[v]
    height = b.y[v] + (left - b.left[v]) * slope
    d0 = a.y[u] + (left - a.left[u]) * a.slope[u] - height
    d1 = d0 + width * (a.slope[u] - slope)
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
    height *= a.sign[u]
    height *= b.sign[v]
    return height


def _ring_areas(
    x0: Array, y0: Array, x1: Array, y1: Array, from_x: Array, from_y: Array, counts: Array
) -> Array:
    """Signed area of each ring, measured from its first point: large coordinates cost digits."""
    from_x, from_y = np.repeat(from_x, counts), np.repeat(from_y, counts)
    cross = (x0 - from_x) * (y1 - from_y) - (x1 - from_x) * (y0 - from_y)
    return np.add.reduceat(cross, np.cumsum(counts) - counts) * 0.5
