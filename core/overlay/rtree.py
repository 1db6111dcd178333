"""Features of a GeoPackage through its R-tree, for many parcels at once, by sqlite3 itself.

GDAL answers one box at a time and reads every column; here one join finds all candidates of a
chunk, and each is fetched once, its geometry and the few fields that are needed.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from string import Template
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

import numpy as np

from ..areas import FALSE_EASTING_M, METRES_PER_ZONE_PREFIX, gauss_project
from ..reading.vector import damaged
from .decoding import shapes_of_wkb
from .figures import FIELDS_USED
from .files import FileSource
from .near import LongFeature, LongKept, Near, places_of, take_long
from .source import naming

Array = Any
_HEADER_BYTES = 8
# Where the envelope in a GeoPackage geometry header ends, by its code; 0: there is no such code.
_ENVELOPE_END = np.array([8, 40, 56, 56, 72, 0, 0, 0])
_EMPTY, _EXTENDED = 0x10, 0x20
# About 1 cm, so that a box loses nobody who touches it; in metres also for bent sides.
_MARGIN_DEG, _MARGIN_M, _BEND = 1e-7, 0.02, 1e-7
_WAIT_S = 1.0
# Names of tables and columns cannot be bound; they are quoted.
_FIND = Template(
    "SELECT boxes.parcel, tree.id FROM boxes CROSS JOIN $tree tree "
    "WHERE tree.minx <= boxes.right AND tree.maxx >= boxes.left "
    "AND tree.miny <= boxes.top AND tree.maxy >= boxes.bottom"
)
_FETCH = Template("SELECT $columns FROM wanted CROSS JOIN $table t ON t.$key = wanted.id")


class RtreeReader:
    """Asks a GeoPackage's layer; every thread has its own connection."""

    def __init__(self, source: FileSource, table: str, geometry: str, key: str) -> None:
        # The source is not kept: it keeps this reader, and has to go when nobody asks for it.
        self._path = source.path
        self._name = source.name
        self._zone = source.reference.zone
        self._meanings = [one for one in source.columns if one in FIELDS_USED]
        names = {"table": table, "geometry": geometry, "key": key}
        wanted = [geometry, *(source.columns[one] for one in self._meanings)]
        columns = ", ".join("t." + quoted(one) for one in wanted)
        self._fetch_sql = _FETCH.substitute(
            columns=columns, **{one: quoted(name) for one, name in names.items()}
        )
        self._find_sql = _FIND.substitute(tree=quoted(f"rtree_{table}_{geometry}"))
        self._local = threading.local()
        self._kept = LongKept()
        self._lock = threading.Lock()

    @classmethod
    def of(cls, source: FileSource) -> Optional[RtreeReader]:
        """A reader, if the source is a GeoPackage with an index, in a system we can compute."""
        if source.path.suffix.lower() != ".gpkg" or not source.reference.by_formula:
            return None
        with naming(source.name), _sqlite_errors(source.path):
            connection = connect(source.path)
            try:
                found = _table_of(connection, source.name)
            finally:
                connection.close()
        return None if found is None else cls(source, *found)

    def near(self, boxes_deg: Array, zone: int) -> Near:
        """The features near boxes, as :class:`.near.NearReader` says."""
        with naming(self._name), _sqlite_errors(self._path):
            parcels, ids = self._pairs(self._in_layer(boxes_deg))
            numbers, features = np.unique(ids, return_inverse=True)
            with self._lock:
                known = self._kept.among(numbers, zone)
            return self._fetched(numbers, (parcels, features), zone, known)

    def _fetched(
        self, numbers: Array, pairs: Tuple[Array, Array], zone: int, known: Dict[int, LongFeature]
    ) -> Near:
        rows = self._rows(np.delete(numbers, list(known)))
        for at in sorted(known):
            rows.insert(at, (None,))
        blobs = [row[0] for row in rows]
        shapes = shapes_of_wkb(blobs, _wkb_starts(blobs))

        def fields(at: int) -> Dict[str, str]:
            if at in known:
                return known[at].fields
            return {
                meaning: _as_text(value)
                for meaning, value in zip(self._meanings, rows[at][1:])
                if value is not None
            }

        ids = numbers.tolist()
        with self._lock:
            shapes, long = take_long(
                shapes.in_degrees(self._zone), ids, zone, self._kept, fields, known
            )
        return Near(pairs, places_of(ids), shapes, long, fields)

    def _pairs(self, boxes: Array) -> Tuple[Array, Array]:
        connection = self._connection()
        with _at_once(connection):
            connection.execute("DELETE FROM boxes")
            connection.executemany(
                "INSERT INTO boxes VALUES (?, ?, ?, ?, ?)",
                zip(range(len(boxes)), *boxes.T.tolist()),
            )
        found = chain.from_iterable(connection.execute(self._find_sql).fetchall())
        parcels, features = np.fromiter(found, np.int64).reshape(-1, 2).T
        return parcels, features

    def _rows(self, numbers: Array) -> List[Tuple[Any, ...]]:
        connection = self._connection()
        with _at_once(connection):
            connection.execute("DELETE FROM wanted")
            connection.executemany("INSERT INTO wanted VALUES (?)", zip(numbers.tolist()))
        rows = connection.execute(self._fetch_sql).fetchall()
        if len(rows) != len(numbers):
            raise sqlite3.DatabaseError("its spatial index does not fit its table")
        return rows

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            connection = connect(self._path)
            connection.text_factory = bytes  # most texts nobody asks for
            connection.execute(
                "CREATE TEMP TABLE boxes (parcel INTEGER PRIMARY KEY, left REAL, bottom REAL, "
                "right REAL, top REAL)"
            )
            connection.execute("CREATE TEMP TABLE wanted (id INTEGER PRIMARY KEY)")
            self._local.connection = connection
        found: sqlite3.Connection = self._local.connection
        return found

    def _in_layer(self, boxes_deg: Array) -> Array:
        """Boxes in the layer's coordinates, a little wider."""
        wider = np.array([-1.0, -1.0, 1.0, 1.0])
        if self._zone is None:
            return boxes_deg + wider * _MARGIN_DEG
        zone, false_easting = self._zone
        left, bottom, right, top = boxes_deg.T
        middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
        lon = np.stack([left, middle_x, right, left, right, left, middle_x, right])
        lat = np.stack([bottom, bottom, bottom, middle_y, middle_y, top, top, top])
        east, north = gauss_project(lon, lat, zone)
        east -= zone * METRES_PER_ZONE_PREFIX + FALSE_EASTING_M - false_easting
        boxes = np.column_stack([east.min(0), north.min(0), east.max(0), north.max(0)])
        size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
        return boxes + wider * (_MARGIN_M + _BEND * size**2)[:, None]


@contextmanager
def _at_once(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction instead of one per row."""
    connection.execute("BEGIN")
    with connection:
        yield


def connect(path: Path) -> sqlite3.Connection:
    """A connection that only reads; text that is not UTF-8 is shown as well as it can be."""
    address = path.absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(
        address, uri=True, timeout=_WAIT_S, isolation_level=None, check_same_thread=False
    )
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def quoted(name: str) -> str:
    """A table's or column's name in SQL."""
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _sqlite_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise damaged(path, str(error)) from error


def _table_of(connection: sqlite3.Connection, layer: str) -> Optional[Tuple[str, str, str]]:
    """Table, geometry column and integer key of a layer, if its geometry is indexed."""
    row = connection.execute(
        "SELECT table_name, column_name FROM gpkg_geometry_columns WHERE table_name = ?", (layer,)
    ).fetchone()
    if row is None:
        return None
    table, geometry = row
    columns = connection.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    keys = [name for _, name, kind, _, _, key in columns if key and kind.upper() == "INTEGER"]
    indexed = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE name = ?", (f"rtree_{table}_{geometry}",)
    ).fetchone()
    return (table, geometry, keys[0]) if indexed and len(keys) == 1 else None


def _wkb_starts(blobs: Sequence[object]) -> Array:
    """Where the WKB of GeoPackage geometries begins; −1: there is none or it is empty.

    What is no such geometry has nothing to begin: its end, where reading finds nothing.
    """
    starts = np.full(len(blobs), -1)
    some = [at for at, blob in enumerate(blobs) if isinstance(blob, bytes)]
    whole: List[bytes] = [blobs[at] for at in some]  # type: ignore[misc]
    heads = b"".join([blob[:_HEADER_BYTES].ljust(_HEADER_BYTES) for blob in whole])
    head = np.frombuffer(heads, np.uint8).reshape(-1, _HEADER_BYTES)
    flags = head[:, 3]
    begin = _ENVELOPE_END[flags >> 1 & 7]
    begin[flags & _EMPTY > 0] = -1
    strange = (head[:, 0] != ord("G")) | (head[:, 1] != ord("P")) | (flags & _EXTENDED > 0)
    strange |= begin == 0
    for at in np.flatnonzero(strange).tolist():
        begin[at] = len(whole[at])
    starts[some] = begin
    return starts


def _as_text(value: object) -> str:
    """As GDAL writes a field as text; what is not UTF-8 is shown as well as it can be."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return format(value, ".15g") if isinstance(value, float) else str(value)
