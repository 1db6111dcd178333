"""Pictures in the window: epochs, what is drawn ahead, swipe, side by side, strip, bad sources."""

from __future__ import annotations

import sqlite3
import threading
import time
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from map_server import map_server
from osgeo import gdal, osr
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSettings,
)
from qgis.PyQt.QtCore import QDate, QPoint, QSize, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest

from tuban.core.errors import InputError
from tuban.core.imagery import AFTER, BEFORE
from tuban.dialogs.imagery.service_dialog import ServiceDialog
from tuban.maps.imagery import epoch_of
from tuban.maps.imagery.epochs import NO_EPOCH, confirm
from tuban.maps.imagery.folders import add_files
from tuban.maps.imagery.pictures import Pictures, View, bytes_of

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 30), (30, 30, 200)
KEY = "tk0123456789GEHEIM"


def picture(path: Path, colour: tuple, epsg: int = 4490) -> Path:
    """A picture of one colour over the casebook's parcels."""
    made = gdal.GetDriverByName("GTiff").Create(str(path), 64, 32, 3)
    made.SetGeoTransform((115.4, 0.01, 0, 36.6, 0, -0.01))
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(4490)
        made.SetProjection(crs.ExportToWkt())
    for band, value in enumerate(colour, 1):
        made.GetRasterBand(band).Fill(value)
    made = None
    if epsg not in (0, 4490):
        other = path.with_name("warped.tif")
        gdal.Warp(str(other), str(path), dstSRS=f"EPSG:{epsg}")
        other.replace(path)
    return path


def add(path: Path) -> QgsRasterLayer:
    layer = QgsRasterLayer(str(path), path.stem)
    assert QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def show(desk, casebook_file, qtbot):
    """``show(layers)``: the casebook open, the map with these layers drawn."""

    def visible() -> list[QgsMapLayer]:
        root = QgsProject.instance().layerTreeRoot()
        return [layer for layer in root.layerOrder() if root.findLayer(layer).isVisible()]

    def follow() -> None:
        desk.canvas.setLayers(visible())

    desk.imagery.changed.connect(follow)
    desk.session.open(casebook_file)
    follow()
    drawn(desk, qtbot)
    return desk


def drawn(desk, qtbot) -> None:
    """Wait until the map, and what is drawn ahead, is there."""
    drawing = desk.dock.comparing.preview.drawing
    qtbot.wait(30)
    with qtbot.waitSignal(desk.canvas.mapCanvasRefreshed, timeout=20_000):
        desk.canvas.refresh()
    qtbot.waitUntil(lambda: not desk.canvas.isDrawing() and drawing.is_idle, timeout=20_000)


@pytest.fixture
def pair(desk, tmp_path):
    return (
        add(picture(tmp_path / "前时相_20230105.tif", RED)),
        add(picture(tmp_path / "后时相_20230401.tif", GREEN)),
    )


def colour_at(image: QImage, x: float = 0.5, y: float = 0.25) -> tuple:
    seen = image.pixelColor(int(image.width() * x), int(image.height() * y))
    return seen.red(), seen.green(), seen.blue()


# ---- what is an epoch


def test_a_person_says_what_a_layer_is(pair):
    before, after = pair
    assert (epoch_of(before).side, epoch_of(before).day) == (BEFORE, date(2023, 1, 5))
    confirm(before, "", date(2023, 3, 30))
    assert (epoch_of(before).side, epoch_of(before).day) == ("", date(2023, 3, 30))
    confirm(after, NO_EPOCH, None)
    assert epoch_of(after) is None
    confirm(after, AFTER, None)
    assert (epoch_of(after).side, epoch_of(after).day) == (AFTER, None)


def test_what_a_person_says_is_kept_with_the_project(pair, tmp_path):
    confirm(pair[0], BEFORE, date(2023, 2, 1))
    project = QgsProject.instance()
    project.write(str(tmp_path / "a.qgz"))
    other = QgsProject()
    other.read(str(tmp_path / "a.qgz"))
    found = [epoch_of(layer) for layer in other.mapLayers().values()]
    kept = next(one for one in found if one.name == pair[0].name())
    assert (kept.side, kept.day, kept.confirmed) == (BEFORE, date(2023, 2, 1), True)


def test_every_kind_of_picture_layer_can_be_one(desk, tmp_path):
    source = str(picture(tmp_path / "a.tif", RED))
    gdal.BuildVRT(str(tmp_path / "镶嵌_20230105.vrt"), [source]).FlushCache()
    web = str(tmp_path / "web.tif")
    gdal.Warp(web, source, dstSRS="EPSG:3857", format="GTiff")
    gdal.Translate(str(tmp_path / "包_20230210.mbtiles"), web, format="MBTILES")
    gdal.Translate(str(tmp_path / "瓦片_20230401.gpkg"), web, format="GPKG")
    added = add_files(QgsProject.instance(), tmp_path)
    names = {layer.name() for layer in added if epoch_of(layer)}
    assert names == {"镶嵌_20230105", "包_20230210", "瓦片_20230401"}
    xyz = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}", "在线_20230501", "wms")
    assert epoch_of(xyz).day == date(2023, 5, 1)
    with pytest.raises(InputError, match="not in the project already"):
        add_files(QgsProject.instance(), tmp_path)


# ---- what is shown


def test_the_dock_says_what_it_took_and_warns(pair, show):
    comparing = show.dock.comparing
    assert comparing.words.text() == ""
    buttons = show.dock.navigation.pictures
    said = {side: button.toolTip().splitlines()[0] for side, button in buttons.items()}
    assert said == {
        BEFORE: "Before: 前时相_20230105, taken 2023-01-05; the patch says 2023-01-10",
        AFTER: "After: 后时相_20230401, taken 2023-04-01; the patch says 2023-03-28",
    }
    confirm(pair[0], BEFORE, date(2022, 6, 1))
    show.imagery.take_again()
    # 2022-06-01 to 2023-01-10: 223 days by hand (29+31+31+30+31+30+31+10).
    assert "223 days" in comparing.words.text()
    assert comparing.isVisible()


def test_a_missing_side_is_told(show, tmp_path, qtbot):
    assert show.dock.comparing.words.text() == ""  # a project without imagery is left in peace
    add(picture(tmp_path / "后时相_20230401.tif", GREEN))
    words = show.dock.comparing.words
    qtbot.waitUntil(lambda: "No picture fits before" in words.text(), timeout=20_000)


def test_pictures_of_which_nothing_tells_the_day_are_told(show, tmp_path, qtbot):
    layer = add(picture(tmp_path / "正射.tif", GREEN))
    words = show.dock.comparing.words
    qtbot.waitUntil(lambda: "No imagery with a date" in words.text(), timeout=20_000)
    confirm(layer, NO_EPOCH, None)  # a person says that it is no picture of a day
    show.imagery.take_again()
    assert words.text() == ""


# ---- drawn ahead


def test_the_next_pictures_are_there_before_they_are_asked_for(pair, show, qtbot):
    preview = show.dock.comparing.preview
    assert len(preview.pictures) >= 4  # the other side here, and both sides of the next parcel
    show.session.show_next_undecided()
    assert preview.curtain.picture is not None  # at once, before the map has drawn anything
    assert colour_at(preview.curtain.picture) == GREEN
    drawn(show, qtbot)
    assert preview.curtain.picture is None


def test_blinking_takes_no_drawing(pair, show):
    preview = show.dock.comparing.preview
    show.imagery.flip()
    assert colour_at(preview.curtain.picture) == RED
    show.imagery.flip()
    assert colour_at(preview.curtain.picture) == GREEN


def test_a_layer_that_looks_otherwise_is_drawn_anew(pair, show):
    preview = show.dock.comparing.preview
    pair[0].triggerRepaint()
    held = [view for view in preview.pictures._pictures if pair[0].id() in view.layers]
    assert held == []
    show.imagery.flip()
    assert preview.curtain.picture is None


def test_a_layer_that_goes_while_it_is_drawn(pair, show, qtbot):
    show.dock.comparing.preview.look_ahead()
    QgsProject.instance().removeMapLayer(pair[1].id())
    qtbot.waitUntil(lambda: show.imagery.pair.after is None, timeout=20_000)
    drawn(show, qtbot)
    assert all(len(view.layers) == 1 for view in show.dock.comparing.preview.pictures._pictures)


def test_memory_is_bounded():
    pictures = Pictures(most_bytes=3 * 100 * 100 * 4)
    for index in range(10):
        view = View(("a",), (index,), (100, 100), 1.0, 0.0, "EPSG:4490")
        assert bytes_of(view) == 40_000
        pictures.put(view, QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied))
        assert pictures.bytes <= pictures.most_bytes
    assert len(pictures) == 3
    assert pictures.get(View(("a",), (0,), (100, 100), 1.0, 0.0, "EPSG:4490")) is None
    pictures.keep_only([])
    assert (len(pictures), pictures.bytes) == (0, 0)


def test_only_as_many_are_wanted_as_there_is_room_for(pair, show, qtbot):
    preview = show.dock.comparing.preview
    size = show.canvas.mapSettings().outputSize()
    preview.pictures.most_bytes = 2 * size.width() * size.height() * 4
    preview.look_ahead()
    drawn(show, qtbot)
    assert len(preview.pictures) <= 2


def test_a_dense_screen_gets_a_dense_picture(pair, show, qtbot, monkeypatch):
    preview = show.dock.comparing.preview
    settings = preview.views.with_epoch(show.imagery.epoch_shown)
    settings.setDevicePixelRatio(2.0)
    preview.drawing.want([settings])
    qtbot.waitUntil(lambda: preview.drawing.is_idle, timeout=20_000)
    (image,) = preview.pictures._pictures.values()
    size = show.canvas.mapSettings().outputSize()
    assert image.size() == QSize(2 * size.width(), 2 * size.height())
    assert image.devicePixelRatio() == 2.0
    # On the map it takes the map's own place: its size in points is that of the map.
    assert image.size() / image.devicePixelRatio() == size


# ---- swipe


def test_the_edge_moves_and_nothing_is_drawn(pair, show, qtbot):
    comparing = show.dock.comparing
    comparing.toggle_swipe()
    curtain = comparing.swipe.curtain
    qtbot.waitUntil(lambda: curtain.picture is not None, timeout=20_000)
    drawings = []
    comparing.swipe._drawing.drawn.connect(drawings.append)
    width = show.canvas.mapSettings().outputSize().width()
    for x in range(10, width - 10, 20):
        QTest.mouseMove(show.canvas.viewport(), QPoint(x, 60))
    qtbot.waitUntil(lambda: curtain.edge > width / 2, timeout=20_000)
    assert drawings == []
    assert colour_at(curtain.picture) == RED
    grabbed = show.canvas.grab().toImage()
    edge = curtain.edge / width
    assert colour_at(grabbed, edge / 2, 0.8) == RED
    assert colour_at(grabbed, (1 + edge) / 2, 0.8) == GREEN


def test_escape_gives_the_map_back(pair, show, qtbot):
    comparing = show.dock.comparing
    before = show.canvas.mapTool()
    comparing.toggle_swipe()
    assert comparing.actions_by_name["swipe"].isChecked()
    QTest.keyClick(show.canvas, Qt.Key.Key_Escape)
    assert show.canvas.mapTool() is before
    assert comparing.swipe.curtain.picture is None
    assert not comparing.actions_by_name["swipe"].isChecked()


def test_swiping_wants_two_pictures(show, tmp_path):
    add(picture(tmp_path / "后时相_20230401.tif", GREEN))
    show.imagery.take_again()
    show.dock.comparing.toggle_swipe()
    assert show.canvas.mapTool() is not show.dock.comparing.swipe
    assert "one after" in show.bar.currentItem().text()


# ---- side by side, strip


def test_maps_side_by_side_follow_each_other(pair, show, qtbot, tmp_path):
    add(picture(tmp_path / "20230610.tif", BLUE))
    window = show.dock.comparing.show_beside()
    window.count.setValue(3)
    qtbot.waitUntil(lambda: len(window.views) == 3 and window.isVisible(), timeout=20_000)
    qtbot.wait(50)
    scale = show.canvas.mapUnitsPerPixel()
    canvases = [view.canvas for view in window.views]

    def together() -> bool:
        middle = show.canvas.extent().center()
        return all(
            one.extent().center().compare(middle, scale)
            and one.mapUnitsPerPixel() == pytest.approx(show.canvas.mapUnitsPerPixel(), rel=1e-3)
            for one in canvases
        )

    assert together() and show.canvas.mapUnitsPerPixel() == scale
    canvases[1].zoomByFactor(0.5)
    assert show.canvas.mapUnitsPerPixel() == pytest.approx(scale / 2, rel=1e-3) and together()
    show.session.show_next_undecided()
    assert together()
    names = [view.epoch.name for view in window.views]
    assert names == ["前时相_20230105", "后时相_20230401", "20230610"]
    window.close()
    show.canvas.zoomByFactor(2)  # nobody follows any more, and nothing breaks


def test_before_violation_and_now_stand_in_one_row(pair, show, tmp_path):
    window = show.dock.comparing.show_now()
    assert len(window.views) == 2 and show.bar.currentItem() is not None
    window.close()
    add(picture(tmp_path / "现状_20231105.tif", (90, 90, 90)))
    add(picture(tmp_path / "20230715.tif", (80, 80, 80)))
    show.dock.comparing._layers_changed()
    window = show.dock.comparing.show_now()
    days = [view.epoch.day.isoformat() for view in window.views]
    assert len(days) == 3 and days == sorted(days) and days[2] == "2023-11-05"
    places = [window._grid.getItemPosition(at)[:2] for at in range(window._grid.count())]
    assert places == [(0, 0), (0, 1), (0, 2)]


def test_a_strip_in_the_order_of_time(pair, show, qtbot, tmp_path):
    add(picture(tmp_path / "20230610.tif", BLUE))
    add(picture(tmp_path / "20220610.tif", BLUE))
    strip = show.dock.comparing.strip
    strip.toggle()
    buttons = list(strip._buttons.values())
    days = [button.text() for button in buttons]
    assert days == ["2022-06-10", "2023-01-05", "2023-04-01", "2023-06-10"]
    qtbot.waitUntil(lambda: all(not one.icon().isNull() for one in buttons), timeout=20_000)
    buttons[3].click()
    assert show.imagery.epoch_shown.name == "20230610"
    assert show.imagery.pair.before.name == "前时相_20230105"
    show.session.show_next_undecided()  # only for the patch that was at hand
    assert show.imagery.epoch_shown.name == "后时相_20230401"


# ---- bad sources


def test_a_picture_without_a_coordinate_system_is_told(show, tmp_path, pair):
    layer = add(picture(tmp_path / "后时相_20230402.tif", BLUE, epsg=0))
    layer.setCrs(QgsCoordinateReferenceSystem())
    show.dock.comparing.health.changed.emit()
    assert "has no coordinate system" in show.dock.comparing.words.text()


def test_a_picture_in_another_system_lies_right(show, tmp_path, qtbot):
    add(picture(tmp_path / "后时相_20230402.tif", BLUE, epsg=3857))
    drawn(show, qtbot)
    assert show.dock.comparing.health.troubles() == []
    preview = show.dock.comparing.preview
    show.session.show_next_undecided()
    assert colour_at(preview.curtain.picture) == BLUE


def test_a_picture_that_has_moved_is_told_and_not_chosen(show, tmp_path, pair):
    layer = add(picture(tmp_path / "后时相_20230328.tif", BLUE))
    show.imagery.take_again()
    assert show.imagery.pair.after.name == "后时相_20230328"
    layer.setDataSource(str(tmp_path / "away" / "a.tif"), layer.name(), "gdal")
    show.imagery.take_again()
    assert show.imagery.pair.after.name == "后时相_20230401"
    assert "cannot be shown" in show.dock.comparing.words.text()


def test_a_half_copied_picture_is_told(show, tmp_path, qtbot):
    whole = picture(tmp_path / "a.tif", BLUE).read_bytes()
    path = tmp_path / "后时相_20230401.tif"
    path.write_bytes(whole[: len(whole) // 2])
    layer = QgsRasterLayer(str(path), path.stem)
    QgsProject.instance().addMapLayer(layer)
    words = show.dock.comparing.words
    qtbot.waitUntil(lambda: "copied whole" in words.text(), timeout=20_000)
    # QGIS warns from its drawing threads; pytest-qt stops listening when the test is over.
    drawn(show, qtbot)


class Tiles(BaseHTTPRequestHandler):
    way = "fine"
    asked: list[str] = []
    released = threading.Event()

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.way == "hang":
            self.released.wait(60)
            return
        status = {"forbidden": 403, "none": 404}.get(self.way, 200)
        self.send_response(status)
        kind = "image/png" if self.way == "fine" else "text/html"
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(PNG_TILE if self.way == "fine" else b"<html>sign in</html>")

    def log_message(self, *_: object) -> None:
        pass


def _tile() -> bytes:
    path = "/vsimem/tuban_tile.png"
    made = gdal.GetDriverByName("MEM").Create("", 256, 256, 3)
    for band, value in enumerate(BLUE, 1):
        made.GetRasterBand(band).Fill(value)
    gdal.GetDriverByName("PNG").CreateCopy(path, made)
    stream = gdal.VSIFOpenL(path, "rb")
    data = gdal.VSIFReadL(1, 1_000_000, stream)
    gdal.VSIFCloseL(stream)
    gdal.Unlink(path)
    return bytes(data)


PNG_TILE = _tile()


@pytest.fixture
def service():
    Tiles.way, Tiles.asked, Tiles.released = "fine", [], threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Tiles.released.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("way", "words"),
    [("forbidden", "refuses (403)"), ("page", "web page"), ("hang", "does not answer")],
)
def test_a_service_with_troubles_is_told_and_nothing_waits(
    show, service, qtbot, way, words, monkeypatch
):
    monkeypatch.setattr("tuban.maps.imagery.health.SILENT_AFTER_S", 0.5)
    Tiles.way = way
    uri = f"type=xyz&url={service}/{way}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0&zmax=18"
    layer = QgsRasterLayer(uri, "后时相_20230401", "wms")
    start = time.monotonic()
    QgsProject.instance().addMapLayer(layer)
    show.canvas.refresh()
    show.session.show_next_undecided()
    # The service that hangs does so for a minute: a busy machine is slow, but never that slow.
    assert time.monotonic() - start < 10
    label = show.dock.comparing.words
    qtbot.waitUntil(lambda: words in label.text(), timeout=20_000)
    assert label.text().count("后时相_20230401") >= 1
    show.canvas.stopRendering()


def test_a_service_that_is_well_again_is_told_no_more(show, service, qtbot):
    Tiles.way = "forbidden"
    uri = f"type=xyz&url={service}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmin=0&zmax=18"
    QgsProject.instance().addMapLayer(QgsRasterLayer(uri, "后时相_20230401", "wms"))
    show.canvas.refresh()
    words = show.dock.comparing.words
    qtbot.waitUntil(lambda: "refuses" in words.text(), timeout=20_000)
    Tiles.way = "fine"
    show.canvas.refresh()
    qtbot.waitUntil(lambda: "refuses" not in words.text(), timeout=20_000)


MAP_SERVICES = {
    "wmts": "crs=EPSG:3857&format=image/png&layers=img&styles=default&tileMatrixSet=w"
    "&url={address}/wmts?SERVICE%3DWMTS%26REQUEST%3DGetCapabilities",
    "wms": "crs=EPSG:3857&format=image/png&layers=img&styles=&url={address}/wms",
}


@pytest.mark.parametrize("kind", sorted(MAP_SERVICES))
def test_a_map_service_with_a_list_of_its_own_is_an_epoch(show, qtbot, kind):
    with map_server(BLUE) as address:
        uri = MAP_SERVICES[kind].format(address=address)
        layer = QgsRasterLayer(uri, "后时相_20230401", "wms")
        assert layer.isValid()
        QgsProject.instance().addMapLayer(layer)
        assert epoch_of(layer).day == date(2023, 4, 1)
        after = show.dock.navigation.pictures[AFTER]
        qtbot.waitUntil(lambda: "2023-04-01" in after.toolTip(), timeout=20_000)
        drawn(show, qtbot)
        assert colour_at(show.canvas.grab().toImage()) == BLUE
        QgsProject.instance().removeMapLayer(layer.id())


# ---- the office's key


@pytest.fixture
def unlocked(qgis_app):
    manager = QgsApplication.authManager()
    assert manager.masterPasswordIsSet() or manager.setMasterPassword("only for tests", True)
    yield
    for entry in manager.configIds():
        manager.removeAuthenticationConfig(entry)


def test_a_key_is_nowhere_but_in_the_store(show, service, qtbot, unlocked, tmp_path, casebook_file):
    """Searched as bytes: project, casebook, settings, log, and what is on the screen's labels."""
    logged: list[str] = []
    log = QgsApplication.messageLog()
    log.messageReceived[str, str, Qgis.MessageLevel].connect(lambda *a: logged.append(str(a)))
    comparing = show.dock.comparing
    address = f"{service}/wmts?LAYER=img&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={KEY}"
    form = ServiceDialog(show.work, comparing.services, comparing.rules)
    form.preset.setCurrentIndex(form.preset.count() - 1)
    form.address.setText(address)
    assert KEY not in form.address.text() and form.key.text() == KEY
    assert form.key.displayText() != KEY  # dots on the screen
    form.title.setText("天地图 20230401")
    form.add()
    assert form.key.text() == ""
    show.imagery.take_again()
    show.canvas.refresh()
    qtbot.waitUntil(lambda: any(f"tk={KEY}" in path for path in Tiles.asked), timeout=20_000)
    Tiles.way = "page"  # what QGIS logs with the address
    show.canvas.refresh()
    qtbot.waitUntil(lambda: "web page" in comparing.words.text(), timeout=20_000)
    project = QgsProject.instance()
    project.write(str(tmp_path / "a.qgs"))
    show.session.close()
    QgsSettings().sync()
    files = [tmp_path / "a.qgs", casebook_file, Path(QgsSettings().fileName())]
    for path in files:
        assert KEY.encode() not in path.read_bytes(), path
    assert KEY not in "".join(logged) and KEY not in comparing.words.text()
    store = sqlite3.connect(QgsApplication.qgisAuthDatabaseFilePath())
    assert KEY not in str(store.execute("SELECT * FROM auth_configs").fetchall())  # encrypted


def test_a_key_that_came_another_way_is_told(show, service):
    uri = f"type=xyz&url={service}/%7Bz%7D/%7Bx%7D/%7By%7D?tk%3D{KEY}&zmin=0&zmax=18"
    QgsProject.instance().addMapLayer(QgsRasterLayer(uri, "在线 20230401", "wms"))
    form = show.dock.comparing.forms.show_layers(show.dock.comparing.rules)
    states = [form.table.cellWidget(line, 3).text() for line in range(form.table.rowCount())]
    assert any("holds a key" in one for one in states) and not any(KEY in one for one in states)
    form.close()


def test_the_form_keeps_what_is_confirmed(pair, show, qtbot):
    form = show.dock.comparing.forms.show_layers(show.dock.comparing.rules)
    row = next(one for one in form.rows if one.layer == pair[0])
    row.known.setChecked(True)
    row.day.setDate(QDate(2023, 3, 1))
    row.use.setCurrentIndex(0)
    form.keep()
    assert (epoch_of(pair[0]).side, epoch_of(pair[0]).day) == ("", date(2023, 3, 1))
    assert QgsProject.instance().isDirty()
    form.close()


def test_a_project_of_yesterday_finds_the_door_of_today(show, service, unlocked, tmp_path):
    services = show.dock.comparing.services
    layer = services.add("天地图 20230401", f"{service}/{{z}}/{{x}}/{{y}}.png", "tk", KEY, 0, 18)
    stale = layer.source().replace(str(services.gateway.port), "1")
    layer.setDataSource(stale, layer.name(), "wms")
    project = QgsProject.instance()
    project.write(str(tmp_path / "a.qgs"))
    project.read(str(tmp_path / "a.qgs"))
    (found,) = [one for one in project.mapLayers().values() if one.name() == "天地图 20230401"]
    assert f":{services.gateway.port}/" in found.source()


def test_a_key_in_a_pasted_address_goes_to_the_store(show, service, unlocked):
    services = show.dock.comparing.services
    layer = services.add("在线", f"{service}/{{z}}/{{x}}/{{y}}.png?tk={KEY}", "", "", 0, 18)
    assert KEY not in layer.source() and KEY not in str(layer.customProperties().keys())
    assert layer.customProperty("tuban/service") == f"{service}/{{z}}/{{x}}/{{y}}.png"
    assert services.keys.read("127.0.0.1") == KEY


def test_what_is_no_address_is_refused(show):
    for address in ("", "tianditu", "https://a.cn/{z}.png"):
        with pytest.raises(InputError, match="is needed"):
            show.dock.comparing.services.add("在线", address, "", "", 0, 18)


def test_a_shifted_service_is_told(show, qtbot):
    uri = (
        "type=xyz&url=https://webst01.is.autonavi.com/tile?x%3D%7Bx%7D%26y%3D%7By%7D%26z%3D%7Bz%7D"
    )
    QgsProject.instance().addMapLayer(QgsRasterLayer(uri, "后时相_20230401", "wms"))
    words = show.dock.comparing.words
    qtbot.waitUntil(lambda: "GCJ-02" in words.text(), timeout=20_000)
