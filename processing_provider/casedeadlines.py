"""Algorithm: what is due and overdue in the cases, as a table and as lists to print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Dict, List

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..maps.field_types import INTEGER, TEXT
from ..maps.words import chinese, say, term, tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.cases import Due

COLUMNS = (
    *("case_number", "actor", "parcels", "state", "state_code", "step", "term"),
    *("start", "last_day", "days_left", "article", "origin", "certain"),
)


class CaseDeadlines(TubanAlgorithm):
    """The open terms of all cases as of a day."""

    ID = "casedeadlines"
    DAY = "DAY"
    OUTPUT = "OUTPUT"
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
            "says so."
        )

    def words(self) -> List[str]:
        return ["case", "deadline", "案件", "期限", "逾期", "到期", "立案"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-05-16; empty: today."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                tr("Terms"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr("A table without geometry, one row per open term."),
        )
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
        for name, label in (
            (self.OVERDUE, tr("Overdue")),
            (self.DUE, tr("Due")),
            (self.WAITING, tr("Not before")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.cases import State, due_items
        from ..core.cases.typed import typed_day
        from ..core.submission.case_lists import ordinary_cases, write_case_lists

        day = typed_day(tr("Date"), given.string(self.DAY)) or date.today().isoformat()
        as_of, lists = date.fromisoformat(day), given.optional_destination(self.LISTS)
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
            found = due_items(ordinary_cases(book, plan), plan, as_of)
            if lists is not None:
                write_case_lists(book, plan, as_of, lists, chinese)
        results: Dict[str, object] = {self.CASEBOOK: str(given.path(self.CASEBOOK))}
        if lists is not None:
            results[self.LISTS] = str(lists)
        if given.parameters.get(self.OUTPUT) is not None:
            results[self.OUTPUT] = self._written(given, found, as_of)
        for name, state in (
            (self.OVERDUE, State.OVERDUE),
            (self.DUE, State.DUE),
            (self.WAITING, State.WAITING),
        ):
            results[name] = sum(one.state is state for one in found)
        return results

    def _written(self, given: Given, found: List[Due], as_of: date) -> str:
        sink, target = self.parameterAsSink(
            given.parameters, self.OUTPUT, given.context, _fields(), QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(given.parameters, self.OUTPUT))
        for one in found:
            sink.addFeature(_feature(one, as_of), QgsFeatureSink.Flag.FastInsert)
        return target


def _fields() -> QgsFields:
    fields = QgsFields()
    for name in COLUMNS:
        fields.append(QgsField(name, INTEGER if name == "days_left" else TEXT))
    return fields


def _feature(one: Due, as_of: date) -> QgsFeature:
    case = one.file.case
    feature = QgsFeature(_fields())
    feature.setAttributes(
        [
            *(case.number, case.actor, "、".join(case.parcels)),
            *(say(one.state.label), one.state.value, term(one.step), term(one.label)),
            *(one.start.isoformat(), one.due.isoformat(), one.days_left(as_of)),
            *(one.article, say(one.origin.label), "yes" if one.certain else "no"),
        ]
    )
    return feature
