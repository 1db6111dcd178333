"""The overlay over whatever QGIS can open: PostGIS, WFS, FileGDB, memory; whole or in part."""

from __future__ import annotations

import os
import re
import threading
import time

import pytest
from osgeo import gdal, ogr
from postgis_server import DATABASE
from qgis.core import (
    QgsDataSourceUri,
    QgsFeature,
    QgsGeometry,
    QgsNetworkAccessManager,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from wfs_server import serving

from tuban.maps import layer_reading, layer_source

# Fields of 0.001° from 115.5°E 36.4°N on, 20 columns of 10; even columns are cultivated.
STEP, WEST, SOUTH = 0.001, 115.5, 36.4
COLUMNS, ROWS = 20, 10


def fields():
    for column in range(COLUMNS):
        for row in range(ROWS):
            left, bottom = WEST + STEP * column, SOUTH + STEP * row
            yield left, bottom, left + STEP, bottom + STEP, "0102" if column % 2 == 0 else "0702"


def box_wkt(left, bottom, right, top):
    return f"POLYGON(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"


def write_land(path, driver):
    system = ogr.osr.SpatialReference()
    system.ImportFromEPSG(4490)
    system.SetAxisMappingStrategy(ogr.osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = dataset.CreateLayer("DLTB", system, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("DLBM", ogr.OFTString))
    for *box, code in fields():
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("DLBM", code)
        feature.SetGeometry(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkt(box_wkt(*box))))
        layer.CreateFeature(feature)
    del layer, dataset
    return path


@pytest.fixture
def patches():
    """Two patches: one over four fields, one over half of a cultivated one."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490&field=TBBH:string", "图斑", "memory")
    boxes = [
        (WEST + 0.0005, SOUTH, WEST + 0.0025, SOUTH + 0.001),
        (WEST + 0.004, SOUTH + 0.005, WEST + 0.0045, SOUTH + 0.006),
    ]
    for number, box in enumerate(boxes):
        feature = next_feature(layer, box_wkt(*box), [str(number + 1)])
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def next_feature(layer, wkt, values):
    feature = QgsFeature(layer.fields())
    feature.setAttributes(values)
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    return feature


@pytest.fixture
def figures(run, feedback, tmp_path, patches):
    """Lay the patches over a layer; per patch cultivated, construction and uncovered m²."""

    def laid(land_use, listener=None, **given):
        target = tmp_path / f"summary{len(list(tmp_path.glob('summary*')))}.gpkg"
        given = {"PATCHES": patches, "KEY": "TBBH", "LAND_USE": land_use, **given}
        run("overlay", listener or feedback, SUMMARY=target, **given)
        dataset = ogr.Open(str(target))
        names = ("cultivated_m2", "construction_m2", "uncovered_m2")
        return {row["key"]: tuple(row[name] for name in names) for row in dataset.GetLayer(0)}

    return laid


@pytest.fixture
def known(figures, tmp_path):
    """The figures from a GeoPackage, which other tests compare with an independent truth."""
    return figures(str(write_land(tmp_path / "DLTB.gpkg", "GPKG")))


@pytest.fixture(scope="module")
def land_table(postgis):
    """The fields in the database, in zone 39, with an index; the name needs quoting."""
    postgis.sql('CREATE SCHEMA "调查"')
    postgis.sql(
        'CREATE TABLE "调查"."地类""图斑" (id serial PRIMARY KEY, "DLBM" text, '
        "geom geometry(MultiPolygon, 4527))"
    )
    rows = ",".join(
        f"('{code}', ST_Multi(ST_Transform(ST_Segmentize(ST_MakeEnvelope("
        f"{left},{bottom},{right},{top},4490), 0.0001), 4527)))"
        for left, bottom, right, top, code in fields()
    )
    postgis.sql(f'INSERT INTO "调查"."地类""图斑" ("DLBM", geom) VALUES {rows}')
    postgis.sql('CREATE INDEX ON "调查"."地类""图斑" USING gist (geom)')
    postgis.sql('ANALYZE "调查"."地类""图斑"')
    return postgis


@pytest.fixture
def in_database(land_table):
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(land_table.port), DATABASE, "postgres", "")
    uri.setDataSource("调查", '地类"图斑', "geom", "", "id")
    uri.setSrid("4527")
    layer = QgsVectorLayer(uri.uri(), "库中地类", "postgres")
    assert layer.isValid()
    return layer


def close_to(known, tolerance_m2=0.05):
    return {key: pytest.approx(values, abs=tolerance_m2) for key, values in known.items()}


def test_postgis_gives_what_a_file_gives(figures, known, in_database):
    assert figures(in_database) == close_to(known)


def test_features_without_geometry_are_told_by_the_database(
    figures, known, in_database, land_table, tmp_path
):
    table = '"调查"."地类""图斑"'
    figures(in_database)
    land_table.sql(f"INSERT INTO {table} (\"DLBM\") VALUES ('0102'), ('0702')")
    try:
        assert figures(in_database) == close_to(known)
    finally:
        land_table.sql(f"DELETE FROM {table} WHERE geom IS NULL")
    tables = [ogr.Open(str(path)) for path in sorted(tmp_path.glob("summary*.gpkg"))[-2:]]
    before, after = (table.GetLayer(0).GetNextFeature()["notes"] for table in tables)
    assert "no geometry" not in before
    assert "2 features of 库中地类 have no geometry: they are in no figure" in after


def test_the_database_looks_for_what_lies_near(figures, in_database, land_table):
    before = len(land_table.log)
    figures(in_database)
    asked = [
        line
        for line in land_table.log[before:].splitlines()
        if "DECLARE" in line and "st_asbinary" in line.lower()
    ]
    for_age = [line for line in asked if "LIMIT 1" in line]  # one feature tells the data's year
    shapeless = [line for line in asked if re.search(r'"geom" IS NULL', line)]
    asked = [line for line in asked if line not in (*for_age, *shapeless)]
    assert len(for_age) <= 1
    assert len(shapeless) == 1
    assert asked
    assert all(re.search(r'"geom" && st_makeenvelope\(', line, re.IGNORECASE) for line in asked)


def test_a_connection_that_drops_is_no_uncovered_land(
    figures, in_database, land_table, monkeypatch, tmp_path
):
    listed = layer_reading.LayerReader._iterator

    def cut_off(self, request):
        features = listed(self, request)
        land_table.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{DATABASE}' AND pid <> pg_backend_pid()"
        )
        return features

    monkeypatch.setattr(layer_reading.LayerReader, "_iterator", cut_off)
    with pytest.raises(QgsProcessingException, match="库中地类 could not be read to its end"):
        figures(in_database)
    assert not list(tmp_path.glob("summary*"))


def test_a_server_that_is_gone(figures, in_database, land_table, tmp_path):
    land_table.stop()
    try:
        with pytest.raises(QgsProcessingException, match="库中地类 could not be read to its end"):
            figures(in_database)
    finally:
        land_table.start()
    assert not list(tmp_path.glob("summary*"))


@pytest.fixture
def wfs():
    with serving(list(fields())) as server:
        yield server


@pytest.fixture
def web_layer(wfs):
    layer = QgsVectorLayer(wfs.source, "网上地类", "WFS")
    assert layer.isValid()
    return layer


def test_a_web_service_with_pages(figures, known, web_layer, wfs):
    assert figures(web_layer) == close_to(known)
    pages = {one["STARTINDEX"] for one in wfs.asked if "STARTINDEX" in one}
    assert {"0", "50", "100", "150"} <= pages


@pytest.mark.parametrize("failing", ["500", "html", "cut", "drop"])
def test_a_web_service_that_breaks_off(figures, web_layer, wfs, failing, tmp_path):
    wfs.failing = failing
    with pytest.raises(QgsProcessingException, match="网上地类: the server gave 50 of 200"):
        figures(web_layer)
    assert not list(tmp_path.glob("summary*"))


def test_a_web_service_that_hangs_is_told(figures, web_layer, wfs, tmp_path):
    timeout = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(300)
    wfs.failing = "hang"
    try:
        with pytest.raises(QgsProcessingException, match="网上地类: the server gave 50 of 200"):
            figures(web_layer)
    finally:
        QgsNetworkAccessManager.setTimeout(timeout)
    assert not list(tmp_path.glob("summary*"))


def test_a_cancel_does_not_wait_for_a_web_service(figures, web_layer, wfs, feedback, tmp_path):
    wfs.failing = "hang"
    at = []

    def cancel():
        at.append(time.monotonic())
        feedback.cancel()

    timer = threading.Timer(0.5, cancel)
    timer.start()
    with pytest.raises(QgsProcessingException, match="Stopped"):
        figures(web_layer)
    assert time.monotonic() - at[0] < 1
    wfs.released.set()
    assert not list(tmp_path.glob("summary*"))


def file_gdb(path):
    if int(gdal.VersionInfo("VERSION_NUM")) < 3060000:
        pytest.skip("GDAL writes FileGDB since 3.6")
    return write_land(path, "OpenFileGDB")


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("DLTB.shp", lambda path: write_land(path, "ESRI Shapefile")),
        ("DLTB.geojson", lambda path: write_land(path, "GeoJSON")),
        ("底图.gdb", file_gdb),
    ],
)
def test_files_of_other_formats(figures, known, tmp_path, name, write):
    path = write(tmp_path / name)
    assert figures(str(path)) == close_to(known, 0.1)  # GeoJSON has 7 digits: a centimetre
    layer = QgsVectorLayer(f"{path}|layername=DLTB", "部分", "ogr")
    layer.setSubsetString("\"DLBM\" = '0102'")
    (one, other) = figures(layer).values()
    assert one[:2] == (pytest.approx(known["1"][0], abs=0.1), 0)
    assert other == pytest.approx(known["2"], abs=0.1)


def test_selected_features_only(figures, known, in_database, qgis_new_project):
    in_database.selectByExpression("\"DLBM\" = '0102'")
    QgsProject.instance().addMapLayer(in_database, False)
    chosen = QgsProcessingFeatureSourceDefinition(in_database.id(), True)
    found = figures(chosen)
    assert found["1"][:2] == (pytest.approx(known["1"][0], abs=0.05), 0)
    QgsProject.instance().removeAllMapLayers()


def test_a_filtered_file_that_is_replaced_meanwhile(figures, tmp_path, monkeypatch):
    path = write_land(tmp_path / "DLTB.gpkg", "GPKG")
    layer = QgsVectorLayer(f"{path}|layername=DLTB", "部分", "ogr")
    layer.setSubsetString("\"DLBM\" = '0102'")
    meeting = layer_source.QgisLayerSource.candidates

    def replaced(self, box):
        found = list(meeting(self, box))
        os.utime(path, (1, 1))
        return iter(found)

    monkeypatch.setattr(layer_source.QgisLayerSource, "candidates", replaced)
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException, match=r"Layer 部分: DLTB\.gpkg was changed while"):
        figures(layer)
    QgsProject.instance().removeAllMapLayers()


def test_patches_from_a_database_that_goes_are_not_fewer_patches(
    run, in_database, land_table, tmp_path
):
    """The server is stopped between opening the layer and reading its features."""
    land = str(write_land(tmp_path / "DLTB.gpkg", "GPKG"))
    land_table.stop()
    try:
        for name, areas, layer, output in (
            ("overlay", "PATCHES", "LAND_USE", "SUMMARY"),
            ("coverage", "AREAS", "LAYER", "GAPS"),
        ):
            with pytest.raises(QgsProcessingException, match="库中地类 could not be read"):
                run(name, **{areas: in_database, layer: land, output: tmp_path / "out.gpkg"})
    finally:
        land_table.start()
    assert not (tmp_path / "out.gpkg").exists()


def test_thresholds_of_a_table_in_the_database(run, postgis, tmp_path):
    columns = "key text PRIMARY KEY, cultivated_mu numeric, basic_farmland_mu numeric"
    postgis.sql(f"CREATE TABLE figures ({columns}, red_line_mu numeric)")
    postgis.sql("INSERT INTO figures VALUES ('甲', 20.00, 4.99, 0), ('乙', 19.99, 5.00, NULL)")
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(postgis.port), DATABASE, "postgres", "")
    uri.setDataSource("public", "figures", None, "", "key")
    table = QgsVectorLayer(uri.uri(), "数值", "postgres")
    target = tmp_path / "reached.gpkg"
    given = {"FIGURES": table, "KEY": "key", "PLAN": "liaocheng-2023"}
    assert run("threshold", OUTPUT=target, **given)["REACHED"] == 2
    dataset = ogr.Open(str(target))
    reached = {(row["key"], row["threshold"]) for row in dataset.GetLayer(0)}
    assert ("甲", "illegal_cultivated_20") in reached
    assert ("乙", "protected_5") in reached
    assert ("乙", "illegal_cultivated_20") not in reached
