"""Reading a plan's JSON so that a mistake names its file, its key and the reason."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from string import Formatter
from typing import Any, Collection, Dict, Iterator, List, Optional, Tuple

from ..errors import PlanError
from ..text import Text, text

ANNOTATIONS = frozenset({"source", "origin", "note"})
"""What may stand in any object: where it comes from."""


class Expected(Enum):
    """What a reader expects under a key."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    FLAG = "flag"
    DATE = "date"
    CHOICE = "choice"
    LIST = "list"
    ANYTHING = "anything"


@dataclass(frozen=True)
class Asked:
    """The expectation that a value has met: a whole number within ``low`` … ``high``, a choice
    among ``allowed``. ``may_be_blank``: the reader does without."""

    kind: Expected
    allowed: Tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    may_be_blank: bool = False


class Node:
    """A value in a plan file that knows where it stands.

    ``asked`` holds what was asked of the whole file so far, by key: so an editor knows what may
    stand where, and a key that nobody asked for is found.
    """

    def __init__(
        self, file: str, key: str, value: object, asked: Optional[Dict[str, Asked]] = None
    ) -> None:
        self.file = file
        self.key = key
        self.value = value
        self.asked: Dict[str, Asked] = {} if asked is None else asked

    @classmethod
    def read(cls, path: Path) -> Node:
        """The root of one file; raises :class:`PlanError` when it is missing or not JSON.

        A byte order mark, as editors on Windows write it, does no harm.
        """
        try:
            written = path.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise _wrong(path.name, "", text("the file cannot be read")) from error
        except UnicodeDecodeError as error:
            reason = text("it is not in UTF-8; save it with this encoding")
            raise _wrong(path.name, "", reason) from error
        return cls.parse(path.name, "", written)

    @classmethod
    def parse(cls, file: str, key: str, written: str) -> Node:
        """A value written as JSON; raises :class:`PlanError` when it is not."""
        try:
            return cls(file, key, json.loads(written, object_pairs_hook=_object_of))
        except _KeyTwice as error:
            reason = text("the key “{name}” is there twice", name=str(error))
            raise _wrong(file, key, reason) from error
        except (ValueError, RecursionError) as error:
            raise _wrong(file, key, text("not JSON: {why}", why=error)) from error

    def wrong(self, reason: Text) -> PlanError:
        """The error to raise about this value."""
        return _wrong(self.file, self.key, reason)

    def _inner(self, name: str) -> str:
        return f"{self.key}.{name}".lstrip(".")

    def _expect(self, asked: Asked) -> None:
        """Remember what was asked of this value; text says least and gives way."""
        weak = (Expected.ANYTHING, Expected.TEXT)
        before = self.asked.get(self.key)
        if before is None or asked.kind not in weak or before.kind is Expected.ANYTHING:
            self.asked[self.key] = asked

    def has(self, name: str) -> bool:
        """True when the object has this key."""
        self.asked.setdefault(self._inner(name), Asked(Expected.ANYTHING))
        return name in self._object()

    def at(self, name: str) -> Node:
        """The value under a key, which must be there."""
        if not self.has(name):
            raise self.wrong(text("the key “{name}” is missing", name=name))
        return Node(self.file, self._inner(name), self._object()[name], self.asked)

    def refuse_unknown(self) -> None:
        """Refuse a key in here that no reader asked for: it is misspelt or misplaced.

        What stands in an object that nobody looked into is not judged: another room reads it.
        """
        if isinstance(self.value, dict):
            names = [self._inner(name) for name in self.value]
            looked_into = self.key == "" or any(name in self.asked for name in names)
            for name, value in self.value.items():
                known = self._inner(name) in self.asked or name in ANNOTATIONS
                if looked_into and not known:
                    raise self.wrong(text("the key “{name}” is not known here", name=name))
                Node(self.file, self._inner(name), value, self.asked).refuse_unknown()
        elif isinstance(self.value, list):
            for index, value in enumerate(self.value):
                Node(self.file, f"{self.key}[{index}]", value, self.asked).refuse_unknown()

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
        node._expect(Asked(Expected.LIST))
        for index, value in enumerate(node.value):
            yield Node(self.file, f"{node.key}[{index}]", value, self.asked)

    def some(self, name: str) -> Iterator[Node]:
        """The members of the list under a key, which must be there and have one at least."""
        if not self.at(name).value:
            raise self.at(name).wrong(text("one at least is expected"))
        return self.each(name)

    def text(self, name: str, default: Optional[str] = None) -> str:
        """The text under a key; a key with a default may be missing or blank."""
        if default is None:
            return self.at(name).as_text()
        there = self.has(name)
        if there:
            self.at(name)._expect(Asked(Expected.TEXT, may_be_blank=True))
        return default if not there or self.at(name).value == "" else self.at(name).as_text()

    def date(self, name: str) -> str:
        """The ISO date under a key, which must be there and may be blank: not known, or open."""
        node = self.at(name)
        node._expect(Asked(Expected.DATE, may_be_blank=True))
        if node.value == "":
            return ""
        written = node.as_text()
        try:
            if date.fromisoformat(written).isoformat() == written:
                return written
        except ValueError:
            pass
        raise node.wrong(text("a date such as 2023-04-10 is expected"))

    def texts(self, name: str) -> List[str]:
        """The texts of the list under a key."""
        return [node.as_text() for node in self.each(name)]

    def among(self, name: str, allowed: Collection[str]) -> Tuple[str, ...]:
        """The texts of the list under a key, each of which must be one of ``allowed``."""
        for node in self.each(name):
            if node.as_text() not in allowed:
                raise node.wrong(text("one of {allowed} is expected", allowed=", ".join(allowed)))
        return tuple(self.texts(name))

    def as_text(self) -> str:
        """This value, which must be text and not blank."""
        self._expect(Asked(Expected.TEXT))
        if not isinstance(self.value, str):
            raise self.wrong(text("text is expected"))
        if not self.value.strip():
            raise self.wrong(text("it is blank"))
        return self.value

    def wording(self, name: str, allowed: Collection[str]) -> str:
        """The sentence under a key; the words in braces in it are all of ``allowed``."""
        node, written = self.at(name), self.text(name)
        try:
            words = [word for _, word, _, _ in Formatter().parse(written) if word is not None]
        except ValueError as error:
            raise node.wrong(text("a brace has no partner")) from error
        for word in words:
            if word not in allowed:
                raise node.wrong(
                    text(
                        "{{{word}}} is not known here; one of {allowed} is expected",
                        word=word,
                        allowed=", ".join(sorted(allowed)),
                    )
                )
        return written

    def whole(self, name: str, low: int, high: int) -> int:
        """The whole number under a key, within ``low`` … ``high``."""
        node = self.at(name)
        node._expect(Asked(Expected.WHOLE, low=low, high=high))
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
        node._expect(Asked(Expected.DECIMAL))
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
        node._expect(Asked(Expected.FLAG))
        if not isinstance(node.value, bool):
            raise node.wrong(text("true or false is expected"))
        return node.value

    def one_of(self, name: str, allowed: List[str]) -> str:
        """The text under a key, which must be one of ``allowed``."""
        node = self.at(name)
        node._expect(Asked(Expected.CHOICE, tuple(allowed)))
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
    if key:
        told = text("Plan file {file}, key {key}: {reason}.", file=file, key=key, reason=reason)
    else:
        told = text("Plan file {file}: {reason}.", file=file, reason=reason)
    return PlanError(told, file, key, reason)
