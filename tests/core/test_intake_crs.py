"""Where the land is: declarations against coordinates, zones, and the questions left."""

from __future__ import annotations

import math

import numpy as np
import pytest

pytest.importorskip("osgeo")

from tuban.core.areas import gauss_unproject
from tuban.core.errors import UndecidedInput
from tuban.core.geometry import multipolygon_from_wkb
from tuban.core.intake import ReadOptions, read_draft
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
E0, N0 = 39_411_000.0, 4_035_000.0
PLAIN_E0 = E0 - 39_000_000


def checks(draft, name="crs"):
    return [str(one.message) for one in draft.notes if one.check == f"intake.{name}"]


def ring_of(patch):
    return multipolygon_from_wkb(patch.geometry)[0][0]


def expected_ring(square, zone):
    """By the Krüger series of core/areas.py, which PROJ does not use here."""
    east, north = np.array(square).T
    return np.column_stack(gauss_unproject(east, north, zone))


@pytest.mark.parametrize("epsg", [4527, 4548, None])
def test_prefixed_eastings_stay_in_their_zone(issued, bytes_of_files, epsg):
    """With a prj without prefix (4548) the land would lie 39,000 km away."""
    draft = read_draft(issued.shapefile([issued.row()], epsg=epsg), PLAN)
    ring = ring_of(draft.patches[0])
    np.testing.assert_allclose(ring, expected_ring(bytes_of_files.square(), 39), atol=1e-10)
    assert len(ring) == 5
    assert draft.source.crs == "EPSG:4527"
    assert any("cannot be in" in one for one in checks(draft)) == (epsg == 4548)


@pytest.mark.parametrize("epsg", [4548, 4527])
def test_plain_eastings_take_the_declared_meridian(issued, bytes_of_files, epsg):
    square = bytes_of_files.square(PLAIN_E0)
    draft = read_draft(issued.shapefile([issued.row()], [[square]], epsg=epsg), PLAN)
    expected = expected_ring(bytes_of_files.square(), 39)
    np.testing.assert_allclose(ring_of(draft.patches[0]), expected, atol=1e-10)
    assert draft.source.crs == "EPSG:4548"
    assert any("cannot be in" in one for one in checks(draft)) == (epsg == 4527)


def test_plain_eastings_without_a_meridian_are_asked_about(issued, bytes_of_files):
    square = bytes_of_files.square(PLAIN_E0)
    path = issued.shapefile([issued.row()], [[square]], epsg=None)
    with pytest.raises(UndecidedInput) as caught:
        read_draft(path, PLAN)
    assert caught.value.question == "crs"
    assert {"EPSG:4547", "EPSG:4548"} <= set(caught.value.choices)
    for code, zone in (("EPSG:4548", 39), ("EPSG:4547", 38)):
        draft = read_draft(path, PLAN, ReadOptions(crs=code))
        shifted = bytes_of_files.square(PLAIN_E0 + zone * 1_000_000)
        expected = expected_ring(shifted, zone)
        np.testing.assert_allclose(ring_of(draft.patches[0]), expected, atol=1e-10)
        assert draft.source.crs == code


def test_a_wrong_choice_does_not_move_the_land(issued, bytes_of_files):
    path = issued.shapefile([issued.row()])
    draft = read_draft(path, PLAN, ReadOptions(crs="EPSG:4548"))
    expected = expected_ring(bytes_of_files.square(), 39)
    np.testing.assert_allclose(ring_of(draft.patches[0]), expected, atol=1e-10)
    assert "as chosen" in checks(draft)[0]


def test_a_choice_that_is_none_is_asked_again(issued):
    with pytest.raises(UndecidedInput, match="Liaocheng"):
        read_draft(issued.shapefile([issued.row()]), PLAN, ReadOptions(crs="Liaocheng"))


def test_both_zones_in_one_file(issued, bytes_of_files):
    """A county astride 115.5°E: the same corner of land, once in each zone."""
    west = bytes_of_files.square(38_634_000.0)
    east = bytes_of_files.square(39_366_000.0)
    path = issued.shapefile([issued.row("W"), issued.row("E")], [[west], [east]], epsg=4527)
    draft = read_draft(path, PLAN)
    for patch, square, zone in zip(draft.patches, (west, east), (38, 39)):
        np.testing.assert_allclose(ring_of(patch), expected_ring(square, zone), atol=1e-10)
    lons = [ring_of(patch)[0, 0] for patch in draft.patches]
    assert lons == pytest.approx([115.5, 115.5], abs=0.02)
    assert draft.source.crs == "EPSG:4526, EPSG:4527"
    assert any("EPSG:4526: 1, EPSG:4527: 1" in one for one in checks(draft))


def test_a_layer_wholly_in_the_zone_it_does_not_declare(issued, bytes_of_files):
    square = bytes_of_files.square(38_600_000.0)
    draft = read_draft(issued.shapefile([issued.row()], [[square]], epsg=4527), PLAN)
    np.testing.assert_allclose(ring_of(draft.patches[0]), expected_ring(square, 38), atol=1e-10)
    assert "EPSG:4526" in checks(draft)[0]


LONLAT = [(116.0, 36.4), (116.0, 36.401), (116.001, 36.401), (116.001, 36.4), (116.0, 36.4)]


@pytest.mark.parametrize("epsg", [4490, None, 4527, 4326])
def test_degrees(issued, epsg):
    draft = read_draft(issued.shapefile([issued.row()], [[LONLAT]], epsg=epsg), PLAN)
    np.testing.assert_array_equal(ring_of(draft.patches[0]), LONLAT)
    said = {4490: "", None: "does not say", 4527: "cannot be in", 4326: "less than a metre"}[epsg]
    assert all(said in one for one in checks(draft)[:1])
    assert bool(checks(draft)) == (epsg != 4490)


def test_a_projection_of_another_family_is_followed(issued):
    """Web Mercator near 118°E looks like an easting of the 6° zone 13."""
    radius = 6378137.0
    mercator = [
        (radius * math.radians(lon + 2), radius * math.asinh(math.tan(math.radians(lat))))
        for lon, lat in LONLAT
    ]
    draft = read_draft(issued.shapefile([issued.row()], [[mercator]], epsg=3857), PLAN)
    expected = np.add(LONLAT, (2, 0))
    np.testing.assert_allclose(ring_of(draft.patches[0]), expected, atol=1e-9)
    assert "less than a metre" in checks(draft)[0]


@pytest.mark.parametrize("epsg", [2363, 2382, 4610, 2435])
def test_other_datums_are_never_converted_silently(issued, epsg):
    """Xian 1980 and Beijing 1954 lie tens of metres beside CGCS2000."""
    path = issued.shapefile([issued.row()], epsg=epsg)
    with pytest.raises(UndecidedInput, match="local parameters") as caught:
        read_draft(path, PLAN)
    assert caught.value.question == "crs"
    assert read_draft(path, PLAN, ReadOptions(crs="EPSG:4527")).source.crs == "EPSG:4527"


def test_a_prj_that_says_nothing_is_no_prj(issued):
    path = issued.shapefile([issued.row()])
    path.with_suffix(".prj").write_text("GARBAGE[", encoding="utf-8")
    assert "not understood" in checks(read_draft(path, PLAN))[0]
    path.with_suffix(".prj").write_text('LOCAL_CS["unknown",UNIT["Meter",1]]', encoding="utf-8")
    assert read_draft(path, PLAN).source.crs == "EPSG:4527"


@pytest.mark.parametrize("east, north", [(0, 0), (5e7, 4e6), (3.95e7, 9e6), (1e300, 1e300)])
def test_land_that_lies_nowhere_is_refused(issued, bytes_of_files, east, north):
    shapes = [[bytes_of_files.square(east, north)], [bytes_of_files.square()]]
    draft = read_draft(issued.shapefile([issued.row("A"), issued.row("B")], shapes), PLAN)
    assert [patch.number for patch in draft.patches] == ["B"]
    assert (draft.refused[0].row, draft.refused[0].number) == (1, "A")
    assert "nowhere in China" in str(draft.refused[0].reason)
