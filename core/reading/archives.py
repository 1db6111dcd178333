"""What every zip archive from outside has to be asked before anything is taken out of it."""

from __future__ import annotations

import re
import zipfile
import zlib

DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
"""What :mod:`zipfile` raises for an archive that is damaged or packed in an unknown way."""
NO_OFFICE_FILE = (
    *(*DAMAGED_ZIP, OSError, RuntimeError, SyntaxError),
    *(AttributeError, LookupError, TypeError, ValueError),
)
"""What openpyxl and python-docx raise for the bytes of a file that is damaged, protected by a
password, or of another kind; SyntaxError is what Python's XML readers raise."""


def leads_out(name: str) -> bool:
    """True for a member that would land outside the folder it is unpacked into."""
    name = name.replace("\\", "/")
    return name.startswith("/") or bool(re.match(r"[A-Za-z]:", name)) or ".." in name.split("/")
