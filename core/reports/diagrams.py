"""Charts of a paper, from the statistics' tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Callable, Dict, List, Optional, Sequence, Tuple

from ..charts import Bar, Mark, Reached, Stack, bars, course, progress, ranking, stacked
from ..charts.items import Number
from ..statistics.forecast import MONTHS
from ..statistics.periods import Period
from ..statistics.tables import Cell, Row
from ..text import Translate
from .counting import Counting
from .ratio_views import course_of_year, marks_of, month_names, year_name
from .rules import RATIO, BlockRule, FigureRef, ReportRules

Values = List[Optional[Number]]


class Diagrams:
    """Draws; the caption stands below the picture in the paper, so the drawing has no title."""

    def __init__(self, counting: Counting, rules: ReportRules, say: Translate) -> None:
        self._counting, self._rules, self._say = counting, rules, say
        self._draw: Dict[str, Callable[[BlockRule], str]] = {
            "bars": self._bars,
            "ranking": self._ranking,
            "stacked": self._stacked,
            "progress": self._progress,
            "course": self._course,
            "forecast": self._forecast,
        }

    def chart(self, block: BlockRule) -> str:
        """The SVG; what stands in it is remembered as figures are."""
        if block.draw != "course":
            for ref in block.columns:
                note_units(self._counting, block.place, ref)
        return self._draw[block.draw](block)

    def _bar_items(self, ref: FigureRef) -> List[Bar]:
        return [Bar(row.label, cell.value, row.code) for row, cell in self._counting.units(ref)]

    def _unit(self, ref: FigureRef) -> Tuple[str, int]:
        unit = self._counting.column(ref).unit
        return self._rules.units[unit], 2 if unit else 0

    def _bars(self, block: BlockRule) -> str:
        ref = block.columns[0]
        return bars("", self._bar_items(ref), *self._unit(ref))

    def _ranking(self, block: BlockRule) -> str:
        ref = block.columns[0]
        return ranking("", self._bar_items(ref), *self._unit(ref), self._marks(ref))

    def _marks(self, ref: FigureRef) -> List[Mark]:
        """The lines that the ratio is held against."""
        if ref.table != RATIO:
            return []
        return marks_of(self._counting.ratio_rules, self._say)

    def _stacked(self, block: BlockRule) -> str:
        columns = [self._counting.column(ref) for ref in block.columns]
        names = [(one.group or one.label).zh for one in columns]
        rows = [
            Stack(
                row.label, tuple(_number(row.cells[ref.column]) for ref in block.columns), row.code
            )
            for row in self._rows(block)
        ]
        return stacked("", names, rows, *self._unit(block.columns[0]))

    def _rows(self, block: BlockRule) -> Sequence[Row]:
        return self._counting.table(block.table, "unit", block.columns[0].span).rows

    def _progress(self, block: BlockRule) -> str:
        whole = block.whole or block.columns[0]
        rows = [
            Reached(
                row.label,
                tuple(int(_number(row.cells[ref.column])) for ref in block.columns),
                int(_number(row.cells[whole.column])),
                row.code,
            )
            for row in self._rows(block)
        ]
        names = [self._counting.label(ref).zh for ref in block.columns]
        return progress("", names, rows)

    def _course(self, block: BlockRule) -> str:
        """Added up from January on; this year ends with the paper's last month."""
        ref, counting = block.columns[0], self._counting
        year = int(counting.period.last[:4])
        last = int(counting.period.last[5:])
        counted = counting.counted(ref.table, Period.year(year), "month")
        rows = {int(row.code[5:]): row for row in counted.rows}
        now = _added([_of(rows, month, ref.column, False) for month in range(1, last + 1)])
        before = _added([_of(rows, month, ref.column, True) for month in range(1, MONTHS + 1)])
        series = (year_name(year, self._say), [*now, *[None] * (MONTHS - last)])
        earlier = (year_name(year - 1, self._say), before) if counting.has_before else None
        return course("", month_names(self._say), series, earlier, None, *self._unit(ref))

    def _forecast(self, _block: BlockRule) -> str:
        """The ratio from January on, carried on to the year's end within its uncertainty."""
        counting = self._counting
        of = (counting.facts, counting.ratio_rules, counting.period.last, counting.unit)
        return course_of_year(*of, self._say, "").svg


def note_units(counting: Counting, place: str, ref: FigureRef) -> None:
    """Remember what a chart or map shows of each unit."""
    for row, cell in counting.units(ref):
        where = f"{row.label} {counting.full_name(ref)}"
        counting.note(place, where, counting.shown(cell, ref), ref, row.label, cell)


def _number(cell: Cell) -> Number:
    return 0 if cell.value is None else cell.value


def _of(rows: Dict[int, Row], month: int, column: str, before: bool) -> Decimal:
    if month not in rows:
        return Decimal(0)
    row = rows[month]
    return Decimal(_number((row.before if before else row.cells)[column]))


def _added(values: Sequence[Decimal]) -> Values:
    found: Values = []
    for index in range(len(values)):
        found.append(sum(values[: index + 1], Decimal(0)))
    return found
