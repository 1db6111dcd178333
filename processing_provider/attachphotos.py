"""Algorithm: field photos to their parcels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Sequence

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
)

from ..core.model import Photo
from ..core.text import text
from ..maps.field_types import REAL, TEXT
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm
from .result_table import write_rows

if TYPE_CHECKING:
    from ..core.field import Candidate, Match

ATTACHED, THERE, MATCHED = "attached", "there", "matched"
UNSURE, UNUSABLE = "unsure", "unusable"
COLUMNS = {
    **dict.fromkeys(("file", "state", "parcel_number", "why", "candidates"), TEXT),
    **dict.fromkeys(("taken_at", "sha256"), TEXT),
    **dict.fromkeys(("distance_m", "off_deg"), REAL),
}


class AttachPhotos(TubanAlgorithm):
    """Finds the parcels of a folder's photos, copies these beside the casebook, records them."""

    ID = "attachphotos"
    FOLDER = "FOLDER"
    ONLY_MATCH = "ONLY_MATCH"
    ADDED = "ADDED"
    MATCHED = "MATCHED"
    UNMATCHED = "UNMATCHED"

    def title(self) -> str:
        return tr("Attach field photos")

    def about(self) -> str:
        return tr(
            "Finds the parcels of field photos by name, position and direction and attaches them.\n"
            "A photo belongs to a parcel when its file or its folder is named after the parcel or "
            "its patch, or when it was taken beside the parcel, looking at it. Where several "
            "parcels fit alike, or name and position disagree, nothing is attached: the table of "
            "matches says which parcels it may be. The files are copied whole into a folder "
            "beside the casebook; their EXIF position, direction and time are recorded. Attaching "
            "the same photo again adds nothing. The table has no coordinates, and no photo of "
            "military land."
        )

    def rule(self) -> str:
        return tr(
            "Every patch of the four classes is checked on the ground by the county, and the "
            "photos are handed up with it. Photos keep their bytes: nothing is rotated, scaled "
            "or stamped. How near and how exactly a photo has to look is in the work plan's "
            "photos.json and Tuban's default."
        )

    def words(self) -> List[str]:
        return ["photo", "exif", "field", "照片", "外业", "举证"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Photo folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Folder with the photos (JPEG, PNG), searched with its subfolders."),
        )
        self.add_month(
            tr("Only parcels of this month, like 2023-04; empty: of all months."), optional=True
        )
        self.add(
            QgsProcessingParameterBoolean(self.ONLY_MATCH, tr("Only match"), defaultValue=False),
            tr("Write the table of matches and attach nothing."),
        )
        self.add_table(
            tr("Matches"),
            tr("A table without geometry: each photo, its parcel, and why."),
            by_default=False,
        )
        self.add_who()
        self.add_numbers(
            (self.ADDED, tr("Photos added")),
            (self.MATCHED, tr("Photos that belong to a parcel")),
            (self.UNMATCHED, tr("Photos that belong to no certain parcel")),
        )

    def work(self, given: Given) -> Dict[str, object]:
        from ..core.field import attach_photos, match_photos

        month, folder = given.month(self.MONTH), given.folder(self.FOLDER)
        only_match = given.flag(self.ONLY_MATCH)
        with given.casebook(read_only=only_match) as book:
            plan = given.plan(book)
            matches = match_photos(book, plan, [folder], given.progress, month)
            _warn(given, matches)
            matched = [one for one in matches if one.number]
            pairs = [(one.number, one.file.path) for one in matched if one.usable]
            read = {one.file.path: one.facts for one in matched if one.facts}
            added: List[Photo] = []
            if not only_match:
                added = attach_photos(book, plan, pairs, given.progress, read)
        results = {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.ADDED: len(added),
            self.MATCHED: len(matched),
            self.UNMATCHED: len(matches) - len(matched),
        }
        done = {(one.parcel_number, one.sha256) for one in added}
        rows = (_row(match, done) for match in matches if not match.military)
        return {**results, **write_rows(given, COLUMNS, rows)}


def _warn(given: Given, matches: Sequence[Match]) -> None:
    """Tell what is not attached and why; of military land only how many, not even their names."""
    for one in matches:
        if not one.number and not one.military:
            told = text("{file}: {why}", file=one.file.path.name, why=one.why)
            given.feedback.pushWarning(say(told))
    military = sum(one.military for one in matches)
    if military:
        told = text("{count} photos may show military land and were left out.", count=military)
        given.feedback.pushWarning(say(told))


def _row(match: Match, done: set) -> List[object]:
    facts = match.facts
    chosen = next((one for one in match.candidates if one.number == match.number), None)
    values = {
        "file": match.file.said.as_posix(),
        "state": _state(match, done),
        "parcel_number": match.number,
        "why": say(match.why),
        "candidates": "; ".join(_offered(one) for one in match.candidates),
        "taken_at": facts.taken_at if facts else None,
        "sha256": facts.sha256 if facts else None,
        "distance_m": chosen.distance_m if chosen else None,
        "off_deg": chosen.off_deg if chosen else None,
    }
    return [values[name] for name in COLUMNS]


def _state(match: Match, done: set) -> str:
    if not match.usable:
        return THERE if match.number else UNUSABLE
    if not match.number:
        return UNSURE
    return ATTACHED if (match.number, match.facts.sha256) in done else MATCHED


def _offered(one: Candidate) -> str:
    return say(text("{parcel}: {why}", parcel=one.number, why=one.why))
