"""Dividing and putting together: what comes out by hand, and what is refused with a sentence."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import parcels_land as land
import pytest
from parcels_land import NUMBER, RULES, line, metres, rectangle, ring, shape_of, undivided

from tuban.core.errors import InputError
from tuban.core.parcels import Cutter, by_line, by_polygons, divide_many, merge

SQUARE = [[rectangle(0, 0, 100, 100)]]
WITH_HOLE = [[rectangle(0, 0, 100, 100), rectangle(40, 40, 60, 60)]]
TWO_PARTS = [[rectangle(0, 0, 40, 40)], [rectangle(60, 0, 100, 40)]]
FIRST = f"{NUMBER}_1"


def cut(polygons, *points, rules=RULES):
    return by_line(undivided(polygons), FIRST, line(*points), rules)


def areas(division):
    return [float(parcel.area_m2) for parcel in division.made]


def test_a_straight_line_makes_two_parcels():
    division = cut(SQUARE, (-5, 30), (105, 30))
    assert [parcel.number for parcel in division.made] == [f"{NUMBER}_2", f"{NUMBER}_3"]
    # The square has 9998.05 m² on the ellipsoid (see tests/core/conftest.py): 7 to 3.
    assert [parcel.area_m2 for parcel in division.made] == [Decimal("6998.64"), Decimal("2999.41")]
    assert sum(parcel.area_m2 for parcel in division.made) == Decimal("9998.05")
    assert [one.number for one in division.gone] == [FIRST]
    assert division.after == division.made


def test_old_vertices_stay_and_new_ones_are_the_same_on_both_sides():
    upper, lower = (shape_of(one)[0][0] for one in cut(SQUARE, (-5, 30), (105, 30)).made)
    corners = {tuple(point) for point in SQUARE[0][0]}
    points = [{tuple(point) for point in one} for one in (upper, lower)]
    assert corners <= points[0] | points[1]
    assert len(points[0] & points[1]) == 2
    assert len(points[0]) == len(points[1]) == 4


def test_a_line_may_cross_twice():
    division = cut(SQUARE, (-5, 50), (50, 50), (50, 110), (80, 110), (80, -10))
    assert areas(division) == pytest.approx([5500, 2500, 2000], rel=4e-4)


def test_a_line_through_a_hole_makes_two_parcels():
    division = cut(WITH_HOLE, (-5, 50), (105, 50))
    assert areas(division) == pytest.approx([4800, 4800], rel=4e-4)
    assert all(len(shape_of(one)) == 1 and len(shape_of(one)[0]) == 1 for one in division.made)


def test_a_line_beside_a_hole_leaves_it_in_one_parcel():
    with_hole, without = cut(WITH_HOLE, (-5, 20), (105, 20)).made
    assert [len(shape_of(one)[0]) for one in (with_hole, without)] == [2, 1]


def test_a_closed_line_cuts_out_what_it_surrounds():
    division = cut(SQUARE, (20, 20), (50, 20), (50, 50), (20, 50), (20, 20))
    assert areas(division) == pytest.approx([9100, 900], rel=4e-4)
    assert len(shape_of(division.made[0])[0]) == 2


def test_a_part_that_is_not_cut_stays_whole():
    division = cut(TWO_PARTS, (20, -5), (20, 45))
    assert sorted(areas(division)) == pytest.approx([800, 800, 1600], rel=4e-4)


def test_parts_that_are_not_cut_stay_one_parcel():
    three = [*TWO_PARTS, [rectangle(0, 60, 40, 100)]]
    division = cut(three, (20, -5), (20, 45))
    assert sorted(len(shape_of(one)) for one in division.made) == [1, 1, 2]


@pytest.mark.parametrize(
    ("polygons", "points", "words"),
    [
        (SQUARE, [(-5, -5), (-5, 200)], "does not meet"),
        (SQUARE, [(-5, 120), (105, 120)], "does not meet"),
        (SQUARE, [(0, -5), (0, 105)], "only touches"),
        (SQUARE, [(-50, 50), (50, 150)], "only touches"),
        (SQUARE, [(-5, 50), (50, 50)], "ends inside"),
        (SQUARE, [(20, 20), (50, 50)], "ends inside"),
        (SQUARE, [(-5, 20), (105, 20), (105, 80), (50, 80)], "ends inside"),
        (SQUARE, [(0, 50), (-20, 50)], "only touches"),
        (WITH_HOLE, [(-5, 50), (50, 50)], "joins its outline to a hole"),
        (WITH_HOLE, [(45, 45), (55, 55)], "does not meet"),
        (SQUARE, [(5, 5)], "two points"),
        (SQUARE, [(5, 5), (5, 5)], "two points"),
        (SQUARE, [(-5, 0.02), (105, 0.02)], "2.00 m², less than the smallest parcel of 6.67"),
        (SQUARE, [(-5, 0.3), (105, 0.3)], "0.30 m wide on average, less than 0.5 m"),
    ],
)
def test_a_line_that_does_not_divide_is_refused(polygons, points, words):
    with pytest.raises(InputError, match=words):
        cut(polygons, *points)


def test_the_ends_may_lie_on_the_outline():
    division = cut(SQUARE, (0, 50), (100, 50))
    assert areas(division) == pytest.approx([5000, 5000], rel=4e-4)
    corner_to_corner = cut(SQUARE, (0, 0), (100, 100))
    assert [len(shape_of(one)[0][0]) for one in corner_to_corner.made] == [4, 4]


def test_an_end_a_hair_inside_the_outline_is_on_it():
    division = cut(SQUARE, (0.0004, 50), (99.9996, 50.0003))
    shapes = [metres(shape_of(one))[0][0] for one in division.made]
    west = [shape[np.abs(shape[:, 0]) < 1][:, 0] for shape in shapes]
    assert np.abs(np.concatenate(west)).max() < 1e-6


def test_numbers_go_on_and_siblings_keep_theirs():
    first = cut(SQUARE, (-5, 30), (105, 30))
    second = by_line(first.partition_after, f"{NUMBER}_3", line((50, -5), (50, 35)), RULES)
    assert [one.number for one in second.after] == [f"{NUMBER}_{n}" for n in (2, 4, 5)]
    third = merge(second.partition_after, [f"{NUMBER}_4", f"{NUMBER}_5"], RULES)
    assert [one.number for one in third.after] == [f"{NUMBER}_2", f"{NUMBER}_6"]
    assert third.made[0].area_m2 == Decimal("2999.41")


def test_mu_of_many_parcels_add_up():
    """Seven strips of 3.333 m: alone each is 0.50 mu, together 3.50; the patch has 3.497."""
    partition = undivided([[rectangle(0, 0, 100, 23.318)]])
    for index in range(1, 7):
        north = 23.318 * index / 7
        parcel = max(partition.parcels, key=lambda one: one.area_m2)
        cutting = line((-5, north), (105, north))
        partition = by_line(partition, parcel.number, cutting, RULES).partition_after
    parcels = partition.parcels
    assert len(parcels) == 7
    assert sum(one.area_m2 for one in parcels) == partition.patch.area_m2
    whole = (partition.patch.area_m2 * Decimal("0.0015")).quantize(Decimal("0.01"))
    assert sum(one.mu() for one in parcels) == whole
    assert max(abs(one.mu() - one.area_m2 * Decimal("0.0015")) for one in parcels) < Decimal("0.01")


def test_a_parcel_of_another_patch_or_time_is_refused():
    with pytest.raises(InputError, match="no parcel of"):
        by_line(undivided(SQUARE), f"{NUMBER}_9", line((-5, 30), (105, 30)), RULES)


# ---- by areas of a layer


def test_inside_an_approval_and_outside_it():
    approval = [[rectangle(-10, -10, 40, 110)]]
    division = by_polygons(undivided(SQUARE), FIRST, Cutter((approval,)), RULES)
    assert areas(division) == pytest.approx([4000, 6000], rel=4e-4)
    inside, outside = (shape_of(one)[0][0][:, 0].mean() for one in division.made)
    assert inside < outside


def test_approvals_that_touch_or_overlap_are_one_inside():
    west, east = [[rectangle(-10, -10, 40, 110)]], [[rectangle(30, -10, 60, 110)]]
    division = by_polygons(undivided(SQUARE), FIRST, Cutter((west, east)), RULES)
    assert areas(division) == pytest.approx([6000, 4000], rel=4e-4)


def test_villages_are_kept_apart_and_what_two_claim_is_a_piece():
    west, east = [[rectangle(-10, -10, 40, 110)]], [[rectangle(30, -10, 60, 110)]]
    division = by_polygons(undivided(SQUARE), FIRST, Cutter((west, east), apart=True), RULES)
    assert areas(division) == pytest.approx([3000, 1000, 2000, 4000], rel=4e-4)


def test_an_area_in_the_middle_leaves_a_ring():
    middle = [[rectangle(30, 30, 60, 60)]]
    division = by_polygons(undivided(SQUARE), FIRST, Cutter((middle,)), RULES)
    assert areas(division) == pytest.approx([900, 9100], rel=4e-4)


@pytest.mark.parametrize(
    "area",
    [
        [[rectangle(-10, -10, 110, 110)]],
        [[rectangle(0, 0, 100, 100)]],
        [[rectangle(100, 0, 200, 100)]],
        [[rectangle(300, 0, 400, 100)]],
        [[rectangle(-50, -50, 150, 150), rectangle(-1, -1, 101, 101)]],
    ],
)
def test_all_inside_or_all_outside_is_not_divided(area):
    assert by_polygons(undivided(SQUARE), FIRST, Cutter((area,)), RULES) is None


def test_a_border_that_nearly_follows_the_outline_is_refused_or_joined():
    nearly = [[rectangle(-10, 0.03, 40, 110)]]
    with pytest.raises(InputError, match="smallest parcel"):
        by_polygons(undivided(SQUARE), FIRST, Cutter(([[rectangle(0.03, -1, 200, 101)]],)), RULES)
    division = by_polygons(undivided(SQUARE), FIRST, Cutter((nearly,), join_slivers=True), RULES)
    assert areas(division) == pytest.approx([4000, 6000], rel=1e-3)


def test_slivers_all_round_leave_the_parcel_as_it_is():
    nearly = [[rectangle(0.02, 0.02, 99.98, 99.98)]]
    cutter = Cutter((nearly,), join_slivers=True)
    assert by_polygons(undivided(SQUARE), FIRST, cutter, RULES) is None


def test_a_part_wholly_inside_is_a_parcel_of_its_own():
    area = [[rectangle(50, -10, 110, 50)]]
    division = by_polygons(undivided(TWO_PARTS), FIRST, Cutter((area,)), RULES)
    assert areas(division) == pytest.approx([1600, 1600], rel=4e-4)


def test_an_area_that_crosses_itself_still_divides():
    bow_tie = [[ring((-10, -10), (50, 110), (50, -10), (-10, 110))]]
    division = by_polygons(undivided(SQUARE), FIRST, Cutter((bow_tie,)), RULES)
    assert sum(one.area_m2 for one in division.made) == Decimal("9998.05")


def test_many_at_once_say_what_was_not_divided():
    small = undivided([[rectangle(200, 0, 300, 100)]], "371599230400002")
    thin = undivided([[rectangle(-0.02 - 100, 0, 0, 100)]], "371599230400003")
    area = [[rectangle(0 - 0.02, -10, 40, 110)]]
    judged = undivided([[rectangle(0, 0, 100, 100)]], "371599230400004")
    partitions = [undivided(SQUARE), small, thin, judged]
    left_alone = {"371599230400004_1"}
    bulk = divide_many(partitions, lambda near: Cutter((area,)), RULES, left_alone)
    assert [one.partition.patch.number for one in bulk.divisions] == [NUMBER]
    assert [number for number, _ in bulk.refused] == ["371599230400003_1"]
    assert bulk.untouched == 1


# ---- putting together


def test_all_together_are_the_patch_as_issued():
    first = cut(SQUARE, (-5, 30), (105, 30))
    whole = merge(first.partition_after, [one.number for one in first.made], RULES)
    (made,) = whole.made
    assert made.number == f"{NUMBER}_4"
    assert made.geometry == whole.partition.patch.geometry
    assert (made.area_m2, made.mu()) == (Decimal("9998.05"), Decimal("15.00"))


@pytest.mark.parametrize("foot", [11.3, 23.9, 37.7, 47.1, 58.3, 66.1, 79.9, 88.7])
def test_later_cuts_that_end_on_earlier_ones_leave_no_slit(foot):
    first = cut(SQUARE, (-5, 33.3), (105, 35.7))
    upper = by_line(first.partition_after, f"{NUMBER}_2", line((foot, 20), (51.3, 120)), RULES)
    for piece in upper.made:
        joined = merge(upper.partition_after, [f"{NUMBER}_3", piece.number], RULES).made[0]
        (polygon,) = shape_of(joined)
        assert len(polygon) == 1
        corners = {tuple(point) for point in polygon[0]}
        # Where the later cut ended no spike and no slit is left: every vertex is there once.
        assert len(corners) == len(polygon[0]) - 1
        assert len(corners) <= 8


def test_parcels_that_are_not_neighbours_stay_apart():
    strips = cut(SQUARE, (-5, 30), (120, 30), (120, 60), (-5, 60))
    by_south = sorted(strips.made, key=lambda one: shape_of(one)[0][0][:, 1].min())
    with pytest.raises(InputError, match="side by side"):
        merge(strips.partition_after, [by_south[0].number, by_south[2].number], RULES)


def test_parcels_that_share_a_corner_only_stay_apart():
    quarters = cut(SQUARE, (-5, 50), (105, 50), (105, 120), (50, 120), (50, -5))
    by_place = {
        tuple(metres(shape_of(one))[0][0].mean(axis=0) // 50): one.number for one in quarters.made
    }
    assert sorted(by_place) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    with pytest.raises(InputError, match="side by side"):
        merge(quarters.partition_after, [by_place[0, 0], by_place[1, 1]], RULES)


def test_one_parcel_alone_is_not_put_together():
    with pytest.raises(InputError, match="two parcels"):
        merge(undivided(SQUARE), [FIRST, FIRST], RULES)


def test_the_plan_says_where_its_tolerances_come_from():
    assert RULES.origin.value == "tuban"
    assert land.PLAN.area_rules.mu_per_m2 == RULES.mu_per_m2
