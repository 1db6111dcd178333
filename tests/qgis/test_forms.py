"""Import, overlay and checks through their forms, with the real core behind them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import ogr, osr
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from tuban.core.casebook import create_casebook
from tuban.core.model import FieldCheck, PatchKind, Severity
from tuban.core.rounds import Office
from tuban.dialogs.casebook_forms import NewCasebookDialog

LONG = 20_000


def feature(number: str, row: int, ring=None, **more) -> dict:
    """A square of about 110 m at 115.5°E 36.4°N, one row further east each time."""
    west, south, side = 115.5 + 0.004 * row, 36.4, 0.001
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    ring = ring or [[west + x * side, south + y * side] for x, y in corners]
    properties = {
        "JCBH": number,
        "XZQDM": "371599",
        "XMC": "虚构县",
        "TBFL": "新增非农建设类",
        "TBLX": "20",
        "QSX": "20230110",
        "HSX": "20230328",
        "JCLB": "202304",
        **more,
    }
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(path: Path, features: list[dict]) -> Path:
    content = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def bow_tie(row: int) -> list:
    west, south = 115.5 + 0.004 * row, 36.4
    return [[west, south], [west + 0.001, south + 0.001], [west + 0.001, south],
            [west, south + 0.001], [west, south]]  # fmt: skip


@pytest.fixture
def empty(desk, tmp_path, plan):
    """An empty casebook, open."""
    path = tmp_path / "空 台账.gpkg"
    create_casebook(path, plan, "371599", "虚构县", "somebody").close()
    desk.session.open(path)
    return desk


def ready(form, qtbot) -> None:
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=LONG)
    qtbot.wait(50)  # a finished task may start the next one
    qtbot.waitUntil(lambda: not form.task.is_running, timeout=LONG)


def test_import_shows_before_it_writes(empty, qtbot, tmp_path):
    file = write(tmp_path / "图 斑.geojson", [feature(f"37159923040{n}", n) for n in range(1, 6)])
    form = empty.menu.show_import()
    form.set_file(file)
    ready(form, qtbot)
    assert empty.session.rows == []
    assert form.preview.sample.rowCount() == 5
    assert form.preview.fields.combos["number"].currentData() == "JCBH"
    assert not form.rest.isVisible()
    assert form.import_button.isEnabled()
    form.accept_draft()
    assert not empty.session.writable  # nobody judges while it writes
    ready(form, qtbot)
    assert empty.session.writable
    assert [row.parcel_number for row in empty.session.rows] == [
        f"37159923040{n}_1" for n in range(1, 6)
    ]
    assert empty.session.month == "2023-04"
    assert empty.session.position == 0
    assert [layer.featureCount() for layer in QgsProject.instance().mapLayers().values()] == [5, 5]


def test_import_of_the_same_file_again_offers_nothing(empty, qtbot, tmp_path):
    file = write(tmp_path / "a.geojson", [feature("1", 1), feature("2", 2)])
    for _ in range(2):
        form = empty.menu.show_import()
        form.set_file(file)
        ready(form, qtbot)
        if form.import_button.isEnabled():
            form.accept_draft()
            ready(form, qtbot)
    assert not form.import_button.isEnabled()
    assert "2 already" in form.summary.text()
    assert len(empty.session.rows) == 2


def test_a_layer_named_after_mining_is_taken_for_mineral_patches(empty, qtbot, tmp_path):
    form = empty.menu.show_import()
    form.set_file(
        write(tmp_path / "矿产卫片图斑.geojson", [feature(f"K{n}", n) for n in range(12)])
    )
    ready(form, qtbot)
    assert form.options.options({}).kind is PatchKind.MINERAL
    assert "10" in form.preview.tabText(0)  # of 12 rows
    form.set_file(write(tmp_path / "土地.geojson", [feature("1", 1)]))
    ready(form, qtbot)
    assert form.options.options({}).kind is PatchKind.LAND
    assert form.import_button.isDefault()
    assert form.preview.tabText(0) == "Preview"


def test_refused_rows_are_listed_and_need_a_tick(empty, qtbot, tmp_path):
    features = [feature("1", 1), feature("2", 2, bow_tie(2)), feature("", 3)]
    form = empty.menu.show_import()
    form.set_file(write(tmp_path / "b.geojson", features))
    ready(form, qtbot)
    refused = form.preview.refused
    assert [refused.item(line, 0).text() for line in range(refused.rowCount())] == ["2", "3"]
    assert form.preview.currentWidget() is refused
    assert form.rest.isVisible() and not form.import_button.isEnabled()
    form.rest.setChecked(True)
    assert form.import_button.isEnabled()
    form.accept_draft()
    ready(form, qtbot)
    assert [row.parcel_number for row in empty.session.rows] == ["1_1"]


def test_another_field_can_be_chosen_for_a_meaning(empty, qtbot, tmp_path):
    features = [feature(f"a{n}", n, OTHER=f"b{n}") for n in (1, 2)]
    form = empty.menu.show_import()
    form.set_file(write(tmp_path / "c.geojson", features))
    ready(form, qtbot)
    combo = form.preview.fields.combos["number"]
    combo.setCurrentIndex(combo.findData("OTHER"))
    combo.activated.emit(combo.currentIndex())
    ready(form, qtbot)
    form.accept_draft()
    ready(form, qtbot)
    assert [row.parcel_number for row in empty.session.rows] == ["b1_1", "b2_1"]


def test_a_damaged_file_is_refused_with_its_name(empty, qtbot, tmp_path):
    bad = tmp_path / "坏.shp"
    bad.write_bytes(b"not a shapefile")
    form = empty.menu.show_import()
    form.set_file(bad)
    ready(form, qtbot)
    assert "坏.shp" in form.task._words.text()
    assert not form.import_button.isEnabled()


def test_a_question_that_only_a_person_can_answer(empty, qtbot, tmp_path):
    """Six-digit eastings without a declared meridian: asked, answered, read."""
    path = tmp_path / "无坐标系.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("图斑", None, ogr.wkbPolygon)
    for name in ("JCBH", "JCLB"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    row = ogr.Feature(layer.GetLayerDefn())
    row.SetField("JCBH", "9")
    row.SetField("JCLB", "202304")
    ring = "500000 4030000,500000 4030100,500100 4030100,500100 4030000,500000 4030000"
    row.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
    layer.CreateFeature(row)
    del row, layer, source
    form = empty.menu.show_import()
    form.set_file(path)
    ready(form, qtbot)
    assert not form.import_button.isEnabled()
    combo = form.options.crs
    assert combo.findData("EPSG:4548") >= 0
    combo.setCurrentIndex(combo.findData("EPSG:4548"))
    combo.activated.emit(combo.currentIndex())
    ready(form, qtbot)
    assert form.import_button.isEnabled()


def write_land_use(folder: Path) -> None:
    """Cultivated land under everything, basic farmland under the first parcel only."""
    folder.mkdir()
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4490)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for name, box in (
        ("DLTB", (115.4, 36.3, 115.8, 36.5)),
        ("YJJBNTTB", (115.4, 36.3, 115.5055, 36.5)),
        ("STBHHX", (115.4, 36.45, 115.8, 36.5)),
    ):
        source = ogr.GetDriverByName("GPKG").CreateDataSource(str(folder / f"{name}.gpkg"))
        layer = source.CreateLayer(name, reference, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("DLBM", ogr.OFTString))
        row = ogr.Feature(layer.GetLayerDefn())
        row.SetField("DLBM", "0102")
        west, south, east, north = box
        ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
        row.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        layer.CreateFeature(row)
        del row, layer, source


def test_overlay_of_the_month(empty, qtbot, tmp_path):
    form = empty.menu.show_import()
    form.set_file(write(tmp_path / "d.geojson", [feature("1", 1), feature("2", 2)]))
    ready(form, qtbot)
    form.accept_draft()
    ready(form, qtbot)
    assert empty.session.dossier.figures is None
    assert empty.dock.figures._none.isVisible()
    write_land_use(tmp_path / "底 图")
    overlay = empty.menu.show_overlay()
    overlay.set_folder(tmp_path / "底 图")
    ready(overlay, qtbot)
    assert set(overlay.found) == {"land_use", "basic_farmland", "red_line"}
    overlay.run()
    assert not empty.session.writable
    ready(overlay, qtbot)
    figures = empty.session.dossier.figures
    assert figures.cultivated_m2 == figures.area_m2
    assert figures.basic_farmland_m2 == figures.area_m2
    second = empty.session.book.dossier("2_1").figures
    assert second.basic_farmland_m2 == 0
    assert empty.session.rows[0].cultivated_mu == figures.cultivated_mu
    assert not empty.dock.figures._none.isVisible()


@pytest.fixture
def filled(desk, casebook_file):
    desk.session.open(casebook_file)
    return desk


def test_checks_lead_to_the_parcel_and_hold_the_package_back(filled, qtbot, tmp_path):
    form = filled.menu.show_check()
    ready(form, qtbot)
    errors = [one for one in form.findings if one.severity is Severity.ERROR]
    assert errors and not form.export_button.isEnabled()
    item = next(
        form.list.topLevelItem(line)
        for line in range(form.list.topLevelItemCount())
        if "0005" in form.list.topLevelItem(line).text(1)
    )
    form.list.itemActivated.emit(item, 0)
    assert filled.session.position == 4
    form.save_report(tmp_path / "报告.xlsx")
    ready(form, qtbot)
    assert (tmp_path / "报告.xlsx").stat().st_size > 1000


def test_a_clean_month_is_written(filled, qtbot, tmp_path, monkeypatch):
    session = filled.session
    for row in list(session.rows):
        session.show(row.parcel_number)
        session.judge("unchanged", "", "与前时相一致")
        session.check_field(
            FieldCheck(row.parcel_number, ("虚构甲",), "2023-04-14", "onsite", "麦田")
        )
    form = filled.menu.show_check()
    ready(form, qtbot)
    assert form.export_button.isEnabled(), form.findings
    form.export(tmp_path)
    ready(form, qtbot)
    assert len(list(tmp_path.glob("*.zip"))) == 1
    assert session.writable
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    buttons = filled.bar.currentItem().findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Open the folder").click()
    assert shown == [str(tmp_path)]


def test_a_second_window_can_only_read(desk, casebook_file, held_elsewhere):
    with held_elsewhere(casebook_file, "the first"):
        desk.session.open(casebook_file)
        assert desk.dock.banner.isVisible()
        assert "the first" in desk.dock.banner._words.text()
        assert not desk.menu._import.isEnabled()
        assert not desk.dock.verdict._keys.isEnabled()
    desk.dock.banner.again.click()
    assert not desk.dock.banner.isVisible()
    assert desk.session.writable


def test_a_new_casebook(desk, tmp_path):
    form = NewCasebookDialog(desk.work, desk.window)
    assert not form.create_button.isEnabled()
    form.code.setText("371599")
    form.name.setText("虚构县")
    form.who.setText("某人")
    assert form.create_button.isEnabled()
    form.create(tmp_path / "新 台账")
    assert desk.session.book.path == tmp_path / "新 台账.gpkg"
    assert desk.session.book.who == "某人"
    assert desk.session.rows == []


def test_a_new_casebook_names_the_unit_and_says_in_the_form_why_it_cannot_be(desk, tmp_path):
    form = NewCasebookDialog(desk.work, desk.window)
    form.code.setText("371524")
    assert form.name.text() == "东阿县"
    form.code.setText("371521")
    assert form.name.text() == "阳谷县"
    form.name.setText("某开发区")
    form.code.setText("371524")
    assert form.name.text() == "某开发区"
    form.create(tmp_path / "没有" / "台账本.gpkg")
    assert "台账本.gpkg" in form.refused.text() and str(tmp_path / "没有") in form.refused.text()
    assert desk.session.book is None
    form.create(tmp_path / "台账本2023.4")
    assert desk.session.book.path == tmp_path / "台账本2023.4.gpkg"


def test_the_dock_says_what_to_do_first(desk, casebook_file, tmp_path):
    welcome = desk.dock._welcome
    asked = (welcome.again, welcome.open, welcome.new, welcome.import_button, welcome.read)
    desk.work.settings.casebook = str(tmp_path / "gone.gpkg")
    welcome.offer()
    assert [one.isVisible() for one in asked] == [False, True, True, False, False]
    desk.session.open(casebook_file)
    assert not welcome.isVisible() and desk.dock._body.isVisible()
    desk.session.close()
    assert welcome.again.isVisible() and casebook_file.name in welcome.again.text()
    welcome.again.click()
    assert desk.session.book.path == casebook_file
    for office, only in ((Office.COUNTY, welcome.import_button), (Office.CITY, welcome.read)):
        desk.session.create(
            tmp_path / f"{office.value}.gpkg", "liaocheng-2023", "371599", "虚构县", office
        )
        assert [one for one in asked if one.isVisible()] == [only]
        assert not desk.dock._body.isVisible()


def test_choosing_begins_where_it_ended_or_beside_the_casebook(desk, casebook_file, tmp_path):
    settings, used = desk.work.settings, tmp_path / "用过 的"
    desk.session.open(casebook_file)
    assert settings.start_folder("import") == str(casebook_file.parent)
    used.mkdir()
    settings.remember_folder("import", str(used))
    assert settings.start_folder("import") == settings.folder("import") == str(used)
    used.rmdir()
    assert settings.folder("import") == ""
    assert settings.start_folder("import") == str(casebook_file.parent)
