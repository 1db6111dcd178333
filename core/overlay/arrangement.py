"""How the edges in a parcel's box lie to one another: two by two, and without crossing."""

from __future__ import annotations

from typing import Any, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from .kernel import Edges, later_overlapping, order_keys

Array = Any
# Two edges of a parcel have the same hash by chance once in 2⁴⁰ / (edges of the parcel)² times.
_HASH_BITS = 40
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


class Arranged(NamedTuple):
    """Edges by what they belong to: pairs first, then parcels (``group``).

    Ends as in :class:`.kernel.Edges`; ``side`` is on which side of the edge its feature lies.
    """

    group: Array
    xl: Array
    yl: Array
    xr: Array
    yr: Array
    side: Array

    @classmethod
    def of(cls, group: Array, edges: Edges, edge: Array, flipped: bool) -> Arranged:
        """Chosen edges, turned back when their x and y are exchanged."""
        xl, yl, xr, yr = edges.xl[edge], edges.yl[edge], edges.xr[edge], edges.yr[edge]
        side = edges.sign[edge]
        if not flipped:
            return cls(group, xl, yl, xr, yr, side)
        back = yl > yr
        return cls(
            group,
            np.where(back, yr, yl),
            np.where(back, xr, xl),
            np.where(back, yl, yr),
            np.where(back, xl, xr),
            np.where(back, side, -side),
        )

    @classmethod
    def joined(
        cls, parts: Sequence[Arranged], parcel: Array, chosen: Optional[Array] = None
    ) -> Arranged:
        """Edges by pair put together by the pair's parcel; ``chosen`` says which pairs."""
        if not parts:
            nothing = np.zeros(0)
            return cls(np.zeros(0, int), nothing, nothing, nothing, nothing, nothing)
        whole = cls(*(np.concatenate(columns) for columns in zip(*parts)))
        if chosen is not None:
            whole = whole.chosen(chosen[whole.group])
        return whole._replace(group=parcel[whole.group])

    def chosen(self, mask: Array) -> Arranged:
        """Some of them."""
        return Arranged(*(column[mask] for column in self))


def unpaired(arranged: Arranged) -> Tuple[Arranged, Array]:
    """Each edge once, and the parcels that have one without another feature on its other side."""
    if not len(arranged.group):
        return arranged, np.zeros(0, int)
    key = _keys(arranged)
    order = np.argsort(key)
    key = key[order]
    first = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
    sides = np.add.reduceat(arranged.side[order], first)
    single = arranged.chosen(order[first])
    return single, np.unique(single.group[sides != 0])


def _keys(arranged: Arranged) -> Array:
    mixed = np.zeros(len(arranged.group), np.uint64)
    for column, factor in zip(arranged[1:5], _ODD):
        bits = np.ascontiguousarray(column).view(np.uint64)
        mixed ^= (bits ^ (bits >> np.uint64(29))) * np.uint64(factor)
        mixed ^= mixed >> np.uint64(32)
    mixed *= np.uint64(_ODD[0])
    group = arranged.group.astype(np.uint64) << np.uint64(_HASH_BITS)
    return group | (mixed >> np.uint64(64 - _HASH_BITS))


def crossed(arranged: Arranged, boxes: Array) -> Array:
    """The parcels in whose box two edges cross; touching is no crossing."""
    left, right = boxes[arranged.group, 0], boxes[arranged.group, 2]
    begin = np.maximum(arranged.xl, left) - left
    keys = order_keys(arranged.group, begin)
    order = np.argsort(keys, kind="stable")
    ends = order_keys(arranged.group, np.minimum(arranged.xr, right) - left)[order]
    one = arranged.chosen(order)
    keys = keys[order]
    found = [one.group[u[_cross(one, u, v)]] for u, v in later_overlapping(keys, ends)]
    return np.unique(np.concatenate(found)) if found else np.zeros(0, int)


def _cross(edges: Arranged, u: Array, v: Array) -> Array:
    """True where the ends of each edge lie on both sides of the other."""
    return _parts(edges, u, v) & _parts(edges, v, u)


def _parts(edges: Arranged, u: Array, v: Array) -> Array:
    x, y = edges.xl[u], edges.yl[u]
    run, rise = edges.xr[u] - x, edges.yr[u] - y
    begin = run * (edges.yl[v] - y) - rise * (edges.xl[v] - x)
    end = run * (edges.yr[v] - y) - rise * (edges.xr[v] - x)
    return begin * end < 0
