"""Algorithm: the overview of a month and its year as one HTML file, or as PDF."""

from __future__ import annotations

from datetime import date
from typing import Dict, List

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm


class OverviewOfAMonth(TubanAlgorithm):
    """The same as the window shows, to be looked at without QGIS."""

    ID = "overview"
    DAY = "DAY"
    RATIO = "RATIO"
    LEFT_MU = "LEFT_MU"
    OVERDUE = "OVERDUE"

    def group(self) -> str:
        return tr("The city's papers")

    def groupId(self) -> str:
        return "papers"

    def title(self) -> str:
        return tr("Overview of a month and its year")

    def about(self) -> str:
        return tr(
            "Writes a page in Chinese: how far each county is with the month against its days, "
            "the ratio, what is left to put right, the course of the year, what is due.\n"
            "One HTML file with everything in it, to be shown in a meeting without QGIS: it asks "
            "for nothing from anywhere and names nobody. With the suffix .pdf the same is "
            "printed on A4. Military patches are neither counted nor shown. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Days are those of the work plan's calendar.json. The ratio is counted by "
            "accountability.json: the text of the method is not public, Tuban's default says so "
            "on the page, and it is no official result."
        )

    def words(self) -> List[str]:
        return ["overview", "dashboard", "总览", "一张图", "汇报", "进度", "问责比例"]

    def define(self) -> None:
        self.add_casebook()
        self.add_month(tr("The month that the page is about, like 2023-04."))
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("As of the end of which day, like 2023-04-25; empty: as things stand now."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Page"), "HTML (*.html);;PDF (*.pdf)"
            ),
            tr("The file, as HTML or as PDF."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.RATIO, tr("Ratio that the plan compares, %")))
        self.addOutput(
            QgsProcessingOutputNumber(self.LEFT_MU, tr("Cultivated land to put right, mu"))
        )
        self.addOutput(QgsProcessingOutputNumber(self.OVERDUE, tr("Parcels overdue")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.reports.month_state import read_month
        from ..core.reports.overview import overview
        from ..core.reports.page import write_page
        from ..core.reports.year_state import year_state
        from ..core.statistics import Period, Reach, read_facts
        from ..maps.page_print import write_pdf

        month = given.required_month(self.MONTH)
        day, path = given.day(self.DAY), given.destination(self.OUTPUT)
        with given.casebook(read_only=True) as book:
            plan, office = given.plan(book), book.county_name
            state = read_month(book, plan, month, day or date.today(), chinese)
            reach = Reach.enough_for(Period.to_date(month), ledger=False)
            year = year_state(read_facts(book, plan, day, reach), plan, month, chinese)
        write = write_pdf if path.suffix.lower() == ".pdf" else write_page
        write(overview(state, year, office, chinese).page, path)
        share = year.ratio.table.total.cells[year.ratio.rules.compared].value
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.OUTPUT: str(path),
            self.RATIO: None if share is None else round(float(share), 2),
            self.LEFT_MU: float(year.total("remaining_cultivated")),
            self.OVERDUE: sum(one.days_left(state.day) < 0 for one in state.due),
        }
