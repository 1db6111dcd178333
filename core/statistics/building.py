"""From what is recorded to the facts that are counted."""

from __future__ import annotations

from typing import Callable, Dict, List, Sequence, Set, Tuple

import numpy as np

from ..model import Answer
from ..plan import Plan
from ..plan.cases import FILED, NOT_FILED
from ..rectified import PutRight
from ..review import Stage, state_of
from ..rounds import Outcome, Rounds
from .counted import counted_rows, effective_category
from .definitions import REST, FactRules, StatisticsRules
from .facts import Dimension, Facts, Flags, Measure, Whole, known_of
from .places import Places
from .recorded import ParcelRow, Recorded
from .righting import AREA, put_right_columns
from .visits import must_be_visited, recorded

PATCH, LEDGER = "patch", "ledger"
_NOT_PUT_RIGHT = PutRight()


def facts_of(found: Recorded, plan: Plan, rules: StatisticsRules) -> Facts:
    """The facts of everything that is recorded, under a plan."""
    made = _Building(found, plan, rules.facts)
    return Facts(
        day=found.day,
        seq=found.seq,
        numbers=tuple(row.number for row in made.rows),
        patch=made.patch,
        first=made.first,
        dimensions=made.dimensions(),
        marks=made.marks(),
        measures=made.measures(),
        several=made.several(),
        ways=made.ways(),
        unit_names=made.unit_names(),
    )


class _Building:
    """Makes the columns, one kind after the other."""

    def __init__(self, found: Recorded, plan: Plan, rules: FactRules) -> None:
        self.recorded, self.plan, self.rules = found, plan, rules
        self._counted = counted_rows(found, plan)
        self.rows = self._counted.rows
        self.is_patch = np.arange(len(self.rows)) < len(self._counted.parcels)
        patches = Dimension.of([row.patch for row in self.rows])
        self.patch = patches.index
        self.first = _first_of_each(patches)
        self._places = Places(plan, found.senders)
        self._towns = self._texts(self._places.town)
        self._units = [self._places.unit(row, town) for row, town in zip(self.rows, self._towns)]
        self._categories = self._texts(effective_category)
        self._known = {name: self._measure(f"{name}_mu") for name in _ADDED}
        self._outcomes = self._by_outcome()
        self._illegal = self._is_illegal()
        numbers = [row.number for row in self.rows]
        area, cultivated = self._known["area"], self._known["cultivated"]
        self._righting = put_right_columns(found, plan, numbers, self._illegal, area, cultivated)
        self._righting.add_old_cases(self._counted)

    def _texts(self, of: Callable[[ParcelRow], str]) -> List[str]:
        return [of(row) for row in self.rows]

    def _measure(self, name: str) -> Measure:
        at = ParcelRow._fields.index(name)
        values = np.array([row[at] for row in self.rows], dtype=np.float64)
        known = ~np.isnan(values)
        return Measure(np.rint(np.nan_to_num(values) * 100).astype(np.int64), known)

    def unit_names(self) -> Dict[str, str]:
        """What the units are called."""
        return self._places.names(self._units, self.rows)

    # ---- what tells them apart

    def dimensions(self) -> Dict[str, Dimension]:
        """All dimensions by name."""
        return {
            "unit": Dimension.of(self._units),
            "township": Dimension.of(self._towns),
            "month": Dimension.of(self._texts(lambda row: row.month)),
            "year": Dimension.of(self._texts(lambda row: row.month[:4])),
            "class": self._listed(
                self._texts(lambda row: row.patch_class),
                [one.code for one in self.plan.patch_classes],
            ),
            "category": self._listed(self._categories, [one.code for one in self.plan.categories]),
            "subcategory": Dimension.of(self._texts(_subcategory)),
            "outcome": Dimension.of(self._outcomes),
            "use": self._evidence(self.rules.use),
            "actor": self._evidence(self.rules.actor),
            "size": self._sizes(),
            "source": Dimension.of(np.where(self.is_patch, PATCH, LEDGER).tolist()),
        }

    def _listed(self, values: Sequence[str], known: Sequence[str]) -> Dimension:
        """What the plan does not know is the rest, so that the parts make the whole."""
        there = frozenset(known)
        return Dimension.of([one if one in there else REST for one in values])

    def _by_outcome(self) -> List[str]:
        of = {code: one.code for one in self.rules.outcomes for code in one.categories}
        return [of.get(code, REST) for code in self._categories]

    def _evidence(self, kind: str) -> Dimension:
        """A recorded choice; where none is, the entry of the field check that stands for it."""
        rule, evidence = self.plan.lists.evidence[kind], self.recorded.evidence
        at = ParcelRow._fields.index(rule.field) if rule.field in ParcelRow._fields else None
        values = [
            recorded(evidence, row.number, kind) or (str(row[at]) if at else "")
            for row in self.rows
        ]
        known = self.plan.lists.values[rule.values].values if rule.values else ()
        return self._listed(values, [term.code for term in known])

    def _sizes(self) -> Dimension:
        bounds = [int(one.at_least_mu * 100) for one in self.rules.sizes]
        codes = [REST, *(one.code for one in self.rules.sizes)]
        measure = self._known[self.rules.size]
        places = np.searchsorted(bounds, measure.hundredths, side="right")
        if measure.known is not None:
            places = np.where(measure.known, places, 0)
        return Dimension(tuple(codes), places.astype(np.int64))

    # ---- what is so of them

    def marks(self) -> Dict[str, Flags]:
        """All marks by name."""
        visited = frozenset(self.rules.visited_ways)
        return {
            **self._verdict_marks(),
            **self._review_marks(),
            **self._case_marks(),
            "checked": self._so(lambda row: bool(row.checked_on)),
            "filled": self._so(lambda row: bool(row.county_category)),
            "must_visit": self.is_patch
            & must_be_visited(self.rows, self.patch, self.recorded, self.plan),
            "visited": self._so(
                lambda row: (
                    (bool(row.checked_on) and row.way in visited)
                    or bool(self.recorded.put_right.get(row.number, _NOT_PUT_RIGHT).acceptances)
                )
            ),
            **self._righting.marks,
        }

    def _so(self, of: Callable[[ParcelRow], bool]) -> Flags:
        return np.array([of(row) for row in self.rows], dtype=np.bool_)

    def _is_illegal(self) -> Flags:
        codes = frozenset(one.code for one in self.plan.categories if one.illegal)
        judged = np.array([one in codes for one in self._categories], dtype=np.bool_)
        return judged | ~self.is_patch

    def _verdict_marks(self) -> Dict[str, Flags]:
        cultivated = self._known["cultivated"]
        unknown = ~known_of(cultivated)
        return {
            "judged": np.array([bool(one) for one in self._categories], dtype=np.bool_),
            "illegal": self._illegal,
            "in_ledger": ~self.is_patch
            | self._so(lambda row: row.number in self._counted.in_ledger),
            "on_cultivated": cultivated.hundredths > 0,
            "on_basic_farmland": self._known["basic_farmland"].hundredths > 0,
            "on_red_line": self._known["red_line"].hundredths > 0,
            "figures_known": ~unknown,
        }

    def _review_marks(self) -> Dict[str, Flags]:
        rounds = self.recorded.rounds
        found = np.zeros((len(_REVIEW_MARKS), len(self.rows)), dtype=np.bool_)
        for at, row in enumerate(self.rows):
            of_parcel = rounds.get(row.number)
            if of_parcel is not None:
                found[:, at] = _reviewed(of_parcel, bool(row.county_category))
        marks = dict(zip(_REVIEW_MARKS, found))
        marks["patch_returned"] = np.isin(self.patch, self.patch[marks["returned"]])
        return marks

    def _case_marks(self) -> Dict[str, Flags]:
        rules = self.plan.case_rules.steps.values()
        ending = {one.code for one in rules if one.ends} - {NOT_FILED}
        filed: Set[str] = set()
        not_filed: Set[str] = set()
        closed: Set[str] = set()
        for case in self.recorded.cases:
            steps, parcels = case.filing.steps, case.case.parcels
            if FILED in steps:
                filed.update(parcels)
            elif case.filing.reason or NOT_FILED in steps:
                not_filed.update(parcels)
            if ending.intersection(steps):
                closed.update(parcels)
        return {
            "case_filed": self._so(lambda row: row.number in filed),
            "case_not_filed": self._so(
                lambda row: row.number in not_filed and row.number not in filed
            ),
            "case_closed": self._so(lambda row: row.number in closed and row.number in filed),
        }

    def several(self) -> Dict[str, Dict[str, Flags]]:
        """Marks by value, of the dimensions of which a parcel may have several."""
        areas = self._righting.ways[AREA]
        return {
            "flag": {term.code: self._flag(term.code) for term in self.plan.flag_rules.flags},
            "way": {way: area > 0 for way, area in areas.items()},
        }

    def _flag(self, code: str) -> Flags:
        flags, yes = self.recorded.flags, Answer.YES.value
        return self._so(lambda row: flags.get(row.number, {}).get(code) == yes)

    # ---- what is added up

    def measures(self) -> Dict[str, Measure]:
        """All sums by name."""
        return {
            **self._known,
            **self._righting.measures(),
            "illegal": _only(self._known["area"], self._illegal),
            "illegal_cultivated": _only(self._known["cultivated"], self._illegal),
            "illegal_basic_farmland": _only(self._known["basic_farmland"], self._illegal),
        }

    def ways(self) -> Dict[str, Dict[str, Measure]]:
        """Areas by way of putting right; what the plan does not know is the rest."""
        return {
            name: {way: Measure(area) for way, area in by_way.items()}
            for name, by_way in self._righting.all_ways().items()
        }


def _subcategory(row: ParcelRow) -> str:
    """That of the verdict that counts; a verdict may have none."""
    if row.final_category:
        return row.final_subcategory
    return row.city_subcategory if row.city_category else row.county_subcategory


_ADDED = ("area", "cultivated", "basic_farmland", "red_line")
_REVIEW_MARKS = (
    *("submitted", "reviewed", "returned", "returned_twice", "returned_now", "corrected"),
    *("passed", "passed_at_once", "overridden"),
)


def _reviewed(rounds: Rounds, judged: bool) -> Tuple[bool, ...]:
    state = state_of(rounds, judged)
    returns = sum(one.outcome is Outcome.RETURNED for one in rounds.reviews)
    passed = state.stage.is_closed
    return (
        state.submitted is not None,
        bool(rounds.reviews),
        returns > 0,
        returns > 1,
        state.stage is Stage.RETURNED,
        returns > 0 and state.stage is not Stage.RETURNED,
        passed,
        state.stage is Stage.PASSED and not returns,
        state.stage is Stage.OVERRIDDEN,
    )


def _first_of_each(patches: Dimension) -> Whole:
    """The place of the first parcel of each patch."""
    _, first = np.unique(patches.index, return_index=True)
    return first.astype(np.int64)


def _only(measure: Measure, chosen: Flags) -> Measure:
    """Nothing outside of what is chosen; there it is known to be nothing."""
    known = None if measure.known is None else measure.known | ~chosen
    return Measure(np.where(chosen, measure.hundredths, 0), known)
