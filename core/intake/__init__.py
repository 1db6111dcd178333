"""Intake: files from outside become a draft, and what a person accepts goes into the casebook.

Nothing is written before :func:`accept`; nothing is ever written beside the source.
"""

from .acceptance import accept, compare
from .draft import list_layers, read_draft
from .records import (
    Accepted,
    Change,
    Comparison,
    Draft,
    LayerChoice,
    ReadOptions,
    Refusal,
)

__all__ = [
    "Accepted",
    "Change",
    "Comparison",
    "Draft",
    "LayerChoice",
    "ReadOptions",
    "Refusal",
    "accept",
    "compare",
    "list_layers",
    "read_draft",
]
