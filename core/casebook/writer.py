"""The one writer of a casebook in this process: lock, connections, and where the journal stands.

The dock and a Processing algorithm in the same QGIS write through the same writer, one after
the other; other processes are kept out by the lock.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Dict, Optional, Tuple

from sqlalchemy import Engine

from . import journal
from .engine import fold_log, open_engine, refusals
from .journal import Head
from .lock import WriterLock

_open: Dict[Tuple[int, Path], Writer] = {}
_guard = threading.Lock()


class Writer:
    """Shared by all casebooks that this process has open for writing on one file."""

    def __init__(self, path: Path, lock: WriterLock) -> None:
        self.path = path
        self.engine: Engine = open_engine(path, read_only=False)
        self.turn = threading.Lock()
        self.head: Optional[Head] = None
        self.users = 0
        self._lock = lock

    def find_head(self) -> None:
        """Read where the journal stands, once it is known to be readable."""
        if self.head is None:
            with refusals(self.path), self.engine.connect() as connection:
                self.head = journal.head_of(connection)

    def release(self) -> None:
        """One user less; the last one closes the file, whole and without side files."""
        with _guard:
            self.users -= 1
            if self.users:
                return
            del _open[_key(self.path)]
            if self.head is not None:
                fold_log(self.engine)
            self.engine.dispose()
            self._lock.release()


def take_writer(path: Path, who: str) -> Optional[Writer]:
    """The writer of this file; ``None`` when it cannot be written, or another process does."""
    # The write-ahead log has to be made beside it.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return None
    with _guard:
        writer = _open.get(_key(path)) or _new_writer(path, who)
        if writer is not None:
            writer.users += 1
        return writer


def _new_writer(path: Path, who: str) -> Optional[Writer]:
    lock = WriterLock(path)
    try:
        if not lock.take(who):
            return None
    except OSError:  # the folder cannot be written, so there is no lock file to hold
        return None
    writer = _open[_key(path)] = Writer(path, lock)
    return writer


def _key(path: Path) -> Tuple[int, Path]:
    # With the process: a forked child has inherited this table, but is another writer.
    return os.getpid(), path.resolve()


def let_go(engine: Engine, writer: Optional[Writer]) -> None:
    """Let a casebook's connections go, or one user of its writer."""
    if writer is None:
        engine.dispose()
    else:
        writer.release()
