"""Photos from another casebook, beside this one: named by what they are, so written once."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import IO, Callable

from ..errors import UnreadableFile
from ..files import BLOCK_BYTES, whole_file
from ..text import text
from .record import CarriedPhoto

Open = Callable[[CarriedPhoto], IO[bytes]]


class PhotoFolder:
    """Copies photos into the folder of a casebook's photos, under their hashes.

    A file that is there already is used: one that was copied before the power went is not
    copied again, and its hash was checked when it got its name.
    """

    def __init__(self, casebook: Path, open_photo: Open) -> None:
        self._begin = casebook.parent
        self._name = f"{casebook.stem}_照片"
        self._open = open_photo

    def bring(self, photo: CarriedPhoto) -> str:
        """Copy a photo and give its path, from where the casebook is.

        :raises UnreadableFile: it is not the photo that the record names.
        :raises OutputError: it cannot be written.
        """
        digest = str(photo.facts["sha256"])
        suffix = PurePosixPath(photo.facts["file"]).suffix.lower()
        path = f"{self._name}/{digest[:2]}/{digest}{suffix}"
        target = self._begin / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            self._copy(photo, target, digest)
        return path

    def _copy(self, photo: CarriedPhoto, target: Path, digest: str) -> None:
        found = hashlib.sha256()
        with self._open(photo) as source, whole_file(target) as part:
            with part.open("wb") as out:
                for block in iter(lambda: source.read(BLOCK_BYTES), b""):
                    found.update(block)
                    out.write(block)
            if found.hexdigest() != digest:
                raise UnreadableFile(
                    text("The photo {file} is not the one its record names.", file=photo.member)
                )
