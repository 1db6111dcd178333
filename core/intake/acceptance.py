"""A draft beside the casebook, and into it."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

import numpy as np

from ..casebook import Casebook, events
from ..casebook.journal import Event
from ..errors import InputError
from ..geometry import multipolygon_from_wkb
from ..model import Parcel, Patch
from ..progress import SILENT, Progress
from ..text import Text, text
from .records import MEANINGS, Accepted, Change, Comparison, Draft

# 0.1 mm on the ground: the same shape after another way round through a projection.
_SAME_PLACE_DEG = 1e-9
_COMPARED = {
    **{name: title for name, title in MEANINGS.items() if name != "number"},
    "issued_area_unit": text("Unit of the area"),
}


def compare(draft: Draft, book: Casebook) -> Comparison:
    """Which patches of a draft are new, which are there already, which differ from it."""
    there = {patch.number: patch for patch in book.patches()}
    new: List[Patch] = []
    same: List[str] = []
    changed: List[Change] = []
    for patch in draft.patches:
        known = there.get(patch.number)
        what = None if known is None else _difference(known, patch)
        if known is None:
            new.append(patch)
        elif what is None:
            same.append(patch.number)
        else:
            changed.append(Change(patch.number, what))
    return Comparison(new, same, changed)


def _difference(known: Patch, patch: Patch) -> Optional[Text]:
    if known.kind is not patch.kind:
        # A number names journal entries, parcels and folders of photos: it can be there once.
        return text(
            "it is there as a patch of kind {there}; a casebook has one patch of a number. Import "
            "the {here} patches into a casebook of their own",
            there=known.kind.label,
            here=patch.kind.label,
        )
    if not _same_shape(known, patch):
        return text(
            "its shape differs: {old} m² in the casebook, {new} m² in the file",
            old=known.area_m2,
            new=patch.area_m2,
        )
    names = [name for name in _COMPARED if getattr(known, name) != getattr(patch, name)]
    fields = tuple(_COMPARED[name] for name in names) or _differing(known.issued, patch.issued)
    return text("its facts differ: {fields}", fields=fields) if fields else None


def _differing(known: Dict[str, str], issued: Dict[str, str]) -> Tuple[str, ...]:
    return tuple(name for name in {**known, **issued} if known.get(name) != issued.get(name))


def _same_shape(known: Patch, patch: Patch) -> bool:
    if known.geometry_sha256 == patch.geometry_sha256:
        return True
    mine = multipolygon_from_wkb(known.geometry)
    theirs = multipolygon_from_wkb(patch.geometry)
    mine_rings = [ring for polygon in mine for ring in polygon]
    their_rings = [ring for polygon in theirs for ring in polygon]
    if [len(p) for p in mine] != [len(p) for p in theirs]:
        return False
    return all(
        one.shape == other.shape and bool(np.abs(one - other).max() <= _SAME_PLACE_DEG)
        for one, other in zip(mine_rings, their_rings)
    )


def accept(
    draft: Draft, book: Casebook, allow_partial: bool = False, progress: Progress = SILENT
) -> Accepted:
    """Record the new patches of a draft, each with its first parcel, all or none.

    Patches that differ from the casebook are handed back, never overwritten. Raises
    :class:`InputError` when rows were refused and nobody agreed to leave them out, and what
    :meth:`Casebook.record` raises.
    """
    if draft.refused and not allow_partial:
        raise InputError(
            text(
                "{count} of {total} rows of {file} cannot be imported. First: {reason} Import the "
                "others only if that is meant.",
                count=len(draft.refused),
                total=draft.source.feature_count,
                file=draft.source.name,
                reason=draft.refused[0].reason,
            )
        )
    comparison = compare(draft, book)
    if comparison.new:
        progress.say(text("Recording {count} patches", count=len(comparison.new)))
        book.record(_changes(draft, comparison.new, book), progress)
    return Accepted(
        added=len(comparison.new),
        same=len(comparison.same),
        changed=tuple(comparison.changed),
        refused=len(draft.refused),
    )


def _changes(draft: Draft, new: List[Patch], book: Casebook) -> List[Event]:
    source = draft.source
    known = {(one.sha256, one.layer) for one in book.sources()}
    changes = []
    if (source.sha256, source.layer) not in known:
        changes.append(events.source_imported(source))
    for patch in new:
        changes.append(events.patch_issued(patch))
        changes.append(events.parcel_divided(_first_parcel(patch)))
    return changes


def _first_parcel(patch: Patch) -> Parcel:
    """The whole patch as its first parcel; dividing it comes later, if at all."""
    return Parcel(
        number=f"{patch.number}_1",
        patch_number=patch.number,
        area_m2=patch.area_m2,
        geometry=patch.geometry,
        geometry_sha256=patch.geometry_sha256,
    )
