"""Land for the tests of dividing: drawn in metres round a point of zone 39, no GEOS needed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tuban.core.areas import gauss_project, gauss_unproject, multipolygon_area_m2
from tuban.core.geometry import digest, multipolygon_from_wkb, wkb_from_multipolygon
from tuban.core.model import Parcel, Patch, PatchKind
from tuban.core.mu import round_half_up
from tuban.core.parcels import Partition, division_rules
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
RULES = division_rules(PLAN)
ANY_SIZE = replace(RULES, smallest_m2=RULES.smallest_m2 * 0, narrowest_m=RULES.narrowest_m * 0)
ZONE, EAST, NORTH = 39, 39_411_000.0, 4_035_000.0
NUMBER = "371599230400001"


def ring(*points):
    """A closed lon/lat ring from metres east and north of the point."""
    east, north = np.array([*points, points[0]], float).T
    return np.column_stack(gauss_unproject(east + EAST, north + NORTH, ZONE))


def line(*points):
    """A lon/lat line from metres, as drawn on a map."""
    east, north = np.array(points, float).T
    return list(zip(*(one.tolist() for one in gauss_unproject(east + EAST, north + NORTH, ZONE))))


def metres(polygons):
    """Lon/lat polygons in metres again."""
    return [
        [
            np.column_stack(gauss_project(one[:, 0], one[:, 1], ZONE)) - (EAST, NORTH)
            for one in polygon
        ]
        for polygon in polygons
    ]


def rectangle(west, south, east, north):
    return ring((west, south), (east, south), (east, north), (west, north))


def patch_of(polygons, number=NUMBER):
    wkb = wkb_from_multipolygon(polygons)
    return Patch(
        number=number,
        kind=PatchKind.LAND,
        month="2023-04",
        county_code="371599",
        county_name="虚构县",
        patch_class="其他变化类",
        change_type="0503",
        before_date="2023-01-10",
        after_date="2023-03-28",
        issued_area=None,
        issued_area_unit="",
        area_m2=round_half_up(multipolygon_area_m2(polygons)),
        remark="",
        geometry=wkb,
        geometry_sha256=digest(wkb),
        source_sha256="ab" * 32,
        source_row=1,
        issued={"JCBH": number},
    )


def first_parcel(patch):
    return Parcel(
        f"{patch.number}_1", patch.number, patch.area_m2, patch.geometry, patch.geometry_sha256
    )


def undivided(polygons, number=NUMBER):
    patch = patch_of(polygons, number)
    return Partition(patch, (first_parcel(patch),), 1)


def shape_of(parcel):
    return multipolygon_from_wkb(parcel.geometry)
