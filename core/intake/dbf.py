"""The attribute table of a shapefile, read as the bytes it is.

A DBF holds text only, numbers too; reading the bytes keeps every issued value as it was written
and leaves the question of encoding to :mod:`.encoding`, which needs the bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Tuple

from ..text import text
from .shp import damaged_part

_HEADER = 32
_DESCRIPTOR = 32
_END_OF_DESCRIPTORS = 0x0D
_DELETED = b"*"


@dataclass(frozen=True)
class DbfField:
    """A column: its name as bytes, its type letter, and where its bytes stand in a record."""

    raw_name: bytes
    kind: str
    start: int
    width: int

    @property
    def is_number(self) -> bool:
        """True for the types that hold numbers."""
        return self.kind in "NF"

    def value(self, record: bytes) -> bytes:
        """The bytes of this column without the padding of its type."""
        raw = record[self.start : self.start + self.width]
        return raw.rstrip(b" \0") if self.kind == "C" else raw.strip(b" \0")


@dataclass(frozen=True)
class Dbf:
    """A whole table; ``language_id`` is what the header says about the code page."""

    fields: Tuple[DbfField, ...]
    language_id: int
    count: int
    _data: bytes
    _first: int
    _length: int

    def records(self) -> Iterator[Tuple[int, bytes]]:
        """(index from 0, bytes) of the records that are not deleted."""
        for index in range(self.count):
            at = self._first + index * self._length
            record = self._data[at : at + self._length]
            if record[:1] != _DELETED:
                yield index, record


def read_dbf(path: Path) -> Dbf:
    """Read a table; raises :class:`UnreadableFile` when it is damaged or shorter than it says."""
    data = path.read_bytes()
    if len(data) < _HEADER + 1:
        raise damaged_part(path, text("it is shorter than its own header"))
    count, first, length = struct.unpack_from("<IHH", data, 4)
    fields = _fields(path, data, first)
    width = 1 + sum(field.width for field in fields)
    if not fields or width > length:
        raise damaged_part(path, text("its columns do not fit its records"))
    if len(data) < first + count * length:
        whole = max(0, (len(data) - first) // length)
        raise damaged_part(
            path,
            text(
                "it is cut off: {count} rows are announced, {whole} are there",
                count=count,
                whole=whole,
            ),
        )
    return Dbf(fields, data[29], count, data, first, length)


def _fields(path: Path, data: bytes, first: int) -> Tuple[DbfField, ...]:
    fields: List[DbfField] = []
    at, start = _HEADER, 1
    while at < first and at < len(data) and data[at] != _END_OF_DESCRIPTORS:
        if at + _DESCRIPTOR > len(data):
            raise damaged_part(path, text("its list of columns is cut off"))
        name = data[at : at + 11].split(b"\0")[0].strip()
        kind = chr(data[at + 11])
        width = data[at + 16]
        if kind == "C":
            # Texts over 255 bytes keep the rest of their width where numbers have decimals.
            width += data[at + 17] * 256
        fields.append(DbfField(name, kind, start, width))
        start += width
        at += _DESCRIPTOR
    return tuple(fields)
