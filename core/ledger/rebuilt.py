"""A new patch over a closed case: pointed out as soon as it is issued.

By place, where the case is a parcel of this casebook or its old list had a point; by number, where
the issued row names the case's patch as the earlier one. It is told, nothing is reopened by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

from ..casebook import Casebook
from ..geometry import box, multipolygon_from_wkb
from ..legality import is_military
from ..linking.matching import previous_numbers
from ..linking.overlaps import overlaps
from ..model import Finding, Patch, Severity
from ..plan import Plan
from ..progress import SILENT, Progress
from ..text import text
from .case import LedgerCase
from .ledger import ledger_of


@dataclass(frozen=True)
class OverClosed:
    """A patch that is newer than the closing of the case it lies on, or names."""

    patch: Patch
    case: LedgerCase

    @property
    def finding(self) -> Finding:
        """What a person is told."""
        told = text(
            "It lies on {case}, which was closed on {day}: look whether it is built on again.",
            case=self.case.parcel or self.case.patch,
            day=self.case.closed_on,
        )
        return Finding("over_closed", Severity.WARNING, told, self.patch.number)


def over_closed(
    book: Casebook, plan: Plan, month: Optional[str] = None, progress: Progress = SILENT
) -> List[OverClosed]:
    """The patches of a month, or of all, that lie on closed cases of the ledger, by number."""
    if not book.turns() and not any(one.closed_on for one in book.ledger_entries()):
        return []  # most casebooks; the ledger of a large one takes its time
    closed = [one for one in ledger_of(book, plan) if not one.is_open]
    patches = [one for one in book.patches(month) if not is_military(one, plan)]
    if not closed or not patches:
        return []
    found = {
        **_by_number(patches, closed, plan),
        **_by_point(patches, closed),
        **_by_place(book, patches, closed, plan, progress),
    }
    return [OverClosed(patches[at], one) for (at, _), one in sorted(found.items())]


Found = Dict[Tuple[int, str], LedgerCase]
"""By the patch's place in the list and the case's subject: once, however it is known."""


def _is_newer(patch: Patch, case: LedgerCase) -> bool:
    """Issued for a later month than the case's own patch; its own one is no news."""
    if patch.number == case.patch:
        return False
    return patch.month > (case.month or f"{case.year}-00")


def _by_number(patches: Sequence[Patch], closed: Sequence[LedgerCase], plan: Plan) -> Found:
    of_patch: Dict[str, List[LedgerCase]] = {}
    for one in closed:
        of_patch.setdefault(one.patch, []).append(one)
    return {
        (at, case.subject): case
        for at, patch in enumerate(patches)
        for number in previous_numbers(patch, plan.earlier)
        for case in of_patch.get(number, ())
        if _is_newer(patch, case)
    }


def _by_point(patches: Sequence[Patch], closed: Sequence[LedgerCase]) -> Found:
    """Cases of old lists that have a point; those of the casebook are known by their area."""
    points = [
        (case, entry.lon_deg, entry.lat_deg)
        for case in closed
        if not case.parcel_number
        for entry in case.entries
        if entry.lon_deg is not None and entry.lat_deg is not None
    ]
    if not points:
        return {}
    lons, lats = (np.array([one[at] for one in points]) for at in (1, 2))
    found: Found = {}
    for at, patch in enumerate(patches):
        west, south, east, north = box(multipolygon_from_wkb(patch.geometry))
        near = (west <= lons) & (lons <= east) & (south <= lats) & (lats <= north)
        for place in np.flatnonzero(near).tolist():
            case, lon, lat = points[place]
            if _is_newer(patch, case) and _holds(patch, lon, lat):
                found[at, case.subject] = case
    return found


def _holds(patch: Patch, lon_deg: float, lat_deg: float) -> bool:
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(lon_deg, lat_deg)
    return bool(ogr.CreateGeometryFromWkb(patch.geometry).Intersects(point))


def _by_place(
    book: Casebook,
    patches: Sequence[Patch],
    closed: Sequence[LedgerCase],
    plan: Plan,
    progress: Progress,
) -> Found:
    shapes = {one.number: one.geometry for one in book.parcels()}
    drawn = [one for one in closed if one.parcel_number in shapes]
    pairs = overlaps(
        [one.geometry for one in patches], [shapes[one.parcel_number] for one in drawn], progress
    )
    return {
        (mine, drawn[other].subject): drawn[other]
        for mine, other, shares in pairs
        if shares.sign(plan.earlier) is not None and _is_newer(patches[mine], drawn[other])
    }
