"""复核周期: when a parcel that was judged harmless is looked at again.

Source: 工作方案 四（六）. How many months lie between is the plan's own figure (``recheck.json``).
"""

from __future__ import annotations

from datetime import date
from typing import List, Mapping, Optional, Tuple

from ..cases.days import add_months
from ..model import Evidence, Verdict
from ..plan import Plan, Recheck


def rechecks_due(
    verdict: Verdict, given_on: date, plan: Plan, evidence: Mapping[str, Evidence]
) -> List[Tuple[Recheck, date]]:
    """The plan's cycles that a parcel falls under, each with the day it is due.

    Counted from the day of the verdict, or from a recorded day such as that of putting right; a
    day that the month lacks becomes its last one.
    """
    found = []
    for one in plan.lists.rechecks:
        begin = _recorded(evidence.get(one.after)) if one.after else given_on
        if begin is not None and (not one.categories or verdict.category in one.categories):
            found.append((one, add_months(begin, one.months)))
    return found


def _recorded(evidence: Optional[Evidence]) -> Optional[date]:
    try:
        return date.fromisoformat(evidence.value) if evidence else None
    except ValueError:
        return None
