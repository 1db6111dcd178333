"""What must hold before a month is handed up: named checks, each a function of its family."""

from __future__ import annotations

from datetime import date
from typing import Collection, List, Optional, Tuple

from ...model import Finding
from ...plan import Plan
from ...progress import SILENT, Progress, check_cancelled
from ...text import text
from ..collecting import Book, collect
from ..work import MonthWork
from . import (
    completeness,
    field,
    figures,
    flags,
    geometry,
    military,
    month,
    numbers,
    photos,
    rectification,
    texts,
    verdicts,
)
from .registry import CHECKS, Check

__all__ = ["CHECKS", "FAMILIES", "Check", "check_month", "check_work"]

FAMILIES = (
    *(month, numbers, geometry, figures, verdicts, completeness, flags, military, texts),
    *(photos, field, rectification),
)


def check_month(
    book: Book,
    plan: Plan,
    month: str,
    progress: Progress = SILENT,
    today: Optional[date] = None,
) -> Tuple[Finding, ...]:
    """All findings about a county's month; military land is not part of the ordinary package.

    ``today`` only decides whether the deadline has passed.
    :raises PlanError: the plan's description of the package is wrong.
    """
    progress.say(text("Reading {month} from the casebook", month=month))
    return check_work(collect(book, plan, month, today or date.today()), progress)


def check_work(
    work: MonthWork, progress: Progress = SILENT, left_out: Collection[str] = ()
) -> Tuple[Finding, ...]:
    """All findings about work that has been collected already; not of the checks ``left_out``."""
    found: List[Finding] = []
    for done, check in enumerate(CHECKS.values()):
        check_cancelled(progress)
        progress.at(done, len(CHECKS))
        if check.name not in left_out:
            found.extend(check.findings(work))
    progress.at(len(CHECKS), len(CHECKS))
    return tuple(found)
