"""What people note of a parcel for one another: why it wants a second look, and a comment."""

from __future__ import annotations

from typing import Dict, List, Sequence, Tuple

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from ..model import Notes
from .steps import State, Step, in_parts
from .tables import comments, second_looks


def apply_second_looks(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's flag as its last entry has it."""
    _apply(connection, second_looks, steps)


def apply_comments(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's comment as its last entry has it."""
    _apply(connection, comments, steps)


def _apply(connection: Connection, table: Table, steps: Sequence[Step]) -> None:
    last = list({step.entry.subject: step for step in steps}.values())
    gone = delete(table).where(table.c.parcel_number == bindparam("subject"))
    connection.execute(gone, [{"subject": step.entry.subject} for step in last])
    rows = [
        {
            "parcel_number": step.entry.subject,
            "text": step.new["text"],
            "said_at": step.entry.at,
            "said_by": step.entry.who,
        }
        for step in last
        if step.new
    ]
    if rows:
        connection.execute(insert(table), rows)


def current_second_looks(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' flags as an entry of the journal names them."""
    return {number: {"text": said} for number, said in _texts(connection, second_looks, numbers)}


def current_comments(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' comments as an entry of the journal names them."""
    return {number: {"text": said} for number, said in _texts(connection, comments, numbers)}


def _texts(connection: Connection, table: Table, numbers: List[str]) -> List[Tuple[str, str]]:
    return [
        (row.parcel_number, row.text)
        for part in in_parts(numbers)
        for row in connection.execute(select(table).where(table.c.parcel_number.in_(part)))
    ]


def read_notes(connection: Connection, chosen: object) -> Dict[str, Notes]:
    """Notes by parcel; ``chosen`` are numbers or a query that gives them."""
    said: Dict[str, Dict[str, str]] = {}
    for name, table in (("second_look", second_looks), ("comment", comments)):
        asked = table.c.parcel_number.in_(chosen)  # type: ignore[arg-type]
        for row in connection.execute(select(table).where(asked)):
            said.setdefault(row.parcel_number, {})[name] = row.text
    return {number: Notes(**texts) for number, texts in said.items()}
