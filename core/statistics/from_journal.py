"""What is counted, read from the journal: as things stood at a past moment.

Most entries tell their subject's whole state, so the last one of each kind and subject before
the moment is all there is to know; nothing is replayed. Only packages, which tell what came to
and fro, are gone through one by one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any, Dict, List, Optional, Set, Tuple

from sqlalchemy import Connection, func, select

from ..casebook import events, journal
from ..casebook.codec import decode
from ..casebook.kinds import casefiles
from ..casebook.kinds.exchanges import PACKAGE
from ..casebook.kinds.mu import KEY
from ..casebook.kinds.putting_right import LISTS, put_right_of
from ..casebook.projection import KINDS
from ..casebook.steps import ASKED_AT_ONCE
from ..casebook.tables import journal as table
from ..casefile import Case, CaseFile
from ..errors import CasebookError
from ..model import Evidence
from ..mu import MU_PER_M2, mu_from_m2
from ..rectified import Freezing, LedgerEntry, PutRight, Rectification, Turn
from ..text import text
from .from_tables import plain
from .recorded import CHECKED, FIGURES, LEVELS, ParcelRow, Recorded, Went, in_order

States = Dict[str, Dict[str, Any]]
_OF_PATCH = ("kind", "month", "county_code", "county_name", "patch_class", "remark")
_WITH_ITS_LAND = {
    name for name, kind in KINDS.items() if kind.about_parcel and name != events.CERTIFIED
}
"""What goes away with a parcel that gives way; a certificate stays with its number."""
_UNKNOWN = dict.fromkeys([f"{name}_{unit}" for name in FIGURES for unit in ("mu", "m2")])


def entry_at_end_of(connection: Connection, day: date) -> int:
    """The number of the last entry that was made up to the end of a day.

    :raises CasebookError: the casebook begins later.
    """
    first = connection.execute(select(table.c.at).order_by(table.c.seq).limit(1)).scalar() or ""
    asked = day.isoformat()
    if first[:10] > asked:
        raise CasebookError(
            text(
                "The casebook begins on {first}; of {asked} it knows nothing.",
                first=first[:10],
                asked=asked,
            )
        )
    last = select(func.max(table.c.seq)).where(func.substr(table.c.at, 1, 10) <= asked)
    return int(connection.execute(last).scalar_one())


def read_journal(connection: Connection, seq: int) -> Recorded:
    """Everything that is counted, as it stood after entry ``seq``."""
    past = _Past(connection, seq)
    entry = journal.entry(connection, seq)
    found = Recorded(entry.at[:10] if entry else "", seq)
    patches = past.last(events.PATCH_ISSUED)
    parcels = _parcels(past)
    said = _Said(past)
    found.rows = in_order([said.row(one, patches[one["patch_number"]]) for one in parcels])
    there = {row.number for row in found.rows}
    found.flags = past.about(events.FLAGS_ANSWERED, there)
    found.evidence = {
        number: {kind: decode(Evidence, one) for kind, one in state.items()}
        for number, state in past.about(events.EVIDENCE_RECORDED, there).items()
    }
    found.rounds = _rounds(past, there)
    found.cases = _cases(past)
    found.senders = _senders(past)
    turned = past.last(events.LEDGER_TURNED)
    found.turns = {subject: _several(state, "turns", Turn) for subject, state in turned.items()}
    found.put_right = _put_right(past, there, found.turns)
    entries = [decode(LedgerEntry, state) for state in past.last(events.LEDGER_TAKEN).values()]
    found.ledger = sorted(entries, key=lambda one: (one.year, one.id))
    return found


class _Past:
    """The journal up to an entry; gone through once to find the last entries."""

    def __init__(self, connection: Connection, seq: int) -> None:
        self._connection = connection
        self._seq = seq
        self._lands = self._lands_of_numbers()
        self._last: Dict[str, Dict[str, int]] = defaultdict(dict)
        query = select(table.c.kind, table.c.subject, table.c.seq).where(table.c.seq <= seq)
        for kind, subject, at in plain(connection, query.order_by(table.c.seq)):
            if not (kind in _WITH_ITS_LAND and self.means_other_land(subject, at)):
                self._last[kind][subject] = at

    def _lands_of_numbers(self) -> Dict[str, List[Tuple[int, str]]]:
        """From which entry on a number meant which outline, where two people gave it to different
        land."""
        found: Dict[str, List[Tuple[int, str]]] = {}
        for entry in self.every(events.PATCH_DIVIDED):
            for facts in (entry.old or {}).get("parcels", []):
                found.setdefault(facts["number"], [(0, facts["geometry_sha256"])])
            for facts in (entry.new or {}).get("parcels", []):
                lands = found.setdefault(facts["number"], [])
                lands.append((entry.seq, facts["geometry_sha256"]))
        return {
            number: lands
            for number, lands in found.items()
            if len({outline for _, outline in lands}) > 1
        }

    def means_other_land(self, number: str, seq: int) -> bool:
        """Whether entry ``seq`` spoke of land that went away with what was said of it."""
        lands = self._lands.get(number)
        if lands is None:
            return False
        meant = [outline for first, outline in lands if first <= seq]
        return meant[-1:] != [lands[-1][1]]

    def last(self, kind: str) -> States:
        """The state that each subject's last entry of a kind gives; none where it takes away."""
        found: States = {}
        entries = sorted(self._last[kind].values())
        for at in range(0, len(entries), ASKED_AT_ONCE):
            part = entries[at : at + ASKED_AT_ONCE]
            query = select(table.c.subject, table.c.new).where(table.c.seq.in_(part))
            rows = plain(self._connection, query)
            found.update({subject: json.loads(new) for subject, new in rows if new is not None})
        return found

    def about(self, kind: str, there: Set[str]) -> States:
        """The same of parcels that are there; what was said of others waits for their return."""
        return {number: state for number, state in self.last(kind).items() if number in there}

    def every(self, *kinds: str) -> List[Any]:
        """All entries of some kinds, the oldest first."""
        query = select(table).where(table.c.kind.in_(kinds), table.c.seq <= self._seq)
        rows = self._connection.execute(query.order_by(table.c.seq)).mappings()
        return [journal.entry_of(row) for row in rows]


def _parcels(past: _Past) -> List[Dict[str, Any]]:
    divided = past.last(events.PATCH_DIVIDED)
    first = [
        one
        for one in past.last(events.PARCEL_DIVIDED).values()
        if one["patch_number"] not in divided
    ]
    return [*first, *(one for state in divided.values() for one in state["parcels"])]


class _Said:
    """What is said of parcels, looked up for each."""

    def __init__(self, past: _Past) -> None:
        self._figures = past.last(events.FIGURES_COMPUTED)
        self._verdicts = [past.last(events.VERDICT + level.value) for level in LEVELS]
        self._checks = past.last(events.FIELD_CHECKED)
        self._mu_per_m2 = _mu_per_m2(past)

    def row(self, parcel: Dict[str, Any], patch: Dict[str, Any]) -> ParcelRow:
        number, area_m2 = parcel["number"], float(parcel["area_m2"])
        figures = self._figures.get(number, {"location": "", **_UNKNOWN})
        given = [of_level.get(number, {}) for of_level in self._verdicts]
        check = self._checks.get(number, {})
        adjusted = parcel.get("adjusted_mu")
        area_mu = Decimal(adjusted) if adjusted else mu_from_m2(area_m2, self._mu_per_m2)
        judged = [one.get(key, "") for one in given for key in ("category", "subcategory")]
        values: List[Any] = [number, parcel["patch_number"]]
        values += [patch[key] for key in _OF_PATCH]
        values += [json.dumps(patch["issued"], ensure_ascii=False), float(area_mu), area_m2]
        values += [_float(figures[f"{name}_mu"]) for name in FIGURES]
        values += [_float(figures[f"{name}_m2"]) for name in FIGURES]
        values += [figures["location"], *judged, *(check.get(key, "") for key in CHECKED)]
        return ParcelRow(*values)


def _float(value: Optional[str]) -> Optional[float]:
    return None if value is None else float(value)


def _mu_per_m2(past: _Past) -> Decimal:
    """What a mu was then: the plan's factor in the newest entry that names one."""
    entries = past.every(events.CREATED, events.PLAN_CHANGED)
    named = [entry.new[KEY] for entry in entries if entry.new and KEY in entry.new]
    return Decimal(named[-1]) if named else MU_PER_M2


def _rounds(past: _Past, there: Set[str]) -> Dict[str, Went]:
    reviews = past.about(events.REVIEW_GIVEN, there)
    answers = past.about(events.RETURN_ANSWERED, there)
    sent = _submitted(past)
    return {
        number: Went(
            tuple(sorted(sent.get(number, ()))),
            tuple((one["submission"], one["outcome"]) for one in _list(reviews, number, "reviews")),
            tuple(one["submission"] for one in _list(answers, number, "answers")),
        )
        for number in {*reviews, *answers, *sent} & there
    }


def _list(states: States, number: str, name: str) -> List[Dict[str, Any]]:
    return list(states[number][name]) if number in states else []


def _submitted(past: _Past) -> Dict[str, Set[int]]:
    """The submissions with each parcel."""
    found: Dict[str, Set[int]] = {}
    for entry in past.every(events.SUBMISSION_EXPORTED, events.RECEIVED):
        new = entry.new or {}
        handed = {number: [one] for number, one in new.get("parcels", {}).items()}
        for number, several in {**handed, **new.get("submitted", {})}.items():
            if past.means_other_land(number, entry.seq):
                continue
            found.setdefault(number, set()).update(one["submission"] for one in several)
    return found


def _cases(past: _Past) -> List[CaseFile]:
    notices, filed = past.last(events.STOP_NOTICED), past.last(events.CASE_FILED)
    several = {one.name: past.last(kind) for kind, one in casefiles.LISTS.items()}
    changed = sorted(past.last(events.CASE_CHANGED).items())
    return [
        casefiles.case_file(decode(Case, state), notices, filed, several) for _, state in changed
    ]


def _several(state: Dict[str, Any], name: str, record: Any) -> Tuple[Any, ...]:
    return tuple(decode(record, one) for one in state[name])


def _put_right(
    past: _Past, there: Set[str], turns: Dict[str, Tuple[Turn, ...]]
) -> Dict[str, PutRight]:
    planned, frozen = past.about(events.RECTIFIED, there), past.about(events.FROZEN, there)
    read: Dict[str, Dict[str, Any]] = {
        "rectification": {number: decode(Rectification, one) for number, one in planned.items()},
        "turns": {number: several for number, several in turns.items() if number in there},
        "freezing": {number: decode(Freezing, one) for number, one in frozen.items()},
    }
    for kind, one in LISTS.items():
        states = past.about(kind, there)
        read[one.name] = {
            number: _several(state, one.name, one.record) for number, state in states.items()
        }
    return put_right_of(read)


def _senders(past: _Past) -> Dict[str, str]:
    """The unit each patch was received from, as :func:`casebook.kinds.exchanges.senders` has it."""
    known: Dict[str, Dict[str, int]] = {}
    units = set()
    for entry in past.every(events.RECEIVED):
        new = entry.new or {}
        if new["what"] == PACKAGE:
            units.add(new["sender"])
        for patch in new["patches"]:
            known.setdefault(patch, {})[new["sender"]] = new["head_seq"]
    found = {}
    for patch, by_sender in known.items():
        of_units = [(seq, sender) for sender, seq in by_sender.items() if sender in units]
        if of_units:
            found[patch] = max(of_units)[1]
    return found
