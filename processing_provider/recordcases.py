"""Algorithm: cases from a table."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import Given
from .table_algorithm import TableAlgorithm


class RecordCases(TableAlgorithm):
    """Takes the cases that were written down elsewhere, all rows or none."""

    ID = "recordcases"
    CHANGED = "CHANGED"
    SAME = "SAME"

    def title(self) -> str:
        return tr("Record cases from a table")

    def about(self) -> str:
        return tr(
            "Records cases with stop notice, steps, penalties and transfers from a table.\n"
            "The table has one row per case with the column 案件编号; a new case needs 地块编号 "
            "too, with 、 between several. Further columns are 当事人, 项目或事项, 通知书文号, "
            "通知书日期, 送达对象, 送达日期, 制止结果; each step of the work plan by its name, "
            "such as 立案, for its day and 立案文号 for its document; 不予立案原因 and "
            "不予立案说明; each penalty with 决定, 决定日期, 决定书文号, 执行 or 执行日期 behind "
            "its name, such as 罚款决定; each receiver with 移送内容, 移送文号, 移送日期 or "
            "签收日期 behind its name; each kind of days that do not count with 开始日期, "
            "结束日期 or 不计入原因 behind its name, such as 听证开始日期. An empty cell leaves "
            "what is recorded. A wrong value stops everything, with the row's number, and nothing "
            "is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Steps, reasons, penalties and receivers are those of the work plan's cases.json. All "
            "rows are recorded in one transaction, each part of a case as a change of its own with "
            "what stood there before."
        )

    def words(self) -> List[str]:
        return ["case", "csv", "案件", "立案", "处罚", "移送"]

    def define(self) -> None:
        self.add_casebook()
        self.add_input(tr("Table of cases"))
        self.add_who()
        self.add_numbers(
            (self.CHANGED, tr("Cases that are new or have changed")),
            (self.SAME, tr("Rows that change nothing")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.intake.case_table import cases_from_table

        table, _ = self.recorded(given, cases_from_table)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.CHANGED: table.cases,
            self.SAME: table.same,
        }
