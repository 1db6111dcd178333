"""A month shared out among several people: a working file for some patches each.

A working file is a casebook of its own. It begins with what there is of its patches, read as
anything is that comes from another casebook, and goes on from there; nothing else is in it.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Sequence, Tuple

from sqlalchemy import Connection

from ..casebook import events
from ..casebook.book import Casebook
from ..casebook.journal import Event
from ..casebook.kinds.exchanges import PACKAGE, RECEIVED_COLUMNS, SHARE, read_received, senders
from ..casebook.opening import create_alike
from ..casebook.queries import read_sources
from ..errors import InputError, OutputError
from ..files import file_name_of, whole_file
from ..plan import Plan
from ..progress import SILENT, Progress
from ..text import text
from . import record
from .chain import BEGINNING, Part, Place
from .incoming import Incoming
from .kinds import ABOUT_CASE, ABOUT_PATCH, OF_OFFICE
from .merging import Bring, merge, preview
from .record import CarriedPhoto, Record
from .secret import Secret

SENDER = "casebook"


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


@dataclass(frozen=True)
class SharedOut:
    """The working files that were made, and the patches that are in none: military land."""

    files: Tuple[Path, ...]
    military: Tuple[str, ...]


def share_out(
    book: Casebook,
    plan: Plan,
    parts: Mapping[str, Sequence[str]],
    folder: Path,
    progress: Progress = SILENT,
) -> SharedOut:
    """Make a working file in ``folder`` for each name with its patches; none for military land.

    :raises InputError: as :func:`split_work`.
    :raises OutputError: as :func:`split_work`.
    """
    given = sorted({number for part in parts.values() for number in part})
    secret = Secret(book, plan)
    files = []
    for name, numbers in parts.items():
        kept = [number for number in numbers if number not in secret.patches]
        if kept:
            files.append(folder / f"{book.path.stem}_{file_name_of(name)}.gpkg")
            _split(book, name, kept, files[-1], secret, progress)
    return SharedOut(tuple(files), tuple(one for one in given if one in secret.patches))


def split_work(
    book: Casebook,
    plan: Plan,
    name: str,
    patches: Sequence[str],
    path: Path,
    progress: Progress = SILENT,
) -> None:
    """Make a working file of this casebook, in which somebody works on ``patches``.

    What is done in it is merged back. Photos of the patches go with it where it lies in another
    folder.

    :raises InputError: a patch is not there, is military land or is recorded with words that
        name some; or no name or patch was given.
    :raises OutputError: the file is there already or cannot be written.
    """
    secret = Secret(book, plan)
    for number in secret.patches & set(patches):
        raise InputError(
            text("{patch} is military land: it is given to no working file.", patch=number)
        )
    _split(book, name, patches, path, secret, progress)


def _split(
    book: Casebook,
    name: str,
    patches: Sequence[str],
    path: Path,
    secret: Secret,
    progress: Progress,
) -> None:
    _check(book, name, patches, path)
    base = book.head()
    share = Incoming(
        what=SHARE,
        sender=SENDER,
        sender_name=book.county_name,
        month=name,
        path=book.path,
        sha256=base.hash,
        record=_record(book, patches, secret, progress),
        part=Part(BEGINNING, Place(base.seq, base.hash)),
    )
    bring = _bringer(book.path.parent, path.parent)
    with whole_file(path) as part, _alone(part):
        with create_alike(part, book) as copy:
            merge(copy, preview(copy, share, progress), {}, bring, progress)
            with book.reading() as connection:
                units = _units(connection, copy, patches)
            begun = copy.record([*units, events.work_begun(name, base.seq)])[-1]
        book.record([events.work_split(name, sorted(patches), begun.hash)])


@contextmanager
def _alone(part: Path) -> Iterator[None]:
    """Nothing of one that the power has ended is there before, and no lock of it after."""

    def without(*endings: str) -> None:
        for ending in endings:
            part.with_name(part.name + ending).unlink(missing_ok=True)

    without("", "-wal", "-shm", "-journal")
    try:
        yield
    finally:
        without(".lock")


def _check(book: Casebook, name: str, patches: Sequence[str], path: Path) -> None:
    if not name.strip() or not patches:
        raise InputError(text("A working file needs a name and at least one patch."))
    missing = set(patches) - {patch.number for patch in book.patches()}
    if missing:
        raise InputError(text("There is no patch {patch}.", patch=min(missing)))
    if path.exists():
        raise OutputError(text("{file} exists already; choose another name.", file=str(path)))


def _record(book: Casebook, patches: Sequence[str], secret: Secret, progress: Progress) -> Record:
    """The patches with all that the office says of them; of cases those without military land."""
    wanted, packed = set(patches), Record()
    dossiers = book.dossiers_of(sorted(wanted))
    cases = {
        one.case.number
        for dossier in dossiers
        for one in dossier.cases
        if secret.parcels.isdisjoint(one.case.parcels)
    }
    of_parcels = [kind for kind in OF_OFFICE if kind not in (*ABOUT_CASE, *ABOUT_PATCH)]
    with book.reading() as connection:
        issued = [one for one in book.patches() if one.number in wanted]
        parcels = [one.parcel for one in dossiers]
        record.add_patches(packed, issued, parcels, read_sources(connection))
        record.add_photos(packed, dossiers, lambda _dossier, photo: photo.file)
        record.add_states(packed, connection, cases, progress, of_parcels)
    for dossier in dossiers:
        rows = [asdict(one) for one in dossier.rounds.submitted]
        if rows:
            packed.submitted[dossier.parcel.number] = rows
    secret.refuse_in(packed)
    return packed


def _bringer(source: Path, folder: Path) -> Bring:
    """Photos keep their places beside the casebook; in another folder they are copied to it."""

    def bring(photo: CarriedPhoto) -> str:
        origin, target = source / photo.member, folder / photo.member
        if origin.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(target) as part:
                shutil.copyfile(origin, part)
        return photo.member

    return bring


def _units(connection: Connection, copy: Casebook, patches: Sequence[str]) -> List[Event]:
    """In a city's casebook: which unit each patch came from, and how far that one's journal was."""
    own = set(patches)
    last = {one.sender: one for one in read_received(connection) if one.what == PACKAGE}
    came: Dict[str, List[str]] = {}
    for number, unit in sorted(senders(connection).items()):
        if number in own:
            came.setdefault(unit, []).append(number)
    found = []
    for at, (unit, numbers) in enumerate(came.items(), start=copy.head().seq + 1):
        row = last[unit]
        facts: Dict[str, Any] = {one: getattr(row, one) for one in RECEIVED_COLUMNS}
        facts.update(from_seq=at, patches=numbers, submitted={}, data=row.data)
        found.append(events.received(row.month, facts))
    return found
