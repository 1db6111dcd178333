"""Files are written whole: to a temporary name beside the target, then renamed."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import zipfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Iterator

from .errors import OutputError
from .progress import SILENT, Progress, check_cancelled
from .text import text

BLOCK_BYTES = 1024 * 1024
# Between two pieces a thread that hashes waits for its turn: the larger, the more seldom.
_HASHED_AT_ONCE = 4 * BLOCK_BYTES
_EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|%\x00-\x1f\x7f]|^\s|[\s.]\Z', re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)", re.IGNORECASE | re.ASCII)
_READABLE, _UNIX = 0o644 << 16, 3
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)


def file_name_of(number: str) -> str:
    """A name for files and folders that every system can hold; :func:`number_of` reads it back.

    What a system forbids, and the percent sign itself, stands as ``%`` and its code: ``a/b``
    becomes ``a%2Fb``. So do a blank or full stop at an end, and the first letter of the names
    that Windows keeps for its devices.
    """
    name = _FORBIDDEN.sub(lambda found: _code_of(found.group()), number)
    return _code_of(number[0]) + name[1:] if _DEVICE.match(number) else name


def _code_of(character: str) -> str:
    return f"%{ord(character):02X}"


def number_of(name: str) -> str:
    """What :func:`file_name_of` made the name from."""
    return re.sub("%([0-9A-F]{2})", lambda found: chr(int(found.group(1), 16)), name)


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Yield a temporary path beside ``target``; it takes the target's name when all went well.

    Whatever goes wrong, no part of the file stays behind and an older ``target`` is untouched.
    :raises OutputError: no space, no permission, or another reason of the operating system.
    """
    part = target.with_name(target.name + ".part")
    try:
        yield part
        part.replace(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        _remove(part)


@contextmanager
def older_kept(target: Path) -> Iterator[None]:
    """Keep what stands at ``target`` until the block is through; when it fails, put it back.

    A ``target`` that was not there before is removed again.
    """
    older = target.with_name(target.name + ".older")
    there = target.exists()
    if there:
        _second_name(target, older)
    with ExitStack() as undo:
        undo.callback(_put_back, older, target, there)
        yield
        undo.pop_all()
    _remove(older)


def _put_back(older: Path, target: Path, there: bool) -> None:
    if there:
        older.replace(target)
        _remove(older)  # two names of one file: renaming one to the other leaves both
    else:
        _remove(target)


def _second_name(target: Path, other: Path) -> None:
    _remove(other)
    try:
        os.link(target, other)
    except OSError:  # a file system without hard links
        try:
            shutil.copyfile(target, other)
        except OSError as error:
            raise cannot_write(other, error) from error


def cannot_write(target: Path, error: OSError) -> OutputError:
    """The sentence for what the operating system refused."""
    names = {"file": target.name, "folder": str(target.parent)}
    if error.errno in _NO_SPACE:
        return OutputError(
            text(
                "{file} was not written: there is no space left in {folder}. "
                "Free some space or choose another folder.",
                **names,
            )
        )
    if error.errno in _NOT_ALLOWED:
        return OutputError(
            text(
                "{file} was not written: {folder} does not allow it, or the file is open in "
                "another program. Close it or choose another folder.",
                **names,
            )
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return OutputError(
            text("{file} was not written: the folder {folder} does not exist.", **names)
        )
    return OutputError(
        text("{file} was not written to {folder}: {why}.", why=error.strerror or error, **names)
    )


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink()


def zip_entry(name: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """An entry for a zip archive that is the same whenever and wherever it is made."""
    entry = zipfile.ZipInfo(name, _EARLIEST_IN_ZIP)
    entry.compress_type = compression
    entry.external_attr = _READABLE
    entry.create_system = _UNIX
    return entry


def sha256_of(path: Path, progress: Progress = SILENT) -> str:
    """SHA-256 of a file, read piece by piece into the same memory; ``progress`` can stop it."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as stream:
        size = os.fstat(stream.fileno()).st_size
        block = memoryview(bytearray(max(1, min(size, _HASHED_AT_ONCE))))
        while True:
            check_cancelled(progress)
            count = stream.readinto(block)
            if not count:
                return digest.hexdigest()
            digest.update(block[:count])
