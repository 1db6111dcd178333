"""Which office may do what, as several parts of the plan say it."""

from __future__ import annotations

from typing import Dict, FrozenSet, List

from ..rounds import Office
from .reader import Node
from .sections import origin_of

_OFFICES = [office.value for office in Office]


def rights_of(node: Node, actions: List[str]) -> Dict[str, FrozenSet[Office]]:
    """The offices that may do each of the actions, from the list ``may``."""
    found: Dict[str, FrozenSet[Office]] = {}
    for one in node.some("may"):
        action = one.one_of("action", actions)
        origin_of(one)
        one.some("offices")  # one at least
        found[action] = frozenset(map(Office, one.among("offices", _OFFICES)))
    return {action: found.get(action, frozenset()) for action in actions}
