"""Links to earlier work: how the table changes."""

from __future__ import annotations

from typing import Any, Collection, Dict, List, Sequence, Tuple

from sqlalchemy import Connection

from ...model import EarlierLink
from ..codec import decode
from ..steps import State, Step, replace_rows, rows_about
from ..tables import earlier_links


def apply(connection: Connection, steps: Sequence[Step]) -> None:
    """Each patch's links as its last entry has them."""
    about = earlier_links.c.patch_number
    replace_rows(connection, about, steps, lambda step: step.new.get("links", []))


def current(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The patches' links as an entry of the journal names them."""
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, earlier_links.c.patch_number, numbers):
        states.setdefault(row.pop("patch_number"), {"links": []})["links"].append(row)
    return dict(states)


def read_links(
    connection: Connection, numbers: Collection[str]
) -> Dict[str, Tuple[EarlierLink, ...]]:
    """The links of patches, by patch."""
    found: Dict[str, Tuple[EarlierLink, ...]] = {}
    for row in rows_about(connection, earlier_links.c.patch_number, list(numbers)):
        number = row.pop("patch_number")
        found[number] = (*found.get(number, ()), decode(EarlierLink, row))
    return found
