"""Parcels over land use: areas known by hand or from PROJ's geodesic, not from our code."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")
from overlay_land import (
    CLASSES,
    EAST,
    HALVES,
    HUNDRED,
    NORTH,
    PLAN,
    classes_of,
    geodesic_m2,
    only,
    parcel_of,
    rectangle,
    said,
    wkt,
)

from tuban.core.mu import round_half_up
from tuban.core.overlay.run import overlay_parcels


def test_two_halves(layer):
    found = only(parcel_of(HUNDRED), layer("land_use", HALVES))
    west = geodesic_m2(rectangle(0, 0, 50, 100))
    assert classes_of(found) == {
        "cultivated": pytest.approx(west, abs=0.015),
        "construction": pytest.approx(geodesic_m2(rectangle(50, 0, 100, 100)), abs=0.015),
    }
    assert found.area_m2 == Decimal("9998.05")
    assert found.cultivated_m2 + found.construction_m2 == found.area_m2
    assert found.location in ("东村", "西村")
    assert [one.name for one in found.layers] == ["DLTB"]


def test_holes_of_parcel_and_of_feature(layer):
    parcel = parcel_of(HUNDRED, rectangle(10, 10, 30, 30))
    around = wkt(rectangle(-10, -10, 110, 110), rectangle(60, 60, 90, 90))
    rows = [(around, {"DLBM": "0102"}), (wkt(rectangle(60, 60, 90, 90)), {"DLBM": "1104"})]
    found = only(parcel, layer("land_use", rows))
    island = geodesic_m2(rectangle(60, 60, 90, 90))
    field = geodesic_m2(HUNDRED, rectangle(10, 10, 30, 30)) - island
    assert classes_of(found) == {
        "cultivated": pytest.approx(field, abs=0.015),
        "other_agricultural": pytest.approx(island, abs=0.015),
    }


def test_uncovered_is_a_figure_of_its_own(layer):
    rows = [(wkt(rectangle(0, 0, 60, 100)), {"DLBM": "0102"})]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    expected = geodesic_m2(rectangle(60, 0, 100, 100))
    assert float(found.uncovered_m2) == pytest.approx(expected, abs=0.015)


def test_thread_between_features_is_no_gap(layer):
    """Neighbours whose points differ by a hundredth of a millimetre leave nothing uncovered."""
    rows = [
        (wkt(rectangle(-10, -10, 50, 110)), {"DLBM": "0102"}),
        (
            wkt([(50.00001, -10), (120, -10), (120, 110), (50.00001, 110), (50.00001, -10)]),
            {"DLBM": "0102"},
        ),
    ]
    assert (
        only(
            parcel_of(rectangle(0, 0, 100, 900)),
            layer(
                "land_use",
                [
                    (shape.replace(str(NORTH + 110), str(NORTH + 999)), fields)
                    for shape, fields in rows
                ],
            ),
        ).uncovered_m2
        == 0
    )


def test_gap_of_a_millimetre_is_a_gap(layer):
    rows = [
        (wkt(rectangle(-10, -10, 50, 999)), {"DLBM": "0102"}),
        (wkt(rectangle(50.001, -10, 120, 999)), {"DLBM": "0102"}),
    ]
    found = only(parcel_of(rectangle(0, 0, 100, 900)), layer("land_use", rows))
    assert found.uncovered_m2 == Decimal("0.90")


def test_overlapping_features_count_once_and_the_lowest_number_wins(layer):
    rows = [
        (wkt(rectangle(0, 0, 100, 60)), {"DLBM": "0102"}),
        (wkt(rectangle(0, 40, 100, 100)), {"DLBM": "0702"}),
        (wkt(rectangle(0, 0, 100, 60)), {"DLBM": "0102"}),
    ]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert float(found.cultivated_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 0, 100, 60)), abs=0.015
    )
    assert float(found.construction_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 60, 100, 100)), abs=0.015
    )
    overlap = geodesic_m2(rectangle(0, 40, 100, 60))
    assert f"feature 1 of DLTB (0102) and feature 2 of DLTB (0702) overlap by {overlap:.2f} m²" in (
        said(found)
    )
    assert "feature 1 of DLTB (0102) and feature 3" not in said(found)


def test_duplicates_of_basic_farmland_count_once(layer):
    half = (wkt(rectangle(0, 0, 50, 100)), {})
    more = (wkt(rectangle(25, 0, 75, 100)), {})
    found = only(
        parcel_of(HUNDRED),
        layer("land_use", HALVES),
        layer("basic_farmland", [half, half, more, half]),
    )
    assert float(found.basic_farmland_m2) == pytest.approx(
        geodesic_m2(rectangle(0, 0, 75, 100)), abs=0.011
    )


def test_deduction_of_pieces(layer):
    rows = [(HALVES[0][0], {"DLBM": "0103", "KCXS": " 0.1 ", "KCDLBM": "1203"}), HALVES[1]]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert found.cultivated_gross_m2 - found.cultivated_m2 == found.by_code_m2["1203"]
    assert float(found.by_code_m2["1203"]) == pytest.approx(499.90, abs=0.011)


def test_lower_case_code_with_spaces(layer):
    rows = [(wkt(rectangle(-9, -9, 109, 109)), {"DLBM": " 08h2a "})]
    assert list(only(parcel_of(HUNDRED), layer("land_use", rows)).by_code_m2) == ["08H2A"]


def test_invalid_feature_is_repaired_and_told(layer):
    """A bow tie whose lobes are the lower and the upper triangle: half of the square."""
    bow_tie = wkt([(0, 0), (100, 0), (0, 100), (100, 100), (0, 0)])
    found = only(parcel_of(HUNDRED), layer("land_use", [(bow_tie, {"DLBM": "0102"})]))
    assert float(found.cultivated_m2) == pytest.approx(9998.05 / 2, abs=0.02)
    assert "feature 1 of DLTB is not valid; it was repaired" in said(found)


def test_parts_of_a_feature_that_overlap_do_not_cancel(layer):
    parts = [wkt(rectangle(0, 0, 60, 100)), wkt(rectangle(40, 0, 100, 100))]
    shape = "MULTIPOLYGON (" + ", ".join(part[len("POLYGON ") :] for part in parts) + ")"
    found = only(parcel_of(HUNDRED), layer("land_use", [(shape, {"DLBM": "0102"})]))
    assert found.cultivated_m2 == found.area_m2


def test_invalid_parcel_is_repaired_and_its_area_told(layer):
    bow_tie = [(0, 0), (100, 0), (0, 100), (100, 100), (0, 0)]
    found = only(parcel_of(bow_tie), layer("land_use", HALVES))
    assert "parcel's own geometry was repaired" in said(found)
    assert "its geometry has 4999.0" in said(found)


def test_empty_and_missing_geometry_is_passed_over(layer):
    rows = [(None, {"DLBM": "0702"}), ("POLYGON EMPTY", {"DLBM": "0702"}), *HALVES]
    found = only(parcel_of(HUNDRED), layer("land_use", rows))
    assert found.uncovered_m2 == 0


def test_height_measure_and_arcs(layer):
    high = (
        wkt(HUNDRED).replace("POLYGON", "POLYGON ZM").replace(",", " 5 6,").replace("))", " 5 6))")
    )
    arc = f"CURVEPOLYGON (CIRCULARSTRING ({EAST} {NORTH}, {EAST + 100} {NORTH}, {EAST} {NORTH}))"
    parcel = parcel_of(rectangle(-50, -150, 150, 150))
    found = only(parcel, layer("land_use", [(arc, {"DLBM": "0102"}), (high, {"DLBM": "0702"})]))
    circle = math.pi * 50**2 * 0.9998052
    assert float(found.cultivated_m2) == pytest.approx(circle, rel=1e-3)
    assert float(found.construction_m2) == pytest.approx(9998.05 - circle / 2, rel=1e-3)


def test_features_that_only_touch_add_nothing(layer):
    rows = [
        *HALVES,
        (wkt(rectangle(100, 0, 200, 100)), {"DLBM": "0404"}),
        (wkt(rectangle(100, 100, 200, 200)), {"DLBM": "1006"}),
    ]
    shapes = [rows[0], (wkt(rectangle(50, -50, 100, 150)), {"DLBM": "0702"}), *rows[2:]]
    found = only(parcel_of(HUNDRED), layer("land_use", shapes))
    assert list(found.by_code_m2) == ["0102", "0702"]


def test_parcel_that_is_a_feature_to_the_last_bit(layer):
    found = only(parcel_of(HUNDRED), layer("land_use", [(wkt(HUNDRED), {"DLBM": "0102"})], 4527))
    assert found.cultivated_m2 == found.area_m2
    assert found.adjusted_m2 == {}


@pytest.mark.parametrize(
    ("depth_m", "mu"),
    [(33.34, "5.00"), (33.30, "4.99"), (66.70, "10.00"), (133.36, "20.00"), (133.32, "19.99")],
)
def test_threshold_in_mu_from_geometry(layer, depth_m, mu):
    """100 m of ground are 99.98… m² per metre of depth here (9998.05 m² per 100 m square)."""
    strip = rectangle(0, 0, 100, depth_m)
    expected = round_half_up(round_half_up(geodesic_m2(strip)) * Decimal("0.0015"))
    assert str(expected) == mu
    found = only(
        parcel_of(rectangle(0, 0, 100, 300)),
        layer("land_use", [(wkt(rectangle(-9, -9, 109, 309)), {"DLBM": "0102"})]),
        layer("basic_farmland", [(wkt(strip), {})]),
    )
    assert str(found.basic_farmland_mu) == mu


def test_order_of_features_and_winding_do_not_change_the_sums(layer):
    def turned(shape):
        ring = shape[len("POLYGON ((") : -2].split(", ")
        return "POLYGON ((" + ", ".join(reversed(ring)) + "))"

    one = only(parcel_of(HUNDRED), layer("land_use", HALVES))
    other = only(
        parcel_of(HUNDRED[::-1]),
        layer(
            "land_use",
            [(turned(shape), values) for shape, values in HALVES[::-1]],
            name="DLTB_2",
            layer="DLTB_2",
        ),
    )
    assert classes_of(one) == classes_of(other)


def test_splitting_a_parcel_does_not_change_the_sums(layer):
    source = layer("land_use", HALVES)
    whole = only(parcel_of(HUNDRED), source)
    parts = overlay_parcels(
        [parcel_of(rectangle(0, 0, 100, 33)), parcel_of(rectangle(0, 33, 100, 100))], [source], PLAN
    )
    total = sum(part.cultivated_m2 for part in parts)
    assert abs(total - whole.cultivated_m2) <= Decimal("0.03")


def test_random_partition_agrees_with_the_geodesic(layer):
    """Land split by crooked lines, the parcel a star over many of them."""
    random = np.random.default_rng(7)
    xs, ys = np.meshgrid(np.arange(-3, 4) * 90.0, np.arange(-3, 4) * 80.0)
    xs, ys = xs + random.uniform(-25, 25, xs.shape), ys + random.uniform(-25, 25, ys.shape)
    cells = [
        [(xs[r, c], ys[r, c]) for r, c in ((i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j), (i, j))]
        for i in range(6)
        for j in range(6)
    ]
    codes = [("0102", "0301", "0404", "0702")[n % 4] for n in range(len(cells))]
    angles = np.linspace(0, 2 * np.pi, 18)
    radii = np.where(np.arange(18) % 2, 70.0, 190.0)
    radii[-1] = radii[0]
    star = list(zip(radii * np.cos(angles), radii * np.sin(angles)))
    star[-1] = star[0]
    found = only(
        parcel_of(star),
        layer("land_use", [(wkt(cell), {"DLBM": code}) for cell, code in zip(cells, codes)], 4526),
    )
    shapely = pytest.importorskip("shapely.geometry")
    for code in ("0102", "0301", "0404", "0702"):
        expected = 0.0
        for cell, its_code in zip(cells, codes):
            cut = shapely.Polygon(star).intersection(shapely.Polygon(cell))
            if its_code == code and not cut.is_empty:
                expected += sum(
                    geodesic_m2(list(part.exterior.coords))
                    for part in getattr(cut, "geoms", [cut])
                    if part.area
                )
        assert float(found.by_code_m2[code]) == pytest.approx(expected, abs=0.03)
    assert found.uncovered_m2 == 0


GRID = [
    (wkt(rectangle(x, y, x + 60, y + 60)), {"DLBM": code, "KCXS": "0.0731"})
    for n, x in enumerate(range(-240, 240, 60))
    for y, code in zip(range(-240, 240, 60), ("0102", "0301", "0404", "0702") * 2)
    if (n + y // 60) % 7
]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.lists(st.floats(0.2, 1), min_size=3, max_size=20),
    st.floats(1, 230),
    st.floats(-60, 60),
    st.floats(-60, 60),
)
def test_identity_holds_on_any_parcel(grid, radii, size_m, x, y):
    angles = np.linspace(0, 2 * np.pi, len(radii) + 1)[:-1]
    corners = [
        (x + size_m * r * math.cos(a), y + size_m * r * math.sin(a)) for r, a in zip(radii, angles)
    ]
    found = only(parcel_of([*corners, corners[0]]), grid)
    areas = [getattr(found, f"{name}_m2") for name in CLASSES]
    assert sum(areas) == found.area_m2
    assert sum(getattr(found, f"{name}_mu") for name in CLASSES) == found.area_mu
    assert all(abs(change) <= Decimal("0.03") for change in found.adjusted_m2.values())


@pytest.fixture
def grid(layer):
    source = layer("land_use", GRID)
    yield source
    source.close()  # pytest holds it longer than pytest-qgis leaves GDAL alive
