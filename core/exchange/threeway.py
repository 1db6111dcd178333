"""Mine, theirs and what both come from: a pure comparison, and what choices make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Sequence, Tuple

from ..casebook.journal import Recorded
from ..casebook.steps import State
from ..text import Labelled, text
from .kinds import WHOLE, fields_of, is_one_record, state_from

FieldKey = Tuple[str, str, str]
"""Kind of event, subject, field."""


class How(Labelled):
    """What reading does to one thing."""

    NEW = "new", text("New")
    CHANGED = "changed", text("Changed")
    SAME = "same", text("The same")
    KEPT = "kept", text("Changed here only")
    CONFLICT = "conflict", text("Changed on both sides")


class Choice(Labelled):
    """Which of the three is to stand."""

    MINE = "mine", text("Mine")
    THEIRS = "theirs", text("Theirs")
    BASE = "base", text("As it was")


@dataclass(frozen=True)
class Clash:
    """A field that both sides have changed since ``base``."""

    key: FieldKey
    base: Any
    mine: Any
    theirs: Any

    def chosen(self, choice: Choice) -> Any:
        """The value that a choice means."""
        return {Choice.MINE: self.mine, Choice.THEIRS: self.theirs, Choice.BASE: self.base}[choice]


@dataclass(frozen=True)
class Compared:
    """One thing on both sides, with the fields that a person has to choose for."""

    kind: str
    subject: str
    how: How
    base: State
    mine: State
    theirs: State
    clashes: Tuple[Clash, ...] = ()
    on_both_sides: bool = False

    def result(self, choices: Mapping[FieldKey, Choice]) -> State:
        """What is to stand; raises ``KeyError`` with the field that nobody chose for."""
        if self.how in (How.SAME, How.KEPT):
            return self.mine
        if not self.on_both_sides:
            return self.theirs
        fields = _merged(self.kind, self.base, self.mine, self.theirs)
        for clash in self.clashes:
            fields[clash.key[2]] = clash.chosen(choices[clash.key])
        return state_from(self.kind, fields, self.theirs or self.mine)


def compare(
    kind: str,
    subject: str,
    mine: State,
    theirs: State,
    moved: Sequence[Recorded],
    known: bool,
    gap: bool,
) -> Compared:
    """How two states go together.

    ``moved`` are the sender's own entries since their state was last taken over here: without
    any, only this side can have changed. ``known``: it was taken over before; ``gap``: what lies
    between then and now is missing.
    """
    base = moved[0].old if moved else None
    how = _how(mine, theirs, moved, known, gap)
    if how is not How.CONFLICT:
        return Compared(kind, subject, how, base, mine, theirs)
    clashes = tuple(_clashes(kind, subject, base, mine, theirs))
    told = How.CONFLICT if clashes else How.CHANGED
    return Compared(kind, subject, told, base, mine, theirs, clashes, True)


def _how(mine: State, theirs: State, moved: Sequence[Recorded], known: bool, gap: bool) -> How:
    if mine == theirs:
        return How.SAME
    if not moved:
        if mine is None:
            return How.KEPT if known and not gap else How.NEW
        return How.CONFLICT if gap else How.KEPT
    if mine is None and (moved[0].old is None or gap or not known):
        return How.NEW
    if any(mine in (one.old, one.new) for one in moved):
        return How.CHANGED
    return How.CONFLICT


def _clashes(kind: str, subject: str, base: State, mine: State, theirs: State) -> List[Clash]:
    before, left, right = _fields(kind, base, mine, theirs)
    found = []
    for name in dict.fromkeys([*left, *right]):
        was, ours, other = (fields.get(name) for fields in (before, left, right))
        if ours != other and ours != was and other != was:
            found.append(Clash((kind, subject, name), was, ours, other))
    return found


def _fields(kind: str, *states: State) -> List[Dict[str, Any]]:
    """Base, mine and theirs as fields; a record that one side has taken out is one field."""
    if is_one_record(kind) and None in states[1:]:
        return [{} if state is None else {WHOLE: state} for state in states]
    return [fields_of(kind, state) for state in states]


def _merged(kind: str, base: State, mine: State, theirs: State) -> Dict[str, Any]:
    """Each field as the side has it that changed it."""
    before, left, right = _fields(kind, base, mine, theirs)
    names = dict.fromkeys([*right, *left])
    return {
        name: right.get(name) if left.get(name) == before.get(name) else left.get(name)
        for name in names
    }
