"""What comes from outside as a state of putting right has to be one."""

from __future__ import annotations

from typing import Any, Dict, Tuple

from ..casebook import events
from ..casebook.codec import fits
from ..casebook.kinds.putting_right import LISTS
from ..casebook.steps import State
from ..rectified import Rectification, Turn

_LISTED: Dict[str, Tuple[str, Any]] = {
    **{kind: (several.name, several.record) for kind, several in LISTS.items()},
    events.LEDGER_TURNED: ("turns", Turn),
}


def check_form(kind: str, state: State) -> None:
    """Raises ``ValueError`` for a state that this casebook would not have written."""
    if state is not None and not _is_sound(kind, state):
        raise ValueError(kind)


def _is_sound(kind: str, state: Any) -> bool:
    if kind == events.RECTIFIED:
        return fits(Rectification, state)
    if kind not in _LISTED:
        return True
    name, record = _LISTED[kind]
    several = state[name] if isinstance(state, dict) and set(state) == {name} else None
    return isinstance(several, list) and several != [] and all(fits(record, one) for one in several)
