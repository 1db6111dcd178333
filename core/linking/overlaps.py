"""Which patches lie on which earlier ones, and with what shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import ogr

from ..areas import multipolygon_area_m2
from ..geometry import box, multipolygon_from_wkb
from ..model import LinkedBy
from ..mu import round_half_up
from ..plan import EarlierRules
from ..progress import Progress, check_cancelled
from ..reading.vector import quiet


@dataclass(frozen=True)
class Shares:
    """Percent of the patch that lies in the earlier one, and of the earlier one in the patch."""

    percent: Decimal
    earlier_percent: Decimal

    def sign(self, rules: EarlierRules) -> Optional[LinkedBy]:
        """What they say; ``None`` where they are too small to link anything."""
        if self.percent >= rules.same_place_percent:
            return LinkedBy.SAME_PLACE
        if max(self.percent, self.earlier_percent) >= rules.linked_percent:
            return LinkedBy.OVERLAP
        return None


def overlaps(
    patches: Sequence[bytes], earlier: Sequence[bytes], progress: Progress
) -> Iterator[Tuple[int, int, Shares]]:
    """(place of the patch, place of the earlier one, shares) of all pairs that share area.

    Geometries are WKB in EPSG:4490; areas are ellipsoidal (TD/T 1055-2019).
    """
    candidates = _meeting(patches, earlier)
    shapes: Dict[int, _Shape] = {}
    for mine, others in candidates:
        check_cancelled(progress)
        progress.at(mine + 1, len(patches))
        own = _Shape(patches[mine])
        for other in others:
            if other not in shapes:
                shapes[other] = _Shape(earlier[other])
            shape = shapes[other]
            shared = own.shared_m2(shape)
            if shared > 0 and own.area_m2 > 0 and shape.area_m2 > 0:
                yield mine, other, Shares(_percent(shared, own), _percent(shared, shape))


class _Shape:
    def __init__(self, wkb: bytes) -> None:
        self._geometry = ogr.CreateGeometryFromWkb(wkb)
        self.area_m2 = multipolygon_area_m2(multipolygon_from_wkb(wkb))

    def shared_m2(self, other: _Shape) -> float:
        with quiet():
            shared = self._geometry.Intersection(other._geometry)
            if shared is None or shared.IsEmpty():
                return 0.0
            # Borders that only touch come along as lines and points.
            areas = ogr.ForceToMultiPolygon(shared)
        wkb = bytes(areas.ExportToWkb(ogr.wkbNDR))
        kept = ogr.GT_Flatten(areas.GetGeometryType()) == ogr.wkbMultiPolygon
        return multipolygon_area_m2(multipolygon_from_wkb(wkb)) if kept else _collected_m2(areas)


def _collected_m2(collection: ogr.Geometry) -> float:
    """The area of the polygons in a collection of several kinds."""
    parts = (collection.GetGeometryRef(at) for at in range(collection.GetGeometryCount()))
    areas = [
        multipolygon_area_m2(multipolygon_from_wkb(bytes(part.ExportToWkb(ogr.wkbNDR))))
        for part in parts
        if ogr.GT_Flatten(part.GetGeometryType()) in (ogr.wkbPolygon, ogr.wkbMultiPolygon)
    ]
    return float(sum(areas))


def _percent(shared_m2: float, shape: _Shape) -> Decimal:
    """To 0.01; borders that are the same differ in the last digits of a float."""
    return min(round_half_up(shared_m2 / shape.area_m2 * 100), Decimal("100.00"))


def _meeting(patches: Sequence[bytes], earlier: Sequence[bytes]) -> Iterator[Tuple[int, List[int]]]:
    """The places of earlier shapes whose boxes meet a patch's, for each patch that has any."""
    if not patches or not earlier:
        return
    boxes = np.array([box(multipolygon_from_wkb(wkb)) for wkb in earlier])
    for place, wkb in enumerate(patches):
        west, south, east, north = box(multipolygon_from_wkb(wkb))
        meet = (
            (boxes[:, 0] < east)
            & (boxes[:, 2] > west)
            & (boxes[:, 1] < north)
            & (boxes[:, 3] > south)
        )
        found = np.flatnonzero(meet).tolist()
        if found:
            yield place, found
