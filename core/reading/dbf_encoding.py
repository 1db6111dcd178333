"""The encoding of a shapefile's texts: by the bytes of its table, and by what it declares.

Survey shapefiles are GBK, often without a .cpg, and some say one thing and hold another. GDAL
would read Latin-1 then, or drop characters.
"""

from __future__ import annotations

from pathlib import Path
from typing import List, Mapping, NamedTuple

from .dbf import Dbf
from .encoding import GBK, Piece, encoding_named, find_encoding

_SAMPLED_VALUES = 5000
NAME_BYTES = 10
# Language ids of a DBF that mean code page 936.
_GBK_LANGUAGES = (0x4D, 0x7A)


class Declaration(NamedTuple):
    """The encoding a shapefile says it has, ``""`` for none, and which part says so."""

    encoding: str
    by: str


def declared_encoding(parts: Mapping[str, Path], table: Dbf) -> Declaration:
    """What the parts of a shapefile (by lower-case suffix) say; the .cpg before the .dbf."""
    if ".cpg" in parts:
        written = parts[".cpg"].read_bytes()[:100].decode("ascii", "ignore")
        named = encoding_named(written)
        if named:
            return Declaration(named, ".cpg")
    return Declaration(GBK if table.language_id in _GBK_LANGUAGES else "", ".dbf")


def table_encoding(file: str, table: Dbf, declared: str) -> str:
    """``UTF-8``, ``GBK`` or, where nothing needs one, ``declared`` or ``ASCII``.

    Raises :class:`UndecidedInput` when the bytes fit both readings about equally well.
    """
    return find_encoding(file, _pieces(table), declared)


def _pieces(table: Dbf) -> List[Piece]:
    found = {Piece(field.raw_name, NAME_BYTES) for field in table.fields}
    texts = [field for field in table.fields if field.kind == "C"]
    for _, record in table.records():
        if len(found) > _SAMPLED_VALUES:
            break
        if not record.isascii():
            found |= {Piece(field.value(record), field.width) for field in texts}
    return list(found)
