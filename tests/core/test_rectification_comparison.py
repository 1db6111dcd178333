"""A measured outline beside the parcel of 12.00 mu and what the county says, by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

pytest.importorskip("osgeo")

from rectified_land import measure, parcel_of

from tuban.core.plan import load_plan
from tuban.core.rectification import Amount, standing
from tuban.core.rectification.comparison import compared
from tuban.core.rectification.measuring import Measured
from tuban.core.rectified import Progress

PLAN = load_plan("liaocheng-2023")
D = Decimal


def outline(measured: str, inside: str, percent: str) -> Measured:
    return Measured(b"", D(measured), D(measured), D(inside), D(percent))


def test_nothing_measured_leaves_the_countys_figures():
    found = compared(parcel_of(measure("demolition", "10.00", recultivated="8.00")), None, PLAN)
    assert (found.parcel_mu, found.illegal_mu) == (D("12.00"), D("12.00"))
    assert (found.rectified_mu, found.recultivated_mu) == (D("10.00"), D("8.00"))
    assert (found.measured_mu, found.difference_mu, found.outside) == (None, None, False)


@pytest.mark.parametrize(
    ("given", "difference", "outside", "too_small"),
    [
        # The plan's tolerances: 95 % inside, 0.05 mu less than the county says.
        (("8.10", "7.95", "98.15"), "-0.05", False, False),
        (("8.10", "7.94", "98.02"), "-0.06", False, True),
        (("9.00", "8.55", "95.00"), "0.55", False, False),
        (("9.00", "8.54", "94.89"), "0.54", True, False),
        (("9.00", "0.00", "0.00"), "-8.00", True, True),
    ],
)
def test_what_was_measured_is_held_against_the_parcel_and_the_county(
    given, difference, outside, too_small
):
    one = parcel_of(measure("demolition", "10.00", recultivated="8.00"))
    found = compared(one, outline(*given), PLAN)
    assert found.difference_mu == D(difference)
    assert (found.outside, found.too_small) == (outside, too_small)


def test_what_no_measure_clears_yet():
    one = parcel_of(
        measure("demolition", "10.00", "2.00", recultivated="8.00"),
        measure("made_up", "1.50", "0.00", progress=Progress.PLANNED),
    )
    whole = standing(parcel_of(), PLAN).illegal
    left = standing(one, PLAN).unplanned
    assert left.mu == D("0.50")
    assert left.cultivated_mu == min(whole.cultivated_mu - D("2.00"), D("0.50"))
    assert isinstance(left, Amount)
