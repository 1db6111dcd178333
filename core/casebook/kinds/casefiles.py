"""What was done about cases: how the tables change, and how they are read."""

from __future__ import annotations

from typing import AbstractSet, Any, Dict, List, Mapping, Optional, Sequence

from sqlalchemy import Connection

from ...casefile import Case, CaseFile, Filing, Interruption, Penalty, StopNotice, Transfer
from .. import events
from ..codec import decode
from ..steps import State, Step, replace_rows, rows_about
from ..tables import (
    case_steps,
    filings,
    interruptions,
    penalties,
    stop_notices,
    transfers,
)
from .cases import read_cases
from .several import Several

# Named as the fields of CaseFile.
LISTS: Dict[str, Several] = {
    events.PENALTIES_CHANGED: Several(penalties.c.case_number, "penalties", Penalty),
    events.TRANSFERS_CHANGED: Several(transfers.c.case_number, "transfers", Transfer),
    events.INTERRUPTED: Several(interruptions.c.case_number, "interruptions", Interruption),
}


def apply_stop_notice(connection: Connection, steps: Sequence[Step]) -> None:
    """Each case's stop notice as its last entry has it."""
    about = stop_notices.c.case_number
    replace_rows(connection, about, steps, lambda step: [step.new] if step.new else [])


def apply_filing(connection: Connection, steps: Sequence[Step]) -> None:
    """Each case's steps, or the reason why none is filed, as its last entry has them."""
    replace_rows(connection, filings.c.case_number, steps, _reason)
    replace_rows(connection, case_steps.c.case_number, steps, _taken)


def _reason(step: Step) -> List[Dict[str, Any]]:
    facts = {name: value for name, value in step.new.items() if name != "steps"}
    return [facts] if facts else []


def _taken(step: Step) -> List[Dict[str, Any]]:
    return [{"step": code, **one} for code, one in step.new.get("steps", {}).items()]


def current_stop_notice(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The cases' stop notices as entries of the journal name them."""
    found = rows_about(connection, stop_notices.c.case_number, numbers)
    return {row.pop("case_number"): row for row in found}


def current_filing(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The cases' steps and reasons as entries of the journal name them."""
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, filings.c.case_number, numbers):
        number = row.pop("case_number")
        states[number] = {"steps": {}, **row}
    for row in rows_about(connection, case_steps.c.case_number, numbers):
        taken = states[row.pop("case_number")]["steps"]
        taken[row.pop("step")] = row
    return dict(states)


def read_case_files(
    connection: Connection, parcel_number: str = "", among: Optional[AbstractSet[str]] = None
) -> List[CaseFile]:
    """All cases by number, those of a parcel or of parcels ``among`` some, with everything that
    was done about them."""
    cases = read_cases(connection, parcel_number, among)
    numbers = [case.number for case in cases]
    notices = current_stop_notice(connection, numbers)
    filed = current_filing(connection, numbers)
    several = {one.name: one.current(connection, numbers) for one in LISTS.values()}
    return [case_file(case, notices, filed, several) for case in cases]


def case_file(
    case: Case,
    notices: Mapping[str, State],
    filed: Mapping[str, State],
    several: Mapping[str, Mapping[str, State]],
) -> CaseFile:
    """A case with the states that entries of the journal name, each by the case's number.

    ``several`` are those of its lists by their names.
    """
    number = case.number
    notice, filing = notices.get(number), filed.get(number)
    lists = {
        one.name: tuple(decode(one.record, facts) for facts in _facts(several, one.name, number))
        for one in LISTS.values()
    }
    return CaseFile(
        case,
        decode(StopNotice, notice) if notice else None,
        decode(Filing, filing) if filing else Filing(),
        **lists,
    )


def _facts(
    several: Mapping[str, Mapping[str, State]], name: str, number: str
) -> List[Dict[str, Any]]:
    state = several[name].get(number)
    return list(state[name]) if state else []
