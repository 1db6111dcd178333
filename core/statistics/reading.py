"""The facts of a casebook: as things stand now, or stood at the end of a past day."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import Optional, Protocol

from sqlalchemy import Connection

from ..garbage import uncollected
from ..plan import Plan
from .building import facts_of
from .facts import Facts
from .from_journal import entry_at_end_of, read_journal
from .from_tables import read_tables
from .periods import EVERYTHING, Reach
from .rules import statistics_rules


class Book(Protocol):
    """What statistics need of the casebook."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for questions."""


def read_facts(
    book: Book, plan: Plan, day: Optional[date] = None, reach: Reach = EVERYTHING
) -> Facts:
    """The facts within reach now, or as they stood at the end of ``day``.

    A past day's come from the journal: what was recorded, divided or computed again since is as
    if it had not been, so that yesterday's table can be made again today.
    :raises CasebookError: the casebook begins after ``day``.
    :raises PlanError: ``statistics.json`` is wrong.
    """
    rules = statistics_rules(plan)
    with uncollected(), book.reading() as connection:
        if day is None:
            kinds = [one.code for one in plan.categories if one.illegal or one.military]
            return facts_of(read_tables(connection, reach, kinds), plan, rules, reach)
        recorded = read_journal(connection, entry_at_end_of(connection, day))
        return replace(facts_of(recorded, plan, rules, reach), day=day.isoformat())
