"""Shapes: valid, as they were issued, and parcels that fill their patch."""

from __future__ import annotations

from typing import Iterator, List, Optional

from ...geometry import digest
from ...model import Dossier, Patch, Severity
from ...mu import round_half_up
from ...text import Text, text
from ..shapes import is_valid, outside_m2, overlap_m2
from ..work import MonthWork
from .registry import Offence, check


@check("geometry-valid", Severity.ERROR, text("Every outline is valid"))
def _valid(work: MonthWork) -> Iterator[Offence]:
    message = text("The outline is empty, crosses itself or is no polygon.")
    for patch in work.patches:
        if not is_valid(patch.geometry):
            yield patch.number, message
    for dossier in work.dossiers:
        if not is_valid(dossier.parcel.geometry):
            yield dossier.parcel.number, message


@check("geometry-issued", Severity.ERROR, text("Outlines are the recorded ones"))
def _issued(work: MonthWork) -> Iterator[Offence]:
    for patch in work.patches:
        if not _is(patch.geometry, patch.geometry_sha256):
            yield patch.number, text("The outline is not the one that was issued.")
    for dossier in work.dossiers:
        parcel = dossier.parcel
        if not _is(parcel.geometry, parcel.geometry_sha256):
            yield parcel.number, text("The outline is not the one that was recorded.")


def _is(geometry: bytes, sha256: str) -> bool:
    try:
        return digest(geometry) == sha256
    except (ValueError, IndexError, OSError):
        return False


@check("parcels-fill-patch", Severity.ERROR, text("Parcels add up to their patch"))
def _fill(work: MonthWork) -> Iterator[Offence]:
    judged = work.by_patch()
    for patch in work.patches:
        dossiers = judged.get(patch.number, [])
        message = _misfit(work, patch, dossiers) if dossiers else None
        if message is not None:
            yield patch.number, message


def _misfit(work: MonthWork, patch: Patch, dossiers: List[Dossier]) -> Optional[Text]:
    """What does not add up; the tolerance is that of areas, 0.01 mu."""
    rules = work.plan.area_rules
    most_m2 = rules.identity_tolerance_mu / rules.mu_per_m2
    total = sum(dossier.parcel.area_m2 for dossier in dossiers)
    if abs(total - patch.area_m2) > most_m2:
        return text(
            "The parcels have {found} m² together, the patch {wanted} m².",
            found=total,
            wanted=patch.area_m2,
        )
    if all(dossier.parcel.geometry == patch.geometry for dossier in dossiers[:1]):
        return None
    parts = [dossier.parcel.geometry for dossier in dossiers]
    if not all(is_valid(one) for one in [patch.geometry, *parts]):
        return None
    amount = max(outside_m2(patch.geometry, parts), overlap_m2(parts))
    if amount > most_m2:
        return text(
            "The parcels overlap, or do not cover the patch exactly: {amount} m².",
            amount=round_half_up(amount),
        )
    return None
