"""Does a layer cover an area: what it leaves, as polygons.

The area is taken apart into squares of about a kilometre. A square whose pieces add up is
covered, which the engine proves for many at once; only in the others gaps are cut out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Iterator, List, Sequence, Tuple

from osgeo import ogr

from ..areas import cut_long_edges, multipolygon_area_m2, zone_of
from ..geometry import (
    MultiPolygon,
    box,
    map_rings,
    multipolygon_from_wkb,
    wkb_from_multipolygon,
)
from ..model import Parcel
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..reading.vector import quiet
from .chunks import chunks_of
from .cutting import polygons_of
from .engine import Engine
from .given import parcels_of
from .measure import Measurer
from .pieces import in_degrees
from .rules import Ground
from .source import LayerSource, unchanged

_TILE_DEG = 0.01


@dataclass(frozen=True)
class Uncovered:
    """The gaps of one area: a WKB polygon in EPSG:4490 and m² each; ``area_m2`` is the whole."""

    area_m2: float
    gaps: List[Tuple[bytes, float]] = field(repr=False)

    @property
    def gap_m2(self) -> float:
        """All gaps together."""
        return sum(area for _, area in self.gaps)


def uncovered(
    area: bytes, sources: Sequence[LayerSource], plan: Plan, progress: Progress = SILENT
) -> Uncovered:
    """What the layers leave of an area (WKB in EPSG:4490); overlaps do not matter."""
    ground = Ground(sources[0].role, sources)
    tiles = parcels_of([("", wkb) for wkb in _tiles(area)])
    measurer, engine = Measurer(ground, [], plan), Engine(ground, [], plan)
    left: List[ogr.Geometry] = []
    done = 0
    with unchanged(sources):
        for chunk in chunks_of(tiles):
            check_cancelled(progress)
            known = engine.measure(chunk, tiles)
            doubtful = [at for at, one in zip(chunk.plain, known) if one is None] + chunk.others
            for at in doubtful:
                check_cancelled(progress)
                left += _gaps(measurer, tiles[at])
            done += len(chunk.plain) + len(chunk.others)
            progress.at(done, len(tiles))
    total = sum(float(tile.area_m2) for tile in tiles)
    return Uncovered(total, list(_merged(left)))


def _tiles(area: bytes) -> Iterator[bytes]:
    polygons = multipolygon_from_wkb(area)
    zone = zone_of(polygons)
    dense = map_rings(polygons, lambda ring: cut_long_edges(ring, zone))
    with quiet():
        whole = ogr.CreateGeometryFromWkb(wkb_from_multipolygon(dense))
        whole = whole if whole.IsValid() else whole.MakeValid()
        left, bottom, right, top = box(polygons)
        for column in range(int(left // _TILE_DEG), int(right // _TILE_DEG) + 1):
            strip = _clip(whole, (column, int(bottom // _TILE_DEG)), top)
            for row in range(int(bottom // _TILE_DEG), int(top // _TILE_DEG) + 1):
                for part in polygons_of(strip.Intersection(_square(column, row, row + 1))):
                    yield bytes(ogr.ForceToMultiPolygon(part.Clone()).ExportToIsoWkb())


def _clip(whole: ogr.Geometry, corner: Tuple[int, int], top: float) -> ogr.Geometry:
    column, row = corner
    return whole.Intersection(_square(column, row, int(top // _TILE_DEG) + 1))


def _square(column: int, row: int, to_row: int) -> ogr.Geometry:
    left, right = column * _TILE_DEG, (column + 1) * _TILE_DEG
    bottom, top = row * _TILE_DEG, to_row * _TILE_DEG
    ring = f"{left!r} {bottom!r}, {right!r} {bottom!r}, {right!r} {top!r}, {left!r} {top!r}"
    return ogr.CreateGeometryFromWkt(f"POLYGON (({ring}, {left!r} {bottom!r}))")


def _gaps(measurer: Measurer, tile: Parcel) -> List[ogr.Geometry]:
    with quiet():
        found = measurer.cut(tile).gaps
        zone = zone_of(multipolygon_from_wkb(tile.geometry))
        return [ogr.CreateGeometryFromWkb(in_degrees(gap, zone)) for gap in found]


def _merged(gaps: Sequence[ogr.Geometry]) -> Iterator[Tuple[bytes, float]]:
    """Gaps that go on in the next square, as one."""
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for gap in gaps:
        for part in polygons_of(gap):
            together.AddGeometry(part)
    with quiet():
        whole = together.UnionCascaded() if together.GetGeometryCount() else together
    for part in polygons_of(whole):
        polygons: MultiPolygon = multipolygon_from_wkb(bytes(part.ExportToIsoWkb()))
        yield wkb_from_multipolygon(polygons), multipolygon_area_m2(polygons)
