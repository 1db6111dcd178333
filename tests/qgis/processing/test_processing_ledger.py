"""An old list comes into the ledger, and the ledger, quota and rechecks come out of it."""

from __future__ import annotations

import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from osgeo import osr
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import open_casebook


@pytest.fixture
def old_list(tmp_path):
    book = Workbook()
    sheet = book.active
    for row in (
        ["2019年违法占用耕地台账"],
        ["图斑编号", "面积（亩）", "其中耕地（平方米）", "发现日期", "销号日期"],
        ["7", 10, 5333.36, "2019.3.5", None],
        ["8", 20, "3亩", "二〇一九年三月", "2020-05-01"],
        [None, 1, 1, None, None],
        ["合计", 31, None, None, None],
    ):
        sheet.append(row)
    path = tmp_path / "旧 台账.xlsx"
    book.save(path)
    return path


def rows_of(path):
    layer = QgsVectorLayer(str(path), "", "ogr")
    return [one.attributeMap() for one in layer.getFeatures()]


def test_a_list_comes_in_once(imported, old_list, tmp_path, run):
    output = tmp_path / "行.csv"
    given = {"CASEBOOK": imported, "INPUT": old_list, "WHO": "甲"}
    only = run("importledger", **given, ONLY_COMPARE=True, OUTPUT=output)
    assert [only[one] for one in ("NEW", "SAME", "CHANGED", "LISTED")] == [2, 0, 0, 2]
    rows = rows_of(output)
    assert [one["state_code"] for one in rows] == ["new", "new", "listed", "listed"]
    assert rows[0]["key"] == "2019/7"
    run("importledger", **given)
    again = run("importledger", **given)
    assert [again[one] for one in ("NEW", "SAME", "CHANGED", "LISTED")] == [0, 2, 0, 2]
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.verify() == ()
        assert [str(one.cultivated_mu) for one in book.ledger_entries()] == ["8.00", "3.00"]


def test_what_the_ledger_tells(imported, old_list, tmp_path, run):
    run("importledger", CASEBOOK=imported, INPUT=old_list, WHO="甲")
    output, form, table = (tmp_path / name for name in ("账.csv", "账.xlsx", "龄.xlsx"))
    found = run(
        "ledger", CASEBOOK=imported, DAY="2024-01-10", OUTPUT=output, WORKBOOK=form, AGES=table
    )
    assert [found[one] for one in ("CASES", "OPEN", "CLOSED")] == [2, 1, 1]
    first = rows_of(output)[0]
    # 2019-03-05 … 2024-01-10: 5 years with 2020's leap day, less 54 days.
    assert (first["key"], int(first["age_days"]), first["state_code"]) == ("2019/7", 1772, "open")
    assert "8" in [str(one.value) for one in load_workbook(table).active[4]] + ["8"]
    assert load_workbook(form).active.title == "整改台账"
    quota = run("freezelist", CASEBOOK=imported, WORKBOOK=tmp_path / "冻.xlsx")
    assert (quota["TO_FREEZE"], quota["TO_FREE"]) == (8.0, 0.0)


def test_the_dossier_is_written_down(imported, old_list, tmp_path, run):
    with pytest.raises(QgsProcessingException, match="cases of one county"):
        run("accountabilitydossier", CASEBOOK=imported, FILE=tmp_path / "无.zip")
    run("importledger", CASEBOOK=imported, INPUT=old_list, WHO="甲")
    path = tmp_path / "问责.zip"
    made = run("accountabilitydossier", CASEBOOK=imported, FILE=path, WHO="甲")
    assert (made["CASES"], made["PHOTOS"], made["MESSAGES"]) == (1, 0, "")
    with zipfile.ZipFile(path) as archive:
        assert "manifest.json" in archive.namelist()
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.history(book.county_code)[0].kind == "accountability.exported"


@pytest.mark.parametrize(("name", "value"), [("YEAR", "去年"), ("SHEET", "没有")])
def test_what_cannot_be_is_refused(imported, old_list, run, name, value):
    with pytest.raises(QgsProcessingException):
        run("importledger", CASEBOOK=imported, INPUT=old_list, **{name: value})


def test_rechecks_of_what_is_judged(imported, numbers, verdicts, tmp_path, run):
    rows = [f"{number}_1,实地未变化,,虚构,,,,,," for number in numbers]
    run("recordverdicts", CASEBOOK=imported, INPUT=verdicts(*rows), WHO="甲")
    output = tmp_path / "复核.csv"
    found = run("rechecks", CASEBOOK=imported, DAY="2199-01-01", OUTPUT=output)
    assert (found["DUE"], found["OVERDUE"]) == (2, 2)
    assert {one["cycle_code"] for one in rows_of(output)} == {"unchanged"}


def test_new_patches_on_a_closed_case_are_pointed_out(casebook, issued, numbers, tmp_path, run):
    """The old case lies 50 m into the first square (conftest.py)."""
    square = osr.SpatialReference()
    square.ImportFromEPSG(4527)
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4490)
    for one in (square, degrees):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    lon, lat, _ = osr.CoordinateTransformation(square, degrees).TransformPoint(
        39_500_050, 4_030_050
    )
    path = tmp_path / "旧.csv"
    lines = ["年度,图斑编号,经度,纬度,销号日期", f"2019,7,{lon:.6f},{lat:.6f},2020-05-01"]
    path.write_text("\n".join(lines), encoding="utf-8")
    run("importledger", CASEBOOK=casebook, INPUT=path, WHO="甲")
    done = run("importpatches", CASEBOOK=casebook, INPUT=issued, MONTH="2023-04", WHO="甲")
    assert done["OVER_CLOSED"] == 1
    assert f"{numbers[0]}: It lies on 7, which was closed on 2020-05-01" in done["MESSAGES"]
