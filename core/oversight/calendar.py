"""月清、月核: the days of a month's work, from the plan's calendar.

Months are text (``2023-04``), dates are dates without time. When a day falls on a weekend the
plan does not say that it moves, so it does not.
"""

from __future__ import annotations

from datetime import date

from ..plan import Plan


def month_of(issue_date: date, plan: Plan) -> str:
    """The month in which a patch has to be cleared.

    Patches issued up to the cut-off day, that day included, belong to their own month, later
    ones to the next (工作方案 三（二）).
    """
    year, month = issue_date.year, issue_date.month
    if issue_date.day > plan.calendar.cutoff_day:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return f"{year:04d}-{month:02d}"


def county_deadline(month: str, plan: Plan) -> date:
    """The day by which the county clears the month (月清); ``ValueError`` if it is no month."""
    return _day_of(month, plan.calendar.county_day)


def correction_deadline(month: str, plan: Plan) -> date:
    """The day by which the county has corrected what was returned (月核)."""
    return _day_of(month, plan.calendar.correction_day)


def _day_of(month: str, day: int) -> date:
    return date.fromisoformat(f"{month}-{day:02d}")
