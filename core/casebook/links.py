"""Links to earlier work: how the table changes."""

from __future__ import annotations

from typing import Any, Collection, Dict, List, Optional, Sequence, Tuple

from sqlalchemy import Connection, bindparam, delete, insert, select

from ..model import EarlierLink
from .codec import decode
from .steps import State, Step
from .tables import earlier_links

ASKED_AT_ONCE = 500
_ORDER = (earlier_links.c.patch_number, earlier_links.c.source, earlier_links.c.number)


def apply(connection: Connection, steps: Sequence[Step]) -> None:
    """Each patch's links as its last entry has them."""
    last = {step.entry.subject: step for step in steps}
    gone = delete(earlier_links).where(earlier_links.c.patch_number == bindparam("subject"))
    connection.execute(gone, [{"subject": subject} for subject in last])
    rows = [
        {**one, "patch_number": subject}
        for subject, step in last.items()
        for one in step.new.get("links", [])
    ]
    if rows:
        connection.execute(insert(earlier_links), rows)


def current(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The patches' links as an entry of the journal names them."""
    states: Dict[str, State] = {}
    for number, facts in _rows(connection, numbers):
        state = states.setdefault(number, {"links": []})
        if state is not None:
            state["links"].append(facts)
    return states


def read_links(
    connection: Connection, numbers: Collection[str]
) -> Dict[str, Tuple[EarlierLink, ...]]:
    """The links of patches, by patch."""
    found: Dict[str, Tuple[EarlierLink, ...]] = {}
    asked = list(numbers) if len(numbers) <= ASKED_AT_ONCE else None
    for number, facts in _rows(connection, asked):
        if number in numbers:
            found[number] = (*found.get(number, ()), decode(EarlierLink, facts))
    return found


def _rows(connection: Connection, numbers: Optional[List[str]]) -> List[Tuple[str, Dict[str, Any]]]:
    """The rows of these patches, or all, with the patch's number apart."""
    query = select(earlier_links).order_by(*_ORDER)
    if numbers is not None:
        query = query.where(earlier_links.c.patch_number.in_(numbers))
    found = []
    for row in connection.execute(query).mappings():
        facts = dict(row)
        found.append((facts.pop("patch_number"), facts))
    return found
