"""Algorithm: a printable field sheet for every parcel of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

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


class FieldSheetsOfAMonth(TubanAlgorithm):
    """Writes one PDF per parcel: maps, facts, figures, field check, photos."""

    ID = "fieldsheets"
    MONTH = "MONTH"
    FOLDER = "FOLDER"
    PARCEL = "PARCEL"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    TEMPLATE = "TEMPLATE"
    SHEETS = "SHEETS"

    def title(self) -> str:
        return tr("Field sheets")

    def about(self) -> str:
        return tr(
            "Writes a printable field-check sheet (PDF) for each parcel of a month.\n"
            "A sheet shows the parcel on the imagery before and after, the issued facts, the "
            "figures, the field check and up to four photos the right way up. What is not known "
            "yet stays blank, to be filled in by hand. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The county checks every patch on the ground, one by one. The sheet is Tuban's own, "
            "not an official form. Military patches get none."
        )

    def words(self) -> List[str]:
        return ["pdf", "print", "外业", "核查表", "打印"]

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Layouts and the project's layers belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.MONTH, tr("Month")),
            tr("The month whose parcels get a sheet, like 2023-04."),
        )
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the sheets; each is named after its parcel."),
        )
        self.add(
            QgsProcessingParameterString(self.PARCEL, tr("Parcel"), optional=True),
            tr("The number of one parcel; empty: all parcels of the month."),
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
        self.addOutput(QgsProcessingOutputNumber(self.SHEETS, tr("Sheets written")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.legality import military_patches
        from ..maps.field_sheet import FieldSheets
        from ..maps.sheet_template import FIELD_SHEET, SheetTemplate, template_in_use

        month, folder = given.required_month(self.MONTH), given.folder(self.FOLDER)
        with given.casebook(read_only=True) as book:
            plan, dossiers = given.plan(book), book.dossiers(month)
        wanted = given.string(self.PARCEL)
        hidden = military_patches(dossiers, plan)
        chosen = [
            one
            for one in dossiers
            if one.patch.number not in hidden and wanted in ("", one.parcel.number)
        ]
        project = given.context.project() or QgsProject.instance()
        template = given.optional_path(self.TEMPLATE) or template_in_use(Settings(), FIELD_SHEET)
        sheets = FieldSheets(project, plan, book.path.parent, SheetTemplate(template))
        for done, dossier in enumerate(chosen):
            check_cancelled(given.progress)
            given.progress.at(done, len(chosen))
            sheets.write(dossier, self._imagery(given, project, dossier), folder)
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), self.SHEETS: len(chosen)}

    def _imagery(self, given: Given, project: QgsProject, dossier: Dossier) -> Pictures:
        from ..maps.field_sheet import imagery_of

        before, after = (
            self.parameterAsRasterLayer(given.parameters, name, given.context)
            for name in (self.BEFORE, self.AFTER)
        )
        if before is not None or after is not None:
            return before, after
        return imagery_of(project, dossier.patch)
