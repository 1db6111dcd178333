"""What is typed in a form and not recorded: kept for its casebook, beyond QGIS's end."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Callable, Dict, Iterator, MutableMapping, NamedTuple, Optional, Type

from ..core.casebook.codec import Record, decode, encode, fits
from .settings import Settings
from .words import tr

Typed = object
"""Texts, numbers, bytes, and tuples and dictionaries of them."""
Drafts = MutableMapping[str, Typed]
"""By parcel number, or whatever names what the form is about."""
BYTES = "\0hex"
SHAPE = 2
"""Another one when the fields of a form are others: what was kept would not fit them."""


class _Kept(NamedTuple):
    """What was typed; the digest of what was recorded when typing began."""

    typed: Typed
    begun_on: str


class KeptDrafts(MutableMapping[str, Typed]):
    """Of one form in one casebook, under its plan.

    Every change is kept at once; nothing of it is part of the record. ``recorded`` gives what
    the form, as it is shown, would write over; a form that only adds has none.
    """

    def __init__(
        self,
        settings: Settings,
        casebook: Path,
        plan_id: str,
        form: str,
        recorded: Callable[[], object] = lambda: None,
    ) -> None:
        self._settings, self._recorded = settings, recorded
        # A path as a key would make groups of its folders.
        where = hashlib.sha256(f"{casebook.resolve()}\n{plan_id}".encode()).hexdigest()[:16]
        self._key = f"drafts/{SHAPE}/{where}/{form}"

    def not_recorded(self, of: str) -> str:
        """What its form says of a draft; empty when there is none."""
        kept = self._all().get(of)
        if kept is None:
            return ""
        if kept.begun_on != self._digest():
            return tr("Not recorded yet; what is recorded has changed since")
        return tr("Not recorded yet")

    def _digest(self) -> str:
        recorded = json.dumps(_as_json(encode(self._recorded())), sort_keys=True)
        return hashlib.sha256(recorded.encode()).hexdigest()

    def _all(self) -> Dict[str, _Kept]:
        there = self._settings.listed(self._key)
        width = len(("of", *_Kept._fields))
        rows = (one for one in there if isinstance(one, list) and len(one) == width)
        return {str(of): _Kept(_from_json(typed), begun_on) for of, typed, begun_on in rows}

    def _keep(self, drafts: Dict[str, _Kept]) -> None:
        listed = [[of, _as_json(one.typed), one.begun_on] for of, one in drafts.items()]
        self._settings.write_list(self._key, listed)

    def __getitem__(self, of: str) -> Typed:
        return self._all()[of].typed

    def __setitem__(self, of: str, typed: Typed) -> None:
        drafts = self._all()
        begun_on = drafts[of].begun_on if of in drafts else self._digest()
        self._keep({**drafts, of: _Kept(typed, begun_on)})

    def __delitem__(self, of: str) -> None:
        drafts = self._all()
        del drafts[of]
        self._keep(drafts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def draft_of(record: object) -> Typed:
    """A record as it is kept."""
    return _from_json(encode(record))


def record_in(draft: Optional[Typed], kind: Type[Record]) -> Optional[Record]:
    """The record that was kept; ``None`` when none was, or another Tuban kept it."""
    data = _as_json(draft)
    return decode(kind, data) if draft is not None and fits(kind, data) else None


def _as_json(value: Typed) -> object:
    if isinstance(value, bytes):
        return {BYTES: value.hex()}
    if isinstance(value, (tuple, list)):
        return [_as_json(one) for one in value]
    if isinstance(value, dict):
        return {name: _as_json(one) for name, one in value.items()}
    return value


def _from_json(value: object) -> Typed:
    if isinstance(value, list):
        return tuple(map(_from_json, value))
    if isinstance(value, dict):
        if BYTES in value:
            return bytes.fromhex(value[BYTES])
        return {name: _from_json(one) for name, one in value.items()}
    return value
