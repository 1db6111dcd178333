"""The attribute table of a shapefile, read as the bytes it is.

A DBF holds text only, numbers too; reading the bytes keeps every issued value as it was written
and leaves the question of encoding to :mod:`.dbf_encoding`, which needs the bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Iterator, List, Tuple

from ..text import text
from .vector import damaged_part

_HEADER = 32
_DESCRIPTOR = 32
_END_OF_DESCRIPTORS = 0x0D
_DELETED = b"*"
_SAMPLED_BLOCKS, _RECORDS_IN_BLOCK = 100, 50


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
    """A table, or some of its records; ``language_id`` is the header's word on the code page."""

    fields: Tuple[DbfField, ...]
    language_id: int
    count: int
    _data: bytes
    _length: int

    def records(self) -> Iterator[Tuple[int, bytes]]:
        """(index from 0, bytes) of the records that are not deleted."""
        for index in range(self.count):
            at = index * self._length
            record = self._data[at : at + self._length]
            if record[:1] != _DELETED:
                yield index, record


def read_dbf(path: Path) -> Dbf:
    """Read a table; raises :class:`UnreadableFile` when it is damaged or shorter than it says."""
    with path.open("rb") as file:
        fields, language_id, count, _, length = _head(path, file)
        return Dbf(fields, language_id, count, file.read(count * length), length)


def sample_dbf(path: Path) -> Dbf:
    """Some of a table's records, evenly spread; it is checked like :func:`read_dbf` does."""
    with path.open("rb") as file:
        fields, language_id, count, first, length = _head(path, file)
        blocks = min(_SAMPLED_BLOCKS, count)
        in_block = min(_RECORDS_IN_BLOCK, count)
        data = bytearray()
        for block in range(blocks):
            start = min(block * count // blocks, count - in_block)
            file.seek(first + start * length)
            data += file.read(in_block * length)
    return Dbf(fields, language_id, len(data) // length, bytes(data), length)


def _head(path: Path, file: BinaryIO) -> Tuple[Tuple[DbfField, ...], int, int, int, int]:
    """Fields, language id, number of records, where they begin, bytes of each; ``file`` is
    left at the first record."""
    head = file.read(_HEADER + 1)
    if len(head) < _HEADER + 1:
        raise damaged_part(path, text("it is shorter than its own header"))
    count, first, length = struct.unpack_from("<IHH", head, 4)
    file.seek(0)
    fields = _fields(path, file.read(first), first)
    if not fields or 1 + sum(field.width for field in fields) > length:
        raise damaged_part(path, text("its columns do not fit its records"))
    size = path.stat().st_size
    if size < first + count * length:
        whole = max(0, (size - first) // length)
        raise damaged_part(
            path,
            text(
                "it is cut off: {count} rows are announced, {whole} are there",
                count=count,
                whole=whole,
            ),
        )
    return fields, head[29], count, first, length


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
