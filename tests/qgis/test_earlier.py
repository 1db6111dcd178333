"""What was found before is on the dock in one line, and one step away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tuban.core.casebook import create_casebook, events
from tuban.core.linking import link_within
from tuban.core.model import Verdict, VerdictLevel
from tuban.dialogs.desk.earlier_strip import EarlierStrip
from tuban.dialogs.month.linking import link


@pytest.fixture
def two_months(desk, tmp_path, plan, fill_book, make_patches, parcel_number):
    """Patch 1 of March, judged; patch 2 of April lies on its place, patch 3 elsewhere."""
    path = tmp_path / "两月 县.gpkg"
    with create_casebook(path, plan, "371599", "虚构县", "somebody") as book:
        fill_book(book, 1, "2023-03")
        ((there, _),) = make_patches([1])
        for patch, parcel in make_patches([2, 3]):
            if parcel.number == parcel_number(2):
                shape = {"geometry": there.geometry, "geometry_sha256": there.geometry_sha256}
                patch, parcel = replace(patch, **shape), replace(parcel, **shape)
            book.record([events.patch_issued(patch), events.parcel_divided(parcel)])
        link_within(book, plan)
        verdict = Verdict(
            parcel_number(1), VerdictLevel.COUNTY, "road", "", "", plan.id, plan.sha256
        )
        book.record([events.verdict_given(verdict, None)])
    desk.session.open(path)
    return desk


def strip_of(desk) -> EarlierStrip:
    return desk.dock.findChild(EarlierStrip)


def test_one_line_says_what_stands_now(two_months, parcel_number):
    two_months.session.show(parcel_number(2))
    line = strip_of(two_months).line.full
    # Linked before March was judged: the line tells today's verdict all the same.
    assert "371599JC23040001 (2023-03)" in line and "农村道路" in line and "100.00 %" in line
    assert strip_of(two_months).isVisibleTo(two_months.dock)
    two_months.session.show(parcel_number(3))
    assert not strip_of(two_months).isVisibleTo(two_months.dock)


def test_the_list_leads_to_the_earlier_patch(two_months, parcel_number):
    two_months.session.show(parcel_number(2))
    dialog = strip_of(two_months).open_list()
    assert dialog.table.rowCount() == 1 and dialog.go.isEnabled()
    dialog.go.click()
    assert two_months.session.month == "2023-03"
    assert two_months.session.number == parcel_number(1)


def test_military_land_is_not_named_from_beside(two_months, parcel_number, plan):
    session = two_months.session
    verdict = Verdict(parcel_number(1), VerdictLevel.CITY, "military", "", "", plan.id, plan.sha256)
    session.book.record([events.verdict_given(verdict, None)])
    session.reload()
    session.show(parcel_number(2))
    assert strip_of(two_months).links == []


def test_undo_takes_a_link_back(two_months, parcel_number):
    session = two_months.session
    session.book.who = "somebody"
    session.show(parcel_number(2))
    session.undo()  # the verdict on the earlier one
    session.undo()
    session.set_month("2023-04")
    session.show(parcel_number(2))
    assert session.dossier.earlier == ()


def test_a_file_is_linked_from_the_menu(two_months, tmp_path, parcel_number, qtbot):
    ledger = tmp_path / "旧 台账.csv"
    ledger.write_text(
        "图斑编号,判定类型,核查日期\n371599JC23040003,违法,2022-11-02\n", encoding="utf-8"
    )
    link(two_months.work, ledger)
    session = two_months.session
    qtbot.waitUntil(lambda: not session.busy_with, timeout=20_000)
    session.show(parcel_number(3))
    line = strip_of(two_months).line.full
    assert "违法 · 2022-11-02 · " in line and line.endswith("旧 台账.csv")


def test_a_file_that_is_nothing_is_told_and_frees_the_dock(two_months, tmp_path, qtbot):
    link(two_months.work, tmp_path / "没有.csv")
    qtbot.waitUntil(lambda: not two_months.session.busy_with, timeout=20_000)
    assert two_months.session.writable
