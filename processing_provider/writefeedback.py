"""Algorithm: the city's feedback on a county's month."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm


class WriteFeedback(TubanAlgorithm):
    """Writes the list to print and the package that the county reads."""

    ID = "writefeedback"
    UNIT = "UNIT"
    FOLDER = "FOLDER"
    PACKAGE = "PACKAGE"
    LIST = "LIST"
    PARCELS = "PARCELS"
    RETURNED = "RETURNED"

    def title(self) -> str:
        return tr("Write feedback (city)")

    def about(self) -> str:
        return tr(
            "Writes the city's feedback on a county's month: a list and a package.\n"
            "The list (xlsx) has every parcel with the outcome, coded reasons, deadline, and "
            "the county's, the city's and the final verdict, returned parcels first. The county "
            "reads the package into its casebook with “Read feedback”."
        )

    def rule(self) -> str:
        return tr(
            "The city feeds the outcome of its desk review back as a list. Military patches are "
            "left out."
        )

    def words(self) -> List[str]:
        return ["return", "review", "list", "清单化反馈", "退回", "审核"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.UNIT, tr("Unit")),
            tr("Code of the county or branch, as the work plan lists it."),
        )
        self.add_month(tr("The month that was reviewed, like 2023-04."))
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put list and package; their names are set by the work plan."),
        )
        self.add_who()
        self.addOutput(QgsProcessingOutputFile(self.PACKAGE, tr("The package")))
        self.addOutput(QgsProcessingOutputFile(self.LIST, tr("The list")))
        self.addOutput(QgsProcessingOutputNumber(self.PARCELS, tr("Parcels in the feedback")))
        self.addOutput(QgsProcessingOutputNumber(self.RETURNED, tr("Parcels returned")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.receiving import write_feedback

        month, folder = given.required_month(self.MONTH), given.folder(self.FOLDER)
        with given.casebook() as book:
            written = write_feedback(
                *(book, given.plan(book), given.string(self.UNIT), month, folder, chinese),
                given.progress,
            )
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.PACKAGE: str(written.package),
            self.LIST: str(written.sheet),
            self.PARCELS: written.parcel_count,
            self.RETURNED: written.returned_count,
        }
