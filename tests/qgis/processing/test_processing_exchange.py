"""Working files, packages and feedback through the toolbox."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

from tuban.core.casebook import events, open_casebook
from tuban.core.model import Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rounds import Office

NUMBERS = ("379901202304001", "379901202304002")  # as in conftest.py


def judge(path: Path, parcel: str, category: str) -> None:
    plan = load_plan("liaocheng-2023")
    new = Verdict(parcel, VerdictLevel.COUNTY, category, "", "核", plan.id, plan.sha256)
    with open_casebook(path, "甲") as book:
        book.record([events.verdict_given(new, book.dossier(parcel).county_verdict)])


def test_a_casebook_of_the_city(tmp_path, run):
    path = tmp_path / "市.gpkg"
    given = {"COUNTY_CODE": "371500", "COUNTY_NAME": "虚构市", "OFFICE": "city"}
    run("createcasebook", PLAN="liaocheng-2023", CASEBOOK=path, **given)
    with open_casebook(path, "乙", read_only=True) as book:
        assert book.office is Office.CITY


def test_a_month_is_shared_out_by_township(imported, base, tmp_path, run):
    run("overlayareas", CASEBOOK=imported, FOLDER=base, WHO="甲")
    with open_casebook(imported, "甲", read_only=True) as book:
        places = {row.parcel_number: row.location for row in book.rows("2023-04")}
    towns = {
        location.split("镇")[0] + "镇" if "镇" in location else "" for location in places.values()
    }
    given = {"CASEBOOK": imported, "FOLDER": tmp_path}
    assert run("splitwork", MONTH="2023-04", **given)["FILES"] == len(towns)
    with pytest.raises(QgsProcessingException, match="2019-01"):
        run("splitwork", MONTH="2019-01", **given)


def test_a_month_is_shared_out_and_merged(imported, tmp_path, run, feedback):
    folder = tmp_path / "分工"
    folder.mkdir()
    given = {"CASEBOOK": imported, "MONTH": "2023-04", "FOLDER": folder}
    assert run("splitwork", PEOPLE="甲，乙", **given)["FILES"] == 2
    files = {path.stem.rpartition("_")[2]: path for path in folder.glob("*.gpkg")}
    judge(files["甲"], f"{NUMBERS[0]}_1", "road")
    shown = run("mergework", CASEBOOK=imported, FILE=files["甲"], PREVIEW=True)
    assert (shown["CHANGED"], shown["MERGED"], shown["ENTRIES"]) == (1, False, 0)
    judge(imported, f"{NUMBERS[0]}_1", "other")
    with pytest.raises(QgsProcessingException, match=r"both sides|双方"):
        run("mergework", CASEBOOK=imported, FILE=files["甲"])
    done = run("mergework", feedback, CASEBOOK=imported, FILE=files["甲"], BOTH="theirs")
    assert (done["CLASHES"], done["MERGED"]) == (1, True)
    with open_casebook(imported, "甲", read_only=True) as book:
        assert book.dossier(f"{NUMBERS[0]}_1").county_verdict.category == "road"
        assert book.verify() == ()


def test_what_is_no_package_is_refused(imported, tmp_path, run):
    path = tmp_path / "空.zip"
    path.write_bytes(b"PK")
    for name in ("readpackage", "readfeedback"):
        with pytest.raises(QgsProcessingException):
            run(name, CASEBOOK=imported, FILE=path)


def test_feedback_is_the_citys(imported, tmp_path, run):
    with pytest.raises(QgsProcessingException):
        run("writefeedback", CASEBOOK=imported, UNIT="371521", MONTH="2023-04", FOLDER=tmp_path)


def test_progress_signs_and_a_spot_check(imported, tmp_path, run):
    judge(imported, f"{NUMBERS[0]}_1", "other")
    table = tmp_path / "进度.gpkg"
    shown = run("progress", CASEBOOK=imported, MONTH="2023-04", DAY="2023-04-10", OUTPUT=table)
    assert shown["NOTICE"].startswith("2023年4月卫片执法图斑") and shown["DUE"] == len(NUMBERS)
    (row,) = QgsVectorLayer(str(table), "", "ogr").getFeatures()
    assert (row["issued"], row["filled"], row["submitted"]) == (len(NUMBERS), 0, 0)
    given = {"CASEBOOK": imported, "MONTH": "2023-04", "SEED": "甲", "PERCENT": 50}
    first = run("spotcheck", OUTPUT=tmp_path / "一.gpkg", **given)
    run("spotcheck", OUTPUT=tmp_path / "二.gpkg", **given)
    assert first["DRAWN"] == 1
    assert drawn(tmp_path / "一.gpkg") == drawn(tmp_path / "二.gpkg")
    assert run("signs", CASEBOOK=imported, MONTH="2023-04")["COUNT"] == 0


def drawn(path: Path) -> list:
    return [row["patch_number"] for row in QgsVectorLayer(str(path), "", "ogr").getFeatures()]
