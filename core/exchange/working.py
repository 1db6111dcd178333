"""Several people at one month: working files for some patches each, merged back by parcel."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Collection, Dict, Iterable, List, Sequence, Set, Tuple

from sqlalchemy import Connection, select

from ..casebook import events, journal
from ..casebook.book import Casebook
from ..casebook.codec import encode
from ..casebook.journal import Recorded
from ..casebook.kinds.exchanges import WORK, hash_at, read_received
from ..casebook.opening import open_casebook
from ..casebook.queries import read_parcels, read_patches, read_photos, read_sources
from ..casebook.tables import meta
from ..errors import InputError, OutputError
from ..files import whole_file
from ..model import Finding, Severity
from ..progress import SILENT, Progress, check_cancelled
from ..text import text
from . import record
from .chain import Part, Place, entries_between
from .handing import echoes_of
from .incoming import Incoming
from .kinds import ABOUT_CASE, OF_CITY, OF_COUNTY, OF_LEDGER, STATELESS
from .record import CarriedPhoto, Record

SENDER = "work:"
COPIED_PAGES = 2000


def split_work(
    book: Casebook, name: str, patches: Sequence[str], path: Path, progress: Progress = SILENT
) -> None:
    """Make a working file of this casebook, in which somebody works on ``patches``.

    It is a copy with the whole journal; what is done in it is merged back. Photos of the patches
    go with it where it lies in another folder.

    :raises InputError: a patch is not there, or no name or patch was given.
    :raises OutputError: the file is there already or cannot be written.
    """
    _check(book, name, patches, path)
    book.record([events.work_split(name, sorted(patches))])
    split = book.head()
    with whole_file(path) as part, book.reading() as connection:
        _copy(connection, part, progress)
    with open_casebook(path, book.who) as copy:
        copy.record([events.work_begun(name, split.seq)])
    if path.parent.resolve() != book.path.parent.resolve():
        _copy_photos(book, set(patches), path.parent, progress)


def _copy(connection: Connection, part: Path, progress: Progress) -> None:
    source: Any = connection.connection.dbapi_connection
    with closing(sqlite3.connect(part)) as target:
        source.backup(
            target,
            pages=COPIED_PAGES,
            progress=lambda _status, _left, _total: check_cancelled(progress),
        )
        target.execute("PRAGMA journal_mode=DELETE")


def _check(book: Casebook, name: str, patches: Sequence[str], path: Path) -> None:
    if not name.strip() or not patches:
        raise InputError(text("A working file needs a name and at least one patch."))
    missing = set(patches) - {patch.number for patch in book.patches()}
    if missing:
        raise InputError(text("There is no patch {patch}.", patch=min(missing)))
    if path.exists():
        raise OutputError(text("{file} exists already; choose another name.", file=str(path)))


def _copy_photos(book: Casebook, patches: Set[str], folder: Path, progress: Progress) -> None:
    with book.reading() as connection:
        numbers = [one.number for one in read_parcels(connection) if one.patch_number in patches]
        photos = read_photos(connection, numbers)
    for done, photo in enumerate(photos):
        check_cancelled(progress)
        progress.at(done, len(photos))
        source, target = book.path.parent / photo.file, folder / photo.file
        if source.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(target) as part:
                shutil.copyfile(source, part)


def shares(patches: Sequence[str], people: Sequence[str]) -> Dict[str, List[str]]:
    """Patches in equal shares, neighbours in the list together."""
    count, found = len(patches), {}
    for at, person in enumerate(people):
        found[person] = list(patches[at * count // len(people) : (at + 1) * count // len(people)])
    return found


def shares_by_town(places: Iterable[Tuple[str, str]], elsewhere: str) -> Dict[str, List[str]]:
    """The patches of each town, ``elsewhere`` those of none, from (patch, town) of each parcel.

    A patch whose parcels lie in several towns goes to that of its first one.
    """
    first: Dict[str, str] = {}
    for patch, town in places:
        first.setdefault(patch, town or elsewhere)
    found: Dict[str, List[str]] = {}
    for patch, town in sorted(first.items()):
        found.setdefault(town, []).append(patch)
    return found


def open_work(book: Casebook, path: Path, progress: Progress = SILENT) -> Incoming:
    """What was done in a working file of this casebook.

    :raises InputError: it is no working file, or one of another casebook.
    """
    with open_casebook(path, book.who, read_only=True) as copy, copy.reading() as theirs:
        facts = dict(theirs.execute(select(meta.c.key, meta.c.value)).tuples().all())
        name, seq = facts.get("working_file", ""), int(facts.get("split_seq", 0))
        base = Place(seq, hash_at(theirs, seq))
        with book.reading() as mine:
            if not name or hash_at(mine, seq) != base.hash:
                raise InputError(
                    text("{file} is not a working file of this casebook.", file=path.name)
                )
            assigned = _assigned(mine, seq)
        part = _part(theirs, base, copy.head(), progress)
        packed = _packed(theirs, part)
    findings = [_outside(number) for number in sorted(set(packed.patches) - assigned) if assigned]
    return Incoming(
        what=WORK,
        sender=SENDER + name,
        sender_name=name,
        month=name,
        path=path,
        sha256=part.head.hash,
        record=packed,
        part=part,
        data={"working_file": name},
        findings=findings,
    )


def _assigned(connection: Connection, seq: int) -> Set[str]:
    entry = journal.entry(connection, seq)
    return set((entry.new or {}).get("patches", ())) if entry else set()


def _outside(number: str) -> Finding:
    return Finding(
        "exchange",
        Severity.WARNING,
        text("The patch was changed in the working file, but was not given to it."),
        number,
    )


def _part(theirs: Connection, base: Place, head: journal.Head, progress: Progress) -> Part:
    part = Part(base, Place(head.seq, head.hash))
    echoes = echoes_of([one for one in read_received(theirs) if one.seq > base.seq])
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
        if kind in (*OF_COUNTY, *OF_CITY, *OF_LEDGER):
            packed.states.update(record.states_of(theirs, kind, [subject]))
    for photo in read_photos(theirs, packed.parcel_numbers()):
        facts = encode(photo)
        packed.photos[photo.parcel_number, photo.sha256] = CarriedPhoto(facts, photo.file)
    return packed


def _touched(entries: Collection[Recorded], owners: Dict[str, str]) -> Set[str]:
    kinds = {*OF_COUNTY, *OF_CITY, *STATELESS} - set(ABOUT_CASE)
    found = {owners.get(entry.subject, entry.subject) for entry in entries if entry.kind in kinds}
    for entry in entries:
        if entry.kind == events.CASE_CHANGED:
            found.update(owners[one] for one in _parcels_of(entry) if one in owners)
    return found


def _parcels_of(entry: Recorded) -> Tuple[str, ...]:
    with suppress(KeyError, TypeError):
        return tuple((entry.new or {})["parcels"])
    return ()
