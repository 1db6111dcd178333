"""Old cases and the parcels of the casebook that are the same: by number, by place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ..geometry import box, multipolygon_from_wkb
from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan
from ..rectification import is_illegal
from ..rectified import LedgerEntry
from ..text import Text, text

Boxes = NDArray[np.float64]


@dataclass(frozen=True)
class Place:
    """Where an old case was found: ``parcel`` is empty while it is none for sure, ``how`` says
    what it was found by, or why it is not linked."""

    parcel: str
    how: Text


class Parcels:
    """The casebook's parcels by number and by place; military ones are not among them, and
    ``hidden`` are their patches."""

    def __init__(self, dossiers: Sequence[Dossier], plan: Plan) -> None:
        self.hidden = military_patches(dossiers, plan)
        self._plan = plan
        self._all = [one for one in dossiers if one.patch.number not in self.hidden]
        self._by_parcel = {one.parcel.number: one for one in self._all}
        self._by_patch: Dict[str, List[Dossier]] = defaultdict(list)
        for one in self._all:
            self._by_patch[one.patch.number].append(one)
        self._boxes: Optional[Boxes] = None
        self._shapes: Dict[int, ogr.Geometry] = {}

    def of_patch(self, number: str) -> Sequence[Dossier]:
        """The parcels of a patch; none when there is no such patch."""
        return self._by_patch.get(number, ())

    def place_of(self, entry: LedgerEntry) -> Optional[Place]:
        """The parcel that an old case is; ``None`` when nothing here is about it."""
        return self._by_number(entry) or self._by_point(entry)

    def _by_number(self, entry: LedgerEntry) -> Optional[Place]:
        one = self._by_parcel.get(entry.parcel)
        if one is not None and _same_year(entry, one):
            return Place(one.parcel.number, text("The same parcel number"))
        there = [one for one in self.of_patch(entry.patch) if _same_year(entry, one)]
        if not there:
            return None
        illegal = [one for one in there if is_illegal(one, self._plan)]
        for chosen in (there, illegal):
            if len(chosen) == 1:
                return Place(chosen[0].parcel.number, text("The same patch number"))
        return Place("", text("Its patch has {count} parcels here; say which.", count=len(there)))

    def _by_point(self, entry: LedgerEntry) -> Optional[Place]:
        under = [one for one in self.at_point(entry) if _same_year(entry, one)]
        if not under:
            return None
        if len(under) > 1:
            numbers = tuple(one.parcel.number for one in under)
            return Place("", text("Several parcels lie there: {parcels}.", parcels=numbers))
        return Place(under[0].parcel.number, text("The same place"))

    def at_point(self, entry: LedgerEntry) -> List[Dossier]:
        """The parcels, of any year, on which the old case's point lies."""
        if entry.lon_deg is None or entry.lat_deg is None or not self._all:
            return []
        if self._boxes is None:
            shapes = (multipolygon_from_wkb(one.parcel.geometry) for one in self._all)
            self._boxes = np.array([box(one) for one in shapes])
        lon, lat = entry.lon_deg, entry.lat_deg
        west, south, east, north = self._boxes.T
        near = np.flatnonzero((west <= lon) & (lon <= east) & (south <= lat) & (lat <= north))
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(lon, lat)
        return [self._all[at] for at in near.tolist() if self._shape(at).Intersects(point)]

    def _shape(self, at: int) -> ogr.Geometry:
        if at not in self._shapes:
            self._shapes[at] = ogr.CreateGeometryFromWkb(self._all[at].parcel.geometry)
        return self._shapes[at]


def _same_year(entry: LedgerEntry, one: Dossier) -> bool:
    return is_of_year(entry.year, one.patch.month)


def is_of_year(year: int, month: str) -> bool:
    """True when a patch of this month can be a case of the year."""
    return year in years_of(month)


def years_of(month: str) -> Tuple[int, ...]:
    """The years that a patch's case may be of: what is issued late in December belongs to the
    month of January."""
    year = int(month[:4])
    return (year, year - 1) if month.endswith("-01") else (year,)
