"""What forms and layers can show: row sets, and the values of their rows by name."""

from .catalogue import ROW_SETS, rows_of, value_types, values_of
from .rows import ParcelRow, PatchRow, PhotoRow, SummaryRow

__all__ = [
    "ROW_SETS",
    "ParcelRow",
    "PatchRow",
    "PhotoRow",
    "SummaryRow",
    "rows_of",
    "value_types",
    "values_of",
]
