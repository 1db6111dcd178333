"""What the tables of the record are declared with."""

from __future__ import annotations

import json
from typing import Any, List, Optional

from sqlalchemy import Column, Dialect, MetaData, Text
from sqlalchemy.types import TypeDecorator

metadata = MetaData()


class Json(TypeDecorator[Any]):
    """A list or an object, written as JSON in a column of text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Optional[str]:
        """The text that is written."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Optional[str], dialect: Dialect) -> Any:
        """The list or object again."""
        return None if value is None else json.loads(value)


def texts(*names: str) -> List[Column[Any]]:
    """Columns of text that are empty where nothing is said."""
    return [Column(name, Text, nullable=False, default="") for name in names]


def maybe(*names: str) -> List[Column[Any]]:
    """Columns of text, mostly exact decimals, that tell unknown from empty."""
    return [Column(name, Text) for name in names]
