"""Which unit an issued area is in: what its numbers are beside the computed areas."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from math import log
from statistics import median
from typing import Dict, Iterable, List, Optional, Tuple

from ..errors import UndecidedInput
from ..mu import MU_PER_M2
from ..text import text

UNITS_PER_M2: Dict[str, Decimal] = {
    "m2": Decimal(1),
    "mu": MU_PER_M2,
    "ha": Decimal("0.0001"),
}
# Issued areas may be rounded to 0.1 mu or be plane areas; the units lie a factor 15 apart.
_NEAR = log(1.6)
_ROUNDING_SHARE = Decimal("0.02")


def parse_area(written: str) -> Optional[Decimal]:
    """The number of an area field; ``None`` where there is none."""
    try:
        number = Decimal(written.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def find_unit(field: str, pairs: Iterable[Tuple[Decimal, Decimal]], asked: str) -> str:
    """``m2``, ``mu`` or ``ha`` for (issued, computed m²) pairs; ``""`` when nothing is issued.

    The median decides, so that single wrong values do not matter. Raises
    :class:`UndecidedInput` when no unit comes near.
    """
    if asked:
        return _checked(asked)
    ratios = [log(issued / area) for issued, area in pairs if issued > 0 and area > 0]
    if not ratios:
        return ""
    middle = median(ratios)
    distance = {unit: abs(middle - log(share)) for unit, share in UNITS_PER_M2.items()}
    unit = min(distance, key=lambda one: distance[one])
    if distance[unit] > _NEAR:
        raise UndecidedInput(
            text(
                "The areas in field {field} fit the shapes neither in m² nor in mu nor in "
                "hectares. Choose their unit, or another field.",
                field=field,
            ),
            "area_unit",
            tuple(UNITS_PER_M2),
        )
    return unit


def _checked(unit: str) -> str:
    if unit not in UNITS_PER_M2:
        raise UndecidedInput(
            text("“{unit}” is not a unit of area that is known here.", unit=unit),
            "area_unit",
            tuple(UNITS_PER_M2),
        )
    return unit


def differs(issued: Decimal, unit: str, area_m2: Decimal) -> bool:
    """True when an issued area is not the shape's, beyond its own rounding and 2 %."""
    expected = area_m2 * UNITS_PER_M2[unit]
    step = Decimal(1).scaleb(min(0, int(issued.as_tuple().exponent)))
    return abs(issued - expected) > step + expected * _ROUNDING_SHARE


def contradicts(pairs: List[Tuple[Decimal, Decimal]], unit: str) -> bool:
    """True when a person's choice of unit fits hardly any of the shapes."""
    off = [differs(issued, unit, area) for issued, area in pairs if issued > 0 and area > 0]
    return bool(off) and sum(off) > len(off) / 2
