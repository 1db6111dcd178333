"""Shapes that are wrong: repaired where it changes nothing, refused with a reason elsewhere."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")

from osgeo import ogr, osr

from tuban.core.geometry import multipolygon_from_wkb
from tuban.core.intake import read_draft
from tuban.core.intake.geometry_repair import Shape, shape_of
from tuban.core.plan import load_plan
from tuban.core.text import Text

PLAN = load_plan("liaocheng-2023")
TOLERANCE = PLAN.area_rules.repair_tolerance_m2
E0, N0 = 39_411_000.0, 4_035_000.0
SQUARE_M2 = 9998.0522  # TD/T 1055-2019, test vector


def reference(epsg):
    made = osr.SpatialReference()
    made.ImportFromEPSG(epsg)
    made.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return made


TO_LONLAT = osr.CoordinateTransformation(reference(4527), reference(4490))


def at_place(wkt_points):
    return ", ".join(f"{E0 + x!r} {N0 + y!r}" for x, y in wkt_points)


def ring(*points):
    return f"({at_place(points)})"


SQUARE = ring((0, 0), (0, 100), (100, 100), (100, 0), (0, 0))
HOLE = ring((20, 20), (40, 20), (40, 40), (20, 40), (20, 20))


def read(wkt):
    geometry = ogr.CreateGeometryFromWkt(wkt)
    assert geometry is not None, wkt
    return shape_of(geometry, TO_LONLAT, TOLERANCE)


def said(shape):
    return [str(one) for one in shape.done]


def test_a_plain_square_is_left_alone():
    shape = read(f"POLYGON ({SQUARE})")
    assert shape.area_m2 == pytest.approx(SQUARE_M2, abs=2e-3)
    assert (shape.done, shape.flattened, len(shape.polygons[0][0])) == ([], False, 5)


def test_holes_and_parts():
    shape = read(f"MULTIPOLYGON (({SQUARE}, {HOLE}))")
    assert shape.area_m2 == pytest.approx(SQUARE_M2 - 400 * SQUARE_M2 / 10_000, abs=1e-3)
    assert shape.done == []
    other = ring((200, 0), (200, 100), (300, 100), (300, 0), (200, 0))
    shape = read(f"MULTIPOLYGON (({SQUARE}), ({other}))")
    assert said(shape) == ["it has 2 separate parts"]
    assert len(shape.polygons) == 2


@pytest.mark.parametrize(
    "wkt, reason",
    [
        ("POLYGON EMPTY", "empty"),
        ("MULTIPOLYGON EMPTY", "empty"),
        (f"POINT ({E0} {N0})", "POINT"),
        (f"LINESTRING {ring((0, 0), (9, 9))}", "LINESTRING"),
        (f"GEOMETRYCOLLECTION (POLYGON ({SQUARE}), POINT ({E0} {N0}))", "GEOMETRYCOLLECTION"),
        (f"POLYGON ({ring((0, 0), (10, 10), (0, 0))})", "no area"),
        (f"POLYGON ({ring((0, 0), (10, 0), (20, 0), (0, 0))})", "no area"),
        (f"POLYGON ({ring((0, 0), (100, 100), (100, 0), (0, 100), (0, 0))})", "crosses"),
        (f"POLYGON ({ring(*[(0, 0), (0, 9), (9, 9), (9, 0)] * 2, (0, 0))})", "crosses"),
    ],
)
def test_refusals(wkt, reason):
    outcome = read(wkt)
    assert isinstance(outcome, Text)
    assert reason in str(outcome)


def test_null_is_refused():
    assert "no shape" in str(shape_of(None, TO_LONLAT, TOLERANCE))


def test_overlapping_parts_are_refused():
    """Two parts share 50 × 50 m: which of the two areas is meant cannot be known."""
    other = ring((50, 50), (50, 150), (150, 150), (150, 50), (50, 50))
    outcome = read(f"MULTIPOLYGON (({SQUARE}), ({other}))")
    assert isinstance(outcome, Text) and "m²" in str(outcome)


def test_a_hole_outside_is_refused():
    hole = ring((200, 20), (240, 20), (240, 40), (200, 40), (200, 20))
    assert isinstance(read(f"POLYGON ({SQUARE}, {hole})"), Text)


def test_an_open_ring_is_closed():
    shape = read(f"POLYGON ({ring((0, 0), (0, 100), (100, 100), (100, 0))})")
    assert shape.area_m2 == pytest.approx(SQUARE_M2, abs=2e-3)
    assert said(shape) == ["1 open rings were closed"]
    np.testing.assert_array_equal(shape.polygons[0][0][0], shape.polygons[0][0][-1])


def test_repeated_points_are_left_out():
    wkt = ring((0, 0), (0, 100), (0, 100), (0, 100), (100, 100), (100, 0), (0, 0), (0, 0))
    shape = read(f"POLYGON ({wkt})")
    assert shape.area_m2 == pytest.approx(SQUARE_M2, abs=2e-3)
    assert said(shape) == ["3 repeated points were left out"]
    assert len(shape.polygons[0][0]) == 5


def test_a_spike_is_taken_off():
    wkt = ring((0, 0), (0, 100), (100, 100), (150, 100), (100, 100), (100, 0), (0, 0))
    shape = read(f"POLYGON ({wkt})")
    assert shape.area_m2 == pytest.approx(SQUARE_M2, abs=1e-3)
    assert "repaired" in said(shape)[0]


def test_a_ring_that_touches_itself_is_kept():
    """A hole that hangs on the outer ring by one point, drawn in one line."""
    outline = [(0, 0), (0, 100), (100, 100), (100, 0), (50, 0), (60, 20), (40, 20), (50, 0), (0, 0)]
    shape = read(f"POLYGON ({ring(*outline)})")
    triangle = 200 * SQUARE_M2 / 10_000
    assert shape.area_m2 == pytest.approx(SQUARE_M2 - triangle, abs=1e-2)
    assert "repaired" in said(shape)[0]


@pytest.mark.parametrize("width, accepted", [(0.0005, True), (0.5, False)])
def test_a_crossing_is_repaired_only_within_the_tolerance(width, accepted):
    """Two corners swapped: the lobe beyond the crossing has about ``width`` × 5 m."""
    outline = [(0, 0), (0, 100), (100, 100), (100, 50), (100 + width, 40), (100 + width, 50)]
    outcome = read(f"POLYGON ({ring(*outline, (100, 40), (100, 0), (0, 0))})")
    assert isinstance(outcome, Shape) == accepted
    if accepted:
        assert outcome.area_m2 == pytest.approx(SQUARE_M2, abs=0.01)
        assert "repaired" in said(outcome)[0]


def test_heights_and_measures_are_left_out():
    corners = [(0, 0), (0, 100), (100, 100), (100, 0), (0, 0)]
    points = ", ".join(f"{E0 + x} {N0 + y} 31.5 7" for x, y in corners)
    shape = read(f"POLYGON ZM (({points}))")
    assert shape.flattened and shape.area_m2 == pytest.approx(SQUARE_M2, abs=2e-3)


def test_a_curve_is_straightened_closely_enough():
    """A circle of 50 m radius: π·50² m² in the plane, at the square's own scale."""
    circle = ring((0, 50), (50, 100), (100, 50), (50, 0), (0, 50))
    shape = read(f"CURVEPOLYGON (CIRCULARSTRING {circle})")
    expected = math.pi * 2500 * SQUARE_M2 / 10_000
    assert shape.area_m2 == pytest.approx(expected, abs=0.02)
    assert "curves" in said(shape)[0]


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    radii=st.lists(st.floats(20, 200), min_size=3, max_size=40),
    east=st.floats(39_366_000, 39_634_000),
)
def test_star_shaped_land_keeps_its_vertices_and_its_area(radii, east):
    """Against pyproj's geodesic, whose edges differ from the plane's by far less than 0.1 m²."""
    pyproj = pytest.importorskip("pyproj")
    angles = [2 * math.pi * index / len(radii) for index in range(len(radii))]
    points = [
        (east + radius * math.cos(angle), N0 + radius * math.sin(angle))
        for radius, angle in zip(radii, angles)
    ]
    written = ", ".join(f"{x!r} {y!r}" for x, y in [*points, points[0]])
    shape = read(f"POLYGON (({written}))")
    assert isinstance(shape, Shape) and shape.done == []
    lonlat = shape.polygons[0][0]
    assert len(lonlat) == len(points) + 1
    area, _ = pyproj.Geod(ellps="GRS80").polygon_area_perimeter(*lonlat.T)
    assert shape.area_m2 == pytest.approx(abs(area), abs=0.02)


def test_reasons_come_with_row_and_number(issued, bytes_of_files):
    good = bytes_of_files.square()
    bow = [(E0, N0), (E0 + 100, N0 + 100), (E0 + 100, N0), (E0, N0 + 100), (E0, N0)]
    rows = [issued.row(f"N{index}") for index in range(1, 6)]
    shapes = [[good], [], [bow], [good[:-1]], [[(E0, N0), (E0 + 9, N0), (E0, N0)]]]
    path = issued.shapefile(rows, shapes)
    draft = read_draft(path, PLAN)
    assert [patch.number for patch in draft.patches] == ["N1", "N4"]
    assert [(one.row, one.number) for one in draft.refused] == [(2, "N2"), (3, "N3"), (5, "N5")]
    assert [str(one.reason).split(":")[0] for one in draft.refused] == [
        "Row 2, patch N2",
        "Row 3, patch N3",
        "Row 5, patch N5",
    ]
    notes = [one for one in draft.notes if one.check == "intake.geometry"]
    assert [(one.subject, str(one.message)) for one in notes] == [
        ("N4", "Row 4, patch N4: 1 open rings were closed.")
    ]
    assert {patch.area_m2 for patch in draft.patches} == {Decimal("9998.05")}


def test_heights_are_said_once_for_a_file(issued, bytes_of_files):
    path = issued.shapefile([issued.row("1"), issued.row("2")])
    records = [bytes_of_files.record([bytes_of_files.square()], kind=15, z=31.5)] * 2
    bytes_of_files.shapes(path, records, kind=15)
    draft = read_draft(path, PLAN)
    notes = [str(one.message) for one in draft.notes if one.check == "intake.heights"]
    assert notes == ["2 shapes had heights or measures; left out."]
    assert multipolygon_from_wkb(draft.patches[0].geometry)[0][0].shape == (5, 2)
