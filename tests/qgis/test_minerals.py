"""Mineral patches in the dock: their own verdicts, filter, day, and rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tuban.core.casebook import create_casebook, events
from tuban.core.model import PatchKind


@pytest.fixture
def mixed(desk, tmp_path, plan, fill_book, make_patches):
    """Three land patches and two mineral ones."""
    path = tmp_path / "矿产 县.gpkg"
    with create_casebook(path, plan, "371599", "虚构县", "somebody") as book:
        fill_book(book, 3)
        for patch, parcel in make_patches(range(4, 6)):
            mine = replace(patch, kind=PatchKind.MINERAL, patch_class="")
            book.record([events.patch_issued(mine), events.parcel_divided(parcel)])
    desk.session.open(path)
    return desk


def buttons(desk) -> list:
    return list(desk.dock.verdict._buttons)


def test_the_keys_are_those_of_the_kind_at_hand(mixed, plan, parcel_number):
    land = [one.code for one in plan.categories_of(PatchKind.LAND)]
    assert buttons(mixed) == land
    mixed.session.show(parcel_number(4))
    assert buttons(mixed) == [
        *("mineral_legal", "mineral_illegal", "mineral_unchanged", "mineral_other"),
        *("doubt", "military"),
    ]
    mixed.dock._by_key("2")()
    assert mixed.session.rows[3].category == "mineral_illegal"
    mixed.session.show(parcel_number(1))
    assert buttons(mixed) == land


def test_another_casebook_starts_with_its_own_kind(mixed, casebook_file, parcel_number, plan):
    mixed.session.show(parcel_number(4))
    mixed.session.open(casebook_file)
    assert buttons(mixed) == [one.code for one in plan.categories_of(PatchKind.LAND)]


def test_the_list_filters_by_kind(mixed):
    box, model = mixed.dock.list.queue.choice, mixed.dock.list.model
    for kind, expected in ((PatchKind.MINERAL, 2), (PatchKind.LAND, 3)):
        index = box.findData(f"kind:{kind.value}")
        box.setCurrentIndex(index)
        box.activated.emit(index)
        assert model.rowCount() == expected
        assert {model.row_at(line).kind for line in range(expected)} == {kind}


def test_a_month_of_land_alone_offers_no_mines(desk, casebook_file):
    desk.session.open(casebook_file)
    box = desk.dock.list.queue.choice
    assert box.findData("kind:mineral") == -1 and box.findData("category:mineral_legal") == -1


def test_the_header_says_until_when_mines_are_filled_in(mixed):
    assert "2024-02-28" in mixed.dock.header._left.toolTip()


def test_a_mine_is_proposed_by_its_own_rules(mixed, parcel_number):
    mixed.session.show(parcel_number(4))
    (gap, *_) = mixed.dock.proposing.proposal.missing
    assert gap.code == "mineral_finding"
