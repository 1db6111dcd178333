"""What a state of the record says, in few words, beside the same state of the other side."""

from __future__ import annotations

from typing import Any, Callable, Dict

from ...core.plan import Plan
from ...core.rectified import Progress
from ...core.text import SEMICOLON
from ...maps.proposal_words import verdict_words
from ...maps.words import say, term, tr
from .recorded_words import recorded_words
from .words import with_reason

Facts = Dict[str, Any]


def field_words(name: str) -> str:
    """What a field of a state is called that is chosen for itself."""
    known = {
        "category": tr("Category"),
        "reason": tr("Reason"),
        "verdict": tr("Verdict"),
        "measures": tr("Measures"),
        "due": tr("Due"),
        "responsible": tr("Responsible"),
        "note": tr("Note"),
    }
    return known.get(name, name)


def state_words(state: Any, plan: Plan) -> str:
    """A verdict as the plan calls it, lists one by one, anything else in its values."""
    if state is None:
        return "—"
    if isinstance(state, str):
        return state
    if isinstance(state, dict):
        return _facts_words(state, plan)
    if isinstance(state, list) and state and isinstance(state[0], dict) and "way" in state[0]:
        return say(SEMICOLON).join(_measure(one, plan) for one in state)
    return recorded_words(state, plan)


def _facts_words(state: Facts, plan: Plan) -> str:
    if "category" in state:
        named = verdict_words(str(state["category"]), str(state.get("subcategory", "")), plan)
        reason = str(state.get("reason", ""))
        return with_reason(named, reason)
    if "cultivated_mu" in state:
        return tr("cultivated {mu} mu").format(mu=state["cultivated_mu"])
    if "measures" in state:
        return state_words(state["measures"], plan) if state["measures"] else tr("no measures")
    for name, words in _LISTS.items():
        if name in state:
            return say(SEMICOLON).join(words(one, plan) for one in state[name])
    return recorded_words(state, plan)


def _measure(one: Facts, plan: Plan) -> str:
    way = term(plan.rectification_rules.way_label(one["way"]))
    how_far = say(Progress(one["progress"]).label)
    mu = tr("{mu} mu").format(mu=one["area_mu"])
    return f"{way} · {how_far} · {mu}"


def _inspected(one: Facts, _plan: Plan) -> str:
    result = tr("in place") if one["in_place"] else tr("not in place")
    return f"{one['on']} {result}"


def _applied(one: Facts, _plan: Plan) -> str:
    return f"{one['on']} {one['by']}"


def _certified(one: Facts, _plan: Plan) -> str:
    words = str(one["number"])
    if not one["revoked_on"]:
        return words
    return tr("{number}, revoked on {day}").format(number=words, day=one["revoked_on"])


def _rechecked(one: Facts, plan: Plan) -> str:
    known = plan.lists.rechecks.findings.get(one["finding"])
    return f"{one['on']} {term(known.label) if known else one['finding']}"


def _turned(one: Facts, _plan: Plan) -> str:
    done = tr("closed in the ledger") if one["closed"] else tr("reopened in the ledger")
    return f"{one['on']} {done}"


_LISTS: Dict[str, Callable[[Facts, Plan], str]] = {
    "preliminary": _inspected,
    "applications": _applied,
    "acceptances": _inspected,
    "certificates": _certified,
    "rechecks": _rechecked,
    "turns": _turned,
}
