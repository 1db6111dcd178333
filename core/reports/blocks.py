"""What stands in the places of a template: words, lines, tables and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, FrozenSet, Tuple, Union


@dataclass(frozen=True)
class Heading:
    """A column's heading; ``width`` is its share, counted in half-width characters.

    Neighbours with the same ``group`` stand under one common heading. ``left``: its cells begin
    at the left, as names do; others are centred.
    """

    words: str
    width: float = 8
    group: str = ""
    left: bool = False


@dataclass(frozen=True)
class TableBlock:
    """A table with a caption above and notes below; rows in ``bold`` are totals."""

    caption: str
    headings: Tuple[Heading, ...]
    rows: Tuple[Tuple[str, ...], ...]
    bold: FrozenSet[int] = frozenset()
    notes: Tuple[str, ...] = ()


@dataclass(frozen=True)
class PictureBlock:
    """A picture as PNG with a caption below; ``told`` is what it shows, for who cannot see it."""

    png: bytes
    width_mm: float
    caption: str = ""
    told: str = ""


@dataclass(frozen=True)
class Lines:
    """Paragraphs, each with the look of the place; those that are drafts carry the mark."""

    lines: Tuple[str, ...]
    mark: str = ""


Block = Union[Lines, TableBlock, PictureBlock]
Filling = Union[str, Block]
Fillings = Dict[str, Filling]
"""By the name of the place; text stands within a line, all else takes a paragraph's place."""
