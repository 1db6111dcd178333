"""The pieces of a parcel as shapes, for a map or for splitting it; their sums are the figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Dict, List, Sequence

import numpy as np
from osgeo import ogr

from ..areas import adjust, equal_area, from_equal_area, zone_of
from ..errors import InputError
from ..geometry import (
    MultiPolygon,
    Ring,
    map_rings,
    multipolygon_from_wkb,
    wkb_from_multipolygon,
)
from ..model import Parcel
from ..mu import round_half_up
from ..plan import Plan
from ..reading.vector import quiet
from ..text import text
from .cutting import polygons_of
from .figures import Measured, Piece, gross_by_code
from .measure import Measurer
from .rules import Ground
from .source import LayerSource

UNCOVERED = ""


@dataclass(frozen=True)
class PieceShape:
    """What one land-use feature has of a parcel; no code and no feature: nothing covers it.

    ``geometry`` is a MULTIPOLYGON in EPSG:4490. Per code the areas add up to what the figures
    have under it before any deduction is booked elsewhere, all together to the parcel's area.
    """

    parcel_number: str
    layer: str
    fid: int
    code: str
    area_m2: Decimal
    geometry: bytes = field(repr=False)


def pieces_of(parcel: Parcel, sources: Sequence[LayerSource], plan: Plan) -> List[PieceShape]:
    """The parcel cut up by the land-use layer; raises :class:`InputError` when there is none."""
    land_use = [source for source in sources if source.role.part == "land_use"]
    if not land_use:
        raise InputError(text("Without a land-use layer there is nothing to lay parcels over."))
    with quiet():
        cut = Measurer(Ground(land_use[0].role, land_use), [], plan).cut(parcel)
    pieces = [Piece.of(one.fid, one.fields, shape.GetArea()) for one, shape in cut.pieces]
    uncovered = ogr.Geometry(ogr.wkbMultiPolygon)
    for gap in cut.gaps:
        uncovered.AddGeometry(gap)
    measured = Measured(pieces=pieces, uncovered_m2=uncovered.GetArea())
    known = gross_by_code(parcel, measured, plan)
    rows = [
        (land_use[lying.order[0]].name, piece, shape)
        for (lying, shape), piece in zip(cut.pieces, pieces)
    ]
    rows.append(("", Piece(0, UNCOVERED, "", "", uncovered.GetArea()), uncovered))
    codes = [piece.code if piece.code in known else UNCOVERED for _, piece, _ in rows]
    areas = _areas([piece.area_m2 for _, piece, _ in rows], codes, known)
    zone = zone_of(multipolygon_from_wkb(parcel.geometry))
    return [
        PieceShape(parcel.number, layer, piece.fid, piece.code, area, in_degrees(shape, zone))
        for (layer, piece, shape), area in zip(rows, areas)
        if area
    ]


def _areas(
    exact: Sequence[float], codes: Sequence[str], known: Dict[str, Decimal]
) -> List[Decimal]:
    """The areas rounded, and adjusted so that those of a code add up to what is known of it."""
    rounded = [round_half_up(area) for area in exact]
    found = list(rounded)
    for code in set(codes):
        own = {str(at): rounded[at] for at, one in enumerate(codes) if one == code}
        if any(own.values()):
            for place, area in adjust(own, known.get(code, Decimal("0.00"))).items():
                found[int(place)] = area
    return found


def in_degrees(shape: ogr.Geometry, zone: int) -> bytes:
    """A shape in the plane of a zone as a MULTIPOLYGON in EPSG:4490."""
    origin_x = float(equal_area(np.array(3.0 * zone), np.array(0.0))[0])

    def back(ring: Ring) -> Ring:
        return np.column_stack(from_equal_area(ring[:, 0] + origin_x, ring[:, 1]))

    polygons: MultiPolygon = []
    for part in polygons_of(shape):
        polygons += multipolygon_from_wkb(bytes(part.ExportToIsoWkb()))
    return wkb_from_multipolygon(map_rings(polygons, back))
