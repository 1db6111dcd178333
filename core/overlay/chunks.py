"""Parcels in chunks of neighbours: what is in memory does not grow with their number."""

from __future__ import annotations

import struct
from typing import Any, Iterator, List, NamedTuple, Sequence, Tuple

import numpy as np

from ..model import Parcel
from .decoding import shapes_of_wkb
from .laying import Batch
from .shapes import Shapes

Array = Any
# A chunk takes a fraction of a second: so long a person who cancels has to wait.
_PARCELS = 500
_GRID = 1 << 16
# In a MULTIPOLYGON the first point stands behind two headers of 9 bytes and a ring's count.
_first_point = struct.Struct("<dd").unpack_from
_FIRST_POINT_AT = 22


class Chunk(NamedTuple):
    """Parcels of one neighbourhood and zone, by their places in the whole.

    ``batch`` holds those in ``plain``, in that order; ``others`` are no plain areas.
    """

    plain: List[int]
    others: List[int]
    batch: Batch


def chunks_of(parcels: Sequence[Parcel]) -> Iterator[Chunk]:
    """The parcels in chunks, whatever their order."""
    order = np.argsort(_places(parcels), kind="stable")
    for at in range(0, len(order), _PARCELS):
        own = order[at : at + _PARCELS]
        shapes = shapes_of_wkb([parcels[number].geometry for number in own])
        yield from _by_zone(shapes, own)


def _by_zone(shapes: Shapes, numbers: Array) -> Iterator[Chunk]:
    whole, plain = shapes.with_rings()
    others = np.setdiff1d(np.arange(len(shapes)), plain)
    boxes = Batch(whole, 0).boxes_deg
    zones = np.floor(((boxes[:, 0] + boxes[:, 2]) / 2 + 1.5) / 3).astype(int)
    for zone in np.unique(zones):
        batch, own = whole.chosen(zones == zone)
        rest = numbers[others].tolist()
        others = others[:0]
        yield Chunk(numbers[plain[own]].tolist(), rest, Batch(batch, int(zone)))
    if len(others):
        yield Chunk([], numbers[others].tolist(), Batch(whole, 0))


def _places(parcels: Sequence[Parcel]) -> Array:
    """Each parcel's place along a curve that keeps neighbours together, zone by zone."""
    points = np.array([_some_point(parcel.geometry) for parcel in parcels]).reshape(-1, 2)
    if not len(points):
        return np.zeros(0, np.int64)
    low, high = points.min(axis=0), points.max(axis=0)
    span = float((high - low).max()) or 1.0
    column, row = ((points - low) / span * (_GRID - 1)).astype(np.int64).T
    zone = np.floor((points[:, 0] + 1.5) / 3).astype(np.int64)
    return zone << 32 | _spread(column) | _spread(row) << 1


def _some_point(wkb: bytes) -> Tuple[float, float]:
    """The first point as a rule; else nowhere in particular, which costs no more than time."""
    if len(wkb) < _FIRST_POINT_AT + 16:
        return 0.0, 0.0
    lon, lat = _first_point(wkb, _FIRST_POINT_AT)
    return (lon, lat) if abs(lon) <= 180 and abs(lat) <= 90 else (0.0, 0.0)


def _spread(number: Array) -> Array:
    """The bits of numbers below 2¹⁶ with a gap after each."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        number = (number | number << shift) & mask
    return number
