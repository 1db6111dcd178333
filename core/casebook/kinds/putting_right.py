"""How parcels are put right, accepted, certified and looked at again: how the tables change, and
how they are read."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Sequence, Tuple

from sqlalchemy import Connection

from ...rectified import (
    Acceptance,
    Application,
    Certificate,
    Preliminary,
    PutRight,
    Recheck,
    Rectification,
)
from .. import events
from ..codec import decode
from ..put_right_tables import (
    acceptances,
    applications,
    certificates,
    measures,
    preliminaries,
    rechecks,
    rectifications,
)
from ..steps import State, Step, replace_rows, rows_about, rows_chosen
from . import ledger
from .several import Several, counted

_COUNTED = ("parcel_number", "place")


# Named as the fields of PutRight.
LISTS: Dict[str, Several] = {
    events.PRELIMINARY: Several(preliminaries.c.parcel_number, "preliminary", Preliminary),
    events.APPLIED: Several(applications.c.parcel_number, "applications", Application),
    events.ACCEPTED: Several(acceptances.c.parcel_number, "acceptances", Acceptance),
    events.CERTIFIED: Several(certificates.c.parcel_number, "certificates", Certificate),
    events.RECHECKED: Several(rechecks.c.parcel_number, "rechecks", Recheck),
}


def _facts(row: Dict[str, Any]) -> Dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _COUNTED}


def apply_rectification(connection: Connection, steps: Sequence[Step]) -> None:
    """How each parcel is put right as its last entry has it."""
    replace_rows(connection, rectifications.c.parcel_number, steps, _rectification)
    replace_rows(connection, measures.c.parcel_number, steps, _measures)


def _rectification(step: Step) -> List[Dict[str, Any]]:
    facts = {name: value for name, value in step.new.items() if name != "measures"}
    return [facts] if facts else []


def _measures(step: Step) -> List[Dict[str, Any]]:
    return counted(step.new.get("measures", []))


def current_rectification(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """How the parcels are put right as entries of the journal name it."""
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, rectifications.c.parcel_number, numbers):
        states[row["parcel_number"]] = {**_facts(row), "measures": []}
    for row in rows_about(connection, measures.c.parcel_number, numbers):
        states[row["parcel_number"]]["measures"].append(_facts(row))
    return dict(states)


def read_rectifications(connection: Connection, chosen: object) -> Dict[str, Rectification]:
    """How parcels are put right, by parcel."""
    found: Dict[str, Dict[str, Any]] = {}
    for row in rows_chosen(connection, rectifications.c.parcel_number, chosen):
        found[row["parcel_number"]] = {**_facts(row), "measures": []}
    for row in rows_chosen(connection, measures.c.parcel_number, chosen):
        found[row["parcel_number"]]["measures"].append(_facts(row))
    return {number: decode(Rectification, facts) for number, facts in found.items()}


def read_certificates(connection: Connection) -> Dict[str, Tuple[Certificate, ...]]:
    """All certificates by parcel, also of parcels that gave way to others."""
    return LISTS[events.CERTIFIED].read(connection, None)


def read_put_right(connection: Connection, chosen: object) -> Dict[str, PutRight]:
    """Everything about putting right by parcel; ``chosen`` are numbers or a query for them."""
    read: Dict[str, Mapping[str, Any]] = {"rectification": read_rectifications(connection, chosen)}
    read.update({one.name: one.read(connection, chosen) for one in LISTS.values()})
    read["turns"] = ledger.TURNS.read(connection, chosen)
    read["freezing"] = ledger.read_freezings(connection, chosen)
    return put_right_of(read)


def put_right_of(read: Mapping[str, Mapping[str, Any]]) -> Dict[str, PutRight]:
    """The records of each field of :class:`PutRight`, by parcel, as one by parcel."""
    found: Dict[str, Dict[str, Any]] = {}
    for name, by_parcel in read.items():
        for number, said in by_parcel.items():
            found.setdefault(number, {})[name] = said
    return {number: PutRight(**facts) for number, facts in found.items()}
