"""Ten parcels of the demo county judged in the real QGIS window, in Chinese, by keys alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tuban.core.casebook import create_casebook, open_casebook
from tuban.core.intake import ReadOptions, accept, read_draft
from tuban.core.model import Answer, PatchKind
from tuban.core.overlay.find import find_layers
from tuban.core.plan import load_plan
from tuban.core.progress import Silent
from tuban.maps.overlay_month import Wanted, overlay_month

ROOT = Path(__file__).resolve().parents[2]
MONTH = "2023-04"
pytestmark = pytest.mark.slow
LAYERS = {PatchKind.LAND: "土地卫片图斑", PatchKind.MINERAL: "矿产卫片图斑"}


@pytest.fixture
def place(tmp_path):
    """The small fictional county, imported and overlaid."""
    place = tmp_path / "演示 place"
    data = place / "data"
    place.mkdir()
    make = [sys.executable, str(ROOT / "demo" / "make_county.py"), "--small", "--out", str(data)]
    subprocess.run(make, check=True, capture_output=True)
    plan = load_plan("liaocheng-2023")
    with create_casebook(place / "casebook.gpkg", plan, "371599", "虚构县", "maker") as book:
        issued = next((data / "下发").glob("图斑_*.zip"))
        for kind, layer in LAYERS.items():
            draft = read_draft(issued, plan, ReadOptions(layer=layer, kind=kind, month=MONTH))
            accept(draft, book)
        overlay_month(book, plan, Wanted(MONTH), find_layers(data / "底图", plan), Silent())
    return place


def test_ten_parcels_by_keys_alone(in_desktop, place):
    report = in_desktop(ROOT / "tests" / "desktop" / "judge_ten.py", TUBAN_PLACE=str(place))
    with open_casebook(place / "casebook.gpkg", "reader", read_only=True) as book:
        dossiers = book.dossiers(MONTH)
        assert book.verify() == ()
    verdicts = [dossier.county_verdict for dossier in dossiers]
    plan = load_plan("liaocheng-2023")
    keys = ["1", "2", "3", "9", "4", "5", "6", "7", "8", "9"]
    wanted = [
        next(one.code for one in plan.categories_of(PatchKind.LAND) if one.key == key)
        for key in keys
    ]
    assert [verdict.category for verdict in verdicts[:10]] == wanted, report
    assert verdicts[10:] == [None] * (len(dossiers) - 10)
    assert (verdicts[0].subcategory, verdicts[0].reason) == ("registered", "see deed")
    assert verdicts[3].reason == "see photo 4"
    assert set(dossiers[1].flags.values()) <= {Answer.NO}
    for name in ("first", "asked", "flags", "flip_before", "flip_after", "last"):
        assert (place / f"{name}.png").stat().st_size > 50_000
