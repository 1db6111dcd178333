"""What goes up with a package besides forms and layers: records, and the journal they rest on."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, FrozenSet, List, Optional, Protocol, Sequence, Set, Tuple

from sqlalchemy import Connection

from ..casebook import Head
from ..casebook.codec import encode
from ..casebook.journal import Recorded
from ..casebook.kinds.casefiles import read_case_files
from ..casebook.kinds.exchanges import (
    FEEDBACK,
    PACKAGE,
    Handed,
    Received,
    hash_at,
    read_handed,
    read_received,
    returns_before,
)
from ..casebook.migrations import SCHEMA_VERSION
from ..casebook.queries import read_sources
from ..model import Dossier, Patch, Photo
from ..progress import Progress, check_cancelled
from ..review import Stage, state_of
from ..review.state import next_round
from ..rounds import Submitted
from . import chain, record
from .chain import BEGINNING, Place, Shown
from .content import changed_by, content_of
from .kinds import ABOUT_CASE, OF_COUNTY, STATELESS
from .record import Record
from .secret import Secret


class Book(Protocol):
    """What handing up needs of the casebook."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


@dataclass(frozen=True)
class Chosen:
    """What is handed up: ordinary patches of one month and their dossiers.

    ``partial``: not the whole month. Nothing may name ``secret`` land; a verdict of one of
    ``secret_categories`` does not travel, not even a former one.
    """

    month: str
    patches: Sequence[Patch]
    dossiers: Sequence[Dossier]
    partial: bool
    secret: Secret
    secret_categories: FrozenSet[str]


@dataclass(frozen=True)
class Handing:
    """``members`` of the package by name; ``facts`` for its manifest; ``parcels`` as submitted."""

    members: Dict[str, bytes]
    facts: Dict[str, Any]
    parcels: Dict[str, Dict[str, Any]] = field(default_factory=dict)


def hand_up(
    book: Book,
    chosen: Chosen,
    head: Head,
    member: Callable[[Dossier, Photo], str],
    progress: Progress,
) -> Handing:
    """The records of a month with the part of the journal since the city last had it.

    :raises InputError: what is recorded there names military land.
    """
    with book.reading() as connection:
        return _hand_up(connection, chosen, head, member, progress)


def _hand_up(
    connection: Connection,
    chosen: Chosen,
    head: Head,
    member: Callable[[Dossier, Photo], str],
    progress: Progress,
) -> Handing:
    came = [one for one in read_received(connection) if one.what == FEEDBACK]
    of_month = [one for one in came if one.month == chosen.month]
    place, base = Place(head.seq, head.hash), acknowledged(connection, of_month)
    cases = _cases(connection, chosen)
    packed = Record()
    parcels = [one.parcel for one in chosen.dossiers]
    record.add_patches(packed, chosen.patches, parcels, read_sources(connection))
    record.add_photos(packed, chosen.dossiers, member)
    record.add_states(packed, connection, cases, progress)
    chosen.secret.refuse_in(packed)
    check_cancelled(progress)
    new = _submit(connection, packed, chosen, head, echoes_of(came))
    check_cancelled(progress)
    subjects = {*packed.patches, *packed.parcel_numbers()}
    part = chain.part_lines(
        connection, base, place, _shower(chosen, subjects, cases), echoes_of(came), progress
    )
    facts = {
        **_round(connection, chosen, head),
        "what": PACKAGE,
        "schema": SCHEMA_VERSION,
        "partial": chosen.partial,
        "base": [base.seq, base.hash],
        "head": [head.seq, head.hash],
        "read": newest_read(of_month),
    }
    members = {
        record.MEMBER: b"".join(record.to_lines(packed)),
        chain.MEMBER: b"".join(part),
    }
    return Handing(members, facts, new)


def acknowledged(connection: Connection, came: Sequence[Received]) -> Place:
    """How much of this journal the other side has said to have; it is not sent again."""
    told = [one.data.get("read") or [0, ""] for one in came]
    for seq, digest in sorted(told, reverse=True):
        if seq and hash_at(connection, seq) == digest:
            return Place(seq, digest)
    return BEGINNING


def newest_read(came: Sequence[Received]) -> Optional[List[Any]]:
    """How much of the other side's journal was read here."""
    newest = max(came, key=lambda one: one.head_seq, default=None)
    return None if newest is None else [newest.head_seq, newest.head_hash]


def echoes_of(came: Sequence[Received]) -> List[Tuple[int, int]]:
    """From which to which number entries came from another casebook."""
    return [(one.from_seq, one.seq) for one in came]


def is_echo(entry: Recorded, echoes: Sequence[Tuple[int, int]]) -> bool:
    """True for an entry that came from another casebook."""
    return any(first <= entry.seq <= last for first, last in echoes)


def _shower(chosen: Chosen, subjects: Set[str], cases: Set[str]) -> Callable[[Recorded], Shown]:
    kinds = {*OF_COUNTY, *STATELESS}

    def show(entry: Recorded) -> Shown:
        among = cases if entry.kind in ABOUT_CASE else subjects
        if entry.kind not in kinds or entry.subject not in among:
            return Shown.SEALED
        states = [state for state in (entry.old, entry.new) if state]
        return Shown.TOLD if any(_is_secret(chosen, one) for one in states) else Shown.OPEN

    return show


def _is_secret(chosen: Chosen, state: Dict[str, Any]) -> bool:
    if state.get("category") in chosen.secret_categories:
        return True
    return bool(chosen.secret.find(json.dumps(state, ensure_ascii=False)))


def _cases(connection: Connection, chosen: Chosen) -> Set[str]:
    """The cases of the parcels; not those that name land which must not appear."""
    own = {one.parcel.number for one in chosen.dossiers}
    return {
        one.case.number
        for one in read_case_files(connection)
        if own & set(one.case.parcels) and not _is_secret(chosen, encode(one))
    }


def _submit(
    connection: Connection,
    packed: Record,
    chosen: Chosen,
    head: Head,
    echoes: List[Tuple[int, int]],
) -> Dict[str, Dict[str, Any]]:
    """Parcels that are new, changed or answered count as submitted now; the others as before.

    What only the city has changed, and feedback brought, does not hand a parcel up anew.
    """
    new: Dict[str, Dict[str, Any]] = {}
    changes = _Changes(connection, head, echoes)
    for dossier in chosen.dossiers:
        rounds, number = dossier.rounds, dossier.parcel.number
        content = content_of(dossier)
        state = state_of(rounds, dossier.county_verdict is not None, content)
        rows = [_row(one) for one in rounds.submitted]
        changed = state.changed and changes.are_there(dossier, state.submission)
        if state.submitted is None or changed or state.stage is Stage.CORRECTED:
            first = not rounds.submitted
            before = returns_before(connection, dossier.patch.number) if first else 0
            new[number] = {
                "submission": head.seq,
                "round": next_round(rounds, before),
                "content": content,
            }
            rows = [row for row in rows if row["submission"] != head.seq] + [new[number]]
        packed.submitted[number] = rows
    return new


class _Changes:
    """What this casebook itself has changed, read when it is first asked for."""

    def __init__(self, connection: Connection, head: Head, echoes: List[Tuple[int, int]]) -> None:
        self._connection = connection
        self._head = head
        self._echoes = echoes
        self._newest: Dict[str, int] = {}
        self._from = head.seq

    def are_there(self, dossier: Dossier, since: int) -> bool:
        """True when something of a parcel was changed here after an entry."""
        self._read(since)
        about = [dossier.parcel.number, dossier.patch.number]
        about += [one.case.number for one in dossier.cases]
        return any(self._newest.get(subject, 0) > since for subject in about)

    def _read(self, since: int) -> None:
        for entry in chain.entries_between(self._connection, since, self._from):
            if not is_echo(entry, self._echoes):
                for subject in changed_by(entry):
                    self._newest[subject] = max(entry.seq, self._newest.get(subject, 0))
        self._from = min(self._from, since)


def _row(one: Submitted) -> Dict[str, Any]:
    """Without the day: the same records give the same package on any day."""
    return {"submission": one.submission, "round": one.round, "content": one.content}


def _round(connection: Connection, chosen: Chosen, head: Head) -> Dict[str, Any]:
    """Which package of the month it is; the same again where nothing was recorded since."""
    numbers = sorted(patch.number for patch in chosen.patches) if chosen.partial else []
    handed = [
        one
        for one in read_handed(connection)
        if one.month == chosen.month and one.data.get("what") == PACKAGE
    ]
    last = handed[-1] if handed else None
    if last and _is_same(last, head, numbers):
        return {name: last.data[name] for name in ("round", "supersedes", "chosen")}
    return {
        "round": (last.data["round"] if last else 0) + 1,
        "supersedes": last.sha256 if last else "",
        "chosen": numbers,
    }


def _is_same(last: Handed, head: Head, numbers: List[str]) -> bool:
    return bool(last.data["head"] == [head.seq, head.hash] and last.data["chosen"] == numbers)
