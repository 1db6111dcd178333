"""Proposals in the user's language: what a figure is called, what is missing, and from where."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from ..core.legality import About, Changed, Missing, Proposal, Used
from ..core.legality.evaluation import label_of_missing
from ..core.legality.facts import role_of_figure
from ..core.model import LinkedBy, VerdictLevel
from ..core.plan import Limit, Origin, Plan
from ..core.plan.cited import Cited
from .units import with_unit
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
        return figure_names().get(used.code, used.code), tr("{area} mu").format(area=used.value)
    if used.about is About.COVERAGE:
        role = plan.layer_role(used.code)
        return (term(role.label) if role else used.code), f"{used.value} %"
    if used.about is About.VERDICT:
        return say(VerdictLevel(used.code).label), verdict_words(used.value, "", plan)
    if used.about is About.EARLIER:
        return say(LinkedBy(used.value).label), used.code
    if used.about is About.ISSUED:
        names = {"patch_class": tr("Class"), "change_type": tr("Type"), "kind": tr("Kind")}
        return names.get(used.code, used.code), used.value
    kind = plan.lists.evidence[used.code]
    return term(kind.label), value_words(used.code, used.value, plan)


def value_words(code: str, value: str, plan: Plan) -> str:
    """A recorded value as a person reads it: the name of a choice, a number with its unit."""
    kind = plan.lists.evidence[code]
    known = plan.lists.value_of(kind, value)
    return term(known.label) if known else with_unit(value, kind.unit)


def _layer(used: Used) -> str:
    layer = used.layer
    return f"{layer.name} {layer.version}".strip() if layer else ""


def figure_names() -> Dict[str, str]:
    """What the figures of an overlay are called."""
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


def changed_words(changed: Changed, plan: Plan) -> str:
    """A figure or evidence with both its values: “Road width: 9.0 m → 7.0 m”."""
    sides = [
        _name_and_value(one, plan) if one else ("", "") for one in (changed.before, changed.after)
    ]
    name = sides[1][0] or sides[0][0]
    before, after = (value or tr("not there") for _, value in sides)
    return tr("{name}: {before} → {after}").format(name=name, before=before, after=after)


def origin_of_used(used: Used, plan: Plan) -> Optional[Origin]:
    """The mark of the question or layer that a fact comes from; None for what was issued."""
    if used.about is About.EVIDENCE:
        return plan.lists.evidence[used.code].origin
    if used.about is About.COVERAGE:
        role = plan.layer_role(used.code)
        return role.origin if role else None
    if used.about is About.FIGURE:
        role = plan.layer_role(role_of_figure(used.code))
        return role.origin if role else Origin.STANDARD
    return None


def cited_words(cited: Cited) -> str:
    """The document with its number and clause, and its own words where they are known."""
    document = cited.document
    words = " ".join(part for part in (term(document.label), document.number, cited.clause) if part)
    return (
        tr("{document}: “{quote}”").format(document=words, quote=cited.quote)
        if cited.quote
        else words
    )


def limit_words(limit: Limit) -> str:
    """A limit with its number and unit."""
    return f"{term(limit.label)} {with_unit(str(limit.value), limit.unit)}"


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
