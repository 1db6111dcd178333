"""Rounds in the record: they replay, are undone, and older casebooks get them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from tuban.core.casebook import events, open_casebook
from tuban.core.errors import CasebookConflict
from tuban.core.model import VerdictLevel
from tuban.core.rounds import Office, Outcome


@pytest.fixture
def handed(city, county):
    (number,) = county.issue("2023-04", 1)
    city.read(county.submit("2023-04"))
    return f"{number}_1"


def test_a_review_is_taken_back_with_its_verdict(city, handed):
    city.review(handed, Outcome.PASSED)
    assert VerdictLevel.FINAL in city.book.dossier(handed).verdicts
    while city.book.last_undoable():
        city.book.undo(city.book.last_undoable().seq)
    dossier = city.book.dossier(handed)
    assert (dossier.rounds.reviews, VerdictLevel.FINAL in dossier.verdicts) == ((), False)
    assert city.book.verify() == ()


def test_a_return_after_passing_leaves_no_final_verdict(city, handed):
    city.review(handed, Outcome.PASSED)
    city.give_back(handed)
    assert VerdictLevel.FINAL not in city.book.dossier(handed).verdicts
    assert [one.outcome for one in city.book.dossier(handed).rounds.reviews] == [
        Outcome.PASSED,
        Outcome.RETURNED,
    ]


def test_two_reviewers_at_once_conflict(city, handed):
    dossier = city.book.dossier(handed)
    city.review(handed, Outcome.PASSED)
    with pytest.raises(CasebookConflict):
        city.record(events.review_given(handed, (), dossier.rounds.reviews))


def test_the_tables_are_what_the_journal_says(city, handed):
    city.give_back(handed)
    path = city.book.path
    city.book.close()

    connection = sqlite3.connect(path)
    connection.execute("UPDATE reviews SET outcome = 'passed'")
    connection.execute("DELETE FROM submitted")
    connection.commit()
    connection.close()
    city.book = open_casebook(path, "x")
    told = " ".join(str(one.message) for one in city.book.verify())
    assert "Table reviews" in told and "Table submitted" in told


def test_a_divided_parcel_goes_on_in_the_round_of_what_it_was(city, county, handed):
    """Returned because it should be two parcels: what comes back is the second round."""

    city.give_back(handed, "division_wrong")
    county.read(city.feedback(county, "2023-04"))
    old = county.book.dossier(handed)
    parcel = replace(old.parcel, number=f"{old.patch.number}_2")
    county.record(events.patch_divided(old.patch.number, [parcel], [old.parcel]))
    county.record(*county._judged(replace(old, parcel=parcel, **moved(old, parcel.number))))
    package = county.submit("2023-04")
    city.read(package)
    (sent,) = city.book.dossier(parcel.number).rounds.submitted
    assert sent.round == 2
    assert city.book.dossier(handed) is None
    assert city.book.verify() == county.book.verify() == ()


def moved(old, number):

    return {
        "figures": replace(old.figures, parcel_number=number),
        "field_check": replace(old.field_check, parcel_number=number),
        "verdicts": {
            VerdictLevel.COUNTY: replace(old.county_verdict, parcel_number=number),
        },
    }


def test_a_casebook_of_before_gets_the_rounds(county, as_version):
    county.issue("2023-04", 1)
    path = county.book.path
    county.book.close()
    as_version(path, 6)
    county.book = open_casebook(path, "x")
    assert county.book.office is Office.COUNTY
    assert county.book.verify() == ()
    assert county.submit("2023-04").is_file()
