"""Which rows are counted: land parcels, none of a military patch, and old cases of the ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Dict, FrozenSet, List, Set, Tuple

from ..model import PatchKind
from ..plan import Plan
from ..rectified import LedgerEntry, Turn
from .old_cases import OldCase, linked_entries, old_cases
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
        subjects = (number, *(one.id for one in self.linked.get(number, ())))
        found = [turn for one in subjects for turn in self.turns.get(one, ())]
        return tuple(sorted(found, key=lambda turn: turn.on))

    @property
    def rows(self) -> List[ParcelRow]:
        """All of them."""
        return [*self.parcels, *(one.row for one in self.old)]


def counted_rows(found: Recorded, plan: Plan) -> CountedRows:
    """The rows that are counted; a patch that is military in any part is left out whole."""
    codes = frozenset(one.code for one in plan.categories if one.military)
    hidden = frozenset(row.patch for row in found.rows if _is_military(row, codes, plan))
    land = PatchKind.LAND.value
    parcels = [row for row in found.rows if row.kind == land and row.patch not in hidden]
    numbers = {row.number for row in parcels}
    linked = linked_entries(found, numbers)
    illegal = frozenset(one.code for one in plan.categories if one.illegal)
    standing = [
        row for row in parcels if row.number in linked or _stands_in_ledger(row, found, illegal)
    ]
    there = {(row.patch, _year(row, linked)) for row in standing}
    old = old_cases(found, numbers, there, hidden)
    return CountedRows(parcels, old, {row.number for row in standing}, linked, found.turns)


def effective_category(row: ParcelRow) -> str:
    """The category of the verdict that counts; empty while nobody has judged."""
    return row.final_category or row.city_category or row.county_category


def _stands_in_ledger(row: ParcelRow, found: Recorded, illegal: FrozenSet[str]) -> bool:
    """Judged illegal on cultivated land, or once closed here: nobody can leave the ledger."""
    takes = row.cultivated_mu is None or row.cultivated_mu > 0
    return bool(found.turns.get(row.number)) or (takes and effective_category(row) in illegal)


def _year(row: ParcelRow, linked: Dict[str, List[LedgerEntry]]) -> int:
    entries = linked.get(row.number)
    return entries[0].year if entries else int(row.month[:4])


def _is_military(row: ParcelRow, codes: FrozenSet[str], plan: Plan) -> bool:
    judged = (row.county_category, row.city_category, row.final_category)
    return any(one in codes for one in judged) or any(
        marker in row.remark or _is_in_values(marker, row.issued)
        for marker in plan.military_markers
    )


def _is_in_values(marker: str, issued: str) -> bool:
    """Reading the JSON takes a hundred times as long as looking for the word in it."""
    return marker in issued and any(marker in str(one) for one in json.loads(issued).values())
