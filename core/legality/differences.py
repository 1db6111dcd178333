"""What would come out otherwise: under another plan, or from other figures and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Optional

from ..model import Dossier, Verdict
from ..plan import EvidenceKind, Plan
from ..plan.conditions import FIGURES
from .evaluation import Proposal, propose
from .facts import About, Facts, Used


@dataclass(frozen=True)
class Otherwise:
    """A judged parcel and its proposals under the old plan and the new one.

    ``is_unknown``: the new plan does not have the verdict's category or subcategory.
    """

    dossier: Dossier
    old: Optional[Proposal]
    new: Optional[Proposal]
    is_unknown: bool


@dataclass(frozen=True)
class Changed:
    """A figure, coverage or piece of evidence before and after; ``None`` where it was not known."""

    before: Optional[Used]
    after: Optional[Used]


def changed_facts(before: Dossier, after: Dossier, plan: Plan) -> List[Changed]:
    """What rules can ask of a parcel and is another value now, in the plan's order."""
    old, new = Facts(before, plan), Facts(after, plan)
    pairs = [(old.figure(name), new.figure(name)) for name in FIGURES]
    roles = [role.code for role in plan.layer_roles if role.part == "approval"]
    pairs += [(old.coverage(role), new.coverage(role)) for role in roles]
    pairs += [(_recorded(old, kind), _recorded(new, kind)) for kind in plan.lists.evidence.values()]
    # A recorded share is told as evidence, and once only.
    found = [Changed(*pair) for pair in pairs if _value(pair[0]) != _value(pair[1])]
    return list(dict.fromkeys(found))


def _recorded(facts: Facts, kind: EvidenceKind) -> Optional[Used]:
    value = facts.value(kind.code)
    return Used(About.EVIDENCE, kind.code, value) if value else None


def _value(used: Optional[Used]) -> str:
    return used.value if used else ""


def judged_otherwise(dossiers: Iterable[Dossier], old: Plan, new: Plan) -> List[Otherwise]:
    """The judged parcels for which another plan proposes otherwise or lacks the verdict.

    The verdicts themselves stay as they are, under the plan they were made under.
    """
    found = []
    for dossier in dossiers:
        if dossier.county_verdict is None:
            continue
        before, after = propose(dossier, old), propose(dossier, new)
        unknown = not is_known(dossier.county_verdict, new)
        if unknown or _verdict(before) != _verdict(after):
            found.append(Otherwise(dossier, before, after, unknown))
    return found


def _verdict(proposal: Optional[Proposal]) -> object:
    return proposal.verdict if proposal else None


def is_known(verdict: Verdict, plan: Plan) -> bool:
    """True when the plan has the verdict's category and subcategory."""
    category = plan.category(verdict.category)
    if category is None:
        return False
    return not verdict.subcategory or category.subcategory(verdict.subcategory) is not None
