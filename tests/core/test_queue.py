"""The order of the work: steps, undecided ones, typed numbers."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.oversight import EVERYTHING, NOTHING_KNOWN, WorkList
from tuban.core.oversight.queue import find_number, is_undecided, positions, step


class Row(NamedTuple):
    parcel_number: str
    category: str = ""


def rows_of(categories: list[str]) -> list[Row]:
    return [Row(f"37159900{index:03d}_1", one) for index, one in enumerate(categories)]


def work_of(rows: list[Row]) -> WorkList:
    work = WorkList()
    work.fill(rows, EVERYTHING, NOTHING_KNOWN)
    return work


def test_next_undecided_goes_on_and_then_starts_from_the_top():
    rows = rows_of(["", "legal", "", "legal"])
    first, second, third, _ = (row.parcel_number for row in rows)
    work = work_of(rows)
    assert work.next_undecided("") == first
    assert work.next_undecided(first) == third
    assert work.next_undecided(third) == first
    assert work_of(rows[:2]).next_undecided(first) == ""  # there is no other one
    assert work_of(rows[:2]).next_undecided(second) == first


@given(st.lists(st.sampled_from(["", "legal", "illegal"]), max_size=12), st.integers(0, 12))
def test_judging_and_going_on_reaches_every_parcel_once(categories, start):
    rows = rows_of(categories)
    work = work_of(rows)
    at = rows[min(start, len(rows) - 1)] if rows else None
    waiting = {row.parcel_number for row in rows if is_undecided(row)}
    seen = []
    while at is not None:
        if is_undecided(at):
            seen.append(at.parcel_number)
            work.replace(at._replace(category="legal"))
        following = work.position(work.next_undecided(at.parcel_number))
        at = None if following is None else work.rows[following]
    assert sorted(seen) == sorted(waiting)


def test_steps_keep_to_what_is_accepted_and_end_at_the_ends():
    rows = rows_of(["", "legal", ""])
    assert step(rows, 0, 1, is_undecided) == 2
    assert step(rows, 2, -1, is_undecided) == 0
    assert step(rows, 2, 1, is_undecided) is None
    assert step(rows, 0, -1, is_undecided) is None
    assert step(rows, None, 1, lambda row: True) == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("A01_1", 0),  # the whole number
        ("A01", 0),  # the patch's number: its first parcel
        ("101", 2),  # the end of the patch's number before any other place
        ("B", 2),  # the start
        ("  A02_1 ", 1),
        ("", None),
        ("zzz", None),
    ],
)
def test_typed_numbers(typed, found):
    rows = [Row("A01_1"), Row("A02_1"), Row("B101_1"), Row("C1010_1")]
    assert find_number(rows, typed) == found


def test_positions():
    rows = rows_of(["", "legal", ""])
    assert [positions(rows)[row.parcel_number] for row in rows] == [0, 1, 2]
