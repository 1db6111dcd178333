"""The plane in which parcels are cut: Gauss-Krüger of the patch's 3° zone, in metres.

There an edge of a patch is the straight line that its official area is computed from. Points
that were there before come back bit by bit; a new point is brought to longitude and latitude
once, so that the parcels on both sides of it get the same.
"""

from __future__ import annotations

from typing import Dict, Iterable, List, Sequence, Tuple

import numpy as np

from ..areas import gauss_project, gauss_unproject, zone_of
from ..geometry import MultiPolygon, Ring, map_rings

Point = Tuple[float, float]


class Plane:
    """A plane near ``polygons`` (EPSG:4490); equal points in are equal points out."""

    def __init__(self, polygons: MultiPolygon) -> None:
        self.zone = zone_of(polygons)
        first = polygons[0][0][:1]
        east, north = gauss_project(first[:, 0], first[:, 1], self.zone)
        # Near the origin a coordinate keeps its digits: a nanometre, not ten.
        self._origin = np.array([np.floor(east[0]), np.floor(north[0])])
        self._plane: Dict[Point, Point] = {}
        self._lonlat: Dict[Point, Point] = {}

    def polygons(self, polygons: MultiPolygon) -> MultiPolygon:
        """Lon/lat polygons in the plane."""
        self._project([ring for polygon in polygons for ring in polygon])
        return map_rings(polygons, self._looked_up)

    def lines(self, lines: Sequence[Ring]) -> List[Ring]:
        """Lon/lat lines in the plane."""
        self._project(lines)
        return [self._looked_up(line) for line in lines]

    def _looked_up(self, ring: Ring) -> Ring:
        return np.array([self._plane[point] for point in points_of(ring)])

    def _project(self, rings: Iterable[Ring]) -> None:
        new = {point for ring in rings for point in points_of(ring)} - self._plane.keys()
        if not new:
            return
        ordered = sorted(new)
        lonlat = np.array(ordered)
        xy = np.column_stack(gauss_project(lonlat[:, 0], lonlat[:, 1], self.zone)) - self._origin
        for known, point in zip(ordered, points_of(xy)):
            self._plane[known] = point
            self._lonlat.setdefault(point, known)

    def back(self, pieces: Sequence[MultiPolygon]) -> List[MultiPolygon]:
        """Pieces of the plane as lon/lat polygons."""
        rings = [ring for piece in pieces for polygon in piece for ring in polygon]
        new = {point for ring in rings for point in points_of(ring)} - self._lonlat.keys()
        if new:
            ordered = sorted(new)
            xy = np.array(ordered) + self._origin
            lonlat = np.column_stack(gauss_unproject(xy[:, 0], xy[:, 1], self.zone))
            self._lonlat.update(zip(ordered, points_of(lonlat)))
        return [map_rings(piece, self._back) for piece in pieces]

    def _back(self, ring: Ring) -> Ring:
        return np.array([self._lonlat[point] for point in points_of(ring)])


def points_of(ring: Ring) -> List[Point]:
    """The vertices as pairs of floats."""
    return [(float(x), float(y)) for x, y in ring]
