"""Which rows are counted: land parcels, none of a military patch, and old cases of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Dict, FrozenSet, List, Set, Tuple

from ..ledger.ledger import turns_of
from ..ledger.linking import years_of
from ..legality.military import is_said_in_row
from ..model import PatchKind
from ..plan import Plan
from ..rectification.basis import BY_WEIGHT
from ..rectified import LedgerEntry, Turn
from .old_cases import OldCase, linked_entries, old_cases
from .periods import EVERYTHING, Reach
from .recorded import ParcelRow, Recorded


@dataclass(frozen=True)
class CountedRows:
    """The parcels, then the old cases that are none of them.

    ``in_ledger`` are numbers of parcels that stand in the ledger, ``linked`` the old list's
    rows that tell of a parcel.
    """

    parcels: List[ParcelRow]
    old: List[OldCase]
    in_ledger: Set[str]
    linked: Dict[str, List[LedgerEntry]]
    turns: Dict[str, Tuple[Turn, ...]]

    def turns_of(self, number: str) -> Tuple[Turn, ...]:
        """All turns of a parcel and of the rows that tell of it, by day."""
        return turns_of(number, self.linked.get(number, ()), self.turns)

    @property
    def rows(self) -> List[ParcelRow]:
        """All of them."""
        return [*self.parcels, *(one.row for one in self.old)]


def counted_rows(found: Recorded, plan: Plan, reach: Reach = EVERYTHING) -> CountedRows:
    """The rows that are counted; a patch that is military in any part is left out whole."""
    hidden = _military_patches(found.rows, plan)
    land = PatchKind.LAND.value
    parcels = [row for row in found.rows if row.kind == land and row.patch not in hidden]
    numbers = {row.number for row in parcels}
    linked, turned = linked_entries(found, numbers), found.turns
    illegal = frozenset(one.code for one in plan.categories if one.illegal)
    standing = [
        row
        for row in parcels
        # Judged illegal on cultivated land, or once closed here: nobody can leave the ledger.
        if (effective_verdict(row)[0] in illegal and row.cultivated_mu != 0)
        or row.number in turned
        or row.number in linked
    ]
    in_ledger = {row.number for row in standing}
    if reach.since:
        kept = in_ledger if reach.ledger else frozenset[str]()
        parcels = [row for row in parcels if reach.holds(row.month) or row.number in kept]
    there = {(row.patch, year) for row in standing for year in _years(row, linked)}
    old = old_cases(found, numbers, there, hidden)
    if not reach.ledger:
        old = [one for one in old if reach.holds(one.row.month)]
    return CountedRows(parcels, old, in_ledger, linked, found.turns)


def effective_verdict(row: ParcelRow) -> Tuple[str, str]:
    """Category and subcategory of the verdict that counts; empty while nobody has judged."""
    for category, subcategory in _JUDGED:
        if category(row):
            return category(row), subcategory(row)
    return "", ""


_JUDGED = tuple(
    (attrgetter(f"{level.value}_category"), attrgetter(f"{level.value}_subcategory"))
    for level in BY_WEIGHT
)


def _years(row: ParcelRow, linked: Dict[str, List[LedgerEntry]]) -> Set[int]:
    """The years that old rows of the parcel's patch may name."""
    return {*years_of(row.month), *(one.year for one in linked.get(row.number, [])[:1])}


def _military_patches(rows: List[ParcelRow], plan: Plan) -> FrozenSet[str]:
    codes = frozenset(one.code for one in plan.categories if one.military)
    hidden = {
        row.patch
        for row in rows
        if row.county_category in codes or row.city_category in codes or row.final_category in codes
    }
    hidden.update(row.patch for row in rows if is_said_in_row(row.remark, row.issued, plan))
    return frozenset(hidden)
