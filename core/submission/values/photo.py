"""Photos: their names in the package, and what the camera noted."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Dict, Iterator, Optional

from ...text import Translate
from ..work import MonthWork
from .counted import NUMBER
from .getters import Getter, text_value
from .patch import ISSUED
from .rows import PhotoRow


def photo_rows(work: MonthWork, say: Translate) -> Iterator[PhotoRow]:
    """Every photo, by parcel."""
    number = 0
    for dossier in work.dossiers:
        for photo in dossier.photos:
            number += 1
            yield PhotoRow(work, number, dossier, photo)


def _name(row: PhotoRow) -> str:
    return PurePosixPath(row.work.photo_member(row.dossier, row.photo)).name


def _degrees(value: Optional[float], digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


PHOTO_VALUES: Dict[str, Getter] = {
    **NUMBER,
    "patch.number": ISSUED["patch.number"],
    "parcel.number": text_value(lambda row: row.dossier.parcel.number),
    "photo.name": text_value(_name),
    "photo.taken_at": text_value(lambda row: row.photo.taken_at or ""),
    "photo.lon": text_value(lambda row: _degrees(row.photo.lon_deg, 6)),
    "photo.lat": text_value(lambda row: _degrees(row.photo.lat_deg, 6)),
    "photo.azimuth": text_value(lambda row: _degrees(row.photo.azimuth_deg, 1)),
}
