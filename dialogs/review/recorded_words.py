"""What was issued, answered, recorded and checked, in few words."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterator, Tuple

from ...core.model import Answer
from ...core.plan import Plan
from ...core.text import COMMA, SEMICOLON
from ...maps.proposal_words import value_words
from ...maps.words import say, term, tr
from ..parts.wording import unit

Facts = Dict[str, Any]
BETWEEN = " · "


def recorded_words(state: Any, plan: Plan) -> str:
    """A state as a person reads it; of one that has no words of its own the values that it has."""
    if isinstance(state, dict):
        for is_such, words in _KINDS:
            if is_such(state, plan):
                return words(state, plan)
    return BETWEEN.join(_leaves(state))


def _leaves(state: Any) -> Iterator[str]:
    if isinstance(state, dict):
        state = list(state.values())
    if isinstance(state, list):
        for one in state:
            yield from _leaves(one)
    elif state not in (None, "") and not isinstance(state, bool):
        yield str(state)


def _issued(state: Facts, _plan: Plan) -> str:
    area = f"{state['issued_area']} {unit(state['issued_area_unit'])}"
    return BETWEEN.join(filter(None, (state["patch_class"], area, state["month"])))


def _divided(state: Facts, _plan: Plan) -> str:
    return say(SEMICOLON).join(f"{one['number']} {one['area_m2']} m²" for one in state["parcels"])


def _answered(state: Facts, plan: Plan) -> str:
    names = {one.code: term(one.label) for one in plan.flag_rules.flags}
    words = tr("{name}: {words}")
    return say(SEMICOLON).join(
        words.format(name=names[code], words=say(Answer(answer).label))
        for code, answer in state.items()
    )


def _evidence(state: Facts, plan: Plan) -> str:
    words, kinds = tr("{name}: {words}"), plan.lists.evidence
    return say(SEMICOLON).join(
        words.format(name=term(kinds[code].label), words=_given(code, one, plan))
        for code, one in state.items()
    )


def _given(code: str, one: Facts, plan: Plan) -> str:
    value = value_words(code, one["value"], plan) if one["value"] else ""
    return BETWEEN.join(filter(None, (value, one["date"], one["note"])))


def _checked(state: Facts, _plan: Plan) -> str:
    people = say(COMMA).join(state["checkers"])
    return BETWEEN.join(filter(None, (people, state["checked_on"], state["found"])))


def _is_divided(state: Facts, _plan: Plan) -> bool:
    parcels = state.get("parcels") or [None]
    return isinstance(parcels[0], dict) and "area_m2" in parcels[0]


def _is_answered(state: Facts, plan: Plan) -> bool:
    return bool(state) and set(state) <= {one.code for one in plan.flag_rules.flags}


_Kind = Tuple[Callable[[Facts, Plan], bool], Callable[[Facts, Plan], str]]
_KINDS: Tuple[_Kind, ...] = (
    (lambda state, _plan: "patch_class" in state, _issued),
    (_is_divided, _divided),
    (_is_answered, _answered),
    (lambda state, plan: bool(state) and set(state) <= set(plan.lists.evidence), _evidence),
    (lambda state, _plan: "checkers" in state, _checked),
)
