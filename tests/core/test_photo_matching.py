"""Which parcel a photo is of: standpoints laid out by hand around two squares of 100 metres."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

import numpy as np
import pytest

pytest.importorskip("osgeo")

from issued_land import land_patch

from tuban.core.field import Matcher, PhotoFacts, PhotoFile
from tuban.core.field.place import to_gcj02
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.model import Dossier, Parcel, Photo
from tuban.core.plan import load_plan

RULES = load_plan("liaocheng-2023").photo_rules
LON, LAT = 115.9, 36.4
# One metre in degrees there, by the series of the meridian and parallel arc (GRS80).
EAST, NORTH = 1 / 89_710.0, 1 / 110_965.0
WEST_PATCH, EAST_PATCH, FAR_PATCH = "3715990001", "3715990002", "3715990003"


def square(east_m: float, north_m: float, width_m: float = 100, height_m: float = 100) -> bytes:
    corners = [(0, 0), (width_m, 0), (width_m, height_m), (0, height_m), (0, 0)]
    ring = [(LON + (east_m + x) * EAST, LAT + (north_m + y) * NORTH) for x, y in corners]
    return wkb_from_multipolygon([[np.array(ring)]])


def dossier(number: str, patch: str, wkb: bytes, *photos: Photo) -> Dossier:
    facts = {"county_code": "371599", "patch_class": "", "after_date": "2023-04-08"}
    issued = land_patch(patch, wkb, area_m2=1, **facts)
    return Dossier(issued, Parcel(number, patch, 1, wkb), None, {}, {}, photos)


# From west to east: the western patch, 150 m nothing, the eastern patch in two halves, one above
# the other; a third patch 2 km away.
PARCELS = [
    dossier(f"{WEST_PATCH}_1", WEST_PATCH, square(0, 0)),
    dossier(f"{EAST_PATCH}_2", EAST_PATCH, square(250, 0, height_m=50)),
    dossier(f"{EAST_PATCH}_3", EAST_PATCH, square(250, 50, height_m=50)),
    dossier(f"{FAR_PATCH}_1", FAR_PATCH, square(2000, 0)),
]
WEST, SOUTH_HALF, NORTH_HALF, FAR = (one.parcel.number for one in PARCELS)


def facts(east_m=None, north_m=None, azimuth_deg=None, sha256="aa" * 32) -> PhotoFacts:
    lon = None if east_m is None else LON + east_m * EAST
    lat = None if north_m is None else LAT + north_m * NORTH
    return PhotoFacts(sha256, 9, "2023-04-14T10:00:00", lon, lat, azimuth_deg, "", ".jpg")


def match(said: str, seen: PhotoFacts, parcels=PARCELS, **more):
    return Matcher(parcels, RULES, **more).match(PhotoFile(Path("/x") / said, PurePath(said)), seen)


@pytest.mark.parametrize(
    ("said", "seen", "number", "why"),
    [
        # By name alone.
        (f"{WEST}.jpg", facts(), WEST, "named after it"),
        (f"{WEST_PATCH}/IMG_1.jpg", facts(), WEST, "named after it"),
        # By place alone: 12 m west of the western square, looking east.
        ("IMG_1.jpg", facts(-12, 50, 90), WEST, "taken 12 m from it, pointing at it"),
        ("IMG_1.jpg", facts(-12, 50), WEST, "taken 12 m from it, direction unknown"),
        ("IMG_1.jpg", facts(50, 50, 200), WEST, "taken inside it"),
        # The square is seen between 13.5° and 166.5°: three tenths past it are at it.
        ("IMG_1.jpg", facts(-12, 50, 13.2), WEST, "taken 12 m from it, pointing at it"),
        ("IMG_1.jpg", facts(-12, 50, 4), WEST, "taken 12 m from it, looking 9° past it"),
        # Between the patches, 70 m from the west and 80 m from the east: the direction tells.
        ("IMG_1.jpg", facts(170, 25, 270), WEST, "taken 70 m from it, pointing at it"),
        # The patch by name, its half by place and direction.
        (
            f"{EAST_PATCH}/IMG_1.jpg",
            facts(300, -10, 0),
            SOUTH_HALF,
            "named after it; taken 10 m from it, pointing at it",
        ),
        (f"{EAST_PATCH}/IMG_1.jpg", facts(300, 75, 0), NORTH_HALF, "named after it; taken inside"),
        # Named, far from everything: the name holds; the checks will tell.
        (f"{WEST}.jpg", facts(0, 9000, 0), WEST, "named after it; taken 8900 m from it"),
    ],
)
def test_one_parcel_is_meant(said, seen, number, why):
    found = match(said, seen)
    assert found.number == number
    assert str(found.why).startswith(why)
    assert found.candidates[0].number == number


@pytest.mark.parametrize(
    ("said", "seen", "first", "note"),
    [
        ("IMG_1.jpg", facts(), None, "does not say where"),
        ("IMG_1.jpg", facts(0, 9000, 0), None, "no parcel is within 300 m"),
        (f"{EAST_PATCH}.jpg", facts(), SOUTH_HALF, "its position does not tell which"),
        (f"{WEST}和{NORTH_HALF}.jpg", facts(), WEST, "its position does not tell which"),
        # Along the border of the two halves, looking at both.
        ("IMG_1.jpg", facts(240, 50, 90), SOUTH_HALF, "fit alike"),
        (f"{EAST_PATCH}.jpg", facts(240, 50, 90), SOUTH_HALF, "fit alike"),
        # 20 m from the west, looking away from it: nothing else is near.
        ("IMG_1.jpg", facts(-20, 50, 270), WEST, "none near enough that it points at"),
        # 150 m from the west: offered, not taken.
        ("IMG_1.jpg", facts(-150, 50, 90), WEST, "none near enough that it points at"),
        # Named after one, standing in another, or beside both and pointing at the other.
        (f"{WEST}.jpg", facts(300, 20, 0), WEST, f"but it was taken at {SOUTH_HALF}"),
        (f"{WEST}.jpg", facts(170, 25, 90), WEST, f"but it was taken at {SOUTH_HALF}"),
    ],
)
def test_what_is_not_certain_is_left_to_a_person(said, seen, first, note):
    found = match(said, seen)
    assert found.number == ""
    assert note in str(found.why)
    assert found.usable
    assert (found.candidates[0].number if found.candidates else None) == first


def test_a_position_with_the_offset_of_chinese_maps_is_offered_and_not_taken():
    lon, lat = to_gcj02(LON - 12 * EAST, LAT + 50 * NORTH)
    seen = replace(facts(0, 0, 90), lon_deg=lon, lat_deg=lat)
    found = match("IMG_1.jpg", seen)
    assert (found.number, found.candidates[0].number) == ("", WEST)
    assert str(found.candidates[0].why) == (
        "12 m from it if its position is GCJ-02, but not otherwise"
    )
    named = match(f"{WEST}.jpg", seen)
    assert named.number == WEST
    assert "GCJ-02" in str(named.why)


@pytest.mark.parametrize(("second_m", "number"), [(35, "A_1"), (34, "")])
def test_the_nearest_of_two_is_taken_where_it_is_clearly_the_nearest(second_m, number):
    """5 m before the first of two squares behind one another; 30 m more are the plan's."""
    first = dossier("A_1", "A", square(0, 0, height_m=10))
    second = dossier("B_1", "B", square(0, second_m - 5, height_m=5))
    found = match("IMG_1.jpg", facts(50, -5, 0), [second, first])
    assert [round(one.distance_m) for one in found.candidates] == [5, second_m]
    assert found.number == number


def test_the_parcel_a_photo_was_dropped_on_is_meant_unless_it_stands_in_another():
    assert match("IMG_1.jpg", facts(), at_hand=FAR).number == FAR
    assert str(match("IMG_1.jpg", facts(), at_hand=FAR).why) == "dropped on it"
    named = match(f"{WEST}.jpg", facts(), at_hand=FAR)
    assert (named.number, [one.number for one in named.candidates]) == ("", [FAR, WEST])
    assert str(named.why) == f"It was dropped on {FAR}, but its name says {WEST}."
    assert match(f"{EAST_PATCH}.jpg", facts(), at_hand=NORTH_HALF).number == NORTH_HALF
    elsewhere = match("IMG_1.jpg", facts(-12, 50, 90), at_hand=FAR)
    assert elsewhere.number == ""
    assert str(elsewhere.why) == f"It was dropped on {FAR}, but taken at {WEST}."
    assert [one.number for one in elsewhere.candidates[:2]] == [FAR, WEST]


def test_what_is_attached_already_is_said():
    there = Photo(WEST, "月_照片/a.jpg", "aa" * 32, 9, None, None, None, None)
    parcels = [replace(PARCELS[0], photos=(there,)), *PARCELS[1:]]
    found = match(f"{FAR}.jpg", facts(), parcels)
    assert (found.usable, found.number) == (False, WEST)
    assert str(found.why) == f"It is attached to {WEST} already."
    # Dropped on another parcel it may be one of that, too.
    assert match("IMG_1.jpg", facts(), parcels, at_hand=FAR).number == FAR
    assert not match("IMG_1.jpg", facts(), parcels, at_hand=WEST).usable


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (f"{WEST}.jpg", facts()),
        (f"{WEST_PATCH}/IMG.jpg", facts(2050, 50, 0)),
        ("IMG_1.jpg", facts(50, 50)),
        ("IMG_1.jpg", facts(170, 50)),
    ],
)
def test_military_land_is_offered_to_nobody(said, seen):
    found = match(said, seen, hidden={WEST_PATCH})
    assert (found.usable, found.military, found.candidates) == (False, True, ())
    assert "3715990001" not in str(found.why)


def test_what_may_as_well_show_military_land_is_left_out():
    seen = facts(170, 50)  # 70 m from the western square, 80 m from the eastern ones
    assert match("IMG_1.jpg", seen).candidates[0].number == WEST
    found = match("IMG_1.jpg", seen, hidden={EAST_PATCH})
    assert (found.usable, found.military, found.candidates) == (False, True, ())
    assert match(f"{WEST}.jpg", seen, hidden={EAST_PATCH}).number == WEST


def test_military_land_nearby_does_not_stand_in_the_way():
    found = match("IMG_1.jpg", facts(300, -10, 0), hidden={WEST_PATCH})
    assert found.number == SOUTH_HALF
    assert WEST not in {one.number for one in found.candidates}
    # Whoever has the parcel at hand may put photos on it.
    assert match("IMG_1.jpg", facts(), hidden={WEST_PATCH}, at_hand=WEST).number == WEST


def test_a_casebook_without_parcels_has_no_candidates():
    assert match("IMG_1.jpg", facts(0, 0, 0), []).candidates == ()
