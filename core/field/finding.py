"""From files and folders to photos with the parcels they are of, before anything is attached."""

from __future__ import annotations

from pathlib import Path
from typing import List, Sequence

from ..casebook import Casebook
from ..errors import UnreadableFile
from ..legality import military_patches
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..text import text
from .facts import usable_photo
from .matching import Match, Matcher
from .names import PhotoFile, photo_files


def match_photos(
    book: Casebook,
    plan: Plan,
    given: Sequence[Path],
    progress: Progress = SILENT,
    month: str = "",
    at_hand: str = "",
) -> List[Match]:
    """Read the photos among ``given`` and in its folders, and find the parcel of each.

    Parcels are those of ``month``, or of all months; ``at_hand`` is the parcel that the photos
    were dropped on. What cannot be attached is among the matches, with the reason.
    """
    dossiers = book.dossiers(month or None)
    hidden = military_patches(dossiers, plan)
    matcher = Matcher(dossiers, plan.photo_rules, hidden, at_hand)
    files, others = photo_files(given)
    matches: List[Match] = []
    for done, file in enumerate(files):
        check_cancelled(progress)
        progress.at(done, len(files))
        matches.append(_match(file, matcher, plan))
    progress.at(len(files), len(files))
    return [*matches, *map(_other_kind, others)]


def _match(file: PhotoFile, matcher: Matcher, plan: Plan) -> Match:
    try:
        facts = usable_photo(file.path, plan.photo_rules)
    except UnreadableFile as error:
        return Match(file, None, note=error.text, usable=False)
    return matcher.match(file, facts)


def _other_kind(path: Path) -> Match:
    note = text(
        "{file} is neither JPEG nor PNG: it cannot be handed up. Save it as JPEG.", file=path.name
    )
    return Match(PhotoFile(path, Path(path.name)), None, note=note, usable=False)
