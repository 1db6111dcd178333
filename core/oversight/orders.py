"""In which order a queue is gone through: the same rows always in the same order."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Callable, Dict, FrozenSet, List, Sequence, Tuple, TypeVar

import numpy as np

from ..text import Labelled, text
from .filters import Known, Listed, Need, Place, Trait, has_trait

Row = TypeVar("Row", bound=Listed)
SHRINK_AT = 4
"""The share (1/n) of places gone at which the arrays are made smaller."""


class OrderBy(Labelled):
    """What decides which parcel comes first; rows that are alike stand by number."""

    NUMBER = "number", text("By number")
    AREA = "area", text("Largest first")
    NEAREST = "nearest", text("Nearest next")
    DEADLINE = "deadline", text("Due soonest")
    SEVERITY = "severity", text("Most serious first")
    RECTIFICATION = "rectification", text("To be put right soonest")


@dataclass(frozen=True)
class Order:
    """What the rows are sorted by; ``reverse`` turns it around."""

    by: OrderBy = OrderBy.NUMBER
    reverse: bool = False

    @property
    def needs(self) -> FrozenSet[Need]:
        """What has to be known to sort by it."""
        return _NEEDS.get(self.by, frozenset())

    def sort(self, rows: Sequence[Row], known: Known) -> List[Row]:
        """The rows, given by number, in this order."""
        if self.by is OrderBy.NUMBER:
            found = list(rows)
        elif self.by is OrderBy.NEAREST:
            found = _by_nearness(rows, known)
        else:
            key = _KEYS[self.by]
            found = sorted(rows, key=lambda row: key(row, known))
        return found[::-1] if self.reverse else found


_NEEDS = {
    OrderBy.NEAREST: frozenset({Need.PLACES}),
    OrderBy.DEADLINE: frozenset({Need.ROUNDS}),
    OrderBy.SEVERITY: frozenset({Need.ROUNDS, Need.VISITS}),
    OrderBy.RECTIFICATION: frozenset({Need.RECTIFICATION}),
}


def _severity(row: Listed, known: Known) -> Tuple[Any, ...]:
    """Tuban's default: what was returned, red line, basic farmland, must be visited; then size."""
    is_so = (
        has_trait(row, trait, known)
        for trait in (Trait.RETURNED, Trait.RED_LINE, Trait.BASIC_FARMLAND, Trait.MUST_VISIT)
    )
    return (*(not one for one in is_so), -(row.cultivated_mu or Decimal(0)), -row.area_mu)


def _righting_due(row: Listed, known: Known) -> str:
    found = known.standings.get(row.parcel_number)
    return found.due if found else ""


_NEVER = "9999"
_KEYS: Dict[OrderBy, Callable[[Any, Known], Any]] = {
    OrderBy.AREA: lambda row, _known: -row.area_mu,
    OrderBy.DEADLINE: lambda row, known: known.deadlines.get(row.parcel_number, date.max),
    OrderBy.SEVERITY: _severity,
    OrderBy.RECTIFICATION: lambda row, known: _righting_due(row, known) or _NEVER,
}


def _by_nearness(rows: Sequence[Row], known: Known) -> List[Row]:
    """From the first row to the nearest of the others, and so on; last those without a place."""
    placed = [row for row in rows if row.parcel_number in known.places]
    others = [row for row in rows if row.parcel_number not in known.places]
    path = nearest_path([known.places[row.parcel_number] for row in placed])
    return [placed[index] for index in path] + others


def nearest_path(places: Sequence[Place]) -> List[int]:
    """Indices from the first place on, each followed by the nearest that is left.

    Of equally near ones the first in the list. Degrees of longitude count as at the middle
    latitude, which is enough within a county.
    """
    if not places:
        return []
    points = np.array(places, dtype=float)
    x = points[:, 0] * math.cos(math.radians(float(points[:, 1].mean())))
    y, left = points[:, 1].copy(), np.arange(len(points))
    at, path, gone = 0, [0], 0
    for _ in range(len(points) - 1):
        here_x, here_y = x[at], y[at]
        x[at] = math.inf
        gone += 1
        if gone * SHRINK_AT > len(left):
            there = np.isfinite(x)
            x, y, left, gone = x[there], y[there], left[there], 0
        at = int(((x - here_x) ** 2 + (y - here_y) ** 2).argmin())
        path.append(int(left[at]))
    return path
