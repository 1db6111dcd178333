"""Algorithm: the tables that the plan defines, of a month or a year, by county, town or month."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import QgsProcessingParameterString

from ..core.errors import InputError
from ..core.text import text
from ..maps.words import tr
from .algorithm import Given
from .counting_algorithm import CountingAlgorithm

if TYPE_CHECKING:
    from ..core.plan import Plan
    from ..core.statistics import Facts, Period, Table


class Statistics(CountingAlgorithm):
    """Counts the tables of ``statistics.json``."""

    ID = "statistics"
    TABLES = "TABLES"

    def title(self) -> str:
        return tr("Tables of a month or a year")

    def about(self) -> str:
        return tr(
            "Counts what the work plan's tables ask for: progress, verdicts, areas, illegal use, "
            "putting right, reviews, visits, cases and the ledger of all years.\n"
            "By county, township, month or year, with the same months of last year beside them, "
            "as things stand now or stood at the end of a past day. Each total is counted by "
            "itself and held against its parts. Nothing is recorded."
        )

    def rule(self) -> str:
        return tr(
            "The tables are those of the work plan's statistics.json, which says where each is "
            "from. The final verdict counts, else the city's, else the county's. Parents and "
            "children of a division are never counted together; military and mineral patches are "
            "not counted. A parcel without figures adds nothing and is told as unknown."
        )

    def words(self) -> List[str]:
        return ["statistics", "table", "统计", "统计表", "汇总", "报表", "整改率", "立案率"]

    def define(self) -> None:
        self.add_casebook()
        self.add_period()
        self.add(
            QgsProcessingParameterString(self.TABLES, tr("Tables"), optional=True),
            tr(
                "Codes of the plan's tables, or of its uses of the year's result (always by "
                "county), separated by commas, like verdicts,food_security; empty: "
                "all tables."
            ),
        )
        self.add_results()

    def tables(self, given: Given, facts: Facts, plan: Plan, period: Period) -> List[Table]:
        from ..core.reports.indicator_tables import indicator_tables
        from ..core.statistics import statistics_rules, table

        rules, units = statistics_rules(plan), self.units(given, facts)
        uses = [one.code for one in rules.indicators]
        codes = self._codes(given, [*rules.tables, *uses]) or list(rules.tables)
        by, found = self.rows_by(given), {}
        if not set(uses).isdisjoint(codes):
            found = {one.rule.code: one for one in indicator_tables(facts, plan, period, units)}
        return [
            found.get(code) or table(facts, rules.table(code), period, by, units) for code in codes
        ]

    def _codes(self, given: Given, known: List[str]) -> List[str]:
        codes = given.names(self.TABLES)
        for code in codes:
            if code not in known:
                raise InputError(
                    text(
                        "The work plan has no table “{code}”; it has {known}.",
                        code=code,
                        known=tuple(known),
                    )
                )
        return codes
