"""What people note of a parcel for one another: why it wants a second look, and a comment."""

from __future__ import annotations

from typing import Dict, List, Sequence

from sqlalchemy import Connection, Table, select

from ...model import Notes
from ..steps import State, Step, replace_rows, rows_about
from ..tables import comments, second_looks


def apply_second_looks(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's flag as its last entry has it."""
    _apply(connection, second_looks, steps)


def apply_comments(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's comment as its last entry has it."""
    _apply(connection, comments, steps)


def _apply(connection: Connection, table: Table, steps: Sequence[Step]) -> None:
    replace_rows(connection, table.c.parcel_number, steps, _said)


def _said(step: Step) -> List[Dict[str, str]]:
    signed = {"said_at": step.entry.at, "said_by": step.entry.who}
    return [{"text": step.new["text"], **signed}] if step.new else []


def current_second_looks(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' flags as an entry of the journal names them."""
    return _current(connection, second_looks, numbers)


def current_comments(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' comments as an entry of the journal names them."""
    return _current(connection, comments, numbers)


def _current(connection: Connection, table: Table, numbers: List[str]) -> Dict[str, State]:
    rows = rows_about(connection, table.c.parcel_number, numbers)
    return {row["parcel_number"]: {"text": row["text"]} for row in rows}


def read_notes(connection: Connection, chosen: object) -> Dict[str, Notes]:
    """Notes by parcel; ``chosen`` are numbers or a query that gives them."""
    said: Dict[str, Dict[str, str]] = {}
    for name, table in (("second_look", second_looks), ("comment", comments)):
        asked = table.c.parcel_number.in_(chosen)  # type: ignore[arg-type]
        for row in connection.execute(select(table).where(asked)):
            said.setdefault(row.parcel_number, {})[name] = row.text
    return {number: Notes(**texts) for number, texts in said.items()}
