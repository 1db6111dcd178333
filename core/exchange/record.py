"""The state of records as it travels: JSON by the line, geometry as base64 of WKB."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import dataclass, field
from typing import Any, Callable, Collection, Dict, Iterable, Iterator, List, Sequence, Tuple

from sqlalchemy import Connection

from ..casebook import events
from ..casebook.codec import encode
from ..casebook.journal import Event
from ..casebook.projection import kind_of
from ..casebook.steps import State, in_parts
from ..errors import UnreadableFile
from ..geometry import digest
from ..model import Dossier, Parcel, Patch, Source
from ..progress import Progress, check_cancelled
from ..text import text
from .forms import check_form
from .kinds import ABOUT_CASE, ABOUT_PARCEL, ABOUT_PATCH, Key

MEMBER = "record/state.jsonl"
VERSION = 1
CHECKED_AT_ONCE = 500


PhotoKey = Tuple[str, str]
"""Parcel and SHA-256 of a photo."""


@dataclass(frozen=True)
class CarriedPhoto:
    """A photo and the member of the package that holds it."""

    facts: Dict[str, Any]
    member: str


@dataclass
class Record:
    """Patches with everything that travels about them.

    ``parcels`` by patch as entries of the journal name them, ``shapes`` by number of a patch or
    parcel, ``photos`` by parcel and SHA-256, ``submitted`` by parcel.
    """

    sources: List[Dict[str, Any]] = field(default_factory=list)
    patches: Dict[str, Dict[str, Any]] = field(default_factory=dict)
    parcels: Dict[str, Dict[str, Any]] = field(default_factory=dict)
    shapes: Dict[str, bytes] = field(default_factory=dict)
    photos: Dict[PhotoKey, CarriedPhoto] = field(default_factory=dict)
    states: Dict[Key, State] = field(default_factory=dict)
    submitted: Dict[str, List[Dict[str, Any]]] = field(default_factory=dict)

    def held(self, kind: str, subject: str, state: State) -> State:
        """The equal state of this record, so that it is not kept twice; else the one given."""
        mine: State = self.states.get((kind, subject))
        if kind == events.PATCH_ISSUED:
            mine = self.patches.get(subject)
        elif kind == events.PHOTO_ATTACHED and state:
            photo = self.photos.get((subject, state["sha256"]))
            mine = photo.facts if photo else None
        return mine if mine == state else state

    def parcel_numbers(self) -> List[str]:
        """All parcels."""
        return [one["number"] for state in self.parcels.values() for one in state["parcels"]]


def add_patches(
    record: Record, patches: Iterable[Patch], parcels: Iterable[Parcel], sources: Iterable[Source]
) -> None:
    """Put patches with their parcels, and the files they came from, into a record."""
    used = set()
    for patch in patches:
        record.patches[patch.number] = encode(patch)
        record.shapes[patch.number] = patch.geometry
        record.parcels[patch.number] = {"parcels": []}
        used.add(patch.source_sha256)
    for parcel in sorted(parcels, key=lambda one: (len(one.number), one.number)):
        if parcel.patch_number in record.parcels:
            record.parcels[parcel.patch_number]["parcels"].append(encode(parcel))
            record.shapes[parcel.number] = parcel.geometry
    record.sources += [encode(one) for one in sources if one.sha256 in used]


def add_photos(
    record: Record, dossiers: Iterable[Dossier], member: Callable[[Dossier, Any], str]
) -> None:
    """Put the photos of parcels into a record, each with the member that holds it."""
    for dossier in dossiers:
        for photo in dossier.photos:
            key = (dossier.parcel.number, photo.sha256)
            record.photos[key] = CarriedPhoto(encode(photo), member(dossier, photo))


def add_states(
    record: Record,
    connection: Connection,
    cases: Collection[str],
    progress: Progress,
    about_parcel: Sequence[str] = ABOUT_PARCEL,
) -> None:
    """Put what is said of the record's parcels, patches and of these cases into it; of the
    parcels what the county says, where nothing else is asked for."""
    numbers = record.parcel_numbers()
    about = [(kind, numbers) for kind in about_parcel]
    about += [(kind, list(record.patches)) for kind in ABOUT_PATCH]
    about += [(kind, sorted(cases)) for kind in ABOUT_CASE]
    for kind, subjects in about:
        check_cancelled(progress)
        record.states.update(states_of(connection, kind, subjects))


def states_of(connection: Connection, kind: str, subjects: List[str]) -> Dict[Key, State]:
    """What the tables say of subjects, as entries of the journal name it."""
    current = kind_of(kind).current
    found: Dict[Key, State] = {}
    for part in in_parts(subjects):
        states = current(connection, part) if current else {}
        found.update({(kind, subject): state for subject, state in states.items()})
    return found


def to_lines(record: Record) -> Iterator[bytes]:
    """The record as lines."""
    yield _line({"format": "tuban-record", "version": VERSION})
    for source in record.sources:
        yield _line({"source": source})
    for number, facts in record.patches.items():
        yield _line({"patch": facts, "wkb": _text_of(record.shapes[number])})
    for number, filled in record.parcels.items():
        shapes = {
            one["number"]: _text_of(record.shapes[one["number"]]) for one in filled["parcels"]
        }
        yield _line({"parcels": number, "state": filled, "wkb": shapes})
    for photo in record.photos.values():
        yield _line({"photo": photo.facts, "member": photo.member})
    for (kind, subject), state in record.states.items():
        yield _line({"kind": kind, "subject": subject, "state": state})
    for number, several in record.submitted.items():
        yield _line({"submitted": number, "rows": several})


def from_lines(content: bytes, package: str, progress: Progress) -> Record:
    """Read a record and check its outlines against their hashes.

    :raises UnreadableFile: it is damaged, or was written by a newer Tuban.
    """
    record = Record()
    lines = io.BytesIO(content)
    try:
        head = json.loads(next(lines))
        if head["format"] != "tuban-record" or head["version"] > VERSION:
            raise UnreadableFile(
                text(
                    "The records in {file} were written by a newer Tuban. Update Tuban to read "
                    "them.",
                    file=package,
                )
            )
        for done, line in enumerate(lines):
            if done % CHECKED_AT_ONCE == 0:
                check_cancelled(progress)
            _take(record, json.loads(line))
    except (ValueError, KeyError, TypeError, StopIteration) as error:
        raise UnreadableFile(text("The records in {file} are damaged.", file=package)) from error
    _check_outlines(record, package)
    return record


def _take(record: Record, line: Dict[str, Any]) -> None:
    if "kind" in line:
        check_form(line["kind"], line["state"])
        record.states[line["kind"], line["subject"]] = line["state"]
    elif "photo" in line:
        facts = line["photo"]
        key = (facts["parcel_number"], facts["sha256"])
        record.photos[key] = CarriedPhoto(facts, line["member"])
    elif "patch" in line:
        record.patches[line["patch"]["number"]] = line["patch"]
        record.shapes[line["patch"]["number"]] = base64.b64decode(line["wkb"])
    elif "parcels" in line:
        record.parcels[line["parcels"]] = line["state"]
        for number, shape in line["wkb"].items():
            record.shapes[number] = base64.b64decode(shape)
    elif "submitted" in line:
        record.submitted[line["submitted"]] = line["rows"]
    else:
        record.sources.append(line["source"])


def _check_outlines(record: Record, package: str) -> None:
    outlines = {number: facts["geometry_sha256"] for number, facts in record.patches.items()}
    for state in record.parcels.values():
        outlines.update({one["number"]: one["geometry_sha256"] for one in state["parcels"]})
    for number, expected in outlines.items():
        if number not in record.shapes or digest(record.shapes[number]) != expected:
            raise UnreadableFile(
                text(
                    "The outline of {number} in {file} is not the one its record names.",
                    number=number,
                    file=package,
                )
            )


def _line(facts: Dict[str, Any]) -> bytes:
    written = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8") + b"\n"


def _text_of(wkb: bytes) -> str:
    return base64.b64encode(wkb).decode("ascii")


def patch_event(record: Record, number: str) -> Event:
    """The entry that takes over a patch."""
    facts = record.patches[number]
    return Event(events.PATCH_ISSUED, number, None, facts, record.shapes[number])
