"""Dates and months as issued files write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Optional

from ..plan.sections import Calendar

_DAY = re.compile(
    r"(\d{4})(?:(\d{2})(\d{2})|\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?)"
    r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_MONTH = re.compile(r"(\d{4})(?:(\d{2})|\s*[-/.年]\s*(\d{1,2})\s*月?)")
_EARLIEST_YEAR = 1949
_LATEST_YEAR = 2199


def parse_date(written: str) -> Optional[str]:
    """ISO date for 20230401, 2023-04-01, 2023/4/1, 2023年4月1日; ``None`` for anything else.

    A time of day behind the date is left out; a day that does not exist is no date.
    """
    found = _DAY.fullmatch(_plain(written))
    if found is None:
        return None
    year, month, day, _, loose_month, loose_day = found.groups()
    return _iso(int(year), int(month or loose_month), int(day or loose_day))


def _plain(written: str) -> str:
    """Half-width, trimmed, and without the ``.0`` of a number field."""
    plain = unicodedata.normalize("NFKC", written).strip()
    return re.sub(r"^(\d{6}|\d{8})\.0+$", r"\1", plain)


def _iso(year: int, month: int, day: int) -> Optional[str]:
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def parse_month(written: str, calendar: Calendar) -> Optional[str]:
    """``YYYY-MM`` for a month (202304, 2023-04, 2023年4月) or a day of issue.

    A patch issued after the plan's cut-off day belongs to the next month.
    """
    issued = parse_date(written)
    if issued is not None:
        return calendar.month_of(date.fromisoformat(issued))
    found = _MONTH.fullmatch(_plain(written))
    if found is None:
        return None
    year, month, loose_month = found.groups()
    first = _iso(int(year), int(month or loose_month), 1)
    return first[:7] if first else None
