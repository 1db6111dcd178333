"""年度成果应用: figures of the year's result for other assessments. Source: 工作方案 二（五）."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Collection, Dict, Tuple

from ..plan import Label, Origin
from .accountability import RatioRules
from .definitions import (
    PARCELS,
    PATCH,
    ColumnRule,
    Condition,
    IndicatorRule,
    StatisticsRules,
    TableRule,
)
from .facts import Facts
from .periods import Period
from .ratio import ratio
from .tables import Cell, Table, table


@dataclass(frozen=True)
class Indicator:
    """One use: its figures in the order of the rule, by row; the code of the whole is empty.

    ``complete`` tells by mark how many of the year's parcels, in per cent, have what the figures
    need.
    """

    rule: IndicatorRule
    figures: Dict[str, Tuple[Cell, ...]]
    complete: Dict[str, Tuple[Cell, ...]]


def indicators(
    facts: Facts,
    rules: StatisticsRules,
    ratio_rules: RatioRules,
    period: Period,
    units: Collection[str] = (),
) -> Tuple[Indicator, ...]:
    """All indicators of a period by unit."""
    shares = ratio(facts, ratio_rules, period, "unit", units).table
    needed = {one.table for rule in rules.indicators for one in rule.figures if one.table}
    tables = {
        code: table(facts, rules.table(code), period, "unit", units) for code in sorted(needed)
    }
    marks = tuple(dict.fromkeys(mark for rule in rules.indicators for mark in rule.complete))
    whole = table(facts, _completeness(marks), period, "unit", units)
    return tuple(_indicator(rule, tables, shares, whole) for rule in rules.indicators)


def _indicator(
    rule: IndicatorRule, tables: Dict[str, Table], shares: Table, whole: Table
) -> Indicator:
    found = [
        (shares, one.ratio) if one.ratio else (tables[one.table], one.column)
        for one in rule.figures
    ]
    codes = [row.code for row in whole.every_row()]
    return Indicator(
        rule,
        {code: tuple(_cell(table, code, column) for table, column in found) for code in codes},
        {
            code: tuple(_cell(whole, code, f"{mark}_rate") for mark in rule.complete)
            for code in codes
        },
    )


def _cell(of: Table, code: str, column: str) -> Cell:
    return (of.row(code) if code else of.total).cells[column]


def _completeness(marks: Tuple[str, ...]) -> TableRule:
    """All parcels of the period, and how many of them are so."""
    columns = [ColumnRule("all", _COMPLETE, counts=PARCELS)]
    for mark in marks:
        columns.append(ColumnRule(mark, _COMPLETE, counts=PARCELS, where=(Condition(mark),)))
        columns.append(ColumnRule(f"{mark}_rate", _COMPLETE, rate=(mark, "all")))
    return TableRule(
        code="completeness",
        label=_COMPLETE,
        origin=Origin.TUBAN,
        source="",
        by="unit",
        where=(),
        columns=tuple(columns),
        sums=(),
        not_more=(),
        sources=frozenset((PATCH,)),
        note="",
    )


_COMPLETE = Label("齐全程度", "Completeness")
