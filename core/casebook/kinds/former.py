"""What can still be read of parcels that gave way to others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, List

from sqlalchemy import Connection, select

from ...model import Verdict, VerdictLevel
from ...mu import round_half_up
from .. import events, journal
from ..codec import decode
from ..tables import former_parcels, parcels, verdicts
from ..tables import journal as journal_table


@dataclass(frozen=True)
class Former:
    """A parcel that was divided or put together with others, and what had been judged of it."""

    number: str
    area_mu: Decimal
    verdicts: Dict[VerdictLevel, Verdict]
    photo_count: int


def last_number(connection: Connection, patch_number: str) -> int:
    """The highest ``n`` of all parcels ``<patch>_n`` there are or ever were; 0 without any."""
    found = [0]
    for table in (parcels, former_parcels):
        query = select(table.c.number).where(table.c.patch_number == patch_number)
        for number in connection.execute(query).scalars():
            end = number.rpartition("_")[2]
            found += [int(end)] if end.isascii() and end.isdigit() else []
    return max(found)


def came_from(connection: Connection, patch_number: str, parcel_number: str) -> List[Former]:
    """The parcels in whose place this one stands; none for one that was there at the import."""
    query = (
        select(journal_table)
        .where(
            journal_table.c.subject == patch_number,
            journal_table.c.kind == events.PATCH_DIVIDED,
        )
        .order_by(journal_table.c.seq.desc())
    )
    for row in connection.execute(query).mappings():
        entry = journal.entry_of(row)
        before, after = _numbers(entry.old), _numbers(entry.new)
        if parcel_number in after and parcel_number not in before:
            if entry.undoes is not None:
                continue  # it came back; where it came from stands further up
            return _read(connection, [number for number in before if number not in after])
    return []


def _numbers(state: object) -> List[str]:
    found = state["parcels"] if isinstance(state, dict) else []
    return [facts["number"] for facts in found]


def _read(connection: Connection, numbers: List[str]) -> List[Former]:
    query = (
        select(former_parcels)
        .where(former_parcels.c.number.in_(numbers))
        .order_by(former_parcels.c.number)
    )
    return [_former(row.number, row.area_mu, row.shelf) for row in connection.execute(query)]


def _former(number: str, area_mu: float, shelf: str) -> Former:
    said = json.loads(shelf)
    given = [decode(Verdict, row) for row in said.get(verdicts.name, [])]
    by_level = {verdict.level: verdict for verdict in given}
    return Former(number, round_half_up(area_mu), by_level, len(said.get("photos", [])))
