"""A parcel that is put right and then divided; one that is finished and therefore stays."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("osgeo")
sys.path.append(str(Path(__file__).parent / "parcels"))

from parcels_land import NUMBER, PLAN, RULES, first_parcel, line, patch_of, rectangle

from tuban.core.casebook import certify, create_casebook, events, saying
from tuban.core.casebook.put_right_tables import ABOUT_PUTTING_RIGHT
from tuban.core.errors import CasebookConflict, InputError
from tuban.core.parcels import Cutter, Partition, by_line, divide_many, merge
from tuban.core.rectified import (
    Acceptance,
    Application,
    Certificate,
    Freezing,
    Measure,
    Preliminary,
    Progress,
    PutRight,
    Recheck,
    Rectification,
    Turn,
    VerdictKept,
)

FIRST = f"{NUMBER}_1"
CLEARED = Measure("demolition", Progress.DONE, Decimal("1.00"), done_on="2023-06-01")
VERDICT = VerdictKept("county", "illegal", "", PLAN.id, PLAN.sha256)
IN_PLACE = Acceptance("2023-06-10", ("丙", "丁"), {"crop": True}, True)
CLOSED = Turn(True, "2023-06-20", "戊", "evidence")
REOPENED = Turn(False, "2023-07-20", "己", why="新建")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账.gpkg"


@pytest.fixture
def book(path):
    patch = patch_of([[rectangle(0, 0, 100, 100)]])
    with create_casebook(path, PLAN, "371599", "虚构县", "甲") as made:
        made.record([events.patch_issued(patch), events.parcel_divided(first_parcel(patch))])
        yield made


def partition_of(book) -> Partition:
    parcels = tuple(book.parcels_of(NUMBER))
    finished = book.parcels_that_stay([one.number for one in parcels])
    return Partition(book.patch(NUMBER), parcels, book.last_parcel_number(NUMBER), finished)


def cut(partition: Partition):
    return by_line(partition, FIRST, line((-5, 30), (105, 30)), RULES)


def divide(book) -> None:
    """As another window would that had not seen what is finished meanwhile."""
    division = cut(replace(partition_of(book), finished={}))
    book.record([events.patch_divided(NUMBER, division.after, division.partition.parcels)])


def certificate(serial: int) -> Certificate:
    mu, digest = Decimal("1.00"), "cd" * 32
    day = IN_PLACE.on
    return Certificate(f"证{serial}", "3715", 2023, serial, day, "丙", day, mu, digest)


def accept(book) -> None:
    book.record(saying.accepted(book.dossier(FIRST), [IN_PLACE]))


def issue(book) -> None:
    accept(book)
    book.record_stages([certify("3715", 2023, {FIRST: certificate})])


def close(book) -> None:
    book.record([events.ledger_turned(FIRST, [CLOSED], [])])


def fill(book) -> None:
    """Everything about a parcel that may still be divided: its certificate was revoked."""
    shown = book.dossier(FIRST)
    book.record(saying.rectified(shown, Rectification(VERDICT, (CLEARED,))))
    book.record(saying.inspected_first(shown, [Preliminary("2023-06-02", ("甲",), True)]))
    book.record(saying.applied(shown, [Application("2023-06-03", "虚构县")]))
    issue(book)
    revoked = replace(
        certificate(1), revoked_on="2023-07-01", revoked_by="丙", revoked_why="复耕不实"
    )
    book.record([events.certified(FIRST, [revoked], [certificate(1)])])
    book.record(saying.accepted(book.dossier(FIRST), []))
    book.record(saying.rechecked(shown, [Recheck("recultivated", "2023-12-01", "甲", "new")]))
    book.record([events.ledger_turned(FIRST, [CLOSED, REOPENED], [])])
    book.record([events.frozen(FIRST, Freezing("2023-05-01"), None)])


def contents(path: Path):
    with closing(sqlite3.connect(path)) as connection:
        return {
            table.name: connection.execute(f"SELECT * FROM {table.name}").fetchall()
            for table in ABOUT_PUTTING_RIGHT
        }


def test_children_start_anew_and_undo_brings_back_every_word(book, path):
    fill(book)
    whole, before = book.dossier(FIRST).put_right, contents(path)
    divide(book)
    assert [one.put_right for one in book.dossiers("2023-04")] == [PutRight(), PutRight()]
    assert book.verify() == ()
    book.undo(book.last_undoable().seq)
    assert contents(path) == before
    assert book.dossier(FIRST).put_right == whole
    assert book.verify() == ()


def test_the_number_of_a_revoked_certificate_is_not_given_again_after_a_division(book):
    fill(book)
    divide(book)
    child = f"{NUMBER}_2"
    book.record(saying.accepted(book.dossier(child), [IN_PLACE]))
    book.record_stages([certify("3715", 2023, {child: certificate})])
    assert book.dossier(child).put_right.certificates == (certificate(2),)
    assert [one.serial for several in book.certificates().values() for one in several] == [1, 2]
    assert book.turns() == {FIRST: (CLOSED, REOPENED)}
    assert book.verify() == ()


@pytest.mark.parametrize(
    ("finish", "words"),
    [
        (accept, "was inspected by the city"),
        (issue, "revoke the certificate first"),
        (close, "is closed in the ledger"),
    ],
)
def test_what_is_finished_is_not_divided(book, finish, words):
    finish(book)
    with pytest.raises(CasebookConflict, match=words):
        divide(book)
    # It is told before anything is drawn into the record.
    partition = partition_of(book)
    with pytest.raises(InputError, match=words):
        cut(partition)
    area = [[rectangle(-10, -10, 40, 110)]]
    bulk = divide_many([partition], lambda near: Cutter((area,)), RULES)
    assert bulk.divisions == ()
    ((number, why),) = bulk.refused
    assert number == FIRST
    assert words in str(why)


def test_finished_parcels_are_not_put_together_and_not_undone(book):
    divide(book)
    division = book.last_undoable()
    child = f"{NUMBER}_2"
    book.record(saying.accepted(book.dossier(child), [IN_PLACE]))
    with pytest.raises(InputError, match="was inspected by the city"):
        merge(partition_of(book), [child, f"{NUMBER}_3"], RULES)
    with pytest.raises(CasebookConflict, match="was inspected by the city"):
        book.take_back(division)
    assert book.verify() == ()


def test_what_is_finished_does_not_give_way_to_other_land_with_its_number(book):
    """As when two people divided the patch at different places."""
    divide(book)
    mine, patch, at_half = book.parcels_of(NUMBER), book.patch(NUMBER), line((-5, 50), (105, 50))
    other = by_line(Partition(patch, (first_parcel(patch),), 1), FIRST, at_half, RULES).after
    assert [one.number for one in other] == [one.number for one in mine]
    book.record(saying.accepted(book.dossier(f"{NUMBER}_2"), [IN_PLACE]))
    with pytest.raises(CasebookConflict, match="was inspected by the city"):
        book.record([events.patch_divided(NUMBER, other, mine)])
    assert book.parcels_of(NUMBER) == mine
    assert book.verify() == ()
