"""The city's verifier at ten parcels of the demo county: real window, Chinese, mouse and keys."""

from __future__ import annotations

import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tuban.core.casebook import create_casebook, events, open_casebook, saying
from tuban.core.certificates.verifying import Outcome, verify
from tuban.core.intake import ReadOptions, accept, read_draft
from tuban.core.legality import military_patches
from tuban.core.model import PatchKind, Verdict, VerdictLevel
from tuban.core.plan import load_plan
from tuban.core.rectified import (
    Application,
    Measure,
    Preliminary,
    Progress,
    Rectification,
    VerdictKept,
)
from tuban.core.rounds import Office

ROOT = Path(__file__).resolve().parents[2]
MONTH = "2023-04"
PLAN = load_plan("liaocheng-2023")
REFUSED = (3, 7)
pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path):
    """The small fictional county in a city's casebook; ten of its parcels wait for the city."""
    data = tmp_path / "data"
    (tmp_path / "papers").mkdir()
    make = [sys.executable, str(ROOT / "demo" / "make_county.py"), "--small", "--out", str(data)]
    subprocess.run(make, check=True, capture_output=True)
    path = tmp_path / "casebook.gpkg"
    with create_casebook(path, PLAN, "371500", "虚构市", "maker", Office.CITY) as book:
        issued = next((data / "下发").glob("图斑_*.zip"))
        options = ReadOptions(layer="土地卫片图斑", kind=PatchKind.LAND, month=MONTH)
        accept(read_draft(issued, PLAN, options), book)
        hidden = military_patches(book.dossiers(MONTH), PLAN)
        for number in waiting(book, hidden):
            apply_for(book, number)
    return tmp_path


def waiting(book, hidden=frozenset()):
    return [one.parcel.number for one in book.dossiers(MONTH) if one.patch.number not in hidden][
        :10
    ]


def apply_for(book, number: str) -> None:
    """Judged illegal, torn down, inspected by the county and applied for."""
    shown = book.dossier(number)
    verdict = Verdict(number, VerdictLevel.COUNTY, "illegal", "", "", PLAN.id, PLAN.sha256)
    kept = VerdictKept("county", "illegal", "", PLAN.id, PLAN.sha256)
    area = shown.parcel.mu(PLAN.area_rules.mu_per_m2)
    measure = Measure(
        *("demolition", Progress.DONE, area, Decimal(0), Decimal(0), Decimal("0.10")),
        done_on="2023-07-01",
    )
    book.record(
        [
            events.verdict_given(verdict, None),
            *saying.rectified(shown, Rectification(kept, (measure,), "2023-09-30")),
            *saying.inspected_first(shown, [Preliminary("2023-07-10", ("甲（虚构）",), True)]),
            *saying.applied(shown, [Application("2023-07-12", "虚构县")]),
        ]
    )


def test_ten_parcels_are_inspected_certified_and_printed(in_desktop, place):
    with open_casebook(place / "casebook.gpkg", "reader", read_only=True) as book:
        numbers = [one.parcel.number for one in book.dossiers(MONTH) if one.put_right.applications]
    script = ROOT / "tests" / "desktop" / "accept_ten.py"
    report = in_desktop(script, TUBAN_PLACE=str(place))
    assert "verified: genuine" in report
    with open_casebook(place / "casebook.gpkg", "reader", read_only=True) as book:
        assert book.verify() == ()
        dossiers = [book.dossier(number) for number in numbers]
        papers = sorted(path.name for path in (place / "papers").iterdir())
        check_inspections(dossiers, report)
        certificates = [one for found in dossiers for one in found.put_right.certificates]
        check_codes(place / "papers", book)
    assert sorted(one.serial for one in certificates) == list(range(1, 9))
    assert len(papers) == 8
    assert {one.number for one in certificates} == {name.rpartition("_")[2][:-4] for name in papers}
    for name in ("queue", "drawing", "in_place", "not_in_place", "issued", "verified"):
        assert (place / f"{name}.png").stat().st_size > 50_000


def check_inspections(dossiers, report: str) -> None:
    for at, one in enumerate(dossiers):
        (seen,) = one.put_right.acceptances
        assert seen.inspectors == ("Jia", "Yi"), report
        assert seen.in_place == (at not in REFUSED), report
        assert bool(one.put_right.certificates) == seen.in_place
        assert seen.items["building_removed"] is True
        assert seen.items["rubble_cleared"] is (at not in REFUSED)
        if at in REFUSED:
            assert seen.missing == "rubble at the east side" and seen.by_when
        # The box without 30 % on each side: 16 % of it, most of which lies in the parcel.
        assert Decimal(0) < seen.inside_mu <= seen.measured_mu < one.parcel.mu()


def check_codes(papers: Path, book) -> None:
    """The codes read from the printed pages by another program are those of the record."""
    decoder = pytest.importorskip("zxingcpp")
    image = pytest.importorskip("PIL.Image")
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    for paper in sorted(papers.glob("*.pdf"))[:2]:
        page = papers.parent / paper.stem
        command = ["pdftoppm", "-r", "100", "-l", "1", "-png", "-singlefile", paper, page]
        subprocess.run(command, check=True)
        (found,) = decoder.read_barcodes(image.open(f"{page}.png"))
        assert verify(book, PLAN, found.text).outcome is Outcome.GENUINE
