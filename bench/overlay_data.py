"""Made-up land for bench/overlay.py: the size and the shapes of a city's survey, nothing real.

A partition of a square into wiggly parcels that share their edges to the last bit, 13 % of them
thin strips, some with a pond as an island; basic farmland of its own outlines; a red line of a
few polygons of up to 500,000 vertices; urban boundaries; patches of 0.05 to 10 ha, some of
several parts, some with holes, one in ten the exact copy of a parcel. With ``roads`` two of a
hundred parcels are roads and rivers of 1,000 to 50,000 vertices; the count is checked.
"""

from __future__ import annotations

import json
import math
import sqlite3
import struct
from pathlib import Path
from string import Template
from typing import Any, Dict, Iterator, List, Sequence, Tuple

import numpy as np
from osgeo import ogr, osr
from overlay_partition import (
    EAST,
    NORTH,
    ROAD_ROWS,
    Array,
    Partition,
    Rings,
    degrees,
    star,
    sway,
)

PARCEL_M2 = 8500.0
CODES = {
    "0102": 0.36, "0103": 0.09, "0201": 0.04, "0301": 0.08, "0307": 0.06, "0404": 0.03,
    "0601": 0.04, "0702": 0.13, "1006": 0.05, "1104": 0.06, "1107": 0.04, "1202": 0.02,
}  # fmt: skip
TEXTS = ("BSM", "YSDM", "TBBH", "DLBM", "DLMC", "QSXZ", "QSDWDM", "QSDWMC", "ZLDWDM", "ZLDWMC")
NUMBERS = ("TBMJ", "KCXS", "KCMJ", "TBDLMJ")
_BATCH = 20_000
LONG_VERTICES = 1000


def side_m(parcels: int) -> float:
    """Side of the square that this many parcels fill."""
    return math.sqrt(parcels * PARCEL_M2)


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


def make(folder: Path, parcels: int, roads: bool = False) -> Path:
    """The four layers of a land of ``parcels`` parcels, made once; returns their folder."""
    name = f"land_{parcels}{'_roads' if roads else ''}"
    final, work = folder / name, folder / f"{name}.making"
    if final.is_dir():
        return final
    work.mkdir(parents=True)
    side = side_m(parcels)
    _write_land_use(work / "DLTB.gpkg", parcels, side, roads)
    farmland = Partition(7, max(100, parcels * 14 // 100), side, 14, 0.05)
    kept = (one for one, _ in farmland.features(0.01) if farmland.random.random() < 0.72)
    _write_simple(work / "YJJBNTTB.gpkg", "YJJBNTTB", ([one] for one in kept))
    vertices = max(2000, parcels // 2)
    _write_simple(work / "STBHHX.gpkg", "STBHHX", ([one] for one in red_line(side, vertices)))
    _write_simple(work / "CZKFBJ.gpkg", "CZKFBJ", ([one] for one in urban(side)))
    work.rename(final)
    return final


def _write_land_use(path: Path, parcels: int, side: float, roads: bool) -> None:
    """DLTB with the fields of a survey, in EPSG:4490."""
    cells = int(parcels / 1.02 / (1.02 * (1 - ROAD_ROWS) if roads else 1))
    land = Partition(42, cells, side, 7.5, 0.13, roads)
    random = np.random.default_rng(5)
    codes, weights = list(CODES), np.array(list(CODES.values()))
    chosen = random.choice(len(codes), 4 * parcels, p=weights / weights.sum())
    shares = random.uniform(0.01, 0.12, 4 * parcels).round(4)
    vertices: List[int] = []

    def rows() -> Iterator[Tuple[Any, ...]]:
        for number, (rings, strip) in enumerate(land.features(0.03), start=1):
            vertices.append(sum(map(len, rings)))
            code = "1006" if strip else codes[chosen[number]]
            share = float(shares[number]) if code.startswith("01") and number % 3 == 0 else 0.0
            village = f"371500{1 + number // 900:06d}0000000"
            place = f"第{1 + number // 900}村民委员会"
            texts = (f"37150020{number:010d}", "2001010100", f"{number % 900:04d}", code, "地类")
            owner = ("30", village, place, village, place)
            yield (blob([rings], 3), *texts, *owner, PARCEL_M2, share, 0.0, PARCEL_M2)

    fields = {**dict.fromkeys(TEXTS, ogr.OFTString), **dict.fromkeys(NUMBERS, ogr.OFTReal)}
    write(path, "DLTB", fields, ogr.wkbPolygon, rows())
    about = _counted(np.array(vertices), roads)
    path.with_name("about.json").write_text(json.dumps(about), encoding="utf-8")


def _counted(vertices: Array, roads: bool) -> Dict[str, int]:
    """How many polygons and vertices there are, and how many polygons are long.

    Raises ``ValueError`` when the land with roads and rivers is not what it should be.
    """
    long = vertices[vertices >= LONG_VERTICES]
    found = {
        "polygons": len(vertices),
        "vertices": int(vertices.sum()),
        "long_polygons": len(long),
        "long_vertices": int(long.sum()),
        "most_vertices": int(vertices.max()),
    }
    if roads and not (0.02 <= len(long) / len(vertices) < 0.03 and vertices.max() <= 50_000):
        raise ValueError(f"not two of a hundred parcels are long: {found}")
    return found


def about(land: Path) -> Dict[str, int]:
    """What was counted when a land was made."""
    found: Dict[str, int] = json.loads((land / "about.json").read_text(encoding="utf-8"))
    return found


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
