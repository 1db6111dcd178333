"""Where on the earth a file's coordinates are: what it declares, and what the numbers say.

Eastings with their zone in front speak for themselves, feature by feature; where the declaration
contradicts them, it is the declaration that is wrong: taking it at its word puts the land
39,000 km away. Six digits without a central meridian are asked about.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from osgeo import osr

from ..errors import UndecidedInput
from ..geometry import LONLAT_CRS, Box
from ..model import Finding
from ..reading.systems import (
    DEGREES,
    ELSEWHERE,
    PLAIN,
    PLAIN_CHOICES,
    PREFIXED,
    Declared,
    family_of,
    inside_china,
    is_cgcs2000,
    longitude_first,
    other_datum,
    plain_code,
    prefixed_code,
    reference_named,
    says_something,
    serves_as_cgcs2000,
    understand,
    zone_before,
)
from ..reading.vector import quiet
from ..text import Text, text
from .records import note, warning


class Frames:
    """Gives every feature of one file its coordinate system, and remembers what to say."""

    def __init__(self, file: str, reference: Any, asked: bool) -> None:
        """``reference`` may be ``None``; ``asked`` is true when a person named it."""
        self._file = file
        self.declared = understand(reference) if says_something(reference) else None
        self._asked = asked
        self._used: Dict[str, int] = {}
        self._against: Dict[str, int] = {}
        self._transforms: Dict[str, Any] = {}
        if self.declared and not serves_as_cgcs2000(self.declared.reference):
            raise other_datum(file, self.declared.name)

    def code_for(self, box: Box) -> str:
        """The CRS of a feature as ``EPSG:…`` or ``declared``; ``""`` when it lies nowhere.

        Raises :class:`UndecidedInput` for six-digit eastings without a central meridian.
        """
        code, family = self._code_for(box)
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

    def _code_for(self, box: Box) -> Tuple[str, str]:
        declared = self.declared
        family = family_of(box)
        if declared and declared.family == ELSEWHERE and self._lands_in_china(box):
            return "declared", ELSEWHERE
        if family == PREFIXED:
            return prefixed_code(zone_before(box[0])), family
        if family == DEGREES:
            if declared and declared.family == DEGREES and not declared.code:
                return "declared", family
            return LONLAT_CRS, family
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

    def _lands_in_china(self, box: Box) -> bool:
        try:
            with quiet():
                west, south, _ = self.transform("declared").TransformPoint(box[0], box[1])
        except RuntimeError:
            return False
        return inside_china((west, south, west, south))

    def transform(self, code: str) -> Any:
        """The OSR transformation from a code of :meth:`code_for` to EPSG:4490 lon/lat."""
        known = self._transforms.get(code)
        if known is None:
            known = self._transforms[code] = osr.CoordinateTransformation(
                longitude_first(self._reference(code)), longitude_first(reference_named(LONLAT_CRS))
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
        if followed and self.declared and not is_cgcs2000(self.declared.reference):
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
