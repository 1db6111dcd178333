"""Counting one column: which parcels it takes, and what they add up to in each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence, Tuple

import numpy as np

from .arrays import Flags, Whole
from .definitions import ANY, PATCHES, REST, WAY_SUMS, ColumnRule, Condition
from .facts import Facts, Measure


@dataclass(frozen=True)
class Selection:
    """The parcels of a table: their places ``at`` in the facts, their patches among them, and
    the place of each patch's first parcel."""

    facts: Facts
    at: Whole
    patch: Whole
    first: Whole

    @classmethod
    def of(cls, facts: Facts, chosen: Flags) -> Selection:
        """From the parcels that are chosen."""
        at = np.flatnonzero(chosen).astype(np.int64)
        _, first, patch = np.unique(facts.patch[at], return_index=True, return_inverse=True)
        return cls(facts, at, patch.astype(np.int64), first.astype(np.int64))

    def where(self, conditions: Sequence[Condition]) -> Flags:
        """Which of the parcels all conditions hold for."""
        found = np.ones(len(self.at), dtype=np.bool_)
        for one in conditions:
            found &= holds(self.facts, one)[self.at]
        return found


def holds(facts: Facts, condition: Condition) -> Flags:
    """Which parcels a condition holds for."""
    if not condition.among:
        mark = facts.marks[condition.fact]
        return ~mark if condition.negated else mark
    if condition.fact in facts.several:
        found = np.zeros(len(facts), dtype=np.bool_)
        for value in condition.among:
            found |= facts.several[condition.fact].get(value, False)
        return found
    return facts.dimensions[condition.fact].among(condition.among)


@dataclass(frozen=True)
class Counted:
    """What a column takes of a selection.

    ``hits`` count once each or by ``weights``; ``unknown`` are hits without a figure. ``behind``
    are the parcels behind the hits, each with the hit that stands for it in ``stands``: of a
    patch all its parcels, for which the first one stands.
    """

    hits: Flags
    behind: Flags
    weights: Optional[Whole] = None
    unknown: Optional[Flags] = None
    stands: Optional[Whole] = None

    def sums(self, row: Whole, rows: int) -> Whole:
        """What each row adds up to; ``row`` is that of each parcel."""
        weights = None if self.weights is None else self.weights[self.hits]
        return np.rint(np.bincount(row[self.hits], weights, rows)).astype(np.int64)

    def unknowns(self, row: Whole, rows: int) -> Whole:
        """How many hits of each row have no figure."""
        if self.unknown is None:
            return np.zeros(rows, dtype=np.int64)
        return np.bincount(row[self.hits & self.unknown], minlength=rows).astype(np.int64)

    def behind_row(self, row: Whole, place: int) -> Flags:
        """The parcels behind a row's figure."""
        of_hit = row if self.stands is None else row[self.stands]
        found: Flags = self.behind & (of_hit == place)
        return found


def count(selection: Selection, rule: ColumnRule) -> Counted:
    """What a column that is no share takes."""
    so = selection.where(rule.where)
    if rule.sums:
        measure = _measure(selection.facts, rule)
        weights = measure.hundredths[selection.at]
        unknown = None if measure.known is None else ~measure.known[selection.at]
        # A parcel that adds nothing is not behind the figure; one of unknown area may be.
        behind = so & ((weights != 0) if unknown is None else (weights != 0) | unknown)
        return Counted(so, behind, weights, unknown)
    if rule.counts == PATCHES:
        return _patches(selection, so, rule.of_patch == ANY)
    return Counted(so, so)


def _patches(selection: Selection, so: Flags, any_will_do: bool) -> Counted:
    patches = len(selection.first)
    of_those = so if any_will_do else ~so
    some = np.bincount(selection.patch[of_those], minlength=patches) > 0
    counted = some if any_will_do else ~some
    hits = np.zeros(len(selection.at), dtype=np.bool_)
    hits[selection.first[counted]] = True
    stands = selection.first[selection.patch]
    return Counted(hits, counted[selection.patch], stands=stands)


def _measure(facts: Facts, rule: ColumnRule) -> Measure:
    if rule.sums not in WAY_SUMS:
        return facts.measures[rule.sums]
    ways = facts.ways[rule.sums]
    return ways.get(rule.value or REST) or Measure(np.zeros(len(facts), dtype=np.int64))


def rows_of(facts: Facts, by: str) -> Tuple[Tuple[str, ...], Whole]:
    """What the rows of a table are, and each parcel's place among them.

    A town's code is ``<unit>/<town>``: two units may have towns of the same name.
    """
    found = facts.dimensions["unit" if by == "township" else by]
    if by != "township":
        return found.values, found.index
    towns = facts.dimensions["township"]
    together = found.index * len(towns.values) + towns.index
    places, index = np.unique(together, return_inverse=True)
    codes = [
        f"{found.values[one // len(towns.values)]}/{towns.values[one % len(towns.values)]}"
        for one in places.tolist()
    ]
    return tuple(codes), index.astype(np.int64)
