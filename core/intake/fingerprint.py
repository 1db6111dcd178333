"""The SHA-256 by which a file from outside is known again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Dict, Optional

from .shapefile import parts_of

_CHUNK = 1024 * 1024


def fingerprint(path: Path) -> str:
    """SHA-256 of a file; of a shapefile or a folder, over the names and hashes of its parts."""
    parts = _parts(path)
    if parts is None:
        return _digest(path)
    whole = hashlib.sha256()
    for name, part in sorted(parts.items()):
        whole.update(f"{name} {_digest(part)}\n".encode())
    return whole.hexdigest()


def _parts(path: Path) -> Optional[Dict[str, Path]]:
    if path.is_dir():
        files = (one for one in path.rglob("*") if one.is_file() and one.suffix != ".lock")
        return {one.relative_to(path).as_posix(): one for one in files}
    if path.suffix.lower() == ".shp":
        return parts_of(path)
    # Rows that a database has not folded into its main file yet.
    log = path.with_name(path.name + "-wal")
    return {path.name: path, log.name: log} if log.is_file() else None


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            digest.update(chunk)
    return digest.hexdigest()
