"""Papers through the toolbox: over the fictional city of the core's tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
)

from tuban.core.plan import load_plan

sys.path.append(str(Path(__file__).parents[2] / "core"))

MODELS = Path(__file__).parents[3] / "resources" / "models"
WEST = "379902"


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    from fictional_city import make_city

    path = tmp_path_factory.mktemp("城 市") / "台账.gpkg"
    make_city(path, load_plan("liaocheng-2023"))
    return path


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "文 稿"
    folder.mkdir()
    return folder


def names(folder: Path, suffix: str = "docx") -> list[str]:
    return sorted(path.name for path in folder.glob(f"*.{suffix}"))


def borders(path: Path) -> Path:
    """Three counties as squares, their codes in a field."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = ogr.osr.SpatialReference()
    reference.ImportFromEPSG(4490)
    reference.SetAxisMappingStrategy(ogr.osr.OAMS_TRADITIONAL_GIS_ORDER)
    layer = dataset.CreateLayer("XZQ", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("XZQDM", ogr.OFTString))
    for at, code in enumerate(("379901", "379902", "379903")):
        west = 115.4 + 0.3 * at
        ring = f"{west} 36.2,{west + 0.3} 36.2,{west + 0.3} 36.5,{west} 36.5,{west} 36.2"
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, code)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        layer.CreateFeature(feature)
    dataset = None
    return path


def test_the_bulletin(city, out, run, feedback):
    counties = borders(out / "县界.gpkg")
    chosen = f"{WEST}JC23040001_1， 没有"
    given = {"CASEBOOK": city, "MONTH": "2023-04", "FOLDER": out}
    found = run("bulletin", feedback, **given, COUNTIES=counties, CASES=chosen)
    assert found == {"CASEBOOK": str(city), "FILES": 4, "FINDINGS": 0}
    assert names(out) == ["月度通报_2023-04.docx"]
    assert names(out, "pdf") == ["月度通报_2023-04.pdf"]
    assert not any(one.startswith(("warning", "error")) for one in feedback.lines)


def test_maps_and_pages_are_drawn_beside_the_window(city, out, provider, feedback):
    """As the toolbox runs it: in a thread of its own, where Qt may not do everything."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("tuban:bulletin")
    context, done = QgsProcessingContext(), []
    given = {"CASEBOOK": str(city), "MONTH": "2023-04", "FOLDER": str(out)}
    task = QgsProcessingAlgRunnerTask(algorithm, given, context, feedback)
    task.executed.connect(lambda ok, results: done.append((ok, results["FILES"])))
    QgsApplication.taskManager().addTask(task)
    while not done:
        QgsApplication.processEvents()
    assert done == [(True, 4)]
    assert names(out, "pdf") == ["月度通报_2023-04.pdf"]


def test_the_progress_notice_without_pdf_as_of_a_day(city, out, run):
    given = {"CASEBOOK": city, "MONTH": "2023-04", "FOLDER": out, "DAY": "2023-04-19"}
    assert run("bulletin", **given, KIND=1, PDF=False)["FILES"] == 3
    assert names(out) == ["进度通报_2023-04.docx"] and names(out, "pdf") == []


def test_the_reports(city, out, run):
    run("report", CASEBOOK=city, FOLDER=out, KIND=0, PDF=False)
    run("report", CASEBOOK=city, FOLDER=out, KIND=1, YEAR=2022, PDF=False)
    assert names(out) == ["半年工作报告_2023.docx", "年度工作报告_2022.docx"]


def test_warnings_for_all_that_reach_a_line_or_for_one(city, out, run, feedback):
    given = {"CASEBOOK": city, "MONTH": "2023-04", "FOLDER": out, "PDF": False}
    assert run("warningnotice", **given, UNIT=WEST)["FILES"] == 3
    assert names(out) == ["预警提醒函_虚构西县_2023-04.docx"]
    assert run("warningnotice", **given)["FILES"] == 9
    found = run("warningnotice", feedback, **{**given, "MONTH": "2021-04"})
    assert found["FILES"] == 0
    assert any("No county's ratio" in one for one in feedback.lines)


def test_a_template_that_does_not_fit_is_told_line_by_line(city, out, run, feedback):
    import docx

    document = docx.Document()
    document.add_paragraph("{标题} {表：没有}")
    document.save(str(out / "模板.docx"))
    given = {"CASEBOOK": city, "MONTH": "2023-04", "FOLDER": out, "PDF": False}
    found = run("bulletin", feedback, **given, KIND=1, TEMPLATE=out / "模板.docx")
    assert found["FINDINGS"] > 5
    assert any("error: 模板.docx: {表：没有} is not known" in one for one in feedback.lines)
    assert any("warning: 模板.docx: there is no {落款}" in one for one in feedback.lines)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"MONTH": "2023-4"}, "2023-4"),
        ({"MONTH": ""}, "MONTH"),
        ({"DAY": "2020-01-01"}, "2020-01-01"),
        ({"FOLDER": "/没有"}, "没有"),
    ],
)
def test_bad_input_gets_a_sentence(city, out, run, change, said):
    given = {"CASEBOOK": city, "MONTH": "2023-04", "FOLDER": out, **change}
    with pytest.raises(QgsProcessingException, match=said):
        run("bulletin", **given)
    assert list(out.iterdir()) == []


def test_a_layer_without_counties_is_told(city, out, run, feedback, base):
    given = {"CASEBOOK": city, "MONTH": "2023-04", "FOLDER": out, "PDF": False}
    run("bulletin", feedback, **given, COUNTIES=f"{base / 'DLTB.gpkg'}|layername=DLTB")
    assert any("No field of the layer" in one for one in feedback.lines)


def test_the_model_writes_all_papers_of_a_month(city, out, provider, feedback):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODELS / "papers_of_a_month.model3"))
    model.initAlgorithm()
    given = {"CASEBOOK": str(city), "MONTH": "2023-04", "DAY": "", "FOLDER": str(out)}
    _, ok = model.run(given, QgsProcessingContext(), feedback)
    assert ok
    assert names(out) == [
        "月度通报_2023-04.docx",
        "进度通报_2023-04.docx",
        "预警提醒函_虚构东县_2023-04.docx",
        "预警提醒函_虚构南区_2023-04.docx",
        "预警提醒函_虚构西县_2023-04.docx",
    ]
