"""What is wrong with a picture's source, as sentences: a service's answers, a file's state."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Optional

from osgeo import gdal

from ..text import Text, text
from .epochs import day_in

FORBIDDEN = (401, 403)
TOO_MANY = 429
OK = 200
SERVER_FAULT = 500
_DAY_KEYS = (
    ("", ("tuban_day", "TIFFTAG_DATETIME", "ACQUISITION_DATE", "AcquisitionDate", "ImageDate")),
    ("IMAGERY", ("ACQUISITIONDATETIME",)),
)


class Answer(Enum):
    """How a tile service has answered last."""

    FINE = "fine"
    REFUSED = "refused"
    NO_PICTURE = "no picture"
    A_PAGE = "a page"
    TOO_OFTEN = "too often"
    BROKEN = "broken"
    SILENT = "silent"
    UNREACHED = "unreached"

    def say(self, name: str, status: int = 0) -> Optional[Text]:
        """The sentence about layer ``name``; None when all is well."""
        template = _ANSWERS.get(self)
        return Text(template.template, {"name": name, "status": status}) if template else None


_ANSWERS = {
    Answer.REFUSED: text(
        "{name}: the service refuses ({status}). Its key may be wrong, used up or not for here."
    ),
    Answer.NO_PICTURE: text("{name}: the service has no picture here ({status})."),
    Answer.A_PAGE: text(
        "{name}: the service sends a web page instead of pictures. Sign in, or check its address."
    ),
    Answer.TOO_OFTEN: text("{name}: the service was asked too often ({status}). Wait a while."),
    Answer.BROKEN: text("{name}: the service is out of order ({status})."),
    Answer.SILENT: text("{name}: the service does not answer. The map goes on without it."),
    Answer.UNREACHED: text("{name}: the service cannot be reached. Is there a network?"),
}


def answer_of(status: int, content_type: str) -> Answer:
    """What an HTTP status (0: no answer came) and a content type mean."""
    if status == 0:
        return Answer.UNREACHED
    if status in FORBIDDEN:
        return Answer.REFUSED
    if status == TOO_MANY:
        return Answer.TOO_OFTEN
    if status >= SERVER_FAULT:
        return Answer.BROKEN
    if status != OK:
        return Answer.NO_PICTURE
    kind = content_type.partition(";")[0].strip().lower()
    plain = kind.startswith("image/") or kind in ("", "application/octet-stream")
    return Answer.FINE if plain else Answer.A_PAGE


def file_trouble(path: Path) -> Optional[Text]:
    """What is wrong with a picture file: gone, unreadable, half copied; None when nothing is.

    Reads a few pixels at the corners and in the middle; may take as long as a slow drive does.
    """
    name = path.name
    if not path.exists():
        return text("{file} is not in {folder} any more.", file=name, folder=str(path.parent))
    dataset = _opened(path)
    if dataset is None or not _can_be_read(dataset):
        return text(
            "{file} cannot be read to its end: it is damaged or was not copied whole.", file=name
        )
    return None


def _opened(path: Path) -> Optional[gdal.Dataset]:
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return gdal.OpenEx(str(path), gdal.OF_RASTER)
    except RuntimeError:  # where somebody has switched GDAL's exceptions on
        return None
    finally:
        gdal.PopErrorHandler()


def _can_be_read(dataset: gdal.Dataset) -> bool:
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return all(
            dataset.ReadRaster(column, row, 1, 1) is not None
            for column in {0, columns // 2, columns - 1}
            for row in {0, rows // 2, rows - 1}
        )
    except RuntimeError:
        return False
    finally:
        gdal.PopErrorHandler()


def file_day(path: Path) -> Optional[str]:
    """The ISO date that a picture file's own notes tell; None when they don't."""
    dataset = _opened(path)
    if dataset is None:
        return None
    for domain, keys in _DAY_KEYS:
        notes = dataset.GetMetadata(domain) or {}
        for key in keys:
            day = day_in(notes.get(key, "").replace("T", " "))
            if day is not None:
                return day.isoformat()
    return None
