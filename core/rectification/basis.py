"""The verdict that counts, and whether it is still the one that a rectification answers."""

from __future__ import annotations

from typing import Optional

from ..model import Dossier, Verdict, VerdictLevel
from ..plan import Plan
from ..rectified import Rectification, VerdictKept

BY_WEIGHT = (VerdictLevel.FINAL, VerdictLevel.CITY, VerdictLevel.COUNTY)
"""The statistical verdict before the city's own before the county's (工作方案 四（二）)."""


def effective_verdict(dossier: Dossier) -> Optional[Verdict]:
    """The verdict that counts; ``None`` while nobody has judged."""
    found = (dossier.verdicts.get(level) for level in BY_WEIGHT)
    return next((one for one in found if one is not None), None)


def is_illegal(dossier: Dossier, plan: Plan) -> bool:
    """True when the verdict that counts is of a category that the plan calls illegal."""
    return plan.calls_illegal(effective_verdict(dossier))


def kept(verdict: Verdict) -> VerdictKept:
    """The verdict as a rectification keeps it."""
    return VerdictKept(
        level=verdict.level.value,
        category=verdict.category,
        subcategory=verdict.subcategory,
        plan_id=verdict.plan_id,
        plan_sha256=verdict.plan_sha256,
    )


def has_changed(rectification: Rectification, dossier: Dossier) -> bool:
    """True when the parcel is judged otherwise now than when its rectification was recorded.

    An edited plan alone changes nothing; another level that says the same does not, either.
    """
    verdict, then = effective_verdict(dossier), rectification.verdict
    if verdict is None:
        return bool(then.category)
    now = (verdict.category, verdict.subcategory, verdict.plan_id)
    return now != (then.category, then.subcategory, then.plan_id)
