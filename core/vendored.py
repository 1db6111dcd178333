"""Lends the plugin the libraries that lie in its own ``vendor/`` folder.

The vendored packages import each other by their absolute names, so they have to be loaded
under these names. ``sys.path`` stays as it is: a finder answers for exactly the names below
and for nothing else. Where another part of QGIS has loaded one of them already, that copy is
used, and only asked whether it can do what Tuban needs.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Optional, Sequence

from .errors import DependencyError
from .text import text

VENDOR = Path(__file__).resolve().parents[1] / "vendor"

# For each library an attribute that the oldest usable release has and older ones lack.
NEEDED = {
    "typing_extensions": "TypeAliasType",  # SQLAlchemy 2.0 derives from it
    "sqlalchemy": "Uuid",  # came with 2.0, together with Connection.commit()
    "et_xmlfile": "xmlfile",
    "openpyxl": "Workbook",
    "docx": "Document",
    "segno": "make_qr",
}


class VendorFinder(MetaPathFinder):
    """Finds the vendored top-level names in one folder; all other names are not its business."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find_spec(
        self,
        fullname: str,
        path: Optional[Sequence[str]] = None,
        target: Optional[ModuleType] = None,
    ) -> Optional[ModuleSpec]:
        if path is not None or fullname not in NEEDED:
            return None
        return PathFinder.find_spec(fullname, [str(self.folder)], target)


def install() -> None:
    """Put the finder in front, once.

    :raises DependencyError: a library that is loaded already is too old for Tuban.
    """
    for name, attribute in NEEDED.items():
        loaded = sys.modules.get(name)
        if loaded is not None and not hasattr(loaded, attribute):
            raise _too_old(name, loaded)
    if not any(_is_ours(finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, VendorFinder(VENDOR))


def _is_ours(finder: object) -> bool:
    # By folder, not by class: a plugin that is reloaded has a new class of the same name.
    return getattr(finder, "folder", None) == VENDOR


def _too_old(name: str, loaded: ModuleType) -> DependencyError:
    return DependencyError(
        text(
            "The Python library {library} was loaded from {place} before Tuban started, and it is "
            "too old for Tuban. Deactivate the plugin that brings it, or update that plugin, and "
            "start QGIS again.",
            library=name,
            place=getattr(loaded, "__file__", None) or "?",
        )
    )
