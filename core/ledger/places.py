"""Points as old lists write them: degrees with decimals, or with minutes and seconds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import List, Match, Optional

CHINA_LON, CHINA_LAT = (73.0, 136.0), (3.0, 54.0)
_PART = re.compile(
    r"(\d{1,3}(?:\.\d+)?)(?:\s*[°度]\s*(\d{1,2}(?:\.\d+)?)\s*[′'分]\s*"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:[″\"秒]|''|′′))?)?"
)
_NEEDED = re.compile(r"\d+\.\d{3,}|[°度]")


@dataclass(frozen=True)
class Point:
    """Longitude and latitude in degrees (EPSG:4490)."""

    lon_deg: float
    lat_deg: float


def read_point(lon: str, lat: str) -> Optional[Point]:
    """The point of two cells, or of one text that holds both; ``None`` where there is none.

    Only what can lie in China and is given to a thousandth of a degree is a point; which of the
    two is the longitude is told by its size.
    """
    whole = unicodedata.normalize("NFKC", f"{lon} {lat}")
    if not _NEEDED.search(whole):
        return None
    found = [one for one in map(_degrees, _PART.finditer(whole)) if one is not None]
    lons = _within(found, *CHINA_LON)
    lats = _within(found, *CHINA_LAT)
    return Point(lons[0], lats[0]) if len(lons) == 1 and len(lats) == 1 else None


def _within(found: List[float], low: float, high: float) -> List[float]:
    return [one for one in found if low <= one <= high]


def _degrees(found: Match[str]) -> Optional[float]:
    whole, minutes, seconds = found.groups()
    if minutes is None and "." not in whole:
        return None
    return float(whole) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
