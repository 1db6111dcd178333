"""What is told of a layer and a parcel by their extents and areas, whoever measures them."""

from __future__ import annotations

import re
from typing import Iterator, Optional, Sequence

from ..geometry import Box, boxes_meet
from ..model import Figures, Parcel
from ..mu import round_half_up
from ..plan import LayerRole, Plan
from ..text import Text, text
from .source import LayerSource

# What rounding an area to 0.01 m² may add to a difference.
_ROUNDING_M2 = 0.0051
_VERSION = re.compile(r"((?:19|20)\d\d)(?:-(\d\d)-(\d\d))?")


class Ground:
    """The layers of one role."""

    def __init__(self, role: LayerRole, sources: Sequence[LayerSource]) -> None:
        self.role = role
        self.sources = sources
        self.boxes_deg = [one.box_deg for one in sources if one.box_deg is not None]

    @property
    def names(self) -> str:
        """The layers' names, for a sentence."""
        return ", ".join(source.name for source in self.sources)

    def reaches(self, box_deg: Optional[Box]) -> bool:
        """True when the box of one of the layers meets this box."""
        return box_deg is not None and any(boxes_meet(one, box_deg) for one in self.boxes_deg)

    def box_deg(self) -> Optional[Box]:
        """The box round all the layers; ``None`` when they are empty."""
        if not self.boxes_deg:
            return None
        low = [min(one[side] for one in self.boxes_deg) for side in (0, 1)]
        high = [max(one[side] for one in self.boxes_deg) for side in (2, 3)]
        return low[0], low[1], high[0], high[1]


def older_layers(sources: Sequence[LayerSource], first_image: str) -> Iterator[Text]:
    """Layers that are older than the earlier of a patch's images (its ISO date)."""
    if not first_image:
        return
    for source in sources:
        as_of = _as_of(source.version)
        if as_of and as_of < first_image:
            yield text(
                "{layer} is as of {version}, older than the patch's first image of {date}.",
                layer=source.name,
                version=source.version,
                date=first_image,
            )


def _as_of(version: str) -> str:
    """The ISO date that a version means: a date itself, or the end of a year."""
    said = _VERSION.search(version)
    if said is None:
        return ""
    year, month, day = said.groups()
    return f"{year}-{month}-{day}" if day else f"{year}-12-31"


def astray(grounds: Sequence[Ground], figures: Sequence[Figures]) -> Iterator[Text]:
    """ "Of which" layers that end before many a parcel begins: told once, not on every parcel.

    A red line rightly covers a corner of a county; a layer that was cut off looks the same.
    """
    for ground in grounds:
        role = ground.role.code
        count = sum(one.outside_extent_m2.get(role) == one.area_m2 for one in figures)
        if ground.role.part == "of_which" and count:
            yield text(
                "{count} of {total} parcels lie outside the extent of {layer}: none of them counts "
                "as inside. Check that the layer is complete.",
                count=count,
                total=len(figures),
                layer=ground.names,
            )


class Rules:
    """Which layers tell something, and the notes that do not depend on how areas are cut.

    Whether an "of which" layer reaches the county is judged by its box and the land-use
    layer's: a red line rightly covers a corner of a county only, so a parcel outside its box is
    outside the red line. A layer whose box does not even touch the land-use layer's is another
    county's, or lies in a wrong zone: it tells nothing, and the figure is unknown.
    """

    def __init__(self, land_use: Ground, plan: Plan) -> None:
        self._land_use = land_use
        self._plan = plan
        self._county = land_use.box_deg()

    def tells(self, ground: Ground) -> bool:
        """True for a layer that can say something about this county."""
        return ground.reaches(self._county)

    def area_notes(self, parcel: Parcel, area_m2: float) -> Iterator[Text]:
        """When the parcel's recorded area is not that of its geometry."""
        tolerance = self._plan.area_rules.repair_tolerance_m2
        if abs(area_m2 - float(parcel.area_m2)) < float(tolerance) - _ROUNDING_M2:
            return
        measured = round_half_up(area_m2)
        if abs(measured - parcel.area_m2) > tolerance:
            yield text(
                "The parcel's area is {recorded} m², its geometry has {measured} m²: the figures "
                "were adjusted to the first.",
                recorded=str(parcel.area_m2),
                measured=str(measured),
            )

    def land_use_notes(self, box_deg: Box) -> Iterator[Text]:
        """When the parcel lies outside the land-use layer."""
        if not self._land_use.reaches(box_deg):
            yield text("The parcel lies outside {layer}: uncovered.", layer=self._land_use.names)

    @staticmethod
    def untold(ground: Ground) -> Text:
        """Of a layer that tells nothing."""
        return text(
            "{layer} does not reach the land-use layer at all: it tells nothing about "
            "this parcel. Check its county and its coordinate system.",
            layer=ground.names,
        )
