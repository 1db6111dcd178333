"""The algorithms that work on any layers: overlay, coverage, thresholds."""

from __future__ import annotations

from pathlib import Path

import pytest
from memory_layers import EAST, NORTH, memory, rectangle
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsVectorFileWriter,
)


@pytest.fixture
def land():
    """Of 300 m the first third is cultivated with a tenth deducted, the second a homestead."""
    rows = [
        (rectangle(-9, -9, 100, 109), "0103", "0.1"),
        (rectangle(100, -9, 200, 109), "0702", ""),
    ]
    return memory("DLTB", ["DLBM", "KCXS"], rows)


@pytest.fixture
def patches():
    rows = [(rectangle(0, 0, 300, 100), "甲"), (rectangle(0, 0, 100, 100), "乙"), (None, "丙")]
    return memory("图斑", ["TBBH"], rows)


@pytest.fixture
def table(run, feedback, tmp_path):
    """Run the overlay and give the rows of each of its tables, with their geometry."""

    def made(**given):
        folder = tmp_path / f"out{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        outputs = {name: folder / f"{name}.gpkg" for name in ("SUMMARY", "DETAIL", "PIECES")}
        run("overlay", feedback, KEY="TBBH", **outputs, **given)
        found = {}
        for name, path in outputs.items():
            opened = ogr.Open(str(path))
            found[name] = [
                (one.items(), one.GetGeometryRef() and one.GetGeometryRef().Clone())
                for one in opened.GetLayer(0)
            ]
        return found

    return made


def test_figures_of_areas_without_a_casebook(table, patches, land, feedback):
    found = table(PATCHES=patches, LAND_USE=land)
    (first, _), (second, _), (third, _) = found["SUMMARY"]
    assert [first["key"], second["key"], third["key"]] == ["甲", "乙", "丙"]
    assert first["area_m2"] == pytest.approx(30_000, abs=0.1)
    assert first["cultivated_m2"] == pytest.approx(10_000, abs=0.1)
    assert first["cultivated_net_m2"] == pytest.approx(9000, abs=0.1)
    assert first["other_agricultural_m2"] == pytest.approx(1000, abs=0.1)
    assert first["construction_m2"] == pytest.approx(10_000, abs=0.1)
    assert first["uncovered_m2"] == pytest.approx(10_000, abs=0.1)
    assert first["outside_land_use_m2"] == pytest.approx(10_000, abs=0.5)
    assert (first["area_mu"], first["cultivated_mu"], first["cultivated_net_mu"]) == (45, 15, 13.5)
    assert first["red_line_m2"] is None
    assert third["area_m2"] is None
    assert any("丙" in line and "no area" in line for line in feedback.lines)
    codes = {(one["key"], one["code"]): one["area_m2"] for one, _ in found["DETAIL"]}
    assert codes["甲", "1203"] == pytest.approx(1000, abs=0.1)
    assert ("乙", "0702") not in codes


def test_pieces_add_up_to_the_figures(table, patches, land):
    found = table(PATCHES=patches, LAND_USE=land)
    whole = {one["key"]: one["area_m2"] for one, _ in found["SUMMARY"]}
    for key in ("甲", "乙"):
        pieces = [(one, shape) for one, shape in found["PIECES"] if one["key"] == key]
        assert sum(one["area_m2"] for one, _ in pieces) == pytest.approx(whole[key], abs=1e-6)
        assert all(shape.IsValid() for _, shape in pieces)
    codes = [one["code"] for one, _ in found["PIECES"] if one["key"] == "甲"]
    assert codes == ["0103", "0702", ""]


def test_only_selected_features_and_fields_of_any_name(provider, patches, land, feedback, tmp_path):
    rows = [(rectangle(0, 0, 100, 100), "甲〔2023〕1号"), (rectangle(0, 0, 300, 100), "乙")]
    approvals = memory("批文", ["文号"], rows)
    approvals.select(1)
    project = QgsProject()
    project.addMapLayer(approvals)
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("tuban:overlay")
    target = tmp_path / "summary.gpkg"
    given = {"PATCHES": patches, "KEY": "TBBH", "LAND_USE": land, "SUMMARY": str(target)}
    given.update(
        APPROVALS=QgsProcessingFeatureSourceDefinition(approvals.id(), True), DOCUMENT_FIELD="文号"
    )
    algorithm.run(given, context, feedback, {}, False)
    opened = ogr.Open(str(target))
    first = opened.GetLayer(0).GetFeature(1)
    assert first.GetField("approvals").startswith("甲〔2023〕1号")
    assert first.GetField("approved_percent") == pytest.approx(33.33, abs=0.01)


def test_a_geopackage_is_known_by_its_hash_and_gives_the_same(table, patches, land, tmp_path):
    path = tmp_path / "底图 '一'.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "DLTB"
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(land, str(path), context, options)
    one = table(PATCHES=patches, LAND_USE=land)["SUMMARY"]
    other = table(PATCHES=patches, LAND_USE=f"{path}|layername=DLTB")["SUMMARY"]
    for (mine, _), (theirs, _) in zip(one[:2], other):
        assert mine["cultivated_m2"] == theirs["cultivated_m2"]
        assert len(theirs["layers"].split()[-1]) == 64


def test_cancel_before_anything_is_written(run, patches, land, cancelled, tmp_path):
    target = tmp_path / "summary.gpkg"
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run("overlay", cancelled, PATCHES=patches, LAND_USE=land, SUMMARY=target)
    assert not target.exists()


def test_an_area_of_nothing_has_no_figures(table, land, feedback):
    thread = f"POLYGON(({EAST} {NORTH},{EAST + 50} {NORTH},{EAST} {NORTH}))"
    found = table(PATCHES=memory("图斑", ["TBBH"], [(thread, "甲")]), LAND_USE=land)
    assert [one["area_m2"] for one, _ in found["SUMMARY"]] == [None]
    assert any("甲" in line and "no area" in line for line in feedback.lines)


def test_no_patches_no_rows(table, land):
    found = table(PATCHES=memory("图斑", ["TBBH"], []), LAND_USE=land)
    assert found["SUMMARY"] == found["DETAIL"] == found["PIECES"] == []


def test_coverage_gives_the_gaps(run, patches, land, tmp_path):
    target = tmp_path / "gaps.gpkg"
    results = run("coverage", AREAS=patches, KEY="TBBH", LAYER=land, GAPS=target)
    assert results["GAP_M2"] == pytest.approx(10_000, abs=0.1)
    assert results["PERCENT"] == pytest.approx(75, abs=0.001)
    gaps = ogr.Open(str(target))
    layer = gaps.GetLayer(0)
    assert [one.GetField("key") for one in layer] == ["甲"]


def test_thresholds(run, tmp_path, feedback):
    fields = ["key", "cultivated_mu", "basic_farmland_mu", "red_line_mu"]
    rows = [(None, "甲", "20.00", "4.99", "0.00"), (None, "乙", "9.99", "5.00", None)]
    figures = memory("figures", fields, rows)
    target = tmp_path / "reached.gpkg"
    results = run(
        "threshold", feedback, FIGURES=figures, KEY="key", PLAN="liaocheng-2023", OUTPUT=target
    )
    assert results["REACHED"] == 2
    opened = ogr.Open(str(target))
    reached = {(one.GetField("key"), one.GetField("threshold")) for one in opened.GetLayer(0)}
    assert ("甲", "illegal_cultivated_20") in reached
    assert ("乙", "protected_5") in reached
    assert ("甲", "protected_5") not in reached
    assert any("red_line_mu" in line and "乙" in line for line in feedback.lines)


def test_the_example_model_runs(provider, patches, land, feedback, tmp_path):
    """Shipped as an example: overlay, then the thresholds that its figures reach."""
    path = Path(__file__).parents[3] / "resources" / "models" / "overlay_and_thresholds.model3"
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    model.initAlgorithm()
    big = memory("图斑", ["TBBH"], [(rectangle(0, 0, 100, 3000), "甲")])
    field = memory("DLTB", ["DLBM"], [(rectangle(-9, -9, 109, 3009), "0102")])
    whole = memory("YJJBNTTB", ["BSM"], [(rectangle(-9, -9, 109, 3009), "1")])
    given = {"PATCHES": big, "KEY": "TBBH", "LAND_USE": field}
    given.update(BASIC_FARMLAND=whole, RED_LINE=whole)
    for one in model.destinationParameterDefinitions():
        given[one.name()] = str(tmp_path / f"{one.name().split(':')[-1]}.gpkg")
    _, ok = model.run(given, QgsProcessingContext(), feedback)
    assert ok
    opened = ogr.Open(str(tmp_path / "reached.gpkg"))
    found = {one.GetField("threshold") for one in opened.GetLayer(0)}
    assert {"illegal_cultivated_20", "protected_5"} <= found


def test_a_table_without_the_columns_is_refused(run, patches, tmp_path):
    with pytest.raises(QgsProcessingException, match="no column basic_farmland_mu"):
        run("threshold", FIGURES=patches, KEY="TBBH", OUTPUT=tmp_path / "reached.gpkg")
