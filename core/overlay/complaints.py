"""GDAL's own complaints, turned into Tuban's errors.

Whether GDAL raises or returns nothing is a switch of the whole process, which other plugins
turn as they like; both ways end in the same errors here.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from osgeo import gdal

from ..errors import UnreadableFile
from ..text import text


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is printed: what is wrong is said by the error that is raised."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Reading a file: any failure of GDAL, raised or not, is :class:`UnreadableFile`."""
    with quiet():
        try:
            yield
        except RuntimeError as error:
            raise _unreadable(path, str(error)) from error
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise _unreadable(path, gdal.GetLastErrorMsg())


def _unreadable(path: Path, why: str) -> UnreadableFile:
    return UnreadableFile(
        text("File {file} cannot be read to the end: {why}", file=str(path), why=why)
    )
