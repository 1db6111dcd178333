"""What was read from another casebook, and how it relates to what came before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Optional

from sqlalchemy import Connection

from ..casebook.kinds.exchanges import (
    FEEDBACK,
    PACKAGE,
    SHARE,
    WORK,
    Received,
    read_known,
    read_received,
)
from ..model import Finding, Severity
from ..text import Text, text
from .chain import Part, last_common
from .kinds import OF_CITY, OF_COUNTY, OF_OFFICE
from .record import Record

ALLOWED: Dict[str, FrozenSet[str]] = {
    PACKAGE: frozenset(OF_COUNTY),
    FEEDBACK: frozenset((*OF_CITY, *OF_COUNTY)),
    WORK: frozenset(OF_OFFICE),
    SHARE: frozenset(OF_OFFICE),
}
"""What a sender may say; a county cannot pass its own parcels."""
WITH_ALL = (PACKAGE, SHARE)
"""What brings all that there is of its patches, whatever was changed last."""


@dataclass(frozen=True)
class Incoming:
    """A checked package, feedback or working file; ``path`` is where its photos are.

    ``data`` is kept with the entry that says it was read.
    """

    what: str
    sender: str
    sender_name: str
    month: str
    path: Path
    sha256: str
    record: Record = field(repr=False)
    part: Part = field(repr=False)
    data: Dict[str, Any] = field(default_factory=dict)
    findings: List[Finding] = field(default_factory=list)


@dataclass(frozen=True)
class Before:
    """What this casebook knows of the sender already.

    ``fork``: the last entry that both know alike, where the sender's journal has since become
    another one.
    """

    known: Dict[str, int]
    rows: List[Received]
    fork: Optional[int]
    is_gap: bool

    def since(self, patch: str) -> int:
        """How far the sender's entries about a patch are known."""
        known = self.known.get(patch, 0)
        return known if self.fork is None else min(known, self.fork)

    def is_late(self, patch: str, incoming: Incoming) -> bool:
        """True when something newer about the patch was read already, or just this."""
        return self.fork is None and self.known.get(patch, 0) >= incoming.part.head.seq

    def is_known(self, patch: str) -> bool:
        """True when the patch was taken over before."""
        return patch in self.known

    def misses(self, patch: str, incoming: Incoming) -> bool:
        """True when entries between what is known of the patch and what was sent are missing."""
        return self.is_gap and self.known.get(patch, 0) < incoming.part.base.seq

    def since_month(self, month: str, upto: int) -> int:
        """How far the sender's entries about a month's cases are known."""
        seqs = [row.head_seq for row in self.rows if row.month == month and row.head_seq < upto]
        known = max(seqs, default=0)
        return known if self.fork is None else min(known, self.fork)


def before(connection: Connection, incoming: Incoming) -> Before:
    """What is known of the sender."""
    rows = read_received(connection, incoming.sender)
    told = [
        {int(seq): digest for seq, digest in row.data.get("checkpoints", {}).items()}
        for row in rows
    ]
    base = incoming.part.base
    there = any((row.head_seq, row.head_hash) == (base.seq, base.hash) for row in rows)
    gap = base.seq > 0 and not there and incoming.what != WORK
    fork = last_common(incoming.part.checkpoints, told)
    return Before(read_known(connection, incoming.sender), rows, fork, gap)


def findings_of(incoming: Incoming, known: Before) -> List[Finding]:
    """What a person has to know of how it relates to what was read before."""
    found = list(incoming.findings)
    name = incoming.sender_name
    if known.fork is not None:
        other = next((row.file for row in reversed(known.rows)), "")
        found.append(
            _finding(
                Severity.ERROR,
                text(
                    "It contradicts {other}, which was read before: from entry {seq} on the two "
                    "rest on different journals of {name}. What differs has to be chosen; ask "
                    "which of the two holds.",
                    other=other,
                    seq=known.fork + 1,
                    name=name,
                ),
            )
        )
    if known.is_gap:
        found.append(
            _finding(
                Severity.WARNING,
                text(
                    "An earlier package of {name} is missing: this one goes on from entry {seq} "
                    "of its journal, which was not read here.",
                    name=name,
                    seq=incoming.part.base.seq,
                ),
            )
        )
    supersedes = incoming.data.get("supersedes", "")
    if supersedes and supersedes not in {row.sha256 for row in known.rows} and not known.is_gap:
        found.append(
            _finding(
                Severity.NOTICE,
                text(
                    "It takes the place of a package that was not read here. Nothing is missing: "
                    "its journal holds what that one held."
                ),
            )
        )
    return found


def _finding(severity: Severity, message: Text) -> Finding:
    return Finding("exchange", severity, message)
