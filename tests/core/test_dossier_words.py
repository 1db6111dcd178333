"""What a dossier says, and shares of a parcel that add up."""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import assume
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

pytest.importorskip("osgeo")
sys.path.append(str(Path(__file__).parent))

import test_casebook as given
from osgeo import osr
from rectified_land import accepted, certificate, measure, parcel_of, refused

from tuban.core.casebook import create_casebook, events
from tuban.core.documents.dossier import Background, figure_rows, sections
from tuban.core.documents.history import say_words, told
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.overlay.shares import PARTS, WITHIN, shares
from tuban.core.rectified import Application, Preliminary, Turn


def english(words) -> str:
    return say_words(words, lambda template: template)


@pytest.fixture
def book(tmp_path):
    with create_casebook(tmp_path / "台账.gpkg", given.PLAN, "379901", "虚构县", "甲") as made:
        made.record(given.month_of(2))
        yield made


@pytest.fixture
def dossier(book):
    return book.dossiers(book.months()[0])[0]


def of(dossier, key: str, background: Background = Background()) -> dict:
    section = next(one for one in sections(dossier, given.PLAN, background) if one.key == key)
    return {english(line.caption): english(line.words) for line in section.lines}


def test_corners_are_those_of_the_outline_in_the_zone(dossier):
    """Against PROJ: the second corner of a square at 118.5°E, which is zone 40 (120°E)."""
    ring = np.array([[118.6, 36], [118.601, 36], [118.601, 36.001], [118.6, 36.001], [118.6, 36]])
    wkb = wkb_from_multipolygon([[ring]])
    moved = replace(dossier, parcel=replace(dossier.parcel, geometry=wkb))
    said = of(moved, "corners")
    assert "zone 40" in said["System"]
    section = next(one for one in sections(moved, given.PLAN, Background()) if one.key == "corners")
    words = " ".join(english(line.words) for line in section.lines)
    lonlat, plane = osr.SpatialReference(), osr.SpatialReference()
    lonlat.ImportFromEPSG(4490)
    plane.ImportFromEPSG(4528)
    for one in (lonlat, plane):
        one.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y, _ = osr.CoordinateTransformation(lonlat, plane).TransformPoint(118.601, 36.0)
    assert f"J2 ({y:.3f}, {x:.3f})" in words
    assert "J4" in words
    assert "J5" not in words, "the corner that closes the ring stands there once"


def test_the_history_tells_undoing_and_reasons(book, dossier):
    number = dossier.parcel.number
    seq = book.record([events.verdict_given(given.verdict(number), None)])[0].seq
    book.undo(seq)
    lines = [english(told(one, given.PLAN)) for one in book.history(number)]
    legal = given.PLAN.category("legal").label.en
    assert lines[0] == "Undone: County verdict: none any more"
    assert lines[1] == f"County verdict: {legal}; 有批文"
    head = book.head()
    entries = book.history(number)
    proof = of(dossier, "proof", Background(entries, head.seq, head.hash))
    assert head.hash in proof["Record"]
    assert given.PLAN.sha256 in proof["Work plan"]


def test_without_anything_it_says_so(dossier):
    bare = replace(dossier, figures=None, photos=(), evidence={})
    for key in ("evidence", "check", "cases", "rounds", "earlier", "layers"):
        assert list(of(bare, key)) == [""], key
    assert figure_rows(None) == []
    assert of(bare, "judgement")["County verdict"] == "Undecided"


AREA = st.decimals(0, 99_999, places=2)


@hypothesis_given(st.lists(AREA, min_size=5, max_size=5))
def test_shares_add_up_to_a_hundred(areas):
    assume(sum(areas))
    named = {f"{name}_m2": area for name, area in zip(PARTS, areas)}
    unknown = {f"{name}_m2": None for name in WITHIN}
    found = shares(SimpleNamespace(area_m2=sum(areas), **named, **unknown))
    assert sum(found[name] for name in PARTS) == Decimal("100.00")
    for name, area in zip(PARTS, areas):
        # Rounding to 0.01 and adjusting by as many hundredths as there are other parts.
        assert abs(found[name] - 100 * area / sum(areas)) <= Decimal("0.03")
        assert area or not found[name], "what is not there has no share"


def test_how_a_parcel_is_put_right_is_told_from_measure_to_certificate():
    """7.00 of 12.00 mu are torn down; refused, then accepted; the certificate was revoked."""
    torn = measure("demolition", "7.00", "6.00", "1.00", recultivated="5.50", note="含围墙")
    base = parcel_of(torn)
    revoked = replace(
        certificate("2023-10-12"), revoked_on="2023-11-01", revoked_by="戊", revoked_why="误发"
    )
    steps = {
        "preliminary": (Preliminary("2023-10-05", ("甲",), True),),
        "applications": (Application("2023-10-06", "虚构县局", "虚申1号"),),
        "acceptances": (refused("2023-10-08", "2023-11-07"), accepted("2023-10-10")),
        "certificates": (revoked,),
        "turns": (Turn(True, "2023-11-05", "己", document="虚销1号"),),
    }
    full = replace(base, put_right=replace(base.put_right, **steps))
    section = next(
        one for one in sections(full, given.PLAN, Background()) if one.key == "put_right"
    )
    told_lines = [(english(line.caption), english(line.words)) for line in section.lines]
    assert told_lines[:4] == [
        ("Where it stands", "Closed"),
        ("Illegal area", "12.00 mu, of which cultivated 10.00, basic farmland 2.00"),
        (
            "Rectified",
            "7.00 mu, of which cultivated 6.00, basic farmland 1.00, demolished 7.00 mu, "
            "made up 0.00 mu, recultivated 5.50 mu",
        ),
        ("Left", "5.00 mu, of which cultivated 4.00, basic farmland 1.00"),
    ]
    captions = [caption for caption, _ in told_lines[5:]]
    assert captions == [
        "County's inspection",
        "Application",
        "City's inspection",
        "City's inspection",
        "Certificate",
        "Closed in the ledger",
    ]
    words = dict(told_lines[7:9][:1] + told_lines[9:])
    assert "not so: Rubble cleared" in words["City's inspection"]
    assert "due by 2023-11-07" in words["City's inspection"]
    assert "revoked on 2023-11-01 by 戊: 误发" in words["Certificate"]


def test_what_is_not_illegal_has_nothing_to_put_right():
    legal = replace(parcel_of(), verdicts={})
    assert of(legal, "put_right") == {"": "Nothing to put right"}
