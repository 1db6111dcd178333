"""The facts of a casebook: as things stand now, or stood at the end of a past day."""

from __future__ import annotations

import gc
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from typing import Iterator, Optional, Protocol

from sqlalchemy import Connection

from ..plan import Plan
from .building import facts_of
from .facts import Facts
from .from_journal import entry_at_end_of, read_journal
from .from_tables import read_tables
from .periods import Period
from .rules import statistics_rules


class Book(Protocol):
    """What statistics need of the casebook."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


def read_facts(book: Book, plan: Plan, day: Optional[date] = None, since: str = "") -> Facts:
    """The facts now, or as they stood at the end of ``day``.

    A past day's come from the journal: what was recorded, divided or computed again since is as
    if it had not been, so that yesterday's table can be made again today. From ``since``, a
    month, on everything is read, of the months before only what stands in the ledger: enough for
    a year's tables, last year beside them, and the ledger of all years (:func:`enough_for`).
    :raises CasebookError: the casebook begins after ``day``.
    :raises PlanError: ``statistics.json`` is wrong.
    """
    rules = statistics_rules(plan)
    with _without_looking_for_garbage(), book.reading() as connection:
        if day is None:
            kinds = [one.code for one in plan.categories if one.illegal or one.military]
            return facts_of(read_tables(connection, since, kinds), plan, rules, since)
        recorded = read_journal(connection, entry_at_end_of(connection, day))
        return replace(facts_of(recorded, plan, rules, since), day=day.isoformat())


def enough_for(period: Period) -> str:
    """Since which month facts are enough for a period with the same one of last year."""
    return period.before().first


@contextmanager
def _without_looking_for_garbage() -> Iterator[None]:
    """A million small objects are made that all stay: looking through them again and again for
    garbage would take as long as reading them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
