"""What reading would do to photos: attach them, take them off, give them a stage.

A photo is known by its parcel and its SHA-256, so that none is there twice. What this side has
changed itself is never overwritten.
"""

from __future__ import annotations

from typing import Any, Dict, List, Set

from sqlalchemy import Connection, select

from ..casebook import events
from ..casebook.journal import Recorded
from ..casebook.kinds.exchanges import FEEDBACK
from ..casebook.steps import State, in_parts
from ..casebook.tables import photos
from ..model import Finding, Severity
from ..text import Text, text
from .comparing import Picture, owners_of
from .incoming import WITH_ALL, Before, Incoming
from .kinds import OF_PHOTO
from .record import PhotoKey
from .threeway import How

STAGED = ("stage", "station")


def photos_here(connection: Connection, numbers: List[str]) -> Dict[PhotoKey, Dict[str, Any]]:
    """The photos of parcels by parcel and SHA-256."""
    found = {}
    for part in in_parts(numbers):
        query = select(photos).where(photos.c.parcel_number.in_(part))
        for row in connection.execute(query).mappings():
            found[row["parcel_number"], row["sha256"]] = dict(row)
    return found


def compare_photos(
    connection: Connection, incoming: Incoming, known: Before, picture: Picture
) -> None:
    """Photos to attach or to stage, and those that the sender has taken off."""
    owners = owners_of(incoming)
    left_out = picture.skipped | picture.late
    numbers = [one for one in incoming.record.parcel_numbers() if owners[one] not in left_out]
    here, moved = photos_here(connection, numbers), _moved(incoming, known, owners, numbers)
    gone = _gone(incoming, picture)
    for key, photo in incoming.record.photos.items():
        patch = owners.get(key[0], "")
        if not patch or patch in left_out:
            continue
        if key in here:
            _stage(picture, key, here[key], photo.facts, moved.get(key, []))
        elif not _is_to_come(incoming, known, patch, moved.get(key, [])):
            continue
        elif key[0] in gone:
            picture.findings.append(_told(key[0], _no_parcel()))
        else:
            picture.attach.append(key)
    for key, entries in moved.items():
        taken_off = any(one.old and not one.new for one in entries)
        if taken_off and key in here and key not in incoming.record.photos:
            _detach(picture, key, here[key], entries)


def _moved(
    incoming: Incoming, known: Before, owners: Dict[str, str], numbers: List[str]
) -> Dict[PhotoKey, List[Recorded]]:
    """What the sender has done to each photo since it was last taken over."""
    found: Dict[PhotoKey, List[Recorded]] = {}
    for parcel in numbers:
        since = known.since(owners[parcel])
        for kind in OF_PHOTO:
            for entry in incoming.part.since(kind, parcel, since):
                state = entry.new or entry.old
                if state:
                    found.setdefault((parcel, state["sha256"]), []).append(entry)
    return found


def _is_to_come(incoming: Incoming, known: Before, patch: str, moved: List[Recorded]) -> bool:
    """True for a photo that was attached, or put back, since; where nothing tells, for all that
    came with its patch. Feedback has the city's own photos only, and of the county's those it
    gave a stage."""
    if any(one.new and one.kind != events.PHOTO_STAGED for one in moved):
        return True
    unknown = incoming.what in WITH_ALL and not known.is_known(patch)
    return unknown or known.misses(patch, incoming)


def _gone(incoming: Incoming, picture: Picture) -> Set[str]:
    """Parcels that were sent, but gave way to others here."""
    found: Set[str] = set()
    for one in picture.parcels:
        if incoming.what == FEEDBACK and one.how is How.KEPT:
            sent, mine = ((state or {"parcels": []})["parcels"] for state in (one.theirs, one.mine))
            found |= {facts["number"] for facts in sent} - {facts["number"] for facts in mine}
    return found


def _stage(
    picture: Picture,
    key: PhotoKey,
    here: Dict[str, Any],
    sent: Dict[str, Any],
    moved: List[Recorded],
) -> None:
    if not moved or _staged(here) == _staged(sent):
        return
    if _is_changed_here(here, moved):
        picture.findings.append(_told(key[0], _both_staged(here["file"])))
    else:
        picture.stage.append(key)


def _detach(picture: Picture, key: PhotoKey, here: Dict[str, Any], moved: List[Recorded]) -> None:
    if _is_changed_here(here, moved):
        picture.findings.append(_told(key[0], _staged_and_gone(here["file"])))
    else:
        picture.detach.append(key)


def _is_changed_here(here: Dict[str, Any], moved: List[Recorded]) -> bool:
    """True when the photo is as the sender had it at no time since: changed on both sides."""
    known = [_staged(state) for one in moved for state in (one.old, one.new) if state]
    return _staged(here) not in known


def _staged(state: State) -> List[str]:
    return [(state or {}).get(name, "") for name in STAGED]


def _told(parcel: str, message: Text) -> Finding:
    return Finding("exchange", Severity.WARNING, message, parcel)


def _no_parcel() -> Text:
    return text(
        "A photo was sent for this parcel, which gave way to others here. The photo is not taken "
        "over; it stays in the file that was sent."
    )


def _both_staged(file: str) -> Text:
    return text(
        "The photo {file} was given another stage or station on both sides; it stays as it is "
        "here.",
        file=file,
    )


def _staged_and_gone(file: str) -> Text:
    return text(
        "The photo {file} was taken off at the sender's and given a stage here; it stays here.",
        file=file,
    )
