"""What charts show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Optional, Tuple, Union

Number = Union[int, float, Decimal]
DASH = "—"


@dataclass(frozen=True)
class Bar:
    """One value with its name; ``None`` is not known, which is not zero."""

    label: str
    value: Optional[Number]
    key: str = ""


@dataclass(frozen=True)
class Stack:
    """One bar made of parts, in the order of the chart's names; parts are zero or more."""

    label: str
    values: Tuple[Number, ...]
    key: str = ""


@dataclass(frozen=True)
class Reached:
    """How many of ``total`` have come how far: first the step that most have reached."""

    label: str
    counts: Tuple[int, ...]
    total: int
    key: str = ""


@dataclass(frozen=True)
class Mark:
    """A line at a value: a threshold with its name."""

    label: str
    value: Number


def shown(value: Optional[Number], decimals: int, unit: str = "") -> str:
    """A value as it stands in the chart; half a unit of the last digit is rounded up."""
    if value is None:
        return DASH
    step = Decimal(1).scaleb(-decimals)
    return f"{Decimal(str(value)).quantize(step, 'ROUND_HALF_UP')}{unit}"
