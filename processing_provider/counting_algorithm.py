"""What the algorithms have in common that count a casebook's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterator, List, Optional, Tuple

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.errors import InputError
from ..core.text import text
from ..maps.field_types import INTEGER, REAL, TEXT
from ..maps.words import chinese, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from ..core.plan import Plan
    from ..core.statistics import Cell, Facts, Period, Table

SPANS = ("month", "to_date", "year", "all")
BY = ("", "unit", "township", "month", "year")
COLUMNS = {
    **dict.fromkeys(("table", "table_name", "row", "row_name", "column", "group", "name"), TEXT),
    **{"value": REAL, "shown": TEXT, "unit": TEXT, "last_year": REAL},
    **{"unknown": INTEGER, "parcels": INTEGER, "numbers": TEXT},
}


class CountingAlgorithm(TubanAlgorithm):
    """Counts tables of a period, as rows of one table and as a workbook with live sums."""

    SPAN = "SPAN"
    BY = "BY"
    UNIT = "UNIT"
    DAY = "DAY"
    NUMBERS = "NUMBERS"
    WORKBOOK = "WORKBOOK"
    FIGURES = "FIGURES"
    FINDINGS = "FINDINGS"
    FROM_JANUARY = SPANS.index("to_date")

    def group(self) -> str:
        return tr("The city's papers")

    def groupId(self) -> str:
        return "papers"

    def tables(self, given: Given, facts: Facts, plan: Plan, period: Period) -> List[Table]:
        """The tables that are asked for."""
        raise NotImplementedError

    def add_period(self) -> None:
        """Which months, whose, and as of when."""
        self.add_month(tr("The month that is counted, like 2023-04, or the last of the period."))
        spans = [tr("The month"), tr("January to the month"), tr("The year"), tr("All years")]
        self.add(
            QgsProcessingParameterEnum(
                self.SPAN, tr("Period"), spans, defaultValue=self.FROM_JANUARY
            ),
            tr("Beside each figure stands that of the same months a year before."),
        )
        by = [tr("As in the plan"), tr("County"), tr("Township"), tr("Month"), tr("Year")]
        self.add(
            QgsProcessingParameterEnum(self.BY, tr("Rows"), by, defaultValue=0),
            tr("What the rows are."),
        )
        self.add(
            QgsProcessingParameterString(self.UNIT, tr("County"), optional=True),
            tr("The code of one county alone, like 371502; empty: all."),
        )
        self.add(
            QgsProcessingParameterString(self.DAY, tr("Date"), optional=True),
            tr("As of the end of which day, like 2023-04-25; empty: as things stand now."),
        )

    def add_results(self) -> None:
        """One row per figure, and the workbook."""
        self.add_advanced(
            QgsProcessingParameterBoolean(self.NUMBERS, tr("Numbers of the parcels"), False),
            tr("Writes beside each figure the numbers of the parcels behind it."),
        )
        self.add_table(
            tr("Figures"),
            tr("A row per figure; the row without a code is the whole. Areas in mu, shares in %."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.WORKBOOK,
                tr("Workbook (xlsx)"),
                "Excel (*.xlsx)",
                optional=True,
                createByDefault=False,
            ),
            tr("A sheet per table, in Chinese; totals and shares are formulas."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.FIGURES, tr("Figures")))
        self.addOutput(QgsProcessingOutputNumber(self.FINDINGS, tr("Figures that do not agree")))

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.statistics import Reach, disagreements, read_facts

        period, day = self._period(given), given.day(self.DAY)
        with given.casebook(read_only=True) as book:
            plan = given.plan(book)
            facts = read_facts(book, plan, day, Reach.enough_for(period))
        found = self.tables(given, facts, plan, period)
        findings = [one for each in found for one in disagreements(each)]
        given.tell(findings)
        rows = list(_rows(found, given.flag(self.NUMBERS)))
        results: Dict[str, object] = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.FIGURES: len(rows),
            self.FINDINGS: len(findings),
        }
        return {**results, **self._workbook(given, found), **write_rows(given, COLUMNS, rows)}

    def _workbook(self, given: Given, found: List[Table]) -> Dict[str, object]:
        from datetime import datetime

        from ..core.reports.writing import write_counted

        path = given.optional_destination(self.WORKBOOK)
        if path is None:
            return {}
        write_counted(found, path, datetime.fromisoformat(found[0].day), chinese)
        return {self.WORKBOOK: str(path)}

    def rows_by(self, given: Given) -> str:
        """What the rows are; empty: as each table has it."""
        return BY[given.choice(self.BY)]

    def units(self, given: Given, facts: Facts) -> Tuple[str, ...]:
        """The county that is asked for.

        :raises InputError: the casebook has none of that code.
        """
        unit = given.string(self.UNIT)
        if unit and unit not in facts.unit_names:
            known = tuple(f"{code} {name}" for code, name in facts.unit_names.items())
            raise InputError(
                text(
                    "The casebook has no parcels of the county {unit}; it has {known}.",
                    unit=unit,
                    known=known,
                )
            )
        return (unit,) if unit else ()

    def _period(self, given: Given) -> Period:
        from ..core.statistics import Period

        month, span = given.required_month(self.MONTH), SPANS[given.choice(self.SPAN)]
        if span == "all":
            return Period.everything()
        if span == "year":
            return Period.year(int(month[:4]))
        return Period.month(month) if span == "month" else Period.to_date(month)


def _rows(tables: List[Table], with_numbers: bool) -> Iterator[List[object]]:
    for table in tables:
        for row in table.every_row():
            for rule in table.columns:
                cell = row.cells[rule.code]
                parcels = cell.parcels
                yield [
                    *(table.rule.code, table.label.zh, row.code, row.label, rule.code),
                    *(rule.group.zh if rule.group else "", rule.label.zh),
                    *(_number(cell), cell.shown, rule.unit, _number(row.before.get(rule.code))),
                    *(cell.unknown, len(parcels), ",".join(parcels) if with_numbers else ""),
                ]


def _number(cell: Optional[Cell]) -> Optional[float]:
    """As it is shown; no share of nothing, and nothing of what was not counted."""
    return None if cell is None or cell.value is None else float(cell.shown)
