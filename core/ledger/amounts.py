"""Areas as old lists write them: the unit told by the cell, its heading, or by comparing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Iterable, Mapping, Optional, Sequence, Tuple

from ..errors import UndecidedInput
from ..intake.units import find_unit
from ..mu import round_half_up
from ..text import text
from .rules import UNITS

_AMOUNT = re.compile(r"(?:约|大约|计)?\s*([-+]?[\d,]*\.?\d+)\s*(.*)", re.DOTALL)
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
M2_PER_HA = Decimal(10000)


@dataclass(frozen=True)
class Amount:
    """A number as it was written; ``unit`` is one of :data:`UNITS`, empty when it did not say."""

    number: Decimal
    unit: str = ""


def read_amount(written: str, units: Mapping[str, Sequence[str]]) -> Optional[Amount]:
    """The area in a cell; ``None`` where there is no number of zero or more, or more than one."""
    plain = _GROUPS.sub("", unicodedata.normalize("NFKC", written).strip())
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return None
    unit = unit_of(found[2], units)
    if found[2].strip() and (not unit or re.search(r"\d", _without_units(found[2], units))):
        return None
    try:
        number = Decimal(found[1])
    except InvalidOperation:
        return None
    return Amount(number, unit) if 0 <= number < Decimal(10) ** 9 else None


def _without_units(written: str, units: Mapping[str, Sequence[str]]) -> str:
    for names in units.values():
        for name in names:
            written = written.replace(unicodedata.normalize("NFKC", name), "")
    return written


def unit_of(written: str, units: Mapping[str, Sequence[str]]) -> str:
    """The unit that a heading, a cell or a line such as 单位：亩 names; empty when none or two."""
    plain = unicodedata.normalize("NFKC", written).casefold()
    named = [
        unit
        for unit, names in units.items()
        if any(unicodedata.normalize("NFKC", name).casefold() in plain for name in names)
    ]
    return named[0] if len(named) == 1 else ""


def in_mu(number: Decimal, unit: str, mu_per_m2: Decimal) -> Decimal:
    """Mu to 0.01, rounded half up; ``unit`` is one of :data:`UNITS`."""
    if unit == "mu":
        return round_half_up(number)
    return round_half_up(number * (M2_PER_HA if unit == "ha" else 1) * mu_per_m2)


def compared_unit(pairs: Iterable[Tuple[Decimal, Decimal]], field: str) -> str:
    """The unit of a column that does not name it, from (written, known m²) of the same parcels.

    :raises UndecidedInput: there is nothing to compare with, or it fits no unit; a person says.
    """
    unit = find_unit(field, pairs, "")
    if not unit:
        raise UndecidedInput(
            text(
                "Column {field} does not say whether its areas are in mu or m², and no parcel of "
                "this casebook is in the list to compare with. Choose the unit.",
                field=field,
            ),
            "area_unit",
            UNITS,
        )
    return unit
