"""What a mu is: the plan's factor, in the list as in the figures and on the forms."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("osgeo")
sys.path.append(str(Path(__file__).parent / "parcels"))

from parcels_land import NUMBER, PLAN, RULES, first_parcel, line, patch_of, rectangle

from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.parcels import Partition, by_line

# 9,997.99 m² are 15.00 mu by the law (2000/3 m²), and 14.92 when a mu is taken as 670 m².
OFFICE = replace(
    PLAN, id="office", area_rules=replace(PLAN.area_rules, mu_per_m2=Decimal("0.0014925373"))
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账.gpkg"


def make(path, plan):
    patch = patch_of([[rectangle(0, 0, 100, 100)]])
    with create_casebook(path, plan, "371599", "虚构县", "甲") as book:
        book.record([events.patch_issued(patch)])
        book.record([events.parcel_divided(first_parcel(patch))])
    return path


def shown(book):
    """The list's mu, and what parcels say by the factor of the plan that holds now."""
    plan = OFFICE if book.plan_id == "office" else PLAN
    factor = plan.area_rules.mu_per_m2
    listed = {row.parcel_number: row.area_mu for row in book.rows("2023-04")}
    assert listed == {one.number: one.mu(factor) for one in book.parcels("2023-04")}
    assert book.verify() == ()
    return listed


@pytest.mark.parametrize(("plan", "mu"), [(PLAN, "15.00"), (OFFICE, "14.92")])
def test_the_list_counts_as_the_plan_does(path, plan, mu):
    with open_casebook(make(path, plan), "甲") as book:
        assert shown(book) == {f"{NUMBER}_1": Decimal(mu)}
        partition = Partition(book.patch(NUMBER), tuple(book.parcels_of(NUMBER)), 1)
        rules = replace(RULES, mu_per_m2=plan.area_rules.mu_per_m2)
        halves = by_line(partition, f"{NUMBER}_1", line((-5, 50), (105, 50)), rules)
        changed = events.patch_divided(NUMBER, halves.after, halves.partition.parcels)
        (entry,) = book.record([changed])
        assert sum(shown(book).values()) == Decimal(mu)
        book.undo(entry.seq)
        assert shown(book) == {f"{NUMBER}_1": Decimal(mu)}


def test_another_plan_counts_the_parcels_that_are_there_anew(path):
    with open_casebook(make(path, PLAN), "甲") as book:
        book.record([events.plan_changed(OFFICE, PLAN.id)])
        assert shown(book) == {f"{NUMBER}_1": Decimal("14.92")}
        book.record([events.plan_changed(PLAN, OFFICE.id)])
        assert shown(book) == {f"{NUMBER}_1": Decimal("15.00")}


def test_a_parcel_that_comes_back_counts_as_it_is_counted_now(path):
    with open_casebook(make(path, PLAN), "甲") as book:
        partition = Partition(book.patch(NUMBER), tuple(book.parcels_of(NUMBER)), 1)
        halves = by_line(partition, f"{NUMBER}_1", line((-5, 50), (105, 50)), RULES)
        changed = events.patch_divided(NUMBER, halves.after, halves.partition.parcels)
        (entry,) = book.record([changed])
        book.record([events.plan_changed(OFFICE, PLAN.id)])
        book.undo(entry.seq)
        assert shown(book) == {f"{NUMBER}_1": Decimal("14.92")}


def test_what_was_adjusted_comes_back_as_it_was_adjusted(path):
    with open_casebook(make(path, PLAN), "甲") as book:
        partition = Partition(book.patch(NUMBER), tuple(book.parcels_of(NUMBER)), 1)
        halves = by_line(partition, f"{NUMBER}_1", line((-5, 50), (105, 50)), RULES)
        before, mu = partition.parcels, (Decimal("7.51"), Decimal("7.49"))
        uneven = [replace(one, adjusted_mu=its) for one, its in zip(halves.after, mu)]
        book.record([events.patch_divided(NUMBER, uneven, before)])
        (entry,) = book.record([events.patch_divided(NUMBER, before, uneven)])
        book.undo(entry.seq)
        assert tuple(shown(book).values()) == mu


def test_a_casebook_that_does_not_say_counts_by_the_law(path):
    make(path, PLAN)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM meta WHERE key = 'mu_per_m2'")
    connection.close()
    with open_casebook(path, "甲") as book:
        assert [str(row.area_mu) for row in book.rows("2023-04")] == ["15.00"]
        book.record([events.plan_changed(OFFICE, PLAN.id)])
        assert [str(row.area_mu) for row in book.rows("2023-04")] == ["14.92"]
