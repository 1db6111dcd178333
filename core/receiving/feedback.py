"""Feedback: the city's reviews of a county's month, as a list to print and a package to read."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Callable, Dict, List, Optional, Set, Tuple

from sqlalchemy import Connection

from ..casebook import Casebook, Head, Recorded, events
from ..casebook.kinds.exchanges import FEEDBACK, PACKAGE, Received, read_received
from ..casebook.migrations import SCHEMA_VERSION
from ..casebook.queries import read_sources
from ..documents import workbook_bytes
from ..errors import InputError, OutputError
from ..exchange import chain, record
from ..exchange.chain import Place, Shown, entries_between, part_lines
from ..exchange.handing import acknowledged, echoes_of, is_echo, newest_read
from ..exchange.kinds import ABOUT_CASE, OF_CITY, OF_COUNTY, OF_PHOTO, STATELESS, Key
from ..exchange.record import PhotoKey, Record
from ..exchange.secret import Secret
from ..files import file_name_of, older_kept, sha256_of, whole_file, zip_entry
from ..model import Dossier, PatchKind
from ..plan import Plan
from ..progress import SILENT, Asked, Progress, check_cancelled
from ..rounds import Office, Outcome
from ..submission import read_package
from ..submission.feedback_list import feedback_form, feedback_sheet, names_in_titles
from ..submission.manifest import FEEDBACK_FORMAT, Manifest, Member, tuban_version
from ..submission.package import refuse_unrecordable
from ..submission.reader import MANIFEST, SIGNATURE
from ..text import Text, Translate, text
from .own_photos import OwnPhotos

Sign = Callable[[bytes], bytes]
OF_REVIEW = {*OF_CITY, *OF_COUNTY, *STATELESS} - set(ABOUT_CASE)
NOTE = text("The city's review of a county's month, written by Tuban.")


@dataclass(frozen=True)
class WrittenFeedback:
    """The package for the county's casebook, and the list to print."""

    package: Path
    sheet: Path
    sha256: str
    parcel_count: int
    returned_count: int


def write_feedback(
    book: Casebook,
    plan: Plan,
    unit: str,
    month: str,
    folder: Path,
    say: Translate,
    progress: Progress = SILENT,
    sign: Optional[Sign] = None,
) -> WrittenFeedback:
    """Write the feedback on a county's month into ``folder``; what is there of the name gives way.

    :raises InputError: it is no city's casebook but a county's or a working file, nothing of the
        unit is in it, or what is recorded there names military land.
    :raises CasebookReadOnly: the export could not be recorded.
    :raises OutputError: the folder cannot be written to, or the package does not read back.
    """
    refuse_unrecordable(book)
    secret = Secret(book, plan)
    dossiers = _dossiers(book, plan, unit, month, secret)
    head = book.newest_besides(events.SUBMISSION_EXPORTED)
    name = _unit_name(plan, unit, dossiers)
    form = feedback_form(plan)
    names = names_in_titles(name, book.county_name, month)
    sheet = workbook_bytes(
        [feedback_sheet(form, names, dossiers, plan, say)], datetime.fromisoformat(head.at)
    )
    stem = file_name_of(form.file.format(**names))
    package, printed = folder / f"{stem}.zip", folder / f"{stem}.xlsx"
    with book.reading() as connection:
        own = _own(connection, dossiers, unit, month, head, secret.find, progress)
    photos = OwnPhotos(book, plan, dossiers, own.photos)
    photos.refuse(secret.find, progress)
    with book.reading() as connection:
        members, facts = _members(connection, dossiers, own, photos, secret, progress)
    facts.update(unit=unit, unit_name=name, what=FEEDBACK, schema=SCHEMA_VERSION)
    manifest_of = _manifest_maker(book, plan, month, head, facts, dossiers, len(photos), say)
    with older_kept(package):
        with whole_file(package) as part:
            _write(part, {f"{stem}.xlsx": sheet, **members}, photos, manifest_of, sign, progress)
            _read_back(part, secret.find, Asked(progress))
            digest = sha256_of(part)
        with whole_file(printed) as part:
            part.write_bytes(sheet)
        handed = {"what": FEEDBACK, **facts, "parcels": {}}
        book.record([events.submission_exported(month, package.name, digest, handed)])
    returned = sum(_is_returned(one) for one in dossiers)
    return WrittenFeedback(package, printed, digest, len(dossiers), returned)


def _is_returned(dossier: Dossier) -> bool:
    reviews = dossier.rounds.reviews
    return bool(reviews) and reviews[-1].outcome is Outcome.RETURNED


def _dossiers(book: Casebook, plan: Plan, unit: str, month: str, secret: Secret) -> List[Dossier]:
    """The unit's parcels without military land."""
    if book.office is not Office.CITY:
        raise InputError(text("Feedback is written from a city's casebook."))
    senders = book.senders()
    found = [
        one
        for one in book.dossiers(month, PatchKind.LAND)
        if senders.get(one.patch.number, one.patch.county_code) == unit
        and one.patch.number not in secret.patches
    ]
    if not found:
        raise InputError(text("There is nothing of {unit} in {month}.", unit=unit, month=month))
    return found


def _unit_name(plan: Plan, unit: str, dossiers: List[Dossier]) -> str:
    known = plan.unit(unit)
    return known.label.zh if known else dossiers[0].patch.county_name or unit


@dataclass(frozen=True)
class _Own:
    """What the city itself has said since the county last had it, from ``base`` to ``head``.

    ``show`` tells how an entry stands in that part of the journal; ``echoes`` are those that
    came from counties.
    """

    base: Place
    head: Place
    show: Callable[[Recorded], Shown]
    echoes: List[Tuple[int, int]]
    came: List[Received]
    keys: Set[Key] = field(default_factory=set)
    photos: Set[PhotoKey] = field(default_factory=set)


def _own(
    connection: Connection,
    dossiers: List[Dossier],
    unit: str,
    month: str,
    head: Head,
    secret: Callable[[str], object],
    progress: Progress,
) -> _Own:
    came = [one for one in read_received(connection) if one.what == PACKAGE]
    of_unit = [one for one in came if (one.sender, one.month) == (unit, month)]
    base, place = acknowledged(connection, of_unit), Place(head.seq, head.hash)
    subjects = {number for one in dossiers for number in (one.parcel.number, one.patch.number)}
    own = _Own(base, place, _shower(subjects, secret), echoes_of(came), of_unit)
    for entry in entries_between(connection, base.seq, place.seq, progress):
        if own.show(entry) is Shown.SEALED or is_echo(entry, own.echoes):
            continue
        own.keys.add((entry.kind, entry.subject))
        if entry.kind in OF_PHOTO and entry.new:
            own.photos.add((entry.subject, entry.new["sha256"]))
    return own


def _members(
    connection: Connection,
    dossiers: List[Dossier],
    own: _Own,
    photos: OwnPhotos,
    secret: Secret,
    progress: Progress,
) -> Tuple[Dict[str, bytes], Dict[str, object]]:
    patches = {one.patch.number: one.patch for one in dossiers}
    packed = Record()
    parcels = [one.parcel for one in dossiers]
    record.add_patches(packed, patches.values(), parcels, read_sources(connection))
    record.add_photos(packed, photos.dossiers, photos.member)
    numbers = packed.parcel_numbers()
    for kind in OF_CITY:
        packed.states.update(record.states_of(connection, kind, numbers))
    for kind, subject in own.keys:
        if kind in OF_COUNTY:
            packed.states.update(record.states_of(connection, kind, [subject]))
    secret.refuse_in(packed)
    part = part_lines(connection, own.base, own.head, own.show, own.echoes, progress)
    facts: Dict[str, object] = {
        "base": [own.base.seq, own.base.hash],
        "head": [own.head.seq, own.head.hash],
        "read": newest_read(own.came),
        "round": max((_round(one) for one in own.came), default=0),
    }
    members = {record.MEMBER: b"".join(record.to_lines(packed)), chain.MEMBER: b"".join(part)}
    return members, facts


def _round(row: Received) -> int:
    return int(row.data.get("round", 0))


def _shower(subjects: Set[str], secret: Callable[[str], object]) -> Callable[[Recorded], Shown]:
    def show(entry: Recorded) -> Shown:
        if entry.kind not in OF_REVIEW or entry.subject not in subjects:
            return Shown.SEALED
        return Shown.TOLD if secret(f"{entry.old} {entry.new}") else Shown.OPEN

    return show


def _manifest_maker(
    book: Casebook,
    plan: Plan,
    month: str,
    head: Head,
    facts: Dict[str, object],
    dossiers: List[Dossier],
    photo_count: int,
    say: Translate,
) -> Callable[[List[Member]], bytes]:
    patches = {one.patch.number for one in dossiers}
    counts = {"patches": len(patches), "parcels": len(dossiers), "photos": photo_count}

    def make(members: List[Member]) -> bytes:
        return Manifest(
            note=NOTE.say(say),
            tuban_version=tuban_version(),
            county_code=book.county_code,
            county_name=book.county_name,
            month=month,
            plan={"id": plan.id, "title": plan.title, "sha256": plan.sha256},
            journal={"seq": head.seq, "hash": head.hash, "at": head.at},
            counts=counts,
            warnings=(),
            members=tuple(members),
            exchange=facts,
            format=FEEDBACK_FORMAT,
        ).to_json()

    return make


def _write(
    part: Path,
    members: Dict[str, bytes],
    photos: OwnPhotos,
    manifest_of: Callable[[List[Member]], bytes],
    sign: Optional[Sign],
    progress: Progress,
) -> None:
    listed = []
    with zipfile.ZipFile(part, "w") as archive:
        for name, content in members.items():
            check_cancelled(progress)
            archive.writestr(zip_entry(name), content)
            listed.append(Member(name, len(content), hashlib.sha256(content).hexdigest()))
        listed += photos.write(archive, progress)
        manifest = manifest_of(listed)
        archive.writestr(zip_entry(MANIFEST), manifest)
        if sign is not None:
            archive.writestr(zip_entry(SIGNATURE), sign(manifest))


def _read_back(part: Path, secret: Callable[[str], object], progress: Progress) -> None:
    try:
        content = read_package(part, progress)
        record.from_lines(content.records[record.MEMBER], part.name, progress)
        chain.read_part(content.records[chain.MEMBER], part.name, progress)
    except InputError as error:
        raise OutputError(
            text("The package does not read back: {reason}", reason=error.text)
        ) from error
    texts = [one.decode("utf-8") for one in content.records.values()]
    texts += [str(cells) for rows in content.forms.values() for cells in rows]
    if any(secret(one) for one in texts):
        raise OutputError(_military())


def _military() -> Text:
    return text("The feedback was not written: a military patch would have been in it.")
