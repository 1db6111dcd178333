"""What a person types or a table holds about a case: days and amounts, understood or refused."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Optional

from ..errors import InputError
from ..text import text

_DIGITS = re.compile(r"\d+")
_TIME = re.compile(r"[ T]+\d{1,2}:\d{2}.*")
_GROUPS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
MOST = Decimal(10) ** 12
EARLIEST_YEAR, LATEST_YEAR = 1949, 2199


def typed_day(what: str, written: str) -> str:
    """ISO, from 2023-5-8, 2023/5/8, 20230508 or 2023年5月8日; empty stays empty.

    :raises InputError: it is no day.
    """
    given = unicodedata.normalize("NFKC", written).strip()
    if not given:
        return ""
    parts = _DIGITS.findall(_TIME.sub("", given))
    if len(parts) == 1 and len(parts[0]) == len("20230508"):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    try:
        year, month, day = map(int, parts)
        found = date(year, month, day)
    except ValueError:
        found = date.min
    if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
        raise InputError(
            text(
                "{what}: “{given}” is no date. Write it like 2023-05-08.", what=what, given=written
            )
        )
    return found.isoformat()


def typed_amount(what: str, written: str) -> Optional[Decimal]:
    """A number of zero or more, with or without commas between thousands; ``None`` when empty.

    :raises InputError: it is no such number.
    """
    given = _GROUPS.sub("", unicodedata.normalize("NFKC", written).strip())
    if not given:
        return None
    try:
        number = Decimal(given)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number < MOST:
        raise InputError(
            text("{what}: “{given}” is no number of zero or more.", what=what, given=written)
        )
    return number
