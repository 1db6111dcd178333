"""Old cases, closings and reopenings, frozen quota: how the tables change, and how they are read.

A turn or a freezing is about an old case or about a parcel; it stays when a parcel has given way
to others, because nothing leaves the ledger.
"""

from __future__ import annotations

from typing import Dict, List, Sequence

from sqlalchemy import Connection, select

from ...rectified import Freezing, LedgerEntry, Turn
from ..codec import decode
from ..put_right_tables import freezings, ledger_entries, turns
from ..steps import State, Step, replace_rows, rows_about, rows_chosen
from .several import Several

TURNS = Several(turns.c.subject, "turns", Turn)


def apply_entries(connection: Connection, steps: Sequence[Step]) -> None:
    """Each old case as its last entry has it."""
    replace_rows(connection, ledger_entries.c.id, steps, lambda step: [step.new])


def apply_freezing(connection: Connection, steps: Sequence[Step]) -> None:
    """What is frozen for each subject as its last entry has it."""
    about = freezings.c.subject
    replace_rows(connection, about, steps, lambda step: [step.new] if step.new else [])


def current_entries(connection: Connection, ids: List[str]) -> Dict[str, State]:
    """The old cases as entries of the journal name them."""
    return {row["id"]: row for row in rows_about(connection, ledger_entries.c.id, ids)}


def current_freezing(connection: Connection, subjects: List[str]) -> Dict[str, State]:
    """What is frozen as entries of the journal name it."""
    found = rows_about(connection, freezings.c.subject, subjects)
    return {row.pop("subject"): row for row in found}


def read_entries(connection: Connection) -> List[LedgerEntry]:
    """All old cases by year and number."""
    query = select(ledger_entries).order_by(ledger_entries.c.year, ledger_entries.c.id)
    return [decode(LedgerEntry, dict(row)) for row in connection.execute(query).mappings()]


def read_freezings(connection: Connection, chosen: object = None) -> Dict[str, Freezing]:
    """What is frozen by subject; of all, or of those that numbers or a query give."""
    return {
        row["subject"]: decode(Freezing, row)
        for row in rows_chosen(connection, freezings.c.subject, chosen)
    }
