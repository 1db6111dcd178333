"""What is counted, as the plan's ``statistics.json`` says it: tables, their columns and sums."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, FrozenSet, Optional, Tuple

from ..plan import Label, Origin

MARKS = (
    *("judged", "illegal", "on_cultivated", "on_basic_farmland", "on_red_line", "figures_known"),
    *("checked", "filled", "submitted", "reviewed", "returned", "returned_twice"),
    *("returned_now", "corrected", "patch_returned", "passed", "passed_at_once", "overridden"),
    *("must_visit", "visited", "case_filed", "case_not_filed", "case_closed", "in_ledger"),
    *("planned", "under_way", "rectified", "rectified_partly", "certified", "closed", "reopened"),
)
"""What is or is not so of a parcel."""
SUMS = (
    *("area", "cultivated", "basic_farmland", "red_line"),
    *("illegal", "illegal_cultivated", "illegal_basic_farmland"),
    *("rectified", "rectified_cultivated", "remaining", "remaining_cultivated", "recultivated"),
    *("counted", "counted_cultivated"),
)
"""What is added up of parcels, in mu; besides these ``way_area`` and ``way_cultivated`` in a
group of columns per way of putting right."""
WAY_SUMS = ("way_area", "way_cultivated")
DIMENSIONS = (
    *("unit", "township", "month", "year", "class", "category", "outcome", "use", "actor"),
    *("size", "way", "flag", "source"),
)
"""What parcels are told apart by. ``flag`` and ``way`` are not exclusive: a parcel may have
several."""
BY = ("unit", "township", "month", "year")
"""What the rows of a table may be."""
PATCH, LEDGER = SOURCES = ("patch", "ledger")
PARCELS, PATCHES = "parcels", "patches"
EVERY, ANY = "every", "any"
REST = ""
"""The value that stands for what is not known or not in the plan."""


@dataclass(frozen=True)
class Condition:
    """Something that has to be so, or ``negated``: a mark, or a dimension among values."""

    fact: str
    among: Tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True)
class ColumnRule:
    """One column. It counts parcels or patches (``counts``), adds up (``sums``) or is the share
    of one column in another (``rate``), in per cent.

    A patch is counted when ``every`` parcel of it, or ``any``, is so. ``group`` is the heading
    above a column that stands for one ``value`` of a dimension.
    """

    code: str
    label: Label
    counts: str = ""
    sums: str = ""
    rate: Tuple[str, ...] = ()
    where: Tuple[Condition, ...] = ()
    of_patch: str = EVERY
    group: Optional[Label] = None
    value: Optional[str] = None

    @property
    def unit(self) -> str:
        """``mu``, ``percent``, or empty for a number of things."""
        return "percent" if self.rate else "mu" if self.sums else ""


@dataclass(frozen=True)
class Sum:
    """Columns that have to add up to another one; of areas to 0.01 mu."""

    total: str
    parts: Tuple[str, ...]


@dataclass(frozen=True)
class NotMore:
    """A column that may not be more than another one."""

    part: str
    whole: str


@dataclass(frozen=True)
class TableRule:
    """One table: which parcels, which columns, what has to agree, where that is from."""

    code: str
    label: Label
    origin: Origin
    source: str
    by: str
    where: Tuple[Condition, ...]
    columns: Tuple[ColumnRule, ...]
    sums: Tuple[Sum, ...]
    not_more: Tuple[NotMore, ...]
    sources: FrozenSet[str]
    note: str

    def column(self, code: str) -> ColumnRule:
        """The column with this code, which has to be there."""
        return next(one for one in self.columns if one.code == code)


@dataclass(frozen=True)
class SizeClass:
    """Parcels from so many mu on, up to the next class."""

    code: str
    label: Label
    origin: Origin
    at_least_mu: Decimal


@dataclass(frozen=True)
class Outcome:
    """A group of verdict categories (合法、违法、其他)."""

    code: str
    label: Label
    origin: Origin
    categories: Tuple[str, ...]


@dataclass(frozen=True)
class FactRules:
    """Where facts come from: ``use`` and ``actor`` are kinds of evidence, ``size`` is a figure.

    ``visited_ways`` are the ways of a field check that count as a visit on the ground.
    """

    use: str
    actor: str
    size: str
    visited_ways: Tuple[str, ...]
    sizes: Tuple[SizeClass, ...]
    outcomes: Tuple[Outcome, ...]


@dataclass(frozen=True)
class FigureOf:
    """A figure of an indicator: a column of a table, or the ratio ``before`` or ``after``."""

    label: Label
    table: str = ""
    column: str = ""
    ratio: str = ""


@dataclass(frozen=True)
class IndicatorRule:
    """A use of the year's result, the figures for it, and what has to be complete for them.

    ``complete`` are marks that all parcels of the year should have.
    """

    code: str
    label: Label
    origin: Origin
    source: str
    figures: Tuple[FigureOf, ...]
    figures_origin: Origin
    complete: Tuple[str, ...]


@dataclass(frozen=True)
class StatisticsRules:
    """``statistics.json``."""

    source: str
    facts: FactRules
    tables: Dict[str, TableRule]
    indicators: Tuple[IndicatorRule, ...]

    def table(self, code: str) -> TableRule:
        """The table with this code, which has to be there."""
        return self.tables[code]
