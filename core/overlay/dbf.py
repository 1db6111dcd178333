"""The encoding of a shapefile's text, by evidence.

Survey shapefiles are GBK, often without a .cpg, and some say one thing and hold another. GDAL
would then read Latin-1 or drop characters; the bytes themselves tell.
"""

from __future__ import annotations

from pathlib import Path
from typing import Optional

_HEADER = 32
_SAMPLE = 1 << 19


def encoding_of(shapefile: Path) -> Optional[str]:
    """``UTF-8`` or ``GBK`` when the text is only that; ``None`` when it does not tell."""
    sample = _sample(shapefile)
    if not sample or sample.isascii():
        return None
    fits = [name for name in ("UTF-8", "GBK") if _share_unread(sample, name) < 0.01]
    return fits[0] if fits else None


def _sample(shapefile: Path) -> bytes:
    path = next((p for s in (".dbf", ".DBF") if (p := shapefile.with_suffix(s)).is_file()), None)
    if path is None:
        return b""
    with path.open("rb") as file:
        return file.read(_SAMPLE)[_HEADER:]


def _share_unread(sample: bytes, encoding: str) -> float:
    """Share of characters that the encoding cannot read; fields may cut a character in two."""
    shown = sample.decode(encoding, errors="replace")
    beyond_ascii = sum(1 for character in shown if ord(character) > 127)
    return shown.count("\ufffd") / beyond_ascii if beyond_ascii else 1.0
