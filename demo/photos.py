"""Field photos: small JPEGs with position, direction and time in their EXIF."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, NamedTuple, Sequence

import numpy as np
from PIL import ExifTags, Image, ImageFont

from .chance import rng
from .groundview import view_of
from .patches import Site, ordinary_land
from .warp import lon_lat

_PATCHES, _PATCHES_SMALL = 40, 4
_KINDS = ("远景", "近景", "全景", "细部")
_FONTS = (
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "simhei.ttf",
)
_EXIF_IFD = 0x8769
_TAGS = {name: number for number, name in ExifTags.TAGS.items()}
_GPS = {name: number for number, name in ExifTags.GPSTAGS.items()}


class Shot(NamedTuple):
    """Where a photo is taken from (degrees), which way (true bearing) and when."""

    lon: float
    lat: float
    bearing: float
    time: str


def write_photos(folder: Path, seed: int, sites: Sequence[Site], small: bool) -> int:
    """Two to four photos for some patches, never for a military one; returns how many."""
    ordinary = ordinary_land(sites)
    font, chinese = _font()
    count = 0
    for site in ordinary[: _PATCHES_SMALL if small else _PATCHES]:
        chance = rng(seed, "photos", site.number)
        place = folder / site.number
        place.mkdir(parents=True, exist_ok=True)
        for n in range(int(chance.integers(2, 5))):
            shot = _shot(chance, site, n)
            caption = _caption(site, shot, chinese)
            image = view_of(site.scenario.painter, chance, caption, font)
            path = place / f"{n + 1:02d}{_KINDS[n]}.jpg"
            image.save(path, "JPEG", quality=82, exif=_exif(shot))
            count += 1
    return count


def _font() -> tuple:
    """A font with Chinese glyphs where there is one, else Pillow's own."""
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, 16), True
        except OSError:
            continue
    return ImageFont.load_default(), False


def _caption(site: Site, shot: Shot, chinese: bool) -> List[str]:
    place = f"{shot.lat:.6f}N {shot.lon:.6f}E"
    if chinese:
        return [
            f"虚构演示照片  图斑 {site.number}",
            f"{shot.time}  方位 {shot.bearing:.0f}°",
            place,
        ]
    return [f"FICTIONAL DEMO  patch {site.number}", f"{shot.time}  az {shot.bearing:.0f}", place]


def _shot(chance: np.random.Generator, site: Site, n: int) -> Shot:
    """A place a little outside the patch, looking at its middle, in the days after the issue."""
    centre = site.plane[:-1].mean(axis=0)
    around = chance.uniform(0, 2 * np.pi) + n * np.pi / 2
    reach = np.hypot(*(site.plane - centre).T).max() * chance.uniform(0.75, 1.0)
    away = np.array([np.cos(around), np.sin(around)]) * (reach + chance.uniform(5, 25))
    (lon, lat), (target_lon, target_lat) = lon_lat(np.array([centre + away, centre]))
    east = (target_lon - lon) * np.cos(np.radians(lat))
    bearing = float(np.degrees(np.arctan2(east, target_lat - lat)) % 360)
    day, hour = int(chance.integers(12, 20)), int(chance.integers(8, 17))
    minute, second = int(chance.integers(60)), int(chance.integers(60))
    time = f"2023-04-{day:02d} {hour:02d}:{minute:02d}:{second:02d}"
    return Shot(float(lon), float(lat), bearing, time)


def _exif(shot: Shot) -> Image.Exif:
    exif = Image.Exif()
    stamp = shot.time.replace("-", ":")
    exif[_TAGS["ImageDescription"]] = "Fictional demo photo, drawn by a program"
    exif[_TAGS["Make"]] = "Tuban demo"
    exif[_TAGS["DateTime"]] = stamp
    exif[_EXIF_IFD] = {_TAGS["DateTimeOriginal"]: stamp, _TAGS["DateTimeDigitized"]: stamp}
    exif[_TAGS["GPSInfo"]] = _position(shot)
    return exif


def _position(shot: Shot) -> Dict[int, object]:
    return {
        _GPS["GPSVersionID"]: b"\x02\x03\x00\x00",
        _GPS["GPSLatitudeRef"]: "N",
        _GPS["GPSLatitude"]: _sexagesimal(shot.lat),
        _GPS["GPSLongitudeRef"]: "E",
        _GPS["GPSLongitude"]: _sexagesimal(shot.lon),
        _GPS["GPSImgDirectionRef"]: "T",
        _GPS["GPSImgDirection"]: round(shot.bearing, 1),
        _GPS["GPSMapDatum"]: "CGCS2000",
    }


def _sexagesimal(degrees: float) -> tuple:
    whole = int(degrees)
    minutes = int((degrees - whole) * 60)
    return float(whole), float(minutes), round((degrees - whole - minutes / 60) * 3600, 4)
