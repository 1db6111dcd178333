"""Algorithm: evidence from a table."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import Given
from .table_algorithm import TableAlgorithm


class RecordEvidence(TableAlgorithm):
    """Takes the evidence that was written down elsewhere, all rows or none."""

    ID = "recordevidence"
    CHANGED = "CHANGED"
    SAME = "SAME"

    def title(self) -> str:
        return tr("Record evidence from a table")

    def about(self) -> str:
        return tr(
            "Records evidence and answers that were written down in a table.\n"
            "The table has one row per parcel with the column 地块编号 and one column for each "
            "kind of evidence of the work plan, by its name or code, such as 农转用批准文号, "
            "实地情况, 农村道路宽度 or 临时用地到期日. Choices are given by code or by name; an "
            "empty cell leaves what is recorded. An unknown value stops everything, with the "
            "row's number, and nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Evidence is what a proposal rests on besides the overlay, and what a verdict has to "
            "answer before it is handed up. The kinds are those of the work plan's evidence.json. "
            "All rows are recorded in one transaction, each with what stood there before."
        )

    def words(self) -> List[str]:
        return ["evidence", "csv", "举证", "证据", "填报"]

    def define(self) -> None:
        self.add_casebook()
        self.add_input(tr("Table of evidence"))
        self.add_who()
        self.add_numbers(
            (self.CHANGED, tr("Parcels whose evidence has changed")),
            (self.SAME, tr("Rows that change nothing")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.intake.evidence_table import evidence_from_table

        table, _ = self.recorded(given, evidence_from_table)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.CHANGED: len(table.events),
            self.SAME: table.same,
        }
