"""Rings into polygons by what lies inside what, whatever their numbers or winding say."""

from __future__ import annotations

from typing import Any, List, Sequence, Tuple

from osgeo import ogr

Points = Sequence[Tuple[float, float]]


def polygons_from_rings(rings: Sequence[Points]) -> Any:
    """An OGR multipolygon: a ring inside an odd number of others is a hole of the innermost.

    Rings are taken as they are; whether the result is valid is asked elsewhere.
    """
    areas = [_ring_polygon(ring) for ring in rings]
    around = [_containers(index, areas) for index in range(len(areas))]
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for index, outer in enumerate(around):
        if len(outer) % 2:
            continue
        polygon = areas[index].Clone()
        for hole, its_outer in enumerate(around):
            if len(its_outer) == len(outer) + 1 and index in its_outer:
                polygon.AddGeometry(_linear_ring(rings[hole]))
        whole.AddGeometry(polygon)
    return whole


def _containers(index: int, areas: List[Any]) -> List[int]:
    mine = areas[index]
    return [
        other
        for other, area in enumerate(areas)
        if other != index and area.Contains(mine) and not (mine.Contains(area) and other > index)
    ]


def _ring_polygon(ring: Points) -> Any:
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(_linear_ring(ring))
    return polygon


def _linear_ring(ring: Points) -> Any:
    line = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ring:
        line.AddPoint_2D(x, y)
    if ring and tuple(ring[0]) != tuple(ring[-1]):
        line.AddPoint_2D(*ring[0])
    return line
