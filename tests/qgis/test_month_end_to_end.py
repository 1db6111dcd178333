"""The small county's month through the real qgis_process, from the zip to the package read back."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from osgeo import gdal, ogr

ROOT = Path(__file__).resolve().parents[2]
MILITARY = "37990104000003"
# 阈值图斑.csv → the field of the package's parcels that has to hold the figure.
FIELDS = {"耕地": "GDMJ", "永久基本农田": "YNMJ", "生态保护红线": "HXMJ"}
PARTS = ("GDMJ", "QTNYD", "WLYD", "JSYD", "WFGMJ")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("qgis_process.bin") or shutil.which("qgis_process")),
        reason="qgis_process is not installed",
    ),
]


def python(script: str, *arguments: object) -> None:
    command = [sys.executable, str(ROOT / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("演示 '四月'")


@pytest.fixture(scope="module")
def data(folder) -> Path:
    python("demo/make_county.py", "--small", "--out", folder / "data")
    return folder / "data"


@pytest.fixture(scope="module")
def results(folder, data) -> dict[str, str]:
    out = folder / "month"
    out.mkdir()
    python("tools/run_month.py", "--data", data, "--out", out)
    return json.loads((out / "results.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def parcels(results) -> dict[str, dict]:
    """The package's parcels, read by GDAL."""
    # QGIS, once it has opened a shapefile, leaves GDAL reading bytes; other programs do not.
    shapefile = f"/vsizip/{results['package']}/vector/DK.shp"
    dataset = gdal.OpenEx(shapefile, open_options=["ENCODING=GBK"])
    layer = dataset.GetLayer(0)
    assert layer.GetSpatialRef().GetAuthorityCode(None) == "4490"
    return {row["TBBH"]: row.items() for row in layer}


def test_every_member_is_what_the_manifest_says(results):
    with zipfile.ZipFile(results["package"]) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        members = {one["name"]: one["sha256"] for one in manifest["members"]}
        assert members.keys() == set(archive.namelist()) - {"manifest.json"}
        for name, digest in members.items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest, name
        assert archive.read("vector/DK.cpg").strip().upper() == b"GBK"
    assert all(Path(path).is_file() for path in results.values())


def test_the_figures_are_those_the_county_was_drawn_for(data, parcels):
    with (data / "下发" / "阈值图斑.csv").open(encoding="utf-8-sig", newline="") as file:
        wanted = list(csv.DictReader(file))
    assert wanted
    for row in wanted:
        found = parcels[row["图斑编号"]][FIELDS[row["套合项"]]]
        assert f"{found:.2f}" == row["应得亩数"], row


def test_the_parts_add_up_to_every_parcel(parcels):
    for parcel in parcels.values():
        parts = sum(Decimal(f"{parcel[name]:.2f}") for name in PARTS)
        assert parts == Decimal(f"{parcel['DKMJM']:.2f}"), parcel["DKBH"]


def test_the_clerks_verdicts_and_flags_arrive(data, parcels):
    with (data / "内业" / "判定.csv").open(encoding="utf-8-sig", newline="") as file:
        judged = {row["地块编号"]: row for row in csv.DictReader(file)}
    assert {parcel["DKBH"] for parcel in parcels.values()} == judged.keys() - {f"{MILITARY}_1"}
    for parcel in parcels.values():
        row = judged[parcel["DKBH"]]
        assert parcel["PDLX"] == row["判定类型"]
        assert parcel["PDYJ"] == row["判断依据说明"]
        assert (parcel["SFDPF"] or "") == row["SFDPF"]


def test_no_byte_of_the_package_names_the_military_patch(results):
    casebook = ogr.Open(results["casebook"])
    assert MILITARY in {row["number"] for row in casebook.GetLayerByName("patches")}
    needle = MILITARY.encode()
    with zipfile.ZipFile(results["package"]) as archive:
        for name in archive.namelist():
            assert needle not in archive.read(name) and MILITARY not in name, name
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(archive.open(name)) as sheets:
                    assert all(needle not in sheets.read(part) for part in sheets.namelist())


def test_a_mistake_is_a_sentence_and_a_status(results, folder):
    """What a script that calls qgis_process sees."""
    profile = folder / "month" / "profile"
    environment = {
        **os.environ,
        "HOME": str(profile / "home"),
        "XDG_RUNTIME_DIR": str(profile / "run"),
        "QGIS_PLUGINPATH": str(profile / "plugins"),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    program = shutil.which("qgis_process.bin") or "qgis_process"
    command = [program, "run", "tuban:importpatches", "--"]
    command += [f"CASEBOOK={results['casebook']}", f"INPUT={folder / '没有.zip'}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "没有.zip" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
