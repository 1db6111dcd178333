"""Areas against TD/T 1055's own numbers, against PROJ, and against what must always hold."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.areas import (
    adjust,
    cut_long_edges,
    equal_area,
    gauss_project,
    gauss_unproject,
    multipolygon_area_m2,
    plane_area_m2,
    polygon_area_m2,
    to_equal_area,
    zone3,
    zone_of,
)
from tuban.core.mu import mu_from_m2, round_half_up

SQUARE = [(0, 0), (100, 0), (100, 100), (0, 100)]
KILOMETRE = [(0, 0), (1000, 0), (1000, 1000), (0, 1000)]
L_SHAPE = [(0, 0), (30, 0), (30, 12), (15, 12), (15, 24), (0, 24)]


def ring_of(east_m, north_m, corners, zone=39):
    """A closed lon/lat ring from offsets to a corner in the plane of a zone."""
    points = np.add(np.array([*corners, corners[0]], float), [east_m, north_m])
    return np.column_stack(gauss_unproject(*points.T, zone))


@pytest.mark.parametrize(
    ("east_m", "north_m", "corners", "expected_m2"),
    [
        (39411000, 4035000, SQUARE, 9998.0522),
        (39411000, 4035000, KILOMETRE, 999807.1036),
        (39411000, 4035000, L_SHAPE, 539.8948),
        (39500000, 4035000, KILOMETRE, 999999.9887),
        (39365700, 4035000, KILOMETRE, 999559.1835),
    ],
)
def test_area_is_that_of_the_standard(east_m, north_m, corners, expected_m2):
    area = polygon_area_m2([ring_of(east_m, north_m, corners)])
    assert area == pytest.approx(expected_m2, abs=0.01)


def trapezoids_of_the_standard(ring):
    """TD/T 1055-2019, the appendix read word by word: one edge after another."""
    coefficients = (
        1.0033640898341927,
        0.001124189381927124,
        1.699459473518905e-06,
        2.7178578455775555e-09,
        4.358419004834514e-12,
    )
    b2 = 6356752.31414036**2
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in zip(np.radians(ring[:-1]), np.radians(ring[1:])):
        half, middle = (lat2 - lat1) / 2, (lat1 + lat2) / 2
        total += (2 * b2 * (lon1 + lon2) / 2) * sum(
            (-1) ** k * c * math.sin((2 * k + 1) * half) * math.cos((2 * k + 1) * middle)
            for k, c in enumerate(coefficients)
        )
    return abs(total)


def test_shoelace_in_the_equal_area_plane_is_the_sum_of_trapezoids():
    ring = cut_long_edges(ring_of(39411000, 4035000, KILOMETRE), 39)
    assert len(ring) > 50
    assert polygon_area_m2([ring]) == pytest.approx(trapezoids_of_the_standard(ring), abs=1e-3)


def test_hole_is_taken_off_however_it_winds():
    shell = ring_of(39411000, 4035000, SQUARE)
    hole = ring_of(39411020, 4035020, [(0, 0), (10, 0), (10, 10), (0, 10)])
    expected = 9998.0522 - polygon_area_m2([hole])
    for one in (shell, shell[::-1]):
        for other in (hole, hole[::-1]):
            assert polygon_area_m2([one, other]) == pytest.approx(expected, abs=0.005)


def test_parts_are_added():
    left = [ring_of(39411000, 4035000, SQUARE)]
    right = [ring_of(39411500, 4035000, SQUARE)[::-1]]
    assert multipolygon_area_m2([left, right]) == pytest.approx(
        polygon_area_m2(left) + polygon_area_m2(right), abs=1e-6
    )
    assert multipolygon_area_m2([]) == 0.0


def test_lobes_of_a_bow_tie_cancel():
    bow_tie = ring_of(39411000, 4035000, [(0, 0), (100, 100), (100, 0), (0, 100)])
    assert polygon_area_m2([bow_tie]) == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(
    ("lon_deg", "zone"), [(115.4999, 38), (115.5, 39), (117, 39), (118.4999, 39), (118.5, 40)]
)
def test_zone_begins_at_its_western_edge(lon_deg, zone):
    assert zone3(lon_deg) == zone


def test_area_differs_from_the_plane_at_the_edge_of_a_zone_by_0_044_percent():
    area = polygon_area_m2([ring_of(39365700, 4035000, KILOMETRE)])
    assert 1 - area / 1_000_000 == pytest.approx(0.00044, abs=0.00001)


def test_same_ground_through_either_zone_has_the_same_area():
    ring = ring_of(39365700, 4035000, SQUARE)
    east, north = gauss_project(*ring.T, 38)
    back = np.column_stack(gauss_unproject(east, north, 38))
    assert np.abs(back - ring).max() < 1e-10
    assert polygon_area_m2([back]) == pytest.approx(polygon_area_m2([ring]), abs=1e-4)


def test_long_edges_are_cut_in_the_plane_and_vertices_stay():
    ring = ring_of(39411000, 4035000, [(0, 0), (1000, 0), (1000, 30), (0, 30)])
    cut = cut_long_edges(ring, 39)
    steps = np.hypot(*np.diff(np.column_stack(gauss_project(*cut.T, 39)), axis=0).T)
    assert steps.max() < 70.0001
    assert len(cut) == 2 * 15 + 2 + 1
    for vertex in ring:
        assert (np.abs(cut - vertex).sum(axis=1) == 0).any()
    north = gauss_project(*cut.T, 39)[1]
    assert np.abs(north[:16] - 4035000).max() < 1e-4


def test_short_edges_are_left_alone():
    ring = ring_of(39411000, 4035000, [(0, 0), (50, 0), (50, 30)])
    assert cut_long_edges(ring, 39) is ring


def test_shared_edge_is_one_line_when_both_are_cut_in_one_zone():
    west = [ring_of(39365700 - 1000, 4035000, KILOMETRE)]
    east = [ring_of(39365700, 4035000, KILOMETRE)]
    assert (zone_of([west]), zone_of([east])) == (38, 39)
    (west_shell,), (east_shell,) = to_equal_area([west], 39)[0], to_equal_area([east], 39)[0]
    west_points = {tuple(np.round(point, 6)) for point in west_shell}
    shared = [point for point in east_shell if tuple(np.round(point, 6)) in west_points]
    assert len(shared) >= 16


def test_gauss_agrees_with_proj():
    osr = pytest.importorskip("osgeo.osr")
    lon, lat = np.meshgrid(np.linspace(113.5, 119.5, 13), np.linspace(18, 53, 15))
    for zone, code in ((38, 4526), (39, 4527)):
        near = np.abs(lon - 3 * zone) < 3
        systems = [osr.SpatialReference(), osr.SpatialReference()]
        for system, epsg in zip(systems, (4490, code)):
            system.ImportFromEPSG(epsg)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        way = osr.CoordinateTransformation(*systems)
        points = way.TransformPoints(np.column_stack([lon[near], lat[near]]).tolist())
        expected = np.array(points)[:, :2].T
        ours = gauss_project(lon[near], lat[near], zone)
        assert np.abs(np.array(ours) - expected).max() < 1e-4
        back = np.array(gauss_unproject(*ours, zone))
        assert np.abs(back - (lon[near], lat[near])).max() < 1e-10


def test_equal_area_plane_covers_the_ellipsoid():
    """A quarter of the ellipsoid's surface: GRS 80's authalic sphere has 6371007.1810 m."""
    x, y = equal_area(np.array([0.0, 180.0]), np.array([0.0, 90.0]))
    quarter = (x[1] - x[0]) * (y[1] - y[0])
    assert quarter == pytest.approx(math.pi * 6371007.1810**2, rel=1e-9)


polar = st.lists(st.tuples(st.floats(0.3, 1), st.floats(0.05, 1)), min_size=3, max_size=12)


@given(polar, st.floats(73.6, 135), st.floats(18, 53.5), st.floats(5, 400), st.booleans())
def test_small_polygons_agree_with_the_geodesic_area(spokes, lon_deg, lat_deg, size_m, turn):
    pyproj = pytest.importorskip("pyproj")
    angles = np.cumsum([share for _, share in spokes])
    angles = 2 * np.pi * angles / angles[-1]
    radii = size_m * np.array([radius for radius, _ in spokes])
    zone = zone3(lon_deg)
    east, north = gauss_project(np.array(lon_deg), np.array(lat_deg), zone)
    corners = np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])
    ring = ring_of(float(east), float(north), [tuple(corner) for corner in corners], zone)
    # Between vertices the two follow different lines; many vertices leave only the area.
    share = np.linspace(0, 1, 50, endpoint=False)[:, None]
    dense = np.vstack([a + (b - a) * share for a, b in zip(ring[:-1], ring[1:])] + [ring[-1:]])
    geodesic, _ = pyproj.Geod(ellps="GRS80").polygon_area_perimeter(*dense.T)
    ours = polygon_area_m2([dense[::-1] if turn else dense])
    assert ours == pytest.approx(abs(geodesic), abs=0.001 + 1e-7 * abs(geodesic))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2.675, "2.68"),
        (1.005, "1.01"),
        (0.005, "0.01"),
        (0.00499999, "0.00"),
        (-2.675, "-2.68"),
        (-0.001, "0.00"),
        (Decimal("2.665"), "2.67"),
        (3, "3.00"),
        (np.float64(2.675), "2.68"),
    ],
)
def test_rounding_is_half_up_as_read(value, expected):
    assert str(round_half_up(value)) == expected


def test_rounding_to_other_digits():
    assert str(round_half_up(2.5, 0)) == "3"
    assert str(round_half_up(1.00005, 4)) == "1.0001"


@pytest.mark.parametrize(
    ("area_m2", "mu"),
    [
        (10, "0.02"),
        (6670, "10.01"),
        (Decimal("3333.33"), "5.00"),
        (Decimal("3329.99"), "4.99"),
        (13333.33, "20.00"),
        (0, "0.00"),
    ],
)
def test_mu(area_m2, mu):
    assert str(mu_from_m2(area_m2)) == mu


def test_mu_with_the_factor_of_another_plan():
    assert str(mu_from_m2(Decimal("6670"), 1 / Decimal("666.67"))) == "10.00"


cents = st.integers(0, 10**8).map(lambda n: Decimal(n) / 100)
parts_of_cents = st.dictionaries(st.text(max_size=3), cents, min_size=1, max_size=12)
fine = st.integers(0, 10**9).map(lambda n: Decimal(n) / 10**6)
parts_of_any_size = st.dictionaries(st.text(max_size=3), fine | cents, min_size=1, max_size=12)
tiny = st.integers(0, 20).map(lambda n: Decimal(n) / 1000)
parts_that_nearly_vanish = st.dictionaries(st.text(max_size=3), tiny, min_size=1, max_size=40)


@given(parts_of_cents | parts_of_any_size | parts_that_nearly_vanish, cents)
def test_adjusted_parts_sum_to_the_total(parts, total):
    whole = sum(parts.values(), Decimal(0))
    if not whole and total:
        with pytest.raises(ValueError, match="zero"):
            adjust(parts, total)
        return
    total = total.quantize(Decimal("0.01"))
    result = adjust(parts, total)
    assert sum(result.values(), Decimal(0)) == total
    assert set(result) == set(parts)
    for name, part in parts.items():
        assert result[name] >= 0
        assert part or not result[name]
        if whole:
            assert abs(result[name] - part * total / whole) <= Decimal("0.015")


def test_adjusting_many_parts_that_each_round_to_nothing_ends():
    result = adjust({str(n): Decimal("0.002") for n in range(5)}, Decimal("0.01"))
    assert sorted(result.values()) == [0, 0, 0, 0, Decimal("0.01")]


def test_parts_that_already_sum_are_left_alone():
    parts = {"a": Decimal("1.23"), "b": Decimal("4.56"), "c": Decimal("0.00")}
    assert adjust(parts, Decimal("5.79")) == parts


def test_the_largest_part_takes_the_last_cent():
    parts = {"small": Decimal("1.00"), "large": Decimal("8.00")}
    assert adjust(parts, Decimal("9.01")) == {"small": Decimal("1.00"), "large": Decimal("8.01")}
    assert adjust(parts, Decimal("8.99")) == {"small": Decimal("1.00"), "large": Decimal("7.99")}


@pytest.mark.parametrize(
    ("parts", "total"), [({"a": Decimal("-1")}, Decimal("1")), ({"a": Decimal("1")}, Decimal("-1"))]
)
def test_negative_areas_are_refused(parts, total):
    with pytest.raises(ValueError, match="negative"):
        adjust(parts, total)


def test_area_of_the_plane_is_not_measured_twice():
    ring = ring_of(39411000, 4035000, SQUARE)
    assert plane_area_m2(to_equal_area([[ring]])) == multipolygon_area_m2([[ring]])
