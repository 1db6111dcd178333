"""The overlay of a month: base layers from files, figures into the record, all or none."""

from __future__ import annotations

from typing import Mapping

from ..core.casebook import Casebook, events
from ..core.overlay import LayerFile, open_source, overlay_parcels
from ..core.plan import Plan
from ..core.progress import Progress


def overlay_month(
    book: Casebook, plan: Plan, month: str, layers: Mapping[str, LayerFile], progress: Progress
) -> int:
    """Compute and record the month's figures; ``layers`` by role code. Returns the parcels.

    Figures that are what the record holds already are not recorded again.
    """
    sources = [
        open_source(role, layers[role.code].path, layers[role.code].layer)
        for role in plan.layer_roles
        if role.code in layers
    ]
    dossiers = book.dossiers(month)
    computed = overlay_parcels([one.parcel for one in dossiers], sources, plan, progress)
    before = {one.parcel.number: one.figures for one in dossiers}
    changes = [
        events.figures_computed(one, before[one.parcel_number])
        for one in computed
        if one != before[one.parcel_number]
    ]
    book.record(changes, progress)
    return len(computed)
