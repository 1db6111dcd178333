"""The .shp and .shx as bytes: are they whole, and where does each shape begin."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from typing import List, Tuple

from ..reading.vector import damaged_part
from ..text import text

HEADER_BYTES = 100
_MAGIC = 9994
_RECORD_HEAD = 8
Index = List[Tuple[int, int]]
"""(offset, length) of each shape, in the 16-bit words that the format counts in."""


def announced_size(shp: Path) -> int:
    """Bytes that the header announces; raises :class:`UnreadableFile` when it is no header."""
    with shp.open("rb") as file:
        head = file.read(HEADER_BYTES)
    if len(head) < HEADER_BYTES or struct.unpack_from(">i", head)[0] != _MAGIC:
        raise damaged_part(shp, text("it does not begin like a .shp"))
    return int(struct.unpack_from(">i", head, 24)[0]) * 2


def index_in(shx: Path, shp_bytes: int) -> Index:
    """The shapes that a .shx lists; none when it cannot be right for a .shp of that size."""
    data = shx.read_bytes()
    body = data[HEADER_BYTES:]
    if len(body) % _RECORD_HEAD or len(data) != struct.unpack_from(">i", data.ljust(28), 24)[0] * 2:
        return []
    index = list(struct.iter_unpack(">2i", body))
    inside = all(
        start * 2 >= HEADER_BYTES and words >= 2 and (start + words) * 2 + _RECORD_HEAD <= shp_bytes
        for start, words in index
    )
    return index if inside else []


def index_by_walking(shp: Path, shp_bytes: int) -> Index:
    """The shapes as they stand one behind the other; raises :class:`UnreadableFile`."""
    index: Index = []
    at = HEADER_BYTES
    with shp.open("rb") as file:
        while at < shp_bytes:
            file.seek(at)
            words = struct.unpack(">2i", file.read(_RECORD_HEAD).ljust(_RECORD_HEAD, b"\0"))[1]
            if words < 2 or at + _RECORD_HEAD + words * 2 > shp_bytes:
                reason = text("shape {row} runs over the file's end", row=len(index) + 1)
                raise damaged_part(shp, reason)
            index.append((at // 2, words))
            at += _RECORD_HEAD + words * 2
    return index


def copy_with_index(shp: Path, index: Index, folder: Path) -> Path:
    """A copy of the .shp in ``folder`` with a new .shx beside it."""
    copy = folder / "shapes.shp"
    shutil.copyfile(shp, copy)
    with copy.open("rb") as file:
        head = file.read(HEADER_BYTES)
    words = (HEADER_BYTES + _RECORD_HEAD * len(index)) // 2
    records = b"".join(struct.pack(">2i", *entry) for entry in index)
    copy.with_suffix(".shx").write_bytes(head[:24] + struct.pack(">i", words) + head[28:] + records)
    return copy
