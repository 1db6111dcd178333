"""Stepping, blinking and swiping in the real QGIS window, also on a screen of double density."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tuban.core.casebook import create_casebook
from tuban.core.intake import ReadOptions, accept, read_draft
from tuban.core.model import PatchKind
from tuban.core.plan import load_plan

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The small fictional county with its two pictures, imported."""
    place = tmp_path_factory.mktemp("影像 place")
    data = place / "data"
    make = [sys.executable, str(ROOT / "demo" / "make_county.py"), "--small", "--out", str(data)]
    subprocess.run(make, check=True, capture_output=True)
    plan = load_plan("liaocheng-2023")
    with create_casebook(place / "casebook.gpkg", plan, "371599", "虚构县", "maker") as book:
        issued = next((data / "下发").glob("图斑_*.zip"))
        land = ReadOptions(layer="土地卫片图斑", kind=PatchKind.LAND, month="2023-04")
        accept(read_draft(issued, plan, land), book)
    return place


@pytest.mark.parametrize("scale", ["1", "2"])
def test_six_ways_to_look(in_desktop, place, scale):
    script = ROOT / "tests" / "desktop" / "compare_six.py"
    report = in_desktop(script, TUBAN_PLACE=str(place), QT_SCALE_FACTOR=scale)
    lines = report.splitlines()
    assert [line.split(" hung ")[0] for line in lines[:3]] == ["step: 1", "step: 2", "step: 3"]
    assert lines[3].startswith("blink: before"), report
    assert all(int(line.split(" hung ")[1]) > 0 for line in lines[:4]), report
    assert lines[4] == f"swipe: edge 0.25 ratio {float(scale)} fits True", report
    assert lines[5:] == ["left: True", "strip: 2"], report
