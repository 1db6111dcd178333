"""What makes an SQLite file a GeoPackage: the geometry blob and what its triggers call.

GDAL creates the file, the feature tables and their spatial index; rows are written by Python's
SQLite within the casebook's own transactions, so that journal and features commit together.
"""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path
from typing import Callable, Optional, Sequence, Tuple

from osgeo import gdal, ogr, osr
from sqlalchemy import Connection, Table
from sqlalchemy import text as sql
from sqlalchemy.schema import CreateColumn

from ..errors import CasebookDamaged, OutputError
from ..geometry import LONLAT_EPSG, box, multipolygon_from_wkb, wkb_from_multipolygon
from ..text import text
from .columns import metadata
from .tables import FEATURE_TABLES

_HEADER = struct.Struct("<2sBBi4d")
_LITTLE_ENDIAN_WITH_BOX = 0b011


def create_file(path: Path) -> None:
    """A GeoPackage with the empty feature tables (``fid``, ``geom``) and their R-trees."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = _created(path)
        if dataset is None:
            raise OutputError(text("The file {file} cannot be created.", file=str(path)))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(LONLAT_EPSG)
        for table in FEATURE_TABLES:
            options = ["GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=YES"]
            dataset.CreateLayer(table.name, reference, ogr.wkbMultiPolygon, options)
        dataset = None
    finally:
        gdal.PopErrorHandler()


def _created(path: Path) -> Optional[ogr.DataSource]:
    # GDAL answers with None or raises, as the last caller of UseExceptions in the process wanted.
    try:
        return ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    except RuntimeError:
        return None


def create_columns_and_tables(connection: Connection) -> None:
    """Everything that :mod:`.tables` declares and GDAL has not created."""
    for table in FEATURE_TABLES:
        names = [column.name for column in table.columns if column.name not in ("fid", "geom")]
        add_columns(connection, table, names)
        for index in table.indexes:
            index.create(connection)
    for table in metadata.sorted_tables:
        if table not in FEATURE_TABLES:
            add_table(connection, table)


def add_columns(connection: Connection, table: Table, names: Sequence[str]) -> None:
    """Columns that :mod:`.tables` declares and the file's table lacks."""
    for name in names:
        column = table.columns[name]
        declared = CreateColumn(column).compile(dialect=connection.dialect)
        default = " DEFAULT ''" if not column.nullable else ""
        connection.exec_driver_sql(f"ALTER TABLE {table.name} ADD COLUMN {declared}{default}")


def add_table(connection: Connection, table: Table) -> None:
    """A table without geometry, known to other programs as such."""
    table.create(connection)
    connection.execute(
        sql(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
            "VALUES (:n, 'attributes', :n)"
        ),
        {"n": table.name},
    )


def refresh_extents(connection: Connection) -> None:
    """Write the layers' extents where other programs look for them."""
    for table in FEATURE_TABLES:
        tree = f"rtree_{table.name}_geom"
        connection.execute(
            sql(
                "UPDATE gpkg_contents SET (min_x, min_y, max_x, max_y) = "  # noqa: S608 - own names
                f"(SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {tree}), "
                "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = :n"
            ),
            {"n": table.name},
        )


def blob_from_wkb(wkb: bytes) -> bytes:
    """A GeoPackage geometry (with its box) from WKB of a polygon or multipolygon."""
    polygons = multipolygon_from_wkb(wkb)
    left, bottom, right, top = box(polygons)
    header = _HEADER.pack(b"GP", 0, _LITTLE_ENDIAN_WITH_BOX, LONLAT_EPSG, left, right, bottom, top)
    return header + wkb_from_multipolygon(polygons)


def wkb_from_blob(blob: bytes) -> bytes:
    """The WKB inside a GeoPackage geometry that this module wrote."""
    if blob[:2] != b"GP" or blob[3] != _LITTLE_ENDIAN_WITH_BOX:
        raise CasebookDamaged(text("A geometry in the casebook was written by another program."))
    return blob[_HEADER.size :]


def middle_of_blob(blob: bytes) -> Tuple[float, float]:
    """The middle of a geometry's box, without reading the geometry."""
    left, right, bottom, top = _sides(blob)
    return (left + right) / 2, (bottom + top) / 2


def add_functions(connection: sqlite3.Connection) -> None:
    """The functions that GeoPackage triggers call, which plain SQLite lacks."""
    for name, position in (("ST_MinX", 0), ("ST_MaxX", 1), ("ST_MinY", 2), ("ST_MaxY", 3)):
        connection.create_function(name, 1, _side(position), deterministic=True)
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


def _side(position: int) -> Callable[[Optional[bytes]], Optional[float]]:
    def side(blob: Optional[bytes]) -> Optional[float]:
        return None if blob is None else _sides(blob)[position]

    return side


def _sides(blob: bytes) -> Tuple[float, ...]:
    return _HEADER.unpack_from(blob)[4:]


def _is_empty(blob: Optional[bytes]) -> Optional[int]:
    return None if blob is None else (blob[3] >> 4) & 1
