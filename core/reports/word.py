"""The door to Word files: python-docx and what it needs, opened and saved as Tuban does it."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from ..errors import DependencyError, UnreadableFile
from ..files import whole_file, zip_entry
from ..reading.archives import NO_OFFICE_FILE
from ..text import Text, text

try:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm
except ImportError as error:
    raise DependencyError(
        text(
            "Word files cannot be written: the Python library lxml is missing here ({why}). It "
            "comes with QGIS; install QGIS anew or ask whoever looks after this computer.",
            why=error,
        )
    ) from error

__all__ = ["Mm", "OxmlElement", "open_word", "qn", "save_word"]
LARGEST_BYTES, LARGEST_UNPACKED = 20 * 2**20, 100 * 2**20
_NO_WORD_FILE = (PackageNotFoundError, *NO_OFFICE_FILE)


def open_word(path: Path) -> Any:
    """A .docx file as python-docx's document.

    :raises UnreadableFile: it is missing, too large, or no .docx file.
    """
    raw = _bytes_of(path)
    try:
        _refuse_swollen(path, raw)
        document = Document(io.BytesIO(raw))
    except _NO_WORD_FILE as error:
        why = text(
            "it is no Word file (.docx), or it is damaged or protected by a password; a .doc has "
            "to be saved as .docx first"
        )
        raise unusable(path, why) from error
    if document.element.body is None:
        raise unusable(path, text("it has no text"))
    return document


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise unusable(path, text("it is larger than {most} MB", most=LARGEST_BYTES // 2**20))
        return path.read_bytes()
    except OSError as error:
        raise unusable(path, text("the file cannot be read")) from error


def _refuse_swollen(path: Path, raw: bytes) -> None:
    """A small file may unpack to more than the memory holds; zipfile reads no more than the
    sizes that are written in it."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = sum(one.file_size for one in archive.infolist())
    if size > LARGEST_UNPACKED:
        most = LARGEST_UNPACKED // 2**20
        raise unusable(path, text("unpacked it is larger than {most} MB", most=most))


def unusable(path: Path, why: Text) -> UnreadableFile:
    """The refusal of a template."""
    return UnreadableFile(
        text("The template {file} cannot be used: {why}.", file=path.name, why=why)
    )


def save_word(document: Any, path: Path, when: datetime) -> None:
    """Write the document, whole or not at all; ``when`` is the only time that stands in it.

    :raises OutputError: it cannot be written.
    """
    properties = document.core_properties
    properties.author, properties.last_modified_by, properties.revision = "Tuban", "Tuban", 1
    properties.created = properties.modified = when.replace(tzinfo=None, microsecond=0)
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, whole_file(path) as part:
        part.write_bytes(_with_fixed_times(source))


def _with_fixed_times(source: zipfile.ZipFile) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(zip_entry(name), source.read(name))
    return out.getvalue()
