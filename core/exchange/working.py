"""What was done in a working file, on its way back into the casebook that it was made from."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any, Collection, Dict, Set, Tuple

from sqlalchemy import Connection

from ..casebook import events, journal
from ..casebook.book import Casebook
from ..casebook.codec import encode
from ..casebook.journal import Recorded
from ..casebook.kinds.exchanges import WORK, read_received
from ..casebook.opening import open_casebook
from ..casebook.queries import read_parcels, read_patches, read_photos, read_sources
from ..casebook.tracing import entries_of
from ..errors import InputError
from ..model import Finding, Severity
from ..progress import SILENT, Progress
from ..text import text
from . import record
from .chain import Part, Place, entries_between
from .handing import echoes_of
from .incoming import Incoming
from .kinds import ABOUT_CASE, OF_OFFICE, STATELESS
from .record import CarriedPhoto, Record

SENDER = "work:"
BEGUN = "begun"


def open_work(book: Casebook, path: Path, progress: Progress = SILENT) -> Incoming:
    """What was done in a working file of this casebook.

    :raises InputError: it is no working file, or one of another casebook.
    """
    with open_casebook(path, book.who, read_only=True) as copy, copy.reading() as theirs:
        with book.reading() as mine:
            split, begun = _beginning(mine, theirs, path)
        part = _part(theirs, Place(begun.seq, begun.hash), copy.head(), progress)
        packed = _packed(theirs, part)
    name, given = copy.working_file, set(split["patches"])
    return Incoming(
        what=WORK,
        sender=SENDER + (begun.hash if BEGUN in split else name),
        sender_name=name,
        month=name,
        path=path,
        sha256=part.head.hash,
        record=packed,
        part=part,
        data={"working_file": name},
        findings=[_outside(number) for number in sorted(set(packed.patches) - given)],
    )


def _beginning(mine: Connection, theirs: Connection, path: Path) -> Tuple[Dict[str, Any], Recorded]:
    """What this journal says of how the file was made, and the entry that its work goes on from.

    Files of earlier versions are whole copies: there the work goes on from the entry here.
    """
    for begun in reversed(list(entries_of(theirs, events.WORK_BEGUN))):
        for split in entries_of(mine, events.WORK_SPLIT):
            facts = split.new or {}
            if begun.hash == facts.get(BEGUN) or begun.previous_hash == split.hash:
                return facts, begun
        break
    raise InputError(text("{file} is not a working file of this casebook.", file=path.name))


def _outside(number: str) -> Finding:
    return Finding(
        "exchange",
        Severity.WARNING,
        text("The patch was changed in the working file, but was not given to it."),
        number,
    )


def _part(theirs: Connection, base: Place, head: journal.Head, progress: Progress) -> Part:
    part = Part(base, Place(head.seq, head.hash))
    came = [one for one in read_received(theirs) if one.seq > base.seq]
    # What a colleague's file brought there is known of from here only.
    echoes = echoes_of([one for one in came if one.what != WORK])
    previous = base.hash
    for entry in entries_between(theirs, base.seq, head.seq, progress):
        if not journal.is_chained(entry, previous):
            raise InputError(text("The journal's chain is broken at entry {seq}.", seq=entry.seq))
        previous = entry.hash
        part.checkpoints[entry.seq] = entry.hash
        part.newest[entry.kind, entry.subject] = entry.new
        if not any(first <= entry.seq <= last for first, last in echoes):
            part.entries.setdefault((entry.kind, entry.subject), []).append(entry)
    return part


def _packed(theirs: Connection, part: Part) -> Record:
    """The patches that anything was done about, with all that was done."""
    entries = [one for several in part.entries.values() for one in several]
    parcels = read_parcels(theirs)
    owners = {one.number: one.patch_number for one in parcels}
    touched = _touched(entries, owners)
    packed = Record()
    patches = [one for one in read_patches(theirs) if one.number in touched]
    record.add_patches(packed, patches, parcels, read_sources(theirs))
    for kind, subject in part.entries:
        if kind in OF_OFFICE:
            packed.states.update(record.states_of(theirs, kind, [subject]))
    for photo in read_photos(theirs, packed.parcel_numbers()):
        facts = encode(photo)
        packed.photos[photo.parcel_number, photo.sha256] = CarriedPhoto(facts, photo.file)
    return packed


def _touched(entries: Collection[Recorded], owners: Dict[str, str]) -> Set[str]:
    kinds = {*OF_OFFICE, *STATELESS} - set(ABOUT_CASE)
    found = {owners.get(entry.subject, entry.subject) for entry in entries if entry.kind in kinds}
    for entry in entries:
        if entry.kind == events.CASE_CHANGED:
            found.update(owners[one] for one in _parcels_of(entry) if one in owners)
    return found


def _parcels_of(entry: Recorded) -> Tuple[str, ...]:
    with suppress(KeyError, TypeError):
        return tuple((entry.new or {})["parcels"])
    return ()
