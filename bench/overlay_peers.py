"""One run of another program over the land of bench/overlay.py, in a process of its own.

Each writes the same table: patch, layer, land-use code, m². Areas are measured in the plane in
which they are ellipsoidal, with corners as they are: what is long between two is not bent.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, NamedTuple, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from core.areas import equal_area

Row = Tuple[str, str, str, float]
LAYERS = ("DLTB", "YJJBNTTB", "STBHHX", "CZKFBJ")


class Peer(NamedTuple):
    """Another program: how it is run, what it computes, and where it is installed."""

    run: Callable[[Path, Path], Iterable[Row]]
    computes: str
    in_peers: bool = True


def areas_m2(shapes: Any) -> Any:
    """Ellipsoidal areas of shapely's geometries in degrees."""
    import shapely

    def plane(points: Any) -> Any:
        return np.column_stack(equal_area(points[:, 0], points[:, 1]))

    return shapely.area(shapely.transform(np.asarray(shapes), plane))


def _with_shapely(land: Path, patches: Path) -> Iterator[Row]:
    import shapely
    from pyogrio.raw import read_arrow

    def read(path: Path, names: Tuple[str, ...]) -> Tuple[Any, Any]:
        about, table = read_arrow(path, columns=list(names))
        blobs = table.column(about["geometry_name"]).to_numpy(zero_copy_only=False)
        return table, shapely.from_wkb(blobs)

    table, own = read(patches, ("TBBH",))
    keys = table.column("TBBH").to_pylist()
    shapely.prepare(own)
    for name in LAYERS:
        table, shapes = read(land / f"{name}.gpkg", ("DLBM",) if name == "DLTB" else ())
        codes = table.column("DLBM").to_pylist() if name == "DLTB" else [""] * len(shapes)
        i, j = shapely.STRtree(shapes).query(own, predicate="intersects")
        used = np.unique(j)
        broken = used[~shapely.is_valid(shapes[used])]
        shapes[broken] = shapely.make_valid(shapes[broken])  # it would break off at these
        found = areas_m2(shapely.intersection(own[i], shapes[j]))
        for patch, feature, area in zip(i.tolist(), j.tolist(), found.tolist()):
            yield keys[patch], name, codes[feature], area


def _with_geopandas(land: Path, patches: Path) -> Iterator[Row]:
    import geopandas

    def read(path: Path, names: Tuple[str, ...]) -> Any:
        return geopandas.read_file(path, engine="pyogrio", use_arrow=True, columns=list(names))

    own = read(patches, ("TBBH",))
    for name in LAYERS:
        layer = read(land / f"{name}.gpkg", ("DLBM",) if name == "DLTB" else ())
        pieces = geopandas.overlay(own, layer, how="intersection")
        codes = pieces["DLBM"] if name == "DLTB" else [""] * len(pieces)
        for key, code, area in zip(pieces["TBBH"], codes, areas_m2(pieces.geometry.values)):
            yield key, name, code, float(area)


def _with_duckdb(land: Path, patches: Path) -> Iterator[Row]:
    import duckdb
    import duckdb_extension_spatial
    import shapely

    home = Path(duckdb_extension_spatial.__file__).parent / "extensions"
    base = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    base.load_extension(str(home / f"v{duckdb.__version__}" / "spatial.duckdb_extension"))
    read = "CREATE TABLE {} AS SELECT * FROM ST_Read('{}')"
    base.execute(read.format("patches", patches))
    for name in LAYERS:
        base.execute(read.format(name, land / f"{name}.gpkg"))
        code = "l.DLBM" if name == "DLTB" else "''"
        found = base.execute(
            f"SELECT p.TBBH, {code}, ST_AsWKB(ST_Intersection(p.geom, l.geom))::BLOB "  # noqa: S608
            f"FROM patches p JOIN {name} l ON ST_Intersects(p.geom, l.geom)"
        ).to_arrow_table()
        keys, codes, blobs = (found.column(n).to_pylist() for n in range(3))
        pieces = shapely.from_wkb(np.array(blobs, object))
        for key, its_code, area in zip(keys, codes, areas_m2(pieces).tolist()):
            yield key, name, its_code, area
        base.execute(f"DROP TABLE {name}")


def _with_gdal(land: Path, patches: Path) -> Iterator[Row]:
    from osgeo import ogr

    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    opened = ogr.Open(str(patches))
    own = memory.CopyLayer(opened.GetLayer(0), "patches")
    own.AlterFieldDefn(0, ogr.FieldDefn("patch", ogr.OFTString), ogr.ALTER_NAME_FLAG)
    how = ["SKIP_FAILURES=YES", "USE_PREPARED_GEOMETRIES=YES", "PRETEST_CONTAINMENT=YES"]
    how.append("KEEP_LOWER_DIMENSION_GEOMETRIES=NO")
    for name in LAYERS:
        dataset = ogr.Open(str(land / f"{name}.gpkg"))
        layer = dataset.GetLayer(0)
        definition = layer.GetLayerDefn()
        fields = [definition.GetFieldDefn(n).GetName() for n in range(definition.GetFieldCount())]
        layer.SetIgnoredFields([field for field in fields if field != "DLBM"])
        pieces = memory.CreateLayer(name, None, ogr.wkbUnknown)
        own.Intersection(layer, pieces, how)
        for piece in pieces:
            code = piece.GetField("DLBM") if name == "DLTB" else ""
            yield piece.GetField("patch"), name, code, _area_m2(piece.GetGeometryRef())


def _area_m2(shape: Any) -> float:
    """A GDAL polygon's area, holes taken off; parts together."""
    if shape.GetGeometryName() == "LINEARRING":
        x, y = equal_area(*np.array(shape.GetPoints(2)).T)
        x, y = x - x[0], y - y[0]
        return abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2
    parts = [_area_m2(shape.GetGeometryRef(n)) for n in range(shape.GetGeometryCount())]
    return parts[0] - sum(parts[1:]) if shape.GetGeometryName() == "POLYGON" else sum(parts)


PEERS: Dict[str, Peer] = {
    "shapely": Peer(_with_shapely, "pieces by STRtree, their areas"),
    "geopandas": Peer(_with_geopandas, "pieces by overlay(), their areas"),
    "DuckDB spatial": Peer(_with_duckdb, "pieces by a spatial join, their areas"),
    "GDAL": Peer(_with_gdal, "pieces by Layer.Intersection, their areas", in_peers=False),
}


def write_rows(rows: Iterable[Row], path: Path) -> None:
    """The table that every engine writes."""
    with path.open("w", encoding="utf-8") as file:
        for key, layer, code, area in rows:
            file.write(f"{key},{layer},{code},{area}\n")


def main() -> None:
    """Arguments: peer, folder of the land, patches, table; the last line is the time it took."""
    name, land, patches, table = sys.argv[1:]
    begun = time.perf_counter()
    write_rows(PEERS[name].run(Path(land), Path(patches)), Path(table))
    print(json.dumps({"work": time.perf_counter() - begun}), flush=True)
    os._exit(0)  # GDAL, taken down in any order, may end in a crash that is not ours


if __name__ == "__main__":
    main()
