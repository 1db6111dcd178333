"""The algorithms on a small month made here: what they give, and how they refuse."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from osgeo import ogr
from qgis.core import (
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)

from tuban.core.casebook import open_casebook
from tuban.core.model import Answer
from tuban.core.submission import read_package

NUMBERS = ("379901202304001", "379901202304002")  # as in conftest.py


def test_import_counts_and_a_second_import_adds_nothing(casebook, issued, run):
    given = {"CASEBOOK": casebook, "INPUT": issued, "MONTH": "2023-04", "WHO": "甲"}
    first = run("importpatches", **given)
    assert (first["ADDED"], first["SAME"], first["CHANGED"], first["REFUSED"]) == (2, 0, 0, 0)
    again = run("importpatches", **given)
    assert (again["ADDED"], again["SAME"]) == (0, 2)
    with open_casebook(casebook, "乙", read_only=True) as book:
        assert [patch.number for patch in book.patches("2023-04")] == list(NUMBERS)
        assert book.patch(NUMBERS[0]).county_name == "虚构县"
        assert book.history(NUMBERS[0])[-1].who == "甲"


def test_overlay_figures_by_hand(imported, base, tmp_path, run, feedback):
    target = tmp_path / "结果.gpkg"
    results = run("overlayareas", feedback, CASEBOOK=imported, FOLDER=base, OUTPUT=target, WHO="甲")
    assert (results["COMPUTED"], results["CHANGED"]) == (2, 2)
    assert feedback.percents and max(feedback.percents) == 100
    with open_casebook(imported, "甲", read_only=True) as book:
        first, second = (book.dossier(f"{number}_1").figures for number in NUMBERS)
    for figures in (first, second):
        assert str(figures.cultivated_mu) == str(figures.area_mu) == "15.00"
    # Two equal polygons of one layer lie on each other: the land under them counts once.
    assert str(first.basic_farmland_mu) == "7.50"
    assert first.location == "虚构村"
    layer = QgsVectorLayer(results["OUTPUT"], "out", "ogr")
    assert layer.featureCount() == 2
    assert layer.crs().authid() == "EPSG:4490"
    assert {row["parcel_number"] for row in layer.getFeatures()} == {f"{n}_1" for n in NUMBERS}
    again = run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    assert (again["COMPUTED"], again["KEPT"], again["CHANGED"]) == (0, 2, 0)


def test_military_parcels_stay_inside(imported, base, verdicts, tmp_path, run):
    run("recordverdicts", CASEBOOK=imported, INPUT=verdicts(f"{NUMBERS[1]}_1,军用土地,,,,,,,,"))
    results = run(
        "overlayareas", CASEBOOK=imported, FOLDER=base, OUTPUT=tmp_path / "out.gpkg", WHO="甲"
    )
    assert results["COMPUTED"] == 2
    layer = QgsVectorLayer(results["OUTPUT"], "out", "ogr")
    assert [row["patch_number"] for row in layer.getFeatures()] == [NUMBERS[0]]


def test_a_layer_of_the_project_gives_what_its_file_gives(imported, base, run):
    run("overlayareas", CASEBOOK=imported, FOLDER=base)
    with open_casebook(imported, "甲", read_only=True) as book:
        from_files = [one.figures for one in book.dossiers("2023-04")]
    land_use = QgsVectorLayer(str(base / "DLTB.gpkg"), "地类", "ogr")
    farmland = QgsVectorLayer(str(base / "YJJBNTTB.gpkg"), "永农", "ogr")
    farmland.setSubsetString("BSM > 0")  # no longer the file as it is: QGIS is asked
    run("overlayareas", CASEBOOK=imported, FOLDER=base, LAND_USE=land_use, BASIC_FARMLAND=farmland)
    with open_casebook(imported, "甲", read_only=True) as book:
        from_layers = [one.figures for one in book.dossiers("2023-04")]
    for one, other in zip(from_files, from_layers):
        assert one.by_code_m2 == other.by_code_m2
        assert one.basic_farmland_m2 == other.basic_farmland_m2
        assert [layer.name for layer in other.layers] == ["DLTB", "永农", "STBHHX"]
        assert one.layers[0] == other.layers[0]
        file = (base / "YJJBNTTB.gpkg").read_bytes()
        assert other.layers[1].sha256 == hashlib.sha256(file).hexdigest()


def test_verdicts_from_a_csv_and_from_a_layer(imported, verdicts, run):
    path = verdicts(f"{NUMBERS[0]}_1,违法,未报即用,虚构,否,否,否,否,否,不适用")
    assert run("recordverdicts", CASEBOOK=imported, INPUT=path, WHO="甲")["JUDGED"] == 1
    layer = QgsVectorLayer(
        "None?field=地块编号:string&field=判定类型:string&field=SFDPF:string", "表", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes([f"{NUMBERS[1]}_1", "合法", None])
    layer.dataProvider().addFeature(feature)
    assert run("recordverdicts", CASEBOOK=imported, INPUT=layer, WHO="甲")["JUDGED"] == 1
    with open_casebook(imported, "甲", read_only=True) as book:
        first, second = (book.dossier(f"{number}_1") for number in NUMBERS)
    assert first.county_verdict.subcategory == "not_applied"
    assert first.flags["SFYLFY"] is Answer.NOT_APPLICABLE
    assert (second.county_verdict.category, second.flags) == ("legal", {})


@pytest.mark.parametrize("uri", ["{path}", "{path}|layername=判定"])
def test_verdicts_from_an_xlsx_of_nothing_but_texts(imported, tmp_path, run, uri):
    book = openpyxl.Workbook()
    book.active.title = "判定"
    book.active.append(["地块编号", "判定类型", "判断依据说明"])
    book.active.append([f"{NUMBERS[0]}_1", "合法", "虚构"])
    path = tmp_path / "判定.xlsx"
    book.save(path)
    given = uri.format(path=path)
    assert run("recordverdicts", CASEBOOK=imported, INPUT=given, WHO="甲")["JUDGED"] == 1


def test_check_counts_and_reports(imported, tmp_path, run):
    report = tmp_path / "检查 报告.xlsx"
    results = run("checksubmission", CASEBOOK=imported, MONTH="2023-04", REPORT=report)
    assert results["ERRORS"] >= 2  # neither parcel has a verdict
    assert results["FINDINGS"].count("\n") + 1 >= results["ERRORS"]
    assert report.is_file() and results["REPORT"] == str(report)


def test_verify_finds_what_was_changed_behind_the_journal(imported, run):
    assert run("verifycasebook", CASEBOOK=imported)["SOUND"] is True
    dataset = ogr.Open(str(imported), update=1)
    dataset.ExecuteSQL("UPDATE patches SET remark = 'x'")
    dataset = None
    results = run("verifycasebook", CASEBOOK=imported)
    assert (results["SOUND"], results["FINDING_COUNT"]) == (False, 2)
    assert NUMBERS[0] in results["FINDINGS"]


def test_photos_are_copied_and_counted(imported, photos, run, feedback):
    given = {"CASEBOOK": imported, "FOLDER": photos, "WHO": "甲"}
    first = run("attachphotos", feedback, **given)
    assert (first["ADDED"], first["MATCHED"], first["UNMATCHED"]) == (1, 1, 1)
    (told,) = [line for line in feedback.lines if line.startswith("warning: 别处.jpg: No parcel")]
    assert "does not say where it was taken" in told
    again = run("attachphotos", **given)
    assert (again["ADDED"], again["MATCHED"], again["UNMATCHED"]) == (0, 1, 1)
    with open_casebook(imported, "甲", read_only=True) as book:
        (photo,) = book.dossier(f"{NUMBERS[0]}_1").photos
    copy = imported.parent / photo.file
    assert copy.read_bytes() == (photos / NUMBERS[0] / "远景.jpg").read_bytes()


def test_a_damaged_package_is_a_finding(imported, tmp_path, run):
    package = tmp_path / "坏.zip"
    package.write_bytes(b"PK\x03\x04 not really")
    results = run("verifycasebook", CASEBOOK=imported, PACKAGE=package)
    assert (results["SOUND"], results["FINDING_COUNT"]) == (False, 1)
    assert "坏.zip" in results["FINDINGS"]


def child(name: str, **sources) -> QgsProcessingModelChildAlgorithm:
    made = QgsProcessingModelChildAlgorithm(f"tuban:{name}")
    made.setChildId(name)
    for parameter, source in sources.items():
        made.addParameterSources(parameter, [source])
    return made


def test_a_model_runs_the_month(casebook, issued, base, verdicts, feedback, tmp_path):
    """Each step takes the casebook that the step before gives, so the order is the model's."""
    judged = verdicts(*(f"{number}_1,实地未变化,,虚构,,,,,," for number in NUMBERS))
    visited = tmp_path / "核查.csv"
    lines = [f"{number}_1,虚构甲、虚构乙,2023-04-14,实地" for number in NUMBERS]
    visited.write_text("\n".join(["地块编号,核查人,核查日期,核查方式", *lines]), encoding="utf-8")
    given = {"CASEBOOK": casebook, "INPUT": issued, "BASE": base, "TABLE": judged, "OUT": tmp_path}
    given["VISITS"] = visited
    model = month_model(given)
    parameters = {name: str(value) for name, value in given.items()}
    # "overlayareas:figures" on older releases, "figures" on newer ones.
    (figures,) = (one.name() for one in model.destinationParameterDefinitions())
    parameters[figures] = "memory:"
    context = QgsProcessingContext()
    results, ok = model.create().run(parameters, context, feedback, {}, False)
    assert ok
    assert context.getMapLayer(results[figures]).featureCount() == 2
    exported = results["CHILD_RESULTS"]["exportsubmission"]
    assert exported["PARCELS"] == 2
    assert read_package(Path(exported["PACKAGE"])).manifest.month == "2023-04"


def month_model(given: dict) -> QgsProcessingModelAlgorithm:
    source = QgsProcessingModelChildParameterSource
    model = QgsProcessingModelAlgorithm("month", "Month")
    for name in given:
        model.addModelParameter(
            QgsProcessingParameterFile(name, name), QgsProcessingModelParameter(name)
        )

    def after(name: str) -> QgsProcessingModelChildParameterSource:
        return source.fromChildOutput(name, "CASEBOOK")

    month = source.fromStaticValue("2023-04")
    asked = {name: source.fromModelParameter(name) for name in given}
    first = child("importpatches", CASEBOOK=asked["CASEBOOK"], INPUT=asked["INPUT"], MONTH=month)
    second = child("overlayareas", CASEBOOK=after("importpatches"), FOLDER=asked["BASE"])
    third = child("recordverdicts", CASEBOOK=after("overlayareas"), INPUT=asked["TABLE"])
    fourth = child("recordfieldchecks", CASEBOOK=after("recordverdicts"), INPUT=asked["VISITS"])
    last = child(
        "exportsubmission", CASEBOOK=after("recordfieldchecks"), MONTH=month, FOLDER=asked["OUT"]
    )
    figures = QgsProcessingModelOutput("figures", "Figures")
    figures.setChildOutputName("OUTPUT")
    second.setModelOutputs({"figures": figures})
    for step in (last, fourth, third, second, first):
        model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    return model
