"""What a rule cites: a document of the plan's list, the clause, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Tuple

from ..text import text
from .lists import Citation
from .reader import Node


@dataclass(frozen=True)
class Cited:
    """A place in a document; ``quote`` holds its own words, empty where they are not known."""

    document: Citation
    clause: str
    quote: str

    @property
    def zh(self) -> str:
        """The document, its number and the clause, as forms cite it."""
        number = f"（{self.document.number}）" if self.document.number else ""
        return f"《{self.document.label.zh}》{number}{self.clause}"


def cited_of(node: Node, citations: Iterable[Citation]) -> Tuple[Cited, ...]:
    """The ``cites`` of a rule, each of a document that ``citations.json`` has."""
    known = {one.code: one for one in citations}
    found = []
    for one in node.each("cites"):
        if one.text("document") not in known:
            code = one.text("document")
            raise one.at("document").wrong(
                text("citations.json has no document “{code}”", code=code)
            )
        document = known[one.text("document")]
        found.append(Cited(document, one.text("clause", ""), one.text("quote", "")))
    return tuple(found)
