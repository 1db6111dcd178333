"""tuban:linkearlier: within the casebook at each import, to files on demand, listed as a table."""

from __future__ import annotations

import pytest
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import open_casebook

EAST, NORTH, SIDE = 39_500_000, 4_030_000, 100


@pytest.fixture
def earlier_layer(tmp_path, numbers):
    """A layer of another programme: a square that covers the west 85 m of the first patch."""
    from osgeo import osr

    path = tmp_path / "变更调查 2022.gpkg"
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4527)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("线索", crs, ogr.wkbPolygon)
    for name in ("XSBH", "核实认定意见", "核查日期"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in (("XSBH", "X9"), ("核实认定意见", "合法"), ("核查日期", "2022-10-09")):
        feature[name] = value
    west, east = EAST, EAST + 85
    ring = f"{west} {NORTH},{west} {NORTH + SIDE},{east} {NORTH + SIDE},{east} {NORTH}"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring},{west} {NORTH}))"))
    layer.CreateFeature(feature)
    dataset = None
    return path


def rows_of(path) -> list:
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert layer.isValid()
    return [row.attributes()[-len(row.attributes()) :] for row in layer.getFeatures()]


def test_a_layer_of_another_programme(imported, earlier_layer, numbers, run, tmp_path):
    target = tmp_path / "往期.gpkg"
    given = {"CASEBOOK": imported, "INPUT": earlier_layer, "SOURCE": "变更调查", "WHO": "甲"}
    done = run("linkearlier", BATCH="2022-10", OUTPUT=target, **given)
    assert (done["LINKED"], done["CHANGED"]) == (1, 1)
    (row,) = QgsVectorLayer(str(target), "", "ogr").getFeatures()
    assert (row["patch_number"], row["source"], row["earlier_number"]) == (
        numbers[0],
        "变更调查",
        "X9",
    )
    assert row["percent"] == pytest.approx(85, abs=0.01)
    assert row["earlier_percent"] == pytest.approx(100, abs=0.01)
    assert (row["verdict"], row["found_on"], row["earlier_month"]) == (
        "合法",
        "2022-10-09",
        "2022-10",
    )
    assert run("linkearlier", BATCH="2022-10", **given)["CHANGED"] == 0


def test_the_table_can_be_an_xlsx(imported, earlier_layer, numbers, run, tmp_path):
    import openpyxl

    target = tmp_path / "往期.xlsx"
    given = {"CASEBOOK": imported, "INPUT": earlier_layer, "BATCH": "2022-10", "WHO": "甲"}
    run("linkearlier", OUTPUT=target, **given)
    cells = [
        str(value)
        for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True)
        for value in row
    ]
    assert numbers[0] in cells and "变更调查 2022.gpkg" in cells


def test_what_the_file_does_not_say_is_asked_for_by_parameter(imported, earlier_layer, run):
    with pytest.raises(QgsProcessingException, match="BATCH"):
        run("linkearlier", CASEBOOK=imported, INPUT=earlier_layer, WHO="甲")


def test_the_casebook_is_not_its_own_earlier_work(imported, run):
    with pytest.raises(QgsProcessingException, match="itself"):
        run("linkearlier", CASEBOOK=imported, INPUT=imported, WHO="甲")


def test_an_import_links_the_new_month(casebook, issued, run, numbers, tmp_path):
    """The same shapes under other numbers, a month later."""
    run("importpatches", CASEBOOK=casebook, INPUT=issued, MONTH="2023-04", WHO="甲")
    from osgeo import gdal

    later = tmp_path / "五月.gpkg"
    options = ["ENCODING=GBK"]  # it has no .cpg, and another test may have set QGIS's default
    source = gdal.OpenEx(f"/vsizip/{issued}/图斑.shp", open_options=options)
    gdal.VectorTranslate(str(later), source, format="GPKG")
    dataset = ogr.Open(str(later), 1)
    layer = dataset.GetLayer(0)
    for feature in layer:
        feature["JCBH"] = feature["JCBH"].replace("202304", "202305")
        layer.SetFeature(feature)
    dataset = layer = feature = source = None
    done = run("importpatches", CASEBOOK=casebook, INPUT=later, MONTH="2023-05", WHO="甲")
    assert (done["ADDED"], done["LINKED"]) == (2, 2)
    with open_casebook(casebook, "甲", read_only=True) as book:
        links = {one.patch.number: one.earlier for one in book.dossiers("2023-05")}
    assert {number: one[0].number for number, one in links.items()} == {
        number.replace("202304", "202305"): number for number in numbers
    }
