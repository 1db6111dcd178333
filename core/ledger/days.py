"""Days as old lists write them: typed, with dots, in Chinese digits, as Excel's count of days."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Optional

from ..intake.dates import parse_date

EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_DAYS = (32874, 73050)  # 1990-01-01 … 2099-12-31
EARLIEST_YEAR, LATEST_YEAR = 1949, 2099
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_TENS = re.compile(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)")
_SHORT = re.compile(r"'?(\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_LONG = re.compile(r"(\d{4})\s*[-/.年、,]\s*(\d{1,2})\s*[-/.月、,]\s*(\d{1,2})\s*[日号]?\.?")
_MONTH = re.compile(r"(\d{4})(?:(\d{2})|\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?)")
_PART_OF_MONTH = re.compile(r"(上旬|中旬|下旬|初|中|底|末)\Z")
_ENDS = " \t\r\n。.;"
_TIME = re.compile(r"[ T]+\d{1,2}[:时]\d{1,2}.*\Z")


@dataclass(frozen=True)
class Day:
    """ISO text; ``exact`` is false where only the month is known: then it is its last day."""

    iso: str
    exact: bool = True


def read_day(written: str) -> Optional[Day]:
    """The day of a cell; ``None`` where there is none that can be told.

    Year first in every order of signs; two digits of a year are of this century. A month alone
    gives its last day: no term ends before it, and no case is made older than it is. Orders with
    the year last are not guessed.
    """
    plain = _plain(written)
    known = parse_date(plain)
    if known is not None:
        return Day(known)
    for pattern, century in ((_LONG, 0), (_SHORT, 2000)):
        found = pattern.fullmatch(plain)
        if found:
            return _day(century + int(found[1]), int(found[2]), int(found[3]))
    return _excel_day(plain) or _month(plain)


def _plain(written: str) -> str:
    plain = unicodedata.normalize("NFKC", written).strip(_ENDS)
    plain = _TIME.sub("", plain)
    plain = _TENS.sub(lambda one: f"{one[1] or '一'}{one[2] or '〇'}", plain)
    return plain.translate(_DIGITS)


def _day(year: int, month: int, day: int) -> Optional[Day]:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return Day(date(year, month, day).isoformat())
    except ValueError:
        return None


def _excel_day(plain: str) -> Optional[Day]:
    """A cell that lost its format: Excel counts days."""
    found = re.fullmatch(r"(\d{5})(?:\.\d+)?", plain)
    if found is None or not EXCEL_DAYS[0] <= int(found[1]) <= EXCEL_DAYS[1]:
        return None
    return Day((EXCEL_EPOCH + timedelta(days=int(found[1]))).isoformat())


def _month(plain: str) -> Optional[Day]:
    found = _MONTH.fullmatch(_PART_OF_MONTH.sub("", plain))
    if found is None:
        return None
    year, month = int(found[1]), int(found[2] or found[3])
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= 12):
        return None
    return Day(date(year, month, monthrange(year, month)[1]).isoformat(), exact=False)


def read_year(written: str) -> Optional[int]:
    """The year that a cell or a title names, such as 2019, 2019年度 or 二〇一九年."""
    plain = _plain(written)
    found = re.search(r"(?<!\d)(19[5-9]\d|20\d\d)(?!\d)", plain)
    if found is None:
        found = re.match(r"(19[5-9]\d|20\d\d)(?=\d{2,4}\Z)", plain)
    return int(found[1]) if found else None
