"""Any areas as parcels: what is laid over layers without a casebook."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from ..areas import zone_of
from ..geometry import all_finite, multipolygon_from_wkb
from ..model import Parcel
from ..mu import round_half_up
from ..reading.vector import quiet
from .chunks import chunks_of
from .cutting import plane_geometry


def parcels_of(rows: Sequence[Tuple[str, bytes]]) -> List[Parcel]:
    """Parcels from (number, WKB in EPSG:4490), with the area of TD/T 1055-2019.

    A geometry that crosses itself counts as it is when repaired. Raises ``ValueError`` for
    what is no polygon, :class:`..errors.InputError` for what cannot be repaired.
    """
    bare = [Parcel(number, number, round_half_up(0.0), wkb) for number, wkb in rows]
    areas = [0.0] * len(bare)
    for chunk in chunks_of(bare):
        if chunk.plain:
            known = zip(chunk.plain, chunk.batch.edges.area.tolist(), chunk.batch.sound.tolist())
            for at, area, sound in known:
                areas[at] = area if sound else _repaired_m2(rows[at][1])
        for at in chunk.others:
            areas[at] = _repaired_m2(rows[at][1])
    return [
        Parcel(number, number, round_half_up(area), wkb) for (number, wkb), area in zip(rows, areas)
    ]


def _repaired_m2(wkb: bytes) -> float:
    polygons = multipolygon_from_wkb(wkb)
    if not polygons or not all_finite(polygons):
        return 0.0  # newer QGIS leaves a corner that is no number out of a geometry's box
    with quiet():
        return float(plane_geometry(polygons, zone_of(polygons))[0].GetArea())
