"""What was done about cases: how the tables change, and how they are read."""

from __future__ import annotations

from typing import AbstractSet, Any, Dict, List, Mapping, Optional, Sequence

from sqlalchemy import Connection, Table

from ...casefile import Case, CaseFile, Filing, Penalty, StopNotice, Transfer
from ..codec import decode
from ..steps import State, Step, replace_rows, rows_about
from ..tables import ABOUT_CASES, case_steps, filings, penalties, stop_notices, transfers
from .cases import read_cases


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


def apply_penalties(connection: Connection, steps: Sequence[Step]) -> None:
    """Each case's penalties as its last entry has them."""
    _apply_list(connection, penalties, steps)


def apply_transfers(connection: Connection, steps: Sequence[Step]) -> None:
    """Each case's transfers as its last entry has them."""
    _apply_list(connection, transfers, steps)


def _apply_list(connection: Connection, table: Table, steps: Sequence[Step]) -> None:
    def rows_of(step: Step) -> List[Dict[str, Any]]:
        several = enumerate(step.new.get(table.name, []), start=1)
        return [{"place": place, **one} for place, one in several]

    replace_rows(connection, table.c.case_number, steps, rows_of)


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


def current_penalties(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The cases' penalties as entries of the journal name them."""
    return _current_list(connection, penalties, numbers)


def current_transfers(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The cases' transfers as entries of the journal name them."""
    return _current_list(connection, transfers, numbers)


def _current_list(connection: Connection, table: Table, numbers: List[str]) -> Dict[str, State]:
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, table.c.case_number, numbers):
        del row["place"]
        states.setdefault(row.pop("case_number"), {table.name: []})[table.name].append(row)
    return dict(states)


def cases_with_records(connection: Connection, numbers: List[str]) -> List[str]:
    """Those of the cases about which something is recorded."""
    found = {
        row["case_number"]
        for table in ABOUT_CASES
        for row in rows_about(connection, table.c.case_number, numbers)
    }
    return [number for number in numbers if number in found]


def read_case_files(
    connection: Connection, parcel_number: str = "", among: Optional[AbstractSet[str]] = None
) -> List[CaseFile]:
    """All cases by number, those of a parcel or of parcels ``among`` some, with everything that
    was done about them."""
    cases = read_cases(connection, parcel_number, among)
    numbers = [case.number for case in cases]
    notices = current_stop_notice(connection, numbers)
    filed = current_filing(connection, numbers)
    decided = current_penalties(connection, numbers)
    sent = current_transfers(connection, numbers)
    return [case_file(case, notices, filed, decided, sent) for case in cases]


def case_file(
    case: Case,
    notices: Mapping[str, State],
    filed: Mapping[str, State],
    decided: Mapping[str, State],
    sent: Mapping[str, State],
) -> CaseFile:
    """A case with the states that entries of the journal name, each by the case's number."""
    number = case.number
    notice, filing = notices.get(number), filed.get(number)
    return CaseFile(
        case,
        decode(StopNotice, notice) if notice else None,
        decode(Filing, filing) if filing else Filing(),
        tuple(decode(Penalty, one) for one in _list(decided.get(number), "penalties")),
        tuple(decode(Transfer, one) for one in _list(sent.get(number), "transfers")),
    )


def _list(state: State, name: str) -> List[Dict[str, Any]]:
    return list(state[name]) if state else []
