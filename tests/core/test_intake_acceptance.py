"""A draft goes into the casebook whole, once, and never over what is there."""

from __future__ import annotations

import pytest

pytest.importorskip("osgeo")

from tuban.core.casebook import create_casebook
from tuban.core.errors import Cancelled, CasebookError, InputError
from tuban.core.intake import ReadOptions, accept, compare, read_draft
from tuban.core.model import PatchKind
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
E0, N0 = 39_411_000.0, 4_035_000.0


@pytest.fixture
def book(tmp_path):
    with create_casebook(tmp_path / "台账.gpkg", PLAN, "371599", "测试县", "clerk") as opened:
        yield opened


def test_patches_arrive_with_their_source_and_first_parcel(issued, book):
    draft = read_draft(issued.shapefile([issued.row("A", BZ="村东"), issued.row("B")]), PLAN)
    done = accept(draft, book)
    assert (done.added, done.same, done.changed, done.refused) == (2, 0, (), 0)
    assert book.patches() == draft.patches
    assert book.sources() == [draft.source]
    parcels = book.parcels()
    assert [parcel.number for parcel in parcels] == ["A_1", "B_1"]
    for parcel, patch in zip(parcels, draft.patches):
        assert parcel.patch_number == patch.number
        assert (parcel.geometry, parcel.area_m2) == (patch.geometry, patch.area_m2)
    assert book.verify() == ()


def test_the_same_file_again_adds_nothing(issued, book):
    path = issued.shapefile([issued.row("A"), issued.row("B")])
    accept(read_draft(path, PLAN), book)
    head = book.head()
    done = accept(read_draft(path, PLAN), book)
    assert (done.added, done.same) == (0, 2)
    assert book.head() == head


def test_the_same_land_in_another_zone_is_no_difference(issued, book):
    """Through the other zone's projection and back the vertices move by less than 0.1 mm."""
    corners = [(116.0, 36.4), (116.0, 36.401), (116.001, 36.401), (116.001, 36.4), (116.0, 36.4)]
    accept(read_draft(issued.shapefile([issued.row("A")], [[corners]], epsg=4490), PLAN), book)
    moved = [(lon + 1e-11, lat - 1e-11) for lon, lat in corners]
    again = issued.shapefile([issued.row("A")], [[moved]], epsg=4490)
    assert compare(read_draft(again, PLAN), book).same == ["A"]


def test_a_mineral_patch_of_a_number_that_is_there_is_refused_with_a_way_out(issued, book):
    path = issued.shapefile([issued.row("A")])
    accept(read_draft(path, PLAN), book)
    mine = read_draft(path, PLAN, ReadOptions(kind=PatchKind.MINERAL))
    (change,) = accept(mine, book).changed
    assert "a casebook of their own" in str(change.what)
    assert "shape" not in str(change.what) and "facts" not in str(change.what)
    assert [patch.kind for patch in book.patches()] == [PatchKind.LAND]


def test_a_reissued_number_is_shown_not_overwritten(issued, book, bytes_of_files):
    accept(read_draft(issued.shapefile([issued.row("A"), issued.row("B")]), PLAN), book)
    before = book.patches()
    shapes = [[bytes_of_files.square(side=120)], [bytes_of_files.square(E0 + 200)]]
    rows = [issued.row("A", JCMJ="21.6"), issued.row("B", BZ="改了"), issued.row("C")]
    again = read_draft(issued.shapefile(rows, [*shapes, [bytes_of_files.square(E0 + 400)]]), PLAN)
    compared = compare(again, book)
    assert [patch.number for patch in compared.new] == ["C"] and compared.same == []
    said = {change.number: str(change.what) for change in compared.changed}
    assert "9998.05 m² in the casebook" in said["A"] and "Remark" in said["B"]
    done = accept(again, book)
    assert done.added == 1 and {change.number for change in done.changed} == {"A", "B"}
    assert [patch for patch in book.patches() if patch.number != "C"] == before


def test_a_difference_in_any_issued_column_is_shown(issued, book):
    accept(read_draft(issued.shapefile([issued.row("A", TZ="1")]), PLAN), book)
    changed = compare(read_draft(issued.shapefile([issued.row("A", TZ="2")]), PLAN), book).changed
    assert [str(change.what) for change in changed] == ["its facts differ: TZ"]


def test_another_month_is_a_difference(issued, book):
    path = issued.shapefile([issued.row("A")])
    accept(read_draft(path, PLAN), book)
    changed = compare(read_draft(path, PLAN, ReadOptions(month="2023-05")), book).changed
    assert "Month" in str(changed[0].what)


def test_refused_rows_stop_it_until_a_person_agrees(issued, book):
    draft = read_draft(issued.shapefile([issued.row("A"), issued.row("")]), PLAN)
    head = book.head()
    with pytest.raises(InputError, match="1 of 2 rows") as caught:
        accept(draft, book)
    assert "Row 2" in str(caught.value)
    assert book.head() == head and book.patches() == []
    done = accept(draft, book, allow_partial=True)
    assert (done.added, done.refused) == (1, 1)
    assert [patch.number for patch in book.patches()] == ["A"]


def test_what_was_left_out_can_follow(issued, book):
    """The corrected file has other bytes, so it is a source of its own."""
    draft = read_draft(issued.shapefile([issued.row("A"), issued.row("")]), PLAN)
    accept(draft, book, allow_partial=True)
    done = accept(read_draft(issued.shapefile([issued.row("A"), issued.row("B")]), PLAN), book)
    assert (done.added, done.same) == (1, 1)
    assert len(book.sources()) == 2


def test_more_of_the_same_file_needs_its_source_once(issued, book):
    """Read again by another column, the file's own rows are other patches."""
    path = issued.shapefile([issued.row("A", XSBH="X1"), issued.row("B", XSBH="X2")])
    for field, numbers in (("XSBH", ["X1", "X2"]), ("JCBH", ["A", "B", "X1", "X2"])):
        accept(read_draft(path, PLAN, ReadOptions(fields={"number": field})), book)
        assert [patch.number for patch in book.patches()] == numbers
    assert len(book.sources()) == 1


class Stop:
    def at(self, done, total):
        pass

    def say(self, message):
        pass

    def is_cancelled(self):
        return True


def test_cancelled_means_nothing_was_changed(issued, book):
    draft = read_draft(issued.shapefile([issued.row("A"), issued.row("B")]), PLAN)
    head = book.head()
    with pytest.raises(Cancelled):
        accept(draft, book, progress=Stop())
    assert book.head() == head and book.patches() == [] and book.sources() == []


def test_all_or_nothing(issued, book, monkeypatch):
    """A conflict in the last patch takes the first ones back too."""
    draft = read_draft(issued.shapefile([issued.row("A"), issued.row("B")]), PLAN)
    accept(read_draft(issued.shapefile([issued.row("B")]), PLAN), book)
    head = book.head()
    monkeypatch.setattr(type(book), "patches", lambda self: [])
    with pytest.raises(CasebookError):
        accept(draft, book)
    monkeypatch.undo()
    assert book.head() == head and [patch.number for patch in book.patches()] == ["B"]
