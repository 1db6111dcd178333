"""The part of a journal that a package rests on: a chain that can be checked without the rest.

Entries about what travels stand open; others (another month, minerals, military land, what the
other side sent) are sealed: of a run of them only the last hash is told. So nothing of them
leaves, and yet no entry can be changed, taken out or put in without breaking the chain.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Sequence, Tuple

from sqlalchemy import Connection, select

from ..casebook import journal
from ..casebook.journal import FIRST_HASH, READ_AT_ONCE, Recorded
from ..casebook.steps import State
from ..casebook.tables import journal as journal_table
from ..errors import UnreadableFile
from ..progress import SILENT, Progress, check_cancelled
from ..text import text
from .kinds import Key

MEMBER = "record/journal.jsonl"
Held = Callable[[str, str, State], State]
CHECKPOINT_EVERY, LAST_OPEN = 100, 300
"""Hashes of every hundredth entry, and of all of the last ones, tell where two journals part."""


class Shown(Enum):
    """How an entry stands in a part. Of one that is only told, what it says is sealed, not what
    it is about: a change of what travels is never passed over."""

    OPEN = "open"
    TOLD = "told"
    SEALED = "sealed"


@dataclass(frozen=True)
class Place:
    """An entry's number and hash."""

    seq: int
    hash: str


BEGINNING = Place(0, FIRST_HASH)


@dataclass
class Part:
    """A checked part of a journal, from after ``base`` to ``head``.

    ``entries`` by kind and subject are what the sender changed itself; ``newest`` is what each
    thing came to, what the sender took over from others included; ``checkpoints`` are hashes by
    number.
    """

    base: Place
    head: Place
    entries: Dict[Key, List[Recorded]] = field(default_factory=dict)
    newest: Dict[Key, State] = field(default_factory=dict)
    checkpoints: Dict[int, str] = field(default_factory=dict)

    def since(self, kind: str, subject: str, seq: int) -> List[Recorded]:
        """The open entries of a kind about a subject that are newer than ``seq``."""
        return [one for one in self.entries.get((kind, subject), ()) if one.seq > seq]


def part_lines(
    connection: Connection,
    base: Place,
    head: Place,
    show: Callable[[Recorded], Shown],
    echoes: Sequence[Tuple[int, int]] = (),
    progress: Optional[Progress] = None,
) -> Iterator[bytes]:
    """The part after ``base`` up to ``head``.

    ``echoes`` are the numbers from which to which entries came from another casebook.
    """
    yield _line({"base": [base.seq, base.hash], "head": [head.seq, head.hash]})
    sealed: List[Recorded] = []
    for entry in entries_between(connection, base.seq, head.seq, progress):
        shown = show(entry)
        if shown is not Shown.SEALED:
            yield from _sealed(sealed)
            sealed = []
            echo = any(first <= entry.seq <= last for first, last in echoes)
            yield _line(_told(entry) if shown is Shown.TOLD else [*_open_facts(entry), int(echo)])
            continue
        sealed.append(entry)
        if entry.seq % CHECKPOINT_EVERY == 0 or entry.seq > head.seq - LAST_OPEN:
            yield from _sealed(sealed)
            sealed = []
    yield from _sealed(sealed)


def entries_between(
    connection: Connection, after: int, upto: int, progress: Optional[Progress] = None
) -> Iterator[Recorded]:
    """The entries after one number up to another, in order."""
    while after < upto:
        query = (
            select(journal_table)
            .where(journal_table.c.seq > after, journal_table.c.seq <= upto)
            .order_by(journal_table.c.seq)
            .limit(READ_AT_ONCE)
        )
        rows = connection.execute(query).mappings().all()
        if not rows:
            return
        if progress is not None:
            check_cancelled(progress)
        yield from (journal.entry_of(row) for row in rows)
        after = rows[-1]["seq"]


def _sealed(run: List[Recorded]) -> Iterator[bytes]:
    if run:
        yield _line({"sealed": [run[0].seq, run[-1].seq], "hash": run[-1].hash})


def _told(entry: Recorded) -> Dict[str, Any]:
    about = [entry.kind, entry.subject]
    return {"sealed": [entry.seq, entry.seq], "hash": entry.hash, "about": about}


def _open_facts(entry: Recorded) -> List[Any]:
    return [
        *(entry.seq, entry.at, entry.who, entry.kind, entry.subject, entry.old, entry.new),
        *(entry.undoes, entry.hash),
    ]


def _line(facts: Any) -> bytes:
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def check_part(content: bytes, package: str, progress: Progress = SILENT) -> None:
    """That a part holds together; nothing of it is kept.

    :raises UnreadableFile: it does not.
    """
    read_part(content, package, progress, lambda _kind, _subject, _state: None)


def _as_it_is(_kind: str, _subject: str, state: State) -> State:
    return state


def read_part(content: bytes, package: str, progress: Progress, held: Held = _as_it_is) -> Part:
    """Read a part and check that its entries follow one another.

    ``held`` gives the state that is in memory already for one that is equal.
    :raises UnreadableFile: the chain does not hold, or the file is damaged.
    """
    lines = io.BytesIO(content)
    try:
        head = json.loads(next(lines))
        part = Part(Place(*head["base"]), Place(*head["head"]))
        seq, previous = part.base.seq, part.base.hash
        for done, line in enumerate(lines):
            if done % READ_AT_ONCE == 0:
                check_cancelled(progress)
                progress.at(lines.tell(), len(content))
            seq, previous = _next(part, json.loads(line), seq, previous, package, held)
    except (ValueError, KeyError, TypeError, StopIteration) as error:
        raise UnreadableFile(text("The journal in {file} is damaged.", file=package)) from error
    if (seq, previous) != (part.head.seq, part.head.hash):
        raise _broken(package, seq)
    part.checkpoints[seq] = previous
    return part


def _next(
    part: Part, facts: Any, seq: int, previous: str, package: str, held: Held
) -> Tuple[int, str]:
    if isinstance(facts, dict):
        first, last = facts["sealed"]
        if first != seq + 1 or last < first:
            raise _broken(package, first)
        part.checkpoints[last] = facts["hash"]
        if "about" in facts:
            _take_told(part, facts["about"], last, previous, facts["hash"])
        return last, facts["hash"]
    seq_at, at, who, kind, subject, old, new, undoes, digest, is_echo = facts
    entry = Recorded(seq_at, at, who, kind, subject, old, new, undoes, previous, digest)
    if entry.seq != seq + 1 or not journal.is_chained(entry, previous):
        raise _broken(package, entry.seq)
    key = (kind, subject)
    entry = replace(entry, new=held(kind, subject, new))
    part.newest[key] = entry.new
    if not is_echo:
        part.entries.setdefault(key, []).append(entry)
    if entry.seq % CHECKPOINT_EVERY == 0 or entry.seq > part.head.seq - LAST_OPEN:
        part.checkpoints[entry.seq] = entry.hash
    return entry.seq, entry.hash


def _take_told(part: Part, about: List[str], seq: int, previous: str, digest: str) -> None:
    """A change of which only its subject is known."""
    kind, subject = about
    part.newest.pop((kind, subject), None)
    unknown = Recorded(seq, "", "", kind, subject, None, None, None, previous, digest)
    part.entries.setdefault((kind, subject), []).append(unknown)


def _broken(package: str, seq: int) -> UnreadableFile:
    return UnreadableFile(
        text(
            "The journal in {file} does not hold together at entry {seq}: something was changed, "
            "taken out or put in. Ask for the package again.",
            file=package,
            seq=seq,
        )
    )


def last_common(one: Dict[int, str], others: Iterable[Dict[int, str]]) -> Optional[int]:
    """Where two journals part: the last number at which they agree, if they differ later."""
    for other in others:
        shared = sorted(set(one) & set(other))
        differing = [seq for seq in shared if one[seq] != other[seq]]
        if differing:
            return max((seq for seq in shared if seq < differing[0]), default=0)
    return None
