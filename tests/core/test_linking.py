"""Earlier work on the same place is found by number and by place, and recorded with its words.

Squares of 0.001° side by side at one latitude: shares follow from their longitudes alone.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

pytest.importorskip("osgeo")

from tuban.core.areas import multipolygon_area_m2
from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.errors import InputError
from tuban.core.geometry import digest, wkb_from_multipolygon
from tuban.core.intake import ReadOptions
from tuban.core.legality import unanswered
from tuban.core.linking import Earlier, link_with, link_within, read_earlier_work
from tuban.core.linking.matching import links_to, previous_numbers
from tuban.core.model import (
    Evidence,
    FieldCheck,
    LinkedBy,
    Parcel,
    Patch,
    PatchKind,
    Source,
    Verdict,
    VerdictLevel,
)
from tuban.core.mu import round_half_up
from tuban.core.plan import load_plan
from tuban.core.progress import SILENT

PLAN = load_plan("liaocheng-2023")
RULES, SHA, LAT = PLAN.earlier, "ab" * 32, 36.4
PREVIOUS, NUMBER = LinkedBy.PREVIOUS_NUMBER, LinkedBy.SAME_NUMBER
PLACE, OVERLAP = LinkedBy.SAME_PLACE, LinkedBy.OVERLAP


def ring(west, width=0.001, south=LAT, height=0.001):
    x = west + np.array([0, 0, 1, 1, 0]) * width
    return np.column_stack([x, south + np.array([0, 1, 1, 0, 0]) * height])


def wkb(west, width=0.001, **box):
    return wkb_from_multipolygon([[ring(west, width, **box)]])


def patch(number, west, month="2023-04", width=0.001, **changes):
    polygons = [[ring(west, width)]]
    shape = wkb_from_multipolygon(polygons)
    made = Patch(
        *(number, PatchKind.LAND, month, "371599", "虚构县", "", "", None, None, None, ""),
        *(round_half_up(multipolygon_area_m2(polygons)), "", shape, digest(shape), SHA, 1, {}),
    )
    return replace(made, **changes)


def links(patches, earlier, source="别的.gpkg"):
    return links_to(patches, earlier, source, RULES, SILENT)


# ---- by place


@pytest.mark.parametrize(
    ("west", "width", "percent", "other", "sign"),
    [
        (115.6, 0.001, "100.00", "100.00", PLACE),
        (115.5998, 0.001, "80.00", "80.00", PLACE),  # from 80 % on
        (115.59979, 0.001, "79.00", "79.00", OVERLAP),
        (115.6009, 0.001, "10.00", "10.00", OVERLAP),  # from 10 % on
        (115.60091, 0.001, "9.00", "9.00", None),
        (115.601, 0.001, None, None, None),  # they touch
        # A small new patch inside a large one of before was looked at already; a small one of
        # before inside a large new one was not the same place, but is told.
        (115.59, 0.02, "100.00", "5.00", PLACE),
        (115.6004, 0.0001, "10.00", "100.00", OVERLAP),
        (115.6004, 0.00005, "5.00", "100.00", OVERLAP),
    ],
)
def test_shares_decide(west, width, percent, other, sign):
    found = links([patch("A", 115.6)], [Earlier("P", "2023-03", wkb(west, width))])
    if sign is None:
        assert found == {}
        return
    (link,) = found["A"]
    assert (link.linked_by, link.source, link.month) == (sign, "别的.gpkg", "2023-03")
    assert abs(link.percent - Decimal(percent)) <= Decimal("0.01")
    assert abs(link.earlier_percent - Decimal(other)) <= Decimal("0.01")


def test_a_border_that_is_shared_and_a_hole_are_no_overlap():
    hole = [ring(115.59, 0.03, south=36.39, height=0.03), ring(115.6)]
    around = wkb_from_multipolygon([hole])
    assert links([patch("A", 115.6)], [Earlier("P", "", around)]) == {}


def test_another_plan_has_other_shares():
    found = links_to(
        [patch("A", 115.6)],
        [Earlier("P", "", wkb(115.6009)), Earlier("Q", "", wkb(115.59985))],
        *("x", load_plan("example-2025").earlier, SILENT),
    )
    assert [(one.number, one.linked_by) for one in found["A"]] == [("Q", OVERLAP)]


# ---- by number


def test_the_number_alone_links_a_ledger_without_shapes():
    found = links([patch("A", 115.6)], [Earlier("A_2", "", verdict="违法"), Earlier("B")])
    (link,) = found["A"]
    assert (link.linked_by, link.number, link.verdict) == (NUMBER, "A_2", "违法")
    assert link.percent is None


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("往期图斑编号", "P1", ("P1",)),
        ("wqtbbh", " P1、P2，P1 ", ("P1", "P2")),
        ("prespotnumber", "A", ()),  # itself
        ("往期图斑编号", "", ()),
        ("备注", "P1", ()),
    ],
)
def test_previous_numbers_of_the_issued_row(field, value, expected):
    assert previous_numbers(patch("A", 115.6, issued={field: value}), RULES) == expected


def test_the_surest_sign_is_kept_and_both_shares_with_it():
    named = patch("A", 115.6, issued={"往期图斑编号": "P"})
    (link,) = links([named], [Earlier("P", "2023-03", wkb(115.6))])["A"]
    assert (link.linked_by, link.percent) == (PREVIOUS, Decimal("100.00"))


def test_a_later_batch_is_no_earlier_work():
    here = [patch("A", 115.6)]
    assert links(here, [Earlier("P", "2023-05", wkb(115.6))]) == {}
    assert len(links(here, [Earlier("P", "2023-04", wkb(115.6))])) == 1  # another programme
    assert len(links(here, [Earlier("P", "", wkb(115.6))])) == 1


# ---- in the casebook


@pytest.fixture
def book(tmp_path):
    """In March P, judged and visited; in April A on the same place, B beside it, C military."""
    with create_casebook(tmp_path / "台账.gpkg", PLAN, "371599", "虚构县", "clerk") as opened:
        patches = [
            patch("P", 115.6, "2023-03"),
            patch("A", 115.6),
            patch("B", 115.7, issued={"往期图斑编号": "P9"}),
            patch("C", 115.6, remark="军用"),
            patch("Q", 115.6, "2023-02", remark="军用"),
        ]
        changes = [events.source_imported(Source(SHA, "x", "x", "EPSG:4490", "GBK", "mu", 5))]
        changes += [events.patch_issued(one) for one in patches]
        for one in patches:
            parcel = Parcel(
                f"{one.number}_1", one.number, one.area_m2, one.geometry, one.geometry_sha256
            )
            changes.append(events.parcel_divided(parcel))
        opened.record(changes)
        yield opened


def judge_march(book):
    verdict = Verdict(
        "P_1", VerdictLevel.COUNTY, "illegal", "not_applied", "虚构", PLAN.id, PLAN.sha256
    )
    check = FieldCheck("P_1", ("甲", "乙"), "2023-03-15", "onsite")
    evidence = {"rectified_on": Evidence("rectified_on", "2023-03-30")}
    book.record(
        [
            events.verdict_given(verdict, None),
            events.field_checked(check, None),
            events.evidence_recorded("P_1", evidence, {}),
        ]
    )


def test_within_the_casebook_the_earlier_batch_is_linked_with_its_words(book):
    judge_march(book)
    done = link_within(book, PLAN)
    assert (done.patches, done.changed) == (2, 2)
    (link,) = book.dossier("A_1").earlier
    assert (link.source, link.number, link.month, link.linked_by) == ("", "P", "2023-03", PLACE)
    assert link.verdict == "违法·未报即用"
    assert link.found_on == "2023-03-15"
    assert link.rectification == "整改（消除违法状态）日期 2023-03-30"
    assert book.dossier("P_1").earlier == (), "the earlier one is not linked to the later"
    assert book.dossier("C_1").earlier == (), "military land is linked to nothing"
    (named,) = book.dossier("B_1").earlier
    assert (named.number, named.linked_by, named.verdict) == ("P9", PREVIOUS, "")
    assert book.verify() == ()


def test_again_is_no_news_until_something_was_found(book):
    link_within(book, PLAN)
    assert link_within(book, PLAN).changed == 0
    judge_march(book)
    assert link_within(book, PLAN, "2023-04").changed == 1
    assert book.dossier("A_1").earlier[0].verdict == "违法·未报即用"
    assert link_within(book, PLAN, "2023-03").changed == 0


def test_what_became_military_is_no_longer_linked(book):
    link_within(book, PLAN)
    military = Verdict("P_1", VerdictLevel.CITY, "military", "", "", PLAN.id, PLAN.sha256)
    book.record([events.verdict_given(military, None)])
    assert link_within(book, PLAN).changed == 1
    assert book.dossier("A_1").earlier == ()


def test_other_sources_stand_beside_and_are_replaced_one_by_one(book):
    link_within(book, PLAN)
    ledger = [Earlier("A", "2022-11", verdict="合法")]
    assert link_with(book, PLAN, "台账.csv", ledger).changed == 1
    assert [one.source for one in book.dossier("A_1").earlier] == ["", "台账.csv"]
    assert link_with(book, PLAN, "台账.csv", ledger).changed == 0
    link_with(book, PLAN, "台账.csv", [])
    assert [one.source for one in book.dossier("A_1").earlier] == [""]


def test_a_linked_parcel_is_asked_what_it_has_to_do_with_it(book):
    """Nothing is checked twice without reason: the verdict says how it relates."""
    link_within(book, PLAN)
    for number in ("A_1", "B_1"):
        verdict = Verdict(number, VerdictLevel.COUNTY, "road", "", "", PLAN.id, PLAN.sha256)
        book.record([events.verdict_given(verdict, None)])
        asked = [one.kind.code for one in unanswered(book.dossier(number), PLAN, required=False)]
        assert "earlier_relation" in asked
    answered = {"earlier_relation": Evidence("earlier_relation", "same")}
    book.record([events.evidence_recorded("A_1", answered, {})])
    asked = [one.kind.code for one in unanswered(book.dossier("A_1"), PLAN, required=False)]
    assert "earlier_relation" not in asked


# ---- what other people have


def test_a_ledger_is_read_by_the_plans_names(tmp_path):
    path = tmp_path / "往期 台账.csv"
    path.write_bytes(
        "图斑编号,监测批次,判定类型,核查日期,整改情况,备注\n"
        "A,202211,违法,2022-12-01,拆除复耕,\n"
        ",202211,合法,,,\n"
        "M,202211,违法,,,军用\n".encode("gbk")
    )
    (found,) = read_earlier_work(path, PLAN, ReadOptions(), "clerk")
    assert found == Earlier("A", "2022-11", None, "违法", "2022-12-01", "拆除复耕")


def test_a_ledger_without_numbers_is_refused(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="no row with a patch number"):
        read_earlier_work(path, PLAN, ReadOptions(), "clerk")


def test_a_layer_is_read_as_intake_reads_it(issued):
    rows = [issued.row("X1", 判定类型="违法", 核查日期="2022-12-01"), issued.row("X2", BZ="军用")]
    (found,) = read_earlier_work(issued.shapefile(rows), PLAN, ReadOptions(), "clerk")
    assert (found.number, found.month, found.verdict) == ("X1", "2023-04", "违法")
    assert found.found_on == "2022-12-01" and found.geometry


def test_another_casebook_is_read_without_its_military_patches(book, tmp_path):
    judge_march(book)
    found = {
        one.number: one for one in read_earlier_work(book.path, PLAN, ReadOptions(), "somebody")
    }
    assert set(found) == {"P", "A", "B"}
    assert found["P"].verdict == "违法·未报即用"
    other = tmp_path / "矿产台账.gpkg"
    with create_casebook(other, PLAN, "371599", "虚构县", "clerk") as mines:
        mine = patch("A", 115.6, kind=PatchKind.MINERAL)
        mines.record(
            [
                events.source_imported(Source(SHA, "x", "x", "EPSG:4490", "GBK", "mu", 1)),
                events.patch_issued(mine),
                events.parcel_divided(
                    Parcel("A_1", "A", mine.area_m2, mine.geometry, mine.geometry_sha256)
                ),
            ]
        )
        link_with(mines, PLAN, book.path.name, list(found.values()))
        signs = {one.number: one.linked_by for one in mines.dossier("A_1").earlier}
        assert signs == {"A": NUMBER, "P": PLACE}
    with open_casebook(other, "clerk", read_only=True) as again:
        assert again.verify() == ()
