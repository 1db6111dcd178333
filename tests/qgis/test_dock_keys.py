"""The keyboard path, with real key events on the real dock and a real casebook."""

from __future__ import annotations

import pytest
from desk_keyboard import press
from qgis.core import QgsGeometry
from qgis.gui import QgsGui, QgsMapToolEmitPoint
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication

from tuban.core.casebook import open_casebook
from tuban.core.model import Answer, PatchKind
from tuban.dialogs.desk.keys import Key, Keys

CTRL = Qt.KeyboardModifier.ControlModifier


def categories(session) -> list[str]:
    return [row.category for row in session.rows]


def test_ten_parcels_without_the_mouse(dock, session, casebook_file, plan):
    """Every digit once; the first one needs its flags before it goes on."""
    dock.list.queue.ask.setChecked(False)
    by_key = {one.key: one.code for one in plan.categories_of(PatchKind.LAND) if one.key}
    pressed = ["1", "3", "4", "5", "6", "7", "8", "9", "1", "2"]
    for key in pressed:
        press(getattr(Qt.Key, f"Key_{key}"))
    assert session.missing_flags()  # illegal use of cultivated land: it stays
    press(Qt.Key.Key_0)
    assert session.position == 10
    with open_casebook(casebook_file, "reader", read_only=True) as book:
        rows = book.rows("2023-04")
        flags = book.dossier(rows[9].parcel_number).flags
    assert [row.category for row in rows[:10]] == [by_key[key] for key in pressed]
    assert [row.category for row in rows[10:]] == ["", ""]
    assert set(flags.values()) == {Answer.NO} and len(flags) == 6


def test_the_map_follows_and_only_outlines(dock, session, desk):
    def centre():
        return desk.canvas.extent().center()

    first = centre()
    press(Qt.Key.Key_9)
    assert centre() != first
    wkb = session.dossier.parcel.geometry
    shown = QgsGeometry()
    shown.fromWkb(wkb)
    band = dock._map.view._outline
    assert band.fillColor().alpha() == 0
    assert band.asGeometry().area() > 0
    assert all(layer.selectedFeatureCount() == 0 for layer in desk.canvas.layers())


def test_stepping(dock, session):
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    assert session.position == 2
    press(Qt.Key.Key_Left, CTRL)
    assert session.position == 1
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_Left, CTRL)
    press(Qt.Key.Key_Left, CTRL)
    press(Qt.Key.Key_Down, CTRL)
    assert session.position == 2  # 1 is judged
    assert categories(session)[:3] == ["", "doubt", ""]


def test_keys_work_on_the_map(dock, session, desk, give_focus):
    give_focus(desk.canvas)
    press(Qt.Key.Key_1)
    assert categories(session)[0] == "legal"


def test_undo_by_key(dock, session):
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_Backspace, CTRL)
    assert session.position == 0
    assert categories(session)[0] == ""


def test_a_reason_is_typed_and_saved_with_the_verdict(dock, session):
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dock.verdict.reason
    QTest.keyClicks(dock.verdict.reason, "see photo 12")
    assert categories(session) == [""] * 12  # digits were typed, not judged
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dock.list.view
    assert session.position == 0
    press(Qt.Key.Key_9)
    reason = session.book.dossier(session.rows[0].parcel_number).county_verdict.reason
    assert reason == "see photo 12"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_Backspace, CTRL),
        (Qt.Key.Key_Right, CTRL),
    ],
)
@pytest.mark.parametrize("field", ["reason", "number"])
def test_text_fields_keep_their_keys(dock, session, give_focus, field, key, modifier):
    press(Qt.Key.Key_1)
    before = categories(session), session.position, session.book.head()
    edit = dock.verdict.reason if field == "reason" else dock.list.number
    edit.setText("a b")
    give_focus(edit)
    press(key, modifier)
    assert (categories(session), session.position, session.book.head()) == before


def test_escape_gives_the_recorded_reason_back(dock, session):
    press(Qt.Key.Key_Return)
    QTest.keyClicks(dock.verdict.reason, "no")
    press(Qt.Key.Key_Escape)
    assert dock.verdict.reason.text() == ""
    assert QApplication.focusWidget() is dock.list.view


def test_a_draft_of_a_reason_waits_for_the_return(dock, session):
    press(Qt.Key.Key_Return)
    QTest.keyClicks(dock.verdict.reason, "half a")
    dock.verdict.done_typing.emit()
    press(Qt.Key.Key_Right, CTRL)
    assert dock.verdict.reason.text() == ""
    press(Qt.Key.Key_Left, CTRL)
    assert dock.verdict.reason.text() == "half a"


def test_the_reason_of_a_standing_verdict_is_changed(dock, session):
    dock.list.queue.advance.setChecked(False)
    press(Qt.Key.Key_9)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(dock.verdict.reason, "looked again")
    press(Qt.Key.Key_Return)
    verdict = session.book.dossier(session.number).county_verdict
    assert (verdict.category, verdict.reason) == ("doubt", "looked again")


def test_a_subcategory_is_chosen_by_its_digit(dock, session, qtbot, plan):
    dock.list.queue.advance.setChecked(False)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return, CTRL)
    popup = dock.verdict.subcategory.view()
    qtbot.waitUntil(popup.isVisible, timeout=20_000)
    QTest.keyClick(popup, Qt.Key.Key_2)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    verdict = session.book.dossier(session.number).county_verdict
    assert verdict.category == "legal"  # 2 chose from the list, it did not judge
    assert verdict.subcategory == plan.category("legal").subcategories[1].code


def test_go_to_a_number(dock, session):
    press(Qt.Key.Key_Up, CTRL)
    QTest.keyClicks(dock.list.number, "0008")
    press(Qt.Key.Key_Return)
    assert session.position == 7
    assert QApplication.focusWidget() is dock.list.view


def test_without_advance_it_stays(dock, session):
    dock.list.queue.advance.setChecked(False)
    press(Qt.Key.Key_1)
    assert session.position == 0


def test_while_drawing_the_map_keeps_its_keys(dock, session, desk, give_focus):
    class DrawingTool(QgsMapToolEmitPoint):
        def flags(self):
            return self.Flag.EditTool

    tool = DrawingTool(desk.canvas)
    desk.canvas.setMapTool(tool)
    give_focus(desk.canvas)
    press(Qt.Key.Key_1)
    assert categories(session)[0] == ""
    desk.canvas.unsetMapTool(tool)
    press(Qt.Key.Key_1)
    assert categories(session)[0] == "legal"


def test_every_key_can_be_changed_in_qgis(dock):
    manager = QgsGui.shortcutsManager()
    assert set(dock.keys.actions) <= set(manager.listActions())
    texts = [action.text() for action in dock.keys.actions]
    assert len(set(texts)) == len(texts)


def test_a_changed_key_works(dock, session):
    action = next(a for a in dock.keys.actions if a.objectName() == "tuban_verdict_2")
    manager = QgsGui.shortcutsManager()
    assert manager.setKeySequence(action, "Ctrl+Alt+2")
    try:
        press(Qt.Key.Key_2)
        assert categories(session)[0] == ""
        press(Qt.Key.Key_2, CTRL | Qt.KeyboardModifier.AltModifier)
        assert categories(session)[0] == "illegal"
    finally:
        manager.setKeySequence(action, "2")


def test_a_clash_is_told_by_name(desk):
    manager = QgsGui.shortcutsManager()
    other = QAction("Some &other plugin", desk.window)
    manager.registerAction(other, "Ctrl+Shift+F9")
    keys = Keys(manager, desk.dock, desk.canvas)
    try:
        clashes = keys.add([Key("test_clash", "a command", "Ctrl+Shift+F9", lambda: None)])
        assert len(clashes) == 1
        assert "Some other plugin" in clashes[0]
        assert QKeySequence("Ctrl+Shift+F9").toString() in clashes[0]
    finally:
        keys.remove()
        manager.unregisterAction(other)


def test_a_menu_names_each_key_once_however_often_keys_change(desk):
    actions = desk.dock.comparing.actions_by_name
    desk.dock.keys.changed.emit()
    desk.dock.keys.changed.emit()
    assert actions["swipe"].text() == "Swipe\tW"
    assert actions["layers"].text() == "Imagery…"


def test_enter_in_a_list_chooses_and_does_nothing_else(dock, session, qtbot, give_focus):
    """It closes the list before its key has been offered to the dock's own Enter."""
    box = dock.list.queue.choice
    give_focus(box)
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box.view(), timeout=20_000)
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.view().isVisible(), timeout=20_000)
    assert QApplication.focusWidget() is not dock.verdict.reason
    assert box.currentIndex() == 1
    qtbot.waitUntil(lambda: all(one.isEnabled() for one in dock.keys.actions), timeout=20_000)
