"""Forms as QGIS layout templates: Tuban's own, or the office's copy of one.

A template is made of ordinary layout items. The texts ask for variables such as
``[% @tuban_facts %]``; the maps are found by their ids ``map_before`` and ``map_after``, the
pictures by ``photo_1`` … ``photo_9``; a dossier has ``map_photos`` and tables, too. What is not
there is left out.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import UnreadableFile
from ..core.files import cannot_write, whole_file
from ..core.text import text
from .settings import Settings

FIELD_SHEET, DOSSIER, CERTIFICATE = "field_sheet.qpt", "dossier.qpt", "certificate.qpt"
LAYOUTS = Path(__file__).resolve().parents[1] / "resources" / "layouts"
MAPS = ("map_before", "map_after")
VARIABLE = "@tuban_"


class SheetTemplate:
    """A template that has been read and can be filled."""

    def __init__(self, path: Path) -> None:
        """Read a template.

        :raises UnreadableFile: it cannot be read, is no template, or has no place for a parcel.
        """
        self.path = path
        content = _content_of(path)
        self._document = QDomDocument()
        if not self._document.setContent(content, False)[0]:
            raise _no_template(path)
        if self._document.documentElement().tagName() != "Layout":
            raise _no_template(path)
        layout = self.layout(QgsProject.instance())
        if VARIABLE not in content and not any(map(layout.itemById, MAPS)):
            raise UnreadableFile(
                text(
                    "{file} shows nothing of a parcel: it has neither a map called {maps} nor a "
                    "variable {variable}…. Copy Tuban's form and change the copy.",
                    file=path.name,
                    maps=MAPS,
                    variable=VARIABLE,
                )
            )

    def layout(self, project: QgsProject) -> QgsPrintLayout:
        """A new layout made of the template.

        :raises UnreadableFile: QGIS does not understand it, or it has no page.
        """
        layout = QgsPrintLayout(project)
        with _coordinate_system(project):
            _items, understood = layout.loadFromTemplate(
                self._document, QgsReadWriteContext(), True
            )
            for item in layout.items():
                if isinstance(item, QgsLayoutItemMap):
                    item.setCrs(item.crs())
        if not understood or layout.pageCollection().pageCount() == 0:
            raise _no_template(self.path)
        return layout


@contextmanager
def _coordinate_system(project: QgsProject) -> Iterator[None]:
    """Lends a system to a project without one, unseen.

    QGIS 3.22 asks a map that it reads for its system's operation, and crashes now and then where
    there is none: PROJ's complaint goes to a list that may be gone.
    """
    from ..core.geometry import LONLAT_CRS

    if project.crs().isValid():
        yield
        return
    before, was_dirty, blocker = project.crs(), project.isDirty(), QSignalBlocker(project)
    project.setCrs(QgsCoordinateReferenceSystem(LONLAT_CRS))
    try:
        yield
    finally:
        project.setCrs(before)
        project.setDirty(was_dirty)
        blocker.unblock()


def template_in_use(settings: Settings, name: str) -> Path:
    """The office's own form of that name where there is one, else Tuban's."""
    own = settings.layouts_folder / name
    return own if own.is_file() else LAYOUTS / name


def is_tubans(path: Path) -> bool:
    """True for a form as Tuban ships it."""
    return path.parent == LAYOUTS


def copy_for_office(settings: Settings, name: str) -> Path:
    """Copy Tuban's form to where the office's own is looked for; one that is there stays.

    :raises OutputError: it cannot be written there.
    """
    target = settings.layouts_folder / name
    if target.is_file():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(target, error) from error
    with whole_file(target) as part:
        shutil.copyfile(LAYOUTS / name, part)
    return target


def _content_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UnreadableFile(
            text("{file} cannot be read: {why}.", file=path.name, why=error.strerror)
        ) from error
    except UnicodeDecodeError as error:
        raise _no_template(path) from error


def _no_template(path: Path) -> UnreadableFile:
    return UnreadableFile(
        text(
            "{file} is not a layout template of QGIS. Save it anew in QGIS's layout designer, or "
            "take it away to use Tuban's form.",
            file=path.name,
        )
    )
