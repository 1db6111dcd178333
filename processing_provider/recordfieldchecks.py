"""Algorithm: field checks from a table."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import Given
from .table_algorithm import TableAlgorithm


class RecordFieldChecks(TableAlgorithm):
    """Takes the field checks that were written down elsewhere, all rows or none."""

    ID = "recordfieldchecks"
    CHECKED = "CHECKED"
    SAME = "SAME"
    UNCHECKED = "UNCHECKED"

    def title(self) -> str:
        return tr("Record field checks from a table")

    def about(self) -> str:
        return tr(
            "Records field checks that were written down in a table.\n"
            "The table has one row per parcel with the columns 地块编号, 核查人 (names with 、 "
            "between them), 核查日期, 核查方式, and, where known, 现场描述, 实际用途, 建设状态, "
            "建设时间, 用地主体, 主体类型, 责令停止通知书, 制止情况. Ways, stages and kinds are "
            "given by code or by name. Rows without people, day and way are left alone. An "
            "unknown value stops everything, with the row's number, and nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The county checks every patch of the four classes on the ground, one by one. All "
            "rows are recorded in one transaction, each with what stood there before. The value "
            "lists are those of the work plan's field.json, seen in practice and not official."
        )

    def words(self) -> List[str]:
        return ["field check", "csv", "外业", "核查", "实地核查"]

    def define(self) -> None:
        self.add_casebook()
        self.add_input(tr("Table of field checks"))
        self.add_who()
        self.add_numbers(
            (self.CHECKED, tr("Field checks recorded")),
            (self.SAME, tr("Rows that change nothing")),
            (self.UNCHECKED, tr("Rows without a field check")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.intake.field_table import field_checks_from_table

        table, _ = self.recorded(given, field_checks_from_table)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.CHECKED: len(table.events),
            self.SAME: table.same,
            self.UNCHECKED: table.unchecked,
        }
