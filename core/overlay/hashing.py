"""SHA-256 of a layer's file, which for shapefiles and FileGDB is several files."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import List, Tuple

_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_CHUNK = 1 << 20
_Stamp = Tuple[Tuple[str, int, int], ...]


def files_of(path: Path) -> List[Path]:
    """The files that hold the layer's data, in a fixed order; locks and indexes are not data."""
    if path.is_dir():
        inside = (one for one in path.rglob("*") if one.is_file() and one.suffix != ".lock")
        return sorted(inside)
    if path.suffix.lower() == ".shp":
        beside = path.parent.iterdir()
        parts = [one for one in beside if one.stem == path.stem]
        return sorted(one for one in parts if one.suffix.lower() in _SHAPEFILE_PARTS)
    # What another program has written but not yet moved into the file is data too.
    log = path.with_name(path.name + "-wal")
    return [path, log] if log.is_file() and log.stat().st_size else [path]


def sha256_of(path: Path) -> str:
    """SHA-256 over the layer's files; hashed anew only when one has another time or size."""
    stamps = [(file, file.stat()) for file in files_of(path)]
    return _hash(tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stamps))


@lru_cache(maxsize=64)
def _hash(stamp: _Stamp) -> str:
    """One file is hashed as it is, so that any tool gives the same; several one after another."""
    digest = hashlib.sha256()
    for name, _, _ in stamp:
        with Path(name).open("rb") as file:
            for chunk in iter(lambda: file.read(_CHUNK), b""):
                digest.update(chunk)
    return digest.hexdigest()


def changed_on(path: Path) -> float:
    """When the newest of the layer's files was changed, in seconds since 1970."""
    return max(file.stat().st_mtime for file in files_of(path))
