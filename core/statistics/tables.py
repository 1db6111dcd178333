"""Tables: what the plan defines, counted for a period, every cell with the parcels behind it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Callable, Collection, Dict, Iterator, List, Optional, Sequence, Set, Tuple, Union

import numpy as np

from ..mu import round_half_up
from ..plan import Label
from .arrays import Flags
from .columns import Counted, Selection, count, holds, rows_of
from .definitions import ColumnRule, Condition, TableRule
from .facts import Facts
from .periods import Period, month_before

Value = Union[int, Decimal, None]
Make = Callable[[Selection, ColumnRule], Counted]
DASH = "—"


@dataclass(frozen=True)
class Cell:
    """One figure: a number of things, mu to 0.01, or a share in per cent.

    A share is as exact as its parts (``part`` and ``whole``: numbers, or hundredths of mu) and
    None where the whole is nothing. ``unknown`` parcels have no figure and add nothing.
    """

    value: Value
    unit: str = ""
    part: int = 0
    whole: int = 0
    unknown: int = 0
    behind: Callable[[], Tuple[str, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def parcels(self) -> Tuple[str, ...]:
        """The numbers of the parcels that make the figure; of a share those of its whole."""
        return self.behind()

    @property
    def shown(self) -> str:
        """As it is printed: areas and shares with two digits, a share of nothing as a dash."""
        if self.value is None:
            return DASH
        return str(self.value if isinstance(self.value, int) else round_half_up(self.value))


@dataclass(frozen=True)
class Row:
    """One unit, town, month or year; ``code`` is empty for the total.

    A town's code is ``<unit>/<town>``; its ``label`` is empty where the town is not known.
    ``before`` are the cells of the same period last year.
    """

    code: str
    label: str
    cells: Dict[str, Cell]
    before: Dict[str, Cell]


@dataclass(frozen=True)
class Table:
    """A counted table. ``columns`` are in their order; cells are found by a column's code."""

    rule: TableRule
    period: Period
    by: str
    day: str
    columns: Tuple[ColumnRule, ...]
    rows: Tuple[Row, ...]
    total: Row

    @property
    def label(self) -> Label:
        """What it is called in the plan."""
        return self.rule.label

    def row(self, code: str) -> Row:
        """The row with this code, which has to be there."""
        return next(one for one in self.rows if one.code == code)

    def every_row(self) -> Iterator[Row]:
        """The rows, then the total."""
        yield from self.rows
        yield self.total


def table(
    facts: Facts,
    rule: TableRule,
    period: Period,
    by: str = "",
    units: Collection[str] = (),
    before: Optional[Facts] = None,
) -> Table:
    """Count a table.

    ``by`` is one of :data:`definitions.BY`, else the table's own; ``units`` alone are counted,
    if any are named. The same period of last year is counted from ``before``, or else from what
    is known of it now.
    """
    return table_of(facts, rule, period, by or rule.by, units, before or facts, count)


def table_of(
    facts: Facts,
    rule: TableRule,
    period: Period,
    rows_by: str,
    units: Collection[str],
    before: Facts,
    make: Make,
) -> Table:
    """The same, each column that is no share counted by ``make``.

    :raises ValueError: the facts were not read from as early on.
    """
    _refuse_what_was_not_read(facts, rule, period)
    _refuse_what_was_not_read(before, rule, period.before())
    now = Counting(facts, rule, period, rows_by, units, make)
    last = Counting(before, rule, period.before(), rows_by, units, make)
    # Of all months there are, the year after the last one is none of the rows.
    added = () if period.is_everything else last.codes
    codes = now.codes | {_later(one, rows_by) for one in added}
    return Table(
        rule=rule,
        period=period,
        by=rows_by,
        day=facts.day,
        columns=rule.columns,
        rows=tuple(
            Row(
                code,
                label_of(code, rows_by, facts),
                now.cells(code),
                last.cells(_earlier(code, rows_by)),
            )
            for code in _in_order(codes, rows_by, facts)
        ),
        total=Row("", "", now.total(), last.total()),
    )


_IN_LEDGER = Condition("in_ledger")


def _refuse_what_was_not_read(facts: Facts, rule: TableRule, period: Period) -> None:
    reach = facts.reach
    if period.first < reach.since and not (reach.ledger and _IN_LEDGER in rule.where):
        raise ValueError(f"{rule.code} of {period.first}, but facts are there since {reach.since}")


class Counting:
    """One period of one table."""

    def __init__(
        self,
        facts: Facts,
        rule: TableRule,
        period: Period,
        by: str,
        units: Collection[str],
        make: Make,
    ) -> None:
        self._rule = rule
        chosen = _chosen(facts, rule, period, units)
        self._selection = Selection.of(facts, chosen)
        values, row = rows_of(facts, by)
        self._row = row[self._selection.at]
        self._place = {value: place for place, value in enumerate(values)}
        self._columns = {
            one.code: make(self._selection, one) for one in rule.columns if not one.rate
        }
        rows = len(values)
        self._sums = {code: one.sums(self._row, rows) for code, one in self._columns.items()}
        self._unknown = {code: one.unknowns(self._row, rows) for code, one in self._columns.items()}
        there = {values[place] for place in np.unique(self._row).tolist()}
        everyone = {one for one in values if not units or one in units}
        self.codes: Set[str] = everyone if by == "unit" else there

    def cells(self, code: str) -> Dict[str, Cell]:
        """The cells of a row; zeros and dashes where there is nothing."""
        place = self._place.get(code, -1)

        def value(column: str) -> Tuple[int, int]:
            if place < 0:
                return 0, 0
            return int(self._sums[column][place]), int(self._unknown[column][place])

        return self._cells(value, lambda one: one.behind_row(self._row, place))

    def total(self) -> Dict[str, Cell]:
        """The cells of the whole, counted by itself and not added up of the rows."""

        def value(column: str) -> Tuple[int, int]:
            one = self._columns[column]
            all_one = np.zeros(len(self._row), dtype=np.int64)
            return int(one.sums(all_one, 1)[0]), int(one.unknowns(all_one, 1)[0])

        return self._cells(value, lambda one: one.behind)

    def _cells(
        self, value: Callable[[str], Tuple[int, int]], behind: Callable[[Counted], Flags]
    ) -> Dict[str, Cell]:
        return {
            rule.code: self._share(rule, value, behind)
            if rule.rate
            else self._figure(rule, *value(rule.code), behind)
            for rule in self._rule.columns
        }

    def _figure(
        self, rule: ColumnRule, value: int, unknown: int, behind: Callable[[Counted], Flags]
    ) -> Cell:
        shown: Value = Decimal(value).scaleb(-2) if rule.unit == "mu" else value
        return Cell(shown, rule.unit, unknown=unknown, behind=self._numbers(rule.code, behind))

    def _share(
        self,
        rule: ColumnRule,
        value: Callable[[str], Tuple[int, int]],
        behind: Callable[[Counted], Flags],
    ) -> Cell:
        (part, _), (whole, unknown) = value(rule.rate[0]), value(rule.rate[1])
        share = percent(part, whole)
        numbers = self._numbers(rule.rate[1], behind)
        return Cell(share, rule.unit, part, whole, unknown, numbers)

    def _numbers(
        self, column: str, behind: Callable[[Counted], Flags]
    ) -> Callable[[], Tuple[str, ...]]:
        """Found out only when somebody asks: a table has thousands of cells."""
        selection, counted = self._selection, self._columns[column]

        def numbers() -> Tuple[str, ...]:
            places = selection.at[behind(counted)]
            return tuple(selection.facts.numbers[place] for place in places.tolist())

        return numbers


def percent(part: int, whole: int) -> Optional[Decimal]:
    """A share in per cent, not rounded; None of nothing."""
    return Decimal(100 * part) / Decimal(whole) if whole else None


def _chosen(facts: Facts, rule: TableRule, period: Period, units: Collection[str]) -> Flags:
    months = facts.dimensions["month"]
    chosen = months.among([one for one in months.values if period.holds(one)])
    chosen &= facts.dimensions["source"].among(sorted(rule.sources))
    if units:
        chosen &= facts.dimensions["unit"].among(list(units))
    return _all_of(facts, rule.where, chosen)


def _all_of(facts: Facts, conditions: Sequence[Condition], chosen: Flags) -> Flags:
    for one in conditions:
        chosen &= holds(facts, one)
    return chosen


def _later(code: str, by: str) -> str:
    """The row in which what was counted a year before stands."""
    return month_before(code, -1) if by in ("month", "year") else code


def _earlier(code: str, by: str) -> str:
    return month_before(code, 1) if by in ("month", "year") else code


def _in_order(codes: Set[str], by: str, facts: Facts) -> List[str]:
    if by not in ("unit", "township"):
        return sorted(codes)
    places = {code: place for place, code in enumerate(facts.unit_names)}
    return sorted(codes, key=lambda code: (places.get(code.split("/")[0], len(places)), code))


def label_of(code: str, by: str, facts: Facts) -> str:
    """What a row is called."""
    if by == "unit":
        return facts.unit_names.get(code, code)
    return code.partition("/")[2] if by == "township" else code
