"""Typical cases: parcels chosen by the plan's rules or by hand, and what is told of each.

Told is only what the record knows of the land; no name of a person or of who built there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence

import numpy as np

from ..plan import Plan
from ..statistics.arrays import Flags
from ..statistics.definitions import FactRules
from ..statistics.facts import Facts
from ..statistics.periods import Period
from .rules import CaseRule, ReportRules, StateRule


@dataclass(frozen=True)
class Picked:
    """A parcel with what is told of it, by the words of :data:`rules.CASE_FACTS`; ``reason`` is
    why it was chosen, empty when somebody chose it."""

    number: str
    told: Dict[str, str]
    reason: str = ""


class Picking:
    """Chooses among the parcels of a period."""

    def __init__(self, facts: Facts, plan: Plan, rules: FactRules, words: ReportRules) -> None:
        self._facts, self._states = facts, words.states
        self._unknown = words.not_recorded
        kind = plan.lists.evidence[rules.use]
        values = plan.lists.values[kind.values].values if kind.values else ()
        self._uses = {one.code: one.label.zh for one in values}
        self._categories = {one.code: one.label.zh for one in plan.categories}

    def chosen(
        self, rules: Sequence[CaseRule], period: Period, unit: str, by_hand: Sequence[str] = ()
    ) -> List[Picked]:
        """Those chosen by hand first, then those of each rule; nobody twice.

        What was chosen by hand and is not counted (military, divided since) is left out.
        """
        places = {number: at for at, number in enumerate(self._facts.numbers)}
        found = {number: "" for number in by_hand if number in places}
        there = self._there(period, unit)
        for rule in rules:
            for number in self._of_rule(rule, there, frozenset(found)):
                found[number] = rule.label.zh
        return [self._picked(number, places[number], why) for number, why in found.items()]

    def told_of(self, numbers: Sequence[str]) -> List[Picked]:
        """What is told of some parcels, in the order given."""
        places = {number: at for at, number in enumerate(self._facts.numbers)}
        return [self._picked(number, places[number], "") for number in numbers]

    def _there(self, period: Period, unit: str) -> Flags:
        months = self._facts.dimensions["month"]
        there = months.among([one for one in months.values if period.holds(one)])
        there &= self._facts.dimensions["source"].among(["patch"])
        return there & self._facts.dimensions["unit"].among([unit]) if unit else there

    def _of_rule(self, rule: CaseRule, there: Flags, but: frozenset[str]) -> List[str]:
        facts = self._facts
        so = there.copy()
        for mark in rule.marks:
            so &= facts.marks[mark]
        sizes = facts.measures[rule.measure].hundredths
        so &= (sizes >= int(rule.at_least_mu * 100)) & (sizes > 0)
        at = np.flatnonzero(so)
        largest = sorted(at.tolist(), key=lambda one: (-int(sizes[one]), facts.numbers[one]))
        return [facts.numbers[one] for one in largest if facts.numbers[one] not in but][: rule.most]

    def _picked(self, number: str, at: int, reason: str) -> Picked:
        facts = self._facts
        unit = facts.dimensions["unit"][at]
        category = facts.dimensions["category"][at]
        told = {name: self._mu(name, at) for name in ("area", "cultivated", "basic_farmland")}
        told.update(
            unit=facts.unit_names.get(unit, unit),
            town=facts.dimensions["township"][at],
            parcel=number,
            use=self._uses.get(facts.dimensions["use"][at], self._unknown),
            verdict=self._categories.get(category, self._unknown),
            state=next((one.label.zh for one in self._states if self._is(one, at)), self._unknown),
            reason=reason,
        )
        return Picked(number, told, reason)

    def _is(self, state: StateRule, at: int) -> bool:
        return not state.mark or bool(self._facts.marks[state.mark][at])

    def _mu(self, name: str, at: int) -> str:
        measure = self._facts.measures[name]
        if measure.known is not None and not measure.known[at]:
            return self._unknown
        hundredths = int(measure.hundredths[at])
        return f"{hundredths // 100}.{hundredths % 100:02d}"
