"""A parcel divided along a drawn line."""

from __future__ import annotations

from collections import Counter
from typing import List, Sequence

import numpy as np

from ..errors import InputError
from ..geometry import Ring, multipolygon_from_wkb
from ..model import Parcel
from ..reading.vector import quiet
from ..text import text
from .division import Division, Partition, divided, in_order, uncut_together
from .faces import Arrangement, Face, arrange
from .plane import Plane, Point
from .rules import DivisionRules


def by_line(
    partition: Partition, number: str, line: Sequence[Point], rules: DivisionRules
) -> Division:
    """Divide a parcel along a line of (longitude, latitude), EPSG:4490.

    The line may cross several times, also through holes; each piece becomes a parcel. A closed
    line cuts out what it surrounds. Raises :class:`InputError` when it does not divide: it
    misses, only touches, ends inside, or a piece would be too small.
    """
    parcel = partition.parcel(number)
    plane = partition.plane()
    whole = plane.polygons(multipolygon_from_wkb(parcel.geometry))
    with quiet():
        laid = arrange(whole, [_drawn(line, plane)], rules.tolerance_m)
        _check_ends(parcel, laid)
        faces = laid.faces()
        if len(faces) <= len(whole):
            raise _not_divided(parcel, laid)
        pieces = in_order(_pieces(laid, faces), plane)
        return divided(partition, parcel, pieces, plane, rules)


def _pieces(laid: Arrangement, faces: List[Face]) -> List[List[List[Ring]]]:
    owned = [(laid.part_of(face), face.polygon) for face in faces]
    counts = Counter(owner for owner, _ in owned)
    return uncut_together(owned, {owner for owner in counts if counts[owner] > 1})


def _drawn(line: Sequence[Point], plane: Plane) -> Ring:
    points: List[Point] = []
    for point in line:
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 2 or not np.isfinite(np.array(points)).all():
        raise InputError(text("A line needs two points at least."))
    return plane.lines([np.array(points, float)])[0]


def _check_ends(parcel: Parcel, laid: Arrangement) -> None:
    line = laid.cuts[0]
    closed = bool((line[0] == line[-1]).all())
    if not closed and (laid.is_inside(line[0]) or laid.is_inside(line[-1])):
        raise InputError(
            text(
                "The line ends inside {parcel}. Draw it across, from outside to outside.",
                parcel=parcel.number,
            )
        )


def _not_divided(parcel: Parcel, laid: Arrangement) -> InputError:
    if not laid.meets():
        return InputError(text("The line does not meet {parcel}.", parcel=parcel.number))
    return InputError(
        text(
            "The line only touches {parcel} or joins its outline to a hole: nothing is divided. "
            "Draw it across, from outside to outside.",
            parcel=parcel.number,
        )
    )
