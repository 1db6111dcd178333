"""问责材料: the list of a county's cases and their evidence as one package.

What a warning talk or a hand-over to the discipline body needs (工作方案 四（五）). It is made only
when somebody asks for it, and the journal says who did; no land that is military is in it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path, PurePosixPath
from typing import Any, Dict, List, Optional, Sequence, Tuple

from ..casebook import Casebook, Recorded, events
from ..casebook.queries import dossiers_of
from ..documents import Column, Kind, Sheet, Value, workbook_bytes
from ..documents.dossier import Background, sections
from ..documents.history import day_and_time, say_words, told
from ..errors import CasebookReadOnly, InputError
from ..files import file_name_of, older_kept, sha256_of, whole_file, zip_entry
from ..legality import military_patches
from ..model import Dossier, Finding, Photo, Severity
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..text import Text, Translate, text
from .case import LedgerCase
from .forms import ledger_forms
from .rules import ledger_rules
from .sheets import filled_form
from .values import DOSSIER, CaseLine

LIST, EVIDENCE, JOURNAL = "地块及证据清单.xlsx", "逐宗证据.xlsx", "日志摘录.jsonl"
MANIFEST = "manifest.json"
PHOTOS = "照片"
LEFT_OUT = ("corners", "proof", "history")
"""Sections of a parcel's dossier that the package holds otherwise, or not at all."""


@dataclass(frozen=True)
class DossierPackage:
    """A package that was written; ``findings`` tell which photos are not in it, and why."""

    path: Path
    sha256: str
    cases: int
    photos: int
    findings: Tuple[Finding, ...]


@dataclass(frozen=True)
class _Parts:
    """A case with what the record has of it."""

    case: LedgerCase
    dossier: Optional[Dossier]
    entries: Tuple[Recorded, ...]
    photos: Tuple[Tuple[str, Photo], ...]


def write_accountability(
    book: Casebook,
    plan: Plan,
    cases: Sequence[LedgerCase],
    path: Path,
    day: date,
    say: Translate,
    progress: Progress = SILENT,
) -> DossierPackage:
    """Write the package for cases of one county, and record that it was written.

    :raises InputError: there are no cases, or they are of several counties.
    :raises CasebookReadOnly: it could not be recorded; nothing is written.
    :raises OutputError: the file cannot be written.
    """
    county = _only_county(cases)
    if not book.writable:
        raise CasebookReadOnly(
            text("The casebook is open for reading only, and an export has to be recorded.")
        )
    findings: List[Finding] = []
    parts = _gather(book, plan, cases, findings, progress)
    # A package that is not in the journal must not lie about, nor cost the one before.
    with older_kept(path):
        with whole_file(path) as part:
            _write(part, book, plan, county, parts, day, say, progress)
            digest = sha256_of(part)
        subjects = [one.case.subject for one in parts]
        book.record([events.accountability_exported(county[0], path.name, digest, subjects)])
    photos = sum(len(one.photos) for one in parts)
    return DossierPackage(path, digest, len(parts), photos, tuple(findings))


def _only_county(cases: Sequence[LedgerCase]) -> Tuple[str, str]:
    counties = {(one.county_code, one.county_name) for one in cases}
    if len(counties) != 1:
        raise InputError(
            text("Choose the cases of one county; there are those of {count}.", count=len(counties))
        )
    return counties.pop()


def _gather(
    book: Casebook,
    plan: Plan,
    cases: Sequence[LedgerCase],
    findings: List[Finding],
    progress: Progress,
) -> List[_Parts]:
    """What the record has of the cases now: some may have become military land since the list."""
    patches = list(dict.fromkeys(one.patch for one in cases))
    with book.reading() as connection:
        there = {one.parcel.number: one for one in dossiers_of(connection, patches)}
    hidden = military_patches(there.values(), plan)
    wanted = [one for one in cases if one.patch not in hidden]
    found = []
    for at, case in enumerate(wanted):
        check_cancelled(progress)
        progress.at(at, len(wanted))
        dossier = there.get(case.parcel_number)
        entries = _entries(book, case, dossier)
        found.append(_Parts(case, dossier, entries, _photos(book, dossier, findings)))
    return found


def _entries(book: Casebook, case: LedgerCase, dossier: Optional[Dossier]) -> Tuple[Recorded, ...]:
    """The journal's entries about the case, its parcel, patch and case files, oldest first."""
    subjects = [case.subject, *(one.id for one in case.entries)]
    if dossier is not None:
        subjects += [dossier.patch.number, *(one.case.number for one in dossier.cases)]
    by_seq = {one.seq: one for name in dict.fromkeys(subjects) for one in book.history(name)}
    return tuple(by_seq[seq] for seq in sorted(by_seq))


def _photos(
    book: Casebook, dossier: Optional[Dossier], findings: List[Finding]
) -> Tuple[Tuple[str, Photo], ...]:
    """The photos that are as they were when they were attached, with their names in the package."""
    found = []
    for number, photo in enumerate(dossier.photos if dossier else (), start=1):
        why = _not_whole(book.path.parent / photo.file, photo)
        if why is not None:
            findings.append(Finding("accountability", Severity.WARNING, why, photo.parcel_number))
            continue
        suffix = PurePosixPath(photo.file).suffix.lower()
        folder = file_name_of(photo.parcel_number)
        found.append((f"{PHOTOS}/{folder}/{number:02d}{suffix}", photo))
    return tuple(found)


def _not_whole(path: Path, photo: Photo) -> Optional[Text]:
    if not path.is_file():
        return text("The photo {file} is missing: it is not in the package.", file=photo.file)
    if sha256_of(path) != photo.sha256:
        return text(
            "The photo {file} is not as it was attached: it is not in the package.",
            file=photo.file,
        )
    return None


def _write(
    part: Path,
    book: Casebook,
    plan: Plan,
    county: Tuple[str, str],
    parts: Sequence[_Parts],
    day: date,
    say: Translate,
    progress: Progress,
) -> None:
    tables = {
        LIST: _list(parts, county[1], day, plan, say),
        EVIDENCE: workbook_bytes(
            _evidence(parts, county[1], plan, say), datetime.combine(day, time())
        ),
        JOURNAL: _journal(parts),
    }
    members: List[Dict[str, Any]] = []
    with zipfile.ZipFile(part, "w") as archive:
        for name, content in tables.items():
            archive.writestr(zip_entry(name), content)
            members.append(_member(name, len(content), hashlib.sha256(content).hexdigest()))
        for one in parts:
            check_cancelled(progress)
            for name, photo in one.photos:
                content = (book.path.parent / photo.file).read_bytes()
                archive.writestr(zip_entry(name, zipfile.ZIP_STORED), content)
                members.append(_member(name, len(content), photo.sha256))
        manifest = _manifest(book, plan, county, parts, day, members)
        archive.writestr(zip_entry(MANIFEST), manifest)


def _member(name: str, size: int, digest: str) -> Dict[str, Any]:
    return {"name": name, "size": size, "sha256": digest}


def _list(parts: Sequence[_Parts], place: str, day: date, plan: Plan, say: Translate) -> bytes:
    rules, values = ledger_rules(plan), ledger_forms(plan)["dossier"].values
    lines = [
        CaseLine(at, one.case, rules, say, evidence=tuple(name for name, _ in one.photos))
        for at, one in enumerate(parts, start=1)
    ]
    rows = [[DOSSIER[name][1](line) for name in values] for line in lines]
    return filled_form("dossier", rows, place, day, plan)


def _evidence(parts: Sequence[_Parts], place: str, plan: Plan, say: Translate) -> List[Sheet]:
    """What is recorded of each parcel, line by line, and the journal in words."""
    parcel = Column(text("Parcel").say(say), 22)
    facts = [
        [
            one.case.parcel,
            section.title.say(say),
            say_words(line.caption, say),
            say_words(line.words, say),
        ]
        for one in parts
        if one.dossier is not None
        for section in sections(one.dossier, plan, Background())
        if section.key not in LEFT_OUT
        for line in section.lines
    ]
    done: List[List[Value]] = [
        [
            one.case.parcel or one.case.patch,
            entry.seq,
            day_and_time(entry),
            entry.who,
            told(entry, plan).say(say),
        ]
        for one in parts
        for entry in one.entries
    ]
    what, words = text("What").say(say), text("What is recorded").say(say)
    record = Sheet(
        words,
        f"{place} {words}",
        (parcel, Column(text("Section").say(say), 16), Column(what, 24), Column(words, 70)),
        facts,
    )
    history = text("History").say(say)
    journal = Sheet(
        history,
        f"{place} {history}",
        (
            parcel,
            Column(text("No.").say(say), 8, Kind.INTEGER),
            Column(text("When").say(say), 16),
            Column(text("Who").say(say), 14),
            Column(what, 76),
        ),
        done,
    )
    return [record, journal]


def _journal(parts: Sequence[_Parts]) -> bytes:
    """The entries as the journal holds them, each once, with its hash and the one before."""
    by_seq = {entry.seq: entry for one in parts for entry in one.entries}
    lines = [
        json.dumps(vars(by_seq[seq]), ensure_ascii=False, sort_keys=True) for seq in sorted(by_seq)
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _manifest(
    book: Casebook,
    plan: Plan,
    county: Tuple[str, str],
    parts: Sequence[_Parts],
    day: date,
    members: List[Dict[str, Any]],
) -> bytes:
    head = book.head()
    facts = {
        "what": "accountability",
        "county": {"code": county[0], "name": county[1]},
        "day": day.isoformat(),
        "made_by": book.who,
        "plan": {"id": plan.id, "title": plan.title, "sha256": plan.sha256},
        "journal": {"seq": head.seq, "hash": head.hash, "at": head.at},
        "cases": [one.case.subject for one in parts],
        "files": members,
    }
    return json.dumps(facts, ensure_ascii=False, indent=2).encode("utf-8")
