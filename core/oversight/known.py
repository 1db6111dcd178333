"""What a queue has to know besides the rows, found out of what the record holds."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Dict, FrozenSet, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

from ..legality import must_visit_together, reached_together
from ..model import Dossier
from ..plan import Plan
from ..rectification import Stage as Righting
from ..rectification import Standing, is_illegal, standing
from ..review import Stage, state_of
from ..rounds import Rounds
from .filters import Listed

NO_ROUNDS = Rounds()
LOST_BY_ROUNDING_MU = Decimal("0.02")
"""At most, by rounding a parcel's figure and adjusting it."""
_COUNTYS_TURN = (Stage.ISSUED, Stage.JUDGED, Stage.CORRECTED)


def stages_and_deadlines(
    rows: Iterable[Listed], rounds: Mapping[str, Rounds], month_due: date
) -> Tuple[Dict[str, Stage], Dict[str, date]]:
    """Where each parcel stands, and by when somebody at the county has to do something.

    Returned ones are due by the day the city gave, others that are not handed up by the
    month's; what waits for the city or is closed has no deadline.
    """
    stages: Dict[str, Stage] = {}
    deadlines: Dict[str, date] = {}
    for row in rows:
        number = row.parcel_number
        state = state_of(rounds.get(number, NO_ROUNDS), bool(row.category))
        stages[number] = state.stage
        given = state.review.deadline if state.review else ""
        if state.stage is Stage.RETURNED:
            deadlines[number] = date.fromisoformat(given) if given else month_due
        elif state.stage in _COUNTYS_TURN:
            deadlines[number] = month_due
    return stages, deadlines


def standings_of(dossiers: Iterable[Dossier], plan: Plan, today: date) -> Dict[str, Standing]:
    """How the parcels stand that have to be put right, or of which it is recorded."""
    return {
        one.parcel.number: standing(one, plan, today)
        for one in dossiers
        if one.put_right.rectification is not None or is_illegal(one, plan)
    }


def results_to_be_visited(
    dossiers: Sequence[Dossier], plan: Plan, standings: Mapping[str, Standing]
) -> FrozenSet[str]:
    """The parcels that were put right, of patches whose result the city visits (及其整改结果),
    as long as it has not accepted them and they are not closed."""
    found: Set[str] = set()
    for together in _by_patch(dossiers).values():
        if any(one.is_rectified for one in reached_together(together, plan)):
            found.update(one.parcel.number for one in together if one.put_right.done_on)
    return frozenset(number for number in found if not _is_visited(standings.get(number)))


def _is_visited(stands: Optional[Standing]) -> bool:
    visited = (Righting.ACCEPTED, Righting.CERTIFIED, Righting.CLOSED)
    return stands is not None and stands.stage in visited


def _by_patch(dossiers: Iterable[Dossier]) -> Dict[str, List[Dossier]]:
    patches: Dict[str, List[Dossier]] = defaultdict(list)
    for dossier in dossiers:
        patches[dossier.patch.number].append(dossier)
    return patches


def may_be_visited(rows: Iterable[Listed], plan: Plan) -> List[str]:
    """The patches whose areas alone would do for some visit, whatever is judged of them.

    None that :func:`to_be_visited` finds is missing; the few that are left are worth reading.
    """
    together: Dict[str, List[Listed]] = defaultdict(list)
    for row in rows:
        together[row.patch_number].append(row)
    return [number for number, ones in together.items() if _may_reach(ones, plan)]


def _may_reach(rows: Sequence[Listed], plan: Plan) -> bool:
    slack = LOST_BY_ROUNDING_MU * len(rows)
    return any(
        sum((_at_most(row, figure) for row in rows), slack) >= rule.at_least_mu
        for rule in plan.must_visit
        for figure in rule.figures
    )


def _at_most(row: Listed, figure: str) -> Decimal:
    """The figure of a row, or what it cannot be more than: the area."""
    return (getattr(row, f"{figure}_mu", row.area_mu)) or Decimal(0)


def to_be_visited(dossiers: Sequence[Dossier], plan: Plan) -> FrozenSet[str]:
    """The parcels of patches that reach a threshold for a visit."""
    return frozenset(
        one.parcel.number
        for together in _by_patch(dossiers).values()
        if must_visit_together(together, plan)
        for one in together
    )
