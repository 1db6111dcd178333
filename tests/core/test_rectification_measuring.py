"""Measured outlines, beside areas computed with another library."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

pytest.importorskip("osgeo")

from issued_land import square_wkb

from tuban.core.errors import InputError
from tuban.core.geometry import multipolygon_from_wkb, wkb_from_multipolygon
from tuban.core.rectification.measuring import measure_outline

D = Decimal
PARCEL = square_wkb()
WEST, SOUTH, SIDE = 115.2, 36.4, 0.001


def area_of(wkb: bytes) -> float:
    geod = pytest.importorskip("pyproj").Geod(ellps="GRS80")
    return sum(
        abs(geod.polygon_area_perimeter(shell[:, 0], shell[:, 1])[0])
        for shell, *_ in multipolygon_from_wkb(wkb)
    )


def walked(*corners):
    ring = np.array([*corners, corners[0]]) * SIDE + (WEST, SOUTH)
    return wkb_from_multipolygon([[ring]])


def test_the_parcel_itself():
    found = measure_outline(PARCEL, PARCEL)
    assert float(found.area_m2) == pytest.approx(area_of(PARCEL), abs=0.01)
    assert found.measured_mu == found.inside_mu == D("14.93"), "9954.31 m²"
    assert found.inside_percent == D("100.00")
    assert bytes.fromhex(found.hex) == found.outline


def test_no_more_lies_inside_than_there_is(monkeypatch):
    """Two ways of computing one area differ by rounding: the whole is still the whole."""
    monkeypatch.setattr("tuban.core.rectification.measuring._shared_m2", lambda *_: 9990.0)
    found = measure_outline(PARCEL, PARCEL)
    assert (found.inside_mu, found.inside_percent) == (D("14.93"), D("100.00"))


def test_half_of_it_lies_elsewhere():
    shifted = walked((0.5, 0), (1.5, 0), (1.5, 1), (0.5, 1))
    found = measure_outline(shifted, PARCEL)
    assert float(found.area_m2) == pytest.approx(area_of(shifted), abs=0.01)
    assert found.inside_percent == pytest.approx(D("50.00"), abs=D("0.01"))
    assert found.inside_mu == D("7.47")


def test_wholly_elsewhere_and_touching():
    assert measure_outline(square_wkb(115.3), PARCEL).inside_mu == 0
    assert measure_outline(square_wkb(115.201), PARCEL).inside_mu == 0, "a border has no area"


@pytest.mark.parametrize(
    ("outline", "why"),
    [
        (b"\x01\x01\x00\x00\x00" + b"\x00" * 16, "Draw a polygon"),
        (b"", "Draw a polygon"),
        (wkb_from_multipolygon([]), "in degrees"),
        (square_wkb(500_000.0), "in degrees"),
        (
            wkb_from_multipolygon(
                [[np.array([(0, 0), (1, 1), (1, 0), (0, 1), (0, 0)]) * 0.001 + (WEST, SOUTH)]]
            ),
            "crosses itself",
        ),
        (
            wkb_from_multipolygon([[np.array([(WEST, SOUTH), (WEST, np.nan), (1, 1), (0, 0)])]]),
            "in degrees",
        ),
    ],
)
def test_what_is_no_outline(outline, why):
    with pytest.raises(InputError, match=why):
        measure_outline(outline, PARCEL)
