"""Shapefiles: the parts must be there and whole before GDAL sees them.

The attribute table is read by :mod:`..reading.dbf`. A missing index (.shx) is rebuilt from the
.shp, in a folder of our own: nothing is ever written beside the source.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from ..errors import UnreadableFile
from ..model import Finding
from ..progress import Progress, check_cancelled
from ..reading.dbf import Dbf, DbfField, read_dbf
from ..reading.dbf_encoding import NAME_BYTES, declared_encoding, table_encoding
from ..reading.encoding import Decoded, Decoder, conflict, encoding_asked, problem_of
from ..reading.fingerprint import parts_of
from ..reading.systems import reference_from_wkt
from ..reading.vector import damaged_part, opened
from ..text import Text, text
from .records import LayerChoice, RawLayer, RawRow, note, warning
from .shp import (
    HEADER_BYTES,
    announced_size,
    copy_with_index,
    index_by_walking,
    index_in,
)
from .vector import ROWS_BETWEEN_NEWS, geometry_word


def shapefile_choice(path: Path, scratch: Path) -> LayerChoice:
    """The one layer of a shapefile; raises :class:`UnreadableFile` when parts are missing."""
    parts, _ = _checked_parts(path, scratch)
    with opened(parts[".shp"]) as dataset:
        kind = geometry_word(dataset.GetLayer(0).GetGeomType())
    return LayerChoice(path.stem, read_dbf(parts[".dbf"]).count, kind)


def read_shapefile(path: Path, scratch: Path, encoding: str, progress: Progress) -> RawLayer:
    """Every row of a shapefile. ``scratch`` is a folder of our own; ``encoding`` may be empty.

    Raises :class:`UnreadableFile` or :class:`UndecidedInput` (encoding).
    """
    parts, notes = _checked_parts(path, scratch)
    table = read_dbf(parts[".dbf"])
    geometries = _geometries(parts[".shp"], table, progress)
    decoder = _decoder(path, parts, table, encoding, notes)
    names = _unique([decoder.decode(field.raw_name, NAME_BYTES).text for field in table.fields])
    rows: List[RawRow] = []
    for index, record in table.records():
        values = _values(record, table.fields, names, decoder, index + 1, notes)
        rows.append(RawRow(index + 1, values, geometries.get(index)))
        if index % ROWS_BETWEEN_NEWS == 0:
            check_cancelled(progress)
            progress.at(index, table.count)
    if len(rows) < table.count:
        deleted = table.count - len(rows)
        said = text("{count} rows are marked as deleted; left out.", count=deleted)
        notes.append(note("rows", said))
    return RawLayer(
        name=path.stem,
        fields=tuple(names),
        rows=rows,
        crs=_reference(parts, notes),
        encoding=decoder.encoding,
        notes=notes,
        numeric=tuple(name for name, field in zip(names, table.fields) if field.is_number),
    )


def _checked_parts(path: Path, scratch: Path) -> Tuple[Dict[str, Path], List[Finding]]:
    parts = parts_of(path)
    notes: List[Finding] = []
    if ".shp" not in parts:
        raise _incomplete(path, ".shp", text("it holds the shapes"))
    if ".dbf" not in parts:
        raise _incomplete(path, ".dbf", text("it holds the patch numbers and all attributes"))
    shp, shx = parts[".shp"], parts.get(".shx")
    size = _whole_size(shp)
    index = [] if shx is None else index_in(shx, size)
    usable = bool(index) or (shx is not None and size == HEADER_BYTES)
    if not usable:
        index = index_by_walking(shp, size)
        notes.append(_rebuilt(path, text("is missing") if shx is None else text("is damaged")))
    if not usable or shx is None or shx.stem != shp.stem or shx.suffix not in (".shx", ".SHX"):
        parts[".shp"] = copy_with_index(shp, index, scratch)
    rows = read_dbf(parts[".dbf"]).count
    if rows != len(index):
        raise damaged_part(
            path, text("it has {shapes} shapes but {rows} rows", shapes=len(index), rows=rows)
        )
    return parts, notes


def _whole_size(shp: Path) -> int:
    """Bytes of the .shp, which must be as many as its header says."""
    size, announced = shp.stat().st_size, announced_size(shp)
    if size < announced:
        raise damaged_part(
            shp, text("it is cut off: {size} of {announced} bytes", size=size, announced=announced)
        )
    return announced


def _rebuilt(path: Path, reason: Text) -> Finding:
    return note(
        "shx",
        text(
            "{file}.shx {reason}; it was rebuilt from the .shp for reading, the source was left "
            "as it is.",
            file=path.stem,
            reason=reason,
        ),
    )


def _incomplete(path: Path, suffix: str, why: Text) -> UnreadableFile:
    return UnreadableFile(
        text(
            "{file}: the part {part} is missing; {why}. Ask for the complete shapefile (.shp, "
            ".dbf, .shx, .prj).",
            file=path.name,
            part=path.stem + suffix,
            why=why,
        )
    )


def _geometries(shp: Path, table: Dbf, progress: Progress) -> Dict[int, Any]:
    """Row index → geometry; GDAL leaves out deleted rows and gives none for null shapes."""
    found: Dict[int, Any] = {}
    with opened(shp) as dataset:
        layer = dataset.GetLayer(0)
        feature = layer.GetNextFeature()
        while feature is not None:
            geometry = feature.GetGeometryRef()
            if geometry is not None:
                found[feature.GetFID()] = geometry.Clone()
            if len(found) % ROWS_BETWEEN_NEWS == 0:
                check_cancelled(progress)
                progress.at(len(found), table.count)
            feature = layer.GetNextFeature()
    return found


def _decoder(
    path: Path, parts: Dict[str, Path], table: Dbf, asked: str, notes: List[Finding]
) -> Decoder:
    if asked:
        return Decoder(encoding_asked(asked), certain=True)
    declared, by = declared_encoding(parts, table)
    encoding = table_encoding(path.name, table, declared)
    if declared and encoding != declared:
        notes.append(warning("encoding", conflict(path.name, declared, encoding, by)))
    return Decoder(encoding)


def _unique(names: List[str]) -> List[str]:
    """Names cut to ten bytes may coincide; the later ones get a number."""
    unique: List[str] = []
    for name in names:
        number, candidate = 1, name
        while candidate in unique:
            number += 1
            candidate = f"{name}_{number}"
        unique.append(candidate)
    return unique


def _values(
    record: bytes,
    fields: Tuple[DbfField, ...],
    names: List[str],
    decoder: Decoder,
    row: int,
    notes: List[Finding],
) -> Dict[str, str]:
    values: Dict[str, str] = {}
    for name, field in zip(names, fields):
        decoded = decoder.decode(field.value(record), field.width)
        values[name] = decoded.text
        if decoded.problem:
            notes.append(_about_text(row, decoded, decoder.encoding, name))
    return values


def _about_text(row: int, decoded: Decoded, encoding: str, field: str) -> Finding:
    said = problem_of(decoded, encoding, field)
    return warning("text", text("Row {row}: {what}", row=row, what=said), str(row))


def _reference(parts: Dict[str, Path], notes: List[Finding]) -> Optional[Any]:
    if ".prj" not in parts:
        return None
    path = parts[".prj"]
    wkt = path.read_bytes().decode("utf-8-sig", "replace")
    reference = reference_from_wkt(wkt.strip("\0 \r\n"))
    if reference is None:
        notes.append(
            warning("crs", text("{file} is not understood; as if it were missing.", file=path.name))
        )
    return reference
