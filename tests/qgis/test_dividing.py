"""Dividing in the dock: keys and mouse on the map, forms for layers and for putting together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtTest import QTest

from tuban.core.casebook import saying
from tuban.core.model import Coverage
from tuban.core.rectified import Acceptance

# The first patch: 0.001° from 115.504°E 36.4°N; see conftest.py.
WEST, SOUTH, SIDE = 115.504, 36.4, 0.001


@pytest.fixture
def dock(desk, casebook_file, parcel_number):
    desk.session.open(casebook_file)
    desk.session.show(parcel_number(1))
    desk.canvas.resize(800, 600)
    desk.dock.show_again()
    return desk.dock


def pixel(canvas, x, y):
    """Where a point of the patch (0 … 1 from its south-west corner) is on the screen."""
    crs = QgsCoordinateReferenceSystem("EPSG:4490")
    transform = QgsCoordinateTransform(
        crs, canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    point = transform.transform(QgsPointXY(WEST + x * SIDE, SOUTH + y * SIDE))
    return canvas.getCoordinateTransform().transform(point).toQPointF().toPoint()


def click(dock, canvas, x, y, button=Qt.MouseButton.LeftButton):
    kind = QEvent.Type.MouseButtonRelease
    event = QgsMapMouseEvent(canvas, kind, pixel(canvas, x, y), button)
    dock.dividing.tool.canvasReleaseEvent(event)


def press(canvas, key):
    QTest.keyClick(canvas, key)


def numbers(session):
    patch = session.dossier.patch.number
    return [row.parcel_number[-3:] for row in session.rows if row.patch_number == patch]


def layer_of(name, *boxes):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=name:string", name, "memory")
    features = []
    for title, west, south, east, north in boxes:
        points = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        ring = ", ".join(f"{WEST + x * SIDE} {SOUTH + y * SIDE}" for x, y in points)
        feature = QgsFeature(layer.fields())
        feature.setAttributes([title])
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({ring}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_line_is_drawn_shown_and_recorded(desk, dock):
    before = desk.canvas.mapTool()
    dock.dividing.start_line()
    assert desk.canvas.mapTool() is dock.dividing.tool
    assert dock.dividing.isVisible()
    click(dock, desk.canvas, -0.2, 0.5)
    click(dock, desk.canvas, 1.2, 0.5)
    press(desk.canvas, Qt.Key.Key_Return)
    assert len(dock.dividing.division.made) == 2
    assert "7.4" in dock.dividing.words.text()
    assert numbers(desk.session) == ["1_1"]
    press(desk.canvas, Qt.Key.Key_Return)
    assert numbers(desk.session) == ["1_2", "1_3"]
    assert desk.session.number.endswith("1_2")
    assert not dock.dividing.isVisible()
    assert desk.canvas.mapTool() is before
    assert desk.session.book.verify() == ()


def test_backspace_goes_back_and_esc_leaves(desk, dock):
    dock.dividing.start_line()
    click(dock, desk.canvas, -0.2, 0.5)
    click(dock, desk.canvas, 1.2, 0.5)
    click(dock, desk.canvas, 0, 0, Qt.MouseButton.RightButton)
    assert dock.dividing.division is not None
    press(desk.canvas, Qt.Key.Key_Backspace)
    assert dock.dividing.division is None
    press(desk.canvas, Qt.Key.Key_Backspace)
    click(dock, desk.canvas, 1.2, 0.6)
    press(desk.canvas, Qt.Key.Key_Return)
    assert len(dock.dividing.division.made) == 2
    press(desk.canvas, Qt.Key.Key_Escape)
    assert dock.dividing.division is None
    assert not dock.dividing.isVisible()
    assert numbers(desk.session) == ["1_1"]


def test_a_point_near_a_corner_is_the_corner(desk, dock):
    dock.dividing.start_line()
    for x, y in ((0.005, 0.005), (0.995, 0.995)):
        click(dock, desk.canvas, x, y)
    press(desk.canvas, Qt.Key.Key_Return)
    first, second = dock.dividing.division.made
    assert abs(first.area_m2 - second.area_m2) < 1


def test_a_line_that_does_not_divide_is_told(desk, dock):
    dock.dividing.start_line()
    click(dock, desk.canvas, -0.4, 0.5)
    click(dock, desk.canvas, 0.5, 0.5)
    press(desk.canvas, Qt.Key.Key_Return)
    assert "ends inside" in dock.dividing.words.text()
    assert not dock.dividing.record_button.isEnabled()
    assert numbers(desk.session) == ["1_1"]


def test_the_approval_that_a_proposal_names_is_chosen(desk, dock):
    layer_of("别的", ("甲", -1, -1, 0.5, 2))
    role = desk.session.plan.layer_role("conversion")
    layer_of(role.layer_names[0], ("批1", -1, -1, 0.5, 2), ("批2", 0.2, -1, 0.9, 2))
    wanted = Coverage("conversion", "批1", Decimal(4000), Decimal("50.0"))
    dock.dividing.choose_layer(wanted)
    (form,) = dock.dividing.forms
    assert form.layer.currentText() == role.layer_names[0]
    ticked = [
        form.areas.item(at).text()
        for at in range(form.areas.count())
        if form.areas.item(at).checkState() == Qt.CheckState.Checked
    ]
    assert ticked == ["批1"]
    form.propose_chosen()
    first, second = dock.dividing.division.made
    assert abs(first.area_m2 - second.area_m2) < 1  # cut in the middle, not at 批2


def test_another_parcel_or_tool_ends_it(desk, dock, parcel_number):
    dock.dividing.start_line()
    desk.session.show(parcel_number(2))
    assert desk.canvas.mapTool() is not dock.dividing.tool
    assert not dock.dividing.isVisible()
    dock.dividing.start_line()
    desk.canvas.unsetMapTool(dock.dividing.tool)
    assert not dock.dividing.isVisible()


def test_by_an_approval_of_a_layer(desk, dock):
    layer_of("批文", ("鲁政土〔2022〕9999号", -1, -1, 0.4, 2), ("别处", 5, 5, 6, 6))
    dock.dividing.choose_layer()
    form = dock.dividing.forms[-1]
    assert [source.title for source in form.sources] == ["批文"]
    assert [form.areas.item(at).text() for at in range(form.areas.count())] == [
        "鲁政土〔2022〕9999号"
    ]
    form.propose_chosen()
    assert not form.isVisible()
    inside, outside = dock.dividing.division.made
    assert float(inside.area_m2 / outside.area_m2) == pytest.approx(2 / 3, rel=1e-3)
    press(desk.canvas, Qt.Key.Key_Return)
    assert numbers(desk.session) == ["1_2", "1_3"]


def test_by_an_approval_of_the_base_data(desk, dock, tmp_path, qtbot):
    folder = tmp_path / "底图 '一'"
    folder.mkdir()
    layer = layer_of("农转用", ("", -1, -1, 0.4, 2))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "农转用"
    context = QgsProject.instance().transformContext()
    path = str(folder / "农转用.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context, options)
    QgsProject.instance().removeAllMapLayers()
    desk.work.settings.remember_folder("base", str(folder))
    dock.dividing.choose_layer()
    form = dock.dividing.forms[-1]
    qtbot.waitUntil(lambda: form.areas.count() == 1, timeout=20_000)
    form.propose_chosen()
    assert len(dock.dividing.division.made) == 2


def test_what_a_layer_does_not_divide_is_told(desk, dock):
    layer_of("镇界", ("甲镇", -1, -1, 2, 2))
    dock.dividing.choose_layer()
    form = dock.dividing.forms[-1]
    form.propose_chosen()
    assert "wholly inside" in form.answer.text()
    assert form.isVisible()
    assert dock.dividing.division is None


def test_without_a_layer_it_says_so(desk, dock):
    dock.dividing.choose_layer()
    form = dock.dividing.forms[-1]
    assert "no polygon layer" in form.answer.text()
    assert not form.show_button.isEnabled()


def test_put_together_again_and_undone(desk, dock):
    judged = desk.session.judge("illegal", "", "未批先建")
    assert judged
    test_a_line_is_drawn_shown_and_recorded(desk, dock)
    texts = [value.text() for _, value in dock.facts._lines]
    assert any("1_1 · " in one and "未批先建" in one for one in texts)
    dock.dividing.choose_parcels()
    form = dock.dividing.forms[-1]
    assert form.parcels.count() == 2
    form.parcels.item(0).setCheckState(Qt.CheckState.Unchecked)
    form.propose_chosen()
    assert "two parcels" in form.answer.text()
    form.parcels.item(0).setCheckState(Qt.CheckState.Checked)
    form.propose_chosen()
    press(desk.canvas, Qt.Key.Key_Return)
    assert numbers(desk.session) == ["1_4"]
    desk.session.undo()
    assert numbers(desk.session) == ["1_2", "1_3"]
    desk.session.undo()
    assert numbers(desk.session) == ["1_1"]
    assert desk.session.dossier.county_verdict.reason == "未批先建"
    assert desk.session.rows[0].category == "illegal"


def test_nothing_is_divided_where_nothing_may_be_written(desk, dock):
    release = desk.session.hold("busy")
    assert not dock.dividing.button.isEnabled()
    dock.dividing.start_line()
    assert not dock.dividing.isVisible()
    release()
    assert dock.dividing.button.isEnabled()


def test_the_keys_are_there(dock):
    assert dock.keys.shortcut_of("split_line") == "X"
    captions = [action.text() for action in dock.dividing.button.menu().actions()]
    assert captions[0].endswith("\tX")


def test_what_the_city_inspected_is_told_before_a_line_is_drawn(desk, dock):
    session = desk.session
    looked = Acceptance("2023-06-10", ("丙", "丁"), {}, False, missing="渣土")
    session.book.record(saying.accepted(session.dossier, [looked]))
    session.reload()
    dock.dividing.start_line()
    assert desk.canvas.mapTool() is not dock.dividing.tool
    assert "was inspected by the city" in dock.dividing.words.text()
    assert dock.dividing.isVisible() and not dock.dividing.record_button.isEnabled()
    dock.dividing.choose_layer()
    assert dock.dividing.forms == []
    dock.dividing.leave_button.click()
    assert not dock.dividing.isVisible()
