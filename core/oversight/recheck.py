"""复核周期: when a parcel that was judged harmless is looked at again.

Source: 工作方案 四（六）. How many months lie between is the plan's own figure (``recheck.json``).
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import List, Tuple

from ..model import Verdict
from ..plan import Plan, Recheck


def rechecks_due(verdict: Verdict, given_on: date, plan: Plan) -> List[Tuple[Recheck, date]]:
    """The plan's cycles that a verdict falls under, each with the day it is due.

    Counted from the day of the verdict; a day that the month lacks becomes its last one.
    """
    return [
        (one, _after(given_on, one.months))
        for one in plan.lists.rechecks
        if verdict.category in one.categories
    ]


def _after(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
