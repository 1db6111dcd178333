"""A month's work as the rows of the package's layers."""

from __future__ import annotations

from typing import List

from .description import Layer
from .shapefile import Row
from .texts import english, field_value
from .values import rows_of, values_of
from .work import MonthWork


def layer_rows(work: MonthWork, layer: Layer) -> List[Row]:
    """A layer's rows as they go into the shapefile."""
    get = values_of(layer.rows, tuple(field.value for field in layer.fields), work.plan)
    rows: List[Row] = []
    for row in rows_of(layer.rows, work, english):
        source = row.patch if layer.rows == "patches" else row.dossier.parcel
        values = [field_value(field, value) for field, value in zip(layer.fields, get(row))]
        rows.append((source.geometry, values))
    return rows
