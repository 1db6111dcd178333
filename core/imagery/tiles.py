"""Tiles of the web's square scheme: which ones lie around some places. Zoom z has 2^z × 2^z.

Source: OGC 17-083r4, annex D.1 (WebMercatorQuad); EPSG:3857, rows counted from the north.
"""

from __future__ import annotations

import math
from typing import Iterable, Iterator, List, NamedTuple, Set, Tuple

LonLatBox = Tuple[float, float, float, float]
MOST_LATITUDE = 85.05112878
HALF_WORLD_M = 20037508.342789244
METRES_PER_DEGREE = 111_320.0
TILE_PIXELS = 256


class Tile(NamedTuple):
    """One tile; ``row`` 0 is the northernmost."""

    zoom: int
    column: int
    row: int


def grown(box: LonLatBox, metres: float) -> LonLatBox:
    """A box (west, south, east, north in degrees) with so many metres more on every side."""
    west, south, east, north = box
    middle = math.radians((south + north) / 2)
    up = metres / METRES_PER_DEGREE
    aside = metres / (METRES_PER_DEGREE * max(math.cos(middle), 0.01))
    return west - aside, south - up, east + aside, north + up


def tile_at(longitude: float, latitude: float, zoom: int) -> Tile:
    """The tile that holds a point; points beyond the scheme's edge are moved to it."""
    most = 2**zoom - 1
    latitude = math.radians(min(max(latitude, -MOST_LATITUDE), MOST_LATITUDE))
    across = (longitude + 180) / 360
    down = (1 - math.asinh(math.tan(latitude)) / math.pi) / 2
    column, row = math.floor(across * (most + 1)), math.floor(down * (most + 1))
    return Tile(zoom, min(max(column, 0), most), min(max(row, 0), most))


def tiles_of(box: LonLatBox, zoom: int) -> Iterator[Tile]:
    """The tiles of one zoom that touch a box."""
    west, south, east, north = box
    first, last = tile_at(west, north, zoom), tile_at(east, south, zoom)
    for column in range(first.column, last.column + 1):
        for row in range(first.row, last.row + 1):
            yield Tile(zoom, column, row)


def tiles_around(boxes: Iterable[LonLatBox], zooms: Iterable[int]) -> List[Tile]:
    """The tiles that touch any of the boxes, each once, in a fixed order."""
    found: Set[Tile] = set()
    wanted = list(zooms)
    for box in boxes:
        for zoom in wanted:
            found.update(tiles_of(box, zoom))
    return sorted(found)


def extent_m(tile: Tile) -> Tuple[float, float, float, float]:
    """West, south, east, north of a tile in metres of EPSG:3857."""
    side = 2 * HALF_WORLD_M / 2**tile.zoom
    west, north = -HALF_WORLD_M + tile.column * side, HALF_WORLD_M - tile.row * side
    return west, north - side, west + side, north
