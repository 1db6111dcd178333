"""Forms as a plan describes them: columns and texts with placeholders, read and checked."""

from __future__ import annotations

from typing import Dict

from ..plan.reader import Node
from ..text import text
from .sheet import Column, Kind

AS_WRITTEN: Dict[int, int] = {}
"""For :func:`read_column`: brackets stay as they are."""


def read_column(node: Node, brackets: Dict[int, int]) -> Column:
    """A column of a form; ``brackets`` turns those of its headings."""
    decimals = node.whole("decimals", 0, 9) if node.has("decimals") else 2
    width = float(node.whole("width", 3, 120))
    heading, group = (one.translate(brackets) for one in (node.text("zh"), node.text("group", "")))
    return Column(heading, width, read_kind(node), decimals, group)


def read_kind(node: Node) -> Kind:
    """How a column is typed."""
    return Kind(node.one_of("kind", [kind.value for kind in Kind]))


def optional_template(node: Node, key: str, sample: Dict[str, object]) -> str:
    """A text with placeholders, those of ``sample`` alone; empty when it is not there."""
    template = node.text(key, "")
    try:
        template.format(**sample)
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        names = ", ".join(f"{{{name}}}" for name in sample)
        reason = text("only the placeholders {names} can be used", names=names)
        raise node.at(key).wrong(reason) from error
    return template


def needed_template(node: Node, key: str, sample: Dict[str, object]) -> str:
    """As :func:`optional_template`, of a key that has to be there."""
    node.text(key)
    return optional_template(node, key, sample)
