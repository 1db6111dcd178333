"""Algorithm: how far each unit is with a month, as a table, a workbook and a notice to paste."""

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
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..maps.field_types import INTEGER, TEXT
from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm

if TYPE_CHECKING:
    from ..core.oversight.progress import Counts
    from ..core.plan import Plan

NUMBERS = ("issued", "checked", "filled", "submitted", "returned", "corrected", "passed")


class Progress(TubanAlgorithm):
    """Counts patches by unit as of a day."""

    ID = "progress"
    MONTH = "MONTH"
    DAY = "DAY"
    OUTPUT = "OUTPUT"
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
            "Handed up by the 22nd, corrected by the 25th (work plan 三（二）, 三（三）); the days "
            "are the work plan's, the words of the notice are Tuban's default in oversight.json."
        )

    def words(self) -> List[str]:
        return ["progress", "notice", "进度", "通报", "月清", "月核", "待办"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterString(self.MONTH, tr("Month")),
            tr("The month that is counted, like 2023-04."),
        )
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("The day that is asked about, like 2023-05-16; empty: today."),
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                tr("Progress"),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                createByDefault=True,
            ),
            tr("A table without geometry, one row per unit."),
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
        from ..core.cases.typed import typed_day
        from ..core.oversight.notice import notice_text
        from ..core.oversight.progress import counts_on, due_list, month_work
        from ..core.oversight.progress_sheet import write_progress

        month = given.required_month(self.MONTH)
        typed = typed_day(tr("Date"), given.string(self.DAY)) or date.today().isoformat()
        day, path = date.fromisoformat(typed), given.optional_destination(self.WORKBOOK)
        with given.casebook(read_only=True) as book:
            plan, name = given.plan(book), book.county_name
            work = month_work(book, plan, month, day)
        counts = counts_on(work, day)
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.NOTICE: notice_text(counts, plan, month, day, name),
            self.DUE: len(due_list(work, month, plan, day)),
        }
        if path is not None:
            write_progress(work, plan, month, day, path, chinese)
            results[self.WORKBOOK] = str(path)
        if given.parameters.get(self.OUTPUT) is not None:
            results[self.OUTPUT] = self._written(given, counts, plan)
        return results

    def _written(self, given: Given, counts: Dict[str, Counts], plan: Plan) -> str:
        from ..core.oversight.notice import in_order
        from ..core.oversight.progress import unit_name

        sink, target = self.parameterAsSink(
            given.parameters, self.OUTPUT, given.context, _fields(), QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(given.parameters, self.OUTPUT))
        for unit in in_order(counts, plan):
            feature = QgsFeature(_fields())
            numbers = [getattr(counts[unit], name) for name in NUMBERS]
            feature.setAttributes([unit, unit_name(unit, plan), *numbers])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return target


def _fields() -> QgsFields:
    fields = QgsFields()
    for name in ("unit", "unit_name"):
        fields.append(QgsField(name, TEXT))
    for name in NUMBERS:
        fields.append(QgsField(name, INTEGER))
    return fields
