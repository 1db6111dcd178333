"""Files as offices issue them, made byte by byte: nothing here uses the code under test."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Sequence, Tuple, Union

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine is with something else to do says nothing of the code.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
sys.path.append(str(Path(__file__).parent))  # for the patches beside this file

Ring = Sequence[Tuple[float, float]]
Value = Union[str, bytes]
E0, N0 = 39_411_000.0, 4_035_000.0
"""South-west corner of the test vectors of TD/T 1055-2019 in zone 39; a 100 m square there has
10,000 m² in the plane and 9,998.0522 m² on the ellipsoid."""

FIELDS = [("JCBH", 30), ("XZQDM", 6), ("XMC", 30), ("TBFL", 30), ("TBLX", 10)]
FIELDS += [("QSX", 20), ("HSX", 20), ("JCMJ", 17), ("JCLB", 6), ("BZ", 100)]


def square(east: float = E0, north: float = N0, side: float = 100.0) -> List[Tuple[float, float]]:
    """A closed ring, clockwise as shapefiles want their outer rings."""
    return [
        (east, north),
        (east, north + side),
        (east + side, north + side),
        (east + side, north),
        (east, north),
    ]


def polygon_record(rings: Sequence[Ring], kind: int = 5, z: float = 0.0) -> bytes:
    """The content of a polygon (5) or PolygonZ (15) record; no rings gives a null shape."""
    if not rings:
        return struct.pack("<i", 0)
    points = [point for ring in rings for point in ring]
    starts = [sum(len(ring) for ring in rings[:index]) for index in range(len(rings))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    record = struct.pack(
        "<i4d2i", kind, min(xs), min(ys), max(xs), max(ys), len(rings), len(points)
    )
    record += struct.pack(f"<{len(starts)}i", *starts)
    record += b"".join(struct.pack("<2d", *point) for point in points)
    if kind == 15:
        record += struct.pack("<2d", z, z) + struct.pack(f"<{len(points)}d", *([z] * len(points)))
    return record


def write_shapes(path: Path, records: Sequence[bytes], kind: int = 5) -> None:
    """A .shp with its .shx."""
    body, index, at = bytearray(), bytearray(), 50
    for number, record in enumerate(records, start=1):
        body += struct.pack(">2i", number, len(record) // 2) + record
        index += struct.pack(">2i", at, len(record) // 2)
        at += 4 + len(record) // 2

    def head(words: int) -> bytes:
        box = struct.pack("<2i8d", 1000, kind, 0, 0, 5e7, 5e7, 0, 0, 0, 0)
        return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + box

    path.write_bytes(head(50 + len(body) // 2) + body)
    path.with_suffix(".shx").write_bytes(head(50 + len(index) // 2) + index)


def write_table(
    path: Path,
    fields: Sequence[Tuple[Value, str, int, int]],
    rows: Sequence[Sequence[Value]],
    encoding: str = "gbk",
    language_id: int = 0,
) -> None:
    """A .dbf; ``fields`` are (name, type, width, decimals), texts are cut to their width."""
    width = 1 + sum(one[2] for one in fields)
    first = 32 + 32 * len(fields) + 1
    head = struct.pack("<4B I 2H 17x B 2x", 3, 123, 4, 1, len(rows), first, width, language_id)
    table = bytearray(head)
    for name, kind, size, decimals in fields:
        raw = _bytes(name, encoding)[:10]
        if kind == "C":
            size, decimals = size % 256, size // 256
        table += (
            raw.ljust(11, b"\0") + kind.encode() + bytes(4) + bytes((size, decimals)) + bytes(14)
        )
    table += b"\r"
    for row in rows:
        table += b" "
        for value, (_, kind, size, _) in zip(row, fields):
            raw = _bytes(value, encoding)[:size]
            table += raw.rjust(size) if kind in "NF" else raw.ljust(size)
    path.write_bytes(table + b"\x1a")


def _bytes(value: Value, encoding: str) -> bytes:
    return value if isinstance(value, bytes) else value.encode(encoding)


def prj_text(epsg: int) -> str:
    """A .prj in the dialect that ArcGIS writes."""
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt(["FORMAT=WKT1_ESRI"])


class Issued:
    """Writes issued files into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def row(self, number: Value = "371500230400001", **changes: Value) -> Dict[str, Value]:
        """An ordinary row; 15.0 is the area of the test square in mu."""
        row: Dict[str, Value] = {
            "JCBH": number,
            "XZQDM": "371599",
            "XMC": "测试县",
            "TBFL": "新增非农建设类",
            "TBLX": "0503",
            "QSX": "20230105",
            "HSX": "20230405",
            "JCMJ": "15.0",
            "JCLB": "202304",
            "BZ": "",
        }
        return {**row, **changes}

    def shapefile(
        self,
        rows: Sequence[Dict[str, Value]],
        shapes: Optional[Sequence[Sequence[Ring]]] = None,
        name: str = "图斑.shp",
        epsg: Optional[int] = 4527,
        encoding: str = "gbk",
        cpg: Optional[str] = None,
        language_id: int = 0,
    ) -> Path:
        """A whole shapefile; without ``shapes`` every row gets its own 100 m square."""
        path = self.folder / name
        if shapes is None:
            shapes = [[square(E0 + 200 * index)] for index in range(len(rows))]
        write_shapes(path, [polygon_record(rings) for rings in shapes])
        known = dict(FIELDS)
        names = list(dict.fromkeys(name for row in rows for name in row))
        fields = [(one, "C", known.get(one, 254), 0) for one in names]
        values = [[row.get(one, "") for one in names] for row in rows]
        write_table(path.with_suffix(".dbf"), fields, values, encoding, language_id)
        if epsg is not None:
            path.with_suffix(".prj").write_text(prj_text(epsg), encoding="utf-8")
        if cpg is not None:
            path.with_suffix(".cpg").write_text(cpg, encoding="ascii")
        return path

    def zipped(self, paths: Sequence[Path], name: str = "下发.zip", codec: str = "gbk") -> Path:
        """Files and all parts of shapefiles in a zip, names in GBK without the UTF-8 flag."""
        target = self.folder / name
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in paths:
                is_shapefile = path.suffix == ".shp"
                parts = path.parent.glob(f"{path.stem}.*") if is_shapefile else [path]
                for part in sorted(parts):
                    member(archive, part.name, part.read_bytes(), codec)
        return target


class RawName(zipfile.ZipInfo):
    """A member whose name is written as the bytes of a code page, without the UTF-8 flag."""

    codec = "gbk"

    def _encodeFilenameFlags(self) -> Tuple[bytes, int]:
        return self.filename.encode(self.codec), self.flag_bits


def member(archive: zipfile.ZipFile, name: str, data: bytes, codec: str = "gbk") -> None:
    """Add a member with such a name."""
    info = RawName(name, (2023, 4, 20, 9, 0, 0))
    info.codec = codec
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


@pytest.fixture
def issued(tmp_path: Path) -> Issued:
    """Writes issued files into the test's own folder."""
    return Issued(tmp_path)


@pytest.fixture
def bytes_of_files():
    """The writers of single parts, for files that are wrong on purpose."""

    class Writers:
        shapes = staticmethod(write_shapes)
        table = staticmethod(write_table)
        record = staticmethod(polygon_record)
        square = staticmethod(square)
        member = staticmethod(member)
        prj = staticmethod(prj_text)

    return Writers


@contextmanager
def _unwritable(folder: Path) -> Iterator[None]:
    if os.name == "nt":
        pytest.skip("folders have no such permission there")
    mode = folder.stat().st_mode
    if os.geteuid() != 0:
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(mode)
        return
    # Permissions do not bind root; a read-only mount does.
    bind = ["mount", "--bind", folder, folder]
    if shutil.which("mount") is None or subprocess.run(bind, capture_output=True).returncode:
        pytest.skip("root may write anywhere, and cannot mount here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture
def unwritable():
    """Inside ``with unwritable(folder):`` nobody can write into the folder, not even root."""
    return _unwritable


@pytest.fixture
def small_disk(tmp_path: Path):
    """A function that gives an empty disk of so many KB; only root can make one."""
    disks: List[Path] = []

    def make(kilobytes: int) -> Path:
        disk = tmp_path / f"小盘 {len(disks)}"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", disk]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("only root can mount a small disk")
        disks.append(disk)
        return disk

    yield make
    for disk in disks:
        subprocess.run(["umount", disk], check=True)


@pytest.fixture(scope="module", autouse=True)
def _gdal_as_found():
    """The demo's files let GDAL raise as soon as they are imported; the next module has not to."""
    before = _gdal_is_raising()
    yield
    if _gdal_is_raising() != before:
        _let_gdal_raise(before)


def _gdal_is_raising() -> bool:
    gdal = sys.modules.get("osgeo.gdal")
    return bool(gdal and gdal.GetUseExceptions())


@pytest.fixture(params=[False, True])
def gdal_raises(request):
    """GDAL's switch between raising and returning nothing, which other plugins turn."""
    gdal = pytest.importorskip("osgeo.gdal")
    before = gdal.GetUseExceptions()
    _let_gdal_raise(request.param)
    yield request.param
    _let_gdal_raise(before)


def _let_gdal_raise(raises: bool) -> None:
    """GDAL insists that its parts are turned off in the reverse of the order they came on."""
    from osgeo import gdal, ogr, osr

    if raises:
        for module in (gdal, ogr, osr):
            module.UseExceptions()
        return
    for module in (osr, ogr, gdal):
        module.DontUseExceptions()


# What each version of the casebook's schema brought: tables, and columns of older tables.
BROUGHT = {
    2: (("field_checks",), (("photos", "name"), ("photos", "likeness"))),
    3: (("former_parcels", "cases"), (("parcels", "adjusted_mu"),)),
    4: (("evidence",), ()),
    5: (("stop_notices", "filings", "case_steps", "penalties", "transfers"), ()),
    6: (("earlier_links",), ()),
    7: (
        ("submitted", "reviews", "return_answers", "received", "known_from"),
        (("submissions", "data"),),
    ),
    8: (("second_looks", "comments"), ()),
    9: ((), ()),
    10: (
        (
            *("rectifications", "measures", "preliminaries", "applications", "acceptances"),
            *("certificates", "rechecks", "ledger_entries", "turns", "freezings"),
        ),
        (("photos", "stage"), ("photos", "station")),
    ),
    11: (("interruptions",), ()),
}


def by_number_alone(connection):
    """Parcels that gave way to others, as they were kept before schema 12."""
    made = "SELECT sql FROM sqlite_master WHERE name = 'former_parcels'"
    ((declared,),) = connection.execute(made)
    older = declared.replace("PRIMARY KEY (number, geometry_sha256)", "PRIMARY KEY (number)")
    assert older != declared
    connection.execute("ALTER TABLE former_parcels RENAME TO newer")
    connection.execute("DROP INDEX former_parcels_patch")
    connection.execute(older)
    connection.execute("INSERT INTO former_parcels SELECT * FROM newer")
    connection.execute("DROP TABLE newer")
    connection.execute("CREATE INDEX former_parcels_patch ON former_parcels (patch_number)")


@pytest.fixture
def as_version():
    """``as_version(path, n)``: a closed casebook as Tuban left it when its schema was ``n``."""
    if sqlite3.sqlite_version_info < (3, 35):
        pytest.skip("this SQLite cannot drop columns")

    def take_away(path: Path, version: int) -> None:
        connection = sqlite3.connect(path)
        for later in range(version + 1, max(BROUGHT) + 1):
            tables, columns = BROUGHT[later]
            for table in tables:
                connection.execute(f"DROP TABLE {table}")
                connection.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (table,))
            for table, column in columns:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        if 3 <= version < 12:
            by_number_alone(connection)
        connection.execute("UPDATE tuban_schema SET version = ?", (version,))
        connection.commit()
        connection.close()

    return take_away
