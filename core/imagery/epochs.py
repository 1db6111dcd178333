"""Epochs: a picture layer, the day it was taken and the side it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Optional

BEFORE, AFTER = "before", "after"
_DATE = re.compile(
    r"(?<!\d)(20\d\d)[-_./:年]?(0[1-9]|1[0-2])(?:[-_./:月]?(0[1-9]|[12]\d|3[01]))?(?!\d)"
)
_SIDES = ((BEFORE, ("前时相", "前期", "before")), (AFTER, ("后时相", "后期", "after")))


@dataclass(frozen=True)
class Epoch:
    """A layer and what is known of its time; ``side`` is empty when only the date tells.

    ``confirmed``: a person has said so; otherwise name or metadata tell.
    """

    layer_id: str
    name: str
    side: str
    day: Optional[date]
    confirmed: bool = False


def day_in(name: str) -> Optional[date]:
    """The first date in a name; the middle of the month where no day is given."""
    for year, month, day in _DATE.findall(name):
        try:
            return date(int(year), int(month), int(day or 15))
        except ValueError:
            continue
    return None


def side_in(name: str) -> str:
    """The side a name speaks of; empty when it speaks of none."""
    lowered = name.lower()
    return next((side for side, marks in _SIDES if any(m in lowered for m in marks)), "")
