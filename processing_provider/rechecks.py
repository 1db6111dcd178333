"""Algorithm: which finished parcels are to be looked at again, and when."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import QgsProcessingOutputNumber

from ..maps.field_types import INTEGER, TEXT
from ..maps.words import term, tr
from .algorithm import Given
from .ledger_algorithm import LedgerAlgorithm
from .result_table import write_rows

COLUMNS = {
    **dict.fromkeys(("parcel", "patch", "patch_month", "cycle", "cycle_code"), TEXT),
    **dict.fromkeys(("month", "due", "last", "person"), TEXT),
    "days_left": INTEGER,
    "origin": TEXT,
}


class Rechecks(LedgerAlgorithm):
    """复核 by the plan's cycles and the terms of the evidence."""

    ID = "rechecks"
    DUE, OVERDUE = "DUE", "OVERDUE"

    def title(self) -> str:
        return tr("Rechecks that are due")

    def about(self) -> str:
        return tr(
            "Lists the parcels that are to be looked at again, by month and person.\n"
            "Facility land, temporary land, rural roads, unchanged and recultivated parcels are "
            "looked at in the cycles of the work plan; temporary land also when its term ends and "
            "when it has to be reclaimed. A cycle counts on from its last recheck. With a month "
            "only what is due up to its end is listed. Military land is left out. Nothing is "
            "recorded."
        )

    def rule(self) -> str:
        return tr(
            "工作方案 四（六）; how many months a cycle has is the work plan's figure in "
            "recheck.json, marked where it is Tuban's default. The term of temporary land is the "
            "recorded day of the evidence; it is reclaimed within a year after it: "
            "《土地管理法实施条例》 第二十条."
        )

    def words(self) -> List[str]:
        return ["recheck", "cycle", "复核", "周期", "临时用地", "设施农业"]

    def define(self) -> None:
        self.add_casebook()
        self.add_day()
        self.add_month(tr("The month up to whose end is asked, like 2024-04; empty: all."), True)
        self.add_table(tr("Rechecks"), tr("A table without geometry, one row per recheck."))
        self.addOutput(QgsProcessingOutputNumber(self.DUE, tr("Rechecks listed")))
        self.addOutput(QgsProcessingOutputNumber(self.OVERDUE, tr("Rechecks that are overdue")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.ledger.rechecking import rechecks_of

        day, month = self.day(given), given.month(self.MONTH)
        with given.casebook(read_only=True) as book:
            found = rechecks_of(book, given.plan(book))
        wanted = [one for one in found if not month or one.month <= month]
        rows = [
            [
                *(one.number, one.dossier.patch.number, one.dossier.patch.month),
                *(term(one.what.rule.label), one.what.rule.code),
                *(one.month, one.what.due.isoformat(), one.what.last, one.person),
                *(one.days_left(day), one.what.rule.origin.value),
            ]
            for one in wanted
        ]
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.DUE: len(wanted),
            self.OVERDUE: sum(one.days_left(day) < 0 for one in wanted),
            **write_rows(given, COLUMNS, rows),
        }
