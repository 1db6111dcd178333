"""The order of the work: steps, undecided ones, typed numbers, counts."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.oversight.queue import (
    counts,
    find_number,
    is_undecided,
    next_undecided,
    positions,
    step,
)


class Row(NamedTuple):
    parcel_number: str
    category: str = ""


def rows_of(categories: list[str]) -> list[Row]:
    return [Row(f"37159900{index:03d}_1", one) for index, one in enumerate(categories)]


def test_next_undecided_goes_on_and_then_starts_from_the_top():
    rows = rows_of(["", "legal", "", "legal"])
    assert next_undecided(rows, None) == 0
    assert next_undecided(rows, 0) == 2
    assert next_undecided(rows, 2) == 0
    assert next_undecided(rows[:2], 0) is None  # there is no other one


@given(st.lists(st.sampled_from(["", "legal", "illegal"]), max_size=12), st.integers(0, 12))
def test_judging_and_going_on_reaches_every_parcel_once(categories, start):
    rows = rows_of(categories)
    at = min(start, len(rows) - 1) if rows else None
    waiting = {index for index, row in enumerate(rows) if is_undecided(row)}
    seen = []
    while True:
        if at is not None and is_undecided(rows[at]):
            seen.append(at)
            rows[at] = rows[at]._replace(category="legal")
        following = next_undecided(rows, at)
        if following is None:
            break
        at = following
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


def test_counts_and_positions():
    rows = rows_of(["", "legal", ""])
    assert counts(rows) == {"": 2, "legal": 1}
    assert [positions(rows)[row.parcel_number] for row in rows] == [0, 1, 2]
