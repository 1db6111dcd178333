"""A parcel divided by areas of a layer: an approval, protected land, a village's boundary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Dict, FrozenSet, List, Optional, Sequence, Tuple

from ..errors import InputError
from ..geometry import MultiPolygon, Polygon, Ring, box, boxes_meet, multipolygon_from_wkb
from ..model import Parcel
from ..reading.vector import quiet
from ..text import text
from .division import Division, Partition, check_size, divided, in_order, uncut_together
from .faces import Arrangement, Face, arrange, edges_of, length_of, union
from .plane import Plane
from .rules import DivisionRules
from .snapping import runs_near

Key = FrozenSet[int]
Piece = Tuple[Key, Polygon]
OUTSIDE: Key = frozenset()
_ANY = 0


@dataclass(frozen=True)
class Cutter:
    """Areas (EPSG:4490) that parcels are divided by.

    ``apart``: each area for itself, as with villages; where areas overlap, what they share is a
    piece of its own. Otherwise there is only inside and outside, as with an approval.
    ``join_slivers``: a piece too small for a parcel goes to the neighbour it shares most border
    with, instead of stopping the division.
    """

    areas: Tuple[MultiPolygon, ...]
    apart: bool = False
    join_slivers: bool = False


def by_polygons(
    partition: Partition, number: str, cutter: Cutter, rules: DivisionRules
) -> Optional[Division]:
    """Divide a parcel by areas; ``None`` when it lies wholly in one of them, or outside all.

    Raises :class:`InputError` when a piece would be too small.
    """
    parcel = partition.parcel(number)
    shape = multipolygon_from_wkb(parcel.geometry)
    near = [area for area in cutter.areas if area and boxes_meet(box(area), box(shape))]
    if not near:
        return None
    plane = partition.plane()
    whole, areas = plane.polygons(shape), [plane.polygons(area) for area in near]
    with quiet():
        laid = arrange(whole, _borders(areas, whole, rules), rules.tolerance_m)
        faces = laid.faces()
        if not faces:
            raise _cannot(parcel)
        pieces = _put_together([(_key(face, areas, cutter.apart), face.polygon) for face in faces])
        if cutter.join_slivers:
            pieces = _slivers_joined(pieces, plane, rules)
        shapes = _shapes(laid, pieces, plane)
        return divided(partition, parcel, shapes, plane, rules) if len(shapes) > 1 else None


def _cannot(parcel: Parcel) -> InputError:
    return InputError(
        text("The outline of {parcel} cannot be cut by this layer.", parcel=parcel.number)
    )


def _borders(
    areas: Sequence[MultiPolygon], whole: MultiPolygon, rules: DivisionRules
) -> List[Ring]:
    left, bottom, right, top = box(whole)
    far = rules.tolerance_m
    near = (left - far, bottom - far, right + far, top + far)
    rings = (ring for area in areas for polygon in area for ring in polygon)
    return [run for ring in rings for run in runs_near(ring, near)]


def _key(face: Face, areas: Sequence[MultiPolygon], apart: bool) -> Key:
    """Which areas a face lies in; without ``apart`` only whether in any."""
    found = frozenset(at for at, area in enumerate(areas) if face.in_any(area))
    return found if apart or not found else frozenset((_ANY,))


def _put_together(pieces: Sequence[Piece]) -> List[Piece]:
    """Neighbours of one key as one polygon each."""
    by_key: Dict[Key, List[Polygon]] = {}
    for key, polygon in pieces:
        by_key.setdefault(key, []).append(polygon)
    return [(key, polygon) for key, group in by_key.items() for polygon in union(group)]


def _slivers_joined(pieces: List[Piece], plane: Plane, rules: DivisionRules) -> List[Piece]:
    alone: List[Piece] = []
    while len(pieces) > 1:
        at = next((at for at, one in enumerate(pieces) if check_size([one[1]], plane, rules)), None)
        if at is None:
            break
        sliver, pieces = pieces[at], pieces[:at] + pieces[at + 1 :]
        key = _best_neighbour(sliver, pieces)
        if key is None:
            alone.append(sliver)
        else:
            pieces = _put_together([*pieces, (key, sliver[1])])
    return [*pieces, *alone]


def _best_neighbour(sliver: Piece, pieces: Sequence[Piece]) -> Optional[Key]:
    """The key of the piece with which most border is shared; ``None`` without any."""
    border = edges_of(sliver[1])
    shared = [(length_of(border & edges_of(polygon)), key) for key, polygon in pieces]
    length, key = max(shared, key=lambda one: one[0])
    return key if length else None


def _shapes(laid: Arrangement, pieces: Sequence[Piece], plane: Plane) -> List[MultiPolygon]:
    """Pieces inside first; parts of the parcel that were not cut stay together per key."""
    faces = [(key, Face.of(polygon)) for key, polygon in pieces]
    owners = [laid.part_of(face) for _, face in faces]
    counts = Counter(owners)
    cut = {owner for owner in counts if counts[owner] > 1}
    by_key: Dict[Key, List[Tuple[int, Polygon]]] = {}
    for owner, (key, face) in zip(owners, faces):
        by_key.setdefault(key, []).append((owner, face.polygon))
    ordered = sorted(by_key, key=lambda key: (key == OUTSIDE, sorted(key)))
    return [shape for key in ordered for shape in in_order(uncut_together(by_key[key], cut), plane)]
