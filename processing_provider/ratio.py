"""Algorithm: the share of cultivated land taken illegally, before and after deduction."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import QgsProcessingParameterString

from ..core.errors import InputError
from ..core.text import text
from ..maps.words import term, tr
from .algorithm import Given
from .counting_algorithm import CountingAlgorithm

if TYPE_CHECKING:
    from ..core.plan import Plan
    from ..core.statistics import Facts, Period, Table


class RatioOfAPeriod(CountingAlgorithm):
    """Counts the ratio of ``accountability.json``."""

    ID = "ratio"
    ASSUMED = "ASSUMED"

    def title(self) -> str:
        return tr("Ratio of illegally taken cultivated land")

    def about(self) -> str:
        return tr(
            "Counts how much of the cultivated land that new building takes is taken illegally, "
            "before and after deduction, by county, township, month or year.\n"
            "Parcels may be assumed to be put right by the cut-off, to see what the ratio would "
            "be. Where nothing is taken there is no ratio, and a dash. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "Numerator, denominator, deductions and lines are those of the work plan's "
            "accountability.json, each with its source and how sure it is. The text of the "
            "method that the work plan names is not public: this is no official result."
        )

    def words(self) -> List[str]:
        return ["ratio", "accountability", "问责比例", "违法占用耕地比例", "预警", "扣减"]

    def define(self) -> None:
        self.add_casebook()
        self.add_period()
        self.add(
            QgsProcessingParameterString(self.ASSUMED, tr("Assumed put right"), optional=True),
            tr("Numbers of parcels, separated by commas: what if these were put right in time."),
        )
        self.add_results()

    def tables(self, given: Given, facts: Facts, plan: Plan, period: Period) -> List[Table]:
        from ..core.statistics import ratio, ratio_rules

        assumed = given.names(self.ASSUMED)
        for number in assumed:
            if number not in facts.numbers:
                raise InputError(text("There is no parcel {number} to be counted.", number=number))
        rules, by = ratio_rules(plan), self.rows_by(given) or "unit"
        found = ratio(facts, rules, period, by, self.units(given, facts), assumed)
        given.feedback.pushWarning(term(rules.method))
        for row in found.table.every_row():
            line = found.line(row.code)
            if line is not None:
                name, label = row.label or tr("Total"), line.label.in_language(tr("en"))
                share = row.cells[rules.compared].shown
                given.feedback.pushInfo(
                    f"{name}: {share} % ≥ {line.percent.normalize():f} % {label}"
                )
        return [found.table]
