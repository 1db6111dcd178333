"""What a photo file is: its hash, whether it is a whole picture, and what the camera noted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import UnreadableFile
from ..files import sha256_of
from ..plan import PhotoRules
from ..text import text
from .exif import azimuth, latitude, longitude, picture_of, taken_at


@dataclass(frozen=True)
class PhotoFacts:
    """A photo file: hash, size in bytes, and what its EXIF says (ISO time, degrees)."""

    sha256: str
    size_bytes: int
    taken_at: Optional[str]
    lon_deg: Optional[float]
    lat_deg: Optional[float]
    azimuth_deg: Optional[float]
    likeness: str = ""
    suffix: str = ""
    """What the file really is, whatever it is called."""


def read_photo(path: Path) -> PhotoFacts:
    """Read a photo; broken or missing EXIF gives ``None``.

    :raises UnreadableFile: the file cannot be read, is no picture, or ends in the middle of it.
    """
    try:
        digest, size = sha256_of(path), path.stat().st_size
    except OSError as error:
        raise UnreadableFile(
            text("{file} cannot be read: {why}.", file=path.name, why=error.strerror)
        ) from error
    picture = picture_of(path)
    entries = picture.entries
    lon, lat = longitude(entries), latitude(entries)
    if not lon or not lat:
        # Cameras without a fix write zeros, one or both; half a position is none.
        lon = lat = None
    return PhotoFacts(
        digest,
        size,
        taken_at(entries),
        lon,
        lat,
        azimuth(entries, picture.xmp),
        picture.likeness,
        picture.suffix,
    )


def usable_photo(path: Path, rules: PhotoRules) -> PhotoFacts:
    """Read a photo that can be handed up.

    :raises UnreadableFile: as :func:`read_photo`, or the file is larger than the plan allows;
        such a one is not even read.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableFile(
            text("{file} cannot be read: {why}.", file=path.name, why=error.strerror)
        ) from error
    if size > rules.size_bytes:
        raise UnreadableFile(
            text(
                "{file} is larger than {most} MB and was left out; save it smaller.",
                file=path.name,
                most=rules.size_mb,
            )
        )
    return read_photo(path)
