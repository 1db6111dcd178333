"""A package or feedback from outside: checked as a file, then as records, then against the book."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Tuple

from ..casebook import Casebook, events
from ..casebook.kinds.exchanges import FEEDBACK, PACKAGE, WORK
from ..casebook.migrations import SCHEMA_VERSION
from ..casebook.steps import State
from ..errors import InputError, UnreadableFile
from ..exchange import chain, record, signing
from ..exchange.chain import Part
from ..exchange.incoming import ALLOWED, Incoming
from ..exchange.kinds import Key
from ..exchange.merging import Choices, Merged, Preview, merge
from ..exchange.photo_files import PhotoFolder
from ..exchange.record import Record
from ..files import sha256_of
from ..model import Finding, Severity
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..reading.archives import DAMAGED_ZIP
from ..rounds import Office
from ..submission import PackageContent, read_package
from ..submission.manifest import FEEDBACK_FORMAT
from ..submission.reader import RECORDS
from ..text import Text, text

CLOCKS_MAY_DIFFER = timedelta(hours=24)


def open_incoming(
    book: Casebook,
    plan: Plan,
    path: Path,
    keys: Optional[Mapping[str, str]] = None,
    progress: Progress = SILENT,
    now: Optional[datetime] = None,
) -> Incoming:
    """Read and check a package (in a city's casebook) or feedback (in a county's).

    Every member's hash, the chain of the journal, the records against the journal, and the
    signature; ``keys`` are public keys by unit. Nothing is written.

    :raises UnreadableFile: it is damaged, was changed, or was written by a newer Tuban.
    :raises InputError: it is not for this casebook.
    """
    content = read_package(path, progress, RECORDS)
    manifest = content.manifest
    what = FEEDBACK if manifest.format == FEEDBACK_FORMAT else PACKAGE
    _refuse_foreign(book, content, what)
    packed = record.from_lines(content.records[record.MEMBER], path.name, progress)
    part = chain.read_part(content.records[chain.MEMBER], path.name, progress, packed.held)
    content.records.clear()  # what they hold is read; of a large month they are large
    _check_together(content, packed, part, what)
    known_key = (keys or {}).get(manifest.county_code, "")
    signed = signing.check(content.written, content.signature, known_key, path.name)
    findings = [signing.finding_of(signed)]
    findings += _of_plan(content, packed, plan, what)
    findings += _of_clock(content, part, now or datetime.now(timezone.utc))
    check_cancelled(progress)
    return Incoming(
        what=what,
        sender=manifest.county_code,
        sender_name=manifest.county_name,
        month=manifest.month,
        path=path,
        sha256=sha256_of(path, progress),
        record=packed,
        part=part,
        data=_kept(content),
        findings=findings,
    )


def _refuse_foreign(book: Casebook, content: PackageContent, what: str) -> None:
    name, exchange = content.path.name, content.manifest.exchange
    if not exchange or not {record.MEMBER, chain.MEMBER} <= set(content.records):
        raise UnreadableFile(
            text(
                "{file} was written by an older Tuban and holds no records, only forms and "
                "layers. Ask for it to be written again.",
                file=name,
            )
        )
    if exchange.get("schema", 0) > SCHEMA_VERSION:
        raise UnreadableFile(
            text("{file} was written by a newer Tuban. Update Tuban to read it.", file=name)
        )
    if what == PACKAGE and book.office is not Office.CITY:
        raise InputError(
            text("{file} is a county's package; only a city's casebook takes it.", file=name)
        )
    if what == FEEDBACK and exchange.get("unit") != book.county_code:
        raise InputError(
            text(
                "{file} is feedback for {unit}, not for {own}.",
                file=name,
                unit=str(exchange.get("unit_name")),
                own=book.county_name,
            )
        )


def _check_together(content: PackageContent, packed: Record, part: Part, what: str) -> None:
    """The manifest, the records and the journal have to say the same."""
    name, manifest = content.path.name, content.manifest
    told = (manifest.exchange["base"], manifest.exchange["head"])
    if told != ([part.base.seq, part.base.hash], [part.head.seq, part.head.hash]):
        raise _unlike(name, text("its manifest and its journal"))
    if any(facts["month"] != manifest.month for facts in packed.patches.values()):
        raise _unlike(name, text("its month and its patches"))
    said = {key: state for key, state in packed.states.items() if key[0] in ALLOWED[what]}
    said.update({(events.PATCH_ISSUED, one): facts for one, facts in packed.patches.items()})
    for key, state in said.items():
        if not _rests_on(part, key, state):
            raise _unlike(name, _in_both(key[1]))
    members = {member.name: member.sha256 for member in manifest.members}
    for photo in packed.photos.values():
        if members.get(photo.member) != photo.facts["sha256"]:
            raise _unlike(name, text("the photo {file} and its record", file=photo.member))


def _rests_on(part: Part, key: Key, state: State) -> bool:
    """True when the journal does not say otherwise; a part that is whole has to say it."""
    if key in part.newest:
        return bool(part.newest[key] == state)
    return part.base.seq > 0 or key in part.entries


def _in_both(subject: str) -> Text:
    return text("{subject} in its records and in its journal", subject=subject)


def _unlike(name: str, what: Text) -> UnreadableFile:
    return UnreadableFile(
        text("{file} does not hold together: {what} differ.", file=name, what=what)
    )


def _of_plan(content: PackageContent, packed: Record, plan: Plan, what: str) -> List[Finding]:
    manifest = content.manifest
    found = []
    if manifest.plan.get("id") != plan.id:
        told = text(
            "It was made under the plan {theirs}; here {mine} holds. Its codes are read as they "
            "are.",
            theirs=manifest.plan.get("title", ""),
            mine=plan.title,
        )
        found.append(Finding("exchange", Severity.WARNING, told))
    if what == PACKAGE and plan.unit(manifest.county_code) is None:
        told = text(
            "{name} ({code}) is not among the units of the plan.",
            name=manifest.county_name,
            code=manifest.county_code,
        )
        found.append(Finding("exchange", Severity.WARNING, told))
    found += _unknown_codes(packed, plan)
    foreign = {kind for kind, _ in packed.states} - ALLOWED[what]
    if foreign:
        told = text(
            "It says what is not its sender's to say ({kinds}); that is left out.",
            kinds=", ".join(sorted(foreign)),
        )
        found.append(Finding("exchange", Severity.ERROR, told))
    return found


def _unknown_codes(packed: Record, plan: Plan) -> List[Finding]:
    found = []
    for (kind, subject), state in packed.states.items():
        if not kind.startswith(events.VERDICT) or not state:
            continue
        if plan.category(state["category"]) is None:
            told = text("The plan has no category “{code}”.", code=state["category"])
            found.append(Finding("exchange", Severity.ERROR, told, subject))
    return found


def _of_clock(content: PackageContent, part: Part, now: datetime) -> List[Finding]:
    """Times are only told, never relied on: the order is that of the journal's numbers."""
    latest = _moment(content.manifest.journal.get("at", ""))
    if latest is not None and latest > now + CLOCKS_MAY_DIFFER:
        told = text(
            "Its newest entry is dated {at}, which has not come yet. The clock of the sender or "
            "the one here is wrong; the order of the entries does not depend on it.",
            at=content.manifest.journal["at"],
        )
        return [Finding("exchange", Severity.WARNING, told)]
    entries = sorted((one.seq, one.at) for several in part.entries.values() for one in several)
    moments = [moment for moment in (_moment(at) for _, at in entries) if moment]
    if any(later + CLOCKS_MAY_DIFFER < sooner for sooner, later in zip(moments, moments[1:])):
        told = text("The clock of the sender was set back in between; the order is not changed.")
        return [Finding("exchange", Severity.NOTICE, told)]
    return []


def _moment(written: str) -> Optional[datetime]:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def _kept(content: PackageContent) -> Dict[str, object]:
    exchange = content.manifest.exchange
    names = ("round", "supersedes", "partial", "read", "unit")
    kept = {name: exchange[name] for name in names if name in exchange}
    return {**kept, "counts": content.manifest.counts, "plan": content.manifest.plan}


def merge_incoming(
    book: Casebook, shown: Preview, choices: Choices, progress: Progress = SILENT
) -> Merged:
    """Record what was shown, photos first.

    :raises CasebookConflict: something that both sides changed was not chosen for.
    :raises UnreadableFile: the file is no longer the one that was shown.
    """
    incoming = shown.incoming
    if incoming.what == WORK:
        folder = PhotoFolder(book.path, lambda one: (incoming.path.parent / one.member).open("rb"))
        return merge(book, shown, choices, folder.bring, progress)
    try:
        with zipfile.ZipFile(incoming.path) as archive:
            folder = PhotoFolder(book.path, lambda one: archive.open(one.member))
            return merge(book, shown, choices, folder.bring, progress)
    except DAMAGED_ZIP as error:
        raise UnreadableFile(
            text("{file} has changed since it was shown. Read it again.", file=incoming.path.name)
        ) from error


def counted(shown: Preview) -> List[Tuple[Text, int]]:
    """How many things are new, changed, the same … as lines of a list."""
    return [(how.label, count) for how, count in shown.counts().items()]
