"""What the names of photo files say: which files are photos, and whose number is in a name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Dict, Iterator, List, Sequence, Set, Tuple

SUFFIXES = (".jpg", ".jpeg", ".png")
# Pictures that cannot be handed up: phones and cameras make them, people expect them to be taken.
OTHER_PICTURES = (".heic", ".heif", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".dng", ".mp4")


@dataclass(frozen=True)
class PhotoFile:
    """A picture file and the names that may tell whose it is: folders down from the chosen one."""

    path: Path
    said: PurePath


def photo_files(given: Sequence[Path]) -> Tuple[List[PhotoFile], List[Path]]:
    """The photos among files and in folders with their subfolders, and pictures of other kinds.

    A chosen folder's own name speaks, too, and of a single file that of the folder it lies in.
    """
    photos: Dict[Path, PhotoFile] = {}
    others: List[Path] = []
    for one in given:
        # One level up, so that the name of what was chosen is among those that speak.
        top = one.parent if one.is_dir() else one.parent.parent
        for path in _files(one):
            suffix = path.suffix.lower()
            if suffix in SUFFIXES:
                photos.setdefault(path, PhotoFile(path, path.relative_to(top)))
            elif suffix in OTHER_PICTURES:
                others.append(path)
    return list(photos.values()), others


def _files(given: Path) -> List[Path]:
    found = given.rglob("*") if given.is_dir() else iter([given])
    return sorted(path for path in found if path.is_file())


class Numbers:
    """The numbers of parcels and patches, found inside names by their lengths."""

    def __init__(self, parcels: Sequence[Tuple[str, str]]) -> None:
        """``parcels`` are pairs: number of the parcel, number of its patch."""
        self._parcels = {_folded(number): number for number, _ in parcels}
        self._patches: Dict[str, List[str]] = defaultdict(list)
        for number, patch in parcels:
            self._patches[_folded(patch)].append(number)
        known = {*self._parcels, *self._patches}
        self._lengths = sorted({len(number) for number in known if number}, reverse=True)

    def meant_by(self, names: PurePath) -> Set[str]:
        """The parcels that the names mean; empty when they hold no number.

        The file's name speaks first, then its folders from the inside out. A parcel's number is
        meant before a patch's; a patch's number means all its parcels.
        """
        for name in (names.stem, *reversed(names.parent.parts)):
            meant = self._named_in(name)
            if meant:
                return meant
        return set()

    def _named_in(self, name: str) -> Set[str]:
        words = set(self._words(_folded(name)))
        parcels = {self._parcels[word] for word in words if word in self._parcels}
        if parcels:
            return parcels
        patches = [self._patches[word] for word in words if word in self._patches]
        return {number for numbers in patches for number in numbers}

    def _words(self, name: str) -> Iterator[str]:
        for length in self._lengths:
            for start in range(len(name) - length + 1):
                end = start + length
                if not _joined(name, start) and not _joined(name, end):
                    yield name[start:end]


def _joined(name: str, at: int) -> bool:
    """True where cutting the name would cut a run of letters and digits."""
    return 0 < at < len(name) and _wordlike(name[at - 1]) and _wordlike(name[at])


def _wordlike(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
