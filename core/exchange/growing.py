"""What only grows is never chosen for: certificates and turns of both sides stand together.

A certificate whose number another parcel has here already is left out and told.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Set, Tuple

from sqlalchemy import Connection, select

from ..casebook import events
from ..casebook.kinds.finished import CertificateKey, holders, is_live, key_of, listed, number_taken
from ..casebook.put_right_tables import certificates
from ..casebook.steps import State
from ..model import Finding, Severity
from ..text import Text, text
from .incoming import Incoming
from .kinds import Key
from .threeway import Compared, How

_LISTS = {events.CERTIFIED: "certificates", events.LEDGER_TURNED: "turns"}
GROWING = tuple(_LISTS)


def grown(kind: str, subject: str, mine: State, theirs: State) -> Compared:
    """Both sides' list together, this side's first."""
    name = _LISTS[kind]
    ours, other = listed(mine, name), listed(theirs, name)
    together = _certificates(ours, other) if kind == events.CERTIFIED else _turns(ours, other)
    result: State = {name: together} if together else None
    how = How.NEW if mine is None else How.CHANGED
    if mine == theirs:
        how = How.SAME
    elif result == mine:
        how = How.KEPT
    return Compared(kind, subject, how, mine, mine, result)


def _certificates(ours: List[Any], other: List[Any]) -> List[Any]:
    """Each certificate once; revoked where one side has revoked it, as this side did if both."""
    theirs = {key_of(one): one for one in other}
    kept = [theirs.get(key_of(one), one) if is_live(one) else one for one in ours]
    here = {key_of(one) for one in ours}
    return [*kept, *(one for one in other if key_of(one) not in here)]


def _turns(ours: List[Any], other: List[Any]) -> List[Any]:
    return [*ours, *(one for one in other if one not in ours)]


def numbers_used_twice(
    connection: Connection, incoming: Incoming
) -> Tuple[Set[Key], List[Finding]]:
    """Certificates with a number that another parcel's has: those that have to be left out,
    because not even office, year and serial differ, and what a person has to be told."""
    sent = {
        parcel: listed(state, "certificates")
        for (kind, parcel), state in incoming.record.states.items()
        if kind == events.CERTIFIED
    }
    taken = holders(connection, {key_of(one) for several in sent.values() for one in several})
    left_out: Set[Key] = set()
    findings = []
    for parcel, several in sent.items():
        for one in several:
            holder = taken.setdefault(key_of(one), parcel)
            if holder != parcel:
                left_out.add((events.CERTIFIED, parcel))
                findings.append(_left_out(parcel, one["number"], holder))
    findings += _same_words(connection, sent, left_out)
    return left_out, findings


def _left_out(parcel: str, number: str, holder: str) -> Finding:
    told = text(
        "{what} It is left out here; ask the offices which of the two holds, and have the other "
        "revoked and issued anew.",
        what=number_taken(number, holder, parcel),
    )
    return Finding("exchange", Severity.ERROR, told, parcel)


def _same_words(
    connection: Connection, sent: Dict[str, List[Any]], left_out: Set[Key]
) -> Iterable[Finding]:
    """Two offices' certificates that are written alike, though they are not the same one."""
    written = {
        one["number"]: (parcel, key_of(one))
        for parcel, several in sent.items()
        if (events.CERTIFIED, parcel) not in left_out
        for one in several
    }
    for number, parcel, key in _written_here(connection, sorted(written)):
        sent_for, sent_key = written[number]
        if key != sent_key:
            yield Finding("exchange", Severity.WARNING, _alike(number, sent_for, parcel), sent_for)


def _written_here(
    connection: Connection, numbers: List[str]
) -> Iterable[Tuple[str, str, CertificateKey]]:
    if not numbers:
        return
    query = select(certificates).where(certificates.c.number.in_(numbers))
    for row in connection.execute(query).mappings():
        yield row["number"], row["parcel_number"], key_of(dict(row))


def _alike(number: str, parcel: str, other: str) -> Text:
    return text(
        "Two offices have written {number} on a certificate: one for {parcel}, one for {other}. "
        "Both are kept; they differ by office, year and serial.",
        number=number,
        parcel=parcel,
        other=other,
    )


def turned_on_both_sides(compared: Iterable[Compared], sent: Dict[Key, State]) -> List[Finding]:
    """Parcels that both sides have closed or reopened; all of it stays, and the last one counts."""
    found = []
    for one in compared:
        if one.kind != events.LEDGER_TURNED:
            continue
        theirs = listed(sent.get((one.kind, one.subject)), "turns")
        ours = listed(one.mine, "turns")
        if any(turn not in theirs for turn in ours) and any(turn not in ours for turn in theirs):
            last = listed(one.theirs, "turns")[-1]
            found.append(_both(one.subject, last["closed"]))
    return found


def _both(subject: str, closed: bool) -> Finding:
    now = text("closed") if closed else text("open")
    told = text(
        "It was closed or reopened in the ledger on both sides. All of it is kept, and it is "
        "{now} after that; look whether this is right.",
        now=now,
    )
    return Finding("exchange", Severity.WARNING, told, subject)
