"""Layers as shapefiles: GBK with .cpg, EPSG:4490, the same bytes for the same rows.

They are made in memory: a disk that fills up then fails in one place, where it is noticed.
"""

from __future__ import annotations

import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..documents import Value
from ..errors import OutputError, UnreadableFile
from ..geometry import LONLAT_EPSG, Ring, multipolygon_from_wkb, signed_plane_sum
from ..reading.vector import quiet
from ..text import text
from .description import Field, Layer
from .value_types import ValueType

DRIVER = "ESRI Shapefile"
CPG = b"GBK"
# Writes the language id of GBK (0x4D) into the header, for programs that do not read .cpg.
LANGUAGE = "LDID/77"
GDAL_NAMES = {"GBK": "CP936"}
"""What GDAL calls an encoding that a .cpg names, on every platform."""
SUFFIXES = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_OGR_TYPES = {
    ValueType.TEXT: ogr.OFTString,
    ValueType.DECIMAL: ogr.OFTReal,
    ValueType.INTEGER: ogr.OFTInteger,
    ValueType.DATE: ogr.OFTDate,
}
# Older GDAL has no options of one thread.
_get_option = getattr(gdal, "GetThreadLocalConfigOption", gdal.GetConfigOption)
_set_option = getattr(gdal, "SetThreadLocalConfigOption", gdal.SetConfigOption)

Row = Tuple[bytes, List[Value]]
"""WKB in EPSG:4490 and the values in the order of the layer's fields."""


@dataclass(frozen=True)
class LayerContent:
    """A shapefile as it was read back: values as GDAL gives them, per field name."""

    fields: Tuple[Tuple[str, str, int, int], ...]
    epsg: Optional[int]
    encoding: str
    rows: Tuple[Dict[str, Any], ...]
    geometries: Tuple[bytes, ...]


def shapefile_bytes(layer: Layer, rows: Sequence[Row], made: date) -> Dict[str, bytes]:
    """The files of a shapefile by suffix; ``made`` stands in the DBF header.

    :raises OutputError: GDAL refuses a row.
    """
    with _memory_folder() as folder, _encoded(CPG.decode("ascii")):
        try:
            _write(f"{folder}/{_stem(layer.file)}.shp", layer, rows, made)
        except RuntimeError as error:
            raise _refused(layer, str(error)) from error
        files = {suffix: _bytes_of(f"{folder}/{_stem(layer.file)}{suffix}") for suffix in SUFFIXES}
    return {**files, ".cpg": CPG}


def _write(path: str, layer: Layer, rows: Sequence[Row], made: date) -> None:
    source = ogr.GetDriverByName(DRIVER).CreateDataSource(path)
    system = osr.SpatialReference()
    system.ImportFromEPSG(LONLAT_EPSG)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    options = [f"ENCODING={LANGUAGE}", f"DBF_DATE_LAST_UPDATE={made.isoformat()}"]
    target = source.CreateLayer(_stem(layer.file), system, ogr.wkbMultiPolygon, options)
    for field in layer.fields:
        _accepted(target.CreateField(_definition(field)), layer)
    for wkb, values in rows:
        _accepted(target.CreateFeature(_feature(target, layer, wkb, values)), layer)
    target.SyncToDisk()
    # GDAL writes the headers when the last reference goes.
    del target, source


def _definition(field: Field) -> ogr.FieldDefn:
    definition = ogr.FieldDefn(field.name, _OGR_TYPES[field.type])
    if field.type is not ValueType.DATE:
        definition.SetWidth(field.length)
        definition.SetPrecision(field.decimals)
    return definition


def _feature(target: ogr.Layer, layer: Layer, wkb: bytes, values: Sequence[Value]) -> ogr.Feature:
    feature = ogr.Feature(target.GetLayerDefn())
    for index, value in enumerate(values):
        if value is None or value == "":
            feature.SetFieldNull(index)
        else:
            feature.SetField(index, float(value) if isinstance(value, Decimal) else value)
    feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
    return feature


def _accepted(code: int, layer: Layer) -> None:
    if code != ogr.OGRERR_NONE:
        raise _refused(layer, gdal.GetLastErrorMsg())


def _refused(layer: Layer, why: str) -> OutputError:
    return OutputError(text("Layer {layer} cannot be written: {why}.", layer=layer.label, why=why))


def read_shapefile(name: str, files: Dict[str, bytes]) -> LayerContent:
    """Read a shapefile from its files by suffix.

    :raises UnreadableFile: a part is missing or GDAL cannot read it.
    """
    missing = [suffix for suffix in SUFFIXES if suffix not in files]
    if missing:
        raise _unreadable(name, text("{files} is missing", files=", ".join(missing)))
    encoding = files[".cpg"].decode("ascii", "replace").strip()
    with _memory_folder() as folder, _encoded(encoding):
        for suffix, content in files.items():
            gdal.FileFromMemBuffer(f"{folder}/{_stem(name)}{suffix}", content)
        try:
            source = ogr.Open(f"{folder}/{_stem(name)}.shp")
            if source is None:
                raise _unreadable(name, text("it is damaged"))
            return _content(source.GetLayer(0), encoding)
        except RuntimeError as error:
            raise _unreadable(name, text("it is damaged")) from error


def _content(layer: ogr.Layer, encoding: str) -> LayerContent:
    definition = layer.GetLayerDefn()
    fields = [definition.GetFieldDefn(at) for at in range(definition.GetFieldCount())]
    names = [field.GetName() for field in fields]
    rows, geometries = [], []
    for feature in layer:
        rows.append({name: feature.GetField(at) for at, name in enumerate(names)})
        geometries.append(bytes(feature.GetGeometryRef().ExportToIsoWkb()))
    return LayerContent(
        tuple((f.GetName(), f.GetTypeName(), f.GetWidth(), f.GetPrecision()) for f in fields),
        _epsg(layer.GetSpatialRef()),
        encoding,
        tuple(rows),
        tuple(geometries),
    )


def _epsg(system: Optional[osr.SpatialReference]) -> Optional[int]:
    if system is None:
        return None
    with quiet():
        try:
            system.AutoIdentifyEPSG()
        except RuntimeError:
            return None
    code = system.GetAuthorityCode(None)
    return int(code) if code else None


def same_outline(one: bytes, other: bytes) -> bool:
    """True for the same polygons, however a shapefile ordered and wound their rings."""
    return _normal(one) == _normal(other)


def _normal(wkb: bytes) -> List[List[bytes]]:
    polygons = multipolygon_from_wkb(wkb)
    return sorted(
        [_normal_ring(shell), *sorted(map(_normal_ring, holes))] for shell, *holes in polygons
    )


def _normal_ring(ring: Ring) -> bytes:
    """The ring's points without repetition, counter-clockwise from the lowest leftmost one."""
    if signed_plane_sum([ring]) < 0:
        ring = ring[::-1]
    points = ring[:-1][np.any(np.diff(ring, axis=0), axis=1)]
    start = int(np.lexsort((points[:, 1], points[:, 0]))[0])
    return np.roll(points, -start, axis=0).tobytes()


@contextmanager
def _memory_folder() -> Iterator[str]:
    folder = f"/vsimem/tuban-{uuid.uuid4().hex}"
    try:
        yield folder
    finally:
        for name in gdal.ReadDir(folder) or []:
            gdal.Unlink(f"{folder}/{name}")
        # Newer GDAL keeps an empty folder, older GDAL never had one.
        with quiet(), suppress(RuntimeError):
            gdal.Rmdir(folder)


@contextmanager
def _encoded(encoding: str) -> Iterator[None]:
    """GDAL translates texts, whatever somebody else in this process has told it.

    QGIS switches the translation off for the whole process when it opens a shapefile.
    """
    before = _get_option("SHAPE_ENCODING")
    _set_option("SHAPE_ENCODING", GDAL_NAMES.get(encoding, encoding))
    try:
        yield
    finally:
        _set_option("SHAPE_ENCODING", before)


def _bytes_of(path: str) -> bytes:
    size = gdal.VSIStatL(path)
    if size is None:
        return b""
    handle = gdal.VSIFOpenL(path, "rb")
    try:
        return bytes(gdal.VSIFReadL(1, size.size, handle))
    finally:
        gdal.VSIFCloseL(handle)


def _stem(file: str) -> str:
    return PurePosixPath(file).name


def _unreadable(name: str, reason: object) -> UnreadableFile:
    return UnreadableFile(
        text("Layer {layer} in the package cannot be read: {reason}.", layer=name, reason=reason)
    )
