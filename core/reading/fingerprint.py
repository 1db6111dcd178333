"""The SHA-256 by which a layer from outside is known again, and of what age its files are."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Dict, Sequence, Tuple

from ..files import sha256_of

_SHAPEFILE_PARTS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
_REMEMBERED_FILES = 4096
Stamp = Tuple[Tuple[str, int, int], ...]


def parts_of(path: Path) -> Dict[str, Path]:
    """The files that belong to a shapefile, by lower-case suffix."""
    stem = path.stem.casefold()
    return {
        one.suffix.lower(): one
        for one in sorted(path.parent.iterdir())
        if one.stem.casefold() == stem and one.suffix.lower() in _SHAPEFILE_PARTS and one.is_file()
    }


def files_of(path: Path) -> Dict[str, Path]:
    """The files that hold a layer's data, by name; locks and indexes are not data.

    Names are those inside a folder (FileGDB), the suffixes of a shapefile, else the file's own.
    """
    if path.is_dir():
        files = (one for one in path.rglob("*") if one.is_file() and one.suffix != ".lock")
        return {one.relative_to(path).as_posix(): one for one in files}
    if path.suffix.lower() == ".shp":
        return parts_of(path)
    # What another program has written but not yet moved into the file is data too.
    log = path.with_name(path.name + "-wal")
    written = log.is_file() and log.stat().st_size > 0
    return {path.name: path, log.name: log} if written else {path.name: path}


def fingerprint(path: Path) -> str:
    """SHA-256 of a file; of several (shapefile, folder), over their names and hashes.

    A file is hashed anew only when it has another time or size.
    """
    files = files_of(path)
    if list(files) == [path.name]:
        return _remembered(path)
    whole = hashlib.sha256()
    for name, part in sorted(files.items()):
        whole.update(f"{name} {_remembered(part)}\n".encode())
    return whole.hexdigest()


def together(parts: Sequence[str]) -> str:
    """One SHA-256 for several facts, in their order."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def stamp(path: Path) -> Stamp:
    """Name, time and size of each of a layer's files: the same as long as nobody touches them.

    Raises ``OSError`` when one is not there.
    """
    stats = ((name, part.stat()) for name, part in sorted(files_of(path).items()))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def changed_on(path: Path) -> float:
    """When the newest of the layer's files was changed, in seconds since 1970."""
    return max(file.stat().st_mtime for file in files_of(path).values())


def _remembered(path: Path) -> str:
    stat = path.stat()
    return _hash((str(path.absolute()), stat.st_mtime_ns, stat.st_size))


@lru_cache(maxsize=_REMEMBERED_FILES)
def _hash(stamp: Tuple[str, int, int]) -> str:
    return sha256_of(Path(stamp[0]))
