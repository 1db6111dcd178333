"""A divided patch in the package: its pieces, all of them, and not what they were made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from tuban.core.areas import gauss_unproject, multipolygon_area_m2
from tuban.core.casebook import create_casebook, events
from tuban.core.geometry import box, multipolygon_from_wkb, wkb_from_multipolygon
from tuban.core.model import Evidence, FieldCheck, Severity
from tuban.core.mu import round_half_up
from tuban.core.overlay.figures import Measured, Piece, figures_of
from tuban.core.parcels import Partition, by_line, division_rules
from tuban.core.submission import check_month, read_package, write_package
from tuban.core.submission.shapes import outside_m2, overlap_m2

MONTH = "2023-04"


def english(template):
    return template


@pytest.fixture
def real(book, plan):
    changes = [events.patch_issued(patch) for patch in book.land]
    changes += [events.parcel_divided(one.parcel) for one in book.files]
    for one in book.files:
        changes += said(one.parcel, one.figures, one.county_verdict, one.flags, one.photos)
    with create_casebook(book.path, plan, book.county_code, book.county_name, "tester") as made:
        made.record(changes)
        yield made


# What the field check and the evidence answer of an illegal parcel, between them.
FOUND = {"actor": "虚构公司", "actor_kind": "company", "actual_use": "factory", "stage": "built"}
FOUND["build_time"] = "2023-02"
EVIDENCE = {
    "violation_type": Evidence("violation_type", "occupation"),
    "plan_conformity": Evidence("plan_conformity", "conflicts"),
    "stop_notice": Evidence("stop_notice", "虚停〔2023〕1号"),
    "filing": Evidence("filing", "虚立〔2023〕1号"),
}


def said(parcel, figures, verdict, flags, photos):
    return [
        events.figures_computed(figures, None),
        events.verdict_given(verdict, None),
        events.flags_answered(parcel.number, flags, {}),
        events.field_checked(
            FieldCheck(parcel.number, ("虚构甲", "虚构乙"), "2023-04-14", "onsite", **FOUND), None
        ),
        events.evidence_recorded(parcel.number, EVIDENCE, {}),
        *(events.photo_attached(photo) for photo in photos),
    ]


def divide_in_three(book, patch, plan):
    """Two cuts from north to south, at a third and two thirds of the width."""
    rules = division_rules(plan)
    west, south, east, north = box(multipolygon_from_wkb(patch.geometry))
    for third in (1, 2):
        at = west + (east - west) * third / 3
        parcels = tuple(book.parcels_of(patch.number))
        partition = Partition(patch, parcels, book.last_parcel_number(patch.number))
        largest = max(parcels, key=lambda one: one.area_m2)
        line = [(at, south - 0.001), (at, north + 0.001)]
        division = by_line(partition, largest.number, line, rules)
        book.record([events.patch_divided(patch.number, division.after, parcels)])


def judge_pieces(book, patch, old, plan):
    changes = []
    for parcel in book.parcels_of(patch.number):
        measured = Measured([Piece(1, "0102", "", "虚构镇某村", float(parcel.area_m2))])
        figures = figures_of(parcel, measured, (), plan)
        verdict = replace(old.county_verdict, parcel_number=parcel.number)
        photos = [replace(one, parcel_number=parcel.number) for one in old.photos]
        changes += said(parcel, figures, verdict, old.flags, photos)
    book.record(changes)


def test_the_pieces_are_checked_and_then_handed_up_instead_of_the_parcel(real, book, plan, out):
    patch, old = book.land[0], book.files[0]
    divide_in_three(real, patch, plan)
    numbers = [one.number for one in real.parcels_of(patch.number)]
    assert len(numbers) == 3
    findings = check_month(real, plan, MONTH, today=date(2023, 4, 22))
    open_questions = [one for one in findings if one.severity is Severity.ERROR]
    assert {one.subject for one in open_questions} == set(numbers)
    assert "figures-present" in {one.check for one in open_questions}
    assert "parcels-fill-patch" not in {one.check for one in findings}
    judge_pieces(real, patch, old, plan)
    package = read_package(write_package(real, plan, MONTH, out, english).path)
    rows = package.layers["vector/DK"].rows
    handed_up = [row["DKBH"] for row in rows]
    assert handed_up == [*numbers, *(one.parcel.number for one in book.files[1:])]
    pieces = [row for row in rows if row["DKBH"] in numbers]
    assert sum(Decimal(str(row["DKMJ"])) for row in pieces) == patch.area_m2
    assert sum(Decimal(str(row["DKMJM"])) for row in pieces) == old.parcel.mu()
    content = "".join(str(row) for layer in package.layers.values() for row in layer.rows)
    assert old.parcel.number not in content


def test_edges_of_kilometres_leave_no_gap_to_complain_of(plan):
    """In degrees the point where such an edge is cut lies 0.1 m beside it."""
    east, north = np.array([(0, 0), (3000, 10), (3010, 2000), (-10, 2010), (0, 0)], float).T
    ring = np.column_stack(gauss_unproject(east + 39_411_000.0, north + 4_035_000.0, 39))
    whole = wkb_from_multipolygon([[ring]])
    middle = [np.array([np.mean(east[:2]), np.mean(north[:2])])]
    middle.append(np.array([np.mean(east[2:4]), np.mean(north[2:4])]))
    cut = np.array(
        [gauss_unproject(x + 39_411_000.0, y + 4_035_000.0, 39) for x, y in middle], float
    )
    west = np.array([ring[0], cut[0], cut[1], ring[3], ring[0]])
    east_half = np.array([cut[0], ring[1], ring[2], cut[1], cut[0]])
    parts = [wkb_from_multipolygon([[one]]) for one in (west, east_half)]
    assert outside_m2(whole, parts) < 1
    assert overlap_m2(parts) == pytest.approx(0, abs=1e-6)
    only_west = multipolygon_area_m2([[west]])
    missing = round_half_up(multipolygon_area_m2([[ring]]) - only_west)
    assert outside_m2(whole, parts[:1]) == pytest.approx(float(missing), abs=1)
