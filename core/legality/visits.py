"""必须外业核查: what the city, or for mines the province, visits on the ground, one by one.

Source: 工作方案 四（一）. "以上" includes the number. Areas are compared in mu as rounded on the
forms; where the adjustment of classes took a hundredth off a figure, the figure before that
counts too, so that a threshold is never missed by rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import List, Optional, Sequence

from ..model import Dossier
from ..mu import mu_from_m2
from ..plan import MustVisit, Plan
from .facts import Facts


@dataclass(frozen=True)
class Reached:
    """A threshold that is reached, and the figure that reaches it, in mu.

    ``shown_mu`` is the sum of the parcels' figures as forms print them, ``whole_mu`` is rounded
    from all their square metres, ``raw_mu`` is the same before rounding. ``is_rectified``: it is
    recorded as put right, so the visit is about the result as well.
    """

    rule: MustVisit
    figure: str
    shown_mu: Decimal
    whole_mu: Decimal
    raw_mu: Decimal
    is_rectified: bool

    @property
    def counted_mu(self) -> Decimal:
        """The figure that is compared with the threshold."""
        return max(self.shown_mu, self.whole_mu)


def must_visit(dossier: Dossier, plan: Plan) -> List[MustVisit]:
    """The thresholds that one parcel reaches.

    Without a county verdict every threshold counts by its figures alone: the parcel is
    suspected until somebody judges it.
    """
    return must_visit_together([dossier], plan)


def must_visit_together(dossiers: Sequence[Dossier], plan: Plan) -> List[MustVisit]:
    """The thresholds that the parcels of one patch reach together."""
    return [one.rule for one in reached_together(dossiers, plan)]


def reached_together(dossiers: Sequence[Dossier], plan: Plan) -> List[Reached]:
    """The same with the largest figure that reaches each.

    The plan speaks of patches: dividing one does not take it from under a threshold.
    """
    found = (_reached(rule, dossiers, plan) for rule in plan.must_visit)
    return [one for one in found if one is not None]


def _reached(rule: MustVisit, dossiers: Sequence[Dossier], plan: Plan) -> Optional[Reached]:
    meant = [dossier for dossier in dossiers if _is_meant(rule, dossier, plan)]
    rectified = any(_is_rectified(rule, dossier, plan) for dossier in meant)
    figures = [_together(rule, meant, figure, rectified, plan) for figure in rule.figures]
    reached = [one for one in figures if one.counted_mu >= rule.at_least_mu]
    return max(reached, key=lambda one: one.counted_mu, default=None)


def _is_meant(rule: MustVisit, dossier: Dossier, plan: Plan) -> bool:
    if dossier.patch.kind not in rule.kinds:
        return False
    verdict = dossier.county_verdict
    return (
        verdict is None
        or verdict.category in rule.categories
        or verdict.subcategory in rule.subcategories
        or _is_rectified(rule, dossier, plan)
    )


def _is_rectified(rule: MustVisit, dossier: Dossier, plan: Plan) -> bool:
    """Put right, whatever the verdict has become by that: its result is visited (及其整改结果)."""
    return bool(rule.rectified and Facts(dossier, plan).value(rule.rectified))


def _together(
    rule: MustVisit, meant: Sequence[Dossier], figure: str, rectified: bool, plan: Plan
) -> Reached:
    """A figure of some parcels together; unknown ones add nothing."""
    factor = plan.area_rules.mu_per_m2
    shown, whole = Decimal(0), Decimal(0)
    for dossier in meant:
        if figure == "area":  # known without any layer
            shown += dossier.parcel.mu(factor)
            whole += dossier.parcel.area_m2
        else:
            shown += getattr(dossier.figures, f"{figure}_mu", None) or 0
            whole += getattr(dossier.figures, f"{figure}_m2", None) or 0
    return Reached(rule, figure, shown, mu_from_m2(whole, factor), whole * factor, rectified)
