"""From pieces to figures: rounding, deduction, adjustment. No geometry, no GDAL."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuban.core.model import Parcel
from tuban.core.overlay.figures import ALL_DOCUMENTS, Measured, Piece, figures_of, hundredths
from tuban.core.plan import load_plan

NET = load_plan("liaocheng-2023")
GROSS = replace(NET, area_rules=replace(NET.area_rules, cultivated_net=False))
CLASSES = ["cultivated", "other_agricultural", "unused", "construction", "uncovered"]


def parcel(area_m2):
    return Parcel("371500_1", "371500", Decimal(area_m2), b"")


def piece(code, area_m2, deduction="", location="", fid=1):
    return Piece(fid, code, deduction, location, area_m2)


def figures(area_m2, pieces, plan=NET, **more):
    return figures_of(parcel(area_m2), Measured(pieces=pieces, **more), (), plan)


def said(found):
    return " ".join(str(note) for note in found.notes)


def test_classes_and_codes_of_the_plan():
    found = figures(
        "5000.00",
        [
            piece("0102", 1000.0),
            piece("0201K", 900.0),
            piece("0404", 800.0),
            piece("0702", 700.0),
            piece("0702", 600.0),
        ],
        uncovered_m2=1000.0,
    )
    assert [getattr(found, f"{name}_m2") for name in CLASSES] == [1000, 900, 800, 1300, 1000]
    assert found.by_code_m2 == {"0102": 1000, "0201K": 900, "0404": 800, "0702": 1300}
    assert found.adjusted_m2 == {}
    assert found.area_mu == Decimal("7.50")
    assert found.notes == ()


def test_deduction_is_booked_to_the_ridge_code():
    """KCMJ = TBMJ × KCXS = 1000.00 × 0.1234 = 123.40; TBDLMJ = 876.60 (TD/T 1057-2020)."""
    pieces = [piece("0103", 1000.0, "0.1234"), piece("1203", 50.0)]
    found = figures("1050.00", pieces)
    assert found.net
    assert found.cultivated_m2 == Decimal("876.60")
    assert found.other_agricultural_m2 == Decimal("173.40")
    assert found.cultivated_gross_m2 == Decimal("1000.00")
    assert found.by_code_m2 == {"0103": Decimal("876.60"), "1203": Decimal("173.40")}


def test_gross_figures_keep_the_deduction_with_the_land():
    found = figures("1000.00", [piece("0103", 1000.0, "0.1234")], GROSS)
    assert not found.net
    assert found.cultivated_m2 == found.cultivated_gross_m2 == Decimal("1000.00")
    assert found.by_code_m2 == {"0103": Decimal("1000.00")}


def test_deduction_of_land_that_is_not_cultivated_is_ignored():
    assert figures("100.00", [piece("0301", 100.0, "0.5")]).by_code_m2 == {"0301": 100}


@pytest.mark.parametrize("factor", ["1.2", "1", "-0.1", "a", "NaN", "Infinity", "0,1"])
def test_deduction_factor_that_is_none_is_told(factor):
    found = figures("100.00", [piece("0102", 100.0, factor, fid=7)])
    assert found.cultivated_m2 == 100
    assert f"deduction factor “{factor}” of feature 7" in said(found)


@pytest.mark.parametrize("code", ["", "9999", "01", "ABK", "8H1"])
def test_unknown_code_is_uncovered_and_told(code):
    found = figures("100.00", [piece(code, 60.0, fid=9), piece("0102", 40.0)])
    assert (found.uncovered_m2, found.cultivated_m2) == (60, 40)
    assert f"“{code}” of feature 9" in said(found)
    assert found.by_code_m2 == {"0102": 40}


def test_adjustment_is_shown():
    found = figures("100.00", [piece("0102", 66.664), piece("0702", 33.333)])
    assert (found.cultivated_m2, found.construction_m2) == (Decimal("66.67"), Decimal("33.33"))
    assert found.adjusted_m2 == {"cultivated": Decimal("0.01")}


def test_mu_of_small_parts_that_alone_round_to_nothing():
    """Five times 3 m² are 0.0045 mu each, together 0.0225: somebody has the two hundredths."""
    pieces = [piece(code, 3.0) for code in ("0102", "0301", "0404", "0702")]
    found = figures("15.00", pieces, uncovered_m2=3.0)
    assert sum(getattr(found, f"{name}_mu") for name in CLASSES) == Decimal("0.02")


def test_parcel_smaller_than_any_rounded_piece():
    found = figures("0.01", [piece("0102", 0.004), piece("0702", 0.004)])
    assert found.uncovered_m2 == Decimal("0.01")


@pytest.mark.parametrize(
    ("area_m2", "mu"),
    [
        ("13333.33", "20.00"),
        ("13333.34", "20.00"),
        ("13330.00", "20.00"),
        ("13329.99", "19.99"),
        ("3333.33", "5.00"),
        ("3330.00", "5.00"),
        ("3329.99", "4.99"),
        ("6666.67", "10.00"),
        ("6663.33", "9.99"),
    ],
)
def test_thresholds_are_met_as_rounded(area_m2, mu):
    """3330.00 × 0.0015 = 4.995 → 5.00; 3329.99 × 0.0015 = 4.994985 → 4.99."""
    found = figures(
        area_m2, [piece("0102", float(area_m2))], of_which={"basic_farmland": float(area_m2)}
    )
    assert str(found.cultivated_mu) == str(found.basic_farmland_mu) == mu


def test_of_which_is_unknown_or_never_more_than_the_parcel():
    found = figures("100.00", [], uncovered_m2=100.0, of_which={"urban": 100.006, "red_line": 0.0})
    assert (found.urban_m2, found.red_line_m2, found.basic_farmland_m2) == (100, 0, None)
    assert found.basic_farmland_mu is None


def test_approvals_per_document_and_in_total():
    areas = {
        ("supply", ALL_DOCUMENTS): 0.0,
        ("conversion", ALL_DOCUMENTS): 66.666,
        ("conversion", "鲁政土字〔2022〕1号"): 33.333,
        ("conversion", "—"): 0.001,
    }
    found = figures("100.00", [], uncovered_m2=100.0, approvals=areas).approvals
    assert [(one.role, one.document, str(one.area_m2), str(one.percent)) for one in found] == [
        ("conversion", "", "66.67", "66.67"),
        ("conversion", "鲁政土字〔2022〕1号", "33.33", "33.33"),
        ("supply", "", "0.00", "0.00"),
    ]


def test_location_is_that_of_the_largest_named_piece():
    pieces = [
        piece("0102", 300.0),
        piece("0102", 200.0, location="东村", fid=5),
        piece("0102", 200.0, location="西村", fid=4),
    ]
    assert figures("700.00", pieces).location == "西村"
    assert figures("300.00", pieces[:1]).location == ""


def test_slivers_are_counted_and_stay_in_the_sums():
    pieces = [piece("0102", 100.0), piece("0102", 99.99), piece("0702", 0.5), piece("0702", 0.004)]
    found = figures("200.49", pieces)
    assert "2 land-use pieces are smaller than 100 m², 100.49 m² together" in said(found)
    assert sum(found.by_code_m2.values()) == Decimal("200.49")


codes = st.sampled_from([*NET.land_use.classes, "9999", ""])
pieces_of_any_kind = st.builds(
    piece,
    codes,
    st.floats(0, 50_000),
    st.sampled_from(["", "0", "0.1", "0.1234", "0.9999", "2"]),
    fid=st.integers(1, 99),
)


def test_adjusting_the_mu_leaves_no_contradiction_on_the_form():
    """17 + 10 = 27 m² are 0.0255, 0.0150 and 0.0405 mu: 0.03 + 0.02 have to become 0.04.

    0.03 × 4/5 = 0.024 → 0.02 cultivated; basic farmland on all of it, rounded by itself, would
    be 0.03.
    """
    pieces = [piece("0102", 17.0), piece("0702", 10.0)]
    found = figures("27.00", pieces, of_which={"basic_farmland": 17.0})
    assert found.cultivated_mu == Decimal("0.02")
    assert found.cultivated_gross_mu == Decimal("0.02")
    assert found.basic_farmland_mu == Decimal("0.02")
    assert found.basic_farmland_m2 == Decimal("17.00")


@pytest.mark.parametrize("noise", [-1e-9, 0.0, 1e-9])
def test_noise_of_the_sums_does_not_decide_a_tie(noise):
    assert hundredths(10.005 + noise) == 1001  # half up
    assert hundredths(10.00499 + noise) == 1000


@given(
    st.lists(pieces_of_any_kind, max_size=30),
    st.floats(0, 1000) | st.just(0.0),
    st.sampled_from([NET, GROSS]),
)
def test_identity_holds_to_the_last_digit(pieces, uncovered_m2, plan):
    total = sum(one.area_m2 for one in pieces) + uncovered_m2
    area = Decimal(repr(total)).quantize(Decimal("0.01"))
    found = figures_of(parcel(area), Measured(pieces=pieces, uncovered_m2=uncovered_m2), (), plan)
    areas = [getattr(found, f"{name}_m2") for name in CLASSES]
    mu = [getattr(found, f"{name}_mu") for name in CLASSES]
    assert sum(areas) == area
    assert sum(mu) == found.area_mu
    assert min(areas) >= 0 <= min(mu)
    assert sum(found.by_code_m2.values()) + found.uncovered_m2 == area
    assert found.cultivated_gross_m2 >= found.cultivated_m2
    assert found.cultivated_gross_mu >= found.cultivated_mu
    known = sum(one.area_m2 for one in pieces if plan.land_use.class_of(one.code) == "cultivated")
    assert float(found.cultivated_gross_m2) == pytest.approx(known, abs=0.01 * (len(pieces) + 2))
