"""What all forms that work in the background do alike: again, with news, and left behind."""

from __future__ import annotations

from datetime import date
from threading import Event
from time import sleep

import pytest
from qgis.PyQt.QtCore import QDate

from tuban.core.casebook import create_casebook
from tuban.core.errors import CasebookBusy
from tuban.core.progress import check_cancelled
from tuban.core.text import text
from tuban.dialogs.month import overlay_dialog
from tuban.dialogs.review.progress_dialog import ProgressDialog
from tuban.dialogs.review.queue_dialog import QueueDialog
from tuban.dialogs.review.signs_dialog import SignsDialog

LONG_MS = 20_000


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def ended(qtbot, work):
    for _ in range(3):  # a finished task may start the next one
        qtbot.waitUntil(lambda: not work.tasks.busy, timeout=LONG_MS)
        qtbot.wait(30)


def test_the_overlay_can_be_run_again_after_a_refusal(filled, qtbot, monkeypatch):
    def refuse(*_given):
        raise CasebookBusy(text("Stopped. Nothing was changed."))

    monkeypatch.setattr(overlay_dialog, "overlay_month", refuse)
    form = filled.menu.show_overlay()
    form.found = {"land_use": None}
    form.run()
    assert not form.run_button.isEnabled()
    ended(qtbot, filled.work)
    assert filled.session.writable
    assert form.run_button.isEnabled()


def test_another_day_chosen_while_it_counts_is_what_is_counted(filled, qtbot, parcel_number):
    filled.session.show(parcel_number(1))
    filled.session.judge("unchanged", "", "与前时相一致")
    form = filled.menu.review.open(ProgressDialog)
    assert form.as_of < date.today()
    now = date.today()
    form.day.setDate(QDate(now.year, now.month, now.day))  # it still counts as of the first day
    ended(qtbot, filled.work)
    assert sum(one.filled for one in form.counts.values()) == 1


@pytest.mark.parametrize("kind", [QueueDialog, ProgressDialog, SignsDialog])
def test_what_is_still_read_of_a_closed_casebook_is_not_shown(filled, qtbot, kind):
    form = filled.menu.review.open(kind)
    filled.session.close()
    assert not form.isVisible()
    with qtbot.captureExceptions() as raised:
        ended(qtbot, filled.work)
    assert raised == []


def test_the_checks_close_with_the_casebook(filled, qtbot):
    form = filled.menu.show_check()
    ended(qtbot, filled.work)
    filled.session.close()
    assert not form.isVisible()


def test_no_other_casebook_is_opened_while_this_one_is_written(filled, tmp_path, plan):
    other = tmp_path / "另一本.gpkg"
    create_casebook(other, plan, "371599", "虚构县", "somebody").close()
    path = filled.session.book.path
    release = filled.session.hold("写入中")
    with pytest.raises(CasebookBusy):
        filled.session.open(other)
    with pytest.raises(CasebookBusy):
        filled.session.create(tmp_path / "新.gpkg", plan.id, "371599", "虚构县")
    assert not (tmp_path / "新.gpkg").exists()
    assert filled.session.book.path == path
    release()
    filled.session.open(other)
    assert filled.session.book.path == other


def test_the_answer_to_an_older_question_is_not_shown(filled, qtbot):
    form = filled.menu.show_overlay()
    ended(qtbot, filled.work)
    asked_first, answers = Event(), []
    form.task.run("甲", lambda _progress: asked_first.wait(60) and "甲", answers.append)
    form.task.run("乙", lambda _progress: "乙", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=LONG_MS)
    asked_first.set()
    ended(qtbot, filled.work)
    assert answers == ["乙"]
    assert not form.task.is_running


def test_the_older_answer_may_come_first(filled, qtbot):
    form = filled.menu.show_overlay()
    ended(qtbot, filled.work)
    ask_second, answers = Event(), []
    form.task.run("甲", lambda _progress: "甲", answers.append)
    form.task.run("乙", lambda _progress: ask_second.wait(60) and "乙", answers.append)
    qtbot.wait(200)
    assert (answers, form.task.is_running) == ([], True)
    ask_second.set()
    ended(qtbot, filled.work)
    assert answers == ["乙"]


def test_what_was_recorded_last_and_forgotten_holds_the_casebook_no_longer(filled, qtbot):
    form = filled.menu.show_overlay()
    ended(qtbot, filled.work)
    written, answers = Event(), []
    form._record("写入中", "甲", lambda _progress: written.wait(60), answers.append)
    form.task.run("乙", lambda _progress: "乙", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=LONG_MS)
    assert not filled.session.writable
    written.set()
    ended(qtbot, filled.work)
    assert answers == ["乙"]
    assert filled.session.writable
    assert told_in(filled) == "甲: done"  # nobody looks at it any more, but it is in the record


def test_what_was_to_be_recorded_and_was_stopped_by_another_is_told(filled, qtbot, parcel_number):
    def record(progress):
        begun.set()
        while not progress.is_cancelled():
            sleep(0.01)
        check_cancelled(progress)

    form, begun, answers = filled.menu.show_overlay(), Event(), []
    ended(qtbot, filled.work)
    form._record("写入中", "甲", record, answers.append)
    qtbot.waitUntil(begun.is_set, timeout=LONG_MS)
    form.task.run("乙", lambda _progress: "乙", answers.append)
    ended(qtbot, filled.work)
    assert answers == ["乙"] and filled.session.writable
    assert told_in(filled).startswith("甲: Stopped")


def told_in(desk) -> str:
    """The newest sentence of the message bar."""
    return desk.bar.currentItem().text()


def test_a_mistake_in_the_work_leaves_the_form_and_the_casebook_free(filled, qtbot):
    def mistaken(_progress):
        raise ZeroDivisionError

    form = filled.menu.show_overlay()
    ended(qtbot, filled.work)
    with qtbot.captureExceptions() as raised:
        form._record("写入中", "甲", mistaken, lambda _result: None)
        ended(qtbot, filled.work)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]
    assert filled.session.writable
    assert not form.task.is_running


def test_what_ends_late_does_not_free_what_is_written_since(filled):
    first = filled.session.hold("甲")
    second = filled.session.hold("乙")
    first()
    assert filled.session.busy_with == "乙"
    second()
    assert filled.session.writable
