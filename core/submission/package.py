"""Writing the package: checked before, built whole, read back, and only then put in its place."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, Callable, Collection, Dict, Iterator, List, Optional, Tuple

from ..casebook import Head
from ..casebook.events import SUBMISSION_EXPORTED, submission_exported
from ..errors import CasebookReadOnly, InputError, OutputError, SubmissionRefused
from ..exchange.handing import Chosen, Handing, hand_up
from ..exchange.secret import Secret
from ..files import BLOCK_BYTES, older_kept, sha256_of, whole_file, zip_entry
from ..model import Dossier, Finding, Photo, Severity
from ..plan import Plan
from ..progress import SILENT, Progress, Share, check_cancelled
from ..text import Translate, text
from .boundary_txt import boundary_files
from .checks import CHECKS, check_work
from .checks.photos import PHOTOS_UNCHANGED
from .collecting import Book, collect, only
from .forms import form_bytes, form_sheet
from .layers import layer_rows
from .manifest import Manifest, Member, tuban_version
from .proof import prove, prove_form
from .reader import LAYERS_AND_RECORDS, MANIFEST, SIGNATURE, read_package
from .shapefile import shapefile_bytes
from .work import MonthWork

Sign = Callable[[bytes], bytes]
"""Makes the signature of a manifest."""


@dataclass(frozen=True)
class Package:
    """A package that was written; ``findings`` are the warnings and notices that stood."""

    path: Path
    sha256: str
    size_bytes: int
    patch_count: int
    parcel_count: int
    photo_count: int
    findings: Tuple[Finding, ...]


def write_package(
    book: Book,
    plan: Plan,
    month: str,
    folder: Path,
    say: Translate,
    progress: Progress = SILENT,
    today: Optional[date] = None,
    patches: Optional[Collection[str]] = None,
    sign: Optional[Sign] = None,
) -> Package:
    """Check a month and write its package into ``folder``, under the plan's name for it.

    The same casebook, plan and language give the same bytes: every time in the package is that
    of the newest journal entry that is not an export. A package of the same name is replaced;
    one of a later round has a name of its own. ``patches`` are the numbers to hand up, where it
    is not the whole month; ``sign`` signs the manifest.

    :raises SubmissionRefused: an error stands; nothing is written.
    :raises InputError: what is recorded there names military land of another month.
    :raises OutputError: the folder cannot be written to, or the package does not read back.
    :raises CasebookReadOnly: the export could not be recorded.
    """
    work = only(collect(book, plan, month, today or date.today()), patches)
    progress.say(text("Checking {month}", month=month))
    findings = _checked(work, Share(progress, 0, 0.1))
    refuse_unrecordable(book)
    head = book.newest_besides(SUBMISSION_EXPORTED)
    chosen = _chosen(book, work, patches)
    handing = hand_up(book, chosen, head, work.photo_member, Share(progress, 0.1, 0.2))
    target = folder / _name(work, handing.facts["round"])
    progress.say(text("Writing {file}", file=target.name))
    # An export that is not in the journal must not lie about, nor cost the one before.
    with older_kept(target):
        with whole_file(target) as part, _photos_named(work):
            _write(part, work, head, findings, say, Share(progress, 0.2, 0.6), handing, sign)
            progress.say(text("Reading {file} back", file=target.name))
            digest = _read_back(part, work, Share(progress, 0.6, 1))
            size = part.stat().st_size
        handed = {**handing.facts, "parcels": handing.parcels}
        book.record([submission_exported(month, target.name, digest, handed)], SILENT)
    return Package(
        path=target,
        sha256=digest,
        size_bytes=size,
        patch_count=len(work.patches),
        parcel_count=len(work.dossiers),
        photo_count=len(list(_photos(work))),
        findings=findings,
    )


def refuse_unrecordable(book: Book) -> None:
    """That what is handed out now can be recorded, in the journal that the other side knows.

    :raises InputError: it is a working file, whose journal goes a way of its own.
    :raises CasebookReadOnly: nothing can be recorded.
    """
    if book.working_file:
        raise InputError(
            text(
                "This is the working file “{name}”; merge it into its casebook, and write the "
                "package from there.",
                name=book.working_file,
            )
        )
    if not book.writable:
        raise CasebookReadOnly(
            text("The casebook is open for reading only, and an export has to be recorded.")
        )


def _chosen(book: Book, work: MonthWork, patches: Optional[Collection[str]]) -> Chosen:
    return Chosen(
        month=work.month,
        patches=work.patches,
        dossiers=work.dossiers,
        partial=patches is not None,
        secret=Secret(book, work.plan),
        secret_categories=frozenset(one.code for one in work.plan.categories if one.military),
    )


def _name(work: MonthWork, number: int) -> str:
    """The plan's name; from the second package of a month on with its number."""
    name = PurePosixPath(work.schema.package_name(work.county_name, work.month))
    return name.name if number == 1 else f"{name.stem}_{number}{name.suffix}"


def _errors(findings: Tuple[Finding, ...]) -> List[Finding]:
    return [one for one in findings if one.severity is Severity.ERROR]


def _checked(work: MonthWork, progress: Progress) -> Tuple[Finding, ...]:
    """What was found, but for the photos' hashes: the finished package is asked for them."""
    findings = check_work(work, progress, left_out=(PHOTOS_UNCHANGED,))
    if _errors(findings):
        findings += _photo_findings(work)
    _refuse(work, findings)
    return findings


def _photo_findings(work: MonthWork) -> Tuple[Finding, ...]:
    return tuple(CHECKS[PHOTOS_UNCHANGED].findings(work))


@contextmanager
def _photos_named(work: MonthWork) -> Iterator[None]:
    """Where a package failed because photos are not what was attached, say which they are.

    They are hashed once, when the package is read back: its manifest holds the hashes of the
    record, and a photo that was changed does not read back.
    """
    try:
        yield
    except (SubmissionRefused, OutputError):
        _refuse(work, _photo_findings(work))
        raise


def _refuse(work: MonthWork, findings: Tuple[Finding, ...]) -> None:
    errors = _errors(findings)
    if errors:
        raise SubmissionRefused(
            text(
                "The package of {month} was not written: {count} errors stand. The first: "
                "{subject} {message}",
                month=work.month,
                count=len(errors),
                subject=errors[0].subject,
                message=errors[0].message,
            ),
            findings,
        )


def _read_back(part: Path, work: MonthWork, progress: Progress) -> str:
    """Read the package and prove it; its own SHA-256, made beside."""
    with ThreadPoolExecutor(1) as beside:
        digest = beside.submit(sha256_of, part, progress)
        try:
            content = read_package(part, progress, LAYERS_AND_RECORDS)
        except InputError as error:
            raise OutputError(
                text("The package does not read back: {reason}", reason=error.text)
            ) from error
        prove(content, work, progress)
        return digest.result()


def _write(
    part: Path,
    work: MonthWork,
    head: Head,
    findings: Tuple[Finding, ...],
    say: Translate,
    progress: Progress,
    handing: Handing,
    sign: Optional[Sign],
) -> None:
    members: List[Member] = []
    tables = _tables(work, head, say, Share(progress, 0, 0.5))
    photos, copied = list(_photos(work)), Share(progress, 0.5, 1)
    with zipfile.ZipFile(part, "w") as archive:
        for name, content in chain(tables, handing.members.items()):
            check_cancelled(progress)
            archive.writestr(zip_entry(name), content)
            members.append(Member(name, len(content), hashlib.sha256(content).hexdigest()))
        handing.members.clear()  # of a large month they are large
        for done, (dossier, photo) in enumerate(photos):
            check_cancelled(progress)
            copied.at(done, len(photos))
            member = work.photo_member(dossier, photo)
            members.append(add_photo(archive, member, work.photo_path(photo), photo))
        manifest = _manifest(work, head, findings, members, say, handing.facts).to_json()
        archive.writestr(zip_entry(MANIFEST), manifest)
        if sign is not None:
            archive.writestr(zip_entry(SIGNATURE), sign(manifest))


def _tables(
    work: MonthWork, head: Head, say: Translate, progress: Progress
) -> Iterator[Tuple[str, bytes]]:
    """Layers, outlines and forms by name; each form is read and compared as it is made."""
    made = datetime.fromisoformat(head.at)
    for layer in work.schema.layers:
        files = shapefile_bytes(layer, layer_rows(work, layer), made.date())
        for suffix, content in files.items():
            yield layer.file + suffix, content
    yield from boundary_files(work)
    for done, form in enumerate(work.schema.forms):
        progress.at(done, len(work.schema.forms))
        sheet = form_sheet(work, form, say)
        content = form_bytes(work, form, sheet, made)
        check_cancelled(progress)
        prove_form(form, content, sheet, work)
        yield form.file, content


def _photos(work: MonthWork) -> Iterator[Tuple[Dossier, Photo]]:
    for dossier in work.dossiers:
        for photo in dossier.photos:
            yield dossier, photo


def add_photo(archive: zipfile.ZipFile, name: str, path: Path, photo: Photo) -> Member:
    """Copy the photo at ``path`` into a package, as it is; reading the package hashes it.

    :raises SubmissionRefused: it is missing or cannot be read.
    """
    entry = zip_entry(name, zipfile.ZIP_STORED)
    entry.file_size = photo.size_bytes
    try:
        source = path.open("rb", buffering=0)
    except OSError as error:
        raise SubmissionRefused(
            text("The photo {file} is missing or cannot be read.", file=photo.file)
        ) from error
    with source, archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target, BLOCK_BYTES)
    return Member(entry.filename, photo.size_bytes, photo.sha256)


def _manifest(
    work: MonthWork,
    head: Head,
    findings: Tuple[Finding, ...],
    members: List[Member],
    say: Translate,
    exchange: Dict[str, Any],
) -> Manifest:
    hidden = work.military_numbers
    return Manifest(
        note=work.schema.note,
        tuban_version=tuban_version(),
        county_code=work.county_code,
        county_name=work.county_name,
        month=work.month,
        plan={"id": work.plan.id, "title": work.plan.title, "sha256": work.plan.sha256},
        journal={"seq": head.seq, "hash": head.hash, "at": head.at},
        counts={
            "patches": len(work.patches),
            "parcels": len(work.dossiers),
            "photos": len(list(_photos(work))),
        },
        warnings=tuple(
            {"check": one.check, "subject": one.subject, "message": one.message.say(say)}
            for one in findings
            if one.severity is Severity.WARNING and one.subject not in hidden
        ),
        members=tuple(members),
        exchange=exchange,
    )
