"""Algorithm: the month's submission package."""

from __future__ import annotations

from typing import Dict, List, Optional

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm


class ExportSubmission(TubanAlgorithm):
    """Writes the package that is handed up, once no error stands against it."""

    ID = "exportsubmission"
    FOLDER = "FOLDER"
    PATCHES = "PATCHES"
    PACKAGE = "PACKAGE"
    SHA256 = "SHA256"
    PARCELS = "PARCELS"

    def title(self) -> str:
        return tr("Export submission")

    def about(self) -> str:
        return tr(
            "Writes the month's submission package: one zip with everything that is handed up.\n"
            "It holds patches and parcels as shapefiles (GBK, EPSG:4490), the forms as Excel "
            "workbooks, the photos and a manifest with the SHA-256 of every member and of the "
            "journal's head. The checks run first; while an error stands nothing is written, and "
            "the errors are listed."
        )

    def rule(self) -> str:
        return tr(
            "The county hands a month up by the day the work plan sets. Military patches are "
            "left out, and the package is refused if one would get in. The same casebook gives "
            "the same bytes."
        )

    def words(self) -> List[str]:
        return ["export", "package", "submission", "上报成果包", "导出"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month to be handed up, like 2023-04."))
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Where to put the package; its file name is set by the work plan."),
        )
        self.add_advanced(
            QgsProcessingParameterString(self.PATCHES, tr("Only these patches"), optional=True),
            tr("Numbers with commas between, to hand up patch by patch; empty: the whole month."),
        )
        self.add_who()
        self.addOutput(QgsProcessingOutputFile(self.PACKAGE, tr("The package")))
        self.addOutput(QgsProcessingOutputString(self.SHA256, tr("SHA-256 of the package")))
        self.addOutput(QgsProcessingOutputNumber(self.PARCELS, tr("Parcels in the package")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission import write_package

        month = given.required_month(self.MONTH)
        with given.casebook() as book:
            package = write_package(
                book,
                given.plan(book),
                month,
                given.folder(self.FOLDER),
                chinese,
                given.progress,
                patches=self._patches(given),
            )
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.PACKAGE: str(package.path),
            self.SHA256: package.sha256,
            self.PARCELS: package.parcel_count,
        }

    def _patches(self, given: Given) -> Optional[List[str]]:
        return given.names(self.PATCHES) or None
