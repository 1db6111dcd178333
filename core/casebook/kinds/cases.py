"""Cases: how the table changes."""

from __future__ import annotations

import json
from typing import AbstractSet, Dict, List, Optional, Sequence

from sqlalchemy import Connection, delete, insert, select

from ...casefile import Case
from ..codec import decode
from ..steps import State, Step, in_parts
from ..tables import cases


def apply(connection: Connection, steps: Sequence[Step]) -> None:
    """Each entry's case in the place of the one of its number."""
    for step in steps:
        connection.execute(delete(cases).where(cases.c.number == step.entry.subject))
        if step.new:
            numbers = json.dumps(step.new["parcels"], ensure_ascii=False)
            connection.execute(insert(cases), {**step.new, "parcels": numbers})


def current(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The cases as an entry of the journal names them."""
    return {
        row["number"]: {**row, "parcels": json.loads(row["parcels"])}
        for part in in_parts(numbers)
        for row in connection.execute(select(cases).where(cases.c.number.in_(part))).mappings()
    }


def read_cases(
    connection: Connection, parcel_number: str = "", among: Optional[AbstractSet[str]] = None
) -> List[Case]:
    """All cases by number, or those that a parcel, or one ``among`` some, belongs to."""
    query = select(cases).order_by(cases.c.number)
    if parcel_number:
        quoted = json.dumps(parcel_number, ensure_ascii=False)
        query = query.where(cases.c.parcels.contains(quoted, autoescape=True))
    read = [(row, json.loads(row.parcels)) for row in connection.execute(query)]
    return [
        decode(Case, {**row._mapping, "parcels": numbers})
        for row, numbers in read
        if among is None or not among.isdisjoint(numbers)
    ]
