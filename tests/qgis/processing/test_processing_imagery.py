"""Imagery packed for offline work: from a real tile server and from files."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer

from tuban.core.casebook import open_casebook
from tuban.core.imagery.tiles import tile_at
from tuban.core.plan import load_plan

MONTH = "2023-04"
# The two patches of the month: 100 m × 100 m at 120°E (zone 39's middle), 500 m apart.
ZOOMS = {"ZOOM_FROM": 14, "ZOOM_TO": 15, "AROUND": 50}


class Tiles(BaseHTTPRequestHandler):
    asked: list[tuple] = []
    refuse_after = 10**6
    way = "fine"

    def do_GET(self) -> None:
        self.asked.append(tuple(int(part) for part in self.path.strip("/").split("/")))
        if self.way == "refuse" or len(self.asked) > self.refuse_after:
            self.send_response(403)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if self.way == "page" else "image/png")
        self.end_headers()
        self.wfile.write(b"<html></html>" if self.way == "page" else TILE)

    def log_message(self, *_: object) -> None:
        pass


def _tile() -> bytes:
    made = gdal.GetDriverByName("MEM").Create("", 256, 256, 3)
    made.GetRasterBand(2).Fill(150)
    gdal.GetDriverByName("PNG").CreateCopy("/vsimem/one.png", made)
    stream = gdal.VSIFOpenL("/vsimem/one.png", "rb")
    data = bytes(gdal.VSIFReadL(1, 10**6, stream))
    gdal.VSIFCloseL(stream)
    return data


TILE = _tile()


@pytest.fixture
def service(qgis_new_project):
    Tiles.asked, Tiles.refuse_after, Tiles.way = [], 10**6, "fine"
    server = ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/%7Bz%7D/%7Bx%7D/%7By%7D"
    uri = f"type=xyz&url={address}&zmin=0&zmax=18"
    layer = QgsRasterLayer(uri, "在线 20230401", "wms")
    QgsProject.instance().addMapLayer(layer)
    yield layer.id()
    server.shutdown()
    server.server_close()


def tiles_in(path: Path) -> set[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT zoom_level, tile_column, tile_row FROM tiles")
        return {(zoom, column, 2**zoom - 1 - row) for zoom, column, row in rows}


def centres(casebook: Path) -> dict[str, tuple[float, float]]:
    from osgeo import ogr

    with open_casebook(casebook, "reader", read_only=True) as book:
        found = {}
        for patch in book.patches(MONTH):
            centre = ogr.CreateGeometryFromWkb(patch.geometry).Centroid()
            found[patch.number] = (centre.GetX(), centre.GetY())
    return found


def test_the_tiles_around_the_patches_and_no_others(imported, service, run, tmp_path, feedback):
    out = tmp_path / "离线 '四月'.mbtiles"
    results = run(
        "prepareimagery", feedback, CASEBOOK=imported, MONTH=MONTH, LAYER=service,
        OUTPUT=out, **ZOOMS,
    )  # fmt: skip
    there = tiles_in(out)
    assert results["TILES"] == len(there) == len(set(Tiles.asked)) == len(Tiles.asked)
    for longitude, latitude in centres(imported).values():
        assert {tuple(tile_at(longitude, latitude, zoom)) for zoom in (14, 15)} <= there
    assert len(there) < 20
    assert any("tiles of zooms 14-15" in line for line in feedback.lines)
    opened = gdal.Open(str(out))
    assert opened.GetMetadataItem("tuban_day") == "2023-04-01"
    layer = QgsRasterLayer(str(out), "x")
    assert layer.isValid() and layer.crs().authid() == "EPSG:3857"
    assert list(tmp_path.glob("*.part")) == []


def test_only_the_size(imported, service, run, tmp_path, feedback):
    out = tmp_path / "a.mbtiles"
    results = run(
        "prepareimagery", feedback, CASEBOOK=imported, MONTH=MONTH, LAYER=service,
        OUTPUT=out, ONLY_SIZE=True, **ZOOMS,
    )  # fmt: skip
    assert not out.exists() and len(Tiles.asked) <= 5
    assert results["MEGABYTES"] == round(results["TILES"] * len(TILE) / 1e6, 2)


def test_a_cut_run_goes_on(imported, service, run, tmp_path):
    out = tmp_path / "a.mbtiles"
    given = {"CASEBOOK": imported, "MONTH": MONTH, "LAYER": service, "OUTPUT": out}
    zooms = {"ZOOM_FROM": 14, "ZOOM_TO": 17, "AROUND": 100}
    Tiles.refuse_after = 10
    with pytest.raises(QgsProcessingException, match=r"refuses \(403\).*run it again"):
        run("prepareimagery", **given, **zooms)
    assert not out.exists()
    first = set(Tiles.asked[:10])
    Tiles.asked, Tiles.refuse_after = [], 10**6
    run("prepareimagery", **given, **zooms)
    assert not first & set(Tiles.asked)  # what was brought is not asked for again
    assert tiles_in(out) == first | set(Tiles.asked)


def test_a_cancelled_run_leaves_no_file(imported, service, run, tmp_path, cancelled):
    out = tmp_path / "a.mbtiles"
    with pytest.raises(QgsProcessingException, match="kept for next time"):
        run(
            "prepareimagery", cancelled, CASEBOOK=imported, MONTH=MONTH, LAYER=service,
            OUTPUT=out, ZOOM_FROM=14, ZOOM_TO=17,
        )  # fmt: skip
    assert not out.exists()


def test_nobody_is_asked_about_a_military_patch(
    imported, service, run, tmp_path, numbers, verdicts
):
    military = next(one for one in load_plan("liaocheng-2023").categories if one.military)
    table = verdicts(f"{numbers[1]}_1,{military.label.zh},,,,,,,,")
    run("recordverdicts", CASEBOOK=imported, INPUT=table, WHO="甲")
    zooms = {"ZOOM_FROM": 17, "ZOOM_TO": 18, "AROUND": 0}
    out = tmp_path / "a.mbtiles"
    run("prepareimagery", CASEBOOK=imported, MONTH=MONTH, LAYER=service, OUTPUT=out, **zooms)
    places = centres(imported)
    assert tuple(tile_at(*places[numbers[0]], 18)) in set(Tiles.asked)
    assert tuple(tile_at(*places[numbers[1]], 18)) not in set(Tiles.asked)


@pytest.mark.parametrize(("way", "words"), [("refuse", "refuses"), ("page", "web page")])
def test_a_service_that_does_not_want(imported, service, run, tmp_path, way, words):
    Tiles.way = way
    with pytest.raises(QgsProcessingException, match=words):
        run(
            "prepareimagery", CASEBOOK=imported, MONTH=MONTH, LAYER=service,
            OUTPUT=tmp_path / "a.mbtiles", **ZOOMS,
        )  # fmt: skip
    assert not (tmp_path / "a.mbtiles").exists()
    assert len(Tiles.asked) <= 8


def test_too_many_are_refused_before_anybody_is_asked(imported, service, run, tmp_path):
    zooms = {"ZOOM_FROM": 14, "ZOOM_TO": 22, "AROUND": 500}
    with pytest.raises(QgsProcessingException, match="too many"):
        run(
            "prepareimagery", CASEBOOK=imported, MONTH=MONTH, LAYER=service,
            OUTPUT=tmp_path / "a.mbtiles", **zooms,
        )  # fmt: skip
    assert Tiles.asked == []


def test_a_file_is_packed_as_well(imported, run, tmp_path, qgis_new_project):
    """Drawn tile by tile: the packed picture has the colour of the file, where the file is."""
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4527)
    path = tmp_path / "后时相_20230401.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 300, 300, 3)
    made.SetGeoTransform((39_499_000, 10, 0, 4_031_500, 0, -10))
    made.SetProjection(crs.ExportToWkt())
    for band, value in enumerate((30, 160, 60), 1):
        made.GetRasterBand(band).Fill(value)
    made = None
    out = tmp_path / "a.mbtiles"
    run("prepareimagery", CASEBOOK=imported, MONTH=MONTH, LAYER=path, OUTPUT=out, **ZOOMS)
    opened = gdal.Open(str(out))
    assert opened.GetMetadataItem("tuban_day") == "2023-04-01"
    (longitude, latitude), *_ = centres(imported).values()
    assert tuple(tile_at(longitude, latitude, 15)) in tiles_in(out)
    transform = opened.GetGeoTransform()
    web = osr.SpatialReference()
    web.ImportFromEPSG(3857)
    wgs = osr.SpatialReference()
    wgs.ImportFromEPSG(4326)
    for one in (web, wgs):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y, _ = osr.CoordinateTransformation(wgs, web).TransformPoint(longitude, latitude)
    column, row = int((x - transform[0]) / transform[1]), int((y - transform[3]) / transform[5])
    seen = [int(opened.GetRasterBand(b).ReadAsArray(column, row, 1, 1)[0, 0]) for b in (1, 2, 3)]
    assert seen == pytest.approx([30, 160, 60], abs=4)  # JPEG
