"""What one month's package is made of, with military land set apart from the start."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Dict, List, Protocol, Sequence, Tuple

from ..casebook import Head, Recorded
from ..casebook.journal import Event
from ..errors import InputError
from ..legality import is_military
from ..model import Dossier, Patch, PatchKind, Photo
from ..plan import Plan
from ..progress import Progress
from ..text import text
from .schema import PackageSchema, load_schema

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])\Z")


class Book(Protocol):
    """What the submission needs of the casebook."""

    path: Path
    county_code: str
    county_name: str

    @property
    def writable(self) -> bool:
        """False when it can only be read."""

    def patches(self, month: str, kind: PatchKind) -> Sequence[Patch]:
        """The month's patches by number."""

    def dossiers(self, month: str, kind: PatchKind) -> Sequence[Dossier]:
        """Everything about the month's parcels, by number."""

    def newest_besides(self, kind: str) -> Head:
        """The newest journal entry that is not of ``kind``."""

    def record(self, changes: Sequence[Event], progress: Progress) -> List[Recorded]:
        """Record changes, all or none."""


@dataclass(frozen=True)
class MonthWork:
    """A county's month: the land patches of the ordinary package, and what stays out of it.

    ``military`` are the patches, land and mineral, that go their own path, whole, even where
    only one of their parcels is military: a patch's outline would show the parcel. Of the
    mineral patches ``mineral_count`` are all, the others those that are not military.
    ``folder`` is where the photos' relative paths begin.
    """

    plan: Plan
    schema: PackageSchema
    month: str
    county_code: str
    county_name: str
    folder: Path
    patches: Tuple[Patch, ...]
    dossiers: Tuple[Dossier, ...]
    military: Tuple[Patch, ...]
    military_dossiers: Tuple[Dossier, ...]
    mineral_count: int
    today: date
    mineral_patches: Tuple[Patch, ...] = ()
    mineral_dossiers: Tuple[Dossier, ...] = ()

    def by_patch(self) -> Dict[str, List[Dossier]]:
        """The dossiers of each patch, in the order of their numbers."""
        found: Dict[str, List[Dossier]] = defaultdict(list)
        for dossier in self.dossiers:
            found[dossier.patch.number].append(dossier)
        return found

    def military_numbers(self) -> Tuple[str, ...]:
        """Numbers that must not appear anywhere in the package."""
        numbers = {patch.number for patch in self.military}
        numbers.update(dossier.parcel.number for dossier in self.military_dossiers)
        return tuple(sorted(numbers))

    def photo_path(self, photo: Photo) -> Path:
        """Where the photo's file is."""
        return self.folder / photo.file

    def photo_member(self, dossier: Dossier, photo: Photo) -> str:
        """The photo's name inside the package: by parcel, numbered in the record's order."""
        return self.schema.photo_member(
            dossier.parcel.number, dossier.photos.index(photo) + 1, photo.file
        )


def collect(book: Book, plan: Plan, month: str, today: date) -> MonthWork:
    """Read one month from the casebook.

    :raises InputError: ``month`` is not one, like ``2023-04``.
    :raises PlanError: the plan's description of the package is wrong.
    """
    if not _MONTH.match(month):
        raise InputError(text("“{month}” is no month; write it like 2023-04.", month=month))
    patches, dossiers, hidden, hidden_dossiers = _sorted_out(book, plan, month, PatchKind.LAND)
    mines, mine_dossiers, hidden_mines, hidden_mine_dossiers = _sorted_out(
        book, plan, month, PatchKind.MINERAL
    )
    return MonthWork(
        plan=plan,
        schema=load_schema(plan),
        month=month,
        county_code=book.county_code,
        county_name=book.county_name,
        folder=book.path.parent,
        patches=patches,
        dossiers=dossiers,
        military=hidden + hidden_mines,
        military_dossiers=hidden_dossiers + hidden_mine_dossiers,
        mineral_count=len(mines) + len(hidden_mines),
        today=today,
        mineral_patches=mines,
        mineral_dossiers=mine_dossiers,
    )


def _sorted_out(
    book: Book, plan: Plan, month: str, kind: PatchKind
) -> Tuple[Tuple[Patch, ...], Tuple[Dossier, ...], Tuple[Patch, ...], Tuple[Dossier, ...]]:
    """Patches and dossiers of a kind: the ordinary ones, then the military ones."""
    patches, dossiers = list(book.patches(month, kind)), list(book.dossiers(month, kind))
    hidden = {dossier.patch.number for dossier in dossiers if is_military(dossier, plan)}
    hidden.update(patch.number for patch in patches if is_military(patch, plan))
    return (
        tuple(one for one in patches if one.number not in hidden),
        tuple(one for one in dossiers if one.patch.number not in hidden),
        tuple(one for one in patches if one.number in hidden),
        tuple(one for one in dossiers if one.patch.number in hidden),
    )
