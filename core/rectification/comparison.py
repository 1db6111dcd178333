"""What was measured on the ground beside the parcel and what the county says of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Optional

from ..model import Dossier
from ..plan import Plan
from .measuring import Measured
from .standing import standing


@dataclass(frozen=True)
class Comparison:
    """Areas in mu; those of the outline are ``None`` where nothing was measured.

    ``difference_mu`` is what was measured in the parcel without what the county says was
    recultivated. ``outside`` and ``too_small`` by the plan's tolerances.
    """

    parcel_mu: Decimal
    illegal_mu: Decimal
    rectified_mu: Decimal
    recultivated_mu: Decimal
    measured_mu: Optional[Decimal] = None
    inside_mu: Optional[Decimal] = None
    difference_mu: Optional[Decimal] = None
    outside: bool = False
    too_small: bool = False


def compared(dossier: Dossier, measured: Optional[Measured], plan: Plan) -> Comparison:
    """An outline beside the parcel."""
    stands, rules = standing(dossier, plan), plan.rectification_rules.outline
    parcel_mu = dossier.parcel.mu(plan.area_rules.mu_per_m2)
    figures = (parcel_mu, stands.illegal.mu, stands.rectified.mu, stands.recultivated_mu)
    if measured is None:
        return Comparison(*figures)
    difference = measured.inside_mu - stands.recultivated_mu
    return Comparison(
        *figures,
        measured_mu=measured.measured_mu,
        inside_mu=measured.inside_mu,
        difference_mu=difference,
        outside=measured.inside_percent < rules.inside_percent,
        too_small=difference < -rules.tolerance_mu,
    )
