"""From what is recorded to the facts that are counted."""

from __future__ import annotations

from typing import Dict, Iterable, Protocol, Sequence, Set

import numpy as np

from ..model import Answer
from ..plan import Plan
from ..plan.cases import FILED, NOT_FILED
from .arrays import Flags, Whole
from .counted import counted_rows, effective_verdict
from .definitions import LEDGER, PATCH, REST, FactRules, StatisticsRules
from .facts import Dimension, Facts, Measure, known_of
from .periods import EVERYTHING, Reach
from .places import Places
from .recorded import Columns, ParcelRow, Recorded
from .reviewing import review_marks
from .righting import AREA, Righting, put_right_columns
from .visits import must_be_visited, recorded


def facts_of(
    found: Recorded, plan: Plan, rules: StatisticsRules, reach: Reach = EVERYTHING
) -> Facts:
    """The facts of what is recorded within reach, under a plan."""
    made = _Building(found, plan, rules.facts, reach)
    return Facts(
        day=found.day,
        seq=found.seq,
        reach=reach,
        numbers=tuple(row.number for row in made.rows),
        patch=made.patch,
        dimensions=made.dimensions(),
        marks=made.marks(),
        measures=made.measures(),
        several=made.several(),
        ways=made.ways(),
        unit_names=made.unit_names(),
    )


class _Building:
    """Makes the columns, one kind after the other."""

    def __init__(self, found: Recorded, plan: Plan, rules: FactRules, reach: Reach) -> None:
        self._recorded, self._plan, self._rules = found, plan, rules
        self._counted = counted_rows(found, plan, reach)
        self.rows = self._counted.rows
        self._columns = Columns(self.rows)
        self._is_patch = np.arange(len(self.rows)) < len(self._counted.parcels)
        self.patch = Dimension.of(self._columns["patch"]).index
        self._places = Places(plan, found.senders)
        self._towns = [self._places.town(row) for row in self.rows]
        self._units = [self._places.unit(row, town) for row, town in zip(self.rows, self._towns)]
        verdicts = [effective_verdict(row) for row in self.rows]
        self._categories = [category for category, _ in verdicts]
        self._subcategories = [subcategory for _, subcategory in verdicts]
        self._known = {name: Measure(*self._columns.hundredths(f"{name}_mu")) for name in _ADDED}
        self._illegal = self._is_illegal()
        self._righting = self._put_right()

    def _put_right(self) -> Righting:
        area, cultivated = self._known["area"], self._known["cultivated"]
        found = put_right_columns(
            self._recorded, self._plan, self._columns, self._illegal, area, cultivated
        )
        found.add_old_cases(self._counted)
        return found

    def unit_names(self) -> Dict[str, str]:
        """What the units are called."""
        issued = dict(zip(self._columns["county_code"], self._columns["county_name"]))
        return self._places.names(self._units, issued)

    # ---- what tells them apart

    def dimensions(self) -> Dict[str, Dimension]:
        """All dimensions by name."""
        columns, plan = self._columns, self._plan
        months = Dimension.of(columns["month"])
        return {
            "unit": Dimension.of(self._units),
            "township": Dimension.of(self._towns),
            "month": months,
            "year": months.renamed(lambda month: month[:4]),
            "class": _listed(columns["patch_class"], plan.patch_classes),
            "category": _listed(self._categories, plan.categories),
            "subcategory": Dimension.of(self._subcategories),
            "outcome": Dimension.of(self._categories).renamed(self._outcome),
            "use": self._choice(self._rules.use),
            "actor": self._choice(self._rules.actor),
            "size": self._sizes(),
            "source": Dimension.of(np.where(self._is_patch, PATCH, LEDGER).tolist()),
        }

    def _outcome(self, category: str) -> str:
        of = {code: one.code for one in self._rules.outcomes for code in one.categories}
        return of.get(category, REST)

    def _choice(self, kind: str) -> Dimension:
        """A recorded choice; where none is, the entry of the field check that stands for it."""
        rule, evidence = self._plan.lists.evidence[kind], self._recorded.evidence
        stands = rule.field in ParcelRow._fields
        values = list(self._columns[rule.field]) if stands else [""] * len(self.rows)
        for number in evidence:
            at, said = self._columns.place(number), recorded(evidence, number, kind)
            if at is not None and said:
                values[at] = said
        return _listed(values, self._plan.lists.values[rule.values].values if rule.values else ())

    def _sizes(self) -> Dimension:
        bounds = [int(one.at_least_mu * 100) for one in self._rules.sizes]
        codes = [REST, *(one.code for one in self._rules.sizes)]
        measure = self._known[self._rules.size]
        places = np.searchsorted(bounds, measure.hundredths, side="right")
        return Dimension(tuple(codes), np.where(known_of(measure), places, 0).astype(np.int64))

    # ---- what is so of them

    def marks(self) -> Dict[str, Flags]:
        """All marks by name."""
        columns, found = self._columns, self._recorded
        checked = columns.are(columns["checked_on"])
        accepted = [number for number, one in found.put_right.items() if one.acceptances]
        ways = frozenset(self._rules.visited_ways)
        visits = must_be_visited(columns, self.patch, found, self._plan)
        return {
            **self._verdict_marks(),
            **review_marks(found.rounds, columns, self.patch),
            **self._case_marks(),
            "checked": checked,
            "filled": columns.are(columns["county_category"]),
            "must_visit": self._is_patch & visits,
            "visited": (checked & columns.are(way in ways for way in columns["way"]))
            | columns.among(accepted),
            **self._righting.marks,
        }

    def _is_illegal(self) -> Flags:
        codes = frozenset(one.code for one in self._plan.categories if one.illegal)
        judged = self._columns.are(one in codes for one in self._categories)
        return judged | ~self._is_patch

    def _verdict_marks(self) -> Dict[str, Flags]:
        cultivated = self._known["cultivated"]
        return {
            "judged": self._columns.are(self._categories),
            "illegal": self._illegal,
            "in_ledger": ~self._is_patch | self._columns.among(self._counted.in_ledger),
            "on_cultivated": cultivated.hundredths > 0,
            "on_basic_farmland": self._known["basic_farmland"].hundredths > 0,
            "on_red_line": self._known["red_line"].hundredths > 0,
            "figures_known": known_of(cultivated),
        }

    def _case_marks(self) -> Dict[str, Flags]:
        rules = self._plan.case_rules.steps.values()
        ending = {one.code for one in rules if one.ends} - {NOT_FILED}
        filed: Set[str] = set()
        not_filed: Set[str] = set()
        closed: Set[str] = set()
        for case in self._recorded.cases:
            steps, parcels = case.filing.steps, case.case.parcels
            if FILED in steps:
                filed.update(parcels)
            elif case.filing.reason or NOT_FILED in steps:
                not_filed.update(parcels)
            if ending.intersection(steps):
                closed.update(parcels)
        return {
            "case_filed": self._columns.among(filed),
            "case_not_filed": self._columns.among(not_filed - filed),
            "case_closed": self._columns.among(closed & filed),
        }

    def several(self) -> Dict[str, Dict[str, Flags]]:
        """Marks by value, of the dimensions of which a parcel may have several."""
        areas = self.ways()[AREA]
        return {
            "flag": {term.code: self._flag(term.code) for term in self._plan.flag_rules.flags},
            "way": {way: area.hundredths > 0 for way, area in areas.items()},
        }

    def _flag(self, code: str) -> Flags:
        yes, flags = Answer.YES.value, self._recorded.flags
        return self._columns.among(number for number, of in flags.items() if of.get(code) == yes)

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
        found: Dict[str, Dict[str, Measure]] = {}
        for name, by_way in self._righting.all_ways().items():
            areas: Dict[str, Whole] = {}
            for way, area in by_way.items():
                code = way if way in self._plan.rectification_rules.ways else REST
                areas[code] = areas[code] + area if code in areas else area
            found[name] = {code: Measure(area) for code, area in areas.items()}
        return found


class _HasCode(Protocol):
    @property
    def code(self) -> str:
        """The code."""


def _listed(values: Sequence[str], known: Iterable[_HasCode]) -> Dimension:
    """What the plan does not know is the rest, so that the parts make the whole."""
    there = frozenset(one.code for one in known)
    return Dimension.of(values).renamed(lambda value: value if value in there else REST)


_ADDED = ("area", "cultivated", "basic_farmland", "red_line")


def _only(measure: Measure, chosen: Flags) -> Measure:
    """Nothing outside of what is chosen; there it is known to be nothing."""
    return Measure(np.where(chosen, measure.hundredths, 0), known_of(measure) | ~chosen)
