"""决定与落实: each penalty that was decided beside what was carried out, and the measure it goes
with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Iterator, List, Optional, Tuple

from ..casefile import Penalty
from ..cases import remains
from ..model import Dossier
from ..plan import PenaltyKind, Plan
from ..rectified import Measure


@dataclass(frozen=True)
class Pair:
    """A penalty of a case, decision and execution, with the parcel's measures that carry it out.

    ``kind`` is ``None`` for a code that the plan does not know. Amounts are in its unit;
    ``remains`` is ``None`` while nothing is decided, negative where more was done.
    """

    case_number: str
    penalty: Penalty
    kind: Optional[PenaltyKind]
    measures: Tuple[Measure, ...]

    @property
    def remains(self) -> Optional[Decimal]:
        """What is left to carry out."""
        return remains(self.penalty)

    @property
    def is_carried_out(self) -> bool:
        """True when something was decided and nothing of it is left."""
        left = self.remains
        return left is not None and left <= 0


def pairs_of(dossier: Dossier, plan: Plan) -> List[Pair]:
    """All penalties of the parcel's cases, in their order.

    A case can answer for several parcels: its amounts are the case's, not the parcel's share.
    """
    return list(_pairs(dossier, plan))


def _pairs(dossier: Dossier, plan: Plan) -> Iterator[Pair]:
    recorded = dossier.put_right.rectification
    ways = plan.rectification_rules.ways
    for file in dossier.cases:
        for penalty in file.penalties:
            mine = tuple(
                one
                for one in (recorded.measures if recorded else ())
                if one.way in ways and penalty.kind in ways[one.way].penalties
            )
            kind = plan.case_rules.penalties.get(penalty.kind)
            yield Pair(file.case.number, penalty, kind, mine)
