"""违法占用耕地比例: what is illegally taken in what new building takes, before and after deduction.

Compared as exact as the areas are, shown with two digits; of nothing there is no share. The
numbers are those of ``accountability.json``; they decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Collection, Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..plan import Label
from .accountability import Deduction, Line, RatioRules
from .arrays import Flags, Whole
from .columns import Counted, Selection
from .definitions import PARCELS, PATCH, ColumnRule, NotMore, Sum, TableRule
from .facts import Facts, known_of
from .periods import Period
from .tables import Cell, Row, Table, table_of

ASSUMED = "assumed"
BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class Weights:
    """Hundredths of a mu of each parcel: in the numerator, in the denominator, deducted by group.

    No parcel is deducted more than it has: groups take in their order what is left.
    """

    numerator: Whole
    denominator: Whole
    deducted: Dict[str, Whole]
    unsettled: Flags
    unsettled_cultivated: Whole
    unknown: Flags
    """Parcels of the denominator, or not settled, whose cultivated land is not known."""

    @property
    def all_deducted(self) -> Whole:
        """All groups together."""
        found = np.zeros_like(self.numerator)
        for one in self.deducted.values():
            found = found + one
        return found

    @property
    def counted(self) -> Whole:
        """What stays in the numerator."""
        left: Whole = self.numerator - self.all_deducted
        return left

    def on_top(self, which: str) -> Whole:
        """What stands on top of the ratio ``before`` or ``after`` deduction."""
        return self.numerator if which == BEFORE else self.counted

    def denominator_after(self, rules: RatioRules) -> Whole:
        """The denominator after deduction, which may take from it, too."""
        if not rules.deducted_leaves:
            return self.denominator
        left: Whole = self.denominator - np.minimum(self.all_deducted, self.denominator)
        return left


@dataclass(frozen=True)
class Ratio:
    """The ratio of each row and of the whole, as a table, with the lines that are reached.

    The table's columns are ``illegal`` (the numerator), ``deducted`` and ``deducted:<group>``,
    ``counted`` (the numerator after deduction), ``occupied`` (the denominator) and
    ``occupied_after``, ``before`` and ``after`` in per cent, ``unsettled`` (parcels that are not
    judged or in doubt) and ``unsettled_cultivated``. ``reached`` tells by a row's code, empty
    for the whole, the highest line that its ratio reaches, before and after.
    """

    rules: RatioRules
    table: Table
    weights: Weights
    reached: Dict[str, Tuple[Optional[Line], Optional[Line]]]
    assumed: Tuple[str, ...] = ()

    def on_top(self, row: Row) -> Cell:
        """What stands on top of the ratio that the plan compares, with its parcels."""
        return row.cells["illegal" if self.rules.compared == BEFORE else "counted"]

    def line(self, code: str) -> Optional[Line]:
        """The highest line that a row reaches by the ratio that the plan compares."""
        before, after = self.reached[code]
        return before if self.rules.compared == BEFORE else after


def ratio(
    facts: Facts,
    rules: RatioRules,
    period: Period,
    by: str = "unit",
    units: Collection[str] = (),
    assumed: Collection[str] = (),
) -> Ratio:
    """The ratio of a period, with the same period last year beside it.

    ``assumed`` are parcels that are taken as put right by the cut-off: what if. Their group of
    deduction is :data:`ASSUMED` and takes what the others leave.
    """
    weights = weigh(facts, rules, assumed)
    rule = _table_rule(rules, bool(assumed))
    sums = _sums(weights, rules)

    def make(selection: Selection, column: ColumnRule) -> Counted:
        if column.counts:
            hits = weights.unsettled[selection.at]
            return Counted(hits, hits)
        hundredths, unknown = sums[column.code][selection.at], weights.unknown[selection.at]
        takes = hundredths > 0
        about = weights.unsettled[selection.at]
        unknown = unknown & (about if column.code == "unsettled_cultivated" else ~about)
        return Counted(takes | unknown, takes, hundredths, unknown)

    found = table_of(facts, rule, period, by, units, facts, make)
    reached = {
        row.code: (_line(row.cells[BEFORE], rules), _line(row.cells[AFTER], rules))
        for row in found.every_row()
    }
    return Ratio(rules, found, weights, reached, tuple(sorted(assumed)))


def weigh(facts: Facts, rules: RatioRules, assumed: Collection[str] = ()) -> Weights:
    """What each parcel weighs."""
    category = facts.dimensions["category"]
    cultivated = facts.measures["cultivated"]
    of_patch = facts.dimensions["source"].among((PATCH,))
    on_top = category.among(rules.numerator) & of_patch
    below = category.among(rules.denominator) & of_patch
    numerator = np.where(on_top, cultivated.hundredths, 0)
    left, deducted = numerator, {}
    for group in rules.applying:
        taken = np.minimum(left, _amount(facts, group, numerator))
        deducted[group.code] = taken
        left = left - taken
    if assumed:
        deducted[ASSUMED] = np.where(facts.chosen(tuple(assumed)), left, 0)
    unsettled = of_patch & (category.among(rules.unsettled) | ~facts.marks["judged"])
    return Weights(
        numerator=numerator,
        denominator=np.where(below, cultivated.hundredths, 0),
        deducted=deducted,
        unsettled=unsettled,
        unsettled_cultivated=np.where(unsettled, cultivated.hundredths, 0),
        unknown=(below | unsettled) & ~known_of(cultivated),
    )


def _amount(facts: Facts, group: Deduction, numerator: Whole) -> Whole:
    """What a group would deduct of each parcel if nothing were deducted yet."""
    if group.ways:
        nothing = np.zeros(len(facts), dtype=np.int64)
        counted = facts.ways["way_counted"]
        return sum((counted[way].hundredths for way in group.ways if way in counted), nothing)
    if group.subcategories:
        taken = facts.dimensions["subcategory"].among(group.subcategories)
    else:
        flags = facts.several["flag"]
        taken = np.any([flags[code] for code in group.flags], axis=0)
    return np.where(taken, numerator, 0)


def _sums(weights: Weights, rules: RatioRules) -> Dict[str, Whole]:
    """The figure of each parcel by column."""
    return {
        "illegal": weights.numerator,
        **{f"deducted:{code}": one for code, one in weights.deducted.items()},
        "deducted": weights.all_deducted,
        "counted": weights.counted,
        "occupied": weights.denominator,
        "occupied_after": weights.denominator_after(rules),
        "unsettled_cultivated": weights.unsettled_cultivated,
    }


def _table_rule(rules: RatioRules, with_assumed: bool) -> TableRule:
    groups = [(one.code, one.label) for one in rules.applying]
    if with_assumed:
        groups.append((ASSUMED, Label("假定整改到位", "Assumed put right")))
    deducted = [f"deducted:{code}" for code, _ in groups]
    columns: List[ColumnRule] = [
        _mu("illegal", "违法占用耕地", "Illegally occupied"),
        *(
            ColumnRule(code, label, sums=code, group=_DEDUCTED)
            for code, (_, label) in zip(deducted, groups)
        ),
        _mu("deducted", "扣减合计", "Deducted"),
        _mu("counted", "扣减后违法占用耕地", "Illegally occupied after deduction"),
        _mu("occupied", "新增建设用地占用耕地", "Occupied by new building"),
        _mu("occupied_after", "扣减后新增建设用地占用耕地", "Occupied after deduction"),
        _share(BEFORE, "扣减前比例", "Before deduction", "illegal", "occupied"),
        _share(AFTER, "扣减后比例", "After deduction", "counted", "occupied_after"),
        ColumnRule("unsettled", Label("未定性地块数", "Parcels not settled"), counts=PARCELS),
        _mu("unsettled_cultivated", "未定性地块耕地", "Cultivated land of these"),
    ]
    return TableRule(
        code="ratio",
        label=rules.label,
        origin=rules.basis.origin,
        source=rules.basis.source,
        by="unit",
        where=(),
        columns=tuple(columns),
        sums=(Sum("illegal", ("deducted", "counted")), Sum("deducted", tuple(deducted))),
        not_more=(NotMore("illegal", "occupied"),),
        sources=frozenset((PATCH,)),
        note=rules.method.zh,
    )


_DEDUCTED = Label("扣减", "Deducted")


def _mu(code: str, zh: str, en: str) -> ColumnRule:
    return ColumnRule(code, Label(zh, en), sums=code)


def _share(code: str, zh: str, en: str, part: str, whole: str) -> ColumnRule:
    return ColumnRule(code, Label(zh, en), rate=(part, whole))


def reached_line(part: int, whole: int, lines: Sequence[Line]) -> Optional[Line]:
    """The highest line that a share reaches, compared without rounding; none of nothing."""
    reached = [one for one in lines if whole and Decimal(100 * part) >= one.percent * whole]
    return reached[-1] if reached else None


def _line(cell: Cell, rules: RatioRules) -> Optional[Line]:
    return reached_line(cell.part, cell.whole, rules.lines)
