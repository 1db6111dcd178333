"""Algorithm: a printable field sheet for every parcel of a month."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
)

from ..core.legality import military_patches
from ..core.model import Dossier, Patch
from ..core.progress import check_cancelled
from ..maps.field_sheet import FieldSheets
from ..maps.imagery import Imagery, choose
from ..maps.words import tr
from .algorithm import Given, TubanAlgorithm


class FieldSheetsOfAMonth(TubanAlgorithm):
    """Writes one PDF per parcel: maps, facts, figures, field check, photos."""

    ID = "fieldsheets"
    MONTH = "MONTH"
    FOLDER = "FOLDER"
    PARCEL = "PARCEL"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
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
        self.addOutput(QgsProcessingOutputNumber(self.SHEETS, tr("Sheets written")))

    def work(self, given: Given) -> Dict[str, object]:
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
        sheets = FieldSheets(project, plan, book.path.parent)
        for done, dossier in enumerate(chosen):
            check_cancelled(given.progress)
            given.progress.at(done, len(chosen))
            before, after = self._imagery(given, project, dossier)
            sheets.write(dossier, before, after, folder)
        return {self.CASEBOOK: str(given.path(self.CASEBOOK)), self.SHEETS: len(chosen)}

    def _imagery(
        self, given: Given, project: QgsProject, dossier: Dossier
    ) -> List[Optional[QgsMapLayer]]:
        names = (self.BEFORE, self.AFTER)
        found = [self.parameterAsRasterLayer(given.parameters, n, given.context) for n in names]
        if any(found):
            return found
        return imagery_of(project, dossier.patch)


def imagery_of(project: QgsProject, patch: Patch) -> List[Optional[QgsMapLayer]]:
    """The project's rasters before and after, as the dock chooses them."""
    pair = choose(Imagery(project).epochs(), patch.before_date, patch.after_date)
    return [
        project.mapLayer(one.layer_id) if one is not None else None
        for one in (pair.before, pair.after)
    ]
