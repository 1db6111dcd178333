"""The record of divided patches: one kind of event, undone to the byte, proven by verify."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

pytest.importorskip("osgeo")
sys.path.append(str(Path(__file__).parent / "parcels"))

from parcels_land import NUMBER, PLAN, RULES, first_parcel, line, patch_of, rectangle

from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.casebook.geopackage import add_functions
from tuban.core.casefile import Case
from tuban.core.errors import CasebookConflict
from tuban.core.model import Answer, Photo, Verdict, VerdictLevel
from tuban.core.parcels import Partition, by_line, merge

MONTH = "2023-04"
FIRST = f"{NUMBER}_1"
OTHER = "371599230400002"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账.gpkg"


@pytest.fixture
def book(path):
    patches = [
        patch_of([[rectangle(0, 0, 100, 100)]]),
        patch_of([[rectangle(200, 0, 300, 100)]], OTHER),
    ]
    with create_casebook(path, PLAN, "371599", "虚构县", "甲") as made:
        made.record([events.patch_issued(one) for one in patches])
        made.record([events.parcel_divided(first_parcel(one)) for one in patches])
        yield made


def partition_of(book, number=NUMBER):
    return Partition(
        book.patch(number), tuple(book.parcels_of(number)), book.last_parcel_number(number)
    )


def record(book, division):
    patch = division.partition.patch.number
    return book.record([events.patch_divided(patch, division.after, division.partition.parcels)])[0]


def divide(book, number=FIRST, north=30):
    """Everything north of a line becomes one parcel, everything south another."""
    return record(book, by_line(partition_of(book), number, line((-5, north), (105, north)), RULES))


def judge(book, number, category="illegal"):
    verdict = Verdict(
        number, VerdictLevel.COUNTY, category, "not_applied", "未批先建", PLAN.id, PLAN.sha256
    )
    book.record([events.verdict_given(verdict, None)])
    return verdict


def fill(book, number=FIRST):
    """Something in every table that speaks of a parcel."""
    judge(book, number)
    book.record([events.flags_answered(number, {"SFDPF": Answer.NO}, {})])
    photo = Photo(number, "照片/1.jpg", "cd" * 32, 1234, "2023-04-02", 115.2, 36.4, 1 / 3)
    book.record([events.photo_attached(photo)])


def contents(path):
    """Every row that people read, without the journal and the features' own ids."""
    connection = sqlite3.connect(path)
    tables = ["parcels", "figures", "verdicts", "flags", "photos", "field_checks", "cases"]
    found = {}
    for table in tables:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(name for name in names if name != "fid")
        found[table] = sorted(connection.execute(f"SELECT {kept} FROM {table}"), key=str)
    connection.close()
    return found


def test_the_living_parcels_are_the_new_ones_everywhere(book):
    fill(book)
    divide(book)
    wanted = [f"{NUMBER}_2", f"{NUMBER}_3", f"{OTHER}_1"]
    assert [row.parcel_number for row in book.rows(MONTH)] == wanted
    assert [one.number for one in book.parcels(MONTH)] == wanted
    assert [one.parcel.number for one in book.dossiers(MONTH)] == wanted
    assert book.dossier(FIRST) is None
    assert sum(row.area_mu for row in book.rows(MONTH)) == Decimal("30.00")
    assert book.verify() == ()


def test_children_start_undecided_and_know_what_was_judged_before(book):
    fill(book)
    divide(book)
    child = book.dossier(f"{NUMBER}_2")
    assert (child.verdicts, child.flags, child.photos, child.figures) == ({}, {}, (), None)
    (former,) = book.came_from(child.parcel)
    assert (former.number, former.area_mu, former.photo_count) == (FIRST, Decimal("15.00"), 1)
    assert former.verdicts[VerdictLevel.COUNTY].reason == "未批先建"
    assert book.came_from(book.dossier(f"{OTHER}_1").parcel) == []


def test_undo_brings_back_every_byte(book, path):
    fill(book)
    before = contents(path)
    divide(book)
    assert contents(path) != before
    book.undo(book.last_undoable().seq)
    assert contents(path) == before
    assert book.verify() == ()


def test_undo_also_takes_away_what_was_said_of_the_children(book, path):
    before = contents(path)
    seq = divide(book).seq
    judge(book, f"{NUMBER}_2")
    book.undo(seq)
    assert contents(path) == before
    assert book.verify() == ()


def test_a_number_is_never_used_again(book):
    book.undo(divide(book).seq)
    divide(book)
    assert [one.number for one in book.parcels_of(NUMBER)] == [f"{NUMBER}_4", f"{NUMBER}_5"]
    record(book, merge(partition_of(book), [f"{NUMBER}_4", f"{NUMBER}_5"], RULES))
    (whole,) = book.parcels_of(NUMBER)
    assert whole.number == f"{NUMBER}_6"
    assert whole.geometry == book.patch(NUMBER).geometry
    assert [one.number for one in book.came_from(whole)] == [f"{NUMBER}_4", f"{NUMBER}_5"]
    assert book.verify() == ()


def test_divided_many_times_the_tenth_comes_after_the_ninth(book):
    for step, north in enumerate(range(10, 70, 10)):
        largest = max(book.parcels_of(NUMBER), key=lambda one: one.area_m2)
        divide(book, largest.number, north)
        assert len(book.parcels_of(NUMBER)) == step + 2
    ends = [int(one.number.rpartition("_")[2]) for one in book.parcels_of(NUMBER)]
    assert ends == sorted(ends)
    assert ends[-1] > 10
    assert sum(one.area_m2 for one in book.parcels_of(NUMBER)) == book.patch(NUMBER).area_m2
    assert book.verify() == ()
    while book.last_undoable():
        book.undo(book.last_undoable().seq)
    assert [one.number for one in book.parcels_of(NUMBER)] == [FIRST]
    assert book.verify() == ()


def test_undone_twice_a_division_stands_again(book, path):
    first = divide(book)
    divided = contents(path)
    undone = book.undo(first.seq)
    book.undo(undone.seq)
    assert contents(path) == divided
    assert book.verify() == ()


def test_a_division_of_what_somebody_else_divided_is_refused(book):
    stale = by_line(partition_of(book), FIRST, line((-5, 60), (105, 60)), RULES)
    divide(book)
    with pytest.raises(CasebookConflict, match=NUMBER):
        record(book, stale)


def test_nothing_more_can_be_said_of_a_former_parcel(book):
    judge(book, FIRST)
    judged = book.history(FIRST, 1)[0]
    divide(book)
    with pytest.raises(CasebookConflict, match="no parcel"):
        judge(book, FIRST, "legal")
    with pytest.raises(CasebookConflict, match="no parcel"):
        book.undo(judged.seq)
    with pytest.raises(CasebookConflict, match="no parcel"):
        judge(book, "371599230400009_1")
    assert book.verify() == ()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE former_parcels SET area_m2 = 1",
        "UPDATE former_parcels SET shelf = '{}'",
        "UPDATE former_parcels SET geom = (SELECT geom FROM parcels LIMIT 1)",
        "DELETE FROM former_parcels",
        "UPDATE parcels SET adjusted_mu = '9.99'",
        "UPDATE cases SET parcels = '[]'",
    ],
)
def test_verify_sees_what_was_changed_behind_its_back(book, path, damage):
    fill(book)
    divide(book)
    book.record([events.case_changed(Case("1", "某人", "", (f"{NUMBER}_2",)), None)])
    assert book.verify() == ()
    book.close()
    connection = sqlite3.connect(path)
    add_functions(connection)
    connection.execute(damage)
    connection.commit()
    connection.close()
    with open_casebook(path, "甲") as opened:
        assert opened.verify()


def test_a_case_holds_parcels_of_several_patches(book):
    case = Case("案2023-1", "虚构公司", "厂房", (FIRST, f"{OTHER}_1"))
    book.record([events.case_changed(case, None)])
    fewer = Case("案2023-1", "虚构公司", "厂房", (FIRST,))
    book.record([events.case_changed(fewer, case)])
    assert book.cases() == [fewer]
    with pytest.raises(CasebookConflict):
        book.record([events.case_changed(case, case)])
    book.undo(book.last_undoable().seq)
    assert book.cases() == [case]
    book.record([events.case_dropped(case)])
    assert book.cases() == []
    assert book.verify() == ()


@pytest.mark.skipif(sqlite3.sqlite_version_info < (3, 35), reason="SQLite cannot drop columns")
def test_a_casebook_from_before_divisions_learns_them(book, path, as_version):
    judge(book, FIRST)
    book.close()
    as_version(path, 2)
    with open_casebook(path, "甲") as opened:
        assert opened.verify() == ()
        divide(opened)
        assert len(opened.parcels_of(NUMBER)) == 2
        assert opened.verify() == ()


def test_former_parcels_of_before_are_kept_by_their_outline_too(book, path, as_version):
    fill(book)
    entry = divide(book)
    was = contents(path)
    book.close()
    as_version(path, 11)
    with open_casebook(path, "甲") as opened:
        assert opened.verify() == ()
        assert contents(path) == was
        opened.undo(entry.seq)
        assert opened.dossier(FIRST).county_verdict is not None
        assert opened.verify() == ()


def test_another_program_s_broken_view_is_in_no_migration_s_way(book, path, as_version):
    """SQLite renames no table of a file with a view of a table that is gone."""
    fill(book)
    divide(book)
    book.close()
    as_version(path, 11)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW theirs AS SELECT * FROM gone")
    with open_casebook(path, "甲") as opened:
        assert opened.verify() == ()
