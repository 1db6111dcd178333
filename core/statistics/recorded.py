"""What statistics read of a casebook: one flat row per parcel, and what only some parcels have.

The same from the tables as they are now (:mod:`from_tables`) and from the journal as of a past
moment (:mod:`from_journal`): whatever is counted afterwards cannot tell the two apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ..casefile import CaseFile
from ..model import Evidence, VerdictLevel
from ..rectified import LedgerEntry, PutRight, Turn
from .arrays import Flags, Whole

FIGURES = (
    "cultivated",
    "other_agricultural",
    "unused",
    "construction",
    "uncovered",
    "basic_farmland",
    "red_line",
    "urban",
)
LEVELS = (VerdictLevel.COUNTY, VerdictLevel.CITY, VerdictLevel.FINAL)
CHECKED = ("checked_on", "way", "actual_use", "actor_kind")
Known = Optional[float]


class ParcelRow(NamedTuple):
    """A parcel with its patch, figures, verdicts and field check; texts are empty and figures
    None while there is nothing. ``issued`` is the patch's issued row as JSON."""

    number: str
    patch: str
    kind: str
    month: str
    county_code: str
    county_name: str
    patch_class: str
    remark: str
    issued: str
    area_mu: float
    area_m2: float
    cultivated_mu: Known
    other_agricultural_mu: Known
    unused_mu: Known
    construction_mu: Known
    uncovered_mu: Known
    basic_farmland_mu: Known
    red_line_mu: Known
    urban_mu: Known
    cultivated_m2: Known
    other_agricultural_m2: Known
    unused_m2: Known
    construction_m2: Known
    uncovered_m2: Known
    basic_farmland_m2: Known
    red_line_m2: Known
    urban_m2: Known
    location: str
    county_category: str
    county_subcategory: str
    city_category: str
    city_subcategory: str
    final_category: str
    final_subcategory: str
    checked_on: str
    way: str
    actual_use: str
    actor_kind: str


class Went(NamedTuple):
    """What went to and fro about a parcel, in order: numbers of submissions, reviews as number
    and outcome, and of the submissions whose return was answered."""

    submitted: Tuple[int, ...]
    reviews: Tuple[Tuple[int, str], ...]
    answers: Tuple[int, ...]


@dataclass
class Recorded:
    """Everything that is counted, as of one moment: ``day`` and the journal's entry ``seq``.

    ``turns`` are those of old cases, too.
    """

    day: str
    seq: int
    rows: List[ParcelRow] = field(default_factory=list)
    flags: Dict[str, Dict[str, str]] = field(default_factory=dict)
    evidence: Dict[str, Dict[str, Evidence]] = field(default_factory=dict)
    rounds: Dict[str, Went] = field(default_factory=dict)
    cases: List[CaseFile] = field(default_factory=list)
    senders: Dict[str, str] = field(default_factory=dict)
    put_right: Dict[str, PutRight] = field(default_factory=dict)
    ledger: List[LedgerEntry] = field(default_factory=list)
    turns: Dict[str, Tuple[Turn, ...]] = field(default_factory=dict)


def in_order(rows: List[ParcelRow]) -> List[ParcelRow]:
    """By number; a tenth parcel comes after the ninth, not after the first."""
    return sorted(rows, key=lambda one: (one.patch, len(one.number), one.number))


class Columns:
    """Rows by column, and where each number stands: 100,000 rows are gone through once only."""

    def __init__(self, rows: Sequence[ParcelRow]) -> None:
        empty: List[Tuple[Any, ...]] = [()] * len(ParcelRow._fields)
        self._columns = dict(zip(ParcelRow._fields, zip(*rows) if rows else empty))
        self._place = {number: place for place, number in enumerate(self["number"])}
        self.count = len(rows)

    def __getitem__(self, name: str) -> Tuple[Any, ...]:
        return self._columns[name]

    def place(self, number: str) -> Optional[int]:
        """Where a number stands; None where it does not."""
        return self._place.get(number)

    def hundredths(self, name: str) -> Tuple[Whole, Flags]:
        """A column of areas with two digits as whole hundredths, and where it is known."""
        values = np.array(self[name], dtype=np.float64)
        known: Flags = ~np.isnan(values)
        return np.rint(np.nan_to_num(values) * 100).astype(np.int64), known

    def are(self, values: Iterable[object]) -> Flags:
        """Which of the values, one of each row, are something."""
        return np.fromiter(map(bool, values), dtype=np.bool_, count=self.count)

    def among(self, numbers: Iterable[str]) -> Flags:
        """Which rows have one of these numbers."""
        found = np.zeros(self.count, dtype=np.bool_)
        found[[self._place[one] for one in numbers if one in self._place]] = True
        return found
