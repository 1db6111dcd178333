"""Areas of a rectification added up, in mu to 0.01: nothing is rounded again, nothing clipped."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Iterable, Optional

from ..model import Dossier
from ..plan import Plan
from ..rectified import Measure

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Amount:
    """An area with cultivated land and basic farmland of it; ``None`` is unknown, not none."""

    mu: Decimal = NOTHING
    cultivated_mu: Optional[Decimal] = NOTHING
    basic_farmland_mu: Optional[Decimal] = NOTHING

    def without(self, other: Amount) -> Amount:
        """What is left of it, never below nothing; unknown where either is."""
        return Amount(
            max(self.mu - other.mu, NOTHING),
            _less(self.cultivated_mu, other.cultivated_mu),
            _less(self.basic_farmland_mu, other.basic_farmland_mu),
        )


def _less(whole: Optional[Decimal], part: Optional[Decimal]) -> Optional[Decimal]:
    return None if whole is None or part is None else max(whole - part, NOTHING)


def whole_parcel(dossier: Dossier, plan: Plan) -> Amount:
    """The parcel's own figures; what the overlay has not found is unknown."""
    found = dossier.figures
    return Amount(
        dossier.parcel.mu(plan.area_rules.mu_per_m2),
        found.cultivated_mu if found else None,
        found.basic_farmland_mu if found else None,
    )


def added(measures: Iterable[Measure]) -> Amount:
    """The measures' areas together."""
    ones = list(measures)
    return Amount(
        sum((one.area_mu for one in ones), NOTHING),
        sum((one.cultivated_mu for one in ones), NOTHING),
        sum((one.basic_farmland_mu for one in ones), NOTHING),
    )


def recultivated(measures: Iterable[Measure]) -> Decimal:
    """What is cultivated again; a measure that does not say adds nothing."""
    return sum((one.recultivated_mu or NOTHING for one in measures), NOTHING)
