"""账龄: how many cases are open, how much land, how long, by county and year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Dict, List, Optional, Sequence, Tuple

from ..cases.days import add_months
from .case import LedgerCase

NONE = Decimal(0)


@dataclass(frozen=True)
class AgeRow:
    """One county's cases of one year on a day; ``year`` is ``None`` in rows of totals.

    ``bands`` counts the open ones by age: up to each bound in years, over the last, and those of
    which nobody knows since when they are open. Where some areas are unknown the sums are those
    of the others, and ``unknown`` counts them.
    """

    county: str
    year: Optional[int]
    all: int
    closed: int
    open: int
    remaining_mu: Decimal
    remaining_cultivated_mu: Decimal
    oldest_days: Optional[int]
    bands: Tuple[int, ...]
    unknown: int


def ages(
    cases: Sequence[LedgerCase], day: date, bounds_years: Sequence[int], total: str
) -> List[AgeRow]:
    """A row per county and year in order, and the sum of all under the name ``total``."""
    grouped: Dict[Tuple[str, int], List[LedgerCase]] = defaultdict(list)
    for one in cases:
        grouped[one.county_name or one.county_code, one.year].append(one)
    rows = [
        _row(county, year, found, day, bounds_years)
        for (county, year), found in sorted(grouped.items())
    ]
    return [*rows, _row(total, None, cases, day, bounds_years)]


def _row(
    county: str,
    year: Optional[int],
    cases: Sequence[LedgerCase],
    day: date,
    bounds_years: Sequence[int],
) -> AgeRow:
    left = [one for one in cases if one.is_open]
    days = [age for age in (one.age_days(day) for one in left) if age is not None]
    return AgeRow(
        county=county,
        year=year,
        all=len(cases),
        closed=len(cases) - len(left),
        open=len(left),
        remaining_mu=sum((one.areas.remaining_mu or NONE for one in left), NONE),
        remaining_cultivated_mu=sum(
            (one.areas.remaining_cultivated_mu or NONE for one in left), NONE
        ),
        oldest_days=max(days, default=None),
        bands=_bands(left, day, bounds_years),
        unknown=sum(one.areas.remaining_cultivated_mu is None for one in left),
    )


def _bands(left: Sequence[LedgerCase], day: date, bounds_years: Sequence[int]) -> Tuple[int, ...]:
    counts = [0] * (len(bounds_years) + 2)
    for one in left:
        counts[band_of(one, day, bounds_years)] += 1
    return tuple(counts)


def band_of(case: LedgerCase, day: date, bounds_years: Sequence[int]) -> int:
    """The place of the case's age among the bands; the last one is "since when is unknown"."""
    if not case.open_since:
        return len(bounds_years) + 1
    since = date.fromisoformat(case.open_since)
    for place, years in enumerate(bounds_years):
        if day <= add_months(since, 12 * years):
            return place
    return len(bounds_years)
