"""Algorithm: an export of the provincial supervision system against the casebook."""

from __future__ import annotations

from datetime import date
from typing import Dict, List

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)

from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm
from .table_input import rows_given


class CompareExport(TubanAlgorithm):
    """Shows field by field what the system's export says otherwise; changes nothing."""

    ID = "compareexport"
    EXPORT = "EXPORT"
    DIFFERENCES = "DIFFERENCES"
    FAMILY = "FAMILY"
    COMPARED = "COMPARED"
    DIFFERENCE_COUNT = "DIFFERENCE_COUNT"

    def title(self) -> str:
        return tr("Compare with the supervision system")

    def about(self) -> str:
        return tr(
            "Compares an export of the provincial supervision system with the casebook.\n"
            "Which export it is, is known by its columns. Each field that differs is listed with "
            "both sides and the row of the export; what only one side says is in doubt. The "
            "system's states are a sheet of their own. Nothing in the casebook is changed."
        )

    def rule(self) -> str:
        return tr(
            "Columns, states and the tolerance of areas are those of the work plan's "
            "supervision.json. Full-width and half-width signs are the same. Rows of divided "
            "patches are left out where their parts follow; military land is not shown."
        )

    def words(self) -> List[str]:
        return ["compare", "export", "监管系统", "导出表", "比对"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month that the export is about, like 2023-04."))
        self.add(
            QgsProcessingParameterFeatureSource(
                self.EXPORT, tr("Export"), [QgsProcessing.SourceType.TypeVector]
            ),
            tr("The exported table, as xlsx or CSV, with its headings in the first row."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.DIFFERENCES, tr("Differences (xlsx)"), "Excel (*.xlsx)"
            ),
            tr("The workbook to write."),
        )
        self.addOutput(QgsProcessingOutputString(self.FAMILY, tr("Which export it is")))
        self.addOutput(QgsProcessingOutputNumber(self.COMPARED, tr("Parcels compared")))
        self.addOutput(QgsProcessingOutputNumber(self.DIFFERENCE_COUNT, tr("Lines of the list")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.submission.collecting import collect
        from ..core.submission.provincial import compare, write_differences

        month, path = given.required_month(self.MONTH), given.destination(self.DIFFERENCES)
        table = rows_given(given, self.EXPORT)
        with given.casebook(read_only=True) as book:
            work = collect(book, given.plan(book), month, date.today())
        found = compare(table, work, chinese)
        write_differences(found, work, path, chinese)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.DIFFERENCES: str(path),
            self.FAMILY: found.family.code,
            self.COMPARED: found.compared,
            self.DIFFERENCE_COUNT: len(found.differences),
        }
