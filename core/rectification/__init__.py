"""整改: where a parcel stands on the way to the end of its illegal state, and what may be done."""

from .amounts import Amount
from .basis import effective_verdict, has_changed, is_illegal
from .stages import Stage
from .standing import OfWay, Standing, standing, standing_of

__all__ = [
    "Amount",
    "OfWay",
    "Stage",
    "Standing",
    "effective_verdict",
    "has_changed",
    "is_illegal",
    "standing",
    "standing_of",
]
