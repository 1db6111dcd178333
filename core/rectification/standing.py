"""Where a parcel stands: how much is illegal, put right, left; its stage, its days.

Source: 工作方案 二（三）、四（一）. 已整改 = 拆除 + 补办, 违法 = 已整改 + 剩余; 复耕到位 is
a figure of its own beside 拆除.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Callable, Dict, Iterable, Optional, Tuple

from ..model import Dossier
from ..plan import CountsAs, Plan, WayGroup, WayRule
from ..rectified import Measure, Progress, PutRight
from .amounts import Amount, added, recultivated, whole_parcel
from .basis import is_illegal
from .history import Holding, holding
from .stages import Stage, is_inspected, stage_of


@dataclass(frozen=True)
class OfWay:
    """What goes one way, by how far it is."""

    done: Amount
    under_way: Amount
    planned: Amount


@dataclass(frozen=True)
class Standing:
    """One parcel as it stands.

    ``illegal`` is the parcel's own area, or nothing where the verdict that counts is no illegal
    one. ``rectified`` is the sum of what is done: ``demolished`` and ``made_up`` add up to it,
    by what the plan says each way adds to; ``confiscated`` and ``returned`` are of which.
    ``remaining`` is ``illegal`` without ``rectified``, never below nothing: more than there was
    is a finding. After a reopening only what was done since counts.

    ``due`` is the day by which the county has to do the next thing, and ``overdue_since`` the
    same once it has passed; both empty where the county's part is done. ``inspected``: the city
    has to accept it.
    """

    illegal: Amount
    rectified: Amount
    under_way: Amount
    planned: Amount
    remaining: Amount
    demolished: Amount
    made_up: Amount
    confiscated: Amount
    returned: Amount
    recultivated_mu: Decimal
    ways: Dict[str, OfWay]
    stage: Stage
    inspected: bool
    due: str = ""
    overdue_since: str = ""
    reopened_on: str = ""

    @property
    def illegal_mu(self) -> Decimal:
        """Illegal area."""
        return self.illegal.mu

    @property
    def illegal_cultivated_mu(self) -> Optional[Decimal]:
        """Cultivated land of it; ``None`` while unknown."""
        return self.illegal.cultivated_mu

    @property
    def illegal_basic_farmland_mu(self) -> Optional[Decimal]:
        """Basic farmland of it; ``None`` while unknown."""
        return self.illegal.basic_farmland_mu

    @property
    def rectified_mu(self) -> Decimal:
        """What is put right."""
        return self.rectified.mu

    @property
    def remaining_mu(self) -> Decimal:
        """What is left."""
        return self.remaining.mu

    @property
    def demolished_mu(self) -> Decimal:
        """What was demolished, and what the plan adds to it."""
        return self.demolished.mu

    @property
    def made_up_mu(self) -> Decimal:
        """What approvals were made up for, and what the plan adds to it."""
        return self.made_up.mu

    @property
    def confiscated_mu(self) -> Decimal:
        """What was confiscated and handed over."""
        return self.confiscated.mu

    @property
    def returned_mu(self) -> Decimal:
        """What was returned."""
        return self.returned.mu

    @property
    def unplanned(self) -> Amount:
        """What no measure clears yet; no more cultivated land than there is area."""
        left = self.remaining.without(self.under_way).without(self.planned)
        parts = (left.cultivated_mu, left.basic_farmland_mu)
        return Amount(left.mu, *(None if one is None else min(one, left.mu) for one in parts))

    @property
    def is_put_right(self) -> bool:
        """True when nothing illegal is left and, where the city has to accept, it has."""
        if self.remaining.mu or not self.rectified.mu:
            return False
        return not self.inspected or self.stage in _ACCEPTED


_ACCEPTED = (Stage.ACCEPTED, Stage.CERTIFIED, Stage.CLOSED)


def standing(dossier: Dossier, plan: Plan, as_of: Optional[date] = None) -> Standing:
    """Where a parcel stands on a day.

    What was recorded with a later day does not count yet. Without a day everything counts, and
    nothing is overdue.
    """
    illegal = whole_parcel(dossier, plan) if is_illegal(dossier, plan) else Amount()
    return standing_of(dossier.put_right, illegal, plan, as_of)


def standing_of(
    put_right: PutRight, illegal: Amount, plan: Plan, as_of: Optional[date] = None
) -> Standing:
    """The same of a parcel of which no more is known than how much is illegal."""
    holds = holding(put_right, as_of)
    rules = plan.rectification_rules
    done = _of(holds.measures, Progress.DONE)
    rectified = added(done)
    stage, inspected = stage_of(holds), is_inspected(holds, rules)
    remaining = illegal.without(rectified)
    due = _due(holds, stage, plan) if _countys_turn(illegal, remaining, stage, inspected) else ""
    return Standing(
        illegal=illegal,
        rectified=rectified,
        under_way=added(_of(holds.measures, Progress.UNDER_WAY)),
        planned=added(_of(holds.measures, Progress.PLANNED)),
        remaining=remaining,
        demolished=_chosen(done, plan, lambda way: way.counts_as is CountsAs.DEMOLISHED),
        made_up=_chosen(done, plan, lambda way: way.counts_as is CountsAs.MADE_UP),
        confiscated=_chosen(done, plan, lambda way: way.group is WayGroup.CONFISCATION),
        returned=_chosen(done, plan, lambda way: way.group is WayGroup.RETURN),
        recultivated_mu=recultivated(done),
        ways=_by_way(holds.measures),
        stage=stage,
        inspected=inspected,
        due=due,
        overdue_since=due if as_of and due and due < as_of.isoformat() else "",
        reopened_on=holds.reopened_on,
    )


def _of(measures: Iterable[Measure], progress: Progress) -> Tuple[Measure, ...]:
    return tuple(one for one in measures if one.progress is progress)


def _chosen(done: Iterable[Measure], plan: Plan, holds: Callable[[WayRule], bool]) -> Amount:
    ways = plan.rectification_rules.ways
    return added(one for one in done if one.way in ways and holds(ways[one.way]))


def _by_way(measures: Tuple[Measure, ...]) -> Dict[str, OfWay]:
    found = {}
    for way in dict.fromkeys(one.way for one in measures):
        mine = [one for one in measures if one.way == way]
        found[way] = OfWay(
            added(_of(mine, Progress.DONE)),
            added(_of(mine, Progress.UNDER_WAY)),
            added(_of(mine, Progress.PLANNED)),
        )
    return found


def _countys_turn(illegal: Amount, remaining: Amount, stage: Stage, inspected: bool) -> bool:
    """Whether the county still has something to do about it."""
    if not stage.is_countys:
        return False
    return bool(remaining.mu or (inspected and illegal.mu))


def _due(holds: Holding, stage: Stage, plan: Plan) -> str:
    """After a refusal the day the city gave, else the recorded day, else the plan's cut-off."""
    given = holds.acceptance.by_when if stage is Stage.REFUSED and holds.acceptance else ""
    return given or holds.due or plan.rectification_rules.cutoff.date
