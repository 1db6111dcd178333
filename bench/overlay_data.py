"""Made-up land for bench/overlay.py: the size and the shapes of a city's survey, nothing real.

A partition of a square into wiggly parcels that share their edges to the last bit, 13 % of them
thin strips, some with a pond as an island; basic farmland of its own outlines; a red line of a
few polygons of up to 500,000 vertices; urban boundaries; patches of 0.05 to 10 ha, some of
several parts, some with holes, one in ten the exact copy of a parcel. With ``long_share`` rows
of strips become roads and rivers of up to many thousand vertices.
"""

from __future__ import annotations

import math
import sqlite3
import struct
from pathlib import Path
from string import Template
from typing import Any, Dict, Iterator, List, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr

from tuban.core.areas import gauss_unproject

Array = Any
Rings = List[Array]
EAST, NORTH, ZONE = 39_410_000.0, 4_035_000.0, 39
PARCEL_M2 = 8500.0
CODES = {
    "0102": 0.36, "0103": 0.09, "0201": 0.04, "0301": 0.08, "0307": 0.06, "0404": 0.03,
    "0601": 0.04, "0702": 0.13, "1006": 0.05, "1104": 0.06, "1107": 0.04, "1202": 0.02,
}  # fmt: skip
TEXTS = ("BSM", "YSDM", "TBBH", "DLBM", "DLMC", "QSXZ", "QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC")
NUMBERS = ("TBMJ", "KCXS", "KCMJ", "TBDLMJ")
_BATCH = 20_000


def side_m(parcels: int) -> float:
    """Side of the square that this many parcels fill."""
    return math.sqrt(parcels * PARCEL_M2)


class Partition:
    """Cells of a warped grid; edges are stored once and used by both neighbours."""

    def __init__(self, seed: int, count: int, side: float, spacing: float, thin: float) -> None:
        random = self.random = np.random.default_rng(seed)
        self.cells = max(2, round(math.sqrt(count)))
        self.widths = self._widths(side, thin)
        self.heights = self._widths(side, thin)
        x = EAST - side / 2 + np.append(0, np.cumsum(self.widths))
        y = NORTH - side / 2 + np.append(0, np.cumsum(self.heights))
        near_x = np.minimum(np.append(self.widths, np.inf), np.insert(self.widths, 0, np.inf))
        near_y = np.minimum(np.append(self.heights, np.inf), np.insert(self.heights, 0, np.inf))
        shift = random.uniform(-0.15, 0.15, (2, len(y), len(x)))
        east = x + shift[0] * near_x
        north = y[:, None] + shift[1] * near_y[:, None]
        plane = np.stack([east, north], 2)
        self.nodes = degrees(plane.reshape(-1, 2)).reshape(plane.shape)
        self.rows = self._edges(plane[:, :-1], plane[:, 1:], 0, 0.1 * near_y[:, None], spacing)
        self.columns = self._edges(plane[:-1], plane[1:], 1, 0.1 * near_x, spacing)

    def _widths(self, side: float, thin: float) -> Array:
        widths = self.random.lognormal(0, 0.35, self.cells) * side / self.cells
        strips = self.random.random(self.cells) < thin
        widths[strips] = self.random.uniform(8, 22, strips.sum())
        return widths * side / widths.sum()

    def _edges(
        self, begin: Array, end: Array, axis: int, sway: Array, spacing: float
    ) -> Tuple[Array, Array]:
        """Points of all edges, both ends included, and where each edge starts."""
        sway = np.broadcast_to(sway, begin.shape[:2]).ravel()
        first, last = (one.reshape(-1, 2) for one in (begin, end))
        run = last - first
        length = np.hypot(*run.T)
        counts = np.clip(length / spacing * self.random.uniform(0.6, 1.6, len(run)), 5, 40)
        counts = counts.astype(int) + 1
        start = np.append(0, np.cumsum(counts))
        edge = np.repeat(np.arange(len(run)), counts)
        share = (np.arange(start[-1]) - start[:-1][edge]) / (counts - 1)[edge]
        swing = sum(
            np.repeat(self.random.uniform(-a, a, len(run)), counts) * np.sin(math.pi * k * share)
            for k, a in ((1, 0.6), (2, 0.35), (3, 0.2), (5, 0.1))
        )
        swing *= np.minimum(sway, 0.1 * length)[edge]
        normal = np.column_stack([-run[:, 1], run[:, 0]]) / length[:, None]
        points = first[edge] + share[:, None] * run[edge] + swing[:, None] * normal[edge]
        points = degrees(points)
        points[start[:-1]] = (
            self.nodes[:, :-1].reshape(-1, 2) if axis == 0 else (self.nodes[:-1].reshape(-1, 2))
        )
        points[start[1:] - 1] = (
            self.nodes[:, 1:].reshape(-1, 2) if axis == 0 else (self.nodes[1:].reshape(-1, 2))
        )
        return points, start

    def ring(self, row: int, first: int, end: int) -> Array:
        """The outline of the cells first … end − 1 of a row."""
        n = self.cells
        below = [self._row_edge(row * n + column) for column in range(first, end)]
        above = [self._row_edge((row + 1) * n + column) for column in range(end - 1, first - 1, -1)]
        right = self._column_edge(row * (n + 1) + end)
        left = self._column_edge(row * (n + 1) + first)
        parts = [
            *(one[:-1] for one in below),
            right[:-1],
            *(one[:0:-1] for one in above),
            left[::-1],
        ]
        return np.concatenate(parts)

    def _row_edge(self, number: int) -> Array:
        points, start = self.rows
        return points[start[number] : start[number + 1]]

    def _column_edge(self, number: int) -> Array:
        points, start = self.columns
        return points[start[number] : start[number + 1]]

    def features(self, ponds: float, long_share: float) -> Iterator[Tuple[Rings, bool]]:
        """(rings, whether it is a strip), in village blocks as a survey numbers them."""
        n, block = self.cells, 25
        thin_rows = self.heights < 23
        corners = [(r, c) for r in range(0, n, block) for c in range(0, n, block)]
        for at in self.random.permutation(len(corners)):
            top, left = corners[at]
            for row in range(top, min(top + block, n)):
                if thin_rows[row] and long_share:
                    continue
                for column in range(left, min(left + block, n)):
                    yield from self._cell(row, column, ponds)
        if long_share:
            yield from self._long(np.flatnonzero(thin_rows))

    def _long(self, rows: Array) -> Iterator[Tuple[Rings, bool]]:
        """Strips of 8 to many hundred cells as one feature each: roads and rivers."""
        for row in rows:
            column = 0
            while column < self.cells:
                end = min(
                    self.cells, column + int(np.clip(self.random.lognormal(2.8, 0.9), 8, 900))
                )
                yield [self.ring(row, column, end)], True
                column = end

    def _cell(self, row: int, column: int, ponds: float) -> Iterator[Tuple[Rings, bool]]:
        narrow = min(self.widths[column], self.heights[row])
        rings = [self.ring(row, column, column + 1)]
        if narrow > 45 and self.random.random() < ponds:
            middle = rings[0].mean(axis=0)
            size = narrow * self.random.uniform(0.1, 0.2) / 111_000
            pond = star(self.random, middle, size, int(self.random.integers(20, 45)), 0.2)
            yield [rings[0], pond[::-1]], False
            yield [pond], False
            return
        yield rings, narrow < 28


def degrees(points: Array) -> Array:
    """Longitude and latitude of points in the plane."""
    return np.column_stack(gauss_unproject(points[:, 0], points[:, 1], ZONE))


def star(random: Any, middle: Array, size: float, points: int, rough: float) -> Array:
    """A closed ring round a point whose radius sways by ``rough``: it never crosses itself."""
    angle = np.arange(points) / points * 2 * math.pi
    radius = size * (1 + rough * sway(random, points))
    ring = middle + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.vstack([ring, ring[:1]])


def sway(random: Any, points: int) -> Array:
    """A periodic noise of at most 1."""
    angle = np.arange(points) / points * 2 * math.pi
    total, mode = np.zeros(points), 2
    while mode < max(6, points / 8):
        total += mode**-1.15 * np.sin(mode * angle + random.uniform(0, 6.28))
        mode = int(mode * 1.35) + 1
    return total / np.abs(total).max()


def band(random: Any, side: float, height: float, width: float, points: int, holes: int) -> Rings:
    """A river's corridor across the square, with islands."""
    count = points // 2
    x = np.linspace(EAST - side / 2 + 900, EAST + side / 2 - 900, count)
    middle = NORTH - side / 2 + height * side + min(2500, side / 20) * sway(random, count)
    half = width * (1 + 0.45 * sway(random, count))
    lower = np.column_stack([x, middle - half])
    upper = np.column_stack([x, middle + half])[::-1]
    rings = [degrees(np.vstack([lower, upper, lower[:1]]))]
    for at in np.linspace(count * 0.05, count * 0.95, holes).astype(int):
        island = star(random, np.array([x[at], middle[at]]), width * 0.05, 120, 0.2)
        rings.append(degrees(island[::-1]))
    return rings


def red_line(side: float, points: int) -> Iterator[Rings]:
    """Three rivers and three hills; ``points`` is what the largest has."""
    random = np.random.default_rng(11)
    for height, width, share in ((0.2, 900, 1.0), (0.515, 350, 0.4), (0.86, 500, 0.24)):
        yield band(random, side, height, min(width, side / 50), int(points * share), 100)
    for x, y, share in ((0.25, 0.37, 0.3), (0.53, 0.7, 0.2), (0.8, 0.38, 0.1)):
        middle = np.array([EAST + (x - 0.5) * side, NORTH + (y - 0.5) * side])
        yield [degrees(star(random, middle, side * 0.07, int(points * share), 0.45))]


def urban(side: float) -> Iterator[Rings]:
    """Towns of 2,000 to 40,000 vertices."""
    random = np.random.default_rng(13)
    for number in range(56):
        middle = np.array([EAST, NORTH]) - side / 2 + (np.array(divmod(number, 8)) + 0.5) * side / 8
        size = side * (0.05 if number == 28 else random.uniform(0.005, 0.025))
        points = 40_000 if number == 28 else int(random.integers(2000, 20_000))
        yield [degrees(star(random, middle, size, points, 0.4))]


def patches(count: int, side: float, copies: Sequence[Rings]) -> Iterator[List[Rings]]:
    """Patches as the Ministry issues them: a list of polygons each."""
    random = np.random.default_rng(1000 + count)
    towns = random.uniform(0.05, 0.95, (max(8, count // 150), 2))
    for number in range(count):
        if number % 10 == 9 and copies:
            yield [copies[number // 10 % len(copies)]]
            continue
        at = random.uniform(0.02, 0.98, 2)
        if number % 2:
            at = np.clip(
                towns[random.integers(len(towns))] + random.normal(0, 0.013, 2), 0.02, 0.98
            )
        middle = np.array([EAST, NORTH]) + (at - 0.5) * side
        area = float(np.clip(random.lognormal(math.log(6000), 1.05), 500, 100_000))
        points = int(np.clip(random.lognormal(math.log(60), 0.5), 20, 200))
        parts = int(random.integers(2, 4)) if number % 12 == 5 else 1
        east = np.array([4 * math.sqrt(area), 0])
        yield [
            _patch_part(random, middle + east * k, area / parts, points, number)
            for k in range(parts)
        ]


def _patch_part(random: Any, middle: Array, area: float, points: int, number: int) -> Rings:
    size = math.sqrt(area / math.pi)
    rings = [degrees(star(random, middle, size, points, 0.35))]
    if number % 16 == 7:
        rings.append(degrees(star(random, middle, size * 0.2, 12, 0.1)[::-1]))
    return rings


def blob(polygons: Sequence[Rings], kind: int) -> bytes:
    """A GeoPackage geometry; ``kind`` is WKB's 3 (polygon) or 6 (multipolygon)."""
    shells = np.concatenate([rings[0] for rings in polygons])
    (left, bottom), (right, top) = shells.min(axis=0), shells.max(axis=0)
    parts = [b"GP\0\x03", struct.pack("<i4d", 4490, left, right, bottom, top)]
    if kind == 6:
        parts.append(struct.pack("<BII", 1, 6, len(polygons)))
    for rings in polygons:
        parts.append(struct.pack("<BII", 1, 3, len(rings)))
        for ring in rings:
            parts += [struct.pack("<I", len(ring)), ring.tobytes()]
    return b"".join(parts)


def write(
    path: Path, layer: str, fields: Dict[str, int], kind: int, rows: Iterator[Tuple[Any, ...]]
) -> None:
    """A GeoPackage with a spatial index; rows are (geometry, values of the fields …)."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4490)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    options = ["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"]
    made = dataset.CreateLayer(layer, system, kind, options)
    for name, field_type in fields.items():
        made.CreateField(ogr.FieldDefn(name, field_type))
    del made, dataset
    marks = ", ".join("?" * (len(fields) + 1))
    names = ", ".join(["geom", *fields])
    insert = Template("INSERT INTO $layer ($names) VALUES ($marks)")
    box = _insert(path, insert.substitute(layer=layer, names=names, marks=marks), rows)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?", tuple(box)
        )
    connection.close()
    dataset = ogr.Open(str(path), 1)
    dataset.ExecuteSQL(f"SELECT CreateSpatialIndex('{layer}', 'geom')")
    del dataset


def _insert(path: Path, sql: str, rows: Iterator[Tuple[Any, ...]]) -> Array:
    connection = sqlite3.connect(path)
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    box = np.array([np.inf, np.inf, -np.inf, -np.inf])
    batch: List[Tuple[Any, ...]] = []
    count = 0
    for row in rows:
        left, right, bottom, top = struct.unpack_from("<4d", row[0], 8)
        box = np.array(
            [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
        )
        batch.append(row)
        if len(batch) == _BATCH:
            connection.executemany(sql, batch)
            count += len(batch)
            batch.clear()
    connection.executemany(sql, batch)
    count += len(batch)
    connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ?", (count,))
    connection.commit()
    connection.close()
    return box


def make(folder: Path, parcels: int, long_share: float = 0.0) -> Path:
    """The four layers of a land of ``parcels`` parcels, made once; returns their folder."""
    name = f"land_{parcels}{'_long' if long_share else ''}"
    final, work = folder / name, folder / f"{name}.making"
    if final.is_dir():
        return final
    work.mkdir(parents=True)
    side = side_m(parcels)
    write_land_use(work / "DLTB.gpkg", parcels, side, long_share)
    farmland = Partition(7, max(100, parcels * 14 // 100), side, 14, 0.05)
    kept = (one for one, _ in farmland.features(0.01, 0) if farmland.random.random() < 0.72)
    _write_simple(work / "YJJBNTTB.gpkg", "YJJBNTTB", ([one] for one in kept))
    vertices = max(2000, parcels // 2)
    _write_simple(work / "STBHHX.gpkg", "STBHHX", ([one] for one in red_line(side, vertices)))
    _write_simple(work / "CZKFBJ.gpkg", "CZKFBJ", ([one] for one in urban(side)))
    work.rename(final)
    return final


def write_land_use(path: Path, parcels: int, side: float, long_share: float) -> None:
    """DLTB with the fields of a survey, in EPSG:4490."""
    thin = 0.25 if long_share else 0.13
    land = Partition(42, int(parcels / 1.02), side, 5 if long_share else 7.5, thin)
    random = np.random.default_rng(5)
    codes, weights = list(CODES), np.array(list(CODES.values()))
    chosen = random.choice(len(codes), 4 * parcels, p=weights / weights.sum())
    shares = random.uniform(0.01, 0.12, 4 * parcels).round(4)

    def rows() -> Iterator[Tuple[Any, ...]]:
        for number, (rings, strip) in enumerate(land.features(0.03, long_share), start=1):
            code = "1006" if strip else codes[chosen[number]]
            share = float(shares[number]) if code.startswith("01") and number % 3 == 0 else 0.0
            village = f"371500{1 + number // 900:06d}0000000"
            place = f"第{1 + number // 900}村民委员会"
            texts = (f"37150020{number:010d}", "2001010100", f"{number % 900:04d}", code, "地类")
            owner = ("30", village, place, village, place)
            yield (blob([rings], 3), *texts, *owner, PARCEL_M2, share, 0.0, PARCEL_M2)

    fields = {**dict.fromkeys(TEXTS, ogr.OFTString), **dict.fromkeys(NUMBERS, ogr.OFTReal)}
    write(path, "DLTB", fields, ogr.wkbPolygon, rows())


def _write_simple(path: Path, layer: str, shapes: Iterator[List[Rings]]) -> None:
    rows = ((blob(shape, 3), f"{layer}{number}") for number, shape in enumerate(shapes))
    write(path, layer, {"BH": ogr.OFTString}, ogr.wkbPolygon, rows)


def make_patches(folder: Path, land: Path, count: int, parcels: int) -> Path:
    """Patches over a land; returns the file."""
    path = folder / f"patches_{count}_on_{land.name}.gpkg"
    if path.is_file():
        return path
    copies = _some_parcels(land / "DLTB.gpkg", max(1, count // 10))
    shapes = patches(count, side_m(parcels), copies)
    rows = ((blob(shape, 6), f"371500{number:07d}") for number, shape in enumerate(shapes, start=1))
    work = path.with_suffix(".making.gpkg")
    work.unlink(missing_ok=True)
    write(work, "patches", {"TBBH": ogr.OFTString}, ogr.wkbMultiPolygon, rows)
    work.rename(path)
    return path


def _some_parcels(path: Path, count: int) -> List[Rings]:
    layer_file = ogr.Open(str(path))
    layer = layer_file.GetLayer(0)
    step = max(1, layer.GetFeatureCount() // 2 // count)
    found = []
    for number in range(1, count * step, step):
        feature = layer.GetFeature(number)
        shape = feature.GetGeometryRef()
        rings = [shape.GetGeometryRef(index) for index in range(shape.GetGeometryCount())]
        if sum(ring.GetPointCount() for ring in rings) < 500:
            found.append([np.array(ring.GetPoints())[:, :2].copy() for ring in rings])
    return found
