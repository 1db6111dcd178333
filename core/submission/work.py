"""What one month's package is made of, with military land set apart from the start."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Dict, FrozenSet, List, Tuple

from ..model import Dossier, Patch, Photo
from ..plan import Plan
from ..rectification import Standing, standing
from .description import PackageSchema


@dataclass(frozen=True, eq=False)
class MonthWork:
    """A county's month: the land patches of the ordinary package, and what stays out of it.

    ``military`` are the patches, land and mineral, that go their own path, whole, even where
    only one of their parcels is military: a patch's outline would show the parcel. Of the
    mineral patches ``mineral_count`` are all, the others those that are not military.
    ``folder`` is where the photos' relative paths begin. One month's work is the same as itself
    only: what was found out about it can be kept by it.
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

    @cached_property
    def military_numbers(self) -> FrozenSet[str]:
        """Numbers that must not appear anywhere in the package."""
        patches = (patch.number for patch in self.military)
        return frozenset((*patches, *(one.parcel.number for one in self.military_dossiers)))

    @cached_property
    def standings(self) -> Dict[str, Standing]:
        """How far each parcel is put right, by its number."""
        return {one.parcel.number: standing(one, self.plan, self.today) for one in self.dossiers}

    def photo_path(self, photo: Photo) -> Path:
        """Where the photo's file is."""
        return self.folder / photo.file

    def photo_member(self, dossier: Dossier, photo: Photo) -> str:
        """The photo's name inside the package: by parcel, numbered in the record's order."""
        return self.schema.photo_member(
            dossier.parcel.number, dossier.photos.index(photo) + 1, photo.file
        )
