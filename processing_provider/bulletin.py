"""Algorithm: the month's bulletin, or the notice of its progress."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, List, Optional

from qgis.core import QgsProcessingParameterEnum

from ..maps.words import tr
from .algorithm import Given
from .paper_algorithm import PaperAlgorithm

if TYPE_CHECKING:
    from ..core.reports.papers import Desk, Wanted

KINDS = ("bulletin", "progress")


class Bulletin(PaperAlgorithm):
    """Writes the paper of a month."""

    ID = "bulletin"
    KIND = "KIND"

    def title(self) -> str:
        return tr("Monthly bulletin")

    def about(self) -> str:
        return tr(
            "Writes the bulletin of a month, or the notice of its progress, as a draft.\n"
            "Word and PDF have progress, verdicts, illegal land, the ratio, what is put right, "
            "cases, returns, typical cases, charts and maps; the workbook has the same tables "
            "with live sums. The JSON file tells of every printed figure which cell of which "
            "table it is and which parcels are behind it."
        )

    def words(self) -> List[str]:
        return ["bulletin", "通报", "月度通报", "进度通报", "公开通报", "docx", "word", "pdf"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month that the paper is about, like 2023-04."))
        self.add(
            QgsProcessingParameterEnum(
                self.KIND,
                tr("Paper"),
                [tr("Monthly bulletin"), tr("Notice of progress")],
                defaultValue=0,
            ),
            tr("The bulletin is for after the month's review, the notice for before."),
        )
        self.add_cases()
        self.add_papers()

    def wanted(self, given: Given, desk: Desk, day: Optional[date]) -> List[Wanted]:
        from ..core.reports.papers import Wanted

        code, month = KINDS[given.choice(self.KIND)], given.required_month(self.MONTH)
        return [Wanted(code, month, day, by_hand=self.cases(given))]
