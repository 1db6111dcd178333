"""年度成果应用: each use of the year's result as a table by unit, with how complete it is."""

from __future__ import annotations

from typing import Collection, Dict, List, Tuple

from ..plan import Label, Plan
from ..statistics import Cell, ColumnRule, Facts, Period, Row, Table, TableRule
from ..statistics.accountability import ratio_rules
from ..statistics.definitions import PARCELS, IndicatorRule
from ..statistics.indicators import Indicator, indicators
from ..statistics.rules import statistics_rules

COMPLETE = "complete"


def indicator_tables(
    facts: Facts, plan: Plan, period: Period, units: Collection[str] = ()
) -> List[Table]:
    """A table per use, in the order of the plan, each figure with its parcels; of ``units``
    alone, if any are named."""
    rules = statistics_rules(plan)
    found = indicators(facts, rules, ratio_rules(plan), period, units)
    names = {**facts.unit_names, "": ""}
    return [_table(one, names, period, facts.day) for one in found]


def _table(one: Indicator, names: Dict[str, str], period: Period, day: str) -> Table:
    columns = _columns(one)
    rows = {
        code: Row(code, names.get(code, code), _cells(one, code, columns), {})
        for code in one.figures
    }
    return Table(
        rule=_rule(one.rule, columns),
        period=period,
        by="unit",
        day=day,
        columns=columns,
        rows=tuple(row for code, row in rows.items() if code),
        total=rows[""],
    )


def _columns(one: Indicator) -> Tuple[ColumnRule, ...]:
    """A column per figure, with the unit that its cells have, and one for completeness."""
    made = []
    for at, (figure, cell) in enumerate(zip(one.rule.figures, one.figures[""])):
        code = f"figure:{at}"
        sums = "area" if cell.unit == "mu" else ""
        rate = ("", "") if cell.unit == "percent" else ()
        counts = PARCELS if not cell.unit else ""
        made.append(ColumnRule(code, figure.label, counts, sums, rate))
    made.append(ColumnRule(COMPLETE, Label("资料齐全", "Complete"), rate=("", "")))
    return tuple(made)


def _cells(one: Indicator, code: str, columns: Tuple[ColumnRule, ...]) -> Dict[str, Cell]:
    shares = [cell for cell in one.complete[code] if cell.value is not None]
    # What has the least of what is needed tells how complete the figures are.
    least = min(shares, key=lambda cell: cell.value or 0) if shares else Cell(None, "percent")
    return {rule.code: cell for rule, cell in zip(columns, (*one.figures[code], least))}


def _rule(rule: IndicatorRule, columns: Tuple[ColumnRule, ...]) -> TableRule:
    return TableRule(
        code=rule.code,
        label=rule.label,
        origin=rule.figures_origin,
        source=rule.source,
        by="unit",
        where=(),
        columns=columns,
        sums=(),
        not_more=(),
        sources=frozenset(),
        note="",
    )
