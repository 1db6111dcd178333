"""The parcels behind a figure, gone through in the dock as a queue."""

from __future__ import annotations

from typing import Collection

from ..core.oversight import Filter, Queue
from .session import Session


def go_through(
    session: Session, numbers: Collection[str], months: Collection[str], name: str
) -> bool:
    """Make the parcels, which are of these months, the queue at hand under a name.

    The month at hand stays where some of them are in it; else the newest one is shown. False
    when none of the months is there.
    """
    there = [month for month in session.months() if month in months]
    if not numbers or not there:
        return False
    if session.month not in there:
        session.set_month(there[-1])
    session.set_queue(Queue(name, Filter(numbers=frozenset(numbers))))
    return True
