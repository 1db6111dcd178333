"""CGCS2000's coordinate systems: their EPSG numbers, their zones, and what numbers are theirs.

Issued files and base layers are in CGCS2000, in degrees or in the Gauss-Krüger plane. Eastings
of eight digits carry their zone in front (39 for the 3° zone round 117°E) and speak for
themselves; eastings of six digits need a central meridian from somewhere.
EPSG codes: EPSG Dataset; ranges of the zones: GB/T 17798-2007.
"""

from __future__ import annotations

from typing import Any, NamedTuple, Optional, Tuple

from osgeo import osr

from ..areas import FALSE_EASTING_M, FLATTENING, METRES_PER_ZONE_PREFIX, SEMI_MAJOR_M
from ..errors import UndecidedInput
from ..geometry import LONLAT_CRS, Box
from ..text import text
from .vector import quiet

DEGREES, PREFIXED, PLAIN, ELSEWHERE = "degrees", "prefixed", "plain", "elsewhere"
_ZONES_3, _EPSG_OF_ZONE_3 = range(25, 46), 4488
_ZONES_6, _EPSG_OF_ZONE_6 = range(13, 24), 4478
_MERIDIANS, _EPSG_OF_FIRST_MERIDIAN = range(75, 136, 3), 4534
_NORTHING_M = (300_000.0, 6_200_000.0)
_PLAIN_EASTING_M = (100_000.0, 900_000.0)
# EPSG's area of use of CGCS2000 (73.62–134.77°E, 16.7–53.56°N), widened to China's seas.
_LON_DEG, _LAT_DEG = (72.0, 137.0), (3.0, 55.0)
_SAME_EARTH = ("china_2000", "china_geodetic_coordinate_system_2000", "cgcs2000", "cgcs_2000")
_NEARLY_SAME = (
    "wgs_1984",
    "wgs84",
    "world_geodetic_system_1984",
    "itrf",
    "international_terrestrial_reference_frame",
)
# What a definition by its ellipsoid alone is called: "+ellps=GRS80", "not specified …".
_UNNAMED = ("unknown", "not_specified", "not specified")
# WGS 84 differs from CGCS2000 by centimetres, and its flattening in the ninth digit.
_SAME_AXIS_M, _SAME_INVERSE_FLATTENING = 0.5, 0.001


def prefixed_code(zone: int) -> str:
    """EPSG code of a zone with its number before the easting; ``""`` if there is none."""
    if zone in _ZONES_3:
        return f"EPSG:{_EPSG_OF_ZONE_3 + zone}"
    return f"EPSG:{_EPSG_OF_ZONE_6 + zone}" if zone in _ZONES_6 else ""


def plain_code(central_meridian: int) -> str:
    """EPSG code of the zone round a meridian, easting without prefix; ``""`` if there is none."""
    if central_meridian not in _MERIDIANS:
        return ""
    return f"EPSG:{_EPSG_OF_FIRST_MERIDIAN + _MERIDIANS.index(central_meridian)}"


PLAIN_CHOICES = tuple(plain_code(meridian) for meridian in _MERIDIANS)
"""What six-digit eastings may be in."""
ALL_CHOICES = (LONLAT_CRS, *(prefixed_code(zone) for zone in _ZONES_3), *PLAIN_CHOICES)


def inside_china(box: Box) -> bool:
    """True for lon/lat degrees that can be in China."""
    west, south, east, north = box
    return (
        _LON_DEG[0] <= west <= east <= _LON_DEG[1] and _LAT_DEG[0] <= south <= north <= _LAT_DEG[1]
    )


def can_be_degrees(box: Box) -> bool:
    """True for numbers that are degrees of longitude and latitude anywhere on the earth."""
    west, south, east, north = box
    return west >= -180 and east <= 180 and south >= -90 and north <= 90


def family_of(box: Box) -> str:
    """What kind of coordinates in China these are, from their size alone."""
    west, south, east, north = box
    if inside_china(box):
        return DEGREES
    if not _NORTHING_M[0] <= south <= north <= _NORTHING_M[1]:
        return ELSEWHERE
    if _PLAIN_EASTING_M[0] <= west <= east <= _PLAIN_EASTING_M[1]:
        return PLAIN
    zone = zone_before(west)
    left, right = west - zone * METRES_PER_ZONE_PREFIX, east - zone * METRES_PER_ZONE_PREFIX
    if prefixed_code(zone) and _PLAIN_EASTING_M[0] <= left <= right <= _PLAIN_EASTING_M[1]:
        return PREFIXED
    return ELSEWHERE


def zone_before(easting_m: float) -> int:
    """The number that stands before the metres of an easting: 39 for 39 411 000."""
    return int(easting_m // METRES_PER_ZONE_PREFIX)


class Declared(NamedTuple):
    """A declaration, understood: an EPSG code where it is one of CGCS2000's, and its family."""

    name: str
    code: str
    family: str
    central_meridian: Optional[int]
    reference: Any


def says_something(reference: Any) -> bool:
    """False for no reference and for a local one ("unknown" in ArcGIS), which has no datum."""
    return reference is not None and bool(reference.GetAttrValue("DATUM"))


def understand(reference: Any) -> Declared:
    """What an OSR reference declares."""
    name = reference.GetName() or "?"
    if reference.IsGeographic():
        code = LONLAT_CRS if is_cgcs2000(reference) else ""
        return Declared(name, code, DEGREES, None, reference)
    scale = reference.GetProjParm("scale_factor", 1.0)
    if not is_gauss_krueger(reference) or abs(scale - 1) > 1e-9:
        return Declared(name, "", ELSEWHERE, None, reference)
    meridian = round(reference.GetProjParm("central_meridian", 0.0))
    false_easting = round(reference.GetProjParm("false_easting", 0.0))
    zone = zone_before(false_easting)
    if false_easting - zone * METRES_PER_ZONE_PREFIX != FALSE_EASTING_M:
        return Declared(name, "", ELSEWHERE, None, reference)
    if zone == 0:
        return Declared(name, plain_code(meridian), PLAIN, meridian, reference)
    return Declared(name, prefixed_code(zone), PREFIXED, meridian, reference)


def is_gauss_krueger(reference: Any) -> bool:
    """True for a transverse Mercator projection, whatever its scale."""
    return reference.GetAttrValue("PROJECTION") in ("Transverse_Mercator", "Gauss_Kruger")


def is_cgcs2000(reference: Any) -> bool:
    """True when a reference names CGCS2000 as its datum and has its ellipsoid."""
    return _has_our_ellipsoid(reference) and _is_named(reference, _SAME_EARTH)


def serves_as_cgcs2000(reference: Any) -> bool:
    """True for CGCS2000 and what differs from it by less than a metre: WGS 84, ITRF, and a
    datum without a name on one of their ellipsoids."""
    known = (*_SAME_EARTH, *_NEARLY_SAME, *_UNNAMED)
    return _has_our_ellipsoid(reference) and _is_named(reference, known)


def _is_named(reference: Any, names: Tuple[str, ...]) -> bool:
    datum = (reference.GetAttrValue("DATUM") or "").lower()
    return any(name in datum for name in names)


def _has_our_ellipsoid(reference: Any) -> bool:
    axis = abs(reference.GetSemiMajor() - SEMI_MAJOR_M)
    flattening = abs(reference.GetInvFlattening() - 1 / FLATTENING)
    return bool(axis <= _SAME_AXIS_M and flattening <= _SAME_INVERSE_FLATTENING)


def other_datum(file: str, crs: str) -> UndecidedInput:
    """The refusal for what is on another datum: nothing is shifted with guessed parameters."""
    return UndecidedInput(
        text(
            "{file} is in {crs}, which is not CGCS2000 and cannot be brought there without "
            "the local parameters. Have it converted, or say which system it really is in.",
            file=file,
            crs=crs,
        ),
        "crs",
        ALL_CHOICES,
    )


def reference_named(name: str) -> Any:
    """The reference a person named, like ``EPSG:4548``; raises :class:`UndecidedInput`."""
    reference = osr.SpatialReference()
    with quiet():
        try:
            failed = reference.SetFromUserInput(name) != 0
        except RuntimeError:  # where GDAL was told to raise
            failed = True
    if failed:
        raise UndecidedInput(
            text("“{name}” is not a coordinate system. Write it like EPSG:4548.", name=name),
            "crs",
            PLAIN_CHOICES,
        )
    return reference


def reference_from_wkt(wkt: str) -> Any:
    """The spatial reference of a .prj, or ``None`` when it is not understood."""
    reference = osr.SpatialReference()
    with quiet():
        try:
            failed = reference.ImportFromWkt(wkt) != 0
        except RuntimeError:
            return None
    return None if failed else reference


def longitude_first(reference: Any) -> Any:
    """The same reference, now with longitude or easting before latitude or northing."""
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference
