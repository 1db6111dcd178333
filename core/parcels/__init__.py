"""分宗: a patch divided into parcels, and parcels put together again.

A division is worked out here and recorded by the casebook; until then nothing is changed. The
parcels of a patch always fill it without gap and overlap.
"""

from .bulk import Bulk, divide_many
from .division import Division, Partition
from .line import by_line
from .merging import merge
from .polygons import Cutter, by_polygons
from .rules import DivisionRules, division_rules

__all__ = [
    "Bulk",
    "Cutter",
    "Division",
    "DivisionRules",
    "Partition",
    "by_line",
    "by_polygons",
    "divide_many",
    "division_rules",
    "merge",
]
