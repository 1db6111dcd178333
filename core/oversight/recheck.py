"""复核周期: when a finished parcel is looked at again, and at which days of its evidence.

Source: 工作方案 四（六）. How many months lie between is the plan's own figure (``recheck.json``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import List, Optional, Tuple, Union

from ..cases.days import add_months
from ..legality.facts import Facts
from ..model import Dossier
from ..plan import Plan, Recheck, RecheckTerm
from ..rectification import effective_verdict


@dataclass(frozen=True)
class RecheckDue:
    """A cycle or a term of one parcel with the day it is due; ``last`` is the day on which it
    was looked at before, empty when it was not."""

    rule: Union[Recheck, RecheckTerm]
    due: date
    last: str = ""


def rechecks_due(dossier: Dossier, given_on: Optional[date], plan: Plan) -> List[RecheckDue]:
    """The plan's cycles and terms that a parcel falls under, each with the day it is due.

    ``given_on`` is the day of the verdict that counts. A cycle counts from its last recheck,
    else from the verdict, or from a recorded day such as that of putting right; a term that was
    looked at on its day or later is done. A day that the month lacks becomes its last one.
    """
    facts = Facts(dossier, plan)
    found = [
        _of_cycle(one, dossier, given_on, facts)
        for one in plan.lists.rechecks.cycles
        if _is_about(one, dossier)
    ]
    found += [
        _of_term(one, dossier, facts, plan)
        for one in plan.lists.rechecks.terms
        if _is_of(one.categories, dossier)
    ]
    return [one for one in found if one is not None]


def _is_of(categories: Tuple[str, ...], dossier: Dossier) -> bool:
    verdict = effective_verdict(dossier)
    return verdict is not None and (not categories or verdict.category in categories)


def _is_about(rule: Recheck, dossier: Dossier) -> bool:
    """By the verdict; and where it is recorded how it was put right, by that."""
    ways = {one.way for one in dossier.put_right.measures if one.is_done}
    fits = not ways or not rule.ways or bool(ways.intersection(rule.ways))
    return fits and _is_of(rule.categories, dossier)


def _of_cycle(
    rule: Recheck, dossier: Dossier, given_on: Optional[date], facts: Facts
) -> Optional[RecheckDue]:
    begin = _day(facts.value(rule.after)) if rule.after else given_on
    if begin is None:
        return None
    looked = _looked(rule.code, dossier)
    since = max(filter(None, (begin, _day(looked))))
    return RecheckDue(rule, add_months(since, rule.months), looked)


def _of_term(rule: RecheckTerm, dossier: Dossier, facts: Facts, plan: Plan) -> Optional[RecheckDue]:
    day = _day(facts.value(rule.evidence))
    if day is None:
        return None
    if rule.limit:
        day = add_months(day, int(plan.lists.limits[rule.limit].value * 12))
    looked = _looked(rule.code, dossier)
    return None if looked >= day.isoformat() else RecheckDue(rule, day, looked)


def _looked(code: str, dossier: Dossier) -> str:
    """The day of the newest recheck of a cycle or term."""
    return max((one.on for one in dossier.put_right.rechecks if one.cycle == code), default="")


def _day(written: str) -> Optional[date]:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
