"""Figures of parcels as features, for whoever wants them outside the casebook."""

from __future__ import annotations

from typing import Dict, Optional, Union

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry

from ..core.casebook.tables import FIGURE_COLUMNS
from ..core.model import Dossier, Figures
from .field_types import REAL, TEXT
from .words import say

TEXTS = ("parcel_number", "patch_number", "month", "kind", "location")
LISTS = ("by_code_m2", "approvals", "notes")

Value = Union[str, float, None]


class FigureTable:
    """The columns and the rows; unknown areas are NULL, not zero."""

    def fields(self) -> QgsFields:
        """Texts, areas with their unit in the name, and lists as text."""
        fields = QgsFields()
        for name in TEXTS:
            fields.append(QgsField(name, TEXT))
        for name in FIGURE_COLUMNS:
            fields.append(QgsField(name, REAL, "double", 20, 2))
        for name in LISTS:
            fields.append(QgsField(name, TEXT))
        return fields

    def feature(self, dossier: Dossier, figures: Figures) -> QgsFeature:
        """One parcel with its figures."""
        values = _values(dossier, figures)
        feature = QgsFeature(self.fields())
        feature.setAttributes([values[name] for name in (*TEXTS, *FIGURE_COLUMNS, *LISTS)])
        geometry = QgsGeometry()
        geometry.fromWkb(dossier.parcel.geometry)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        return feature


def _values(dossier: Dossier, figures: Figures) -> Dict[str, Value]:
    values: Dict[str, Value] = {name: _number(getattr(figures, name)) for name in FIGURE_COLUMNS}
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


def _number(value: Optional[object]) -> Optional[float]:
    return None if value is None else float(value)
