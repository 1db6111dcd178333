"""Photos before, during and after from one station: the same view, kept, changed, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("osgeo")

from tuban.core.field import stations
from tuban.core.model import Photo
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
RULES = replace(PLAN.rectification_rules.photos, near_m=10, looking_within_deg=30)
PARCEL = "371599JC23040001_1"
HERE = Photo(
    *(PARCEL, "照片/a.jpg", "a" * 64, 1000, "2023-05-01T10:00:00", 115.5, 36.4, 350.0),
    name="a.jpg",
    stage="before",
    station="1",
)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        # At 36.4°N a ten-thousandth of a degree is 8.97 m east or 11.10 m north.
        ({"lon_deg": 115.5001}, True),
        ({"lat_deg": 36.4001}, False),
        ({"azimuth_deg": 19.0}, True),
        ({"azimuth_deg": 21.0}, False),
        ({"azimuth_deg": None}, False),
        ({"lon_deg": None, "lat_deg": None}, False),
    ],
)
def test_one_view_is_one_spot_and_one_direction(change, same):
    other = replace(HERE, **change)
    assert stations.same_view(HERE, other, RULES) is same
    assert stations.same_view(other, HERE, RULES) is same
    new = replace(other, stage="", station="")
    assert stations.station_of(new, [HERE], RULES) == ("1" if same else "")


def test_another_station_has_a_name_that_no_other_has():
    other = replace(HERE, sha256="c" * 64, station="2")
    assert stations.next_station([HERE, other]) == "3"
    assert stations.next_station([other]) == "1"
