"""The field check's form, the photo strip and the arrows on the map."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from tuban.core.casebook import events
from tuban.core.model import Photo
from tuban.dialogs.desk.photo_drop import photos_in
from tuban.dialogs.field.photo_matching import PhotoMatching
from tuban.maps.photo_layer import PHOTOS_PROPERTY, PhotoArrows, photo_features
from tuban.maps.thumbnails import thumbnail

JPEG_APP1 = 0xE1


def jpeg(path: Path, width: int = 40, height: int = 20, orientation: int = 1) -> Path:
    """A picture, its left half black, with the EXIF orientation given."""
    made = gdal.GetDriverByName("MEM").Create("", width, height, 3)
    row = bytes(width // 2) + bytes([255]) * (width - width // 2)
    for band in (1, 2, 3):
        made.GetRasterBand(band).WriteRaster(0, 0, width, height, row * height)
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = path.with_suffix(".plain")
    gdal.GetDriverByName("JPEG").CreateCopy(str(plain), made)
    content = plain.read_bytes()
    plain.unlink()
    entry = bytes.fromhex("0112 0003 00000001") + bytes([0, orientation, 0, 0])
    tiff = b"MM\0*\0\0\0\x08\0\x01" + entry + bytes(4)
    body = b"Exif\0\0" + tiff
    segment = bytes([0xFF, JPEG_APP1]) + (len(body) + 2).to_bytes(2, "big") + body
    path.write_bytes(content[:2] + segment + content[2:])
    return path


def test_thumbnails_are_the_right_way_up(tmp_path):
    upright = thumbnail(jpeg(tmp_path / "a.jpg"), 20)
    assert (upright.width(), upright.height()) == (20, 10)
    turned = thumbnail(jpeg(tmp_path / "b.jpg", orientation=6), 20)
    assert (turned.width(), turned.height()) == (10, 20)
    # Turned clockwise by a quarter, what was left is at the top.
    assert turned.pixelColor(5, 2).lightness() < 60 < 200 < turned.pixelColor(5, 17).lightness()
    (tmp_path / "c.jpg").write_bytes(b"no picture")
    assert thumbnail(tmp_path / "c.jpg", 20).isNull()


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


@pytest.fixture
def form(filled):
    opened = filled.menu.field.show_check()
    yield opened
    opened.close()


def fill(form) -> None:
    form.fields.people.setText("虚构甲、虚构乙")
    form.fields.people.textEdited.emit("")
    form.fields.way.setCurrentIndex(form.fields.way.findData("onsite"))
    form.fields.found.setPlainText("钢结构厂房")


def test_a_field_check_is_recorded_and_the_next_one_remembers_the_people(form, filled):
    session = filled.session
    first = session.number
    fill(form)
    form.fields.use.setEditText("厂房")
    form.record_and_go_on()
    check = session.book.dossier(first).field_check
    assert (check.checkers, check.way, check.found) == (
        ("虚构甲", "虚构乙"),
        "onsite",
        "钢结构厂房",
    )
    assert check.actual_use == "厂房"
    assert session.number != first
    assert form.fields.people.text() == "虚构甲、虚构乙"
    assert form.fields.found.toPlainText() == ""
    session.undo()
    assert session.number == first
    assert session.book.dossier(first).field_check is None


def test_what_is_missing_is_said_and_nothing_recorded(form, filled):
    form.fields.found.setPlainText("看了")
    assert not form.record()
    assert "Say who checked." in form.remarks.text()
    assert "Say in which way" in form.remarks.text()
    assert filled.session.dossier.field_check is None


def test_tab_goes_through_the_questions_in_their_order(form, filled):
    """From above to below; a date is left after year, month and day."""
    fields = form.fields
    order = [fields.people, fields.day, fields.way, fields.found, fields.use, fields.stage]
    order += [fields.build_time, fields.actor, fields.actor_kind, fields.stop_notice]
    order.append(fields.stop_result)
    for above, below in zip(order, order[1:]):
        following = above.nextInFocusChain()
        while following.focusProxy() or following.parent() is not fields:
            following = following.nextInFocusChain()
        assert following is below


def test_a_way_that_is_not_said_yet_is_no_way_from_the_desk(form, filled):
    form.fields.people.setText("虚构甲")
    form.fields.people.textEdited.emit("虚构甲")
    assert "not on the ground" not in form.remarks.text()


def test_what_is_typed_waits_for_the_return_to_its_parcel(form, filled):
    session = filled.session
    first, second = session.rows[0].parcel_number, session.rows[1].parcel_number
    session.show(first)
    fill(form)
    session.show(second)
    assert form.fields.found.toPlainText() == ""
    session.show(first)
    assert form.fields.found.toPlainText() == "钢结构厂房"
    assert "Not recorded yet" in form.remarks.text()


def drop(widget, *paths: Path) -> None:
    """What Qt tells a widget when files are let fall on it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    shared = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    for kind, point in ((QDragEnterEvent, QPoint(5, 5)), (QDropEvent, QPointF(5, 5).toPoint())):
        event = kind(point, *shared, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()


def matching_of(window, qtbot) -> PhotoMatching:
    found = [one for one in window.findChildren(PhotoMatching) if one.isVisible()]
    (dialog,) = found
    qtbot.waitUntil(lambda: not dialog.task.is_running, timeout=20_000)
    return dialog


def test_photos_fall_into_the_strip_and_are_taken_off(form, filled, qtbot, tmp_path):
    session = filled.session
    number = session.number
    paths = [jpeg(tmp_path / "in" / "远景.jpg"), jpeg(tmp_path / "in" / "近景.jpg", orientation=6)]
    (tmp_path / "in" / "a.txt").write_text("no", encoding="utf-8")
    drop(form.photos.viewport(), tmp_path / "in")
    dialog = matching_of(filled.window, qtbot)
    assert dialog.table.counts() == (2, 0, 0)
    assert session.dossier.photos == ()
    assert {dialog.table.item(row, 2).text() for row in (0, 1)} == {"dropped on it"}
    dialog.attach_button.click()
    qtbot.waitUntil(lambda: form.photos.count() == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not form.photos._waiting, timeout=20_000)
    assert all(not form.photos.item(at).icon().isNull() for at in range(2))
    assert session.writable
    assert sorted(p.read_bytes() for p in paths) == sorted(
        (session.book.path.parent / photo.file).read_bytes() for photo in session.dossier.photos
    )
    assert "has no EXIF" in form.remarks.text()
    form.photos.setCurrentRow(0)
    form.photos._take_off()
    assert len(session.book.dossier(number).photos) == form.photos.count() == 1
    assert session.rows[session.position].photo_count == 1
    session.undo()
    assert form.photos.count() == 2


def test_only_pictures_and_folders_are_taken(tmp_path):
    picture, phone = jpeg(tmp_path / "a.JPG"), tmp_path / "b.heic"
    note = tmp_path / "a.txt"
    for path in (note, phone):
        path.write_text("x", encoding="utf-8")
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(path)) for path in (picture, note, tmp_path, phone)]
    data.setUrls([*urls, QUrl("https://x/y.jpg")])
    assert photos_in(data) == [picture, tmp_path, phone]


def test_photos_that_fall_on_the_dock_are_looked_at_before_they_are_attached(
    filled, qtbot, tmp_path
):
    """Two by name, one without a clue, one damaged; the clueless one is chosen by hand."""
    session = filled.session
    first, second = session.rows[2].parcel_number, session.rows[3].parcel_number
    jpeg(tmp_path / "in" / f"{first}.jpg")
    jpeg(tmp_path / "in" / second / "IMG_1.jpg", orientation=3)
    jpeg(tmp_path / "in" / "IMG_2.jpg", orientation=6)
    (tmp_path / "in" / f"{first}坏.jpg").write_bytes(b"no picture")
    drop(filled.dock, tmp_path / "in")
    dialog = matching_of(filled.window, qtbot)
    table = dialog.table
    assert table.counts() == (2, 1, 1)
    assert "IMG_2.jpg" in table.item(0, 0).text()
    assert "does not say where" in table.item(0, 2).text()
    assert "not a picture" in table.item(3, 2).text()
    assert not table.box_of(3).isEnabled()
    table.selectRow(0)
    dialog.here_button.click()
    assert table.item(0, 2).text() == "Chosen by hand."
    table.clearSelection()  # an earlier test's Ctrl may still count as pressed
    table.selectRow(1)
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    assert table.counts() == (2, 1, 1)
    assert "2" in dialog.attach_button.text()
    here, kept = session.number, table.number_in(2)
    dialog.attach_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    counts = {row.parcel_number: row.photo_count for row in session.rows if row.photo_count}
    assert counts == {here: 1, kept: 1}
    assert session.book.verify() == ()


def test_a_parcel_is_found_by_its_last_digits(filled, qtbot, tmp_path, monkeypatch):
    jpeg(tmp_path / "in" / "IMG_1.jpg")
    dialog = filled.menu.field.match([tmp_path / "in"])
    qtbot.waitUntil(lambda: not dialog.task.is_running, timeout=20_000)
    box = dialog.table.box_of(0)
    wanted = filled.session.rows[5].parcel_number
    for typed, number in (("no such", ""), (wanted.rpartition("_")[0][-3:], wanted)):
        asked = lambda *_, answer=typed: (answer, True)  # noqa: E731
        monkeypatch.setattr("tuban.dialogs.field.match_table.QInputDialog.getText", asked)
        box.setCurrentIndex(box.count() - 1)
        box.activated.emit(box.count() - 1)
        assert dialog.table.number_in(0) == number
    dialog.reject()
    assert not dialog.isVisible()


def test_a_folder_without_photos_is_told(filled, qtbot, tmp_path):
    dialog = filled.menu.field.match([tmp_path])
    qtbot.waitUntil(lambda: not dialog.task.is_running, timeout=20_000)
    assert dialog.summary.text() == "There are no photos there."
    assert not dialog.attach_button.isEnabled()
    filled.session.close()
    assert not dialog.isVisible()


def test_what_is_wrong_is_said_while_it_is_typed(form, filled):
    """Penal work takes two: said before it is recorded, not after."""
    category = next(one for one in filled.session.plan.categories if one.illegal)
    filled.session.judge(category.code, category.subcategories[0].code, "x")
    fill(form)
    assert "penal work needs" not in form.remarks.text()
    form.fields.people.setText("虚构甲")
    form.fields.people.textEdited.emit("虚构甲")
    assert "1 person checked it; penal work needs 2 at least." in form.remarks.text()
    assert filled.session.dossier.field_check is None


def test_reading_only_nothing_can_be_recorded(desk, casebook_file, held_elsewhere):
    with held_elsewhere(casebook_file, "the first"):
        desk.session.open(casebook_file)
        form = desk.menu.field.show_check()
        assert not form.record_button.isEnabled()
        assert not form.record()
        form.close()


def test_one_form_follows_the_parcel(form, filled):
    assert filled.menu.field.show_check() is form
    filled.session.show(filled.session.rows[3].parcel_number)
    assert filled.session.rows[3].parcel_number in form.windowTitle()


def photo(number: str, **changes) -> Photo:
    facts = {"sha256": number.rjust(64, "0"), "size_bytes": 9, "taken_at": None}
    facts.update(lon_deg=115.5, lat_deg=36.4, azimuth_deg=90.0, name="远景.jpg")
    facts.update(changes)
    return Photo(parcel_number=number, file="x.jpg", **facts)


def test_arrows_show_where_photos_look(filled, qtbot):
    session = filled.session
    project = QgsProject.instance()
    arrows = PhotoArrows(project, session)
    arrows.refresh()
    assert arrows.layer() is None
    first, second, third = (row.parcel_number for row in session.rows[:3])
    shots = [photo(first), photo(second, azimuth_deg=None), photo(third, lon_deg=None)]
    session.book.record([events.photo_attached(one) for one in shots])
    session.reload()
    qtbot.waitUntil(lambda: arrows.layer() is not None, timeout=20_000)
    layer = arrows.layer()
    assert layer.customProperty(PHOTOS_PROPERTY)
    found = {one["parcel_number"]: one["azimuth_deg"] for one in layer.getFeatures()}
    assert set(found) == {first, second}
    assert found[first] == 90
    session.close()
    assert arrows.layer() is None
    assert project.layerTreeRoot().children() == []  # nor the group that they shared


def test_photos_of_military_land_are_not_on_the_map(filled):
    session = filled.session
    number = session.number
    session.book.record([events.photo_attached(photo(number))])
    assert len(list(photo_features(session.book.dossiers(session.month), session.plan))) == 1
    session.judge("military", "", "")
    assert list(photo_features(session.book.dossiers(session.month), session.plan)) == []
