"""Field checks and photos in the record: recorded, undone, replayed, and in older casebooks."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("osgeo")


from issued_land import undivided

from tuban.core.casebook import create_casebook, events, open_casebook
from tuban.core.errors import CasebookConflict, CasebookReadOnly
from tuban.core.model import FieldCheck, Photo
from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
NUMBER = "37990104000001_1"
CHECK = FieldCheck(
    NUMBER,
    ("演示甲", "演示乙"),
    "2023-04-14",
    "onsite",
    "已建成钢结构厂房一座，'硬化'地面",
    "工业",
    "built",
    "2023-02",
    "虚构公司",
    "enterprise",
    "责停〔2023〕虚构1号",
    "stopped",
)
PHOTO = Photo(
    NUMBER, "月_照片/aa.jpg", "aa" * 32, 9, None, 115.2, 36.4, 90.0, "远景/1.jpg", "0" * 16
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "月.gpkg"


@pytest.fixture
def book(path: Path):
    patch, parcel = undivided(NUMBER[:-2])
    with create_casebook(path, PLAN, "379901", "虚构县", "甲") as made:
        made.record([events.patch_issued(patch), events.parcel_divided(parcel)])
        yield made


def test_a_field_check_is_recorded_changed_and_undone(book):
    (first,) = book.record([events.field_checked(CHECK, None)])
    assert book.dossier(NUMBER).field_check == CHECK
    later = replace(CHECK, checked_on="2023-04-20", stage="removed")
    (second,) = book.record([events.field_checked(later, CHECK)])
    assert book.dossiers("2023-04")[0].field_check == later
    book.undo(second.seq)
    assert book.dossier(NUMBER).field_check == CHECK
    book.undo(first.seq)
    assert book.dossier(NUMBER).field_check is None
    assert book.verify() == ()


def test_nobody_overwrites_a_field_check_unseen(book):
    book.record([events.field_checked(CHECK, None)])
    with pytest.raises(CasebookConflict):
        book.record([events.field_checked(replace(CHECK, found="另一个"), None)])
    assert book.dossier(NUMBER).field_check == CHECK


def test_the_table_can_be_read_by_people(book, path):
    book.record([events.field_checked(CHECK, None)])
    book.close()
    connection = sqlite3.connect(path)
    row = connection.execute("SELECT checkers, found, stage FROM field_checks").fetchone()
    connection.close()
    assert row == ("演示甲、演示乙", CHECK.found, "built")


def test_a_field_check_that_was_tampered_with_is_found(book, path):
    book.record([events.field_checked(CHECK, None)])
    book.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE field_checks SET checkers = '别人'")
    connection.commit()
    connection.close()
    with open_casebook(path, "甲") as opened:
        assert [finding.subject for finding in opened.verify()] == [NUMBER]


def test_a_photo_is_taken_off_a_parcel_and_put_back(book):
    book.record([events.photo_attached(PHOTO)])
    (off,) = book.record([events.photo_detached(PHOTO)])
    assert book.dossier(NUMBER).photos == ()
    assert book.last_undoable().seq == off.seq
    book.undo(off.seq)
    assert book.dossier(NUMBER).photos == (PHOTO,)
    assert book.verify() == ()


def test_a_casebook_of_the_first_version_is_brought_up_to_date(book, path, as_version):
    old = replace(PHOTO, name="", likeness="")
    event = events.photo_attached(old)
    for name in ("name", "likeness"):
        del event.new[name]
    book.record([event])
    book.close()
    as_version(path, 1)
    with pytest.raises(CasebookReadOnly, match="older"):
        open_casebook(path, "甲", read_only=True)
    with open_casebook(path, "甲") as opened:
        assert opened.dossier(NUMBER).photos == (old,)
        opened.record([events.field_checked(CHECK, None)])
        assert opened.verify() == ()
