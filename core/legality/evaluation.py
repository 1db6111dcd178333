"""What Tuban would propose for a parcel, by which rule, from what, and what is missing for it.

A proposal never becomes a verdict by itself: a person confirms it, changes it or leaves it.
Satellite imagery is a clue and no evidence, so what is there on the ground has to be recorded
before anything is proposed that rests on it; until then the parcel is in doubt (存疑).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Optional, Tuple

from ..model import Coverage, Dossier
from ..plan import Label, Plan, Rule
from .conditions import all_hold
from .facts import ALL_DOCUMENTS, About, Facts, Missing, Used, role_of_figure


@dataclass(frozen=True)
class Proposal:
    """The proposed category and what it rests on.

    ``rule`` is the rule that holds, ``None`` when none does yet. ``missing`` is empty unless the
    plan's category for insufficient evidence is proposed; ``possible`` are then the rules that
    may still come to hold, in the plan's order, up to the first that holds. ``split`` names the
    approval along which the parcel should be split first.
    """

    parcel_number: str
    category: str
    subcategory: str
    rule: Optional[Rule]
    used: Tuple[Used, ...]
    missing: Tuple[Missing, ...]
    possible: Tuple[Rule, ...]
    split: Optional[Coverage]
    plan_id: str
    plan_sha256: str

    @property
    def is_certain(self) -> bool:
        """True when a rule holds and nothing is missing for it."""
        return self.rule is not None and not self.missing

    @property
    def verdict(self) -> Tuple[str, str]:
        """Category and subcategory."""
        return self.category, self.subcategory


def propose(dossier: Dossier, plan: Plan) -> Optional[Proposal]:
    """The plan's proposal for a parcel; ``None`` where it has no rules for patches of its kind.

    The rules are asked in their order. The first that holds is proposed, if all its evidence is
    there and no earlier rule is still open; otherwise what is missing is told.
    """
    rules = plan.rules.of_kind(dossier.patch.kind)
    if not rules:
        return None
    facts = Facts(dossier, plan)
    open_rules: List[Rule] = []
    missing: List[Missing] = []
    used: List[Used] = []
    for rule in rules:
        outcome = all_hold(rule.when, facts)
        if outcome.holds is False:
            continue
        used += outcome.used
        if outcome.holds is None:
            open_rules.append(rule)
            missing += outcome.missing
            continue
        evidence = [facts.plan.lists.evidence[code] for code in rule.evidence]
        used += [one for one in map(facts.used, evidence) if one is not None]
        missing += [
            Missing(About.EVIDENCE, kind.code, kind.origin)
            for kind in evidence
            if not facts.is_there(kind)
        ]
        return _proposal(facts, rule, open_rules, used, missing)
    return _proposal(facts, None, open_rules, used, missing)


def _proposal(
    facts: Facts,
    rule: Optional[Rule],
    open_rules: List[Rule],
    used: Iterable[Used],
    missing: Iterable[Missing],
) -> Proposal:
    plan, gaps = facts.plan, tuple(dict.fromkeys(missing))
    certain = rule is not None and not gaps
    return Proposal(
        parcel_number=facts.dossier.parcel.number,
        category=rule.category if rule and certain else plan.rules.insufficient,
        subcategory=rule.subcategory if rule and certain else "",
        rule=rule,
        used=tuple(dict.fromkeys(used)),
        missing=gaps,
        possible=() if certain else (*open_rules, *([rule] if rule else [])),
        split=_split(facts, rule),
        plan_id=plan.id,
        plan_sha256=plan.sha256,
    )


def _split(facts: Facts, rule: Optional[Rule]) -> Optional[Coverage]:
    """The approval to split along: of several the one that covers most."""
    figures = facts.dossier.figures
    if rule is None or not rule.split_along or figures is None:
        return None
    of_role = [one for one in figures.approvals if one.role == rule.split_along and one.area_m2]
    named = [one for one in of_role if one.document != ALL_DOCUMENTS] or of_role
    return max(named, key=lambda one: (one.area_m2, one.document), default=None)


def written_reason(proposal: Proposal, plan: Plan) -> str:
    """The reason as the forms print it (判断依据说明), in Chinese.

    The rule's words and its documents; where evidence is missing, what is missing. Empty where
    no rule fits: then a person has to say why.
    """
    if not proposal.is_certain:
        if not proposal.missing:
            return ""
        names = dict.fromkeys(label_of_missing(one, plan).zh for one in proposal.missing)
        return plan.rules.insufficient_reason.zh.replace("{missing}", "、".join(names))
    rule, documents = proposal.rule, []
    for one in proposal.used:
        kind = plan.lists.evidence.get(one.code) if one.about is About.EVIDENCE else None
        if rule and kind is not None and one.value and kind.code in rule.evidence:
            term = plan.lists.value_of(kind, one.value)
            value = term.label.zh if term else f"{one.value}{kind.unit}"
            documents.append(f"{kind.label.zh}：{value}")
    reason = rule.reason.zh if rule else ""
    return reason + (f"（{'；'.join(documents)}）" if documents else "")


def label_of_missing(missing: Missing, plan: Plan) -> Label:
    """What is missing, by the plan's name for it: the evidence, or the layer that would tell."""
    if missing.about is About.EVIDENCE:
        return plan.lists.evidence[missing.code].label
    name = role_of_figure(missing.code) if missing.about is About.FIGURE else missing.code
    role = plan.layer_role(name or "land_use")
    return role.label if role else Label(name, name)
