"""台账中的往年案件: old cases of the ledger as rows of their own, beside the casebook's parcels.

What is one case is counted once, as :func:`ledger.ledger.ledger_of` does: a row that was linked
to a parcel is that parcel, and a row whose patch stands in the ledger with its own parcels tells
nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Dict, FrozenSet, List, Optional, Set, Tuple

from ..ledger.case import Areas
from ..ledger.ledger import areas_by_turns, is_closed
from ..model import PatchKind
from ..rectified import LedgerEntry, Turn
from .recorded import ParcelRow, Recorded

Turns = Tuple[Turn, ...]


@dataclass(frozen=True)
class OldCase:
    """An old case with its row, its areas, and whether it is closed or was opened again."""

    row: ParcelRow
    areas: Areas
    is_closed: bool
    is_reopened: bool


def old_cases(
    found: Recorded, parcels: Set[str], in_ledger: Set[Tuple[str, int]], hidden: FrozenSet[str]
) -> List[OldCase]:
    """The old cases that are no parcel of the casebook; ``in_ledger`` are patches with years of
    parcels that stand in the ledger themselves, ``hidden`` are military patches."""
    return [
        _old_case(one, found.turns.get(one.id, ()))
        for one in found.ledger
        if one.parcel_number not in parcels
        and (one.patch, one.year) not in in_ledger
        and one.patch not in hidden
    ]


def linked_entries(found: Recorded, parcels: Set[str]) -> Dict[str, List[LedgerEntry]]:
    """The old cases that are parcels of the casebook, by parcel."""
    linked: Dict[str, List[LedgerEntry]] = {}
    for one in found.ledger:
        if one.parcel_number in parcels:
            linked.setdefault(one.parcel_number, []).append(one)
    return linked


def _old_case(entry: LedgerEntry, turns: Turns) -> OldCase:
    closed = is_closed(turns, [entry])
    areas = areas_by_turns(entry, turns)
    return OldCase(_row(entry), areas, closed, bool(turns) and not closed)


def _row(entry: LedgerEntry) -> ParcelRow:
    """Of a year, but of no month; what an old list does not tell is not known."""
    figures = dict.fromkeys(ParcelRow._fields[_FIRST_FIGURE:_LAST_FIGURE])
    figures["cultivated_mu"] = _float(entry.cultivated_mu)
    figures["basic_farmland_mu"] = _float(entry.basic_farmland_mu)
    area = _float(entry.area_mu)
    empty = dict.fromkeys(ParcelRow._fields[_LAST_FIGURE:], "")
    return ParcelRow(
        number=entry.id,
        patch=f"{OWN_PATCH}{entry.id}",
        kind=PatchKind.LAND.value,
        month=f"{entry.year:04d}-00",
        county_code=entry.county_code,
        county_name=entry.county_name,
        patch_class="",
        remark="",
        issued="{}",
        area_mu=float("nan") if area is None else area,
        area_m2=0.0,
        **figures,  # type: ignore[arg-type]
        **{**empty, "location": entry.place},  # type: ignore[arg-type]
    )


OWN_PATCH = "ledger:"
_FIRST_FIGURE = ParcelRow._fields.index("cultivated_mu")
_LAST_FIGURE = ParcelRow._fields.index("location")


def _float(mu: Optional[Decimal]) -> Optional[float]:
    return None if mu is None else float(mu)
