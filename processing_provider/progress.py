"""Algorithm: how far each unit is with a month, as a table, a workbook and a notice to paste."""

from __future__ import annotations

from datetime import date
from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..maps.field_types import INTEGER, TEXT
from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

NUMBERS = ("issued", "checked", "filled", "submitted", "returned", "corrected", "passed")
COLUMNS = {**dict.fromkeys(("unit", "unit_name"), TEXT), **dict.fromkeys(NUMBERS, INTEGER)}


class Progress(TubanAlgorithm):
    """Counts patches by unit as of a day."""

    ID = "progress"
    DAY = "DAY"
    WORKBOOK = "WORKBOOK"
    NOTICE = "NOTICE"
    DUE = "DUE"

    def title(self) -> str:
        return tr("Progress of a month")

    def about(self) -> str:
        return tr(
            "Counts a month's land patches by unit as of a day: issued, checked in the field, "
            "filled in, handed up, returned, corrected, passed.\n"
            "A patch counts once all its parcels are so far, and as returned as soon as one is. "
            "The workbook also has each day and what is due; the notice is the text to paste. "
            "Military patches are not counted. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The days by which a month is handed up and corrected are those of the work plan's "
            "calendar.json; the words of the notice are Tuban's default in oversight.json."
        )

    def words(self) -> List[str]:
        return ["progress", "notice", "进度", "通报", "月清", "月核", "待办"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month that is counted, like 2023-04."))
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-05-16; empty: today."),
        )
        self.add_table(
            tr("Progress"),
            tr("A table without geometry: a row per unit, in a county's casebook per township."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.WORKBOOK,
                tr("Workbook (xlsx)"),
                "Excel (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("Units, days and what is due as sheets in Chinese."),
        )
        self.addOutput(QgsProcessingOutputString(self.NOTICE, tr("The notice")))
        self.addOutput(QgsProcessingOutputNumber(self.DUE, tr("Parcels that are due")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.oversight.notice import in_order, notice_text
        from ..core.oversight.progress import (
            counts_on,
            due_list,
            month_work,
            shared_out,
            unit_names,
        )
        from ..core.oversight.progress_sheet import write_progress

        month = given.required_month(self.MONTH)
        day = given.day(self.DAY) or date.today()
        path = given.optional_destination(self.WORKBOOK)
        with given.casebook(read_only=True) as book:
            plan, office, name = given.plan(book), book.office, book.county_name
            work = shared_out(month_work(book, plan, month, day), office)
        counts = counts_on(work, day)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.NOTICE: notice_text(work, plan, month, day, office, name, chinese),
            self.DUE: len(due_list(work, month, plan, day)),
        }
        if path is not None:
            write_progress(work, plan, month, day, office, path, chinese)
            results[self.WORKBOOK] = str(path)
        names = unit_names(work, plan, chinese)
        rows = [
            [unit, names[unit], *(getattr(counts[unit], name) for name in NUMBERS)]
            for unit in in_order(counts, plan)
        ]
        return {**results, **write_rows(given, COLUMNS, rows)}
