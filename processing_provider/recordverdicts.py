"""Algorithm: verdicts from a table."""

from __future__ import annotations

from typing import Dict, List

from ..maps.words import tr
from .algorithm import Given
from .table_algorithm import TableAlgorithm
from .table_input import file_given, rows_given


class RecordVerdicts(TableAlgorithm):
    """Takes what was judged elsewhere, all rows or none."""

    ID = "recordverdicts"
    JUDGED = "JUDGED"
    SAME = "SAME"
    UNJUDGED = "UNJUDGED"

    def title(self) -> str:
        return tr("Record verdicts from a table")

    def about(self) -> str:
        return tr(
            "Records verdicts and flags that were written down in a table.\n"
            "The table has one row per parcel with the columns 地块编号, 判定类型, 判定细类, "
            "判断依据说明 and one column per flag (SFLZGD, SFDPF, SFWHZJ, SFJJXM, SFBZFA, SFYLFY) "
            "with 是, 否 or 不适用. Categories and subcategories are given by code or by name. A "
            "form of the package that an office program has saved is read by its headings, in "
            "whatever order. "
            "Rows without a category are left alone. An unknown value stops everything, with the "
            "row's number, and nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The county's verdict; those of the city and the final one stay as they are. All "
            "rows are recorded in one transaction, each with what stood there before. The six "
            "flags are mandatory where cultivated land is occupied illegally; “不适用” is not "
            "“否”."
        )

    def words(self) -> List[str]:
        return ["verdict", "judge", "csv", "判定", "合法性", "六个是否"]

    def define(self) -> None:
        self.add_casebook()
        self.add_input(tr("Table of verdicts"))
        self.add_who()
        self.add_numbers(
            (self.JUDGED, tr("Verdicts recorded")),
            (self.SAME, tr("Rows that change nothing")),
            (self.UNJUDGED, tr("Rows without a category")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.intake.verdict_table import all_or_none, verdicts_from_table
        from ..core.submission.edited_form import verdicts_from_form

        file = file_given(given, self.INPUT)
        with given.casebook() as book:
            plan = given.plan(book)
            if file is not None:
                path, sheet = file
                form = verdicts_from_form(path, book, plan, given.progress, sheet)
                table = all_or_none(form.given)
            else:
                rows = rows_given(given, self.INPUT)
                table = verdicts_from_table(rows, book, plan, progress=given.progress)
            if table.events:
                book.record(table.events, given.progress)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.JUDGED: table.judged,
            self.SAME: table.same,
            self.UNJUDGED: table.unjudged,
        }
