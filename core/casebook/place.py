"""Whether the file that was opened is still the one that stands at its path."""

from __future__ import annotations

from pathlib import Path
from typing import Tuple

from .engine import is_on_network


class Place:
    """The path of an open file, and what the file was when it was opened.

    A file that is moved, or replaced by a copy, takes the connections along: what is written
    then goes where nobody looks for it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # A share may number the same file anew.
        self._identity = None if is_on_network(path) else _identity(path)

    @property
    def is_same(self) -> bool:
        """False once the file was moved, deleted or replaced."""
        if self._identity is None:
            return self._path.is_file()
        return _identity(self._path) == self._identity


def _identity(path: Path) -> Tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_dev, found.st_ino)
