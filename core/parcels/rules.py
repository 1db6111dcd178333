"""What a plan says about dividing: tolerances and the smallest parcel."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..plan import Plan
from ..plan.sections import Origin, origin_of


@dataclass(frozen=True)
class DivisionRules:
    """``tolerance_m``: points nearer than this are one. ``area_tolerance_m2``: how much the
    parts may differ from the whole before they are adjusted. What has less than ``smallest_m2``
    or is on average narrower than ``narrowest_m`` is no parcel."""

    tolerance_m: float
    area_tolerance_m2: Decimal
    smallest_m2: Decimal
    narrowest_m: Decimal
    mu_per_m2: Decimal
    origin: Origin


def division_rules(plan: Plan) -> DivisionRules:
    """The rules of a plan; raises :class:`PlanError` naming file, key and reason."""
    node = plan.section("geometry").at("division")
    rules = DivisionRules(
        tolerance_m=float(node.decimal("tolerance_m")),
        area_tolerance_m2=node.decimal("area_tolerance_m2"),
        smallest_m2=node.decimal("smallest_m2"),
        narrowest_m=node.decimal("narrowest_m"),
        mu_per_m2=plan.area_rules.mu_per_m2,
        origin=origin_of(node),
    )
    node.refuse_unknown()
    return rules
