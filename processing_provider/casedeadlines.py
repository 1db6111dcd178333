"""Algorithm: what is due and overdue in the cases, as a table and as lists to print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..maps.field_types import INTEGER, TEXT
from ..maps.words import chinese, say, term, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from ..core.cases import Due

COLUMNS = {
    **dict.fromkeys(("case_number", "actor", "parcels", "state", "state_code", "step"), TEXT),
    **dict.fromkeys(("term", "start", "last_day"), TEXT),
    "days_left": INTEGER,
    **dict.fromkeys(("article", "origin", "certain", "not_counted"), TEXT),
}


class CaseDeadlines(TubanAlgorithm):
    """The open terms of all cases as of a day."""

    ID = "casedeadlines"
    DAY = "DAY"
    LISTS = "LISTS"
    OVERDUE = "OVERDUE"
    DUE = "DUE"
    WAITING = "WAITING"

    def title(self) -> str:
        return tr("Terms of cases: due and overdue")

    def about(self) -> str:
        return tr(
            "Lists what is due, overdue or has to wait in the cases as of a day.\n"
            "Each row has the case, the step, the term with the day it counts from, the last day, "
            "the days left, and the article of law or other source of the term. The workbook has "
            "the terms, the cases, the penalties and the transfers, set up to be printed. Cases "
            "with military land are left out. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The terms are those of the work plan's cases.json, each with its source. The day of "
            "the event does not count. Working days leave out the weekends and holidays of the "
            "work plan's list; of a year that it does not list only the weekends, and the row "
            "says so. Days that a case records as not counting (a hearing, an appraisal, a public "
            "notice) move the terms that the work plan names, and the row says which and why."
        )

    def words(self) -> List[str]:
        return ["case", "deadline", "案件", "期限", "逾期", "到期", "立案"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-05-16; empty: today."),
        )
        self.add_table(tr("Terms"), tr("A table without geometry, one row per open term."))
        self.add(
            QgsProcessingParameterFileDestination(
                self.LISTS,
                tr("Lists to print (xlsx)"),
                "Excel (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("Terms, cases, penalties and transfers as sheets in Chinese."),
        )
        self.add_numbers(
            (self.OVERDUE, tr("Overdue")),
            (self.DUE, tr("Due")),
            (self.WAITING, tr("Not before")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.cases import State, due_items
        from ..core.submission.case_lists import ordinary_cases, write_case_lists

        as_of = given.day(self.DAY) or date.today()
        lists = given.optional_destination(self.LISTS)
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
            found = due_items(ordinary_cases(book, plan), plan, as_of)
            if lists is not None:
                write_case_lists(book, plan, as_of, lists, chinese)
        results: Dict[str, object] = {self.CASEBOOK: str(given.path(self.CASEBOOK))}
        if lists is not None:
            results[self.LISTS] = str(lists)
        results.update(write_rows(given, COLUMNS, (_row(one, as_of) for one in found)))
        for name, state in (
            (self.OVERDUE, State.OVERDUE),
            (self.DUE, State.DUE),
            (self.WAITING, State.WAITING),
        ):
            results[name] = sum(one.state is state for one in found)
        return results


def _row(one: Due, as_of: date) -> List[object]:
    case = one.file.case
    return [
        *(case.number, case.actor, "、".join(case.parcels)),
        *(say(one.state.label), one.state.value, term(one.step), term(one.label)),
        *(one.start.isoformat(), one.due.isoformat(), one.days_left(as_of)),
        *(one.article, say(one.origin.label), "yes" if one.certain else "no"),
        "\n".join(say(stop.told) for stop in one.stopped),
    ]
