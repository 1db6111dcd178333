"""In which encoding a layer's texts are read: nobody is asked, but what was assumed is said."""

from __future__ import annotations

from pathlib import Path
from typing import List, Tuple

from ..errors import UndecidedInput
from ..reading.dbf import sample_dbf
from ..reading.dbf_encoding import declared_encoding, table_encoding
from ..reading.encoding import ASCII, GBK
from ..reading.fingerprint import parts_of
from ..text import Text, text


def encoding_of(path: Path) -> Tuple[str, List[Text]]:
    """The encoding of a shapefile's texts, and what had to be assumed; ``""`` where none is
    needed, and for other formats, which have only one.

    Raises :class:`UnreadableFile` when the table is damaged.
    """
    parts = parts_of(path) if path.suffix.lower() == ".shp" and path.is_file() else {}
    if ".dbf" not in parts:
        return "", []
    table = sample_dbf(parts[".dbf"])
    declared = declared_encoding(parts, table).encoding
    try:
        found = table_encoding(path.name, table, declared)
    except UndecidedInput:
        # Survey data that does not say is GBK; these texts are shown, never computed with.
        return _assumed(path, declared or GBK)
    return ("" if found == ASCII else found), []


def _assumed(path: Path, encoding: str) -> Tuple[str, List[Text]]:
    said = text(
        "The texts of {file} can be read as GBK and as UTF-8; they were read as {encoding}.",
        file=path.name,
        encoding=encoding,
    )
    return encoding, [said]
