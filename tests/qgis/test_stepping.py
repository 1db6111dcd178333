"""Queues, undo and redo, notes, the map's way and the keys in the real dock."""

from __future__ import annotations

from decimal import Decimal

import pytest
from desk_keyboard import press
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel

from tuban.core.casebook import open_casebook, saying
from tuban.core.errors import CasebookError, InputError
from tuban.core.oversight import EVERYTHING, Figure, Filter, Order, OrderBy, Queue, Trait
from tuban.dialogs.desk.cheat_sheet import CheatSheet
from tuban.maps.kept_queues import queue_of, save_queues, saved_queues
from tuban.maps.queues import matching
from tuban.maps.settings import Movement

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def listed(dock) -> list[str]:
    return [
        dock.list.model.row_at(line).parcel_number for line in range(dock.list.model.rowCount())
    ]


def choose(dock, key: str) -> None:
    box = dock.list.queue.choice
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


# ---- queues


def test_the_list_and_the_keys_follow_the_order(dock, session):
    session.set_queue(Queue(order=Order(reverse=True)))
    assert listed(dock) == [row.parcel_number for row in reversed(session.book.rows("2023-04"))]
    session.show(listed(dock)[0])
    press(Qt.Key.Key_Right, CTRL)
    assert session.number == listed(dock)[1]


def test_nearest_next_goes_along_the_row_of_squares(dock, session, parcel_number):
    """The squares lie in a row, so from the first one the nearest is always the next number."""
    session.set_queue(Queue(order=Order(OrderBy.NEAREST)))
    assert listed(dock) == [parcel_number(index) for index in range(1, 13)]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (Filter(traits=(Trait.MUST_VISIT,)), None),
        (Filter(figure=Figure.AREA, at_least_mu=Decimal("0.01")), 12),
        (Filter(towns=("虚构镇",)), 12),
        (Filter(towns=("别的镇",)), 0),
        (Filter(due_within=100), 12),
        (Filter(expression="right(\"patch_number\", 1) = '2'"), 2),  # …0002 and …0012
        (Filter(expression='$area > 0 and "cultivated_mu" is not null'), 12),
        (Filter(traits=(Trait.RETURNED,)), 0),
    ],
)
def test_conditions_of_the_record(dock, session, asked, count):
    session.set_queue(Queue(filter=asked))
    if count is not None:
        assert len(listed(dock)) == count


def test_what_must_be_visited_follows_the_verdict(dock, session, plan):
    """A legal verdict takes a patch from under the thresholds for illegal land."""
    session.set_queue(Queue(filter=Filter(traits=(Trait.MUST_VISIT,))))
    before = listed(dock)
    if not before:
        pytest.skip("no square of the small casebook reaches a threshold")
    session.judge("legal", "", "")
    assert len(listed(dock)) == len(before) - 1


def test_a_wrong_expression_is_refused_and_the_queue_stays(dock, session):
    with pytest.raises(InputError):
        session.set_queue(Queue(filter=Filter(expression="area_mu >")))
    with pytest.raises(InputError):
        matching("no_such_function(1)", session.rows, session.book)
    assert session.work.queue == EVERYTHING and len(listed(dock)) == 12


def test_a_queue_is_saved_and_comes_back_with_the_casebook(dock, session, desk, casebook_file):
    dialog = dock.list.queue.open_dialog()
    dialog.traits[Trait.UNDECIDED].setChecked(True)
    dialog.has_threshold.setChecked(True)
    dialog.order.setCurrentIndex(dialog.order.findData(OrderBy.AREA.value))
    dialog.name.setEditText("急件")
    dialog.save()
    kept = Queue(
        "急件",
        Filter(traits=(Trait.UNDECIDED,), at_least_mu=Decimal("0.00")),
        Order(OrderBy.AREA),
    )
    assert saved_queues(desk.work.settings) == [kept]
    assert dock.list.queue.choice.currentText() == "★ 急件"
    session.close()
    session.open(casebook_file)
    assert session.work.queue == kept
    dock.list.queue.open_dialog().forget()
    assert saved_queues(desk.work.settings) == []


def test_a_queue_window_that_was_closed_is_in_nobodys_way(dock, session, qtbot):
    """It deletes itself; closing the casebook later must not reach for it."""
    dialog = dock.list.queue.open_dialog()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    session.close()
    assert dock.list.queue.dialog is None


def test_settings_that_were_spoiled_are_left_out(desk, casebook_file):
    QgsSettings().setValue("tuban/queues", "[{}, 3, ")
    assert saved_queues(desk.work.settings) == []
    save_queues(desk.work.settings, [Queue("a")])
    assert saved_queues(desk.work.settings) == [Queue("a")]
    assert queue_of(desk.work.settings, casebook_file) == EVERYTHING


def test_after_a_verdict_it_goes_on_inside_the_queue(dock, session, parcel_number):
    session.set_queue(Queue(filter=Filter(expression="right(\"patch_number\", 1) = '2'")))
    assert session.number == parcel_number(2)
    press(Qt.Key.Key_9)
    assert session.number == parcel_number(12)
    press(Qt.Key.Key_9)
    assert session.number == parcel_number(12)  # the queue ends here


# ---- undo, redo, back, today


def test_undo_and_redo_by_key_name_what_they_do(dock, session, parcel_number):
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_Backspace, CTRL)
    assert session.number == parcel_number(2)
    assert "Undone: County verdict" in dock._saved.text() and "0002" in dock._saved.text()
    press(Qt.Key.Key_Backspace, CTRL)
    assert [row.category for row in session.rows[:2]] == ["", ""]
    press(Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert session.number == parcel_number(1)
    assert "Done again: County verdict" in dock._saved.text()
    assert "0002" in dock.steps._redo_hint() and "0001" in dock.steps._undo_hint()
    press(Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert [row.category for row in session.rows[:2]] == ["doubt", "doubt"]
    press(Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert dock._saved.text() == "Nothing to redo"


def test_undo_goes_to_a_parcel_of_another_month(dock, session, make_patches, fill_book):
    press(Qt.Key.Key_9)
    first = session.rows[0].parcel_number
    fill_book(session.book, 3, "2023-05", 21)
    session.reload()
    session.set_month("2023-05")
    session.undo()
    assert (session.month, session.number) == ("2023-04", first)
    assert session.rows[0].category == ""


def test_back_to_where_i_was(dock, session, parcel_number):
    session.show(parcel_number(5))
    dock.list.number.setText("0009")
    dock.list.number.returnPressed.emit()
    assert session.number == parcel_number(9)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    assert session.number == parcel_number(1)
    press(Qt.Key.Key_Backspace)
    assert dock._saved.text() == "There is nothing to go back to"


def test_what_i_did_today_is_a_list_to_go_through(dock, session, parcel_number):
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_9)
    today = dock.steps.show_today()
    lines = [today.list.topLevelItem(row) for row in range(today.list.topLevelItemCount())]
    assert [line.text(1) for line in lines] == [parcel_number(2), parcel_number(1)]
    today.list.setCurrentItem(lines[1])
    assert session.number == parcel_number(1)
    session.judge("legal", "", "")
    assert today.list.topLevelItemCount() == 3
    session.close()
    assert dock.steps.today is None


# ---- notes


def test_a_note_that_is_written_gets_a_line_to_itself(dock, session):
    notes = dock.notes
    assert notes.comment.y() == notes.second_look.y()
    session.record(saying.second_look_wanted(session.dossier, "the boundary differs"))
    notes.layout().activate()
    assert notes.comment.y() > notes.second_look.y()
    session.undo()
    notes.layout().activate()
    assert notes.comment.y() == notes.second_look.y()


def test_notes_are_typed_recorded_and_left(dock, session, casebook_file, parcel_number):
    press(Qt.Key.Key_N)
    assert QApplication.focusWidget() is dock.notes.second_look
    QTest.keyClicks(dock.notes.second_look, "see 2 photos")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dock.list.view
    press(Qt.Key.Key_B)
    QTest.keyClicks(dock.notes.comment, "not this")
    press(Qt.Key.Key_Escape)
    assert dock.notes.comment.text() == ""
    with open_casebook(casebook_file, "reader", read_only=True) as book:
        row = book.rows("2023-04")[0]
    assert (row.second_look, row.comment, row.category) == ("see 2 photos", "", "")
    choose(dock, "trait:second_look")
    assert listed(dock) == [parcel_number(1)]
    press(Qt.Key.Key_Backspace, CTRL)
    assert listed(dock) == []


# ---- the map


def test_the_map_moves_as_the_person_wants(dock, session, desk, parcel_number):
    canvas = desk.canvas
    fitted = canvas.scale()
    dock.map_way.ways[Movement.KEEP_SCALE].trigger()
    canvas.zoomScale(fitted * 3)
    session.show(parcel_number(7))
    assert canvas.scale() == pytest.approx(fitted * 3, rel=0.01)
    middle = desk.dock._map.view.extent_of(session.dossier.parcel.geometry).center()
    assert canvas.extent().center().distance(middle) < 1.0
    dock.map_way.ways[Movement.STAY].trigger()
    before = canvas.extent()
    session.show(parcel_number(2))
    assert canvas.extent() == before
    dock.map_way.factors[8.0].trigger()
    assert desk.work.settings.movement is Movement.FIT
    wide = canvas.scale()
    dock.map_way.factors[1.2].trigger()
    assert canvas.scale() < wide


def test_the_outline_hides_while_a_key_is_held(dock, desk):
    outline = desk.dock._map.view._outline
    QTest.keyPress(QApplication.focusWidget(), Qt.Key.Key_G)
    assert not outline.isVisible()
    QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_G)
    assert outline.isVisible()


# ---- keys


def test_the_cheat_sheet_lists_keys_as_they_are_now(dock, session):
    manager = QgsGui.shortcutsManager()
    action = next(one for one in dock.keys.actions if one.objectName() == "tuban_redo")
    try:
        assert manager.setKeySequence(action, "Ctrl+Shift+F7")
        dock._show_keys()
        sheet = dock.window().findChildren(CheatSheet)[-1]
        words = {label.text() for label in sheet.findChildren(QLabel)}
        assert {"Ctrl+Shift+F7", "redo", "go to a number", "verdict 1: Legal"} <= words
        sheet.close()
    finally:
        manager.setKeySequence(action, "Ctrl+Shift+Backspace")


def test_hints_follow_a_changed_key(dock, qtbot):
    manager = QgsGui.shortcutsManager()
    action = next(one for one in dock.keys.actions if one.objectName() == "tuban_number")
    try:
        with qtbot.waitSignal(dock.keys.changed, timeout=20_000):
            manager.setKeySequence(action, "Ctrl+Shift+F8")
        assert "Ctrl+Shift+F8" in dock.list.number.toolTip()
    finally:
        manager.setKeySequence(action, "Ctrl+Up")


def test_no_two_of_our_keys_are_the_same(dock):
    keys = [key for key, _ in dock.keys.listed({}) if key]
    assert len(keys) == len(set(keys))


# ---- what happens meanwhile


def test_a_casebook_that_is_moved_is_closed_and_told(dock, session, desk, casebook_file):
    casebook_file.rename(casebook_file.with_name("elsewhere.gpkg"))
    with pytest.raises(CasebookError, match="moved"):
        session.judge("legal", "", "")
    dock._look_for_news()
    assert not session.is_open and not dock._body.isVisible()
    assert "moved" in desk.bar.currentItem().text()
    # Seen once in many runs: an empty file, from a thread of QGIS that looks for its layer.
    assert not casebook_file.exists() or not casebook_file.stat().st_size


def test_layers_taken_away_by_the_person_are_not_missed(dock, session, desk):
    QgsProject.instance().removeAllMapLayers()
    press(Qt.Key.Key_9)
    session.set_queue(Queue(filter=Filter(traits=(Trait.UNDECIDED,))))
    session.reload()
    session.close()
    assert QgsProject.instance().mapLayers() == {}


def test_the_row_at_hand_stays_whole_when_the_list_shrinks(dock, session, parcel_number):
    view = dock.list.view
    last = session.rows[-1].parcel_number
    session.show(last)
    for height in (400, 130, 95):
        view.resize(view.width(), height)
        row = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(row)
