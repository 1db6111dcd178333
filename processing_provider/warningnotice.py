"""Algorithm: warnings to counties whose ratio is high."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, List, Optional

from qgis.core import QgsProcessingParameterString

from ..maps.words import tr
from .algorithm import Given
from .paper_algorithm import PaperAlgorithm

if TYPE_CHECKING:
    from ..core.reports.papers import Desk, Wanted

PAPER = "warning"


class WarningNotice(PaperAlgorithm):
    """Writes a warning notice for a county, or for all that reach a line."""

    ID = "warningnotice"
    UNIT = "UNIT"

    def title(self) -> str:
        return tr("Warning notice")

    def about(self) -> str:
        return tr(
            "Writes a warning to a county's government, as a draft.\n"
            "It has the ratio of illegally occupied cultivated land from January to the month, "
            "before and after deduction, the parcels that weigh most, the course of the year and "
            "where they lie. Without a county one is written for each whose ratio reaches a line "
            "of the plan; there may be none."
        )

    def rule(self) -> str:
        return " ".join(
            [
                super().rule(),
                tr(
                    "Numerator, denominator, deductions and lines are those of the plan's "
                    "accountability.json, which says how sure each is; the text of the method "
                    "that the work plan names is not public."
                ),
            ]
        )

    def words(self) -> List[str]:
        return ["warning", "预警", "提醒", "预警提醒函", "约谈", "问责比例", "docx", "word", "pdf"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The last month that is counted, like 2023-04; the first is January."))
        self.add(
            QgsProcessingParameterString(self.UNIT, tr("County"), optional=True),
            tr("The county's code, like 371502; empty: all that reach a line."),
        )
        self.add_papers()

    def wanted(self, given: Given, desk: Desk, day: Optional[date]) -> List[Wanted]:
        from ..core.reports.papers import Wanted

        month, unit = given.required_month(self.MONTH), given.string(self.UNIT)
        units = [unit] if unit else desk.units(Wanted(PAPER, month, day))
        if not units:
            given.feedback.pushInfo(tr("No county's ratio reaches a line of the plan."))
        return [Wanted(PAPER, month, day, one) for one in units]
