"""Records ↔ plain JSON values, by the records' own type annotations.

Decimals become text, so that no digit is lost; bytes (geometry) are left out: the journal keeps
their digest, the tables keep them.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import (
    Any,
    Callable,
    Dict,
    Optional,
    Tuple,
    Type,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from ..text import Text

Record = TypeVar("Record")
Reader = Callable[[Any], Any]
_AS_IT_IS = (str, int, float, bool, type(None))


def encode(value: Any) -> Any:
    """A record, or a value in one, as JSON values."""
    kind: Any = type(value)
    if kind in _AS_IT_IS:
        return value
    names = _field_names(kind)
    if names is not None:
        pairs = ((name, getattr(value, name)) for name in names)
        return {name: encode(part) for name, part in pairs if not isinstance(part, bytes)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {name: encode(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(part) for part in value]
    return value


@cache
def _field_names(kind: Any) -> Optional[Tuple[str, ...]]:
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else None


def decode(kind: Type[Record], data: Dict[str, Any], **extra: Any) -> Record:
    """The record of ``kind`` from JSON values; ``extra`` gives what JSON does not hold."""
    record_type: Any = kind
    values = {
        name: data[name] if read is None else read(data[name])
        for name, read in _readers(record_type)
        if name in data
    }
    return kind(**values, **extra)


@cache
def _readers(kind: Any) -> Tuple[Tuple[str, Optional[Reader]], ...]:
    """How each field of a record is read; ``None`` for one that JSON has as it is."""
    return tuple((name, _reader(hint)) for name, hint in _hints(kind))


@cache
def _hints(kind: Any) -> Tuple[Tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in fields(kind))


def _reader(hint: Any) -> Optional[Reader]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Union:
        read = _reader(inner[0])
        return read and (lambda value: None if value is None else read(value))
    if origin is tuple:
        each = _reader(inner[0]) or _as_it_is
        return lambda value: tuple(map(each, value))
    if origin is dict:
        part = _reader(inner[1]) or _as_it_is
        return lambda value: {name: part(one) for name, one in value.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: decode(hint, value)
    if isinstance(hint, type) and issubclass(hint, (Enum, Decimal)):
        return hint
    return _maybe_text if hint is object else None


def _as_it_is(value: Any) -> Any:
    return value


def _maybe_text(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"template", "values"}:
        return decode(Text, value)
    return value


def fits(kind: Any, data: Any) -> bool:
    """True when JSON values are just what :func:`encode` makes of a record of ``kind``."""
    return _fits(kind, data)


def _fits(hint: Any, value: Any) -> bool:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Union:
        return value is None or _fits(inner[0], value)
    if origin is tuple:
        return isinstance(value, list) and all(_fits(inner[0], one) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(_fits(inner[1], one) for one in value.values())
    if is_dataclass(hint):
        record: Any = hint
        hints = dict(_hints(record))
        there = isinstance(value, dict) and set(value) == set(hints)
        return there and all(_fits(hints[name], one) for name, one in value.items())
    if issubclass(hint, Enum):
        return value in [one.value for one in hint]
    if issubclass(hint, Decimal):
        return isinstance(value, str) and _is_number(value)
    return isinstance(value, hint) and isinstance(value, bool) == (hint is bool)


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False
