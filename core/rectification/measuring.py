"""What was measured on the ground: an outline drawn or walked, and how much of it is the parcel's.

Areas are ellipsoidal (TD/T 1055-2019), m² and mu to 0.01, half up.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Optional

import numpy as np
from osgeo import ogr

from ..areas import multipolygon_area_m2, plane_area_m2, to_equal_area, zone_of
from ..errors import InputError
from ..geometry import (
    MultiPolygon,
    Polygon,
    all_finite,
    multipolygon_from_wkb,
    wkb_from_multipolygon,
)
from ..mu import mu_from_m2, round_half_up
from ..reading.vector import quiet
from ..text import text

POLYGONS = (ogr.wkbPolygon, ogr.wkbMultiPolygon)


@dataclass(frozen=True)
class Measured:
    """A measured outline: its WKB in EPSG:4490, its area, and how much of it is the parcel's.

    ``inside_percent`` is the share of the outline that lies in the parcel.
    """

    outline: bytes
    area_m2: Decimal
    measured_mu: Decimal
    inside_mu: Decimal
    inside_percent: Decimal

    @property
    def hex(self) -> str:
        """The outline as an acceptance keeps it."""
        return self.outline.hex()


def measure_outline(outline: bytes, parcel: bytes, mu_per_m2: Optional[Decimal] = None) -> Measured:
    """Measure an outline beside a parcel, both WKB in EPSG:4490.

    :raises InputError: it is no area, lies elsewhere than in degrees, or crosses itself.
    """
    drawn, land = _polygons(outline), multipolygon_from_wkb(parcel)
    zone = zone_of(land)
    area_m2 = multipolygon_area_m2(drawn)
    if round_half_up(area_m2) <= 0:
        raise InputError(text("The outline encloses no area."))
    inside_m2 = _shared_m2(to_equal_area(drawn, zone), to_equal_area(land, zone))
    factor = {} if mu_per_m2 is None else {"mu_per_m2": mu_per_m2}
    return Measured(
        outline=wkb_from_multipolygon(drawn),
        area_m2=round_half_up(area_m2),
        measured_mu=mu_from_m2(area_m2, **factor),
        inside_mu=mu_from_m2(min(inside_m2, area_m2), **factor),
        inside_percent=min(round_half_up(inside_m2 / area_m2 * 100), Decimal("100.00")),
    )


def _polygons(outline: bytes) -> MultiPolygon:
    try:
        found = multipolygon_from_wkb(outline)
    except ValueError as error:
        raise InputError(text("The outline is no area. Draw a polygon.")) from error
    if not found or not all_finite(found) or not all(map(_in_degrees, found)):
        raise InputError(text("The outline has no longitudes and latitudes in degrees (CGCS2000)."))
    if not _is_simple(found):
        raise InputError(
            text("The outline crosses itself: nobody can say what it encloses. Draw it anew.")
        )
    return found


def _in_degrees(polygon: Polygon) -> bool:
    return all(bool((np.abs(ring) <= (180.0, 90.0)).all()) for ring in polygon)


def _is_simple(polygons: MultiPolygon) -> bool:
    with quiet():
        made = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons))
        return made is not None and bool(made.IsValid())


def _shared_m2(drawn: MultiPolygon, land: MultiPolygon) -> float:
    """What two areas of the equal-area plane share."""
    with quiet():
        one, other = (
            ogr.CreateGeometryFromWkb(wkb_from_multipolygon(polygons)) for polygons in (drawn, land)
        )
        shared = one.Intersection(other)
    if shared is None or shared.IsEmpty():
        return 0.0
    # Borders that only touch come along as lines and points.
    parts = [shared, *(shared.GetGeometryRef(at) for at in range(shared.GetGeometryCount()))]
    if ogr.GT_Flatten(shared.GetGeometryType()) in POLYGONS:
        parts = [shared]
    areas = [one for one in parts if ogr.GT_Flatten(one.GetGeometryType()) in POLYGONS]
    return sum(
        plane_area_m2(multipolygon_from_wkb(bytes(one.ExportToWkb(ogr.wkbNDR)))) for one in areas
    )
