"""整改时间节点: which measures count as put right by the plan's cut-off, and what others lack.

Source: 工作方案 三（四）; what each way needs is the plan's (``rectification.json``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Dict, List, Mapping, Optional, Protocol, Tuple

from ..casefile import CaseFile
from ..cases import remains
from ..model import Evidence
from ..plan import Needed, Plan, WayRule
from ..rectified import Measure, Progress, PutRight
from ..text import Text, text
from .amounts import NOTHING
from .history import Holding, holding


class Answered(Protocol):
    """What is asked of a parcel; a dossier answers it."""

    @property
    def put_right(self) -> PutRight:
        """How it is put right."""

    @property
    def evidence(self) -> Mapping[str, Evidence]:
        """Recorded evidence by kind."""

    @property
    def cases(self) -> Tuple[CaseFile, ...]:
        """Its cases, with their penalties."""


@dataclass(frozen=True)
class Counted:
    """A measure held against what its way needs: what is missing, and what came too late.

    ``mu`` and ``cultivated_mu`` are what counts: where the way recultivates, no more cultivated
    land than was cultivated again.
    """

    measure: Measure
    missing: Tuple[Text, ...] = ()
    late: Tuple[Text, ...] = ()
    recultivates: bool = False

    @property
    def counts(self) -> bool:
        """True when nothing is missing and nothing is late."""
        return not self.missing and not self.late

    @property
    def mu(self) -> Decimal:
        """The area that counts."""
        return self.measure.area_mu if self.counts else NOTHING

    @property
    def cultivated_mu(self) -> Decimal:
        """The cultivated land that counts."""
        if not self.counts:
            return NOTHING
        cleared = self.measure.cultivated_mu
        if not self.recultivates:
            return cleared
        return min(cleared, self.measure.recultivated_mu or NOTHING)


def by_cutoff(dossier: Answered, plan: Plan, as_of: Optional[date] = None) -> List[Counted]:
    """Every measure that holds, as far as was known on a day, held against the cut-off."""
    holds = holding(dossier.put_right, as_of)
    return [_counted(one, holds, dossier, plan) for one in holds.measures]


def _counted(measure: Measure, holds: Holding, dossier: Answered, plan: Plan) -> Counted:
    rule = plan.rectification_rules.ways.get(measure.way)
    if rule is None:
        return Counted(measure, (text("the plan does not know this way"),))
    if measure.progress is not Progress.DONE:
        return Counted(measure, (text("it is not done"),), (), rule.recultivates)
    met = _what_is_there(measure, rule, holds, dossier)
    missing, late = _lacks(rule, met, plan.rectification_rules.cutoff.date)
    return Counted(measure, missing, late, rule.recultivates)


def _lacks(
    rule: WayRule, met: Mapping[object, str], cutoff: str
) -> Tuple[Tuple[Text, ...], Tuple[Text, ...]]:
    missing, late = [], []
    for need in rule.needs:
        there = met.get(need.evidence or need.what, "")
        if not there or (need.values and there not in need.values):
            missing.append(text("{what} is missing", what=need.label))
        elif need.in_time and there > cutoff:
            late.append(
                text(
                    "{what}: {day} is after the cut-off, {cutoff}",
                    what=need.label,
                    day=there,
                    cutoff=cutoff,
                )
            )
    return tuple(missing), tuple(late)


def _what_is_there(
    measure: Measure, rule: WayRule, holds: Holding, dossier: Answered
) -> Dict[object, str]:
    """What meets each need, or the day on which it was met; empty where nothing does.

    Evidence stands under the code of its kind.
    """
    in_place = [one.on for one in holds.preliminary if one.in_place]
    last = holds.acceptance
    return {
        Needed.DONE_ON: measure.done_on,
        Needed.DOCUMENT: measure.document.strip(),
        Needed.DOCUMENT_DATE: measure.document_date,
        Needed.RECULTIVATED: str(measure.recultivated_mu or ""),
        Needed.PRELIMINARY: in_place[-1] if in_place else "",
        Needed.ACCEPTANCE: last.on if last and last.in_place else "",
        Needed.CERTIFICATE: holds.certificate.issued_on if holds.certificate else "",
        Needed.PENALTIES: _penalties_done(rule, dossier),
        **{code: one.value.strip() for code, one in dossier.evidence.items()},
    }


def _penalties_done(rule: WayRule, dossier: Answered) -> str:
    """The last day on which a penalty of the way was carried out; empty while any is left.

    A case without such a penalty has nothing to carry out, and shows nothing either.
    """
    decided = [
        one
        for file in dossier.cases
        for one in file.penalties
        if one.kind in rule.penalties and one.decided is not None
    ]
    if any((remains(one) or NOTHING) > 0 for one in decided):
        return ""
    return max((one.done_on for one in decided), default="")
