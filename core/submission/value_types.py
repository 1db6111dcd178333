"""What a value of a form or layer is."""

from __future__ import annotations

from enum import Enum


class ValueType(Enum):
    """What a value is: text, a Decimal, an int, or ISO text of a day."""

    TEXT = "text"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
