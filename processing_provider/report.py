"""Algorithm: the report of a half-year or of a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, List, Optional

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterNumber

from ..maps.words import tr
from .algorithm import Given
from .paper_algorithm import PaperAlgorithm

if TYPE_CHECKING:
    from ..core.reports.papers import Desk, Wanted

KINDS = {"half_year": "06", "annual": "12"}
"""The papers, and the last month of each."""
FIRST_YEAR, LAST_YEAR = 2009, 2100


class Report(PaperAlgorithm):
    """Writes the report of a half-year or year."""

    ID = "report"
    KIND = "KIND"
    YEAR = "YEAR"

    def title(self) -> str:
        return tr("Half-year or annual report")

    def about(self) -> str:
        return tr(
            "Writes the report of the first half-year, or of the year, as a draft.\n"
            "It has what the bulletin has, by months besides, and of a year the cases of earlier "
            "years and the figures for other assessments. A county's casebook gives the county's "
            "report to the city, a city's the city's own."
        )

    def words(self) -> List[str]:
        return ["report", "报告", "半年报告", "年度报告", "工作报告", "docx", "word", "pdf"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterEnum(
                self.KIND,
                tr("Paper"),
                [tr("Report of the first half-year"), tr("Report of the year")],
                defaultValue=0,
            ),
            tr("When each is due stands in the work plan's calendar.json."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.YEAR,
                tr("Year"),
                QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=FIRST_YEAR,
                maxValue=LAST_YEAR,
            ),
            tr("Empty: the year of the casebook's work plan."),
        )
        self.add_cases()
        self.add_papers()

    def wanted(self, given: Given, desk: Desk, day: Optional[date]) -> List[Wanted]:
        from ..core.reports.papers import Wanted

        code = list(KINDS)[given.choice(self.KIND)]
        asked = given.parameters.get(self.YEAR)
        year = desk.plan.year
        if asked is not None:
            year = self.parameterAsInt(given.parameters, self.YEAR, given.context)
        month = f"{year:04d}-{KINDS[code]}"
        return [Wanted(code, month, day, by_hand=self.cases(given))]
