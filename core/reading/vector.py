"""The one door to GDAL's vector drivers: opens for reading, quietly, and names what failed.

Whether GDAL raises or returns nothing is a switch of the whole process, which other plugins
turn as they like; both ways end in the same errors here, and no global setting is changed.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator, Sequence, Tuple

from osgeo import gdal, ogr

from ..errors import LockedFile, UnreadableFile
from ..geometry import Box
from ..text import Text, text

_AREAS = (ogr.wkbPolygon, ogr.wkbMultiPolygon, ogr.wkbCurvePolygon, ogr.wkbMultiSurface)
# A layer of mixed types, or one that does not say (GeoJSON); its rows will tell.
_PERHAPS_AREAS = (ogr.wkbUnknown, ogr.wkbGeometryCollection)

# How SQLite says that somebody else holds a file.
_LOCKED = ("database is locked", "database table is locked")


@contextmanager
def quiet() -> Iterator[None]:
    """GDAL's messages stay inside; :func:`gdal.GetLastErrorMsg` still has the last one."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def damaged(path: Path, why: str) -> UnreadableFile:
    """The refusal for a file that GDAL or SQLite cannot read, with their own words.

    One that another program holds, or that is not there any more, is not called damaged.
    """
    if any(sign in why for sign in _LOCKED):
        return LockedFile(
            text(
                "{file} is locked: another program is writing to it. Wait until it has finished "
                "or close it there, then try again.",
                file=path.name,
            )
        )
    if not path.exists():
        return gone(path)
    return UnreadableFile(
        text(
            "{file} cannot be read; it is damaged or not what its name says ({why}). Ask for it "
            "again.",
            file=path.name,
            why=why or "?",
        )
    )


def gone(path: Path) -> UnreadableFile:
    """The refusal for a file that vanished while it was being read."""
    return UnreadableFile(
        text(
            "{file} is not there any more: it was moved, deleted or replaced while it was being "
            "read. Put it back and try again.",
            file=str(path),
        )
    )


def changed_meanwhile(layer_name: str, path: Path) -> UnreadableFile:
    """The refusal for a file that is not the one that was opened."""
    return UnreadableFile(
        text(
            "Layer {layer}: {file} was changed while it was being read, so nothing was computed "
            "from it. Try again when it is complete.",
            layer=layer_name,
            file=path.name,
        )
    )


def damaged_part(path: Path, reason: Text) -> UnreadableFile:
    """The refusal for a part of a shapefile that is not whole."""
    return UnreadableFile(
        text("{file} is damaged: {reason}. Ask for it again.", file=path.name, reason=reason)
    )


def check_read(path: Path) -> None:
    """Raise :class:`UnreadableFile` when GDAL has complained since the last :func:`quiet`."""
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise damaged(path, gdal.GetLastErrorMsg())


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """What GDAL raises is :class:`UnreadableFile`; complaints it does not raise are let be."""
    with quiet():
        try:
            yield
        except RuntimeError as error:
            raise damaged(path, str(error)) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Any failure of GDAL, raised or not, is :class:`UnreadableFile`."""
    with translated(path):
        yield
        check_read(path)


def open_dataset(path: Path, options: Sequence[str] = ()) -> Any:
    """A GDAL dataset, for reading only; raises :class:`UnreadableFile`."""
    if not path.exists():
        raise UnreadableFile(text("There is no file {file}.", file=str(path)))
    with translated(path):
        flags = gdal.OF_VECTOR | gdal.OF_READONLY
        dataset = gdal.OpenEx(str(path), flags, open_options=list(options))
        if dataset is None:
            raise damaged(path, gdal.GetLastErrorMsg())
    return dataset


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A GDAL dataset as long as the block lasts; raises :class:`UnreadableFile`."""
    with translated(path):
        dataset = open_dataset(path)
        try:
            yield dataset
        finally:
            del dataset


def may_hold_areas(kind: int) -> bool:
    """True for an OGR geometry type whose features can be areas."""
    return ogr.GT_Flatten(kind) in (*_AREAS, *_PERHAPS_AREAS)


def box_of(envelope: Tuple[float, float, float, float]) -> Box:
    """A box from OGR's order: min x, max x, min y, max y."""
    left, right, bottom, top = envelope
    return left, bottom, right, top
