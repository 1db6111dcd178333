"""Mu, and how an area is rounded. Loads without arrays: QGIS's start needs no more of areas."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Union

# 1 mu is 2000/3 m², so this factor is exact.
MU_PER_M2 = Decimal("0.0015")
_HUNDREDTH = Decimal("0.01")


def round_half_up(value: Union[float, Decimal], digits: int = 2) -> Decimal:
    """``value`` rounded half up (away from zero), never through binary rounding.

    A float is read by its shortest decimal form, as a person reads it off a form.
    """
    number = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    step = _HUNDREDTH if digits == 2 else Decimal(1).scaleb(-digits)
    # Adding zero turns −0.00 into 0.00: nobody wants a minus before nothing on a form.
    return number.quantize(step, ROUND_HALF_UP) + 0


def mu_from_m2(area_m2: Union[float, Decimal], mu_per_m2: Decimal = MU_PER_M2) -> Decimal:
    """Mu to two decimals, half up, from m²; a float is first rounded to 0.01 m²."""
    number = area_m2 if isinstance(area_m2, Decimal) else round_half_up(area_m2)
    return round_half_up(number * mu_per_m2)
