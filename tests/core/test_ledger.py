"""The ledger as one list: closed, reopened, how old, what is frozen, what is looked at again.

Every parcel here takes 1.50 mu of cultivated land unless it says otherwise; sums are by hand.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from old_lists import PLAN, add, book_with, figures, judged, land, old_list, row
from openpyxl import load_workbook

from tuban.core.casebook import events
from tuban.core.documents.history import told
from tuban.core.errors import InputError, PlanError, RectificationRefused
from tuban.core.ledger.accountability import write_accountability
from tuban.core.ledger.ageing import ages
from tuban.core.ledger.case import CaseState
from tuban.core.ledger.closing import close, rechecked, reopen
from tuban.core.ledger.forms import ledger_forms
from tuban.core.ledger.freezing import FreezeState, by_place, freed, freeze_rows, frozen
from tuban.core.ledger.importing import ListOptions, events_of, read_old_list
from tuban.core.ledger.ledger import ledger_of
from tuban.core.ledger.rebuilt import over_closed
from tuban.core.ledger.rechecking import by_month_and_person, rechecks_of
from tuban.core.ledger.sheets import template_bytes, write_form
from tuban.core.model import Parcel, Photo, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.plan.plan import PLANS
from tuban.core.rectification.basis import kept
from tuban.core.rectified import (
    Acceptance,
    Measure,
    Progress,
    Recheck,
    Rectification,
    Turn,
)

ONE, TWO = "371599230400001", "371599230400002"
PARCEL = f"{ONE}_1"
D, TODAY = Decimal, date(2024, 1, 10)


def english(template):
    return template


@pytest.fixture
def book(tmp_path):
    with book_with(tmp_path / "台账.gpkg", ONE, TWO) as opened:
        yield opened


def take_in(book, tmp_path, *rows):
    draft = read_old_list(old_list(tmp_path / "旧.xlsx", rows), book, PLAN, ListOptions())
    book.record(events_of(draft))


def put_right(book, way="demolition", document="", accepted="2023-11-01"):
    """All of the first parcel, done on 2023-10-01; found in place by the city a month later."""
    dossier = book.dossier(PARCEL)
    mu = dossier.parcel.mu()
    done = Measure(
        way,
        Progress.DONE,
        mu,
        D("1.50"),
        document=document,
        done_on="2023-10-01",
        recultivated_mu=D("1.50"),
    )
    recorded = Rectification(kept(dossier.county_verdict), (done,), responsible="乙")
    book.record([events.rectified(PARCEL, recorded, None)])
    if accepted:
        looked = Acceptance(accepted, ("丙", "丁"), {}, True)
        book.record([events.accepted(PARCEL, (looked,), ())])


def case_of(book, subject=PARCEL):
    return next(one for one in ledger_of(book, PLAN) if one.subject == subject)


def closing(**more):
    given = {"closed": True, "on": "2023-12-01", "by": "甲", "basis": "accepted", **more}
    return Turn(**given)


# ---- one list


def test_illegal_parcels_on_cultivated_land_are_in_it(book):
    add(book, "371599230400003", 3, cultivated="0.00")
    add(book, "371599230400004", 4, category="legal")
    cases = ledger_of(book, PLAN)
    assert [one.parcel for one in cases] == [PARCEL, f"{TWO}_1"]
    first = cases[0]
    assert (first.year, first.county_name, first.found_on) == (2023, "虚构县", "2023-04-02")
    assert first.areas.cultivated_mu == first.areas.remaining_cultivated_mu == D("1.50")
    assert first.areas.remaining_mu == first.areas.area_mu == book.dossier(PARCEL).parcel.mu()


def test_the_final_verdict_counts(book):
    book.record([judged(book.dossier(PARCEL).parcel, "legal", "", VerdictLevel.FINAL)])
    assert [one.parcel for one in ledger_of(book, PLAN)] == [f"{TWO}_1"]


def test_a_row_and_its_parcel_are_one_case(tmp_path, book):
    take_in(book, tmp_path, row(1, ONE, M=4), row(2, "9", B=2019))
    cases = ledger_of(book, PLAN)
    assert [one.subject for one in cases] == ["2019/9", PARCEL, f"{TWO}_1"]
    old, linked = cases[0], cases[1]
    assert [one.id for one in linked.entries] == [f"2023/{ONE}"]
    assert linked.areas.cultivated_mu == D("1.50")  # the casebook's own, not the list's 8
    assert (linked.found_on, linked.actor) == ("2023-05-08", "虚构公司")
    assert (old.areas.area_mu, old.areas.remaining_mu) == (D(10), D(10))


def test_a_row_whose_patch_has_several_parcels_is_not_counted_beside_them(tmp_path, book):
    third, whole = "371599230400003", add(book, "371599230400003", 3)
    half = replace(whole, number=f"{third}_2", area_m2=whole.area_m2)
    other = Parcel(f"{third}_3", third, whole.area_m2, whole.geometry, whole.geometry_sha256)
    book.record([events.patch_divided(third, [half, other], [whole])])
    for one in (half, other):
        book.record([events.figures_computed(figures(one, "1.00"), None), judged(one)])
    take_in(book, tmp_path, row(1, third))
    assert book.ledger_entries()[0].parcel_number == ""
    of_patch = [one for one in ledger_of(book, PLAN) if one.patch == third]
    assert [one.parcel for one in of_patch] == [f"{third}_2", f"{third}_3"]
    assert all(f"not counted: 2023/{third}" in str(one.remarks[0]) for one in of_patch)


def test_a_patch_issued_late_in_december_is_of_the_year_before(tmp_path, book):
    """After the 20th it belongs to January (工作方案 三（二）)."""
    add(book, "371599231299999", 7, month="2024-01")
    take_in(book, tmp_path, row(1, "371599231299999"))
    cases = [one for one in ledger_of(book, PLAN) if one.patch == "371599231299999"]
    assert [one.subject for one in cases] == ["371599231299999_1"]


def test_what_may_be_counted_twice_has_a_remark(tmp_path, book):
    take_in(book, tmp_path, row(1, "7"), row(2, "7", D="7_1"), row(3, ONE, B=2019))
    said = {one.subject: " ".join(map(str, one.remarks)) for one in ledger_of(book, PLAN)}
    assert "look whether it is one case" in said["2023/7"]
    assert said["2023/7/7_1"] == ""
    assert "is in this casebook, of 2023-04" in said[f"2019/{ONE}"]


def test_the_journal_says_in_words_what_was_done(book):
    put_right(book)
    book.record(close(book, case_of(book), closing(why="复耕到位"), PLAN, TODAY))
    book.record(frozen(case_of(book, f"{TWO}_1"), "2023-06-01", "虚冻1", None))
    looked = Recheck("recultivated", "2024-01-05", "乙", "as_it_was")
    book.record(rechecked(book, book.dossier(PARCEL), None, looked, PLAN, TODAY))
    words = [str(told(one, PLAN)) for one in book.history(PARCEL)[:2]]
    assert words[0].startswith("Recheck of 2024-01-05")
    assert words[1] == "Closed in the ledger on 2023-12-01 by 甲: 复耕到位"
    assert str(told(book.history(f"{TWO}_1")[0], PLAN)) == "Quota frozen on 2023-06-01"


def test_what_is_left_of_an_old_case(tmp_path, book):
    """10 mu with 8 cultivated: 3 put right leave 7, and of these 7 cultivated at most."""
    take_in(book, tmp_path, row(1, "7", M=3), row(2, "8", O="2020-05-01", B=2019), row(3, "9"))
    by_id = {one.subject: one for one in ledger_of(book, PLAN)}
    part, closed, nothing = (by_id[one].areas for one in ("2023/7", "2019/8", "2023/9"))
    assert (part.remaining_mu, part.remaining_cultivated_mu) == (D(7), D(7))
    assert (closed.remaining_mu, closed.remaining_cultivated_mu) == (D(0), D(0))
    assert (nothing.remaining_mu, nothing.remaining_cultivated_mu) == (D(10), D(8))
    assert by_id["2019/8"].state is CaseState.CLOSED
    assert "without a day of acceptance" in str(by_id["2019/8"].remarks[0])


def test_military_land_is_in_no_ledger(book):
    book.record([judged(book.dossier(PARCEL).parcel, "military", "", VerdictLevel.FINAL)])
    assert [one.parcel for one in ledger_of(book, PLAN)] == [f"{TWO}_1"]


def test_what_may_be_cultivated_land_is_in_it_and_its_quota_is_to_be_frozen(book):
    """It is not overlaid: how much cultivated land it takes is unknown."""
    issued, parcel = land("371599230400003", 3)
    book.record([events.patch_issued(issued), events.parcel_divided(parcel), judged(parcel)])
    case = case_of(book, parcel.number)
    assert case.areas.cultivated_mu is None
    assert "is not overlaid" in str(case.remarks[0])
    (found,) = (one for one in freeze_rows(ledger_of(book, PLAN)) if one.case == case)
    assert (found.state, found.to_freeze_mu) == (FreezeState.TO_FREEZE, None)


def test_the_first_year_of_the_ledger_is_taken_in(tmp_path, book):
    """Since 2018 (工作方案 四（六）)."""
    take_in(book, tmp_path, row(1, "7", B=2018), row(2, "8", B=2017))
    assert [one.subject for one in ledger_of(book, PLAN)][:-2] == ["2018/7"]


# ---- closing


def test_nothing_is_closed_before_it_is_put_right(book):
    with pytest.raises(RectificationRefused, match=r"not put right yet.*not found it in place"):
        close(book, case_of(book), closing(), PLAN, TODAY)


def test_demolition_waits_for_the_citys_acceptance(book):
    put_right(book, accepted="")
    with pytest.raises(RectificationRefused, match="The city has not found it in place"):
        close(book, case_of(book), closing(), PLAN, TODAY)


def test_what_is_accepted_is_closed_with_who_when_and_why(book):
    put_right(book)
    book.record(close(book, case_of(book), closing(why="复耕到位"), PLAN, TODAY))
    case = case_of(book)
    assert (case.state, case.closed_on, case.areas.remaining_mu) == (
        CaseState.CLOSED,
        "2023-12-01",
        D("0.00"),
    )
    assert case.turns == (closing(why="复耕到位"),)
    with pytest.raises(RectificationRefused, match="closed already"):
        close(book, case, closing(), PLAN, TODAY)
    assert book.verify() == ()


def test_an_approval_needs_its_number(book):
    put_right(book, "made_up", accepted="")
    turn = closing(basis="approval")
    with pytest.raises(RectificationRefused, match="number of the document is missing"):
        close(book, case_of(book), turn, PLAN, TODAY)
    assert close(book, case_of(book), replace(turn, document="虚批〔2023〕1号"), PLAN, TODAY)
    with pytest.raises(RectificationRefused, match=r"in another way, too: Approval"):
        close(book, case_of(book), closing(document="虚批〔2023〕1号"), PLAN, TODAY)


def test_what_nobody_has_to_inspect_waits_for_no_acceptance(book):
    """Demolished and made up: the demolished part only waits for the city."""
    put_right(book, "made_up", document="虚批〔2023〕1号", accepted="")
    mixed = closing(basis="mixed", document="虚批〔2023〕1号")
    assert close(book, case_of(book), mixed, PLAN, TODAY)


@pytest.mark.parametrize("accepted", ["", "2023-11-01"])
def test_what_is_inspected_needs_its_acceptance_and_no_document(book, accepted):
    put_right(book, accepted=accepted)
    mixed = closing(basis="mixed")
    if accepted:
        assert close(book, case_of(book), mixed, PLAN, TODAY)
        return
    with pytest.raises(RectificationRefused, match="not found it in place") as refused:
        close(book, case_of(book), mixed, PLAN, TODAY)
    assert "document" not in str(refused.value)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (closing(on="2024-02-01"), "lies ahead"),
        (closing(on="2023-01-01"), "last changed"),
        (closing(by=" "), "has to be named"),
        (closing(basis="whim"), "no basis"),
    ],
)
def test_a_closing_that_cannot_be_is_refused(book, turn, words):
    put_right(book)
    with pytest.raises(RectificationRefused, match=words):
        close(book, case_of(book), turn, PLAN, TODAY)


def test_an_old_case_is_closed_on_its_acceptance_or_a_document(tmp_path, book):
    take_in(book, tmp_path, row(1, "7", N="2023-11-11"), row(2, "8"))
    assert close(book, case_of(book, "2023/7"), closing(), PLAN, TODAY)
    with pytest.raises(RectificationRefused, match="no acceptance and no certificate"):
        close(book, case_of(book, "2023/8"), closing(), PLAN, TODAY)
    book.record(close(book, case_of(book, "2023/8"), closing(document="虚证1"), PLAN, TODAY))
    assert case_of(book, "2023/8").areas.remaining_mu == 0


def test_a_closing_cannot_be_undone_but_reopened(book):
    put_right(book)
    (entry,) = book.record(close(book, case_of(book), closing(), PLAN, TODAY))
    assert book.last_undoable().seq != entry.seq
    with pytest.raises(RectificationRefused, match="Why it is reopened"):
        reopen(book, case_of(book), Turn(False, "2023-12-20", "甲"), TODAY)
    again = Turn(False, "2023-12-20", "甲", why="违法复建", new_patch=TWO)
    book.record(reopen(book, case_of(book), again, TODAY))
    case = case_of(book)
    assert (case.state, case.open_since) == (CaseState.REOPENED, "2023-12-20")
    assert case.areas.remaining_cultivated_mu == D("1.50")  # all of it again
    assert case.age_days(TODAY) == 21
    # What was accepted before counts no more.
    with pytest.raises(RectificationRefused, match="not put right yet"):
        close(book, case, closing(on="2023-12-30"), PLAN, TODAY)


def test_a_closing_recorded_before_the_link_stays(tmp_path, book):
    take_in(book, tmp_path, row(1, "7"))
    book.record(close(book, case_of(book, "2023/7"), closing(document="虚证1"), PLAN, TODAY))
    (entry,) = book.ledger_entries()
    book.record([events.ledger_taken_in(replace(entry, parcel_number=PARCEL), entry)])
    assert case_of(book).state is CaseState.CLOSED
    assert len(ledger_of(book, PLAN)) == 2


def test_closed_reopened_and_closed_again_on_the_day_of_the_change(book):
    """The day of the last change is none before it; only a later acceptance counts again."""
    put_right(book)
    for at, on in enumerate(("2023-12-01", "2023-12-20")):
        if at:
            why = Turn(False, "2023-12-01", "甲", why="违法复建")
            book.record(reopen(book, case_of(book), why, TODAY))
            seen = book.dossier(PARCEL).put_right
            again = replace(seen.rectification.measures[0], done_on="2023-12-10")
            recorded = replace(seen.rectification, measures=(again,))
            book.record([events.rectified(PARCEL, recorded, seen.rectification)])
            same_day = (*seen.acceptances, Acceptance("2023-12-01", ("丙", "丁"), {}, True))
            book.record([events.accepted(PARCEL, same_day, seen.acceptances)])
            with pytest.raises(RectificationRefused, match="city has not found it in place"):
                close(book, case_of(book), closing(on=on), PLAN, TODAY)
            later = (*same_day, Acceptance("2023-12-15", ("丙", "丁"), {}, True))
            book.record([events.accepted(PARCEL, later, same_day)])
        book.record(close(book, case_of(book), closing(on=on), PLAN, TODAY))
    assert (case_of(book).state, case_of(book).closed_on) == (CaseState.CLOSED, "2023-12-20")


# ---- rechecks


def test_a_recheck_that_finds_building_reopens_what_was_closed(book):
    put_right(book)
    book.record(close(book, case_of(book), closing(), PLAN, TODAY))
    found = Recheck("recultivated", "2024-01-05", "乙", "rebuilt", "彩钢房", TWO)
    book.record(rechecked(book, book.dossier(PARCEL), case_of(book), found, PLAN, TODAY))
    case = case_of(book)
    assert case.state is CaseState.REOPENED
    assert case.turns[-1] == Turn(False, "2024-01-05", "乙", why="违法复建；彩钢房", new_patch=TWO)
    assert book.dossier(PARCEL).put_right.rechecks == (found,)


def test_a_sound_recheck_reopens_nothing(book):
    put_right(book)
    book.record(close(book, case_of(book), closing(), PLAN, TODAY))
    sound = Recheck("recultivated", "2024-01-05", "乙", "as_it_was")
    assert len(rechecked(book, book.dossier(PARCEL), case_of(book), sound, PLAN, TODAY)) == 1
    with pytest.raises(RectificationRefused, match="no finding"):
        rechecked(book, book.dossier(PARCEL), None, replace(sound, finding="?"), PLAN, TODAY)


def test_what_is_due_by_month_and_person(book):
    put_right(book)
    third = add(book, "371599230400003", 3, category="unchanged")
    found = rechecks_of(book, PLAN)
    codes = {one.number: (one.what.rule.code, one.person) for one in found}
    assert codes == {PARCEL: ("recultivated", "乙"), third.number: ("unchanged", "")}
    # Done on 2023-10-01, looked at again six months later.
    assert next(one.what.due for one in found if one.number == PARCEL) == date(2024, 4, 1)
    assert ("2024-04", "乙", 1, 1) in by_month_and_person(found, date(2024, 4, 2))
    assert ("2024-04", "乙", 1, 0) in by_month_and_person(found, date(2024, 4, 1)), "due today"


# ---- ages and quota


def test_ages_by_county_and_year(tmp_path, book):
    """On 2024-01-10: found 2023-05-08 is under a year; 2021-01-10 is three years to the day."""
    take_in(
        book,
        tmp_path,
        row(1, "7", B=2021, G="2021-01-10"),
        row(2, "8", B=2021, G="2021-01-09"),
        row(3, "9", B=2021, G=None, O="2022-01-01"),
        row(4, "10", B=2021, G="不详"),
    )
    rows = ages(ledger_of(book, PLAN), TODAY, (1, 2, 3, 5), "合计")
    assert [(one.county, one.year) for one in rows] == [
        ("虚构县", 2021),
        ("虚构县", 2023),
        ("合计", None),
    ]
    old, new, total = rows
    assert (old.all, old.closed, old.open, old.bands) == (4, 1, 3, (0, 0, 1, 1, 0, 1))
    assert (old.remaining_mu, old.remaining_cultivated_mu) == (D(30), D(24))
    assert old.oldest_days == 1096  # 2021-01-09 … 2024-01-10, no leap day between
    assert (new.open, new.bands) == (2, (2, 0, 0, 0, 0, 0))
    assert (total.all, total.remaining_cultivated_mu) == (6, D("27.00"))


def test_quota_is_frozen_until_the_case_is_closed(book):
    def states():
        return [(one.case.subject, one.state) for one in freeze_rows(ledger_of(book, PLAN))]

    put_right(book, accepted="")
    assert states() == [(f"{TWO}_1", FreezeState.TO_FREEZE)]  # nothing is left of the first
    two = case_of(book, f"{TWO}_1")
    book.record(frozen(two, "2023-06-01", "虚冻1", None))
    assert states() == [(f"{TWO}_1", FreezeState.FROZEN)]
    with pytest.raises(RectificationRefused, match="once it was frozen and the case is closed"):
        freed(case_of(book, f"{TWO}_1"), "2023-12-02", "虚解1", case_of(book).freezing)


def test_what_is_put_right_stays_frozen_until_it_is_closed(book):
    book.record(frozen(case_of(book), "2023-06-01", "虚冻1", None))
    put_right(book, accepted="")
    first = freeze_rows(ledger_of(book, PLAN))[0]
    assert (first.state, first.to_freeze_mu) == (FreezeState.FROZEN, D("0.00"))


def test_what_was_frozen_is_to_be_set_free_after_the_closing(tmp_path, book):
    book.record(frozen(case_of(book), "2023-06-01", "虚冻1", None))
    put_right(book)
    book.record(close(book, case_of(book), closing(), PLAN, TODAY))
    first = freeze_rows(ledger_of(book, PLAN))[0]
    assert (first.state, first.free_since) == (FreezeState.TO_FREE, "2023-12-01")
    case = case_of(book)
    with pytest.raises(RectificationRefused, match="frozen on 2023-06-01 only"):
        freed(case, "2023-05-01", "虚解1", case.freezing)
    assert freed(case, "2023-06-01", "虚解1", case.freezing)  # on the very day it was frozen
    book.record(freed(case, "2023-12-02", "虚解1", case.freezing))
    rows = freeze_rows(ledger_of(book, PLAN))
    assert [one.state for one in rows] == [FreezeState.FREED, FreezeState.TO_FREEZE]
    ((county, sums),) = by_place(rows)
    assert (county, sums[FreezeState.FREED], sums[FreezeState.TO_FREEZE]) == (
        "虚构县",
        D("1.50"),
        D("1.50"),
    )


def test_no_quota_is_frozen_for_what_is_no_building(book):
    third = add(book, "371599230400003", 3, category="legal")
    book.record(
        [
            events.verdict_given(
                replace(
                    book.dossier(third.number).county_verdict,
                    category="illegal",
                    subcategory="non_grain",
                ),
                book.dossier(third.number).county_verdict,
            )
        ]
    )
    assert third.number in [one.subject for one in ledger_of(book, PLAN)]
    assert third.number not in [one.case.subject for one in freeze_rows(ledger_of(book, PLAN))]


# ---- a new patch over a closed case


def test_a_new_patch_over_a_closed_case_is_pointed_out(tmp_path, book):
    put_right(book)
    book.record(close(book, case_of(book), closing(), PLAN, TODAY))
    add(book, "371599240200001", 0, month="2024-02")
    add(book, "371599240200002", 9, month="2024-02")
    (found,) = over_closed(book, PLAN, "2024-02")
    assert (found.patch.number, found.case.subject) == ("371599240200001", PARCEL)
    assert "closed on 2023-12-01" in str(found.finding.message)
    assert over_closed(book, PLAN, "2023-04") == []


def test_a_patch_that_names_or_lies_on_a_closed_old_case(tmp_path, book):
    take_in(book, tmp_path, row(1, "7", B=2019, O="2020-05-01"), row(2, "8", B=2019))
    for number in ("7", "8"):
        entry = next(one for one in book.ledger_entries() if one.patch == number)
        point = replace(entry, lon_deg=116.0205, lat_deg=36.4005)
        book.record([events.ledger_taken_in(point, entry)])
    add(book, "371599240200001", 20, month="2024-02")
    add(book, "371599240200002", 30, month="2024-02", issued={"往期图斑编号": "7"})
    found = over_closed(book, PLAN, "2024-02")
    assert [(one.patch.number[-1], one.case.subject) for one in found] == [
        ("1", "2019/7"),
        ("2", "2019/7"),
    ]


# ---- forms and the package


@pytest.mark.parametrize("name", ["ledger", "ageing", "freezing"])
def test_the_forms_are_written(tmp_path, book, name):
    take_in(book, tmp_path, row(1, "7", B=2019), row(2, ONE))
    path = tmp_path / f"{name}.xlsx"
    write_form(name, ledger_of(book, PLAN), "虚构县", TODAY, PLAN, path, english)
    sheet = load_workbook(path).active
    cells = {one.value for line in sheet.iter_rows() for one in line}
    assert any("虚构县" in str(one) for one in cells)
    assert 2019 in cells
    assert (8 if name == "ageing" else 1.5) in cells


def test_the_dossier_for_accountability(tmp_path, book):
    picture = tmp_path / "照片 一.jpg"
    picture.write_bytes(b"picture")
    digest = hashlib.sha256(b"picture").hexdigest()
    photo = Photo(PARCEL, picture.name, digest, 7, None, None, None, None)
    gone = replace(photo, file="没有.jpg", sha256="cd" * 32)
    book.record([events.photo_attached(photo), events.photo_attached(gone)])
    path = tmp_path / "问责.zip"
    made = write_accountability(book, PLAN, ledger_of(book, PLAN), path, TODAY, english)
    assert (made.cases, made.photos, len(made.findings)) == (2, 1, 1)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        for member in manifest["files"]:
            content = archive.read(member["name"])
            assert hashlib.sha256(content).hexdigest() == member["sha256"]
        names = {one["name"] for one in manifest["files"]}
        assert names == set(archive.namelist()) - {"manifest.json"}
        assert [one for one in names if one.startswith(f"照片/{PARCEL}/")] == [
            f"照片/{PARCEL}/02.jpg"
        ]
        lines = archive.read("日志摘录.jsonl").decode("utf-8").splitlines()
    kinds = [json.loads(one)["kind"] for one in lines]
    assert kinds.count("verdict.county") == 2
    newest = book.history("371599")[0]
    assert newest.kind == events.ACCOUNTABILITY
    assert newest.new["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert newest.new["parcels"] == [PARCEL, f"{TWO}_1"]


def test_what_became_military_meanwhile_is_in_no_dossier(tmp_path, book):
    cases, path = ledger_of(book, PLAN), tmp_path / "问责.zip"
    whole = book.dossier(PARCEL).parcel
    other = replace(whole, number=f"{ONE}_2")
    book.record(
        [
            events.parcel_divided(other),
            judged(other, "military", "", VerdictLevel.FINAL),
        ]
    )
    old = replace(cases[0], parcel_number="", subject=f"2023/{ONE}")
    made = write_accountability(book, PLAN, [*cases, old], path, TODAY, english)
    assert made.cases == 1
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["cases"] == [f"{TWO}_1"]
        assert ONE not in archive.read("日志摘录.jsonl").decode("utf-8")


def test_of_military_land_and_of_a_changed_photo_nothing_is_handed_over(tmp_path, book):
    picture = tmp_path / "照片.jpg"
    picture.write_bytes(b"another picture")
    digest = hashlib.sha256(b"picture").hexdigest()
    changed = Photo(PARCEL, picture.name, digest, 7, None, None, None, None)
    book.record([events.photo_attached(changed)])
    cases = ledger_of(book, PLAN)
    second = book.dossier(f"{TWO}_1").parcel
    book.record([judged(second, "military", "", VerdictLevel.FINAL)])
    path = tmp_path / "问责.zip"
    made = write_accountability(book, PLAN, cases, path, TODAY, english)
    assert (made.cases, made.photos) == (1, 0)
    assert "not as it was attached" in str(made.findings[0].message)
    with zipfile.ZipFile(path) as archive:
        assert TWO not in archive.read("日志摘录.jsonl").decode("utf-8")


def test_a_dossier_is_of_one_county(tmp_path, book):
    cases = ledger_of(book, PLAN)
    mixed = [cases[0], replace(cases[1], county_code="371521")]
    for given in ([], mixed):
        with pytest.raises(InputError, match="cases of one county"):
            write_accountability(book, PLAN, given, tmp_path / "x.zip", TODAY, english)
    assert not (tmp_path / "x.zip").exists()


@pytest.fixture
def office(tmp_path):
    """A folder of plans with the shipped one and the default templates of the ledger's forms."""
    shutil.copytree(PLANS / PLAN.id, tmp_path / "plans" / PLAN.id)
    folder = tmp_path / "plans" / PLAN.id / "templates"
    folder.mkdir()
    for form in ledger_forms(PLAN).values():
        (folder / form.template_name).write_bytes(template_bytes(form, datetime(2024, 1, 10)))
    return folder


@pytest.mark.parametrize("name", ["ledger", "ageing", "freezing"])
def test_an_offices_own_layout_is_filled(tmp_path, book, office, name):
    cases = ledger_of(book, PLAN)
    own = load_plan(PLAN.id, office.parents[1])
    found = []
    for plan in (PLAN, own):
        path = tmp_path / f"{name}.xlsx"
        write_form(name, cases, "虚构县", TODAY, plan, path, english)
        found.append(list(load_workbook(path).active.iter_rows(values_only=True)))
    assert ledger_forms(own)[name].template is not None
    assert found[0] == found[1]


def test_a_layout_without_a_column_is_refused(office):
    path = office / "整改台账.xlsx"
    book = load_workbook(path)
    for line in book.active.iter_rows():
        for cell in line:
            if str(cell.value).startswith("{违法主体"):
                cell.value = None
    book.save(path)
    with pytest.raises(PlanError, match="整改台账"):
        ledger_forms(load_plan(PLAN.id, office.parents[1]))
