"""What would come out otherwise: under another plan, or from other figures and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Optional

from ..model import Dossier
from ..plan import Plan
from .evaluation import Proposal, propose


@dataclass(frozen=True)
class Otherwise:
    """A judged parcel and its proposals under the old plan and the new one.

    ``is_unknown``: the new plan does not have the verdict's category or subcategory.
    """

    dossier: Dossier
    old: Optional[Proposal]
    new: Optional[Proposal]
    is_unknown: bool


def judged_otherwise(dossiers: Iterable[Dossier], old: Plan, new: Plan) -> List[Otherwise]:
    """The judged parcels for which another plan proposes otherwise or lacks the verdict.

    The verdicts themselves stay as they are, under the plan they were made under.
    """
    found = []
    for dossier in dossiers:
        if dossier.county_verdict is None:
            continue
        before, after = propose(dossier, old), propose(dossier, new)
        unknown = not _has_verdict(dossier, new)
        if unknown or _verdict(before) != _verdict(after):
            found.append(Otherwise(dossier, before, after, unknown))
    return found


def _verdict(proposal: Optional[Proposal]) -> object:
    return proposal.verdict if proposal else None


def _has_verdict(dossier: Dossier, plan: Plan) -> bool:
    verdict = dossier.county_verdict
    category = plan.category(verdict.category) if verdict else None
    if verdict is None or category is None:
        return False
    return not verdict.subcategory or category.subcategory(verdict.subcategory) is not None
