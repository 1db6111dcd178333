"""Algorithm: reserve quota to be frozen and to be set free."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import QgsProcessingOutputNumber

from ..maps.field_types import INTEGER, REAL, TEXT
from ..maps.words import chinese, say, tr
from .algorithm import Given
from .ledger import number
from .ledger_algorithm import LedgerAlgorithm
from .result_table import write_rows

COLUMNS = {
    "key": TEXT,
    "year": INTEGER,
    **dict.fromkeys(("county", "patch", "parcel", "state", "state_code"), TEXT),
    **dict.fromkeys(("cultivated_mu", "to_freeze_mu"), REAL),
    **dict.fromkeys(("since", "frozen_on", "frozen_document"), TEXT),
    **dict.fromkeys(("free_since", "freed_on", "freed_document"), TEXT),
}


class FreezeList(LedgerAlgorithm):
    """两平衡一冻结: case by case, with the days of both."""

    ID = "freezelist"
    WORKBOOK = "WORKBOOK"
    TO_FREEZE, TO_FREE = "TO_FREEZE", "TO_FREE"

    def title(self) -> str:
        return tr("Quota to be frozen and set free")

    def about(self) -> str:
        return tr(
            "Lists the cases for which reserve quota is to be frozen, is frozen, or is to be set "
            "free.\n"
            "Each has the cultivated land that was taken and how much of it is not put right, "
            "since when it is to be frozen, when it was, since when it can be set free, and when "
            "it was, with the documents. Military land is left out. Nothing is recorded; the days "
            "are recorded in the window of the ledger."
        )

    def rule(self) -> str:
        return tr(
            "工作方案 四（六）: for building on cultivated land against the law the quota in the "
            "reserve of its place is frozen first, and set free once it is dealt with and put "
            "right: when its case is closed. Which subcategories are no building is Tuban's "
            "default in ledger.json."
        )

    def words(self) -> List[str]:
        return ["quota", "freeze", "冻结", "解冻", "两平衡一冻结", "补充耕地指标"]

    def define(self) -> None:
        self.add_casebook()
        self.add_day()
        self.add_table(tr("Freeze list"), tr("A table without geometry, one row per case."))
        self.add_workbook(self.WORKBOOK, tr("Freeze list (xlsx)"), tr("The form, in Chinese."))
        self.addOutput(
            QgsProcessingOutputNumber(self.TO_FREEZE, tr("Cultivated land to be frozen, mu"))
        )
        self.addOutput(
            QgsProcessingOutputNumber(self.TO_FREE, tr("Cultivated land to be set free, mu"))
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.ledger.freezing import FreezeState, by_place, freeze_rows
        from ..core.ledger.ledger import ledger_of
        from ..core.ledger.sheets import write_form

        path, day = self.target(given, self.WORKBOOK), self.day(given)
        with given.casebook(read_only=True) as book:
            plan, place = given.plan(book), book.county_name
            cases = ledger_of(book, plan)
        rows = freeze_rows(cases)
        sums = [one for _, one in by_place(rows)]
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.TO_FREEZE: float(sum(one[FreezeState.TO_FREEZE] for one in sums)),
            self.TO_FREE: float(sum(one[FreezeState.TO_FREE] for one in sums)),
        }
        if path is not None:
            write_form("freezing", cases, place, day, plan, path, chinese)
            results[self.WORKBOOK] = str(path)
        return {**results, **write_rows(given, COLUMNS, map(_row, rows))}


def _row(row) -> List[object]:
    case, freezing = row.case, row.freezing
    return [
        *(case.subject, case.year, case.county_name, case.patch, case.parcel),
        *(say(row.state.label), row.state.value),
        *(number(case.areas.cultivated_mu), number(row.to_freeze_mu)),
        *(row.since, freezing.frozen_on, freezing.frozen_document),
        *(row.free_since, freezing.freed_on, freezing.freed_document),
    ]
