"""Parts of a page, with the parcels behind each figure."""

from __future__ import annotations

from typing import Dict, FrozenSet, Sequence, Tuple

from ..text import Text, Translate
from .blocks import Heading, TableBlock
from .page import Tile

Behind = Dict[str, Tuple[str, ...]]
"""Parcels by the key of what can be clicked: a figure, a chart's shape, a table's cell."""


def cell_key(table: int, row: int, column: int) -> str:
    """The key of a cell of a page's table, all counted from 0."""
    return f"cell/{table}/{row}/{column}"


class Making:
    """Remembers by the key of each figure the parcels behind it, and what it is called."""

    def __init__(self, say: Translate) -> None:
        self.behind: Behind = {}
        self.names: Dict[str, str] = {}
        self.say, self.tables = say, 0

    def words(self, sentence: Text) -> str:
        """A sentence in the page's language."""
        return sentence.say(self.say)

    def link(self, key: str, name: str, numbers: Tuple[str, ...]) -> None:
        """What is behind a figure."""
        self.behind[key] = numbers
        self.names[key] = name

    def link_cell(self, row: int, column: int, name: str, numbers: Tuple[str, ...]) -> None:
        """What is behind a cell of the table that is being made."""
        self.link(cell_key(self.tables, row, column), name, numbers)

    def tile(
        self,
        key: str,
        words: Text,
        value: str,
        note: Text,
        behind: Tuple[str, ...],
        alarming: bool = False,
    ) -> Tile:
        """A figure in large."""
        self.link(f"tile/{key}", self.words(words), behind)
        return Tile(self.words(words), value, self.words(note), alarming, f"tile/{key}")

    def table(
        self,
        caption: str,
        headings: Sequence[Heading],
        rows: Sequence[Tuple[str, ...]],
        bold: FrozenSet[int] = frozenset(),
        notes: Tuple[str, ...] = (),
    ) -> TableBlock:
        """The table whose cells were linked since the one before."""
        self.tables += 1
        return TableBlock(caption, tuple(headings), tuple(rows), bold, notes)
