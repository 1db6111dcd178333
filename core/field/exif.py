"""What a camera wrote into a picture, through GDAL; wrong or missing entries are just absent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Dict, List, Optional

from osgeo import gdal

from ..errors import UnreadableFile
from ..text import text
from .likeness import likeness_of
from .wholeness import is_whole_jpeg

# Of what is called .jpg GDAL would also open a grid of heights, or a text that names other files.
PICTURE_DRIVERS = ["JPEG", "PNG"]
SUFFIX_OF = {"JPEG": ".jpg", "PNG": ".png"}
# As an attribute (Name="-12.3") or as an element (<Name>-12.3</Name>).
_YAWS = [
    re.compile(rf"drone-dji:{name}\s*(?:=\s*[\"']|>)\s*([-+]?\d+(?:\.\d+)?)")
    for name in ("GimbalYawDegree", "FlightYawDegree")
]
# libjpeg draws grey or nonsense where data is missing, and only says so. Stray bytes between
# segments, which some cameras write, do no harm.
_MISSING = re.compile(r"Premature end|Corrupt JPEG data: (?!\d+ extraneous)")
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+")
_MOMENT = re.compile(r"(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})")
_OFFSET = re.compile(r"[+-]\d{2}:\d{2}\Z")


@dataclass(frozen=True)
class Picture:
    """A picture file: EXIF entries under GDAL's names (``EXIF_GPSLatitude``), its XMP as text,
    the suffix of what it really is, and its fingerprint (``likeness``)."""

    entries: Dict[str, str]
    xmp: str
    suffix: str
    likeness: str


def picture_of(path: Path) -> Picture:
    """Open a picture; EXIF and XMP are empty where there are none.

    :raises UnreadableFile: the file is no picture, or not a whole one.
    """
    heard: List[str] = []
    gdal.PushErrorHandler(lambda _level, _number, message: heard.append(message))
    try:
        picture = _opened(path)
        if picture is None:
            raise _no_picture(path)
        suffix = SUFFIX_OF[picture.GetDriver().ShortName]
        if suffix == ".jpg" and not is_whole_jpeg(path.read_bytes()):
            raise _cut_off(path)
        # Before the pixels: reading these, GDAL would look into a broken EXIF block, and raise.
        entries, xmp = _metadata(picture), _xmp(picture)
        likeness = _likeness(picture, path)
        if any(_MISSING.search(message) for message in heard):
            raise _cut_off(path)
        return Picture(entries, xmp, suffix, likeness)
    finally:
        gdal.PopErrorHandler()


def _opened(path: Path) -> Optional[gdal.Dataset]:
    # GDAL answers with None or raises, as the last caller of UseExceptions in the process wanted.
    try:
        return gdal.OpenEx(str(path), gdal.OF_RASTER, allowed_drivers=PICTURE_DRIVERS)
    except RuntimeError:
        return None


def _metadata(picture: gdal.Dataset) -> Dict[str, str]:
    # GDAL before 3.11 keeps the entries in the default domain, later ones also in their own.
    try:
        return {**picture.GetMetadata("EXIF"), **picture.GetMetadata()}
    except RuntimeError:
        return {}


def _xmp(picture: gdal.Dataset) -> str:
    try:
        return "".join(picture.GetMetadata_List("xml:XMP") or [])
    except RuntimeError:
        return ""


def _likeness(picture: gdal.Dataset, path: Path) -> str:
    """Also the proof that the picture can be drawn: its pixels are read."""
    try:
        likeness = likeness_of(picture)
    except RuntimeError as error:
        raise _cut_off(path) from error
    if likeness is None:
        raise _cut_off(path)
    return likeness


def _no_picture(path: Path) -> UnreadableFile:
    return UnreadableFile(text("{file} is not a picture, or it is damaged.", file=path.name))


def _cut_off(path: Path) -> UnreadableFile:
    return UnreadableFile(
        text("{file} is damaged: a part of the picture is missing. Copy it anew.", file=path.name)
    )


def taken_at(entries: Dict[str, str]) -> Optional[str]:
    """When it was taken, as ISO text; with the offset from UTC where the camera wrote one."""
    for name in ("EXIF_DateTimeOriginal", "EXIF_DateTimeDigitized", "EXIF_DateTime"):
        found = _MOMENT.match(entries.get(name, "").strip())
        moment = _moment(list(map(int, found.groups()))) if found else None
        if moment is not None:
            offset = entries.get("EXIF_OffsetTimeOriginal", "").strip()
            return moment + (offset if _OFFSET.match(offset) else "")
    return None


def _moment(parts: List[int]) -> Optional[str]:
    year, month, day, hour, minute, second = parts
    try:
        return datetime(year, month, day, hour, minute, second).isoformat()
    except ValueError:
        return None


def longitude(entries: Dict[str, str]) -> Optional[float]:
    """Longitude in degrees, west negative."""
    return _angle(entries, "EXIF_GPSLongitude", "W", 180)


def latitude(entries: Dict[str, str]) -> Optional[float]:
    """Latitude in degrees, south negative."""
    return _angle(entries, "EXIF_GPSLatitude", "S", 90)


def _angle(entries: Dict[str, str], name: str, negative: str, most: float) -> Optional[float]:
    parts = _numbers(entries.get(name, ""))
    if not parts or len(parts) > 3:
        return None
    # Written as (36) (27) (12.3), as (36.4534) or as anything between.
    degrees = sum(part / 60.0**power for power, part in enumerate(parts))
    if not 0 <= degrees <= most:
        return None
    side = entries.get(name + "Ref", "").strip().upper()
    return -degrees if side.startswith(negative) else degrees


def azimuth(entries: Dict[str, str], xmp: str = "") -> Optional[float]:
    """Direction of view in degrees from north, 0 ≤ azimuth < 360.

    Drones write it into XMP instead: the yaw of the camera, or else that of the aircraft.
    """
    parts = _numbers(entries.get("EXIF_GPSImgDirection", ""))
    if len(parts) == 1 and 0 <= parts[0] <= 360:
        return parts[0] % 360
    for pattern in _YAWS:
        yaw = pattern.search(xmp)
        if yaw is not None and abs(float(yaw.group(1))) <= 360:
            return float(yaw.group(1)) % 360
    return None


def _numbers(entry: str) -> List[float]:
    return [float(one) for one in _NUMBER.findall(entry)]
