"""Reading a package: every member against the manifest, then the layers and the forms."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Dict, List, Tuple

from ..documents import SheetRows, first_sheet
from ..errors import UnreadableFile, UnsafeArchive
from ..files import BLOCK_BYTES
from ..progress import SILENT, Progress, check_cancelled
from ..reading.archives import DAMAGED_ZIP, NO_OFFICE_FILE, leads_out
from ..text import Text, text
from .manifest import Manifest, Member, manifest_from_json
from .shapefile import SUFFIXES, LayerContent, read_shapefile

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
LARGEST_MANIFEST = 64 * BLOCK_BYTES
# Layers and forms are read whole; photos are only hashed.
LARGEST_TABLE = 512 * BLOCK_BYTES
RECORDS = (".jsonl",)
LAYERS_AND_RECORDS = (*SUFFIXES, *RECORDS)
_READ_WHOLE = (*LAYERS_AND_RECORDS, ".xlsx")


@dataclass(frozen=True)
class PackageContent:
    """A package whose members are what the manifest says.

    ``layers`` by path without suffix, ``forms`` by path: the sheet's rows, with typed values;
    ``records`` by path. ``written`` is the manifest as it was signed.
    """

    path: Path
    manifest: Manifest
    layers: Dict[str, LayerContent]
    forms: Dict[str, SheetRows]
    records: Dict[str, bytes] = field(default_factory=dict)
    written: bytes = b""
    signature: bytes = b""


def read_package(
    path: Path, progress: Progress = SILENT, kept: Tuple[str, ...] = _READ_WHOLE
) -> PackageContent:
    """Read and verify a package; members whose suffix is not in ``kept`` are only hashed.

    :raises UnreadableFile: it is damaged, incomplete, or not a package.
    :raises UnsafeArchive: a member's name leads out of the folder, or it unpacks to more than
        the manifest says.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive, progress, kept)
    except (OSError, *DAMAGED_ZIP) as error:
        raise UnreadableFile(
            text("{file} is not a whole zip archive: {why}.", file=path.name, why=error)
        ) from error


def _read(
    path: Path, archive: zipfile.ZipFile, progress: Progress, kept: Tuple[str, ...]
) -> PackageContent:
    names = archive.namelist()
    _refuse_names(path, names)
    if MANIFEST not in names:
        raise _damaged(path, text("it has no {name}", name=MANIFEST))
    head = archive.getinfo(MANIFEST)
    if head.file_size > LARGEST_MANIFEST:
        raise _too_large(path, MANIFEST)
    written = archive.read(head)
    manifest = manifest_from_json(written, path.name)
    _compare_names(path, names, manifest)
    tables: Dict[str, bytes] = {}
    for done, member in enumerate(manifest.members):
        check_cancelled(progress)
        progress.at(done, len(manifest.members))
        content = _verified(path, archive, member, kept)
        if content is not None:
            tables[member.name] = content
    records = {name: one for name, one in tables.items() if name.endswith(".jsonl")}
    signature = _signature(path, archive, names)
    layers, forms = _layers(tables), _forms(path, tables)
    return PackageContent(path, manifest, layers, forms, records, written, signature)


def _signature(path: Path, archive: zipfile.ZipFile, names: List[str]) -> bytes:
    if SIGNATURE not in names:
        return b""
    if archive.getinfo(SIGNATURE).file_size > BLOCK_BYTES:
        raise _too_large(path, SIGNATURE)
    return archive.read(SIGNATURE)


def _refuse_names(path: Path, names: List[str]) -> None:
    for name in names:
        if leads_out(name) or "\\" in name or ":" in name:
            raise UnsafeArchive(
                text("{file} has a member that leads elsewhere: {name}.", file=path.name, name=name)
            )
    if len(set(names)) != len(names):
        raise _damaged(path, text("a member is there twice"))


def _compare_names(path: Path, names: List[str], manifest: Manifest) -> None:
    listed = {member.name for member in manifest.members}
    found = set(names) - {MANIFEST, SIGNATURE}
    if found - listed:
        name = min(found - listed)
        raise _damaged(path, text("{name} is not in the manifest", name=name))
    if listed - found:
        raise _damaged(path, text("{name} is missing", name=min(listed - found)))


def _verified(
    path: Path, archive: zipfile.ZipFile, member: Member, suffixes: Tuple[str, ...]
) -> Any:
    """The member's bytes if it is a table, else ``None``; its size and hash are right."""
    keep = PurePosixPath(member.name).suffix in suffixes
    if archive.getinfo(member.name).file_size != member.size:
        raise _damaged(path, text("{name} has another size", name=member.name))
    if keep and member.size > LARGEST_TABLE:
        raise _too_large(path, member.name)
    digest, kept, size = hashlib.sha256(), [], 0
    with archive.open(member.name) as stream:
        for block in iter(lambda: stream.read(BLOCK_BYTES), b""):
            size += len(block)
            if size > member.size:
                raise _too_large(path, member.name)
            digest.update(block)
            if keep:
                kept.append(block)
    if size != member.size or digest.hexdigest() != member.sha256:
        raise _damaged(path, text("{name} is not what the manifest says", name=member.name))
    return b"".join(kept) if keep else None


def _layers(tables: Dict[str, bytes]) -> Dict[str, LayerContent]:
    found: Dict[str, Dict[str, bytes]] = {}
    for name, content in tables.items():
        path = PurePosixPath(name)
        if path.suffix in SUFFIXES:
            found.setdefault(str(path.with_suffix("")), {})[path.suffix] = content
    return {name: read_shapefile(name, files) for name, files in found.items()}


def _forms(path: Path, tables: Dict[str, bytes]) -> Dict[str, SheetRows]:
    return {
        name: _form(path, name, content)
        for name, content in tables.items()
        if name.endswith(".xlsx")
    }


def _form(path: Path, name: str, content: bytes) -> SheetRows:
    try:
        return first_sheet(content)
    except NO_OFFICE_FILE as error:
        raise _damaged(path, text("{name} cannot be read", name=name)) from error


def _damaged(path: Path, reason: Text) -> UnreadableFile:
    return UnreadableFile(
        text("The package {file} is damaged: {reason}.", file=path.name, reason=reason)
    )


def _too_large(path: Path, name: str) -> UnsafeArchive:
    return UnsafeArchive(
        text("{name} in {file} unpacks to more than it may.", name=name, file=path.name)
    )
