"""How the edges in a parcel's box lie to one another: two by two, and without crossing."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from .clipping import Segments
from .kernel import later_overlapping, order_keys

Array = Any
# Two edges of a parcel have the same hash by chance once in 2⁴⁰ / (edges of the parcel)² times.
_HASH_BITS = 40
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


class Unique(NamedTuple):
    """The different ones among edges.

    ``first`` is where each is for the first time, ``which`` tells for every edge which it is;
    ``alone`` are the parcels that have one without another feature on its other side.
    """

    first: Array
    which: Array
    alone: Array


def unique(segments: Segments, parcel: Array) -> Unique:
    """Edges of parcels that are the same to the last bit taken together."""
    key = _keys(segments, parcel)
    order = np.argsort(key)
    key = key[order]
    new = np.append(True, key[1:] != key[:-1])[: len(key)]
    which = np.empty(len(key), int)
    which[order] = np.cumsum(new) - 1
    first = order[new]
    sides = np.bincount(which, segments.sign, len(first))
    return Unique(first, which, np.unique(parcel[first[sides != 0]]))


def _keys(segments: Segments, parcel: Array) -> Array:
    mixed = np.zeros(len(parcel), np.uint64)
    for column, factor in zip(segments[1:5], _ODD):
        bits = np.ascontiguousarray(column).view(np.uint64)
        mixed ^= (bits ^ (bits >> np.uint64(29))) * np.uint64(factor)
        mixed ^= mixed >> np.uint64(32)
    mixed *= np.uint64(_ODD[0])
    group = parcel.astype(np.uint64) << np.uint64(_HASH_BITS)
    return group | (mixed >> np.uint64(64 - _HASH_BITS))


def crossed(segments: Segments, parcel: Array, boxes: Array) -> Array:
    """The parcels in whose box two edges cross: the ends of each on both sides of the other."""
    left, right = boxes[parcel, 0], boxes[parcel, 2]
    keys = order_keys(parcel, np.maximum(segments.xl, left) - left)
    order = np.argsort(keys, kind="stable")
    ends = order_keys(parcel, np.minimum(segments.xr, right) - left)[order]
    one, parcel = segments.chosen(order), parcel[order]
    low, high = np.minimum(one.yl, one.yr), np.maximum(one.yl, one.yr)
    found = [np.zeros(0, int)]
    for u, v in later_overlapping(keys[order], ends):
        near = (low[u] < high[v]) & (low[v] < high[u])
        u, v = u[near], v[near]
        found.append(parcel[u[_parts(one, u, v) & _parts(one, v, u)]])
    return np.unique(np.concatenate(found))


def _parts(edges: Segments, u: Array, v: Array) -> Array:
    """True where the ends of edge v lie on both sides of edge u."""
    x, y = edges.xl[u], edges.yl[u]
    run, rise = edges.xr[u] - x, edges.yr[u] - y
    begin = run * (edges.yl[v] - y) - rise * (edges.xl[v] - x)
    end = run * (edges.yr[v] - y) - rise * (edges.xr[v] - x)
    return begin * end < 0
