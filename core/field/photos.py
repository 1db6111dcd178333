"""Field photos: read what the camera noted, keep a whole copy beside the casebook."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Set, Tuple

from ..casebook import Casebook, events
from ..errors import CasebookReadOnly, UnreadableFile
from ..files import cannot_write, sha256_of, whole_file
from ..model import Photo
from ..plan import PhotoRules, Plan
from ..progress import SILENT, Progress, check_cancelled
from ..text import text
from .facts import PhotoFacts, usable_photo

Seen = Tuple[str, str]
"""Value of a :class:`~..rectified.PhotoStage`, and the name of a station; either may be empty."""
UNSEEN: Seen = ("", "")
SAME_SUFFIXES = {".jpg": (".jpg", ".jpeg"), ".png": (".png",)}


def attach_photos(
    book: Casebook,
    plan: Plan,
    matches: Sequence[Tuple[str, Path]],
    progress: Progress = SILENT,
    read: Optional[Mapping[Path, PhotoFacts]] = None,
    seen: Seen = UNSEEN,
) -> List[Photo]:
    """Copy photos beside the casebook and record them; those a parcel already has add nothing.

    Files that are no whole pictures, or larger than the plan allows, are told through
    ``progress`` and left out: a record is not taken back, and with them no package could be
    written. ``read`` holds what is known of some; a file that has changed since is read anew.
    ``seen`` are the stage and the station that all of them are of.
    All photos are recorded together; when that fails or is cancelled, no copy stays behind.

    :raises OutputError: a copy cannot be written.
    :raises CasebookReadOnly: the casebook cannot be written.
    """
    if not book.writable:
        raise CasebookReadOnly(text("The casebook is open for reading only."))
    folder = folder_of(book.path)
    known = _known(book, {number for number, _ in matches})
    photos: List[Photo] = []
    with ExitStack() as undo:
        for done, (number, path) in enumerate(matches):
            check_cancelled(progress)
            progress.at(done, len(matches))
            facts = _usable(path, plan.photo_rules, progress, (read or {}).get(path))
            if facts is None or facts.sha256 in known[number]:
                continue
            known[number].add(facts.sha256)
            photo = replace(_photo(number, path, folder, facts), stage=seen[0], station=seen[1])
            if facts.suffix == ".png" and path.suffix.lower() != ".png":
                progress.say(
                    text("{file} is a PNG picture; its copy is called so.", file=path.name)
                )
            target = book.path.parent / photo.file
            if not target.exists():
                _copy(path, target, facts.sha256)
                undo.callback(target.unlink, missing_ok=True)
            photos.append(photo)
        book.record([events.photo_attached(photo) for photo in photos], progress)
        undo.pop_all()
    progress.at(len(matches), len(matches))
    return photos


def folder_of(casebook: Path) -> Path:
    """Where the photos of a casebook lie."""
    return casebook.with_name(f"{casebook.stem}_照片")


def _known(book: Casebook, numbers: Set[str]) -> Dict[str, Set[str]]:
    known: Dict[str, Set[str]] = {}
    for number in numbers:
        dossier = book.dossier(number)
        known[number] = {photo.sha256 for photo in dossier.photos} if dossier else set()
    return known


def _usable(
    path: Path, rules: PhotoRules, progress: Progress, known: Optional[PhotoFacts]
) -> Optional[PhotoFacts]:
    try:
        if known is not None and path.is_file() and sha256_of(path) == known.sha256:
            return known
        return usable_photo(path, rules)
    except OSError as error:
        progress.say(text("{file} cannot be read: {why}.", file=path.name, why=error.strerror))
    except UnreadableFile as error:
        progress.say(error.text)
    return None


def _photo(number: str, path: Path, folder: Path, facts: PhotoFacts) -> Photo:
    # Named by content: two cameras may both have an IMG_0001.
    suffix = path.suffix.lower()  # another writing of the same, like .jpeg, stays
    if suffix not in SAME_SUFFIXES[facts.suffix]:
        suffix = facts.suffix
    file = f"{folder.name}/{facts.sha256[:16]}{suffix}"
    return Photo(
        number,
        file,
        facts.sha256,
        facts.size_bytes,
        facts.taken_at,
        facts.lon_deg,
        facts.lat_deg,
        facts.azimuth_deg,
        f"{path.parent.name}/{path.name}".lstrip("/"),
        facts.likeness,
    )


def _copy(source: Path, target: Path, sha256: str) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise cannot_write(target, error) from error
    with whole_file(target) as part:
        shutil.copyfile(source, part)
        if sha256_of(part) != sha256:
            raise UnreadableFile(
                text("{file} changed while it was copied. Attach it again.", file=source.name)
            )
