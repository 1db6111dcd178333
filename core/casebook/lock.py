"""Who is writing: a lock beside the casebook that the operating system drops with its process.

The lock file also says who holds it, so that the next person can be told.
"""

from __future__ import annotations

import json
import os
import socket
import stat
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import IO, Optional

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt

# Windows forbids reading locked bytes; the text at the start must stay readable.
_LOCKED_BYTE = 1 << 30
RIGHTS = 0o666  # reading and writing; nobody runs a lock
ATTEMPTS, PAUSE_SECONDS = 3, 0.02


@dataclass(frozen=True)
class Holder:
    """The person and program that have the casebook open for writing."""

    who: str
    host: str
    process_id: int
    since: str

    @property
    def is_here(self) -> bool:
        """True when it is this program itself."""
        return (self.host, self.process_id) == (socket.gethostname(), os.getpid())


class WriterLock:
    """Held from :meth:`take` to :meth:`release`, or until the process ends in any way."""

    def __init__(self, casebook: Path) -> None:
        real = casebook.resolve()  # a link is another name of the same record
        self._casebook = real
        self._path = real.with_name(real.name + ".lock")
        self._file: Optional[IO[str]] = None

    def take(self, who: str) -> bool:
        """True when this process is now the writer; False when another one is."""
        file = Path(self._path).open("a+", encoding="utf-8")  # noqa: SIM115 - stays open
        self._share_like_the_casebook()
        if not _try_lock_patiently(file):
            file.close()
            return False
        since = datetime.now(timezone.utc).astimezone().isoformat(timespec="seconds")
        file.truncate(0)
        file.write(json.dumps(asdict(Holder(who, socket.gethostname(), os.getpid(), since))))
        file.flush()
        self._file = file
        return True

    def _share_like_the_casebook(self) -> None:
        """Who may write the casebook may lock it, whatever the first one's umask was."""
        if fcntl is None:
            return
        with suppress(OSError):  # somebody else's lock file: it has its rights already
            shared = self._casebook.stat()
            os.chown(self._path, -1, shared.st_gid)
            self._path.chmod(stat.S_IMODE(shared.st_mode) & RIGHTS)

    def holder(self) -> Optional[Holder]:
        """Who holds it; None when nobody does, or when that cannot be read.

        A name alone proves nothing: a killed process and a copied folder leave theirs behind.
        """
        try:
            with self._path.open(encoding="utf-8") as file:
                return None if _try_lock(file, shared=True) else Holder(**json.load(file))
        except (OSError, ValueError, TypeError):
            return None

    def release(self) -> None:
        """Give the lock up. The file stays: removing it could remove the next holder's."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None


def _try_lock_patiently(file: IO[str]) -> bool:
    # Somebody who only asks for the holder has it for an instant.
    for _ in range(ATTEMPTS):
        if _try_lock(file):
            return True
        time.sleep(PAUSE_SECONDS)
    return False


def _try_lock(file: IO[str], shared: bool = False) -> bool:
    try:
        if fcntl is not None:
            # A file open for reading alone takes only a shared lock on network file systems.
            kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
            fcntl.flock(file.fileno(), kind | fcntl.LOCK_NB)
        else:
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
    except OSError:
        return False
    return True
