"""The city's own photos: what it has attached, put back or given a stage goes to the county."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Callable, Collection, Iterator, List, Sequence, Set, Tuple

from sqlalchemy import select

from ..casebook import Casebook
from ..casebook.codec import encode
from ..casebook.steps import in_parts
from ..casebook.tables import parcels, photos
from ..errors import InputError
from ..exchange.record import PhotoKey
from ..legality.military import military_patches
from ..model import Dossier, Photo
from ..plan import Plan
from ..progress import Progress, check_cancelled
from ..submission.checks.photos import trouble_of
from ..submission.manifest import Member
from ..submission.package import add_photo
from ..submission.schema import load_schema
from ..text import text


class OwnPhotos:
    """Some photos of dossiers, and where each lies in the package and beside the casebook."""

    def __init__(
        self, book: Casebook, plan: Plan, dossiers: Sequence[Dossier], own: Set[PhotoKey]
    ) -> None:
        self._book = book
        self._plan = plan
        self._schema = load_schema(plan)
        self.dossiers = [one for one in (_only(dossier, own) for dossier in dossiers) if one.photos]

    def __iter__(self) -> Iterator[Tuple[Dossier, Photo]]:
        for dossier in self.dossiers:
            for photo in dossier.photos:
                yield dossier, photo

    def __len__(self) -> int:
        return sum(len(one.photos) for one in self.dossiers)

    def member(self, dossier: Dossier, photo: Photo) -> str:
        """The photo's name in the package, numbered among those of its parcel that travel."""
        number = dossier.photos.index(photo) + 1
        return self._schema.photo_member(dossier.parcel.number, number, photo.file)

    def refuse(self, secret: Callable[[str], object], progress: Progress) -> None:
        """That all of them may leave and are still what was attached.

        :raises InputError: one names military land or is of it, is missing or was changed.
        """
        hidden = self._of_military_land({photo.sha256 for _, photo in self})
        for dossier, photo in self:
            check_cancelled(progress)
            said = json.dumps(encode(photo), ensure_ascii=False)
            if photo.sha256 in hidden or secret(said):
                raise InputError(
                    text(
                        "The feedback was not written: the photo {file} of {parcel} is also one "
                        "of military land, or its name tells of it. Take it off.",
                        file=photo.file,
                        parcel=dossier.parcel.number,
                    )
                )
            trouble = trouble_of(self._path(photo), photo)
            if trouble is not None:
                raise InputError(trouble)

    def _of_military_land(self, digests: Collection[str]) -> Set[str]:
        """Those of the photos that are also of military land, whatever unit it lies in."""
        own = {one.patch.number for one in self.dossiers}
        others = [one for one in self._patches_with(digests) if one[0] not in own]
        dossiers = self._book.dossiers_of(sorted({patch for patch, _ in others}))
        hidden = military_patches(dossiers, self._plan)
        return {digest for patch, digest in others if patch in hidden}

    def _patches_with(self, digests: Collection[str]) -> List[Tuple[str, str]]:
        """The patches that have the photos, with the photo's SHA-256."""
        query = select(parcels.c.patch_number, photos.c.sha256).where(
            parcels.c.number == photos.c.parcel_number
        )
        found: List[Tuple[str, str]] = []
        with self._book.reading() as connection:
            for part in in_parts(sorted(digests)):
                rows = connection.execute(query.where(photos.c.sha256.in_(part)))
                found += [(row.patch_number, row.sha256) for row in rows]
        return found

    def _path(self, photo: Photo) -> Path:
        return self._book.path.parent / photo.file

    def write(self, archive: zipfile.ZipFile, progress: Progress) -> Iterator[Member]:
        """Put them into the package."""
        for done, (dossier, photo) in enumerate(self):
            check_cancelled(progress)
            progress.at(done, len(self))
            yield add_photo(archive, self.member(dossier, photo), self._path(photo), photo)


def _only(dossier: Dossier, own: Set[PhotoKey]) -> Dossier:
    kept = (one for one in dossier.photos if (one.parcel_number, one.sha256) in own)
    return replace(dossier, photos=tuple(kept))
