"""必须外业核查: the month's patches that the city or, for mines, the province visits, in an order
to drive, as GPX, KML, xlsx.

Which ones: the plan's thresholds (``legality.visits``). Order: from the westernmost one always
on to the nearest that is left. Positions are CGCS2000, which a satellite receiver's WGS 84 meets
within the receiver's own error. Military patches are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from math import cos, hypot, radians
from pathlib import Path
from typing import Dict, List, Optional, Sequence, Tuple
from xml.sax.saxutils import escape

from osgeo import ogr

from ..documents import Column, Kind, Sheet, Value, clean, write_workbook
from ..files import whole_file
from ..geometry import Polygon, multipolygon_from_wkb
from ..legality import Reached, reached_together
from ..model import Dossier, Patch
from ..mu import mu_from_m2
from ..plan import Plan
from ..text import Translate, text
from .collecting import Book, collect
from .forms import placeholders

METRES_PER_DEG = 111_195.0  # of a sphere of 6371 km: good enough to put places in order
FIGURES = ("area", "cultivated", "basic_farmland", "red_line")


@dataclass(frozen=True)
class Stop:
    """A patch to visit: where, which thresholds it reaches, and each figure in mu twice.

    ``figures`` gives per figure the sum of the parcels' rounded mu, as forms print it, and the
    mu of the whole square metres; ``None`` where a layer does not reach. ``km`` is from the stop
    before, as the crow flies.
    """

    patch: Patch
    lon_deg: float
    lat_deg: float
    reached: Tuple[Reached, ...]
    verdicts: Tuple[str, ...]
    figures: Dict[str, Tuple[Optional[Decimal], Optional[Decimal]]]
    km: float


def route(book: Book, plan: Plan, month: str) -> List[Stop]:
    """The stops of a month, in the order to visit them.

    :raises InputError: ``month`` is not one, like ``2023-04``.
    """
    work = collect(book, plan, month, date.today())
    of_patch: Dict[str, List[Dossier]] = {}
    for dossier in (*work.dossiers, *work.mineral_dossiers):
        of_patch.setdefault(dossier.patch.number, []).append(dossier)
    stops = []
    for patch in (*work.patches, *work.mineral_patches):
        dossiers = of_patch.get(patch.number, [])
        reached = tuple(reached_together(dossiers, plan))
        if reached:
            stops.append(_stop(patch, dossiers, reached, plan))
    return nearest_next(stops)


def _stop(
    patch: Patch, dossiers: Sequence[Dossier], reached: Tuple[Reached, ...], plan: Plan
) -> Stop:
    point = ogr.CreateGeometryFromWkb(patch.geometry).PointOnSurface()
    given = [plan.category(one.county_verdict.category) for one in dossiers if one.county_verdict]
    return Stop(
        patch,
        point.GetX(),
        point.GetY(),
        reached,
        tuple(dict.fromkeys(one.label.zh for one in given if one)),
        {name: _both(dossiers, name, plan) for name in FIGURES},
        0.0,
    )


def _both(
    dossiers: Sequence[Dossier], name: str, plan: Plan
) -> Tuple[Optional[Decimal], Optional[Decimal]]:
    factor = plan.area_rules.mu_per_m2
    if name == "area":
        parcels = [one.parcel for one in dossiers]
        whole = sum((one.area_m2 for one in parcels), Decimal(0))
        return sum((one.mu(factor) for one in parcels), Decimal(0)), mu_from_m2(whole, factor)
    found = [one.figures for one in dossiers if one.figures is not None]
    mu = [getattr(one, f"{name}_mu") for one in found]
    m2 = [getattr(one, f"{name}_m2") for one in found]
    if not found or None in mu or None in m2:
        return None, None
    return sum(mu, Decimal(0)), mu_from_m2(sum(m2, Decimal(0)), factor)


def nearest_next(stops: Sequence[Stop]) -> List[Stop]:
    """The stops from the westernmost on, always the nearest that is left; ties by number."""
    left = sorted(stops, key=lambda one: (one.lon_deg, one.patch.number))
    ordered: List[Stop] = []
    while left:
        here = ordered[-1] if ordered else left[0]
        nearest = min(left, key=lambda one: (_metres(here, one), one.patch.number))
        left.remove(nearest)
        km = _metres(here, nearest) / 1000
        ordered.append(replace(nearest, km=km))
    return ordered


def _metres(one: Stop, other: Stop) -> float:
    east = (other.lon_deg - one.lon_deg) * cos(radians(one.lat_deg))
    return METRES_PER_DEG * hypot(east, other.lat_deg - one.lat_deg)


def reason(one: Reached, say: Translate) -> str:
    """Which threshold, the figure that reaches it as compared and before rounding."""
    line = text(
        "{rule}: {shown} mu (unrounded {raw}), threshold {least} mu",
        rule=one.rule.label.zh,
        shown=one.counted_mu,
        raw=f"{one.raw_mu:.4f}",
        least=one.rule.at_least_mu,
    ).say(say)
    if not one.is_rectified:
        return line
    return text("{reason}; it is put right, visit the result, too", reason=line).say(say)


# Files


def write_route(
    book: Book, plan: Plan, month: str, folder: Path, say: Translate
) -> Tuple[List[Stop], Dict[str, Path]]:
    """Write the route into ``folder``; gives the stops, and the files by suffix.

    :raises OutputError: a file cannot be written.
    """
    stops = route(book, plan, month)
    title = text("City must-visit list {month}", month=month).say(say)
    name = f"{title.replace(' ', '_')}_{book.county_name}"
    paths = {suffix: folder / f"{name}.{suffix}" for suffix in ("gpx", "kml", "xlsx")}
    for suffix, content in (("gpx", gpx(stops, title, say)), ("kml", kml(stops, title, say))):
        with whole_file(paths[suffix]) as part:
            part.write_text(content, encoding="utf-8")
    write_workbook(paths["xlsx"], [_sheet(stops, book, month, say)], datetime.now())
    return stops, paths


def gpx(stops: Sequence[Stop], title: str, say: Translate) -> str:
    """Waypoints and a route through them, as GPX 1.1."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<gpx version="1.1" creator="Tuban" xmlns="http://www.topografix.com/GPX/1/1">')
    for number, stop in enumerate(stops, start=1):
        lines.append(_point("wpt", stop, number, say))
    lines.append(f"<rte><name>{_xml(title)}</name>")
    lines += [_point("rtept", stop, number, say) for number, stop in enumerate(stops, start=1)]
    lines += ["</rte>", "</gpx>", ""]
    return "\n".join(lines)


def _point(tag: str, stop: Stop, number: int, say: Translate) -> str:
    place = f'lat="{stop.lat_deg:.7f}" lon="{stop.lon_deg:.7f}"'
    name = f"<name>{_xml(f'{number} {stop.patch.number}')}</name>"
    return f"<{tag} {place}>{name}<desc>{_xml(_reasons(stop, say))}</desc></{tag}>"


def _reasons(stop: Stop, say: Translate) -> str:
    return "；".join(reason(one, say) for one in stop.reached)


def kml(stops: Sequence[Stop], title: str, say: Translate) -> str:
    """A place mark with the outline for each stop, as KML 2.2."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<kml xmlns="http://www.opengis.net/kml/2.2"><Document>')
    lines.append(f"<name>{_xml(title)}</name>")
    for number, stop in enumerate(stops, start=1):
        lines += [
            f"<Placemark><name>{_xml(f'{number} {stop.patch.number}')}</name>",
            f"<description>{_xml(_reasons(stop, say))}</description><MultiGeometry>",
            f"<Point><coordinates>{stop.lon_deg:.7f},{stop.lat_deg:.7f}</coordinates></Point>",
            *map(_polygon, multipolygon_from_wkb(stop.patch.geometry)),
            "</MultiGeometry></Placemark>",
        ]
    lines += ["</Document></kml>", ""]
    return "\n".join(lines)


def _polygon(rings: Polygon) -> str:
    parts = []
    for at, ring in enumerate(rings):
        side = "innerBoundaryIs" if at else "outerBoundaryIs"
        corners = " ".join(f"{lon:.8f},{lat:.8f}" for lon, lat in ring)
        ring_text = f"<LinearRing><coordinates>{corners}</coordinates></LinearRing>"
        parts.append(f"<{side}>{ring_text}</{side}>")
    return f"<Polygon>{''.join(parts)}</Polygon>"


def _xml(content: str) -> str:
    return escape(clean(content))


def _sheet(stops: Sequence[Stop], book: Book, month: str, say: Translate) -> Sheet:
    mu, exact = text("as on the forms").say(say), text("from whole m²").say(say)
    areas = (
        text("Area (mu)").say(say),
        text("Cultivated land (mu)").say(say),
        text("Permanent basic farmland (mu)").say(say),
        text("Ecological red line (mu)").say(say),
    )
    columns = [
        Column(text("Order").say(say), 6, Kind.INTEGER),
        Column(text("Patch number").say(say), 20, Kind.CODE),
        Column(text("Patch class").say(say), 17, Kind.CODE),
        Column(text("County verdict").say(say), 13, Kind.CODE),
        Column(text("Visited by").say(say), 8, Kind.CODE),
        Column(text("Why it is visited").say(say), 44, Kind.TEXT),
    ]
    for area in areas:
        columns += [Column(one, 11, Kind.AREA, 2, area) for one in (mu, exact)]
    columns += [
        Column(text("Longitude (°)").say(say), 12, Kind.CODE),
        Column(text("Latitude (°)").say(say), 12, Kind.CODE),
        Column(text("km from the stop before").say(say), 10, Kind.CODE),
    ]
    title = text("City must-visit list {month}", month=month).say(say)
    names = placeholders(book.county_name, month)
    return Sheet(
        name=title,
        title=f"{names['county']} {title}",
        columns=tuple(columns),
        rows=[_row(number, stop, say) for number, stop in enumerate(stops, start=1)],
        notes=(
            text(
                "Thresholds count in mu as on the forms or from whole m², whichever is larger; "
                "they and their source are in the work plan. Tuban's own list, not official."
            ).say(say),
        ),
    )


def _visitors(stop: Stop, say: Translate) -> str:
    names = {"city": text("City"), "province": text("Province")}
    return "、".join(dict.fromkeys(names[one.rule.by].say(say) for one in stop.reached))


def _row(number: int, stop: Stop, say: Translate) -> List[Value]:
    figures = [value for name in FIGURES for value in stop.figures[name]]
    places = [f"{stop.lon_deg:.6f}", f"{stop.lat_deg:.6f}", f"{stop.km:.1f}"]
    facts = [stop.patch.number, stop.patch.patch_class, "；".join(stop.verdicts)]
    reasons = "\n".join(reason(one, say) for one in stop.reached)
    return [number, *facts, _visitors(stop, say), reasons, *figures, *places]
