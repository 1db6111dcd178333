"""A month from the toolbox to the supervision system and back, and the finished package checked."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook
from qgis.core import QgsProcessingException, QgsVectorLayer

MONTH = "2023-04"


@pytest.fixture
def month(imported, base, numbers, verdicts, run):
    run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    rows = [f"{number}_1,其他,,虚构,,,,,," for number in numbers]
    run("recordverdicts", CASEBOOK=imported, INPUT=verdicts(*rows), WHO="甲")
    return imported


def test_what_is_pasted_and_exported_agrees_and_a_change_is_told(month, numbers, tmp_path, run):
    sheets = tmp_path / "填报.xlsx"
    assert run("supervisionsheets", CASEBOOK=month, MONTH=MONTH, SHEETS=sheets)["PARCELS"] == 2
    book = load_workbook(sheets)
    headings = [cell.value for cell in book.worksheets[0][1]]
    export = tmp_path / "导出 it's.csv"
    lines = ["图斑编号,图斑状态,拆分状态,核实认定意见"]
    lines += [f"{numbers[0]}_1,,审核结束,其他", f"{numbers[1]}_1,,审核结束,合法"]
    export.write_text("\n".join(lines), encoding="utf-8")
    found = run(
        "compareexport",
        CASEBOOK=month,
        MONTH=MONTH,
        EXPORT=export,
        DIFFERENCES=tmp_path / "比对.xlsx",
    )
    assert "核实认定意见" in headings
    assert (found["FAMILY"], found["COMPARED"]) == ("retrieval", 2)
    assert found["DIFFERENCE_COUNT"] == 1


def test_an_unknown_export_is_refused_with_a_sentence(month, tmp_path, run):
    export = tmp_path / "别的.csv"
    export.write_text("编号,值\n1,2", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="no export"):
        run(
            "compareexport",
            CASEBOOK=month,
            MONTH=MONTH,
            EXPORT=export,
            DIFFERENCES=tmp_path / "x.xlsx",
        )
    assert not (tmp_path / "x.xlsx").exists()


def test_templates_are_written_and_never_over_others(month, tmp_path, run):
    folder = tmp_path / "模板"
    folder.mkdir()
    written = run("formtemplates", CASEBOOK=month, FOLDER=folder)
    assert written["FORMS"] > 8
    assert len(list(folder.glob("*.docx"))) == written["PAPERS"] == 5
    with pytest.raises(QgsProcessingException, match="there already"):
        run("formtemplates", CASEBOOK=month, FOLDER=folder)


def test_findings_come_as_a_layer_and_as_pdf(month, numbers, tmp_path, run):
    layer, report = tmp_path / "结果.gpkg", tmp_path / "报告.pdf"
    found = run("checksubmission", CASEBOOK=month, MONTH=MONTH, OUTPUT=layer, REPORT=report)
    assert found["ERRORS"] > 0
    shown = QgsVectorLayer(str(layer), "", "ogr")
    subjects = {feature["number"] for feature in shown.getFeatures()}
    assert f"{numbers[0]}_1" in subjects
    named = [feature for feature in shown.getFeatures() if feature["number"]]
    assert all(feature.hasGeometry() for feature in named)
    assert report.read_bytes().startswith(b"%PDF")


def test_a_finished_package_is_checked(month, numbers, tmp_path, run):
    visited = tmp_path / "核查.csv"
    lines = [f"{number}_1,虚构甲、虚构乙,2023-04-14,实地" for number in numbers]
    visited.write_text("\n".join(["地块编号,核查人,核查日期,核查方式", *lines]), encoding="utf-8")
    run("recordfieldchecks", CASEBOOK=month, INPUT=visited, WHO="甲")
    made = run("exportsubmission", CASEBOOK=month, MONTH=MONTH, FOLDER=tmp_path, WHO="甲")
    report = tmp_path / "收件.json"
    found = run("checkpackage", CASEBOOK=month, PACKAGE=made["PACKAGE"], REPORT=report)
    assert found["ERRORS"] == 0
    told = json.loads(report.read_text(encoding="utf-8"))
    assert {one["check"] for one in told} >= {"photos-present"}
