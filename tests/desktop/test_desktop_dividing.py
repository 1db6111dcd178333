"""Ten parcels of the demo county divided in the real QGIS window, in Chinese, with the mouse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tuban.core.casebook import create_casebook, open_casebook
from tuban.core.intake import ReadOptions, accept, read_draft
from tuban.core.model import PatchKind
from tuban.core.plan import load_plan

ROOT = Path(__file__).resolve().parents[2]
MONTH = "2023-04"
pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path):
    """The small fictional county with its land patches, as imported."""
    place = tmp_path / "演示 place"
    data = place / "data"
    place.mkdir()
    make = [sys.executable, str(ROOT / "demo" / "make_county.py"), "--small", "--out", str(data)]
    subprocess.run(make, check=True, capture_output=True)
    plan = load_plan("liaocheng-2023")
    with create_casebook(place / "casebook.gpkg", plan, "371599", "虚构县", "maker") as book:
        issued = next((data / "下发").glob("图斑_*.zip"))
        options = ReadOptions(layer="土地卫片图斑", kind=PatchKind.LAND, month=MONTH)
        accept(read_draft(issued, plan, options), book)
    return place


def test_ten_parcels_are_divided(in_desktop, place):
    report = in_desktop(ROOT / "tests" / "desktop" / "divide_ten.py", TUBAN_PLACE=str(place))
    with open_casebook(place / "casebook.gpkg", "reader", read_only=True) as book:
        assert book.verify() == ()
        patches = book.patches(MONTH)
        filling = [book.parcels_of(patch.number) for patch in patches]
    for patch, parcels in zip(patches, filling):
        assert sum(one.area_m2 for one in parcels) == patch.area_m2
    assert all(len(parcels) >= 2 for parcels in filling[:9]), report
    assert [one.number for one in filling[9]] == [f"{patches[9].number}_1"], report
    assert f"undone: {patches[9].number}_1" in report
    assert all(len(parcels) == 1 for parcels in filling[10:])
    for name in ("drawing", "pieces", "divided", "undone"):
        assert (place / f"{name}.png").stat().st_size > 50_000
