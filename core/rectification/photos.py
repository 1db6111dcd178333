"""整改前、中、后的照片: series of one station, and whether they show the same view."""

from __future__ import annotations

import math
from datetime import date
from typing import Dict, Iterable, Iterator, List, Optional, Tuple

from ..areas import SEMI_MAJOR_M
from ..model import Dossier, Photo, Severity
from ..plan import Plan
from ..plan.rectification import SeriesRules
from ..rectified import PhotoStage
from ..text import Text, text
from .history import holding
from .registry import countys

ORDER = [one.value for one in PhotoStage]


def stations(photos: Iterable[Photo]) -> Dict[str, List[Photo]]:
    """The photos of each named station, before, during and after in this order."""
    found: Dict[str, List[Photo]] = {}
    for one in photos:
        if one.station and one.stage in ORDER:
            found.setdefault(one.station, []).append(one)
    return {name: sorted(ones, key=_in_order) for name, ones in sorted(found.items())}


def _in_order(photo: Photo) -> Tuple[int, str]:
    return ORDER.index(photo.stage), photo.taken_at or ""


@countys("rectified-photos", Severity.NOTICE, text("Photos show the place before and after"))
def _photos(dossier: Dossier, plan: Plan, today: date) -> Iterator[Text]:
    """Asked once the county has applied: until then photos still come."""
    if not holding(dossier.put_right).applications:
        return
    rules, found = plan.rectification_rules.photos, stations(dossier.photos)
    labels = {one.value: one.label for one in PhotoStage}
    if not any(_is_whole(ones, rules) for ones in found.values()):
        needed = tuple(labels[one] for one in rules.stages)
        yield text("No station has photos of each of these: {stages}.", stages=needed)
    for name, ones in found.items():
        yield from _apart(name, ones, rules)


def _is_whole(photos: List[Photo], rules: SeriesRules) -> bool:
    return {one.stage for one in photos}.issuperset(rules.stages)


def _apart(name: str, photos: List[Photo], rules: SeriesRules) -> Iterator[Text]:
    """What of a station is elsewhere or looks elsewhere than its first photo."""
    first = photos[0]
    for one in photos[1:]:
        far = metres_between(first, one)
        if far is not None and far > rules.near_m:
            yield text(
                "Station {station}: {photo} was taken {far} m from {first}.",
                station=name,
                photo=one.name or one.file,
                far=round(far),
                first=first.name or first.file,
            )
        turned = degrees_between(first, one)
        if turned is not None and turned > rules.looking_within_deg:
            yield text(
                "Station {station}: {photo} looks {turned}° away from {first}.",
                station=name,
                photo=one.name or one.file,
                turned=round(turned),
                first=first.name or first.file,
            )


def metres_between(one: Photo, other: Photo) -> Optional[float]:
    """How far apart two photos were taken; ``None`` where one has no position."""
    if None in (one.lon_deg, one.lat_deg, other.lon_deg, other.lat_deg):
        return None
    metre = math.radians(1) * SEMI_MAJOR_M
    north = (float(one.lat_deg or 0) - float(other.lat_deg or 0)) * metre
    east = (float(one.lon_deg or 0) - float(other.lon_deg or 0)) * metre
    return math.hypot(north, east * math.cos(math.radians(float(one.lat_deg or 0))))


def degrees_between(one: Photo, other: Photo) -> Optional[float]:
    """By how much two photos look different ways; ``None`` where one does not say."""
    if one.azimuth_deg is None or other.azimuth_deg is None:
        return None
    return abs((one.azimuth_deg - other.azimuth_deg + 180) % 360 - 180)
