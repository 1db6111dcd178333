"""What went to and fro between county and city: how the tables change, and how they are read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Sequence, Set, Tuple

from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from ...rounds import Outcome, ReturnAnswer, Review, Rounds, Submitted
from ..codec import decode
from ..steps import State, Step, in_parts, replace_rows, rows_about
from ..tables import (
    former_parcels,
    journal,
    known_from,
    parcels,
    received,
    return_answers,
    reviews,
    submissions,
    submitted,
)

NOT_DATA = ("file", "sha256", "parcels")
RECEIVED_COLUMNS = ["what", "sender", "file", "sha256", "from_seq"]
RECEIVED_COLUMNS += ["base_seq", "base_hash", "head_seq", "head_hash"]

PACKAGE, FEEDBACK, WORK, SHARE = "package", "feedback", "work", "share"
"""What can be read from another casebook; a share is what a working file begins with."""


@dataclass(frozen=True)
class Received:
    """Something that was read: the part of the sender's journal it rests on, and what came."""

    seq: int
    what: str
    sender: str
    month: str
    file: str
    sha256: str
    received_at: str
    received_by: str
    from_seq: int
    base_seq: int
    base_hash: str
    head_seq: int
    head_hash: str
    data: Dict[str, Any]


@dataclass(frozen=True)
class Handed:
    """A package that was handed out; ``data`` says what it rests on, from version 7 on."""

    seq: int
    month: str
    file: str
    sha256: str
    data: Dict[str, Any]


def apply_exported(connection: Connection, steps: Sequence[Step]) -> None:
    """The package in the list of those handed out; its parcels as submitted."""
    for step in steps:
        handed = {name: value for name, value in step.new.items() if name not in NOT_DATA}
        row = {
            "seq": step.entry.seq,
            "month": step.entry.subject,
            "file": step.new["file"],
            "sha256": step.new["sha256"],
            "exported_at": step.entry.at,
            "exported_by": step.entry.who,
            "data": json.dumps(handed, ensure_ascii=False) if handed else "",
        }
        connection.execute(insert(submissions), [row])
        rows = [
            {"parcel_number": number, "day": step.entry.at[:10], **one}
            for number, one in step.new.get("parcels", {}).items()
        ]
        _add_submitted(connection, rows)


def apply_received(connection: Connection, steps: Sequence[Step]) -> None:
    """What was read, from whom and how far their journal was; their parcels as submitted."""
    for step in steps:
        new = step.new
        row = {name: new[name] for name in RECEIVED_COLUMNS}
        facts = {"seq": step.entry.seq, "month": step.entry.subject}
        facts.update(received_at=step.entry.at, received_by=step.entry.who)
        data = json.dumps(new["data"], ensure_ascii=False)
        connection.execute(insert(received), [{**row, **facts, "data": data}])
        _know_from(connection, new["sender"], new["patches"], new["head_seq"])
        rows = [
            {"parcel_number": number, "day": step.entry.at[:10], **one}
            for number, several in new["submitted"].items()
            for one in several
        ]
        _add_submitted(connection, rows)


def _know_from(connection: Connection, sender: str, patches: List[str], seq: int) -> None:
    gone = delete(known_from).where(
        known_from.c.sender == sender, known_from.c.patch_number == bindparam("patch")
    )
    if patches:
        connection.execute(gone, [{"patch": number} for number in patches])
        rows = [{"sender": sender, "patch_number": number, "seq": seq} for number in patches]
        connection.execute(insert(known_from), rows)


def _add_submitted(connection: Connection, rows: List[Dict[str, Any]]) -> None:
    """What is there already keeps its day: it was handed up, or came here, on that one."""
    there: Set[Tuple[str, int]] = set()
    for part in in_parts(sorted({row["parcel_number"] for row in rows})):
        query = select(submitted.c.parcel_number, submitted.c.submission)
        asked = query.where(submitted.c.parcel_number.in_(part))
        there.update(connection.execute(asked).tuples().all())
    new = [row for row in rows if (row["parcel_number"], row["submission"]) not in there]
    if new:
        connection.execute(insert(submitted), new)


def apply_reviews(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's reviews as its last entry has them."""
    _replace(connection, reviews, "reviews", steps)


def apply_answers(connection: Connection, steps: Sequence[Step]) -> None:
    """Each parcel's answers to returns as its last entry has them."""
    _replace(connection, return_answers, "answers", steps)


def _replace(connection: Connection, table: Table, name: str, steps: Sequence[Step]) -> None:
    def rows_of(step: Step) -> List[Dict[str, Any]]:
        several = enumerate(step.new.get(name, []), start=1)
        return [{**_flat(one), "place": place} for place, one in several]

    replace_rows(connection, table.c.parcel_number, steps, rows_of)


def _flat(facts: Dict[str, Any]) -> Dict[str, Any]:
    if "reasons" not in facts:
        return facts
    return {**facts, "reasons": json.dumps(facts["reasons"], ensure_ascii=False)}


def current_reviews(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' reviews as entries of the journal name them."""
    return _current(connection, reviews, "reviews", numbers)


def current_answers(connection: Connection, numbers: List[str]) -> Dict[str, State]:
    """The parcels' answers as entries of the journal name them."""
    return _current(connection, return_answers, "answers", numbers)


def _current(
    connection: Connection, table: Table, name: str, numbers: List[str]
) -> Dict[str, State]:
    states: Dict[str, Dict[str, Any]] = {}
    for row in rows_about(connection, table.c.parcel_number, numbers):
        number, facts = _facts(row)
        states.setdefault(number, {name: []})[name].append(facts)
    return dict(states)


def _facts(row: Any) -> Any:
    facts = dict(row)
    number = facts.pop("parcel_number")
    facts.pop("place", None)
    if "reasons" in facts:
        facts["reasons"] = json.loads(facts["reasons"])
    return number, facts


def read_rounds(connection: Connection, chosen: object) -> Dict[str, Rounds]:
    """The rounds of parcels; ``chosen`` are numbers or a query that gives them."""
    sent = _by_parcel(connection, submitted, chosen)
    reviewed = _by_parcel(connection, reviews, chosen)
    answered = _by_parcel(connection, return_answers, chosen)
    return {
        number: Rounds(
            tuple(decode(Submitted, one) for one in sent.get(number, ())),
            tuple(decode(Review, one) for one in reviewed.get(number, ())),
            tuple(decode(ReturnAnswer, one) for one in answered.get(number, ())),
        )
        for number in {*sent, *reviewed, *answered}
    }


def _by_parcel(
    connection: Connection, table: Table, chosen: object
) -> Dict[str, List[Dict[str, Any]]]:
    query = select(table).where(table.c.parcel_number.in_(chosen))  # type: ignore[arg-type]
    found: Dict[str, List[Dict[str, Any]]] = {}
    rows: Iterable[Any] = connection.execute(query.order_by(*table.primary_key)).mappings()
    for row in rows:
        number, facts = _facts(row)
        found.setdefault(number, []).append(facts)
    return found


def rounds_of(connection: Connection, month: Optional[str]) -> Dict[str, Rounds]:
    """The rounds of a month's parcels, or of all, by parcel."""
    chosen = select(parcels.c.number)
    if month is not None:
        chosen = chosen.where(parcels.c.month == month)
    return read_rounds(connection, chosen)


def senders(connection: Connection) -> Dict[str, str]:
    """The unit that each patch was received from; working files and the city are no units."""
    query = (
        select(known_from.c.patch_number, known_from.c.sender)
        .where(known_from.c.sender.in_(select(received.c.sender).where(received.c.what == PACKAGE)))
        .order_by(known_from.c.seq)
    )
    return {row.patch_number: row.sender for row in connection.execute(query)}


def returns_before(connection: Connection, patch_number: str) -> int:
    """How often parcels that gave way in a patch had been returned, the most of one of them."""
    query = select(former_parcels.c.shelf).where(former_parcels.c.patch_number == patch_number)
    counts = [0]
    for shelf in connection.execute(query).scalars():
        rows = json.loads(shelf).get(reviews.name, [])
        counts.append(sum(row["outcome"] == Outcome.RETURNED.value for row in rows))
    return max(counts)


def read_received(connection: Connection, sender: str = "") -> List[Received]:
    """What was read, in that order; from one sender, or from all."""
    query = select(received).order_by(received.c.seq)
    if sender:
        query = query.where(received.c.sender == sender)
    rows = connection.execute(query).mappings()
    return [Received(**{**row, "data": json.loads(row["data"])}) for row in rows]


def read_known(connection: Connection, sender: str) -> Dict[str, int]:
    """How far a sender's journal was when each of its patches was last taken over."""
    query = select(known_from.c.patch_number, known_from.c.seq)
    return dict(connection.execute(query.where(known_from.c.sender == sender)).tuples().all())


def read_handed(connection: Connection) -> List[Handed]:
    """The packages that were handed out, in that order."""
    query = select(submissions).order_by(submissions.c.seq)
    return [
        Handed(row.seq, row.month, row.file, row.sha256, json.loads(row.data or "{}"))
        for row in connection.execute(query)
    ]


def hash_at(connection: Connection, seq: int) -> str:
    """The hash of an entry of this journal; empty where there is none."""
    query = select(journal.c.hash).where(journal.c.seq == seq)
    return connection.execute(query).scalar() or ""
