"""One side takes something out, the other changes it: it stands whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tuban.core.casebook import events
from tuban.core.exchange.threeway import Choice
from tuban.core.rectified import Measure, Progress, Rectification, VerdictKept

CLEARED = Measure("demolition", Progress.PLANNED, Decimal("1.00"))
PLANNED = Rectification(VerdictKept("county", "illegal", "", "x", "00"), (CLEARED,), "2023-09-30")


@pytest.fixture
def parcel(city, county):
    (number,) = county.issue("2023-04", 1)
    county.record(events.rectified(f"{number}_1", PLANNED, None))
    city.read(county.submit("2023-04"))
    return f"{number}_1"


@pytest.mark.parametrize("choice", [Choice.MINE, Choice.THEIRS, Choice.BASE])
def test_measures_taken_out_there_and_changed_here(city, county, parcel, choice):
    later = replace(PLANNED, due="2023-10-31")
    city.record(events.rectified(parcel, later, PLANNED))
    county.record(events.rectified(parcel, None, PLANNED))
    shown = city.shown(county.submit("2023-04"))
    (clash,) = shown.clashes
    city.read(shown.incoming.path, {clash.key: choice})
    expected = {Choice.MINE: later, Choice.THEIRS: None, Choice.BASE: PLANNED}[choice]
    assert city.book.dossier(parcel).put_right.rectification == expected
    assert city.book.verify() == ()


def test_a_field_check_changed_there_and_undone_here(city, county, parcel):
    """Feedback brings the city's wording of a check that the county has taken back."""
    before = city.book.dossier(parcel).field_check
    worded = replace(before, found="市级补充。")
    city.record(events.field_checked(worded, before))
    (given,) = (one for one in county.book.history(parcel) if one.kind == events.FIELD_CHECKED)
    county.book.undo(given.seq)
    shown = county.shown(city.feedback(county, "2023-04"))
    (clash,) = shown.clashes
    county.read(shown.incoming.path, {clash.key: Choice.THEIRS})
    assert county.book.dossier(parcel).field_check == worded
    assert county.book.verify() == ()


def test_a_verdict_worded_there_and_undone_here(city, county, parcel):
    before = city.book.dossier(parcel).county_verdict
    worded = replace(before, reason="市级补充理由。")
    city.record(events.verdict_given(worded, before))
    (given,) = (one for one in county.book.history(parcel) if one.kind == "verdict.county")
    county.book.undo(given.seq)
    shown = county.shown(city.feedback(county, "2023-04"))
    (clash,) = shown.clashes
    county.read(shown.incoming.path, {clash.key: Choice.THEIRS})
    assert county.book.dossier(parcel).county_verdict == worded
