"""Evidence in, proposals out: as the toolbox runs them."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import open_casebook

NUMBERS = ("379901202304001", "379901202304002")


@pytest.fixture
def evidence(tmp_path):
    def write_table(head: str, *lines: str):
        path = tmp_path / "举证.csv"
        path.write_text("\n".join([head, *lines]), encoding="utf-8-sig")
        return path

    return write_table


@pytest.fixture
def overlaid(imported, base, tmp_path, run):
    """With approval layers that cover nothing of the first patch and are there."""
    from osgeo import ogr

    far = "POLYGON((39502000 4030000,39502100 4030000,39502100 4030100,39502000 4030000))"
    for name in ("农转用", "供地", "临时用地", "设施农业用地"):
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(base / f"{name}.gpkg"))
        crs = ogr.osr.SpatialReference()
        crs.ImportFromEPSG(4527)
        crs.SetAxisMappingStrategy(ogr.osr.OAMS_TRADITIONAL_GIS_ORDER)
        layer = dataset.CreateLayer(name, crs, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("PZWH", ogr.OFTString))
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(far))
        layer.CreateFeature(feature)
        dataset = None
    run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    for name in ("农转用", "供地", "临时用地", "设施农业用地"):
        (base / f"{name}.gpkg").unlink()
    return imported


def rows(results) -> dict:
    layer = QgsVectorLayer(results["OUTPUT"], "out", "ogr")
    return {row["parcel_number"]: row for row in layer.getFeatures()}


def test_a_month_as_a_table(overlaid, evidence, tmp_path, run):
    table = evidence("地块编号,实地情况", f"{NUMBERS[0]}_1,built")
    recorded = run("recordevidence", CASEBOOK=overlaid, INPUT=table, WHO="甲")
    assert (recorded["CHANGED"], recorded["SAME"]) == (1, 0)
    results = run("proposals", CASEBOOK=overlaid, MONTH="2023-04", OUTPUT=str(tmp_path / "p.gpkg"))
    assert (results["PROPOSED"], results["INSUFFICIENT"], results["DIFFERENT"]) == (1, 1, 0)
    first, second = (rows(results)[f"{number}_1"] for number in NUMBERS)
    assert (first["category"], first["subcategory"]) == ("illegal", "not_applied")
    assert first["rule"] == "not_applied" and first["origin"] == "Seen in practice, not official"
    assert "Built or hardened" in first["figures"] and "农转用" in first["figures"]
    assert first["missing"] == "" and first["agrees"] == ""
    assert (second["category"], second["missing"]) == ("doubt", "What is there")
    assert second["reason"] == "证据不足，暂不能定性，尚缺：实地情况。"
    with open_casebook(overlaid, "甲", read_only=True) as book:
        assert book.dossier(f"{NUMBERS[0]}_1").county_verdict is None


def test_a_verdict_that_differs_is_counted(overlaid, evidence, verdicts, tmp_path, run):
    table = evidence("地块编号,site_finding", *(f"{number}_1,built" for number in NUMBERS))
    run("recordevidence", CASEBOOK=overlaid, INPUT=table)
    judged = verdicts(
        f"{NUMBERS[0]}_1,合法,,虚构,,,,,,", f"{NUMBERS[1]}_1,违法,未报即用,虚构,,,,,,"
    )
    run("recordverdicts", CASEBOOK=overlaid, INPUT=judged)
    results = run("proposals", CASEBOOK=overlaid, MONTH="2023-04", OUTPUT=str(tmp_path / "p.gpkg"))
    assert results["DIFFERENT"] == 1
    assert [rows(results)[f"{number}_1"]["agrees"] for number in NUMBERS] == ["no", "yes"]


def test_military_patches_are_not_in_the_table(overlaid, verdicts, tmp_path, run):
    run("recordverdicts", CASEBOOK=overlaid, INPUT=verdicts(f"{NUMBERS[1]}_1,军用土地,,,,,,,,"))
    results = run("proposals", CASEBOOK=overlaid, MONTH="2023-04", OUTPUT=str(tmp_path / "p.gpkg"))
    assert list(rows(results)) == [f"{NUMBERS[0]}_1"]
    assert results["PROPOSED"] + results["INSUFFICIENT"] == 1


def test_an_unknown_value_records_nothing(imported, evidence, run):
    lines = [f"{NUMBERS[0]}_1,农村道路", f"{NUMBERS[1]}_1,火星"]
    with pytest.raises(QgsProcessingException, match="Row 3"):
        run("recordevidence", CASEBOOK=imported, INPUT=evidence("地块编号,实地情况", *lines))
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.dossier(f"{NUMBERS[0]}_1").evidence == {}
