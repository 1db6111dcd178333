"""Tables and ratio of a fictional city that is counted by hand, and what is refused."""

from __future__ import annotations

import shutil
import subprocess

import hand_city as city
import pytest
from openpyxl import load_workbook
from qgis.core import NULL, QgsProcessingException, QgsVectorLayer

from tuban.core.plan import load_plan

PLAN = load_plan("liaocheng-2023")
YEAR = 2
"""The place of the whole year among the periods."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("city") / "虚构市.gpkg"
    city.make_city(path, PLAN).close()
    return path


@pytest.fixture
def casebook(made, tmp_path):
    return shutil.copy(made, tmp_path / "虚构市 '一'.gpkg")


def rows_of(path):
    layer = QgsVectorLayer(str(path), "", "ogr")
    return [one.attributeMap() for one in layer.getFeatures()]


def figure(rows, table, row, column):
    (found,) = [
        one for one in rows if (one["table"], one["row"], one["column"]) == (table, row, column)
    ]
    return found


def test_figures_come_with_last_year_and_their_parcels(casebook, tmp_path, run):
    output = tmp_path / "统计.gpkg"
    found = run(
        "statistics",
        CASEBOOK=casebook,
        MONTH="2023-12",
        SPAN=YEAR,
        TABLES="rectification、verdicts",
        NUMBERS=True,
        OUTPUT=output,
    )
    rows = rows_of(output)
    assert (found["FIGURES"], found["FINDINGS"]) == (len(rows), 0)
    share = figure(rows, "rectification", city.A, "rate_area")
    assert (share["value"], share["shown"], share["unit"]) == (64.71, "64.71", "percent")
    assert share["numbers"] == "A1_1,A2_1,A4_2"
    illegal = figure(rows, "verdicts", "", "cultivated_of:illegal")
    assert (illegal["value"], illegal["last_year"], illegal["parcels"]) == (38.6, 9.0, 4)
    assert figure(rows, "rectification", city.C, "rate_area")["shown"] == "—"
    assert {one["table"] for one in rows} == {"rectification", "verdicts"}


def test_as_of_a_past_day_and_of_one_county(casebook, tmp_path, run):
    output = tmp_path / "统计.csv"
    given = {"CASEBOOK": casebook, "MONTH": "2023-12", "SPAN": YEAR, "TABLES": "progress"}
    run("statistics", **given, DAY="2023-04-20", UNIT=city.A, OUTPUT=output)
    rows = rows_of(output)
    assert {one["row"] for one in rows} == {"", city.A}
    assert figure(rows, "progress", "", "submitted")["shown"] == "0"


def test_the_uses_of_the_years_result_are_tables_too(casebook, tmp_path, run):
    output, workbook = tmp_path / "应用.gpkg", tmp_path / "应用.xlsx"
    given = {"CASEBOOK": casebook, "MONTH": "2023-12", "SPAN": YEAR, "OUTPUT": output}
    found = run("statistics", **given, TABLES="food_security", WORKBOOK=workbook)
    assert found["FINDINGS"] == 0
    by_name = {(one["row"], one["name"]): one["shown"] for one in rows_of(output)}
    assert by_name["", "违法占用耕地"] == "38.60" and by_name["", "违法占用永久基本农田"] == "6.00"
    assert by_name["", "资料齐全"] == "45.45", "five of eleven parcels have passed"
    (ws,) = load_workbook(workbook).worksheets
    rates = [
        at for at, cell in enumerate(ws[3]) if "（%" in str(cell.value) or "%）" in str(cell.value)
    ]
    assert rates and not any(str(ws[7][at].value).startswith("=") for at in rates)


def test_the_workbook_adds_up_by_itself(casebook, tmp_path, run):
    path = tmp_path / "统计 表.xlsx"
    run("statistics", CASEBOOK=casebook, MONTH="2023-12", SPAN=YEAR, WORKBOOK=path)
    book = load_workbook(path)
    assert len(book.worksheets) == len(book.sheetnames) == 14
    formulas = [cell.value for ws in book for row in ws for cell in row if cell.data_type == "f"]
    assert any(one.startswith("=SUM(") for one in formulas)
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "o"]
    subprocess.run([*map(str, command), str(path)], check=True, capture_output=True)
    counted = load_workbook(tmp_path / "o" / path.name, data_only=True)
    (sheet,) = [one for one in counted if one.title.endswith("立案查处")]
    total = [cell.value for cell in list(sheet.iter_rows())[6]]
    assert total[1:] == [4, 38.6, 2, 1, 1, 1, 50, 50]


def test_the_ratio_with_its_line_and_what_if(casebook, tmp_path, run, feedback):
    output = tmp_path / "比例.gpkg"
    given = {"CASEBOOK": casebook, "MONTH": "2023-12", "SPAN": YEAR, "OUTPUT": output}
    run("ratio", feedback, **given)
    assert figure(rows_of(output), "ratio", city.A, "after")["shown"] == "27.17"
    assert figure(rows_of(output), "ratio", city.C, "before")["value"] == NULL
    assert any("27.17 % ≥ 15 %" in line for line in feedback.lines)
    assert any("not public" in line for line in feedback.lines)
    output.unlink()
    run("ratio", feedback, **given, ASSUMED="A1_1，A4_2")
    assert figure(rows_of(output), "ratio", city.A, "after")["shown"] == "0.00"


@pytest.mark.parametrize(
    "name, wrong, said",
    [
        ("statistics", {"TABLES": "x"}, "no table “x”"),
        ("statistics", {"UNIT": "999999"}, "no parcels of the county 999999"),
        ("statistics", {"DAY": "2020-01-01"}, "begins on 2023-04-10"),
        ("ratio", {"ASSUMED": "Z9_9"}, "no parcel Z9_9"),
        ("ratio", {"MONTH": "2023-13"}, "not a month"),
    ],
)
def test_what_is_refused(casebook, tmp_path, run, name, wrong, said):
    path = tmp_path / "o.xlsx"
    given = {"CASEBOOK": casebook, "MONTH": "2023-12", "WORKBOOK": path, **wrong}
    with pytest.raises(QgsProcessingException, match=said):
        run(name, **given)
    assert not path.exists()
