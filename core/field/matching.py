"""Which parcel a photo is of: its file name or one of its folders holds the number."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Dict, Iterator, List, Optional, Sequence, Set, Tuple

from ..model import Parcel

SUFFIXES = (".jpg", ".jpeg", ".png")


def find_photos(
    folder: Path, parcels: Sequence[Parcel]
) -> Tuple[List[Tuple[str, Path]], List[Path]]:
    """Photos under ``folder`` with the number of their parcel, and those of no certain parcel.

    The file name speaks first, then the folders from the inside out. A parcel's number is meant
    before a patch's; a patch's number is enough where the patch has one parcel. Two different
    numbers in one name are not decided here.
    """
    numbers = _Numbers(parcels)
    matches: List[Tuple[str, Path]] = []
    unmatched: List[Path] = []
    for path in _photos_under(folder):
        number = _parcel_of(path.relative_to(folder), numbers)
        if number is None:
            unmatched.append(path)
        else:
            matches.append((number, path))
    return matches, unmatched


def _photos_under(folder: Path) -> List[Path]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return sorted(path for path in found if path.is_file())


def _parcel_of(path: Path, numbers: _Numbers) -> Optional[str]:
    for name in (path.stem, *reversed(path.parent.parts)):
        meant = numbers.named_in(name)
        if meant:
            return meant.pop() if len(meant) == 1 else None
    return None


class _Numbers:
    """The numbers of parcels and patches, found inside names by their lengths."""

    def __init__(self, parcels: Sequence[Parcel]) -> None:
        self._parcels = {_folded(one.number): one.number for one in parcels}
        self._patches: Dict[str, List[str]] = defaultdict(list)
        for one in parcels:
            self._patches[_folded(one.patch_number)].append(one.number)
        known = {*self._parcels, *self._patches}
        self._lengths = sorted({len(number) for number in known if number}, reverse=True)

    def named_in(self, name: str) -> Set[str]:
        """The parcels that a name means; empty when it holds no number."""
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
