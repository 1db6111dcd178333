"""What is not as meant on the disk, or stopped half way, is never a package."""

from __future__ import annotations

import os
from datetime import date

import pytest

from tuban.core.documents import rows as rows_module
from tuban.core.errors import Cancelled, OutputError, SubmissionRefused
from tuban.core.exchange.record import MEMBER as RECORDS
from tuban.core.submission import package as package_module
from tuban.core.submission import write_package

MONTH, TODAY = "2023-04", date(2023, 4, 21)


def write(book, plan, out, **options):
    return write_package(book, plan, MONTH, out, lambda one: one, today=TODAY, **options)


def photo_path(book, index):
    return book.path.parent / book.files[index].photos[0].file


def other_bytes(path):
    path.write_bytes(bytes(reversed(path.read_bytes())))


def longer(path):
    path.write_bytes(path.read_bytes() + b"x")


def gone(path):
    path.unlink()


@pytest.mark.parametrize("trouble", [other_bytes, longer, gone], ids=lambda one: one.__name__)
def test_every_photo_that_is_not_what_was_attached_is_named(book, plan, out, trouble):
    older = write(book, plan, out).path
    before = older.read_bytes()
    book.judge(0, reason="另一个依据")
    for index in (1, 3):
        trouble(photo_path(book, index))
    with pytest.raises(SubmissionRefused) as refused:
        write(book, plan, out)
    found = {(one.check, one.subject) for one in refused.value.findings}
    assert found == {("photos-files", book.files[index].parcel.number) for index in (1, 3)}
    assert os.listdir(out) == [older.name]
    assert older.read_bytes() == before
    assert len(book.recorded) == 1


def test_photos_are_told_together_with_what_else_is_wrong(book, plan, out):
    book.change(0, verdicts={})
    gone(photo_path(book, 1))
    with pytest.raises(SubmissionRefused) as refused:
        write(book, plan, out)
    assert [one.check for one in refused.value.findings] == ["verdict-present", "photos-files"]


def test_a_form_that_does_not_read_as_meant(book, plan, out, monkeypatch):
    original = rows_module.escape
    monkeypatch.setattr(rows_module, "escape", lambda one: original(one).replace("001", "007"))
    with pytest.raises(OutputError, match="row 2 of"):
        write(book, plan, out)
    assert os.listdir(out) == []


def in_the_title_of_a_form(patched, words):
    """No check looks at it."""
    original = package_module.form_sheet

    def telling(*given):
        sheet = original(*given)
        return type(sheet)(**{**vars(sheet), "title": words})

    patched.setattr(package_module, "form_sheet", telling)


def in_the_manifest(patched, words):
    """By a way that no check knows."""
    patched.setattr(package_module, "tuban_version", lambda: words)


@pytest.mark.parametrize(
    "tell", [in_the_title_of_a_form, in_the_manifest], ids=lambda one: one.__name__
)
def test_all_is_searched_for_military_land(book, plan, out, monkeypatch, tell):
    book.judge(1, "military", "")
    tell(monkeypatch, f"{book.land[1].number}旁")
    with pytest.raises(OutputError, match="military"):
        write(book, plan, out)
    assert os.listdir(out) == []


def test_the_records_are_counted(book, plan, out, monkeypatch):
    original = package_module.hand_up

    def one_less(*given):
        handing = original(*given)
        lines = handing.members[RECORDS].splitlines(keepends=True)
        patch = next(one for one in lines if one.startswith(b'{"patch"'))
        handing.members[RECORDS] = b"".join(one for one in lines if one is not patch)
        return handing

    monkeypatch.setattr(package_module, "hand_up", one_less)
    with pytest.raises(OutputError, match="the records"):
        write(book, plan, out)
    assert os.listdir(out) == []


def test_what_the_disk_makes_of_it_is_found(book, plan, out, monkeypatch):
    original = package_module.read_package

    def one_bit_turned(part, *more):
        content = bytearray(part.read_bytes())
        content[len(content) // 2] ^= 1
        part.write_bytes(content)
        return original(part, *more)

    monkeypatch.setattr(package_module, "read_package", one_bit_turned)
    with pytest.raises(OutputError, match="does not read back"):
        write(book, plan, out)
    assert os.listdir(out) == []


class Watcher:
    """Notes how far it got, and stops at a question."""

    def __init__(self, stop_at=None):
        self.asked, self.stop_at, self.shares = 0, stop_at, []

    def at(self, done, total):
        self.shares.append(done / total)

    def say(self, message):
        """Not noted."""

    def is_cancelled(self):
        self.asked += 1
        return self.stop_at is not None and self.asked >= self.stop_at


def test_the_bar_never_goes_back(book, plan, out):
    watcher = Watcher()
    write(book, plan, out, progress=watcher)
    assert watcher.shares == sorted(watcher.shares)
    assert len(set(watcher.shares)) > 20
    assert watcher.asked > 60


@pytest.mark.parametrize("share", [0.1, 0.5, 0.75, 0.95])
def test_stopped_anywhere_nothing_is_left(book, plan, out, share):
    whole = Watcher()
    older = write(book, plan, out, progress=whole).path
    book.judge(0, reason="另一个依据")
    with pytest.raises(Cancelled):
        write(book, plan, out, progress=Watcher(stop_at=round(whole.asked * share)))
    assert os.listdir(out) == [older.name]
    assert len(book.recorded) == 1
