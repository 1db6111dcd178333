"""Evidence that a person recorded: how the table changes."""

from __future__ import annotations

from typing import Dict, List, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select

from ..model import Evidence
from .codec import decode
from .steps import State, Step
from .tables import evidence


def apply(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's evidence as its last entry has it."""
    last = {step.entry.subject: step for step in steps}
    gone = delete(evidence).where(evidence.c.parcel_number == bindparam("subject"))
    connection.execute(gone, [{"subject": subject} for subject in last])
    rows = [
        {**one, "parcel_number": subject}
        for subject, step in last.items()
        for one in step.new.values()
    ]
    if rows:
        connection.execute(insert(evidence), rows)


def current(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' evidence as an entry of the journal names it."""
    states: Dict[str, State] = {}
    query = select(evidence).where(evidence.c.parcel_number.in_(numbers))
    for row in connection.execute(query).mappings():
        fields = dict(row)
        state = states.setdefault(fields.pop("parcel_number"), {})
        if state is not None:
            state[row["kind"]] = fields
    return states


def read_evidence(connection: Connection, chosen: object) -> Dict[str, Dict[str, Evidence]]:
    """Evidence by parcel and kind; ``chosen`` are numbers or a query that gives them."""
    found: Dict[str, Dict[str, Evidence]] = {}
    query = select(evidence).where(evidence.c.parcel_number.in_(chosen))  # type: ignore[arg-type]
    for row in connection.execute(query.order_by(evidence.c.kind)).mappings():
        of_parcel = found.setdefault(row["parcel_number"], {})
        of_parcel[row["kind"]] = decode(Evidence, dict(row))
    return found
