"""The fictional work of the month before: where building went on, somebody looked already."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterator, Sequence

from .files import GEOGRAPHIC, Fields, Row, text, write_geopackage
from .names import COUNTY_CODE, COUNTY_NAME, FICTIONAL
from .patches import Site

MONTH = "202303"
LAYER = "往期图斑"
_FIELDS: Fields = {
    "TBBH": text(18),
    "XZQDM": text(6),
    "XMC": text(30),
    "JCLB": text(6),
    "判定类型": text(30),
    "核查日期": text(10),
    "整改情况": text(60),
    "BZ": text(100),
}
_FOUND: Dict[str, tuple] = {
    "legal": ("合法", "2023-03-14", ""),
    "illegal": ("违法", "2023-03-16", "未整改"),
}


def write_earlier(path: Path, sites: Sequence[Site]) -> int:
    """往期/往期图斑_202303.gpkg: a row for every patch that goes on with earlier building."""
    continued = [site for site in sites if site.scenario.before]
    return write_geopackage(path, LAYER, GEOGRAPHIC, _FIELDS, _rows(continued))


def _rows(sites: Sequence[Site]) -> Iterator[Row]:
    for serial, site in enumerate(sites, start=1):
        verdict, day, rectified = _FOUND[site.scenario.verdict[0]]
        yield (
            [[site.degrees]],
            {
                "TBBH": f"{COUNTY_CODE}03{serial:06d}",
                "XZQDM": COUNTY_CODE,
                "XMC": COUNTY_NAME,
                "JCLB": MONTH,
                "判定类型": verdict,
                "核查日期": day,
                "整改情况": rectified,
                "BZ": FICTIONAL if serial == 1 else "",
            },
        )
