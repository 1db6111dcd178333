"""How a value is got from a row, and what it then is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Callable, Optional, Tuple

from ...documents import Value
from ..value_types import ValueType

Getter = Tuple[ValueType, Callable[[Any], Value]]


def text_value(get: Callable[[Any], str]) -> Getter:
    """A text."""
    return ValueType.TEXT, get


def day_value(get: Callable[[Any], Optional[str]]) -> Getter:
    """A day, as ISO text."""
    return ValueType.DATE, get


def count_value(get: Callable[[Any], int]) -> Getter:
    """A whole number."""
    return ValueType.INTEGER, get


def decimal_value(get: Callable[[Any], Optional[Decimal]]) -> Getter:
    """A decimal number; ``None`` is unknown."""
    return ValueType.DECIMAL, get
