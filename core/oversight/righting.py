"""What waits to be put right, over all months: the most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import List, Sequence, Tuple

from ..legality import military_patches
from ..model import Dossier
from ..plan import Plan
from ..rectification import Counted, Stage, Standing, by_cutoff
from ..rounds import Office
from ..text import Text
from .known import results_to_be_visited, standings_of

NOTHING = Decimal("0.00")
_CITYS = (Stage.APPLIED, Stage.ACCEPTED)


@dataclass(frozen=True)
class ToPutRight:
    """A parcel that is illegal, or of which a rectification is recorded.

    ``must_visit``: the city has to visit the result and has not. ``counted`` are its measures
    held against the cut-off.
    """

    dossier: Dossier
    standing: Standing
    must_visit: bool
    counted: Tuple[Counted, ...]

    @property
    def number(self) -> str:
        """The parcel's number."""
        return self.dossier.parcel.number

    @property
    def counted_mu(self) -> Decimal:
        """What counts as put right by the cut-off."""
        return sum((one.mu for one in self.counted), NOTHING)

    @property
    def counted_cultivated_mu(self) -> Decimal:
        """The cultivated land of it."""
        return sum((one.cultivated_mu for one in self.counted), NOTHING)

    @property
    def lacks(self) -> Tuple[Text, ...]:
        """What its measures lack to count, each once."""
        told = [why for one in self.counted for why in (*one.missing, *one.late)]
        return tuple({str(one): one for one in told}.values())


def to_put_right(
    dossiers: Sequence[Dossier], plan: Plan, today: date, office: Office
) -> List[ToPutRight]:
    """All of them but military land, in the order in which an office has to see to them.

    ``dossiers`` have all parcels of each patch: one that is military hides the whole, and the
    threshold of a visit is the patch's.
    """
    hidden = military_patches(dossiers, plan)
    shown = [one for one in dossiers if one.patch.number not in hidden]
    standings = standings_of(shown, plan, today)
    visits = results_to_be_visited(shown, plan, standings)
    found = [
        ToPutRight(
            one,
            standings[one.parcel.number],
            one.parcel.number in visits,
            tuple(by_cutoff(one, plan, today)),
        )
        for one in shown
        if one.parcel.number in standings
    ]
    return sorted(found, key=lambda one: _order(one, office))


def _order(one: ToPutRight, office: Office) -> Tuple[bool, bool, bool, str, int, str]:
    """What waits for the office, then what is overdue, then by its day; what is closed last."""
    stage = one.standing.stage
    mine = stage.is_countys if office is Office.COUNTY else stage in _CITYS or one.must_visit
    open_ = stage is not Stage.CLOSED and not (office is Office.COUNTY and one.standing.due == "")
    return (
        not (mine and open_),
        not one.must_visit,
        not one.standing.overdue_since,
        one.standing.due or "9999",
        len(one.number),
        one.number,
    )
