"""Parcels over layers: the whole of 套合, one parcel after another."""

from __future__ import annotations

from typing import Dict, List, Sequence

from ..errors import InputError
from ..model import Figures, Parcel
from ..plan import Plan
from ..progress import SILENT, Progress, check_cancelled
from ..reading.vector import quiet
from ..text import Text, text
from .figures import figures_of
from .measure import Ground, Measurer
from .source import LayerSource


def overlay_parcels(
    parcels: Sequence[Parcel],
    sources: Sequence[LayerSource],
    plan: Plan,
    progress: Progress = SILENT,
) -> List[Figures]:
    """The figures of each parcel, in the order given.

    Several sources of one role count as one layer, the earlier source first. Raises
    :class:`InputError` when there is no land-use layer or a layer cannot be read.
    """
    grounds = _grounds(sources)
    land_use = next((one for one in grounds.values() if one.role.part == "land_use"), None)
    if land_use is None:
        raise InputError(text("Without a land-use layer there is nothing to lay parcels over."))
    others = [ground for ground in grounds.values() if ground is not land_use]
    measurer = Measurer(land_use, others, plan)
    layers = [source.used for source in sources]
    always = [note for source in sources for note in source.notes] + _missing(grounds, plan)
    figures = []
    for done, parcel in enumerate(parcels):
        check_cancelled(progress)
        progress.at(done, len(parcels))
        with quiet():
            measured = measurer.measure(parcel)
        measured.notes += always
        figures.append(figures_of(parcel, measured, layers, plan))
    progress.at(len(parcels), len(parcels))
    return figures


def _grounds(sources: Sequence[LayerSource]) -> Dict[str, Ground]:
    by_role: Dict[str, List[LayerSource]] = {}
    for source in sources:
        by_role.setdefault(source.role.code, []).append(source)
    return {code: Ground(group[0].role, group) for code, group in by_role.items()}


def _missing(grounds: Dict[str, Ground], plan: Plan) -> List[Text]:
    return [
        text("There is no layer {layer}: its figure is unknown.", layer=role.layer_names[0])
        for role in plan.layer_roles
        if role.required and role.code not in grounds and role.layer_names
    ]
