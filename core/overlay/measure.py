"""Measuring one parcel against its layers: which feature covers how much of it."""

from __future__ import annotations

from typing import Dict, Iterator, List, NamedTuple, Sequence, Tuple

from osgeo import ogr

from ..areas import zone_of
from ..geometry import Box, box, boxes_meet, multipolygon_from_wkb
from ..model import Parcel
from ..mu import round_half_up
from ..plan import Plan
from ..text import Text, text
from .cutting import Lying, covered_m2, gaps, inside, outside, plane_geometry
from .figures import ALL_DOCUMENTS, Measured, Piece, code_of, document_of
from .rules import Ground, Rules
from .source import LayerFeature, LayerSource

# Smaller overlaps are rounding of the coordinates, not a disagreement of the layer.
_OVERLAP_M2 = 0.01
# Features with more points are kept in the plane from one parcel to the next.
_LARGE_POINTS = 2000
_LARGE_KEPT = 64


class Lain:
    """A role's features as valid areas in the plane; large ones are kept between parcels."""

    def __init__(self, ground: Ground, last_wins: bool = False) -> None:
        self.ground = ground
        self._turn = -1 if last_wins else 1
        self._large: Dict[Tuple[int, int, int], Tuple[ogr.Geometry, bool]] = {}

    def near(self, box_deg: Box, zone: int) -> List[Lying]:
        """Features that may meet the box, the earlier layer first, then whose number wins."""
        found = [
            self._lying(index, source, feature, zone)
            for index, source in enumerate(self.ground.sources)
            for feature in source.candidates(box_deg)
            if feature.polygons and boxes_meet(box(feature.polygons), box_deg)
        ]
        return sorted(found, key=lambda lying: (lying.order[0], self._turn * lying.order[1]))

    def _lying(self, index: int, source: LayerSource, feature: LayerFeature, zone: int) -> Lying:
        geometry, repaired = self._geometry(index, feature, zone)
        name = text("feature {fid} of {layer}", fid=feature.fid, layer=source.name)
        return Lying((index, feature.fid), name, feature.fields, repaired, geometry)

    def _geometry(self, index: int, feature: LayerFeature, zone: int) -> Tuple[ogr.Geometry, bool]:
        key = (index, feature.fid, zone)
        if key in self._large:
            return self._large[key]
        made = plane_geometry(feature.polygons, zone)
        if sum(len(ring) for polygon in feature.polygons for ring in polygon) > _LARGE_POINTS:
            if len(self._large) >= _LARGE_KEPT:
                del self._large[next(iter(self._large))]
            self._large[key] = made
        return made


class Measurer:
    """Measures one parcel by GEOS, feature by feature: slow, and right whatever lies there.

    What covers a parcel twice counts once; what is not valid is repaired; both are told.
    """

    def __init__(self, land_use: Ground, others: Sequence[Ground], plan: Plan) -> None:
        self._rules = Rules(land_use, plan)
        last_wins = plan.area_rules.overlap.wins == "last"
        self._land_use = Lain(land_use, last_wins)
        self._others = [Lain(ground) for ground in others]

    def measure(self, parcel: Parcel) -> Measured:
        """Everything that is measured of one parcel, with what has to be told about it."""
        polygons = multipolygon_from_wkb(parcel.geometry)
        box_deg, zone = box(polygons), zone_of(polygons)
        area, repaired = plane_geometry(polygons, zone)
        measured = Measured()
        if repaired:
            measured.notes.append(text("The parcel's own geometry was repaired to be measured."))
        measured.notes += self._rules.area_notes(parcel, area.GetArea())
        measured.notes += self._rules.land_use_notes(box_deg)
        cut = self.cut(parcel)
        measured.notes += cut.notes
        measured.pieces += [
            Piece.of(lying.fid, lying.fields, piece.GetArea()) for lying, piece in cut.pieces
        ]
        measured.uncovered_m2 = float(sum(gap.GetArea() for gap in cut.gaps))
        for lain in self._others:
            self._measure_other(measured, lain, area, box_deg, zone)
        return measured

    def cut(self, parcel: Parcel) -> CutUp:
        """The parcel cut up by land use, in the plane of its zone."""
        polygons = multipolygon_from_wkb(parcel.geometry)
        zone = zone_of(polygons)
        area, _ = plane_geometry(polygons, zone)
        return _cut_up(area, self._land_use.near(box(polygons), zone))

    def _measure_other(
        self, measured: Measured, lain: Lain, area: ogr.Geometry, box_deg: Box, zone: int
    ) -> None:
        ground = lain.ground
        if not self._rules.tells(ground):
            measured.notes.append(self._rules.untold(ground))
            return
        features = [one for one in lain.near(box_deg, zone) if inside(area, one).GetArea()]
        measured.notes += _repair_notes(features)
        if ground.role.part == "approval":
            measured.approvals.update(_approvals(ground.role.code, area, features))
            return
        measured.of_which[ground.role.code] = covered_m2(area, features)


class CutUp(NamedTuple):
    """A parcel cut up by the land-use features: whose each piece is, and what none covers."""

    pieces: List[Tuple[Lying, ogr.Geometry]]
    gaps: List[ogr.Geometry]
    notes: List[Text]


def _cut_up(area: ogr.Geometry, features: List[Lying]) -> CutUp:
    """Where features overlap the earlier one wins, and it is told when they disagree."""
    rest = area
    notes: List[Text] = []
    pieces: List[Tuple[Lying, ogr.Geometry]] = []
    taken: List[Tuple[Lying, ogr.Geometry]] = []
    for lying in features:
        whole = inside(area, lying)
        if not whole.GetArea():
            continue
        piece = inside(rest, lying)
        if whole.GetArea() - piece.GetArea() > _OVERLAP_M2:
            notes += _disagreements(lying, whole, taken)
        notes += _repair_notes([lying])
        pieces.append((lying, piece))
        taken.append((lying, whole))
        rest = outside(rest, lying)
    return CutUp(pieces, gaps(rest), notes)


def _repair_notes(features: Sequence[Lying]) -> Iterator[Text]:
    for lying in features:
        if lying.repaired:
            yield text("The geometry of {name} is not valid; it was repaired.", name=lying.name)


def _disagreements(
    lying: Lying, whole: ogr.Geometry, taken: Sequence[Tuple[Lying, ogr.Geometry]]
) -> Iterator[Text]:
    """Where this feature lies over earlier ones of another code."""
    for earlier, ground in taken:
        if code_of(earlier.fields) == code_of(lying.fields):
            continue
        overlap_m2 = inside(ground, lying).GetArea()
        if overlap_m2 > _OVERLAP_M2:
            yield text(
                "{first} ({first_code}) and {second} ({second_code}) overlap by {area} m²; the "
                "first one counts.",
                first=earlier.name,
                first_code=code_of(earlier.fields),
                second=lying.name,
                second_code=code_of(lying.fields),
                area=str(round_half_up(overlap_m2)),
            )


def _approvals(
    role: str, area: ogr.Geometry, features: Sequence[Lying]
) -> Dict[Tuple[str, str], float]:
    """Covered area per document number, and of all together."""
    documents: Dict[str, List[Lying]] = {ALL_DOCUMENTS: list(features)}
    for lying in features:
        documents.setdefault(document_of(lying.fields), []).append(lying)
    return {(role, number): covered_m2(area, group) for number, group in documents.items()}
