"""What a verdict lacks that can be said at once, before anybody has been on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from ..model import Dossier
from ..plan import Plan
from .completeness import Asked, unanswered
from .military import is_military


@dataclass(frozen=True)
class Lacking:
    """What of the county's verdict is still to be said, by the plan's ``at_desk``."""

    subcategory: bool
    reason: bool
    evidence: Tuple[Asked, ...]


def lacking_at_desk(dossier: Dossier, plan: Plan) -> Optional[Lacking]:
    """``None`` when nothing is lacking; nor without a verdict, nor of military land."""
    verdict, asked = dossier.county_verdict, plan.rules.at_desk
    category = plan.category(verdict.category) if verdict else None
    if verdict is None or category is None or is_military(dossier, plan):
        return None
    found = Lacking(
        subcategory=asked.subcategory and bool(category.subcategories) and not verdict.subcategory,
        reason=asked.reason and not verdict.reason.strip(),
        evidence=tuple(one for one in unanswered(dossier, plan) if one.kind.code in asked.evidence),
    )
    return found if found.subcategory or found.reason or found.evidence else None
