"""Every state of the dock that a person can come into, in the order of a month.

Each state is a function with one ``yield``: before it the steps that lead there, after it those
that put back what would show in the next picture. It may yield a generator of milliseconds to
wait for. They go through one month in order, as people do; what is recorded stays.
"""

from __future__ import annotations

from typing import Callable, Dict, Iterator

import dock_comparing
import dock_judging
import dock_offices
import dock_windows
from dock_place import Place

ROOMS = (dock_judging, dock_comparing, dock_windows, dock_offices)
STATES: Dict[str, Callable[[Place], Iterator[object]]] = {
    state.__name__: state for room in ROOMS for state in room.STATES
}
# What a larger screen lays out in another way.
BIG = (
    *("no_casebook", "undecided", "illegal", "mineral", "evidence_missing", "dividing", "divided"),
    *("beside_two", "beside_four", "strip", "keys", "queue", "photos"),
    *("city_waiting", "city_returned", "county_returned"),
)
