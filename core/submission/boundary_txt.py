"""执法TXT: a parcel's boundary points as text, in the dialect of the enforcement systems.

``界址点数,地块名称,地块类型,地块用途,@`` and then ``J1,1,northing,easting`` per point; each ring
comes back to its start under its first label, holes are rings of their own. The dialect is
practice, not a standard; names, head and columns are the plan's (``submission.json``,
``boundaries``).
"""

from __future__ import annotations

from typing import Dict, Iterator, List, Tuple

from osgeo import osr

from ..areas import zone_of
from ..errors import OutputError
from ..files import file_name_of
from ..geometry import LONLAT_CRS, multipolygon_from_wkb
from ..model import Dossier
from ..reading.systems import longitude_first, prefixed_code, reference_named
from ..text import text
from .description import Boundaries
from .texts import CODEC, english, in_gbk
from .values import rows_of, values_of
from .work import MonthWork


def boundary_files(work: MonthWork) -> Iterator[Tuple[str, bytes]]:
    """The text of every parcel with its name in the package, where the plan wants them.

    :raises OutputError: a parcel lies outside the zones of CGCS2000.
    """
    wanted = work.schema.boundaries
    if wanted is None:
        return
    get = values_of("parcels", wanted.columns, work.plan)
    ways: Dict[int, osr.CoordinateTransformation] = {}
    for row in rows_of("parcels", work, english):
        named = [str(value or "") for value in get(row)]
        content = boundary_text(row.dossier, wanted, named, work, ways)
        number = file_name_of(row.dossier.parcel.number)
        yield wanted.file.format(parcel=number), in_gbk(content).encode(CODEC)


def boundary_text(
    dossier: Dossier,
    wanted: Boundaries,
    named: List[str],
    work: MonthWork,
    ways: Dict[int, osr.CoordinateTransformation],
) -> str:
    """One parcel; ``ways`` keeps the transformations by zone."""
    polygons = multipolygon_from_wkb(dossier.parcel.geometry)
    zone = zone_of(polygons)
    if zone not in ways:
        ways[zone] = _to_zone(zone, dossier)
    rings = [_projected(ring, ways[zone]) for polygon in polygons for ring in polygon]
    head = {"county": work.county_name, "month": work.month, "zone": str(zone)}
    lines = ["[属性描述]"]
    lines += [f"{key}={value.format(**head)}" for key, value in wanted.head.items()]
    cells = [str(sum(map(len, rings))), *map(_cell, named)]
    lines += ["[地块坐标]", ",".join([*cells, "@"]), *_points(rings, wanted.decimals)]
    return "\r\n".join(lines) + "\r\n"


def _to_zone(zone: int, dossier: Dossier) -> osr.CoordinateTransformation:
    code = prefixed_code(zone)
    if not code:
        raise OutputError(
            text(
                "Parcel {number} lies outside the zones of CGCS2000; its boundary text cannot be "
                "written.",
                number=dossier.parcel.number,
            )
        )
    degrees, plane = (longitude_first(reference_named(name)) for name in (LONLAT_CRS, code))
    return osr.CoordinateTransformation(degrees, plane)


def _projected(ring: object, way: osr.CoordinateTransformation) -> List[Tuple[float, float]]:
    """(easting, northing) in metres, the closing point included."""
    points = [(float(x), float(y)) for x, y in ring]  # type: ignore[attr-defined]
    return [(east, north) for east, north, *_ in way.TransformPoints(points)]


def _points(rings: List[List[Tuple[float, float]]], decimals: int) -> Iterator[str]:
    label = 1
    for number, ring in enumerate(rings, start=1):
        first = label
        for at, (east, north) in enumerate(ring):
            closing = at == len(ring) - 1
            name = first if closing else label
            label += not closing
            yield f"J{name},{number},{north:.{decimals}f},{east:.{decimals}f}"


def _cell(content: str) -> str:
    """A text between commas: what would end it or the line is written otherwise."""
    plain = content.replace(",", "，").replace("@", "＠")
    return " ".join(plain.split())
