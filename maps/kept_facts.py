"""The facts of a casebook, counted once for all windows until something is recorded."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date
from typing import Optional, Tuple
from weakref import WeakKeyDictionary

from ..core.casebook import Casebook
from ..core.plan import Plan
from ..core.statistics import Facts, read_facts

KEPT = 3
Key = Tuple[int, str, str, str]


class _Kept:
    """Those of one open casebook, the least used leaving first."""

    def __init__(self) -> None:
        self._facts: OrderedDict[Key, Facts] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, book: Casebook, plan: Plan, day: Optional[date], since: str) -> Facts:
        with self._lock:  # who asks meanwhile waits, and need not count the same again
            state = (book.head().seq, plan.sha256, (day or date.today()).isoformat())
            whole = (*state, "")
            key = whole if whole in self._facts else (*state, since)
            found = self._facts.pop(key, None)
            if found is None:
                found = read_facts(book, plan, day, since)
            self._facts[key] = found
            while len(self._facts) > KEPT:
                self._facts.popitem(last=False)
            return found


_KEPT: WeakKeyDictionary[Casebook, _Kept] = WeakKeyDictionary()


def facts_of(book: Casebook, plan: Plan, day: Optional[date], since: str = "") -> Facts:
    """The facts now, or as of the end of a past day; for tasks, as it may take seconds.

    ``since``: from this month on are enough; all of them may be given.
    :raises CasebookError: the casebook begins after ``day``.
    """
    return _KEPT.setdefault(book, _Kept()).get(book, plan, day, since)
