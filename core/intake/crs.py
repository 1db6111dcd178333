"""Where on the earth a file's coordinates are: what it declares, and what the numbers say.

Issued files are in CGCS2000, in degrees or in the Gauss-Krüger plane. Eastings of eight digits
carry their zone in front (39 for the 3° zone round 117°E) and speak for themselves, feature by
feature; where the declaration contradicts them, it is the declaration that is wrong: taking it
at its word puts the land 39,000 km away. Eastings of six digits need a central meridian from
somewhere, and without one a person is asked.
EPSG codes: EPSG Dataset; ranges of the zones: GB/T 17798-2007.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from osgeo import osr

from ..errors import UndecidedInput
from ..model import Finding
from ..text import Text, text
from .records import note, warning
from .vector import quiet

GEOGRAPHIC = "EPSG:4490"
Envelope = Tuple[float, float, float, float]
"""min x, max x, min y, max y: the order of OGR."""

DEGREES, PREFIXED, PLAIN, ELSEWHERE = "degrees", "prefixed", "plain", "elsewhere"
_ZONES_3 = range(25, 46)
_ZONES_6 = range(13, 24)
_NORTHING_M = (300_000.0, 6_200_000.0)
_PLAIN_EASTING_M = (100_000.0, 900_000.0)
# EPSG's area of use of CGCS2000 (73.62–134.77°E, 16.7–53.56°N), widened to China's seas.
_LON_DEG, _LAT_DEG = (72.0, 137.0), (3.0, 55.0)
PLAIN_CHOICES = tuple(f"EPSG:{4534 + index}" for index in range(21))
_SAME_EARTH = ("china_2000", "china_geodetic_coordinate_system_2000", "cgcs2000", "cgcs_2000")
_NEARLY_SAME = ("wgs_1984", "wgs84", "world_geodetic_system_1984", "itrf")


class Declared(NamedTuple):
    """A declaration, understood: an EPSG code where it is one of CGCS2000's, and its family."""

    name: str
    code: str
    family: str
    central_meridian: Optional[int]
    reference: Any
    datum: str


def inside_china(envelope: Envelope) -> bool:
    """True for lon/lat degrees that can be in China."""
    west, east, south, north = envelope
    return (
        _LON_DEG[0] <= west <= east <= _LON_DEG[1] and _LAT_DEG[0] <= south <= north <= _LAT_DEG[1]
    )


def family_of(envelope: Envelope) -> str:
    """What kind of coordinates these are, from their size alone."""
    west, east, south, north = envelope
    if inside_china(envelope):
        return DEGREES
    if not _NORTHING_M[0] <= south <= north <= _NORTHING_M[1]:
        return ELSEWHERE
    if _PLAIN_EASTING_M[0] <= west <= east <= _PLAIN_EASTING_M[1]:
        return PLAIN
    zone = int(west // 1_000_000)
    rest = (west - zone * 1_000_000, east - zone * 1_000_000)
    good = zone in _ZONES_3 or zone in _ZONES_6
    if good and _PLAIN_EASTING_M[0] <= rest[0] <= rest[1] <= _PLAIN_EASTING_M[1]:
        return PREFIXED
    return ELSEWHERE


def prefixed_code(zone: int) -> str:
    """EPSG code of a zone with its number in front of the easting."""
    return f"EPSG:{4488 + zone}" if zone in _ZONES_3 else f"EPSG:{4478 + zone}"


def plain_code(central_meridian: int) -> str:
    """EPSG code of the zone round a meridian, easting without prefix; ``""`` if there is none."""
    if central_meridian % 3 == 0 and 75 <= central_meridian <= 135:
        return f"EPSG:{4534 + (central_meridian - 75) // 3}"
    return ""


def understand(reference: Any) -> Declared:
    """What an OSR reference declares."""
    name = reference.GetName() or "?"
    datum = (reference.GetAttrValue("DATUM") or "").lower()
    if reference.IsGeographic():
        code = GEOGRAPHIC if _is_same_earth(datum) else ""
        return Declared(name, code, DEGREES, None, reference, datum)
    method = reference.GetAttrValue("PROJECTION") or ""
    scale = reference.GetProjParm("scale_factor", 1.0)
    if method not in ("Transverse_Mercator", "Gauss_Kruger") or abs(scale - 1) > 1e-9:
        return Declared(name, "", ELSEWHERE, None, reference, datum)
    meridian = round(reference.GetProjParm("central_meridian", 0.0))
    zone, rest = divmod(round(reference.GetProjParm("false_easting", 0.0)), 1_000_000)
    if rest != 500_000:
        return Declared(name, "", ELSEWHERE, None, reference, datum)
    if zone == 0:
        return Declared(name, plain_code(meridian), PLAIN, meridian, reference, datum)
    return Declared(name, prefixed_code(zone), PREFIXED, meridian, reference, datum)


def _is_same_earth(datum: str) -> bool:
    return any(name in datum for name in _SAME_EARTH)


def _is_usable(declared: Declared) -> bool:
    return _is_same_earth(declared.datum) or any(n in declared.datum for n in _NEARLY_SAME)


def reference_named(name: str) -> Any:
    """The reference a person named, like ``EPSG:4548``; raises :class:`UndecidedInput`."""
    reference = osr.SpatialReference()
    with quiet():
        try:
            failed = reference.SetFromUserInput(name) != 0
        except RuntimeError:
            failed = True
    if failed:
        raise UndecidedInput(
            text("“{name}” is not a coordinate system. Write it like EPSG:4548.", name=name),
            "crs",
            PLAIN_CHOICES,
        )
    return reference


class Frames:
    """Gives every feature of one file its coordinate system, and remembers what to say."""

    def __init__(self, file: str, reference: Any, asked: bool) -> None:
        """``reference`` may be ``None``; ``asked`` is true when a person named it."""
        self._file = file
        # A local system ("unknown" in ArcGIS) has no datum and declares nothing.
        says_something = reference is not None and reference.GetAttrValue("DATUM")
        self.declared = understand(reference) if says_something else None
        self._asked = asked
        self._used: Dict[str, int] = {}
        self._against: Dict[str, int] = {}
        self._transforms: Dict[str, Any] = {}
        if self.declared and not _is_usable(self.declared):
            raise self._other_datum(self.declared)

    def code_for(self, envelope: Envelope) -> str:
        """The CRS of a feature as ``EPSG:…`` or ``declared``; ``""`` when it lies nowhere.

        Raises :class:`UndecidedInput` for six-digit eastings without a central meridian.
        """
        code, family = self._code_for(envelope)
        if code:
            self._used[code] = self._used.get(code, 0) + 1
            if self._speaks_against(code, family):
                self._against[code] = self._against.get(code, 0) + 1
        return code

    def _speaks_against(self, code: str, family: str) -> bool:
        declared = self.declared
        if declared is None:
            return False
        return family != declared.family or bool(declared.code and code != declared.code)

    def _code_for(self, envelope: Envelope) -> Tuple[str, str]:
        declared = self.declared
        family = family_of(envelope)
        if declared and declared.family == ELSEWHERE and self._lands_in_china(envelope):
            return "declared", ELSEWHERE
        if family == PREFIXED:
            return prefixed_code(int(envelope[0] // 1_000_000)), family
        if family == DEGREES:
            if declared and declared.family == DEGREES and not declared.code:
                return "declared", family
            return GEOGRAPHIC, family
        if family == PLAIN:
            return self._plain(declared), family
        return "", family

    def _plain(self, declared: Optional[Declared]) -> str:
        meridian = declared.central_meridian if declared else None
        if meridian is None:
            raise UndecidedInput(
                text(
                    "{file} has six-digit eastings and does not say round which meridian. Choose "
                    "the coordinate system.",
                    file=self._file,
                ),
                "crs",
                PLAIN_CHOICES,
            )
        return plain_code(meridian) or "declared"

    def _lands_in_china(self, envelope: Envelope) -> bool:
        try:
            with quiet():
                west, south, _ = self.transform("declared").TransformPoint(envelope[0], envelope[2])
        except RuntimeError:
            return False
        return inside_china((west, west, south, south))

    def transform(self, code: str) -> Any:
        """The OSR transformation from a code of :meth:`code_for` to EPSG:4490 lon/lat."""
        known = self._transforms.get(code)
        if known is None:
            known = self._transforms[code] = osr.CoordinateTransformation(
                _lon_first(self._reference(code)), _lon_first(reference_named(GEOGRAPHIC))
            )
        return known

    def _reference(self, code: str) -> Any:
        if code == "declared" and self.declared:
            return self.declared.reference.Clone()
        return reference_named(code)

    def used(self) -> str:
        """What the features are in, for the record: ``EPSG:4526, EPSG:4527``."""
        named = {self._spoken(code) for code in self._used}
        return ", ".join(sorted(named))

    def _spoken(self, code: str) -> str:
        return self.declared.name if code == "declared" and self.declared else code

    def notes(self) -> List[Finding]:
        """What a person should know about the coordinates of this file."""
        notes = [self._contradiction(code, count) for code, count in self._against.items()]
        if self.declared is None and self._used:
            notes.append(
                note(
                    "crs",
                    text(
                        "{file} does not say its coordinate system; by its coordinates it is "
                        "{crs}.",
                        file=self._file,
                        crs=self.used(),
                    ),
                )
            )
        followed = sum(self._used.values()) > sum(self._against.values())
        if followed and self.declared and not _is_same_earth(self.declared.datum):
            notes.append(
                note(
                    "crs",
                    text(
                        "{crs} was taken as CGCS2000; they differ by less than a metre.",
                        crs=self.declared.name,
                    ),
                )
            )
        if len(self._used) > 1:
            notes.append(self._several())
        return notes

    def _contradiction(self, code: str, count: int) -> Finding:
        declared = self.declared.name if self.declared else "?"
        by: Text = text("as chosen") if self._asked else text("as declared")
        return warning(
            "crs",
            text(
                "{count} features of {file} cannot be in {declared} ({by}); by their coordinates "
                "they are in {crs}, and were read so.",
                count=count,
                file=self._file,
                declared=declared,
                by=by,
                crs=code,
            ),
        )

    def _several(self) -> Finding:
        shares = ", ".join(
            f"{self._spoken(code)}: {count}" for code, count in sorted(self._used.items())
        )
        return note(
            "crs",
            text(
                "{file} holds several zones; each feature was read in its own ({shares}).",
                file=self._file,
                shares=shares,
            ),
        )

    def _other_datum(self, declared: Declared) -> UndecidedInput:
        return UndecidedInput(
            text(
                "{file} is in {crs}, which is not CGCS2000 and cannot be brought there without "
                "the local parameters. Have it converted, or say which system it really is in.",
                file=self._file,
                crs=declared.name,
            ),
            "crs",
            (GEOGRAPHIC, *(prefixed_code(zone) for zone in _ZONES_3), *PLAIN_CHOICES),
        )


def _lon_first(reference: Any) -> Any:
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference
