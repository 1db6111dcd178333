"""Proposals in the user's language: what a figure is called, what is missing, and from where."""

from __future__ import annotations

from typing import Dict, List, Tuple

from ..core.legality import About, Missing, Proposal, Used
from ..core.legality.evaluation import label_of_missing
from ..core.model import VerdictLevel
from ..core.plan import Plan
from .words import say, term, tr


def verdict_words(category: str, subcategory: str, plan: Plan) -> str:
    """A category with its subcategory, such as “Illegal · Used without application”."""
    known = plan.category(category)
    if known is None:
        return category
    sub = known.subcategory(subcategory)
    return f"{term(known.label)} · {term(sub.label)}" if sub else term(known.label)


def used_words(used: Used, plan: Plan) -> str:
    """A figure or piece of evidence with its value, unit and layer."""
    name, value = _name_and_value(used, plan)
    words = f"{name} {value}".strip()
    return f"{words} ({_layer(used)})" if used.layer else words


def _name_and_value(used: Used, plan: Plan) -> Tuple[str, str]:
    if used.about is About.FIGURE:
        return _figure_names().get(used.code, used.code), tr("{area} mu").format(area=used.value)
    if used.about is About.COVERAGE:
        role = plan.layer_role(used.code)
        return (term(role.label) if role else used.code), f"{used.value} %"
    if used.about is About.VERDICT:
        return say(VerdictLevel(used.code).label), verdict_words(used.value, "", plan)
    if used.about is About.ISSUED:
        names = {"patch_class": tr("Class"), "change_type": tr("Type"), "kind": tr("Kind")}
        return names.get(used.code, used.code), used.value
    kind = plan.lists.evidence[used.code]
    return term(kind.label), value_words(used.code, used.value, plan)


def value_words(code: str, value: str, plan: Plan) -> str:
    """A recorded value as a person reads it: the name of a choice, a number with its unit."""
    kind = plan.lists.evidence[code]
    known = plan.lists.value_of(kind, value)
    return term(known.label) if known else f"{value} {kind.unit}".strip()


def _layer(used: Used) -> str:
    layer = used.layer
    return f"{layer.name} {layer.version}".strip() if layer else ""


def _figure_names() -> Dict[str, str]:
    return {
        "area": tr("Area"),
        "cultivated": tr("Cultivated, net"),
        "other_agricultural": tr("Other agricultural"),
        "unused": tr("Unused"),
        "construction": tr("Construction"),
        "uncovered": tr("Uncovered"),
        "basic_farmland": tr("Basic farmland"),
        "red_line": tr("Red line"),
        "urban": tr("Urban boundary"),
    }


def missing_words(missing: Missing, plan: Plan) -> str:
    """What would have to be known."""
    if missing.about is About.EVIDENCE:
        return term(label_of_missing(missing, plan))
    if missing.about is About.ISSUED:
        return tr("image date of the issued row")
    return tr("overlay with {layer}").format(layer=term(label_of_missing(missing, plan)))


def possible_words(proposal: Proposal, plan: Plan) -> List[str]:
    """The verdicts that may still come out, each once, in the plan's order."""
    found = (verdict_words(one.category, one.subcategory, plan) for one in proposal.possible)
    return list(dict.fromkeys(found))
