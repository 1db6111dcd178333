"""What is typed in a form and not recorded: kept for its casebook, beyond QGIS's end."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Dict, Iterator, MutableMapping, Optional, Type

from ..core.casebook.codec import Record, decode, encode, fits
from .settings import Settings

Typed = object
"""Texts, numbers, bytes, and tuples and dictionaries of them."""
Drafts = MutableMapping[str, Typed]
"""By parcel number, or whatever names what the form is about."""
BYTES = "\0hex"
SHAPE = 1
"""Another one when the fields of a form are others: what was kept would not fit them."""


class KeptDrafts(MutableMapping[str, Typed]):
    """Of one form in one casebook, under its plan.

    Every change is kept at once; nothing of it is part of the record.
    """

    def __init__(self, settings: Settings, casebook: Path, plan_id: str, form: str) -> None:
        self._settings = settings
        # A path as a key would make groups of its folders.
        where = hashlib.sha256(f"{casebook.resolve()}\n{plan_id}".encode()).hexdigest()[:16]
        self._key = f"drafts/{SHAPE}/{where}/{form}"

    def _all(self) -> Dict[str, Typed]:
        there = self._settings.listed(self._key)
        pairs = (one for one in there if isinstance(one, list) and len(one) == len(("of", "typed")))
        return {str(of): _from_json(typed) for of, typed in pairs}

    def _keep(self, drafts: Dict[str, Typed]) -> None:
        listed = [[of, _as_json(typed)] for of, typed in drafts.items()]
        self._settings.write_list(self._key, listed)

    def __getitem__(self, of: str) -> Typed:
        return self._all()[of]

    def __setitem__(self, of: str, typed: Typed) -> None:
        self._keep({**self._all(), of: typed})

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
