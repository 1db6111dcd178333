"""必须外业核查 for many parcels at once: which patches reach a threshold of the plan.

The same answer as :func:`legality.must_visit_together`, which asks one patch after the other.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Mapping, Set

import numpy as np

from ..model import Evidence, PatchKind
from ..mu import mu_from_m2
from ..plan import MustVisit, Plan
from .arrays import Flags, Whole
from .recorded import Columns, Recorded

Recordings = Mapping[str, Mapping[str, Evidence]]
_NEAR = 2  # hundredths of a mu within which only exact arithmetic decides


def must_be_visited(columns: Columns, patch: Whole, found: Recorded, plan: Plan) -> Flags:
    """Which parcels are of a patch that the city or the province visits; ``patch`` is its place."""
    reached = np.zeros(int(patch.max()) + 1 if columns.count else 0, dtype=np.bool_)
    for rule in plan.must_visit:
        if PatchKind.LAND in rule.kinds and columns.count:
            meant = _meant(rule, columns, found, plan)
            for figure in rule.figures:
                reached |= _reached(rule, columns, patch, meant, figure, plan)
    return reached[patch]


def recorded(evidence: Recordings, number: str, kind: str) -> str:
    """The value of a kind of evidence that is recorded for a parcel; empty without any."""
    found = evidence.get(number, {}).get(kind)
    return found.value.strip() if found else ""


def _meant(rule: MustVisit, columns: Columns, found: Recorded, plan: Plan) -> Flags:
    categories, subcategories = {"", *rule.categories}, frozenset(rule.subcategories)
    meant = columns.are(one in categories for one in columns["county_category"])
    meant |= columns.are(one in subcategories for one in columns["county_subcategory"])
    return meant | columns.among(_rectified(rule, found, plan))


def _rectified(rule: MustVisit, found: Recorded, plan: Plan) -> Set[str]:
    """The parcels whose result of putting right is visited, too."""
    kind = plan.lists.evidence.get(rule.rectified)
    if kind is None:
        return set()
    numbers = {number for number in found.evidence if recorded(found.evidence, number, kind.code)}
    if kind.rectification:
        numbers |= {
            number for number, one in found.put_right.items() if getattr(one, kind.rectification)
        }
    return numbers


def _reached(
    rule: MustVisit, columns: Columns, patch: Whole, meant: Flags, figure: str, plan: Plan
) -> Flags:
    count = int(patch.max()) + 1
    at_least = float(rule.at_least_mu * 100)
    shown, m2 = (
        np.bincount(patch, columns.hundredths(f"{figure}_{unit}")[0] * meant, count)
        for unit in ("mu", "m2")
    )
    factor = plan.area_rules.mu_per_m2
    whole = m2 * float(factor)
    reached: Flags = (shown >= at_least - 1e-6) | (whole >= at_least + _NEAR)
    for at in np.flatnonzero(~reached & (np.abs(whole - at_least) < _NEAR)):
        exact = mu_from_m2(Decimal(int(m2[at])) / 100, factor)
        reached[at] = exact >= rule.at_least_mu
    return reached
