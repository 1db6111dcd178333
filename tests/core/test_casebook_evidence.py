"""Evidence and the change of plan in the record: recorded, undone, replayed, migrated."""

from __future__ import annotations

import sqlite3

import pytest

pytest.importorskip("osgeo")


from issued_land import undivided

from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.errors import CasebookConflict
from tuban.core.model import Evidence, Source, Verdict, VerdictLevel
from tuban.core.plan import load_plan

PLAN, EXAMPLE = load_plan("liaocheng-2023"), load_plan("example-2025")
NUMBER = "37990104000001_1"
CONVERSION = Evidence("conversion_number", "虚政土字〔2022〕1号", "2022-05-01", "虚构")
FOUND = Evidence("site_finding", "built")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账 it's.gpkg"


@pytest.fixture
def book(path):
    patch, parcel = undivided(NUMBER[:-2])
    source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 1)
    with create_casebook(path, PLAN, "379901", "虚构县", "甲") as made:
        made.record([events.source_imported(source), events.patch_issued(patch)])
        made.record([events.parcel_divided(parcel)])
        yield made


def record(book, new, old):
    by_kind = [{one.kind: one for one in side} for side in (new, old)]
    return book.record([events.evidence_recorded(NUMBER, *by_kind)])[0]


def test_evidence_is_recorded_with_old_and_new_and_undone(book, path):
    record(book, [CONVERSION], [])
    second = record(book, [CONVERSION, FOUND], [CONVERSION])
    assert book.dossier(NUMBER).evidence == {one.kind: one for one in (CONVERSION, FOUND)}
    assert book.dossiers("2023-04")[0].evidence == book.dossier(NUMBER).evidence
    entry = book.history(NUMBER)[0]
    assert (entry.kind, entry.who) == ("evidence.recorded", "甲")
    assert entry.old.keys() == {"conversion_number"}
    assert entry.new["conversion_number"]["date"] == "2022-05-01"
    assert book.last_undoable().seq == second.seq
    book.undo(second.seq)
    assert book.dossier(NUMBER).evidence == {"conversion_number": CONVERSION}
    assert book.verify() == ()
    record(book, [], [CONVERSION])
    assert book.dossier(NUMBER).evidence == {}
    book.close()
    with open_casebook(path, "乙", read_only=True) as again:
        assert again.verify() == ()


def test_evidence_that_somebody_else_has_changed_is_a_conflict(book):
    record(book, [CONVERSION], [])
    with pytest.raises(CasebookConflict):
        record(book, [FOUND], [])


def test_a_changed_table_is_found(book, path):
    record(book, [CONVERSION], [])
    book.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE evidence SET value = '别的'")
    connection.commit()
    connection.close()
    with open_casebook(path, "甲") as again:
        assert [one.subject for one in again.verify()] == [NUMBER]


def test_another_plan_leaves_the_verdicts_theirs(book, path):
    verdict = Verdict(NUMBER, VerdictLevel.COUNTY, "legal", "", "", PLAN.id, PLAN.sha256)
    book.record([events.verdict_given(verdict, None)])
    book.record([events.plan_changed(EXAMPLE, PLAN.id)])
    assert book.plan_id == EXAMPLE.id
    assert book.dossier(NUMBER).county_verdict == verdict
    assert book.last_undoable().kind == "verdict.county"
    with pytest.raises(CasebookConflict):
        book.record([events.plan_changed(EXAMPLE, PLAN.id)])
    assert book.verify() == ()
    book.close()
    with open_casebook(path, "乙") as again:
        assert again.plan_id == EXAMPLE.id


def test_a_casebook_without_the_table_gets_it(book, path, as_version):
    book.close()
    as_version(path, 3)
    with open_casebook(path, "甲") as again:
        record(again, [CONVERSION], [])
        assert again.verify() == ()
