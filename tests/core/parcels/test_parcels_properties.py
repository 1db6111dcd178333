"""Whatever is divided by whatever: nothing is lost, nothing is counted twice. By shapely."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from parcels_land import ANY_SIZE, RULES, line, metres, ring, shape_of, undivided

from tuban.core.errors import InputError
from tuban.core.parcels import Cutter, by_line, by_polygons, merge

shapely = pytest.importorskip("shapely")
from shapely.geometry import MultiPolygon, Point, Polygon  # noqa: E402
from shapely.ops import unary_union  # noqa: E402

SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
metre = st.integers(-1300, 1300).map(lambda tenth: tenth / 10)


@st.composite
def stars(draw, centre=(0, 0), least=20.0, most=100.0):
    """A ring round a centre: never crosses itself, often far from convex."""
    count = draw(st.integers(3, 12))
    radii = draw(st.lists(st.floats(least, most), min_size=count, max_size=count))
    turn = draw(st.floats(0, 1))
    angles = (np.arange(count) + turn) * 2 * np.pi / count
    return [
        (centre[0] + r * np.cos(angle), centre[1] + r * np.sin(angle))
        for r, angle in zip(radii, angles)
    ]


@st.composite
def lands(draw):
    """A polygon, perhaps with a hole, perhaps with a second part."""
    polygon = [ring(*draw(stars()))]
    if draw(st.booleans()):
        # Small enough for the innermost triangle of the shell.
        polygon.append(ring(*draw(stars(least=2, most=9))))
    if draw(st.booleans()):
        return [polygon, [ring(*draw(stars(centre=(250, 0))))]]
    return [polygon]


lines = st.lists(st.tuples(metre, metre), min_size=2, max_size=6)
areas = st.lists(stars(centre=(30, 10)), min_size=1, max_size=3)


def in_metres(parcel):
    return MultiPolygon([Polygon(one[0], one[1:]) for one in metres(shape_of(parcel))])


def check_partition(partition, most_m2=1e-3):
    """The parcels fill the patch: no gap, no overlap, areas and mu re-add, shared vertices."""
    patch, parcels = partition.patch, partition.parcels
    assert sum(one.area_m2 for one in parcels) == patch.area_m2
    whole_mu = (patch.area_m2 * Decimal("0.0015")).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert sum(one.mu() for one in parcels) == whole_mu
    shapes = [in_metres(one) for one in parcels]
    whole = in_metres(patch)
    assert all(shape.is_valid and not shape.is_empty for shape in shapes)
    assert unary_union(shapes).symmetric_difference(whole).area < most_m2
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, abs=most_m2)
    assert len({one.number for one in parcels}) == len(parcels)
    assert sum(len(shape.geoms) for shape in shapes) >= len(whole.geoms)


def vertices(parcel):
    return {tuple(point) for polygon in shape_of(parcel) for one in polygon for point in one}


def divide(partition, number, points, rules=ANY_SIZE):
    """The partition after a cut; the same where the line does not divide."""
    try:
        return by_line(partition, number, line(*points), rules).partition_after
    except InputError:
        return partition


@SOME
@given(lands(), lines)
def test_a_line_divides_without_gap_or_overlap(polygons, points):
    before = undivided(polygons)
    assume(in_metres(before.patch).is_valid)
    after = divide(before, before.parcels[0].number, points)
    check_partition(after)
    for one in after.parcels:
        for other in after.parcels:
            border = in_metres(other).boundary
            near = [
                point
                for point, xy in zip(
                    [tuple(p) for poly in shape_of(one) for r in poly for p in r],
                    [tuple(p) for poly in metres(shape_of(one)) for r in poly for p in r],
                )
                if border.distance(Point(xy)) < 1e-7
            ]
            assert set(near) <= vertices(other)


@SOME
@given(lands(), areas, st.booleans())
def test_areas_divide_without_gap_or_overlap(polygons, rings, apart):
    before = undivided(polygons)
    assume(in_metres(before.patch).is_valid)
    cutter = Cutter(tuple([[ring(*one)]] for one in rings), apart=apart)
    division = by_polygons(before, before.parcels[0].number, cutter, ANY_SIZE)
    after = before if division is None else division.partition_after
    check_partition(after)
    cover = unary_union([Polygon(one) for one in rings])
    for parcel in after.parcels:
        inside = in_metres(parcel).intersection(cover).area
        assert min(inside, in_metres(parcel).area - inside) < 1e-2


@SOME
@given(lands(), areas)
def test_with_slivers_joined_no_piece_is_too_small(polygons, rings):
    before = undivided(polygons)
    assume(in_metres(before.patch).is_valid)
    cutter = Cutter(tuple([[ring(*one)]] for one in rings), join_slivers=True)
    division = by_polygons(before, before.parcels[0].number, cutter, RULES)
    after = before if division is None else division.partition_after
    check_partition(after)
    assert all(one.area_m2 >= RULES.smallest_m2 for one in after.parcels)


@SOME
@given(lands(), lines, lines)
def test_the_order_of_cuts_does_not_change_the_land(polygons, first, second):
    before = undivided(polygons)
    assume(in_metres(before.patch).is_valid)
    for cuts in ((first, second), (second, first)):
        after = before
        for points in cuts:
            for parcel in after.parcels:
                after = divide(after, parcel.number, points)
        check_partition(after)


@SOME
@given(lands(), st.lists(lines, min_size=1, max_size=3))
def test_put_together_again_it_is_the_patch(polygons, cuts):
    before = undivided(polygons)
    assume(in_metres(before.patch).is_valid)
    after = before
    for points in cuts:
        for parcel in after.parcels:
            after = divide(after, parcel.number, points)
    assume(len(after.parcels) > 1)
    (whole,) = merge(after, [one.number for one in after.parcels], ANY_SIZE).made
    assert whole.geometry == before.patch.geometry
    assert (whole.area_m2, whole.mu()) == (before.patch.area_m2, before.parcels[0].mu())
    numbers = [one.number for one in after.parcels]
    assert len({*numbers, whole.number, before.parcels[0].number}) == len(numbers) + 2


@SOME
@given(lands(), lines)
def test_two_neighbours_put_together_fill_their_place(polygons, points):
    before = undivided(polygons)
    assume(in_metres(before.patch).is_valid)
    after = divide(before, before.parcels[0].number, points)
    assume(len(after.parcels) > 2)
    one, other = after.parcels[:2]
    try:
        joined = merge(after, [one.number, other.number], ANY_SIZE)
    except InputError:
        shared = in_metres(one).intersection(in_metres(other))
        both = unary_union([in_metres(one), in_metres(other)])
        assert shared.length < 1e-6 or len(both.geoms) > 1
        return
    check_partition(joined.partition_after)


def test_the_longest_edges_stay_within_the_tolerance():
    """An edge of 3 km is cut where it is straight; in degrees it would be off by 0.1 m."""
    square = [[ring((0, 0), (3000, 10), (3010, 2000), (-10, 2010))]]
    before = undivided(square)
    after = divide(before, before.parcels[0].number, [(1234, -5), (1300, 2100)], RULES)
    check_partition(after, most_m2=0.1)
    assert len(after.parcels) == 2
