"""The rows of forms and layers: each knows the record behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

from ...casefile import CaseFile, Penalty, Transfer
from ...model import Dossier, Patch, Photo, Verdict
from ...plan import Category
from ...rectification import effective_verdict
from ...rectified import Measure
from ...text import Translate
from ..work import MonthWork


@dataclass(frozen=True)
class PatchRow:
    """A patch with its parcels."""

    work: MonthWork
    number: int
    patch: Patch
    dossiers: Tuple[Dossier, ...]


@dataclass(frozen=True)
class _OfParcel:
    """A row about one parcel."""

    work: MonthWork
    number: int
    dossier: Dossier

    @property
    def patch(self) -> Patch:
        """The patch that the parcel is part of."""
        return self.dossier.patch

    @property
    def dossiers(self) -> Tuple[Dossier, ...]:
        """The parcel, as the values that count over dossiers see it."""
        return (self.dossier,)


@dataclass(frozen=True)
class ParcelRow(_OfParcel):
    """A parcel; ``say`` puts the notes of its figures into words."""

    say: Translate

    @property
    def verdict(self) -> Optional[Verdict]:
        """The county's verdict."""
        return self.dossier.county_verdict

    @property
    def category(self) -> Optional[Category]:
        """The plan's category of the county's verdict."""
        return self.work.plan.category(self.verdict.category) if self.verdict else None

    @property
    def counting(self) -> Optional[Verdict]:
        """The verdict that counts: the city's where it judged itself (工作方案 四（二）)."""
        return effective_verdict(self.dossier)


@dataclass(frozen=True)
class PhotoRow(_OfParcel):
    """A photo of a parcel."""

    photo: Photo


@dataclass(frozen=True)
class MeasureRow(_OfParcel):
    """A measure by which a parcel is put right; ``None`` where there is none yet."""

    measure: Optional[Measure]
    say: Translate


@dataclass(frozen=True)
class SummaryRow:
    """The parcels of one group and category; a sum over several where it says so."""

    work: MonthWork
    group: str
    category: str
    dossiers: Tuple[Dossier, ...]


@dataclass(frozen=True)
class LedgerRow:
    """A penalty of a case, or the case, or the illegal parcel, where there is nothing more."""

    work: MonthWork
    number: int
    dossiers: Tuple[Dossier, ...]
    file: Optional[CaseFile]
    penalty: Optional[Penalty]


@dataclass(frozen=True)
class TransferRow:
    """What a case handed to another office."""

    work: MonthWork
    number: int
    dossiers: Tuple[Dossier, ...]
    file: CaseFile
    transfer: Transfer
