"""What reading something would change here: each patch, parcel and statement, one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Optional, Set

from sqlalchemy import Connection, select

from ..casebook import events
from ..casebook.kinds import divisions
from ..casebook.kinds.exchanges import FEEDBACK, PACKAGE, WORK, senders
from ..casebook.kinds.finished import parcels_that_stay
from ..casebook.steps import in_parts
from ..casebook.tables import known_from, parcels, patches
from ..model import Finding, Severity
from ..text import text
from .growing import GROWING, grown
from .incoming import ALLOWED, Before, Incoming
from .kinds import ABOUT_CASE, ABOUT_PATCH, OF_COUNTY, OF_LEDGER, OF_OFFICE, Key
from .record import PhotoKey, states_of
from .threeway import Compared, How, compare

ORDER = tuple(dict.fromkeys((events.LEDGER_TAKEN, *OF_OFFICE)))
ISSUED_FACTS = ("geometry_sha256", "month", "kind", "county_code")


@dataclass
class Picture:
    """What would be done, thing by thing.

    ``attach``, ``detach`` and ``stage`` are photos by parcel and SHA-256; ``skipped`` patches are
    left alone.
    """

    patches: List[Compared] = field(default_factory=list)
    parcels: List[Compared] = field(default_factory=list)
    states: List[Compared] = field(default_factory=list)
    attach: List[PhotoKey] = field(default_factory=list)
    detach: List[PhotoKey] = field(default_factory=list)
    stage: List[PhotoKey] = field(default_factory=list)
    findings: List[Finding] = field(default_factory=list)
    skipped: Set[str] = field(default_factory=set)
    late: Set[str] = field(default_factory=set)

    def compared(self) -> List[Compared]:
        """Everything that was compared, patches first."""
        return [*self.patches, *self.parcels, *self.states]


def compare_patches(connection: Connection, incoming: Incoming, known: Before) -> Picture:
    """The patches as issued; one that stands here otherwise stays, and is told."""
    picture = Picture()
    record = incoming.record
    here = _issued_here(connection, list(record.patches))
    others = _of_other_units(connection, incoming)
    for number, facts in record.patches.items():
        if known.is_late(number, incoming):
            picture.late.add(number)
            continue
        if number in others:
            picture.skipped.add(number)
            picture.findings.append(_sent_by(number, others[number]))
            continue
        mine = here.get(number)
        theirs = {name: facts[name] for name in ISSUED_FACTS}
        how = How.NEW if mine is None else How.SAME
        if mine is not None and mine != theirs:
            how = How.KEPT
            picture.skipped.add(number)
            picture.findings.append(_issued_otherwise(number))
        picture.patches.append(Compared(events.PATCH_ISSUED, number, how, None, mine, facts))
    _look_alike(connection, picture)
    return picture


def _of_other_units(connection: Connection, incoming: Incoming) -> Dict[str, str]:
    """Patches that another unit has handed up, with the unit."""
    if incoming.what != PACKAGE:
        return {}
    return {number: unit for number, unit in senders(connection).items() if unit != incoming.sender}


def _sent_by(number: str, unit: str) -> Finding:
    return Finding(
        "exchange",
        Severity.ERROR,
        text(
            "The patch was handed up by {unit} already. It is left as it is; ask the two which "
            "of them it belongs to.",
            unit=unit,
        ),
        number,
    )


def _issued_here(connection: Connection, numbers: List[str]) -> Dict[str, Dict[str, Any]]:
    columns = [patches.c[name] for name in ISSUED_FACTS]
    found = {}
    for part in in_parts(numbers):
        query = select(patches.c.number, *columns).where(patches.c.number.in_(part))
        for row in connection.execute(query).mappings():
            found[row["number"]] = {name: row[name] for name in ISSUED_FACTS}
    return found


def _issued_otherwise(number: str) -> Finding:
    return Finding(
        "exchange",
        Severity.ERROR,
        text(
            "The patch stands here with another outline, month, kind or county. What was issued "
            "is never overwritten, so it is left as it is. Ask which of the two was issued."
        ),
        number,
    )


def _look_alike(connection: Connection, picture: Picture) -> None:
    """Numbers that differ from one here only by full-width characters are told."""
    new = [one.subject for one in picture.patches if one.how is How.NEW]
    if not new:
        return
    here = {narrow(number): number for number in connection.execute(_ALL_NUMBERS).scalars()}
    seen: Dict[str, str] = {}
    for number in new:
        other = here.get(narrow(number)) or seen.get(narrow(number))
        if other is not None:
            picture.findings.append(
                Finding(
                    "exchange",
                    Severity.WARNING,
                    text(
                        "The number differs from {other} only by full-width characters. Are they "
                        "one patch?",
                        other=other,
                    ),
                    number,
                )
            )
        seen[narrow(number)] = number


_ALL_NUMBERS = select(patches.c.number)


def narrow(number: str) -> str:
    """A number with half-width characters and without blanks, to compare it by."""
    return "".join(
        chr(ord(one) - 0xFEE0) if 0xFF01 <= ord(one) <= 0xFF5E else one
        for one in number
        if not one.isspace()
    )


def compare_parcels(
    connection: Connection, incoming: Incoming, known: Before, picture: Picture
) -> None:
    """The parcels that fill each patch; where they would take the place of one that is finished
    here, the patch is left alone and told."""
    left_out = picture.skipped | picture.late
    for one in _parcels_compared(connection, incoming, known, left_out):
        why = _why_they_stay(connection, one)
        if why is None:
            picture.parcels.append(one)
        else:
            picture.skipped.add(one.subject)
            picture.findings.append(why)


def _why_they_stay(connection: Connection, one: Compared) -> Optional[Finding]:
    if one.mine is None or one.how in (How.SAME, How.KEPT):
        return None
    gone = divisions.giving_way(one.mine, one.theirs)
    for why in parcels_that_stay(connection, gone).values():
        told = text("{why} The patch is left as it is here; tell the sender.", why=why)
        return Finding("exchange", Severity.ERROR, told, one.subject)
    return None


def _parcels_compared(
    connection: Connection, incoming: Incoming, known: Before, left_out: Set[str]
) -> Iterator[Compared]:
    numbers = [number for number in incoming.record.parcels if number not in left_out]
    mine: Dict[str, Any] = {}
    for part in in_parts(numbers):
        mine.update(divisions.current(connection, part))
    for number in numbers:
        moved = incoming.part.since(events.PATCH_DIVIDED, number, known.since(number))
        yield compare(
            events.PATCH_DIVIDED,
            number,
            mine.get(number),
            incoming.record.parcels[number],
            moved,
            known.is_known(number),
            known.misses(number, incoming),
        )


def compare_states(
    connection: Connection, incoming: Incoming, known: Before, left_out: Set[str]
) -> Iterator[Compared]:
    """What is said of parcels, patches and cases."""
    owners = owners_of(incoming)
    wanted = _wanted(incoming, owners, left_out)
    for kind in ORDER:
        subjects = wanted.get(kind, [])
        mine = states_of(connection, kind, subjects)
        for subject in subjects:
            key = (kind, subject)
            patch = owners.get(subject, "")
            theirs = incoming.record.states.get(key)
            if kind in GROWING:
                yield grown(kind, subject, mine.get(key), theirs)
                continue
            since = known.since(patch) if patch else _since_case(incoming, known)
            before_it = known.is_known(patch) if patch else since > 0
            # What is the county's own was there before, also at the first feedback.
            before_it |= incoming.what == FEEDBACK and kind in OF_COUNTY
            gap = known.misses(patch, incoming) if patch else known.is_gap
            moved = incoming.part.since(kind, subject, since)
            yield compare(kind, subject, mine.get(key), theirs, moved, before_it, gap)


def _since_case(incoming: Incoming, known: Before) -> int:
    return known.since_month(incoming.month, incoming.part.head.seq)


def owners_of(incoming: Incoming) -> Dict[str, str]:
    """Patch of each patch and parcel that was sent."""
    found = {number: number for number in incoming.record.parcels}
    for number, state in incoming.record.parcels.items():
        found.update({one["number"]: number for one in state["parcels"]})
    return found


def _wanted(incoming: Incoming, owners: Dict[str, str], left_out: Set[str]) -> Dict[str, List[str]]:
    """Subjects by kind: what was sent, and what was taken away at the sender's."""
    allowed = ALLOWED[incoming.what]
    cases = {subject for kind, subject in incoming.record.states if kind in ABOUT_CASE}
    keys: Dict[Key, None] = dict.fromkeys([*incoming.record.states, *incoming.part.entries])
    found: Dict[str, List[str]] = {}
    for kind, subject in keys:
        there = subject in cases if kind in ABOUT_CASE else subject in owners
        there = there or (kind in OF_LEDGER and incoming.what == WORK)
        if kind in allowed and there and owners.get(subject, "") not in left_out:
            found.setdefault(kind, []).append(subject)
    return found


def others_cases(connection: Connection, incoming: Incoming) -> Set[str]:
    """Cases whose number another sender's case has here already."""
    cases = [subject for kind, subject in incoming.record.states if kind == events.CASE_CHANGED]
    here = states_of(connection, events.CASE_CHANGED, cases)
    own = set(incoming.record.parcels)
    found = set()
    for (_, number), state in here.items():
        theirs = {parcel.rpartition("_")[0] for parcel in (state or {}).get("parcels", ())}
        if theirs and not theirs & own and _sent_by_others(connection, theirs, incoming.sender):
            found.add(number)
    return found


def _sent_by_others(connection: Connection, numbers: Set[str], sender: str) -> bool:
    query = select(known_from.c.sender).where(known_from.c.patch_number.in_(sorted(numbers)))
    senders = set(connection.execute(query).scalars())
    return bool(senders) and sender not in senders


def parcels_there(connection: Connection, numbers: List[str]) -> Set[str]:
    """Those of the parcels that are there now."""
    found: Set[str] = set()
    for part in in_parts(numbers):
        query = select(parcels.c.number).where(parcels.c.number.in_(part))
        found.update(connection.execute(query).scalars())
    return found


def is_about_parcel(kind: str) -> bool:
    """True for what is said of a parcel."""
    return kind not in (*ABOUT_PATCH, *ABOUT_CASE)


def is_about_old_case(incoming: Incoming, kind: str, subject: str) -> bool:
    """True for what a working file says of the ledger's old cases, which are no parcels."""
    return kind in OF_LEDGER and subject not in owners_of(incoming)
