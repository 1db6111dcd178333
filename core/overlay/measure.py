"""Measuring one parcel against its layers: which feature covers how much of it."""

from __future__ import annotations

from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from osgeo import ogr

from ..areas import round_half_up, zone_of
from ..geometry import Box, box, boxes_meet, multipolygon_from_wkb
from ..model import Parcel
from ..plan import LayerRole, Plan
from ..text import Text, text
from .cutting import Lying, covered_m2, gaps_m2, inside, outside, plane_geometry
from .figures import ALL_DOCUMENTS, NO_DOCUMENT, Measured, Piece
from .source import LayerFeature, LayerSource

# Smaller overlaps are rounding of the coordinates, not a disagreement of the layer.
_OVERLAP_M2 = 0.01
# Features with more points are kept in the plane from one parcel to the next.
_LARGE_POINTS = 2000
_LARGE_KEPT = 64


class Ground:
    """The layers of one role, their features as valid areas in the plane."""

    def __init__(self, role: LayerRole, sources: Sequence[LayerSource]) -> None:
        self.role = role
        self.sources = sources
        self._large: Dict[Tuple[int, int, int], Tuple[ogr.Geometry, bool]] = {}

    def near(self, box_deg: Box, zone: int) -> List[Lying]:
        """Features that may meet the box, lowest number first."""
        found = [
            self._lying(index, source, feature, zone)
            for index, source in enumerate(self.sources)
            for feature in source.candidates(box_deg)
            if feature.polygons and boxes_meet(box(feature.polygons), box_deg)
        ]
        return sorted(found, key=lambda lying: lying.order)

    def _lying(self, index: int, source: LayerSource, feature: LayerFeature, zone: int) -> Lying:
        geometry, repaired = self._geometry(index, feature, zone)
        name = text("feature {fid} of {layer}", fid=feature.fid, layer=source.used.name)
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

    @property
    def names(self) -> str:
        """The layers' names, for a sentence."""
        return ", ".join(source.used.name for source in self.sources)

    def reaches(self, box_deg: Optional[Box]) -> bool:
        """True when the box of one of the layers meets this box."""
        return box_deg is not None and any(
            source.box_deg is not None and boxes_meet(source.box_deg, box_deg)
            for source in self.sources
        )

    def box_deg(self) -> Optional[Box]:
        """The box round all the layers; ``None`` when they are empty."""
        boxes = [source.box_deg for source in self.sources if source.box_deg is not None]
        if not boxes:
            return None
        low = [min(one[side] for one in boxes) for side in (0, 1)]
        high = [max(one[side] for one in boxes) for side in (2, 3)]
        return low[0], low[1], high[0], high[1]


class Measurer:
    """Measures parcels against the grounds of all roles, by role code.

    Whether an "of which" layer reaches the county is judged by its box and the land-use
    layer's: a red line rightly covers a corner of a county only, so a parcel outside its box is
    outside the red line. A layer whose box does not even touch the land-use layer's is another
    county's, or lies in a wrong zone: it tells nothing, and the figure is unknown.
    """

    def __init__(self, land_use: Ground, others: Sequence[Ground], plan: Plan) -> None:
        self._land_use = land_use
        self._others = others
        self._plan = plan
        self._county = land_use.box_deg()

    def measure(self, parcel: Parcel) -> Measured:
        """Everything that is measured of one parcel, with what has to be told about it."""
        polygons = multipolygon_from_wkb(parcel.geometry)
        box_deg, zone = box(polygons), zone_of(polygons)
        area, repaired = plane_geometry(polygons, zone)
        measured = Measured()
        if repaired:
            measured.notes.append(text("The parcel's own geometry was repaired to be measured."))
        measured.notes += self._area_notes(parcel, area)
        self._measure_land_use(measured, area, self._land_use.near(box_deg, zone), box_deg)
        for ground in self._others:
            self._measure_other(measured, ground, area, box_deg, zone)
        return measured

    def _area_notes(self, parcel: Parcel, area: ogr.Geometry) -> Iterator[Text]:
        measured = round_half_up(area.GetArea())
        if abs(measured - parcel.area_m2) > self._plan.area_rules.repair_tolerance_m2:
            yield text(
                "The parcel's area is {recorded} m², its geometry has {measured} m²: the figures "
                "were adjusted to the first.",
                recorded=str(parcel.area_m2),
                measured=str(measured),
            )

    def _measure_land_use(
        self, measured: Measured, area: ogr.Geometry, features: List[Lying], box_deg: Box
    ) -> None:
        """Cut the parcel up; where features overlap, the lowest number wins and it is told."""
        if not self._land_use.reaches(box_deg):
            measured.notes.append(
                text("The parcel lies outside {layer}: uncovered.", layer=self._land_use.names)
            )
        rest = area
        taken: List[Tuple[Lying, ogr.Geometry]] = []
        for lying in features:
            whole = inside(area, lying)
            if not whole.GetArea():
                continue
            piece = inside(rest, lying)
            if whole.GetArea() - piece.GetArea() > _OVERLAP_M2:
                measured.notes += _disagreements(lying, whole, taken)
            measured.pieces.append(_piece(lying, piece.GetArea()))
            measured.notes += _repair_notes([lying])
            taken.append((lying, whole))
            rest = outside(rest, lying)
        measured.uncovered_m2 = gaps_m2(rest)

    def _measure_other(
        self, measured: Measured, ground: Ground, area: ogr.Geometry, box_deg: Box, zone: int
    ) -> None:
        if not ground.reaches(self._county):
            measured.notes.append(
                text(
                    "{layer} does not reach the land-use layer at all: it tells nothing about "
                    "this parcel. Check its county and its coordinate system.",
                    layer=ground.names,
                )
            )
            return
        features = [one for one in ground.near(box_deg, zone) if inside(area, one).GetArea()]
        measured.notes += _repair_notes(features)
        if ground.role.part == "approval":
            measured.approvals.update(_approvals(ground.role.code, area, features))
            return
        measured.of_which[ground.role.code] = covered_m2(area, features)
        if not ground.reaches(box_deg):
            measured.notes.append(
                text(
                    "The parcel lies outside the extent of {layer}, so none of it counts as "
                    "inside. Check that the layer is complete.",
                    layer=ground.names,
                )
            )


def _piece(lying: Lying, area_m2: float) -> Piece:
    return Piece(
        fid=lying.fid,
        code=code_of(lying),
        deduction=lying.fields.get("deduction", "").strip(),
        location=lying.fields.get("location", "").strip(),
        area_m2=area_m2,
    )


def code_of(lying: Lying) -> str:
    """The land-use code as the plan writes it."""
    return lying.fields.get("code", "").strip().upper()


def _repair_notes(features: Sequence[Lying]) -> Iterator[Text]:
    for lying in features:
        if lying.repaired:
            yield text("The geometry of {name} is not valid; it was repaired.", name=lying.name)


def _disagreements(
    lying: Lying, whole: ogr.Geometry, taken: Sequence[Tuple[Lying, ogr.Geometry]]
) -> Iterator[Text]:
    """Where this feature lies over earlier ones of another code."""
    for earlier, ground in taken:
        if code_of(earlier) == code_of(lying):
            continue
        overlap_m2 = inside(ground, lying).GetArea()
        if overlap_m2 > _OVERLAP_M2:
            yield text(
                "{first} ({first_code}) and {second} ({second_code}) overlap by {area} m²; the "
                "first one counts.",
                first=earlier.name,
                first_code=code_of(earlier),
                second=lying.name,
                second_code=code_of(lying),
                area=str(round_half_up(overlap_m2)),
            )


def _approvals(
    role: str, area: ogr.Geometry, features: Sequence[Lying]
) -> Dict[Tuple[str, str], float]:
    """Covered area per document number, and of all together."""
    documents: Dict[str, List[Lying]] = {ALL_DOCUMENTS: list(features)}
    for lying in features:
        number = lying.fields.get("document", "").strip() or NO_DOCUMENT
        documents.setdefault(number, []).append(lying)
    return {(role, number): covered_m2(area, group) for number, group in documents.items()}
