"""Algorithm: a printable field sheet for every parcel of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterString, QgsProject

from ..core.model import Dossier
from ..core.plan import Plan
from ..maps.sheet_template import FIELD_SHEET, SheetTemplate
from ..maps.words import tr
from .algorithm import Given
from .sheets_algorithm import Sheets, SheetsAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook


class FieldSheetsOfAMonth(SheetsAlgorithm):
    """Writes one PDF per parcel: maps, facts, figures, field check, photos."""

    ID = "fieldsheets"
    PARCEL = "PARCEL"
    FORM = FIELD_SHEET
    COUNT = "SHEETS"

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

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose parcels get a sheet, like 2023-04."))
        self.add_folder(tr("Where to put the sheets; each is named after its parcel."))
        self.add(
            QgsProcessingParameterString(self.PARCEL, tr("Parcel"), optional=True),
            tr("The number of one parcel; empty: all parcels of the month."),
        )
        self.add_imagery_and_form()
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Sheets written")))

    def sheets(
        self, project: QgsProject, plan: Plan, book: Casebook, form: SheetTemplate
    ) -> Sheets:
        from ..maps.field_sheet import FieldSheets

        return FieldSheets(project, plan, book.path.parent, form)

    def wanted(self, given: Given, dossier: Dossier) -> bool:
        return given.string(self.PARCEL) in ("", dossier.parcel.number)
