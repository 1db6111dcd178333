"""Parcels of one patch put together again."""

from __future__ import annotations

from decimal import Decimal
from typing import Iterable, List, Sequence, Set

import numpy as np

from ..errors import InputError
from ..geometry import MultiPolygon, digest, map_rings, multipolygon_from_wkb, wkb_from_multipolygon
from ..model import Parcel
from ..mu import mu_from_m2
from ..reading.vector import quiet
from ..text import text
from .division import Division, Partition
from .faces import Face, is_valid, union
from .plane import Plane
from .rules import DivisionRules
from .snapping import inside, with_points


def merge(partition: Partition, numbers: Iterable[str], rules: DivisionRules) -> Division:
    """Parcels of a patch as one new parcel; all of them together are the patch as issued.

    Raises :class:`InputError` for fewer than two, when one of them is finished, or when they do
    not lie side by side.
    """
    wanted = sorted(set(numbers))
    gone = tuple(partition.parcel(number) for number in wanted)
    if len(gone) < 2:
        raise InputError(text("Choose two parcels of a patch at least, to put them together."))
    for number in wanted:
        partition.refuse_finished(number)
    if len(gone) == len(partition.parcels):
        wkb = partition.patch.geometry
    else:
        wkb = _joined(partition, gone, rules)
    area = sum((one.area_m2 for one in gone), Decimal(0))
    mu = sum((one.mu(rules.mu_per_m2) for one in gone), Decimal(0))
    made = Parcel(
        number=partition.number(1),
        patch_number=partition.patch.number,
        area_m2=area,
        geometry=wkb,
        geometry_sha256=digest(wkb),
        adjusted_mu=None if mu == mu_from_m2(area, rules.mu_per_m2) else mu,
    )
    return Division(partition, gone, (made,))


def _joined(partition: Partition, gone: Sequence[Parcel], rules: DivisionRules) -> bytes:
    plane = partition.plane()
    shapes = [plane.polygons(multipolygon_from_wkb(one.geometry)) for one in gone]
    with quiet():
        joined = union([polygon for shape in _noded(shapes, rules) for polygon in shape])
        if not _as_connected_as_issued(joined, partition, plane):
            raise InputError(
                text(
                    "{parcels} do not lie side by side: together they would be no single piece.",
                    parcels=", ".join(one.number for one in gone),
                )
            )
        back = plane.back([joined])[0]
        if not is_valid(back):
            raise InputError(text("The outlines cannot be joined: together they cross."))
    return wkb_from_multipolygon(back)


def _noded(shapes: Sequence[MultiPolygon], rules: DivisionRules) -> List[MultiPolygon]:
    """Each outline with the others' points on it: a later cut may end on an earlier one."""
    points = np.concatenate([ring for shape in shapes for polygon in shape for ring in polygon])
    return [
        map_rings(shape, lambda ring: with_points(ring, points, rules.tolerance_m))
        for shape in shapes
    ]


def _as_connected_as_issued(joined: MultiPolygon, partition: Partition, plane: Plane) -> bool:
    """True when every part of the patch holds one part of the parcel at most."""
    parts = plane.polygons(multipolygon_from_wkb(partition.patch.geometry))
    seen: Set[int] = set()
    for polygon in joined:
        face = Face.of(polygon)
        part = next(at for at, one in enumerate(parts) if inside(one, face.x, face.y))
        if part in seen:
            return False
        seen.add(part)
    return True
