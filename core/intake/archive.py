"""Zip archives from outside: looked at as a whole before a single byte is written.

An archive is refused when a member would land outside its folder, when it is a bomb, or when it
needs a password. Names without the UTF-8 flag are GBK in practice; they are weighed like any
other text. Archives inside the archive are never opened.
"""

from __future__ import annotations

import errno
import re
import shutil
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import List, Tuple

from ..errors import OutputError, UnreadableFile, UnsafeArchive
from ..progress import Progress, check_cancelled
from ..reading.archives import DAMAGED_ZIP, leads_out
from ..reading.encoding import GBK, Decoder, Piece, encoding_named, find_encoding
from ..text import Text, text

MOST_MEMBERS = 20_000
MOST_BYTES = 4 * 1024**3
# A DBF is mostly blanks and may shrink two hundredfold; only large output makes it a bomb.
SUSPICIOUS_BYTES = 200 * 1024**2
SUSPICIOUS_RATIO = 200
_CHUNK = 1024 * 1024

WANTED = (".shp", ".dbf", ".shx", ".prj", ".cpg", ".gpkg", ".geojson", ".json", ".txt")
_ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')


@dataclass(frozen=True)
class _Member:
    info: zipfile.ZipInfo
    name: str


def unpack(path: Path, folder: Path, encoding: str, progress: Progress) -> List[str]:
    """Unpack the parts that can be read here into ``folder``; names of archives left inside.

    ``encoding`` is a person's word on member names without the UTF-8 flag; it may be empty.

    Raises :class:`UnsafeArchive`, :class:`UnreadableFile` for a damaged archive,
    :class:`OutputError` when the disk is full, :class:`Cancelled`.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(path, archive, encoding)
            _check_size(path, members)
            wanted = [one for one in members if _is_wanted(one.name)]
            _check_room(path, folder, sum(one.info.file_size for one in wanted))
            for done, member in enumerate(wanted):
                check_cancelled(progress)
                progress.at(done, len(wanted))
                _extract(archive, member, folder)
    except DAMAGED_ZIP as error:
        raise _damaged(path, str(error)) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(path) from error
        raise _damaged(path, str(error)) from error
    return [one.name for one in members if one.name.lower().endswith(_ARCHIVES)]


def _members(path: Path, archive: zipfile.ZipFile, encoding: str) -> List[_Member]:
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise _unsafe(path, text("it has {count} members", count=len(infos)))
    members = [
        _Member(info, name)
        for info, name in zip(infos, _names(path, infos, encoding))
        if not name.endswith("/")
    ]
    for member in members:
        _check_member(path, member)
    lower = [member.name.casefold() for member in members]
    if len(set(lower)) < len(lower):
        raise _unsafe(path, text("two members have the same name"))
    return members


def _names(path: Path, infos: List[zipfile.ZipInfo], asked: str) -> List[str]:
    """Member names as text. ``orig_filename`` is what stands in the archive: on Windows the
    other one has had the backslash byte replaced, which is half of some GBK characters."""
    raw = [
        info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_FLAG else "cp437")
        for info in infos
    ]
    loose = [name for name, info in zip(raw, infos) if not info.flag_bits & _UTF8_FLAG]
    pieces = [Piece(name) for name in loose]
    encoding = encoding_named(asked) or find_encoding(path.name, pieces, GBK)
    decoder = Decoder(encoding)
    names = [
        name.decode("utf-8") if info.flag_bits & _UTF8_FLAG else decoder.decode(name).text
        for name, info in zip(raw, infos)
    ]
    return [name.replace("\\", "/") for name in names]


def _check_member(path: Path, member: _Member) -> None:
    name = member.name
    if leads_out(name):
        raise _unsafe(
            path, text("the member “{name}” would be written outside its folder", name=name)
        )
    if stat.S_ISLNK(member.info.external_attr >> 16):
        raise _unsafe(path, text("the member “{name}” is a link", name=name))
    if _FORBIDDEN.search(name):
        raise _unsafe(path, text("the member “{name}” has a forbidden name", name=repr(name)))
    if member.info.flag_bits & _ENCRYPTED_FLAG:
        raise UnreadableFile(
            text("{file} needs a password. Unpack it and open what is in it.", file=path.name)
        )


def _check_size(path: Path, members: List[_Member]) -> None:
    whole = sum(one.info.file_size for one in members)
    packed = max(1, sum(one.info.compress_size for one in members))
    too_dense = whole > SUSPICIOUS_BYTES and whole / packed > SUSPICIOUS_RATIO
    if whole > MOST_BYTES or too_dense:
        raise _unsafe(
            path,
            text(
                "it would grow from {packed} to {whole} MB",
                packed=_megabytes(packed),
                whole=_megabytes(whole),
            ),
        )


def _megabytes(size: int) -> str:
    return f"{size / 1024**2:.1f}"


def _is_wanted(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(WANTED) or ".gdb/" in lower


def _check_room(path: Path, folder: Path, needed: int) -> None:
    if shutil.disk_usage(folder).free < needed:
        raise _no_room(path)


def _extract(archive: zipfile.ZipFile, member: _Member, folder: Path) -> None:
    target = folder.joinpath(*_parts(member.name))
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member.info) as source, target.open("wb") as copy:
        # No more is read than the member announces, and then its checksum is compared.
        shutil.copyfileobj(source, copy, _CHUNK)


def _parts(name: str) -> Tuple[str, ...]:
    return tuple(part for part in name.split("/") if part not in ("", "."))


def _unsafe(path: Path, reason: Text) -> UnsafeArchive:
    return UnsafeArchive(
        text(
            "{file} was not unpacked: {reason}. Ask the sender for a plain archive.",
            file=path.name,
            reason=reason,
        )
    )


def _damaged(path: Path, why: str) -> UnreadableFile:
    return UnreadableFile(
        text(
            "{file} is a damaged archive ({why}). Ask for it again.", file=path.name, why=why or "?"
        )
    )


def _no_room(path: Path) -> OutputError:
    return OutputError(
        text(
            "There is no room on the disk to unpack {file}. Free some space and try again.",
            file=path.name,
        )
    )
