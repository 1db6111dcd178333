"""必须外业核查: what the city visits on the ground, one by one.

Source: 工作方案 四（一）. "以上" includes the number. Areas are compared in mu as rounded on the
forms; where the adjustment of classes took a hundredth off a figure, the figure before that
counts too, so that a threshold is never missed by rounding.
"""

from __future__ import annotations

from decimal import Decimal
from typing import List, Sequence

from ..areas import mu_from_m2
from ..model import Dossier, Figures
from ..plan import MustVisit, Plan


def must_visit(dossier: Dossier, plan: Plan) -> List[MustVisit]:
    """The thresholds that one parcel reaches.

    Without a county verdict every threshold counts by its figures alone: the parcel is
    suspected until somebody judges it.
    """
    return must_visit_together([dossier], plan)


def must_visit_together(dossiers: Sequence[Dossier], plan: Plan) -> List[MustVisit]:
    """The thresholds that the parcels of one patch reach together.

    The plan speaks of patches: dividing one does not take it from under a threshold.
    """
    return [rule for rule in plan.must_visit if _is_reached(rule, dossiers, plan)]


def _is_reached(rule: MustVisit, dossiers: Sequence[Dossier], plan: Plan) -> bool:
    meant = [
        dossier.figures
        for dossier in dossiers
        if dossier.figures is not None and _is_meant(rule, dossier)
    ]
    return any(_mu(meant, figure, plan) >= rule.at_least_mu for figure in rule.figures)


def _is_meant(rule: MustVisit, dossier: Dossier) -> bool:
    verdict = dossier.county_verdict
    return (
        verdict is None
        or verdict.category in rule.categories
        or verdict.subcategory in rule.subcategories
    )


def _mu(found: Sequence[Figures], figure: str, plan: Plan) -> Decimal:
    """A figure of some parcels together, in mu; unknown ones add nothing."""
    mu = [getattr(one, f"{figure}_mu") for one in found]
    m2 = [getattr(one, f"{figure}_m2") for one in found]
    shown = sum((value for value in mu if value is not None), Decimal(0))
    whole = sum((value for value in m2 if value is not None), Decimal(0))
    return max(shown, mu_from_m2(whole, plan.area_rules.mu_per_m2))
