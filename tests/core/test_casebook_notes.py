"""Second looks and comments in the record; undo and redo across parcels; a file that moves away."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

pytest.importorskip("osgeo")

from hypothesis import given, settings
from hypothesis import strategies as st
from issued_land import undivided

from tuban.core.casebook import create_casebook, events, open_casebook, undoing
from tuban.core.errors import CasebookConflict, CasebookError
from tuban.core.model import PatchKind, Source, Verdict, VerdictLevel
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
A, B = "37990104000001_1", "37990104000002_1"


def new_book(path):
    book = create_casebook(path, PLAN, "379901", "虚构县", "甲")
    source = Source("ab" * 32, "图斑.zip", "图斑", "EPSG:4490", "GBK", "m2", 2)
    pairs = [undivided(A[:-2], 115.2), undivided(B[:-2], 115.3)]
    book.record(
        [
            events.source_imported(source),
            *(events.patch_issued(patch) for patch, _ in pairs),
            *(events.parcel_divided(parcel) for _, parcel in pairs),
        ]
    )
    return book


@pytest.fixture
def path(tmp_path):
    return tmp_path / "台账 it's.gpkg"


@pytest.fixture
def book(path):
    with new_book(path) as made:
        yield made


def verdict(number: str, category: str, level=VerdictLevel.COUNTY) -> Verdict:
    return Verdict(number, level, category, "", "", PLAN.id, PLAN.sha256)


def judge(book, number: str, category: str) -> None:
    shown = book.dossier(number).county_verdict
    book.record([events.verdict_given(verdict(number, category), shown)])


def category(book, number: str) -> str:
    found = book.dossier(number).county_verdict
    return found.category if found else ""


def test_a_second_look_and_a_comment_are_kept_with_the_parcel(book):
    book.record([events.second_look_wanted(A, "影像不清", "")])
    book.record([events.commented(A, "问过村里", ""), events.commented(B, "另一宗", "")])
    notes = book.dossier(A).notes
    assert (notes.second_look, notes.comment) == ("影像不清", "问过村里")
    assert [(row.second_look, row.comment) for row in book.rows("2023-04")] == [
        ("影像不清", "问过村里"),
        ("", "另一宗"),
    ]
    book.record([events.second_look_wanted(A, "", "影像不清")])
    assert book.dossier(A).notes.second_look == ""
    assert book.dossiers("2023-04")[1].notes.comment == "另一宗"
    assert book.verify() == ()


def test_a_note_written_over_one_that_was_not_seen_is_refused(book):
    book.record([events.commented(A, "一", "")])
    with pytest.raises(CasebookConflict):
        book.record([events.commented(A, "二", "")])
    with pytest.raises(CasebookConflict):
        book.record([events.commented("37990104000009_1", "没有这宗", "")])


def test_notes_are_undone_and_replayed(book):
    book.record([events.second_look_wanted(A, "影像不清", "")])
    book.take_back(book.last_undoable())
    assert book.dossier(A).notes.second_look == ""
    book.take_back(book.last_redoable())
    assert book.dossier(A).notes.second_look == "影像不清"
    assert book.verify() == ()


def test_a_note_changed_behind_the_journal_is_found(book, path):
    book.record([events.commented(A, "一", "")])
    book.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE comments SET text = '别的'")
    with open_casebook(path, "甲") as again:
        assert [one.subject for one in again.verify()] == [A]


def test_a_casebook_of_the_version_before_gets_the_tables(book, path, as_version):
    judge(book, A, "legal")
    book.close()
    as_version(path, 7)
    with open_casebook(path, "甲") as again:
        again.record([events.commented(A, "补", "")])
        assert again.dossier(A).notes.comment == "补"
        assert again.verify() == ()


# ---- undo and redo


@pytest.mark.parametrize("at_once", [1, 2, 200])
def test_undo_and_redo_go_back_and_forth_across_parcels(book, monkeypatch, at_once):
    monkeypatch.setattr(undoing, "READ_AT_ONCE", at_once)
    judge(book, A, "legal")
    judge(book, B, "illegal")
    book.take_back(book.last_undoable())
    book.take_back(book.last_undoable())
    assert (category(book, A), category(book, B)) == ("", "")
    assert book.last_undoable() is None
    assert book.take_back(book.last_redoable())[0].subject == A
    assert book.take_back(book.last_redoable())[0].subject == B
    assert (category(book, A), category(book, B)) == ("legal", "illegal")
    assert book.last_redoable() is None
    assert book.last_undoable().subject == B  # what was done again can be undone again
    book.take_back(book.last_undoable())
    assert category(book, B) == ""
    assert book.verify() == ()


def test_after_a_new_change_there_is_nothing_to_do_again(book):
    judge(book, A, "legal")
    book.take_back(book.last_undoable())
    judge(book, B, "illegal")
    assert book.last_redoable() is None
    assert book.last_undoable().subject == B


def test_somebody_elses_changes_are_left_alone(book, path):
    judge(book, A, "legal")
    book.close()
    with open_casebook(path, "乙") as other:
        assert other.last_undoable() is None
        judge(other, B, "illegal")
        other.take_back(other.last_undoable())
    with open_casebook(path, "甲") as again:
        assert again.last_redoable() is None
        assert again.last_undoable().subject == A


def test_what_was_recorded_together_is_taken_back_together(book):
    final = verdict(A, "legal", VerdictLevel.FINAL)
    book.record(
        [events.verdict_given(verdict(A, "legal"), None), events.verdict_given(final, None)]
    )
    book.record([events.commented(B, "之后", "")])
    book.take_back(book.last_undoable())
    undone = book.take_back(book.last_undoable())
    assert len(undone) == 2 and book.dossier(A).verdicts == {}
    assert len(book.take_back(book.last_redoable())) == 2
    assert set(book.dossier(A).verdicts) == {VerdictLevel.COUNTY, VerdictLevel.FINAL}
    assert book.verify() == ()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from("abur"), max_size=14))
def test_undo_and_redo_are_the_two_stacks_of_any_editor(tmp_path_factory, acts):
    """The oracle: a list of states and a place in it, as every text editor keeps them."""
    with new_book(tmp_path_factory.mktemp("undo") / "b.gpkg") as book:
        states, at, count = [("", "")], 0, 0
        codes = [one.code for one in PLAN.categories_of(PatchKind.LAND)]
        for act in acts:
            if act in "ab":
                number, place = (A, 0) if act == "a" else (B, 1)
                count += 1
                new = list(states[at])
                new[place] = codes[count % len(codes)]
                judge(book, number, new[place])
                states, at = [*states[: at + 1], tuple(new)], at + 1
            elif act == "u":
                found = book.last_undoable()
                assert (found is None) == (at == 0)
                if found:
                    book.take_back(found)
                    at -= 1
            else:
                found = book.last_redoable()
                assert (found is None) == (at == len(states) - 1)
                if found:
                    book.take_back(found)
                    at += 1
            assert (category(book, A), category(book, B)) == states[at]


def test_what_was_done_on_a_day(book):
    judge(book, A, "legal")
    book.record([events.commented(B, "今天", "")])
    day = book.head().at[:10]
    assert [entry.subject for entry in book.done_on(day)] == [B, A]
    assert book.done_on("2001-01-01") == []


# ---- a file that does not stay where it was


def test_a_casebook_that_was_moved_takes_no_more_changes(book, path):
    judge(book, A, "legal")
    path.rename(path.with_name("elsewhere.gpkg"))
    assert not book.is_in_place
    with pytest.raises(CasebookError, match="moved"):
        judge(book, B, "legal")
    assert not path.exists()  # nothing was made in its place


def test_a_casebook_that_was_replaced_takes_no_more_changes(book, path, tmp_path):
    copy = tmp_path / "backup.gpkg"
    shutil.copyfile(path, copy)
    copy.replace(path)
    assert not book.is_in_place
    with pytest.raises(CasebookError, match="replaced"):
        judge(book, B, "legal")
