"""Photos against their parcel: distances and bearings by pyproj, offsets by the published ones."""

from __future__ import annotations

import random
import re
import warnings
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

pytest.importorskip("osgeo")

from issued_land import land_patch
from osgeo import gdal

from tuban.core.field.exif import azimuth
from tuban.core.field.likeness import alike, likeness_of
from tuban.core.field.photo_checks import issued_from, photo_findings, repeated_photos
from tuban.core.field.place import distance_m, off_target_deg, to_gcj02, without_gcj02
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.model import Dossier, Parcel, Photo
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
TODAY = date(2023, 4, 21)
WEST, SOUTH, SIDE = 115.9, 36.4, 0.001
RING = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) * SIDE + (WEST, SOUTH)
HOLE = np.array([(3, 3), (3, 7), (7, 7), (7, 3), (3, 3)]) * SIDE / 10 + (WEST, SOUTH)
MIDDLE = SOUTH + SIDE / 2


@pytest.fixture(scope="module")
def geod():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pyproj = pytest.importorskip("pyproj")
    return pyproj.Geod(ellps="GRS80")


def test_distances_are_those_on_the_ellipsoid(geod):
    for away in (0.0001, 0.003, 0.02):
        found = distance_m(WEST - away, MIDDLE, [[RING]])
        wanted = geod.inv(WEST - away, MIDDLE, WEST, MIDDLE)[2]
        assert found == pytest.approx(wanted, rel=1e-3)
        corner = distance_m(WEST - away, SOUTH - away, [[RING]])
        assert corner == pytest.approx(
            geod.inv(WEST - away, SOUTH - away, WEST, SOUTH)[2], rel=1e-3
        )


def test_inside_is_no_distance_and_a_hole_is_outside(geod):
    centre = (WEST + SIDE / 2, MIDDLE)
    assert distance_m(*centre, [[RING]]) == 0
    in_hole = distance_m(*centre, [[RING, HOLE]])
    edge = geod.inv(*centre, WEST + 0.3 * SIDE, MIDDLE)[2]
    assert in_hole == pytest.approx(edge, rel=1e-3)
    far = RING + np.array([0.01, 0.0])
    assert distance_m(WEST + 0.0105, MIDDLE, [[RING], [far]]) == 0


@pytest.mark.parametrize(
    ("azimuth_deg", "off"), [(90, 0), (0, 45), (270, 135), (180, 45), (46, 0), (44, 1), (359, 46)]
)
def test_the_angle_past_a_parcel_seen_under_a_right_angle(azimuth_deg, off):
    """Seen from half a side west of the middle of the west edge, it spans 45° to 135°."""
    metres_per_deg_lon = 111_319.49 * np.cos(np.radians(MIDDLE)) * 1.00118
    metres_per_deg_lat = 110_966.0
    west = SIDE / 2 * metres_per_deg_lat / metres_per_deg_lon
    found = off_target_deg(WEST - west, MIDDLE, azimuth_deg, [[RING]])
    assert found == pytest.approx(off, abs=0.1)


def test_bearings_are_those_on_the_ellipsoid(geod):
    rng = random.Random(4)
    small = RING.copy()
    small[:] = (WEST, SOUTH) + (RING - (WEST, SOUTH)) * 1e-5
    for _ in range(50):
        lon, lat = WEST + rng.uniform(-0.02, 0.02), SOUTH + rng.uniform(-0.02, 0.02)
        bearing = geod.inv(lon, lat, WEST, SOUTH)[0]
        for turn in (0, 30, -100, 179):
            found = off_target_deg(lon, lat, (bearing + turn) % 360, [[small]])
            assert found == pytest.approx(abs(turn), abs=0.1)


def test_gcj02_is_the_published_offset():
    """Values printed in the readme of coordtransform (wandergis), which everybody copies."""
    lon, lat = to_gcj02(116.404, 39.915)
    assert (lon, lat) == (
        pytest.approx(116.41024449916938, abs=1e-9),
        pytest.approx(39.91640428150164, abs=1e-9),
    )
    back = without_gcj02(lon, lat)
    assert back == (pytest.approx(116.404, abs=1e-6), pytest.approx(39.915, abs=1e-6))
    assert without_gcj02(2.35, 48.85) is None


# Findings


def photo(**changes) -> Photo:
    good = Photo(
        "A_1",
        "月_照片/aa.jpg",
        "aa" * 32,
        9,
        "2023-04-14T10:00:00",
        WEST - 0.0003,
        MIDDLE,
        88.0,
        "A/远景.jpg",
        "",
    )
    return replace(good, **changes)


def dossier(*photos: Photo) -> Dossier:
    wkb = wkb_from_multipolygon([[RING]])
    patch = land_patch("A", wkb, patch_class="", after_date="2023-04-08", area_m2=Decimal(1))
    return Dossier(patch, Parcel("A_1", "A", Decimal(1), wkb), None, {}, {}, photos)


NEAR = photo(file="月_照片/bb.jpg", sha256="bb" * 32, name="A/近景.jpg")


def names_of(*photos: Photo) -> list:
    return [one.check for one in photo_findings(dossier(*photos), PLAN, TODAY)]


def test_good_photos_give_no_findings():
    assert names_of(photo(), NEAR) == []
    assert names_of() == []


GCJ = to_gcj02(WEST - 0.0003, MIDDLE)


@pytest.mark.parametrize(
    ("changes", "name", "says"),
    [
        ({"taken_at": None}, "photos-time", "does not say when"),
        ({"taken_at": "1970-01-01T08:00:00"}, "photos-time", "its clock was wrong"),
        ({"taken_at": "2023-04-22T08:00:00"}, "photos-time", "its clock was wrong"),
        ({"taken_at": "2023-04-07T23:59:59"}, "photos-time", "before the later image"),
        ({"lon_deg": None, "lat_deg": None}, "photos-place", "does not say where"),
        (
            {"taken_at": None, "lon_deg": None, "lat_deg": None, "azimuth_deg": None},
            "photos-exif",
            "has no EXIF",
        ),
        ({"lon_deg": WEST - 0.002}, "photos-place", r"179 m from the parcel; 100 m are allowed"),
        ({"lon_deg": GCJ[0], "lat_deg": GCJ[1]}, "photos-place", "GCJ-02"),
        ({"azimuth_deg": None}, "photos-direction", "does not say which way"),
        ({"azimuth_deg": 270.0}, "photos-direction", "° past the parcel"),
        ({"name": "A/IMG_1.jpg"}, "photos-kinds", "kinds: Distant view"),
    ],
)
def test_what_is_wrong_with_a_photo_is_said(changes, name, says):
    (found,) = photo_findings(dossier(photo(**changes), NEAR), PLAN, TODAY)
    assert (found.check, found.subject) == (name, "A_1")
    assert re.search(says, str(found.message)), str(found.message)


@pytest.mark.parametrize(
    ("plan_id", "month", "first"),
    [
        ("liaocheng-2023", "2023-05", date(2023, 4, 21)),
        ("liaocheng-2023", "2024-01", date(2023, 12, 21)),
        ("example-2025", "2025-03", date(2025, 2, 16)),
        ("liaocheng-2023", "", None),
    ],
)
def test_patches_of_a_month_are_issued_from_the_day_after_the_cut_off(plan_id, month, first):
    assert issued_from(month, load_plan(plan_id)) == first


def test_a_photo_from_before_the_patch_was_issued_is_told():
    shown = dossier(photo(), replace(NEAR, taken_at="2023-04-21T00:00:00"))
    shown = replace(shown, patch=replace(shown.patch, month="2023-05"))
    (found,) = photo_findings(shown, PLAN, TODAY)
    assert found.check == "photos-time"
    assert "2023-04-14; patches of 2023-05 are issued from 2023-04-21 on" in str(found.message)


def test_one_photo_is_too_few():
    assert names_of(photo()) == ["photos-kinds", "photos-kinds"]


def test_the_same_photo_twice_by_bytes_and_by_looks():
    same_bytes = replace(dossier(photo()), parcel=replace(dossier().parcel, number="B_1"))
    found = list(repeated_photos([dossier(photo()), same_bytes], PLAN))
    assert [number for number, _ in found] == ["B_1"]
    resized = photo(sha256="cc" * 32, name="A/IMG_9.jpg", likeness="f" * 60 + "0000")
    original = photo(likeness="f" * 64)
    (pair,) = repeated_photos([dossier(original, resized)], PLAN)
    assert "IMG_9.jpg shows the same as 远景.jpg of parcel A_1" in str(pair[1])
    other = photo(sha256="dd" * 32, likeness="0" * 16 + "f" * 48)
    assert list(repeated_photos([dossier(original, other)], PLAN)) == []


# Fingerprints


def picture(seed: int, width: int, height: int) -> gdal.Dataset:
    """A landscape of soft blobs, the same at any size."""
    rng = np.random.default_rng(seed)
    x, y = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    grey = np.zeros_like(x)
    for _ in range(40):
        at_x, at_y, wide, high = rng.random(4)
        grey += (rng.random() - 0.5) * np.exp(
            -(((x - at_x) / (0.02 + wide / 5)) ** 2) - ((y - at_y) / (0.02 + high / 5)) ** 2
        )
    grey = ((grey - grey.min()) / np.ptp(grey) * 255).astype(np.uint8)
    made = gdal.GetDriverByName("MEM").Create("", width, height, 1)
    made.GetRasterBand(1).WriteRaster(0, 0, width, height, grey.tobytes())
    return made


def test_a_resized_picture_is_alike_and_another_is_not():
    prints = [likeness_of(picture(1, 900, 600)), likeness_of(picture(1, 300, 200))]
    prints += [likeness_of(picture(seed, 900, 600)) for seed in range(2, 12)]
    assert alike(prints, PLAN.photo_rules.checks.alike_within_bits) == [(0, 1)]


def test_pictures_of_one_colour_are_like_nothing():
    plain = gdal.GetDriverByName("MEM").Create("", 40, 30, 3)
    assert likeness_of(plain) == ""
    assert alike(["", "", "f" * 64], 32) == []


def test_alike_is_told_for_thousands_quickly():
    rng = np.random.default_rng(1)
    prints = [rng.bytes(32).hex() for _ in range(3000)]
    prints.append(prints[7])
    assert alike(prints, 32) == [(7, 3000)]


# Drones


@pytest.mark.parametrize(
    ("xmp", "degrees"),
    [
        ('drone-dji:GimbalYawDegree="-90.0" drone-dji:FlightYawDegree="+10.5"', 270.0),
        ("<drone-dji:GimbalYawDegree>+45.50</drone-dji:GimbalYawDegree>", 45.5),
        ("drone-dji:FlightYawDegree = '-10'", 350.0),
        ('drone-dji:GimbalYawDegree=""', None),
        ('drone-dji:GimbalYawDegree="9999"', None),
        ("", None),
    ],
)
def test_the_yaw_of_a_drone(xmp, degrees):
    assert azimuth({}, xmp) == degrees
    assert azimuth({"EXIF_GPSImgDirection": "(12)"}, xmp) == 12.0
