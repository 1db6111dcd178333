"""Algorithm: field photos to their parcels."""

from __future__ import annotations

from typing import Dict, List

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFile

from ..core.field import attach_photos, find_photos
from ..core.text import text
from ..maps.words import say, tr
from .algorithm import Given, TubanAlgorithm


class AttachPhotos(TubanAlgorithm):
    """Copies the photos of a folder beside the casebook and records whose they are."""

    ID = "attachphotos"
    FOLDER = "FOLDER"
    ADDED = "ADDED"
    MATCHED = "MATCHED"
    UNMATCHED = "UNMATCHED"

    def title(self) -> str:
        return tr("Attach field photos")

    def about(self) -> str:
        return tr(
            "Finds field photos by patch or parcel number and attaches them to the parcels.\n"
            "A photo belongs to a parcel when its file or its folder is named after the patch or "
            "the parcel. The files are copied whole into a folder beside the casebook; their "
            "EXIF position, direction and time are recorded. Attaching the same photo again adds "
            "nothing."
        )

    def rule(self) -> str:
        return tr(
            "Every patch of the four classes is checked on the ground by the county, and the "
            "photos are handed up with it. Photos keep their bytes: nothing is rotated, scaled "
            "or stamped."
        )

    def words(self) -> List[str]:
        return ["photo", "exif", "field", "照片", "外业", "举证"]

    def define(self) -> None:
        self.add_casebook()
        self.add(
            QgsProcessingParameterFile(
                self.FOLDER, tr("Photo folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            ),
            tr("Folder with the photos (JPEG), searched with its subfolders."),
        )
        self.add_who()
        for name, label in (
            (self.ADDED, tr("Photos added")),
            (self.MATCHED, tr("Photos that belong to a parcel")),
            (self.UNMATCHED, tr("Photos that belong to no parcel")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def work(self, given: Given) -> Dict[str, object]:
        with given.casebook() as book:
            matches, unmatched = find_photos(given.folder(self.FOLDER), book.parcels())
            for path in unmatched:
                given.feedback.pushWarning(
                    say(text("{file}: no parcel has this number.", file=path.name))
                )
            added = attach_photos(book, given.plan(book), matches, given.progress)
        return {
            self.CASEBOOK: str(given.path(self.CASEBOOK)),
            self.ADDED: len(added),
            self.MATCHED: len(matches),
            self.UNMATCHED: len(unmatched),
        }
