"""Evidence that a person recorded: how the table changes."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

from sqlalchemy import Connection, select

from ...model import Evidence
from ..codec import decode
from ..steps import State, Step, replace_rows, rows_about
from ..tables import evidence


def apply(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's evidence as its last entry has it."""
    replace_rows(connection, evidence.c.parcel_number, steps, lambda step: step.new.values())


def current(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' evidence as an entry of the journal names it."""
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, evidence.c.parcel_number, numbers):
        states.setdefault(row.pop("parcel_number"), {})[row["kind"]] = row
    return dict(states)


def read_evidence(connection: Connection, chosen: object) -> Dict[str, Dict[str, Evidence]]:
    """Evidence by parcel and kind; ``chosen`` are numbers or a query that gives them."""
    found: Dict[str, Dict[str, Evidence]] = {}
    query = select(evidence).where(evidence.c.parcel_number.in_(chosen))  # type: ignore[arg-type]
    for row in connection.execute(query.order_by(evidence.c.kind)):
        one = decode(Evidence, dict(row._mapping))
        found.setdefault(row.parcel_number, {})[one.kind] = one
    return found
