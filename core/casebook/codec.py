"""Records ↔ plain JSON values, by the records' own type annotations.

Decimals become text, so that no digit is lost; bytes (geometry) are left out: the journal keeps
their digest, the tables keep them.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Dict, Tuple, Type, TypeVar, Union, get_args, get_origin, get_type_hints

from ..text import Text

Record = TypeVar("Record")


def encode(value: Any) -> Any:
    """A record, or a value in one, as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((one.name, getattr(value, one.name)) for one in fields(value))
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


def decode(kind: Type[Record], data: Dict[str, Any], **extra: Any) -> Record:
    """The record of ``kind`` from JSON values; ``extra`` gives what JSON does not hold."""
    record_type: Any = kind
    hints = _hints(record_type)
    values = {name: _decode(hint, data[name]) for name, hint in hints if name in data}
    return kind(**values, **extra)


@cache
def _hints(kind: Any) -> Tuple[Tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in fields(kind))


def _decode(hint: Any, value: Any) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Union:
        return None if value is None else _decode(inner[0], value)
    if origin is tuple:
        return tuple(_decode(inner[0], part) for part in value)
    if origin is dict:
        return {name: _decode(inner[1], part) for name, part in value.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        return decode(hint, value)
    if isinstance(hint, type) and issubclass(hint, (Enum, Decimal)):
        return hint(value)
    if hint is object and isinstance(value, dict) and set(value) == {"template", "values"}:
        return decode(Text, value)
    return value
