"""What the algorithms have in common that make a PDF for each parcel of a month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Dict, List, Protocol

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProject,
)

from ..core.model import Dossier
from ..core.plan import Plan
from ..core.progress import check_cancelled
from ..maps.settings import Settings
from ..maps.sheet_template import SheetTemplate, template_in_use
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook
    from ..maps.field_sheet import Pictures


class Sheets(Protocol):
    """Writes the PDF of a parcel into a folder."""

    def write(self, dossier: Dossier, imagery: Pictures, folder: Path) -> object:
        """Raises :class:`..core.errors.OutputError` when it cannot."""


class SheetsAlgorithm(TubanAlgorithm):
    """``FORM`` is the name of its layout, ``COUNT`` that of the output with how many there are."""

    FOLDER = "FOLDER"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    TEMPLATE = "TEMPLATE"
    FORM = ""
    COUNT = ""

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Layouts and the project's layers belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def sheets(
        self, project: QgsProject, plan: Plan, book: Casebook, form: SheetTemplate
    ) -> Sheets:
        """What writes them."""
        raise NotImplementedError

    def wanted(self, given: Given, dossier: Dossier) -> bool:
        """Whether this parcel was asked for."""
        raise NotImplementedError

    def add_folder(self, help_text: str) -> None:
        """Where they go."""
        behavior = QgsProcessingParameterFile.Behavior.Folder
        self.add(
            QgsProcessingParameterFile(self.FOLDER, tr("Folder"), behavior=behavior), help_text
        )

    def add_imagery_and_form(self) -> None:
        """The pictures and the layout, both of which can be found without asking."""
        for name, label in (
            (self.BEFORE, tr("Imagery before")),
            (self.AFTER, tr("Imagery after")),
        ):
            self.add(
                QgsProcessingParameterRasterLayer(name, label, optional=True),
                tr("Empty: the project's raster that is nearest to the patch's image date."),
            )
        self.add_advanced(
            QgsProcessingParameterFile(
                self.TEMPLATE, tr("Form"), optional=True, fileFilter=tr("Layout template (*.qpt)")
            ),
            tr("A layout template; empty: the office's own, or Tuban's."),
        )

    def work(self, given: Given) -> Dict[str, object]:
        month, folder = given.required_month(self.MONTH), given.folder(self.FOLDER)
        path = given.optional_path(self.TEMPLATE) or template_in_use(Settings(), self.FORM)
        project = given.context.project() or QgsProject.instance()
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
            chosen = self._chosen(given, book.dossiers(month), plan)
            sheets = self.sheets(project, plan, book, SheetTemplate(path))
            for done, dossier in enumerate(chosen):
                check_cancelled(given.progress)
                given.progress.at(done, len(chosen))
                sheets.write(dossier, self._imagery(given, project, dossier), folder)
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), self.COUNT: len(chosen)}

    def _chosen(self, given: Given, dossiers: List[Dossier], plan: Plan) -> List[Dossier]:
        from ..core.legality import military_patches

        hidden = military_patches(dossiers, plan)
        return [
            one for one in dossiers if one.patch.number not in hidden and self.wanted(given, one)
        ]

    def _imagery(self, given: Given, project: QgsProject, dossier: Dossier) -> Pictures:
        from ..maps.field_sheet import imagery_of

        before, after = (
            self.parameterAsRasterLayer(given.parameters, name, given.context)
            for name in (self.BEFORE, self.AFTER)
        )
        if before is not None or after is not None:
            return before, after
        return imagery_of(project, dossier.patch)
