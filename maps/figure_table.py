"""Figures of parcels as features, for whoever wants them outside the casebook."""

from __future__ import annotations

from typing import Dict

from qgis.core import QgsFeature

from ..core.casebook.tables import FIGURE_COLUMNS
from ..core.model import Dossier, Figures
from .overlay_tables import Table, Value, number
from .words import say


class FigureTable(Table):
    """One row per parcel; unknown areas are NULL, not zero."""

    texts = ("parcel_number", "patch_number", "month", "kind", "location")
    numbers = FIGURE_COLUMNS
    more_texts = ("by_code_m2", "approvals", "notes")

    def row(self, dossier: Dossier, figures: Figures) -> QgsFeature:
        """One parcel with its figures."""
        return self.feature(_values(dossier, figures), dossier.parcel.geometry)


def _values(dossier: Dossier, figures: Figures) -> Dict[str, Value]:
    values: Dict[str, Value] = {name: number(getattr(figures, name)) for name in FIGURE_COLUMNS}
    values.update(
        parcel_number=dossier.parcel.number,
        patch_number=dossier.patch.number,
        month=dossier.patch.month,
        kind=dossier.patch.kind.value,
        location=figures.location,
        by_code_m2="; ".join(f"{code} {area}" for code, area in figures.by_code_m2.items()),
        approvals="; ".join(
            f"{one.role} {one.document} {one.area_m2} ({one.percent} %)"
            for one in figures.approvals
        ),
        notes="; ".join(map(say, figures.notes)),
    )
    return values
