"""The facts of a casebook, counted once for all windows until something is recorded."""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date
from typing import Optional, Tuple
from weakref import WeakKeyDictionary

from ..core.casebook import Casebook
from ..core.plan import Plan
from ..core.statistics import Facts, Reach, read_facts
from ..core.statistics.periods import EVERYTHING

KEPT = 3
State = Tuple[int, str, str]


class _Kept:
    """Those of one open casebook, the least used leaving first."""

    def __init__(self) -> None:
        self._facts: OrderedDict[Tuple[State, Reach], Facts] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, book: Casebook, plan: Plan, day: Optional[date], reach: Reach) -> Facts:
        with self._lock:  # who asks meanwhile waits, and need not count the same again
            state = (book.head().seq, plan.sha256, (day or date.today()).isoformat())
            enough = (one for one in self._facts if one[0] == state and one[1].covers(reach))
            key = next(enough, (state, reach))
            found = self._facts.pop(key, None)
            if found is None:
                found = read_facts(book, plan, day, reach)
            self._facts[key] = found
            while len(self._facts) > KEPT:
                self._facts.popitem(last=False)
            return found


_KEPT: WeakKeyDictionary[Casebook, _Kept] = WeakKeyDictionary()


def facts_of(book: Casebook, plan: Plan, day: Optional[date], reach: Reach = EVERYTHING) -> Facts:
    """The facts now, or as of the end of a past day; for tasks, as it may take seconds.

    What is given may reach further.
    :raises CasebookError: the casebook begins after ``day``.
    """
    return _KEPT.setdefault(book, _Kept()).get(book, plan, day, reach)
