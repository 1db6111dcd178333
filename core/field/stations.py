"""站点: photos from the same spot in the same direction, before, during and after.

How near and how much alike in direction is the plan's (``rectification.json``, ``photos``).
"""

from __future__ import annotations

from math import hypot
from typing import Sequence

from ..model import Photo
from ..plan.rectification import SeriesRules
from .place import metres_per_degree


def same_view(one: Photo, other: Photo, rules: SeriesRules) -> bool:
    """True for photos from one spot in one direction; what the camera did not note is unknown."""
    if one.lon_deg is None or one.lat_deg is None or one.azimuth_deg is None:
        return False
    if other.lon_deg is None or other.lat_deg is None or other.azimuth_deg is None:
        return False
    east, north = metres_per_degree(one.lat_deg)
    far = hypot((one.lon_deg - other.lon_deg) * east, (one.lat_deg - other.lat_deg) * north)
    turned = abs((one.azimuth_deg - other.azimuth_deg + 180) % 360 - 180)
    return far <= rules.near_m and turned <= rules.looking_within_deg


def station_of(photo: Photo, others: Sequence[Photo], rules: SeriesRules) -> str:
    """The station of the photos that show the same view; empty when there is none."""
    return next((one.station for one in others if one.station and same_view(photo, one, rules)), "")


def next_station(photos: Sequence[Photo]) -> str:
    """A name for another station: the first number that no station has."""
    taken = {one.station for one in photos}
    return next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
