"""Algorithm: a dossier (PDF) for every parcel of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterString, QgsProject

from ..core.model import Dossier
from ..core.plan import Plan
from ..maps.sheet_template import DOSSIER, SheetTemplate
from ..maps.words import tr
from .algorithm import Given
from .sheets_algorithm import Sheets, SheetsAlgorithm

if TYPE_CHECKING:
    from ..core.casebook import Casebook


class DossiersOfAMonth(SheetsAlgorithm):
    """Writes one PDF per parcel with all that the record says of it."""

    ID = "dossiers"
    PATCH = "PATCH"
    FORM = DOSSIER
    COUNT = "DOSSIERS"

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

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month whose parcels get a dossier, like 2023-04."))
        self.add_folder(tr("Where to put the dossiers; each is named after its parcel."))
        self.add(
            QgsProcessingParameterString(self.PATCH, tr("Patch"), optional=True),
            tr("The number of one patch, for all its parcels, or of one parcel; empty: all."),
        )
        self.add_imagery_and_form()
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Dossiers written")))

    def sheets(
        self, project: QgsProject, plan: Plan, book: Casebook, form: SheetTemplate
    ) -> Sheets:
        from ..maps.dossier_sheet import DossierSheets

        return DossierSheets(project, plan, book, form)

    def wanted(self, given: Given, dossier: Dossier) -> bool:
        return given.string(self.PATCH) in ("", dossier.patch.number, dossier.parcel.number)
