"""How the algorithms refuse: a sentence, and nothing changed."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from tuban.core.casebook import open_casebook
from tuban.maps.layer_source import QgisLayerSource

NUMBERS = ("379901202304001", "379901202304002")  # as in conftest.py


@pytest.fixture
def unchanged(imported):
    """Afterwards the journal stands where it stood."""
    with open_casebook(imported, "甲", read_only=True) as book:
        head = book.head()
    yield imported
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.head() == head


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"COUNTY_CODE": "3799"}, "“3799” is not a county code"),
        ({"COUNTY_CODE": "３７９９０１"}, "“３７９９０１” is not a county code"),
        ({"COUNTY_NAME": " "}, "COUNTY_NAME is empty"),
        ({"CASEBOOK": "/没有/台账.gpkg"}, "台账"),
        ({"PLAN": "liaocheng-1999"}, "PLAN"),
    ],
)
def test_no_casebook_is_made(tmp_path, run, wrong, told):
    given = {"PLAN": "liaocheng-2023", "COUNTY_CODE": "379901", "COUNTY_NAME": "虚构县"}
    given["CASEBOOK"] = str(tmp_path / "台账.gpkg")
    with pytest.raises(QgsProcessingException, match=told):
        run("createcasebook", **{**given, **wrong})
    assert list(tmp_path.glob("*.gpkg")) == []


def test_a_casebook_is_never_overwritten(unchanged, run):
    given = {"PLAN": "liaocheng-2023", "COUNTY_CODE": "379901", "COUNTY_NAME": "虚构县"}
    with pytest.raises(QgsProcessingException, match="exists already"):
        run("createcasebook", CASEBOOK=unchanged, **given)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"MONTH": "四月"}, "“四月” is not a month"),
        ({"INPUT": "/没有/图斑.zip"}, "图斑.zip"),
        ({"FIELDS": ["number"]}, "FIELDS has to be pairs"),
        ({"CASEBOOK": "/没有/台账.gpkg"}, "There is no casebook"),
    ],
)
def test_import(unchanged, issued, run, wrong, told):
    given = {"CASEBOOK": unchanged, "INPUT": issued, "MONTH": "2023-04", **wrong}
    with pytest.raises(QgsProcessingException, match=told) as refused:
        run("importpatches", **given)
    assert "Traceback" not in str(refused.value)


def test_import_says_which_parameter_answers(unchanged, two_layers, run):
    with pytest.raises(QgsProcessingException, match=r"LAYER.*(甲层.*乙层|乙层.*甲层)"):
        run("importpatches", CASEBOOK=unchanged, INPUT=two_layers, MONTH="2023-04")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "No base layer"),
        ({"FOLDER": "/没有/底图"}, "There is no folder /没有/底图"),
        ({"LAND_USE": "/没有/DLTB.shp"}, "LAND_USE"),
        ({"MONTH": "2023-13"}, "“2023-13” is not a month"),
    ],
)
def test_overlay(unchanged, base, run, given, told):
    if "MONTH" in given:
        given = {**given, "FOLDER": base}
    with pytest.raises(QgsProcessingException, match=told):
        run("overlayareas", CASEBOOK=unchanged, **given)


@pytest.mark.parametrize(("label", "refused"), [("EPSG:2363", True), ("EPSG:4527", False)])
def test_a_layer_given_by_itself_on_another_datum(imported, base, tmp_path, run, label, refused):
    """QGIS alone would bring Xian 1980 over with parameters of its own, or with none."""
    path = tmp_path / "地类.gpkg"
    gdal.VectorTranslate(str(path), str(base / "DLTB.gpkg"), options=["-a_srs", label])
    given = {"CASEBOOK": imported, "LAND_USE": str(path)}
    if not refused:
        assert run("overlayareas", **given)["COMPUTED"] == 2
        return
    with pytest.raises(QgsProcessingException, match="EPSG:2363, which is not CGCS2000"):
        run("overlayareas", **given)
    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, QgisLayerSource)] == []


def test_one_wrong_verdict_stops_all(unchanged, verdicts, run):
    table = verdicts(f"{NUMBERS[0]}_1,违法,,,,,,,,", f"{NUMBERS[1]}_1,非法,,,,,,,,")
    with pytest.raises(QgsProcessingException, match="Row 3: “非法” is not a category"):
        run("recordverdicts", CASEBOOK=unchanged, INPUT=table)


def test_a_table_that_is_not_there(unchanged, run):
    with pytest.raises(QgsProcessingException, match="INPUT"):
        run("recordverdicts", CASEBOOK=unchanged, INPUT="/没有/判定.csv")


def test_a_photo_folder_that_is_not_there(unchanged, run):
    with pytest.raises(QgsProcessingException, match="There is no folder"):
        run("attachphotos", CASEBOOK=unchanged, FOLDER="/没有/照片")


def test_a_report_of_no_known_kind(unchanged, tmp_path, run):
    with pytest.raises(QgsProcessingException):
        run("checksubmission", CASEBOOK=unchanged, MONTH="2023-04", REPORT=tmp_path / "x.docx")


def test_no_package_while_an_error_stands(unchanged, tmp_path, run):
    folder = tmp_path / "上报"
    folder.mkdir()
    with pytest.raises(QgsProcessingException) as refused:
        run("exportsubmission", CASEBOOK=unchanged, MONTH="2023-04", FOLDER=folder)
    for number in NUMBERS:
        assert f"{number}_1" in str(refused.value)
    assert list(folder.iterdir()) == []


ANOTHER_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
import conftest
from pathlib import Path
from tuban.core.casebook import open_casebook
with open_casebook(Path(sys.argv[2]), "张三（虚构）") as book:
    print(book.writable, flush=True)
    sys.stdin.read()
"""


def test_who_has_it_open_is_told(unchanged, base, run):
    command = [sys.executable, "-c", ANOTHER_PROGRAM, str(Path(__file__).parents[2]), unchanged]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"True"
        with pytest.raises(QgsProcessingException, match="张三（虚构）"):
            run("overlayareas", CASEBOOK=unchanged, FOLDER=base)
        assert run("verifycasebook", CASEBOOK=unchanged)["SOUND"] is True
        other.stdin.close()


@pytest.mark.parametrize(
    "name",
    [
        "importpatches",
        "overlayareas",
        "attachphotos",
        "recordverdicts",
        "checksubmission",
        "exportsubmission",
        "verifycasebook",
    ],
)
def test_cancelled_work_changes_nothing(
    name, unchanged, issued, base, photos, verdicts, tmp_path, run, cancelled
):
    given = {
        "importpatches": {"INPUT": issued, "MONTH": "2023-05"},
        "overlayareas": {"FOLDER": base},
        "attachphotos": {"FOLDER": photos},
        "recordverdicts": {"INPUT": verdicts(f"{NUMBERS[0]}_1,违法,,,,,,,,")},
        "checksubmission": {"MONTH": "2023-04"},
        "exportsubmission": {"MONTH": "2023-04", "FOLDER": tmp_path},
        "verifycasebook": {},
    }[name]
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(QgsProcessingException, match="Stopped"):
        run(name, cancelled, CASEBOOK=unchanged, **given)
    assert sorted(tmp_path.rglob("*")) == before
