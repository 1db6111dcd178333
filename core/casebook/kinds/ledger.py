"""Old cases, closings and reopenings, frozen quota: how the tables change, and how they are read.

A turn or a freezing is about an old case or about a parcel; it stays when a parcel has given way
to others, because nothing leaves the ledger.
"""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

from sqlalchemy import Connection, select

from ...rectified import Freezing, LedgerEntry, Turn
from ..codec import decode
from ..put_right_tables import freezings, ledger_entries, turns
from ..steps import State, Step, replace_rows, rows_about, rows_chosen


def apply_entries(connection: Connection, steps: Sequence[Step]) -> None:
    """Each old case as its last entry has it."""
    replace_rows(connection, ledger_entries.c.id, steps, lambda step: [step.new])


def apply_turns(connection: Connection, steps: Sequence[Step]) -> None:
    """All turns of each subject as its last entry has them."""
    replace_rows(connection, turns.c.subject, steps, _turns)


def _turns(step: Step) -> List[Dict[str, Any]]:
    several = enumerate(step.new.get("turns", []), start=1)
    return [{**one, "place": place} for place, one in several]


def apply_freezing(connection: Connection, steps: Sequence[Step]) -> None:
    """What is frozen for each subject as its last entry has it."""
    about = freezings.c.subject
    replace_rows(connection, about, steps, lambda step: [step.new] if step.new else [])


def current_entries(connection: Connection, ids: List[str]) -> Dict[str, State]:
    """The old cases as entries of the journal name them."""
    return {row["id"]: row for row in rows_about(connection, ledger_entries.c.id, ids)}


def current_turns(connection: Connection, subjects: List[str]) -> Dict[str, State]:
    """The turns as entries of the journal name them."""
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, turns.c.subject, subjects):
        del row["place"]
        states.setdefault(row.pop("subject"), {"turns": []})["turns"].append(row)
    return dict(states)


def current_freezing(connection: Connection, subjects: List[str]) -> Dict[str, State]:
    """What is frozen as entries of the journal name it."""
    found = rows_about(connection, freezings.c.subject, subjects)
    return {row.pop("subject"): row for row in found}


def read_entries(connection: Connection) -> List[LedgerEntry]:
    """All old cases by year and number."""
    query = select(ledger_entries).order_by(ledger_entries.c.year, ledger_entries.c.id)
    return [decode(LedgerEntry, dict(row)) for row in connection.execute(query).mappings()]


def read_turns(connection: Connection, chosen: object = None) -> Dict[str, Tuple[Turn, ...]]:
    """Closings and reopenings by subject; of all, or of those that numbers or a query give."""
    found: Dict[str, Tuple[Turn, ...]] = {}
    for row in rows_chosen(connection, turns.c.subject, chosen):
        subject = row["subject"]
        found[subject] = (*found.get(subject, ()), decode(Turn, row))
    return found


def read_freezings(connection: Connection, chosen: object = None) -> Dict[str, Freezing]:
    """What is frozen by subject; of all, or of those that numbers or a query give."""
    return {
        row["subject"]: decode(Freezing, row)
        for row in rows_chosen(connection, freezings.c.subject, chosen)
    }
