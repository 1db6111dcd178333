"""What the plan says of earlier work on the same place: when it is linked, where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, Tuple

from ..text import text
from .reader import Node
from .sections import Origin, origin_of

PREVIOUS_NUMBER = "previous_number"
FOUND = ("verdict", "found_on", "rectification")
MEANINGS = (PREVIOUS_NUMBER, *FOUND)


@dataclass(frozen=True)
class EarlierRules:
    """Shares in percent, and the names that fields of other people's files may have.

    A patch is linked from ``linked_percent`` on, of itself or of the earlier one; from
    ``same_place_percent`` of itself on it is the same place that was looked at before.
    """

    linked_percent: Decimal
    same_place_percent: Decimal
    origin: Origin
    fields: Dict[str, Tuple[str, ...]]


def read_earlier(node: Node) -> EarlierRules:
    """The rules of ``earlier.json``; raises :class:`PlanError`."""
    overlap, fields = node.at("overlap"), node.at("fields")
    linked, same = (overlap.decimal(f"{name}_percent") for name in ("linked", "same_place"))
    for name, value in (("linked_percent", linked), ("same_place_percent", same)):
        if not 0 < value <= 100:
            raise overlap.at(name).wrong(text("{low} to {high} is expected", low=1, high=100))
    if same < linked:
        raise overlap.at("same_place_percent").wrong(text("it is below linked_percent"))
    names = {meaning: tuple(one.as_text() for one in fields.some(meaning)) for meaning in MEANINGS}
    return EarlierRules(linked, same, origin_of(overlap), names)
