"""Algorithm: a dossier (PDF) for every parcel of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Container, Dict, List

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
)

from ..core.model import Dossier
from ..core.progress import check_cancelled
from ..maps.settings import Settings
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..maps.field_sheet import Pictures


class DossiersOfAMonth(TubanAlgorithm):
    """Writes one PDF per parcel with all that the record says of it."""

    ID = "dossiers"
    MONTH = "MONTH"
    FOLDER = "FOLDER"
    PATCH = "PATCH"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    TEMPLATE = "TEMPLATE"
    DOSSIERS = "DOSSIERS"

    def title(self) -> str:
        return tr("Dossiers")

    def about(self) -> str:
        return tr(
            "Writes a dossier (PDF) for each parcel of a month.\n"
            "It shows the parcel before and after with scale, north and the dates and sources of "
            "the imagery, the overlay, proposal and verdicts with the rules behind them, "
            "evidence, photos with their directions, field check, cases, reviews, earlier work, "
            "the corners' coordinates, the history, and the hashes that it can be checked by. "
            "Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The form is Tuban's own, not an official one, and an office may change it in QGIS. "
            "Military patches get none."
        )

    def words(self) -> List[str]:
        return ["pdf", "print", "report", "档案", "一图一档", "打印"]

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Layouts and the project's layers belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.MONTH, tr("Month")),
            tr("The month whose parcels get a dossier, like 2023-04."),
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the dossiers; each is named after its parcel."),
        )
        self.add(
            QgsProcessingParameterString(self.PATCH, tr("Patch"), optional=True),
            tr("The number of one patch, for all its parcels, or of one parcel; empty: all."),
        )
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
        self.addOutput(QgsProcessingOutputNumber(self.DOSSIERS, tr("Dossiers written")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.legality import military_patches
        from ..maps.dossier_sheet import DossierSheets
        from ..maps.sheet_template import DOSSIER, SheetTemplate, template_in_use

        month, folder = given.required_month(self.MONTH), given.folder(self.FOLDER)
        template = given.optional_path(self.TEMPLATE) or template_in_use(Settings(), DOSSIER)
        project = given.context.project() or QgsProject.instance()
        with given.casebook(read_only=True) as book:
            plan, dossiers = given.plan(book), book.dossiers(month)
            chosen = self._chosen(given, dossiers, military_patches(dossiers, plan))
            sheets = DossierSheets(project, plan, book, SheetTemplate(template))
            for done, dossier in enumerate(chosen):
                check_cancelled(given.progress)
                given.progress.at(done, len(chosen))
                sheets.write(dossier, self._imagery(given, project, dossier), folder)
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), self.DOSSIERS: len(chosen)}

    def _chosen(
        self, given: Given, dossiers: List[Dossier], hidden: Container[str]
    ) -> List[Dossier]:
        wanted = given.string(self.PATCH)
        return [
            one
            for one in dossiers
            if one.patch.number not in hidden
            and wanted in ("", one.patch.number, one.parcel.number)
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
