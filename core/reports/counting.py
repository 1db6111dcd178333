"""The figures of one paper: asked for by table and column, each with where it is from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, Iterator, List, Sequence, Tuple

from ..mu import round_half_up
from ..plan import Label
from ..statistics.accountability import RatioRules
from ..statistics.definitions import ColumnRule, StatisticsRules
from ..statistics.facts import Facts
from ..statistics.periods import Period
from ..statistics.ratio import ratio
from ..statistics.tables import DASH, Cell, Row, Table, table
from .rules import ALL, RATIO, TO_DATE, Comparing, FigureRef, ReportRules

BEFORE, CHANGE = "before", "change"


@dataclass(frozen=True)
class Figure:
    """One printed figure: where it stands in the paper, and the cell that it is; ``row`` is empty
    for the total.

    ``parcels`` are the numbers behind it; of a share those of its whole.
    """

    place: str
    where: str
    shown: str
    table: str
    row: str
    column: str
    period: str
    parcels: Tuple[str, ...]


class Counting:
    """Tables counted when they are first asked for; remembers which figures were printed.

    ``parts`` are those that are told one by one: a city's units, a county's townships.
    """

    def __init__(
        self,
        facts: Facts,
        rules: StatisticsRules,
        ratio_rules: RatioRules,
        period: Period,
        unit: str = "",
        parts: str = "unit",
    ) -> None:
        self.facts, self.rules, self.ratio_rules = facts, rules, ratio_rules
        self.period, self.unit, self.parts = period, unit, parts
        self._tables: Dict[Tuple[str, str, str], Table] = {}
        self.figures: List[Figure] = []
        self._places = {number: at for at, number in enumerate(facts.numbers)}
        known = facts.months()
        self.has_before = any(period.before().holds(one) for one in known)

    def table(self, code: str, by: str = "", span: str = "") -> Table:
        """The statistics' table for the paper's period, or another span of months."""
        by = by or (self.rules.table(code).by if code != RATIO else "unit")
        key = (code, by, span)
        if key not in self._tables:
            period = self.span(span)
            self._tables[key] = self.counted(code, period, by)
        return self._tables[key]

    def counted(self, code: str, period: Period, by: str) -> Table:
        """A table of any months; the paper does not have it among its own."""
        units = (self.unit,) if self.unit else ()
        if code == RATIO:
            return ratio(self.facts, self.ratio_rules, period, by, units).table
        return table(self.facts, self.rules.table(code), period, by, units)

    def span(self, span: str) -> Period:
        """The paper's own months, or another span of them."""
        if span == ALL:
            return Period.everything()
        return Period.to_date(self.period.last) if span == TO_DATE else self.period

    def cell(self, ref: FigureRef) -> Cell:
        """The total's cell, of this period or of the one a year before."""
        total = self.table(ref.table, span=ref.span).total
        return (total.before if ref.of == BEFORE else total.cells)[ref.column]

    def units(self, ref: FigureRef) -> List[Tuple[Row, Cell]]:
        """The cells of each unit or township."""
        rows = self.table(ref.table, self.parts, ref.span).rows
        return [(row, self.cell_in(row, ref)) for row in rows]

    def cell_in(self, row: Row, ref: FigureRef) -> Cell:
        """The cell of a row that a reference means."""
        return (row.before if ref.of == BEFORE else row.cells)[ref.column]

    def shown(self, cell: Cell, ref: FigureRef) -> str:
        """As it is printed; a dash for last year where nothing of last year is recorded."""
        return DASH if ref.of == BEFORE and not self.has_before else cell.shown

    def column(self, ref: FigureRef) -> ColumnRule:
        """The column that a reference means."""
        return self.table(ref.table, span=ref.span).rule.column(ref.column)

    def label(self, ref: FigureRef) -> Label:
        """What the column is called."""
        return self.column(ref).label

    def full_name(self, ref: FigureRef) -> str:
        """What the column is called when it stands alone, without the group's heading above."""
        column = self.column(ref)
        return " ".join(one.zh for one in (column.group, column.label) if one)

    def mu_of(self, number: str) -> Decimal:
        """A parcel's area."""
        at = self._places.get(number)
        if at is None:
            return Decimal(0)
        return Decimal(int(self.facts.measures["area"].hundredths[at])).scaleb(-2)

    def unit_of_each(self) -> Iterator[Tuple[str, str]]:
        """Each parcel's number and unit."""
        units = self.facts.dimensions["unit"]
        return ((number, units[at]) for at, number in enumerate(self.facts.numbers))

    def note(self, place: str, where: str, words: str, ref: FigureRef, row: str, cell: Cell) -> str:
        """Remember that a figure is printed; its words."""
        counted = self.table(ref.table, span=ref.span)
        period = counted.period.before() if ref.of == BEFORE else counted.period
        column = self.full_name(ref)
        self.figures.append(
            Figure(
                *(place, where, words, counted.label.zh, row, column),
                *(f"{period.first}—{period.last}", cell.parcels),
            )
        )
        return words

    def note_cell(self, place: str, where: str, words: str, table: str, cell: Cell) -> None:
        """Remember a printed cell of a table that the paper does not have."""
        period = f"{self.period.first}—{self.period.last}"
        self.figures.append(Figure(place, where, words, table, "", "", period, cell.parcels))

    def note_parcels(self, place: str, where: str, numbers: Sequence[str]) -> None:
        """Remember a printed number of parcels that is no cell of a table."""
        self.figures.append(
            Figure(place, where, str(len(numbers)), "", "", "", self.period.last, tuple(numbers))
        )

    def note_parcel(self, place: str, number: str, shown: str) -> None:
        """Remember a parcel that is told of by itself."""
        period = f"{self.period.first}—{self.period.last}"
        self.figures.append(Figure(place, number, shown, "", "", "", period, (number,)))


def change_words(now: Cell, before: Cell, rules: ReportRules) -> str:
    """How a figure compares with last year's, in the plan's words.

    Of shares the difference in percentage points; of nothing last year no percentage.
    """
    words = rules.comparing
    if now.value is None or before.value is None:
        return words.unknown
    difference = Decimal(now.value) - Decimal(before.value)
    if not difference:
        return words.same
    points = now.unit == "percent"
    unit = words.points if points else rules.units[now.unit]
    by = f"{_digits(abs(difference), now)}{unit}"
    share = "" if points or not before.value else _percent(difference, before)
    return _line(words, difference > 0, bool(share)).format(by=by, percent=share)


def _line(words: Comparing, more: bool, percent: bool) -> str:
    if percent:
        return words.more_percent if more else words.less_percent
    return words.more if more else words.less


def _percent(difference: Decimal, before: Cell) -> str:
    return str(round_half_up(100 * abs(difference) / Decimal(before.value or 1)))


def _digits(value: Decimal, cell: Cell) -> str:
    return str(round_half_up(value)) if cell.unit else str(int(value))
