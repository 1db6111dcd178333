"""Algorithm: signs of untruth in a month, as a table."""

from __future__ import annotations

from datetime import date
from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
)

from ..maps.field_types import TEXT
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

COLUMNS = dict.fromkeys(("parcel_number", "sign", "title", "message"), TEXT)


class Signs(TubanAlgorithm):
    """Points out, concludes nothing."""

    ID = "signs"
    COUNT = "COUNT"

    def title(self) -> str:
        return tr("Signs of untruth")

    def about(self) -> str:
        return tr(
            "Points out what a person should look at in a month's land patches.\n"
            "A photo for two patches, photos taken elsewhere or too early, “unchanged” where the "
            "issued class says that something was built, the same text in many patches, what was "
            "changed after it was passed, areas that moved after handing up. None of it says that "
            "anything is untrue. Military patches are left out. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr("The thresholds are Tuban's defaults in the work plan's oversight.json.")

    def words(self) -> List[str]:
        return ["signs", "fraud", "疑点", "弄虚作假", "雷同", "照片"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month that is looked at, like 2023-04."))
        self.add_table(tr("Signs"), tr("A table without geometry, one row per sign and parcel."))
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Signs")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.oversight.signs import SIGNS, signs_of

        month = given.required_month(self.MONTH)
        with given.casebook(read_only=True) as book:
            found = signs_of(book, given.plan(book), month, date.today(), given.progress)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.COUNT: len(found),
        }
        rows = [
            [one.subject, one.check, say(SIGNS[one.check][0]), say(one.message)] for one in found
        ]
        return {**results, **write_rows(given, COLUMNS, rows)}
