"""How far parcels are put right, and what of it counts by the cut-off, as columns."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Container, Dict, List, Mapping, Optional, Tuple

import numpy as np

from ..casefile import CaseFile
from ..ledger.ledger import is_closed
from ..model import Evidence
from ..plan import Plan
from ..rectification import Amount, Stage, Standing
from ..rectification.cutoff import by_cutoff
from ..rectification.standing import standing_of
from ..rectified import PutRight
from .arrays import Flags, Whole
from .counted import CountedRows
from .facts import Measure
from .old_cases import OldCase
from .recorded import Columns, Recorded

NOTHING = Amount()
AREA, CULTIVATED, COUNTED = "way_area", "way_cultivated", "way_counted"
MARKS = ("planned", "under_way", "rectified", "rectified_partly", "certified", "closed", "reopened")
SUMS = (
    *("rectified", "rectified_cultivated", "remaining", "remaining_cultivated", "recultivated"),
    *("counted", "counted_cultivated"),
)
_CERTIFIED = (Stage.CERTIFIED, Stage.CLOSED)


@dataclass
class Righting:
    """The columns as they are filled; of areas hundredths of a mu."""

    count: int
    marks: Dict[str, Flags] = field(default_factory=dict)
    sums: Dict[str, Whole] = field(default_factory=dict)
    unknown: Dict[str, Flags] = field(default_factory=dict)
    ways: Dict[str, Dict[str, Whole]] = field(default_factory=dict)
    counted_ways: Dict[str, Whole] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.marks = {name: self._no() for name in MARKS}
        self.sums = {name: self._nothing() for name in SUMS}
        self.unknown = {name: self._no() for name in SUMS}
        self.ways = {AREA: {}, CULTIVATED: {}}

    def _no(self) -> Flags:
        return np.zeros(self.count, dtype=np.bool_)

    def _nothing(self) -> Whole:
        return np.zeros(self.count, dtype=np.int64)

    def put(self, name: str, at: int, mu: Optional[Decimal]) -> None:
        """An area of one parcel; None is unknown."""
        self.unknown[name][at] = mu is None
        self.sums[name][at] = 0 if mu is None else hundredths(mu)

    def add_way(self, ways: Dict[str, Whole], way: str, at: int, mu: Optional[Decimal]) -> None:
        """An area that goes one way; what is unknown adds nothing."""
        if mu:
            if way not in ways:
                ways[way] = self._nothing()
            ways[way][at] += hundredths(mu)

    def add_old_cases(self, counted: CountedRows) -> None:
        """What old lists say of the rows after the parcels, and of parcels linked to them."""
        first = len(counted.parcels)
        for at, one in enumerate(counted.old, start=first):
            self._add_old(at, one)
        for at, row in enumerate(counted.parcels if counted.linked else ()):
            entries = counted.linked.get(row.number)
            if entries:
                turns = counted.turns_of(row.number)
                self.marks["closed"][at] = closed = is_closed(turns, entries)
                self.marks["reopened"][at] = bool(turns) and not closed

    def _add_old(self, at: int, one: OldCase) -> None:
        areas = one.areas
        self.marks["closed"][at], self.marks["reopened"][at] = one.is_closed, one.is_reopened
        self.marks["rectified"][at] = areas.remaining_mu == 0
        self.marks["rectified_partly"][at] = bool(areas.rectified_mu and areas.remaining_mu)
        self.put("rectified", at, areas.rectified_mu)
        self.put("remaining", at, areas.remaining_mu)
        self.put("remaining_cultivated", at, areas.remaining_cultivated_mu)
        whole, left = areas.cultivated_mu, areas.remaining_cultivated_mu
        done = None if whole is None or left is None else whole - left
        self.put("rectified_cultivated", at, done)

    def all_ways(self) -> Dict[str, Dict[str, Whole]]:
        """What goes each way, and what of its cultivated land counts by the cut-off."""
        return {**self.ways, COUNTED: self.counted_ways}

    def measures(self) -> Dict[str, Measure]:
        """The sums with what is known of them."""
        return {name: Measure(self.sums[name], ~self.unknown[name]) for name in SUMS}


def hundredths(mu: Decimal) -> int:
    """Hundredths of a mu."""
    return int(mu.scaleb(2).to_integral_value())


@dataclass(frozen=True)
class _Answered:
    """What the cut-off asks of a parcel."""

    put_right: PutRight
    evidence: Mapping[str, Evidence]
    cases: Tuple[CaseFile, ...]


def put_right_columns(
    recorded: Recorded,
    plan: Plan,
    columns: Columns,
    illegal: Flags,
    area: Measure,
    cultivated: Measure,
) -> Righting:
    """Everything about putting right of parcels, in their order.

    Of parcels without any record all that is illegal remains.
    """
    found = Righting(columns.count)
    _all_remains(found, illegal, area, cultivated)
    cases = _cases_of(recorded, recorded.put_right)
    for number, its in recorded.put_right.items():
        at = columns.place(number)
        if at is None:
            continue
        amount = _amount(at, area, cultivated) if illegal[at] else NOTHING
        stands = standing_of(its, amount, plan)
        _fill_marks(found, at, stands)
        if not illegal[at]:
            continue  # where nothing is illegal now, nothing was put right
        _fill_areas(found, at, stands)
        evidence = recorded.evidence.get(number, {})
        answered = _Answered(its, evidence, tuple(cases.get(number, ())))
        _fill_counted(found, at, answered, plan)
    return found


def _all_remains(found: Righting, illegal: Flags, area: Measure, cultivated: Measure) -> None:
    found.sums["remaining"] = np.where(illegal, area.hundredths, 0)
    found.sums["remaining_cultivated"] = np.where(illegal, cultivated.hundredths, 0)
    if cultivated.known is not None:
        found.unknown["remaining_cultivated"] = illegal & ~cultivated.known


def _cases_of(recorded: Recorded, wanted: Container[str]) -> Dict[str, List[CaseFile]]:
    cases: Dict[str, List[CaseFile]] = defaultdict(list)
    for one in recorded.cases:
        for number in one.case.parcels:
            if number in wanted:
                cases[number].append(one)
    return cases


def _amount(at: int, area: Measure, cultivated: Measure) -> Amount:
    known = cultivated.known is None or bool(cultivated.known[at])
    of_it = _mu(cultivated.hundredths[at]) if known else None
    return Amount(_mu(area.hundredths[at]), of_it)


def _mu(value: np.int64) -> Decimal:
    return Decimal(int(value)).scaleb(-2)


def _fill_marks(found: Righting, at: int, stands: Standing) -> None:
    illegal, partly = bool(stands.illegal.mu), bool(stands.rectified.mu)
    done = illegal and stands.is_put_right
    found.marks["rectified"][at] = done
    found.marks["rectified_partly"][at] = illegal and partly and not done
    found.marks["planned"][at] = stands.stage is Stage.PLANNED
    found.marks["under_way"][at] = stands.stage is Stage.UNDER_WAY
    found.marks["certified"][at] = stands.stage in _CERTIFIED and stands.inspected
    found.marks["closed"][at] = stands.stage is Stage.CLOSED
    found.marks["reopened"][at] = bool(stands.reopened_on) and stands.stage is not Stage.CLOSED


def _fill_areas(found: Righting, at: int, stands: Standing) -> None:
    found.put("rectified", at, stands.rectified.mu)
    found.put("rectified_cultivated", at, stands.rectified.cultivated_mu)
    found.put("remaining", at, stands.remaining.mu)
    found.put("remaining_cultivated", at, stands.remaining.cultivated_mu)
    found.put("recultivated", at, stands.recultivated_mu)
    for way, one in stands.ways.items():
        found.add_way(found.ways[AREA], way, at, one.done.mu)
        found.add_way(found.ways[CULTIVATED], way, at, one.done.cultivated_mu)


def _fill_counted(found: Righting, at: int, answered: _Answered, plan: Plan) -> None:
    for one in by_cutoff(answered, plan):
        found.sums["counted"][at] += hundredths(one.mu)
        found.sums["counted_cultivated"][at] += hundredths(one.cultivated_mu)
        found.add_way(found.counted_ways, one.measure.way, at, one.cultivated_mu)
