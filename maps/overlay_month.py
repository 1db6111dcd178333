"""The overlay of a month: base layers in, figures into the record, all or none."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence

from ..core.casebook import Casebook, events
from ..core.model import Dossier, Figures
from ..core.overlay import LayerFile, LayerSource, open_source, overlay_parcels
from ..core.plan import Plan
from ..core.progress import Progress


@dataclass(frozen=True)
class Overlaid:
    """The parcels as they were before, their new figures, and how many of these are news."""

    dossiers: List[Dossier]
    figures: List[Figures]
    changed: int


def overlay_month(
    book: Casebook, plan: Plan, month: str, layers: Mapping[str, LayerFile], progress: Progress
) -> int:
    """Compute and record the month's figures; ``layers`` by role code. Returns the parcels."""
    # Closed by hand: an open file that the garbage collector finds too late crashes QGIS's exit.
    with ExitStack() as opened:
        sources = [
            opened.enter_context(closing(open_source(role, file.path, file.layer)))
            for role, file in ((role, layers.get(role.code)) for role in plan.layer_roles)
            if file is not None
        ]
        return len(overlay_sources(book, plan, month, sources, progress).figures)


def overlay_sources(
    book: Casebook,
    plan: Plan,
    month: Optional[str],
    sources: Sequence[LayerSource],
    progress: Progress,
) -> Overlaid:
    """Compute and record the figures of a month, or of all parcels without one.

    Figures that are what the record holds already are not recorded again.
    """
    dossiers = book.dossiers(month)
    computed = overlay_parcels(
        [one.parcel for one in dossiers],
        sources,
        plan,
        progress,
        nearest=True,
        first_images={one.parcel.number: one.patch.before_date or "" for one in dossiers},
    )
    before = {one.parcel.number: one.figures for one in dossiers}
    changes = [
        events.figures_computed(one, before[one.parcel_number])
        for one in computed
        if one != before[one.parcel_number]
    ]
    book.record(changes, progress)
    return Overlaid(dossiers, computed, len(changes))
