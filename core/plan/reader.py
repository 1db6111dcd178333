"""Reading a plan's JSON so that a mistake names its file, its key and the reason."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

from ..errors import PlanError
from ..text import Text, text


class Node:
    """A value in a plan file that knows where it stands."""

    def __init__(self, file: str, key: str, value: object) -> None:
        self.file = file
        self.key = key
        self.value = value

    @classmethod
    def read(cls, path: Path) -> Node:
        """The root of one file; raises :class:`PlanError` when it is missing or not JSON."""
        try:
            value = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_object_of)
        except OSError as error:
            raise _wrong(path.name, "", text("the file cannot be read")) from error
        except _KeyTwice as error:
            reason = text("the key “{name}” is there twice", name=str(error))
            raise _wrong(path.name, "", reason) from error
        except (ValueError, RecursionError) as error:
            raise _wrong(path.name, "", text("not JSON: {why}", why=error)) from error
        return cls(path.name, "", value)

    def wrong(self, reason: Text) -> PlanError:
        """The error to raise about this value."""
        return _wrong(self.file, self.key, reason)

    def has(self, name: str) -> bool:
        """True when the object has this key."""
        return name in self._object()

    def at(self, name: str) -> Node:
        """The value under a key, which must be there."""
        if not self.has(name):
            raise self.wrong(text("the key “{name}” is missing", name=name))
        return Node(self.file, f"{self.key}.{name}".lstrip("."), self._object()[name])

    def names(self) -> List[str]:
        """The object's keys, in the order of the file."""
        return list(self._object())

    def each(self, name: str) -> Iterator[Node]:
        """The members of the list under a key; none when the key is missing."""
        if not self.has(name):
            return
        node = self.at(name)
        if not isinstance(node.value, list):
            raise node.wrong(text("a list is expected"))
        for index, value in enumerate(node.value):
            yield Node(self.file, f"{node.key}[{index}]", value)

    def some(self, name: str) -> Iterator[Node]:
        """The members of the list under a key, which must be there and have one at least."""
        if not self.at(name).value:
            raise self.at(name).wrong(text("one at least is expected"))
        return self.each(name)

    def text(self, name: str, default: Optional[str] = None) -> str:
        """The text under a key; a key with a default may be missing or blank."""
        if default is not None and (not self.has(name) or self.at(name).value == ""):
            return default
        return self.at(name).as_text()

    def texts(self, name: str) -> List[str]:
        """The texts of the list under a key."""
        return [node.as_text() for node in self.each(name)]

    def as_text(self) -> str:
        """This value, which must be text and not blank."""
        if not isinstance(self.value, str):
            raise self.wrong(text("text is expected"))
        if not self.value.strip():
            raise self.wrong(text("it is blank"))
        return self.value

    def whole(self, name: str, low: int, high: int) -> int:
        """The whole number under a key, within ``low`` … ``high``."""
        node = self.at(name)
        if isinstance(node.value, bool) or not isinstance(node.value, int):
            raise node.wrong(text("a whole number is expected"))
        if not low <= node.value <= high:
            raise node.wrong(text("{low} to {high} is expected", low=low, high=high))
        return node.value

    def decimal(self, name: str) -> Decimal:
        """The decimal number under a key, written as text so that no digit is lost.

        Rules count in mu and m²: nothing above a million million is meant.
        """
        node = self.at(name)
        try:
            number = Decimal(node.as_text())
        except InvalidOperation as error:
            raise node.wrong(text("a decimal number in quotes is expected")) from error
        if not number.is_finite() or not 0 <= number < 10**12:
            raise node.wrong(text("a number of zero or more is expected"))
        return number

    def flag(self, name: str, default: Optional[bool] = None) -> bool:
        """The true or false under a key; only a key with a default may be missing."""
        if default is not None and not self.has(name):
            return default
        node = self.at(name)
        if not isinstance(node.value, bool):
            raise node.wrong(text("true or false is expected"))
        return node.value

    def one_of(self, name: str, allowed: List[str]) -> str:
        """The text under a key, which must be one of ``allowed``."""
        node = self.at(name)
        if node.as_text() not in allowed:
            raise node.wrong(text("one of {allowed} is expected", allowed=", ".join(allowed)))
        return node.as_text()

    def _object(self) -> Dict[str, Any]:
        if not isinstance(self.value, dict):
            raise self.wrong(text("an object with keys is expected"))
        return self.value


class _KeyTwice(ValueError):
    """A JSON object has a key twice; JSON itself would silently keep the last one."""


def _object_of(pairs: List[Tuple[str, object]]) -> Dict[str, object]:
    found: Dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _KeyTwice(name)
        found[name] = value
    return found


def _wrong(file: str, key: str, reason: Text) -> PlanError:
    if not key:
        return PlanError(text("Plan file {file}: {reason}.", file=file, reason=reason))
    return PlanError(
        text("Plan file {file}, key {key}: {reason}.", file=file, key=key, reason=reason)
    )
