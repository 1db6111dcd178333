"""Algorithm: sheets to paste into the provincial supervision system."""

from __future__ import annotations

from datetime import date
from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm


class SupervisionSheets(TubanAlgorithm):
    """Writes a month's parcels in the order of the system's form."""

    ID = "supervisionsheets"
    SHEETS = "SHEETS"
    PARCELS = "PARCELS"

    def title(self) -> str:
        return tr("Sheets for the supervision system")

    def about(self) -> str:
        return tr(
            "Writes a month's parcels in the order of the provincial supervision system's form.\n"
            "One line of headings, nothing merged: select, copy and paste. The system's own "
            "record number stands beside each parcel, once it is recorded as evidence. Nothing "
            "is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The system has no public interface. Its columns are those of the work plan's "
            "supervision.json, seen in practice, and an office corrects them there. Military "
            "land is left out."
        )

    def words(self) -> List[str]:
        return ["paste", "provincial", "监管系统", "填报", "粘贴"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month to be filled in, like 2023-04."))
        self.add(
            QgsProcessingParameterFileDestination(
                self.SHEETS, tr("Sheets to paste (xlsx)"), "Excel (*.xlsx)"
            ),
            tr("The workbook to write."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.PARCELS, tr("Number of parcels")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission.collecting import collect
        from ..core.submission.provincial import write_sheets

        month, path = given.required_month(self.MONTH), given.destination(self.SHEETS)
        with given.casebook(read_only=True) as book:
            work = collect(book, given.plan(book), month, date.today())
            count = write_sheets(work, path, chinese)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.SHEETS: str(path),
            self.PARCELS: count,
        }
