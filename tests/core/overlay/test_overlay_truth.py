"""Any shapes over any shapes against shapely and PROJ's geodesic; what must hold of every overlay.

Shapes are drawn in metres in the plane of zone 39. Truth: shapely cuts them there, and PROJ's
geodesic measures the pieces, which have a point at least every two metres.
"""

from __future__ import annotations

import itertools
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("osgeo")
pytest.importorskip("shapely")
from overlay_land import (
    EAST,
    HUNDRED,
    NORTH,
    PLAN,
    degrees,
    geodesic_m2,
    make_layer,
    only,
    parcel_of,
    rectangle,
    said,
    wkt,
)
from shapely import affinity, geometry, ops

from tuban.core.areas import multipolygon_area_m2
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.model import Parcel
from tuban.core.mu import round_half_up
from tuban.core.overlay.near import LONG_POINTS
from tuban.core.overlay.run import overlay_parcels

# Rounding, one adjustment, and what the standard and the geodesic call a straight edge.
CLOSE_M2 = 0.03
LOOKED_M = float(PLAN.area_rules.nearest_within_m)
SOME = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def true_m2(shape, **place):
    """The geodesic area of what of a shape is area."""
    if shape.geom_type == "Polygon":
        rings = [list(ring.coords) for ring in (shape.exterior, *shape.interiors) if shape.area]
        return geodesic_m2(*rings, **place) if rings else 0.0
    return sum(true_m2(part, **place) for part in getattr(shape, "geoms", ()))


def parts_of(shape):
    found = getattr(shape, "geoms", [shape])
    return [part for part in found if part.geom_type == "Polygon" and part.area > 1e-3]


def parcel_from(shape, number="p_1", **place):
    """A parcel from shapely's polygons, in metres."""
    polygons = [
        degrees([list(ring.coords) for ring in (part.exterior, *part.interiors)], **place)
        for part in parts_of(shape)
    ]
    area = round_half_up(multipolygon_area_m2(polygons))
    return Parcel(number, number[:-2], area, wkb_from_multipolygon(polygons))


def wkt_of(shape):
    return affinity.translate(shape, EAST, NORTH).wkt


@st.composite
def shapes(draw, size=90.0):
    """A polygon with or without holes, or some that lie apart."""
    parts = []
    for number in range(draw(st.integers(1, 3))):
        count = draw(st.integers(5, 14))
        radii = np.array(draw(st.lists(st.floats(0.4, 1), min_size=count, max_size=count)))
        angle = np.arange(count) / count * 2 * np.pi
        x, y = draw(st.floats(-60, 60)) + (2 * size + 130) * number, draw(st.floats(-60, 60))
        ring = np.column_stack([np.cos(angle), np.sin(angle)]) * (size * radii)[:, None] + (x, y)
        hole = ring * 0.4 + np.array([x, y]) * 0.6
        holes = [hole[::-1]] if draw(st.booleans()) else []
        parts.append(geometry.Polygon(ring, holes))
    whole = geometry.MultiPolygon(parts)
    return whole if len(parts) > 1 else parts[0]


class Layers:
    """Layers under a name of their own each, so that one test can make many."""

    def __init__(self, folder):
        self._folder = folder
        self._count = itertools.count()

    def __call__(self, role, rows):
        folder = self._folder / str(next(self._count))
        folder.mkdir()
        return make_layer(folder, role, [(wkt_of(shape), values) for shape, values in rows])


@pytest.fixture
def layers(tmp_path):
    return Layers(tmp_path)


SOME_SHAPES = st.lists(shapes(40.0), min_size=1, max_size=3)
FIELD = geometry.box(-900, -900, 1500, 900)


@SOME
@given(shapes(), st.lists(shapes(120.0), min_size=1, max_size=4))
def test_parts_and_holes_over_features_that_overlap(layers, shape, features):
    """Land use: the lower number wins. Red line: what lies there twice counts once."""
    codes = ["0102", "0301", "0404", "0702"]
    rows = [(one, {"DLBM": code}) for one, code in zip(features, codes)]
    parcel = parcel_from(shape)
    land, red_line = layers("land_use", rows), layers("red_line", [(one, {}) for one in features])
    found = only(parcel, land, red_line)
    rest = shape
    for one, code in zip(features, codes):
        expected = true_m2(rest.intersection(one))
        assert float(found.by_code_m2.get(code, 0)) == pytest.approx(expected, abs=CLOSE_M2)
        rest = rest.difference(one)
    assert float(found.uncovered_m2) == pytest.approx(true_m2(rest), abs=CLOSE_M2)
    together = ops.unary_union(features).intersection(shape)
    assert float(found.red_line_m2) == pytest.approx(true_m2(together), abs=CLOSE_M2)
    land.close()
    red_line.close()


@SOME
@given(shapes(), shapes(120.0))
def test_inside_and_outside_of_a_layer_make_up_the_parcel(layers, shape, other):
    land = layers("land_use", [(FIELD, {"DLBM": "0102"})])
    inside = layers("red_line", [(other, {})])
    outside = layers("basic_farmland", [(one, {}) for one in parts_of(FIELD.difference(other))])
    found = only(parcel_from(shape), land, inside, outside)
    # Each of the two is rounded for itself, and the parcel's area is.
    gap = found.red_line_m2 + found.basic_farmland_m2 - found.area_m2
    assert abs(gap) <= Decimal("0.01")
    for one in (land, inside, outside):
        one.close()


@SOME
@given(shapes(), st.lists(shapes(120.0), min_size=2, max_size=5), st.randoms())
def test_order_of_features_does_not_matter_where_none_wins(layers, shape, features, random):
    rows = [(one, {}) for one in features]
    mixed = random.sample(rows, len(rows))
    land = layers("land_use", [(FIELD, {"DLBM": "0102"})])
    one, other = layers("red_line", rows), layers("red_line", mixed)
    parcel = parcel_from(shape)
    assert only(parcel, land, one).red_line_m2 == only(parcel, land, other).red_line_m2
    for source in (land, one, other):
        source.close()


@SOME
@given(shapes(), shapes(120.0), st.floats(0, 3.14), st.floats(-50, 50))
def test_dividing_a_parcel_does_not_change_its_sums(layers, shape, other, angle, shift):
    half = affinity.rotate(geometry.box(-2000, -2000, 2000, shift), angle, (0, shift), True)
    parts = [part for part in (shape.intersection(half), shape.difference(half)) if parts_of(part)]
    rows = [(one, {"DLBM": "0702"}) for one in parts_of(other)]
    rows += [(one, {"DLBM": "0102", "KCXS": "0.1"}) for one in parts_of(FIELD.difference(other))]
    land, red_line = layers("land_use", rows), layers("red_line", [(other, {})])
    whole = only(parcel_from(shape), land, red_line)
    parcels = [parcel_from(part, f"{at}_1") for at, part in enumerate(parts)]
    found = overlay_parcels(parcels, [land, red_line], PLAN)
    for name in ("area", "cultivated", "other_agricultural", "construction", "red_line"):
        total = sum(getattr(one, f"{name}_m2") for one in found)
        # The line itself is drawn with corners of its own: half of 0.01 m² each, and rounding.
        assert float(total) == pytest.approx(float(getattr(whole, f"{name}_m2")), abs=0.05), name
    land.close()
    red_line.close()


@pytest.mark.parametrize("shell", [1, -1])
@pytest.mark.parametrize("hole", [1, -1])
def test_rings_wound_either_way(layer, shell, hole):
    """Shell and hole alike, or both the wrong way round: of the parcel and of the feature."""
    rings = [HUNDRED[::shell], rectangle(20, 20, 60, 60)[::hole]]
    land = layer("land_use", [(wkt(*rings), {"DLBM": "0102"})])
    found = only(parcel_of(*rings), land)
    expected = geodesic_m2(HUNDRED, rectangle(20, 20, 60, 60))
    assert float(found.cultivated_m2) == pytest.approx(expected, abs=0.011)
    assert found.cultivated_m2 == found.area_m2
    wider = only(parcel_of(rectangle(-10, -10, 110, 110)), land)
    assert float(wider.cultivated_m2) == pytest.approx(expected, abs=0.011)


def test_slivers_of_a_tenth_of_a_millimetre(layer):
    """100 m × 0.1 mm are 0.01 m²: named, counted, and in the sums."""
    thread = 1e-4
    rows = [
        (wkt(rectangle(-10, -10, 50, 110)), {"DLBM": "0102"}),
        (wkt(rectangle(50, -10, 50 + thread, 110)), {"DLBM": "0702"}),
        (wkt(rectangle(50 + thread, -10, 110, 110)), {"DLBM": "0102"}),
    ]
    red_line = layer("red_line", [(wkt(rectangle(20, -10, 20 + thread, 110)), {})])
    found = only(parcel_of(HUNDRED), layer("land_use", rows), red_line)
    assert found.by_code_m2["0702"] == Decimal("0.01")
    assert found.red_line_m2 == Decimal("0.01")
    assert sum(found.by_code_m2.values()) == found.area_m2
    assert "1 land-use pieces are smaller than 100 m², 0.01 m² together" in said(found)


def test_corners_that_touch_and_polygons_laid_twice(layer):
    """Corner to corner and edge to edge nothing is shared; the same polygon twice is one."""
    around = [(x, y) for x in (-100, 0, 100) for y in (-100, 0, 100) if (x, y) != (0, 0)]
    boxes = [wkt(rectangle(x, y, x + 100, y + 100)) for x, y in around]
    land = layer("land_use", [(one, {"DLBM": "0702"}) for one in boxes])
    approved = layer("conversion", [(wkt(HUNDRED), {"PZWH": "甲"})] * 3)
    red_line = layer("red_line", [(one, {}) for one in boxes])
    found = only(parcel_of(HUNDRED), land, red_line, approved)
    assert found.uncovered_m2 == found.area_m2
    assert found.red_line_m2 == 0
    assert [str(one.percent) for one in found.approvals] == ["100.00", "100.00"]


def often(ring):
    """With a point every 50 m: a long edge is another line in another zone."""
    steps = [
        np.linspace(one, other, 1 + int(np.hypot(*np.subtract(other, one)) / 50), endpoint=False)
        for one, other in zip(ring, ring[1:])
    ]
    return [*np.vstack(steps).tolist(), ring[0]]


@pytest.mark.parametrize("shift", [-400, -30, -1, 0, 1, 30, 400])
def test_at_the_border_of_zones_both_zones_give_the_same(layer, shift):
    """115.5° E and beside it: land use in zone 38, in zone 39 and in degrees."""
    border = 39365705.0 + shift
    place = {"east": border, "north": NORTH}
    wide = rectangle(-150, 0, 150, 200)
    west, east = border - EAST - 500, border - EAST + 500
    rows = [
        (wkt(often(rectangle(west, -500, border - EAST, 900))), {"DLBM": "0102"}),
        (wkt(often(rectangle(border - EAST, -500, east, 900))), {"DLBM": "0702"}),
    ]
    for code in (4526, 4527, 4490):
        land = layer("land_use", rows, code, name=f"DLTB_{code}", layer=f"DLTB_{code}")
        found = only(parcel_of(wide, **place), land)
        left = geodesic_m2(rectangle(-150, 0, 0, 200), **place)
        assert float(found.cultivated_m2) == pytest.approx(left, abs=0.04), code
        assert float(found.area_m2) == pytest.approx(geodesic_m2(wide, **place), abs=0.02)
        assert found.uncovered_m2 <= Decimal("0.03"), code


@SOME
@given(
    shapes(), st.lists(shapes(40.0), min_size=1, max_size=3), st.floats(-500, 500), st.booleans()
)
def test_the_nearest_protected_area_is_as_far_as_shapely_says(layers, shape, others, north, long):
    """Near and far, beside and beyond; finely drawn shapes are kept another way."""
    moved = [affinity.translate(one, 260, north) for one in others]
    if long:
        moved = [geometry.MultiPolygon([finely(part) for part in parts_of(one)]) for one in moved]
    land = layers("land_use", [(FIELD, {"DLBM": "0102"})])
    red_line = layers("red_line", [(one, {}) for one in moved])
    (found,) = overlay_parcels([parcel_from(shape)], [land, red_line], PLAN, nearest=True)
    distance = min(shape.distance(one) for one in moved)
    told = found.nearest_m.get("red_line")
    # Where they touch, rounding decides whether they have land in common.
    if distance and abs(distance - LOOKED_M) > 0.011:
        assert (told is not None) == (distance < LOOKED_M)
    if told is not None:
        assert float(told) == pytest.approx(distance, abs=0.011)
    land.close()
    red_line.close()


@pytest.mark.parametrize("gap, is_told", [(LOOKED_M - 0.1, True), (LOOKED_M + 0.1, False)])
def test_what_is_farther_than_the_plan_looks_is_not_told(layers, gap, is_told):
    land = layers("land_use", [(FIELD, {"DLBM": "0102"})])
    red_line = layers("red_line", [(geometry.box(0, 40 + gap, 30, 80 + gap), {})])
    own = parcel_from(geometry.box(0, 0, 30, 40))
    (found,) = overlay_parcels([own], [land, red_line], PLAN, nearest=True)
    assert ("red_line" in found.nearest_m) == is_told
    land.close()
    red_line.close()


def test_every_parcel_of_many_has_its_own_nearest_area(layers):
    """Neighbours share what is near, finely drawn and plain, of two layers that lie mixed."""
    own = [geometry.box(x, y, x + 40, y + 30) for x in range(-600, 601, 200) for y in (-300, 200)]
    areas = [geometry.box(x, y, x + 25, y + 15) for x in range(-510, 800, 270) for y in (-90, 390)]
    areas[3:5] = map(finely, areas[3:5])
    land = layers("land_use", [(FIELD, {"DLBM": "0102"})])
    red_lines = [layers("red_line", [(one, {}) for one in areas[at::2]]) for at in (0, 1)]
    parcels = [parcel_from(shape, f"{at}_1") for at, shape in enumerate(own)]
    found = overlay_parcels(parcels, [land, *red_lines], PLAN, nearest=True)
    expected = [min(shape.distance(one) for one in areas) for shape in own]
    assert len(set(expected)) > len(own) // 2
    assert [float(one.nearest_m["red_line"]) for one in found] == pytest.approx(expected, abs=0.03)
    for source in (land, *red_lines):
        source.close()


def finely(polygon):
    """The same polygon with so many points on each ring that it is long."""
    rings = []
    for ring in (polygon.exterior, *polygon.interiors):
        corners = np.array(ring.coords)
        along = np.append(0, np.cumsum(np.hypot(*np.diff(corners, axis=0).T)))
        places = np.union1d(np.linspace(0, along[-1], LONG_POINTS), along)
        rings.append(np.column_stack([np.interp(places, along, side) for side in corners.T]))
    return geometry.Polygon(rings[0], rings[1:])
