"""整改: where a parcel stands on the way to the end of its illegal state, and what may be done."""

from .acts import (
    apply_for,
    due_again,
    give_acceptance,
    inspect_first,
    plan_rectification,
    why_not,
)
from .amounts import Amount
from .basis import effective_verdict, has_changed, is_illegal
from .cutoff import Counted, by_cutoff
from .findings import CHECKS, rectification_findings
from .pairs import Pair, pairs_of
from .stages import Stage
from .standing import OfWay, Standing, standing

__all__ = [
    "CHECKS",
    "Amount",
    "Counted",
    "OfWay",
    "Pair",
    "Stage",
    "Standing",
    "apply_for",
    "by_cutoff",
    "due_again",
    "effective_verdict",
    "give_acceptance",
    "has_changed",
    "inspect_first",
    "is_illegal",
    "pairs_of",
    "plan_rectification",
    "rectification_findings",
    "standing",
    "why_not",
]
