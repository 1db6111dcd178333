"""两平衡一冻结: reserve quota to be frozen for land that was taken illegally, and to be set free.

Source: 工作方案 四（六）: it is frozen first, and set free once it is dealt with and put right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Dict, List, Optional, Sequence, Tuple

from ..casebook import events
from ..casebook.journal import Event
from ..errors import RectificationRefused
from ..rectified import Freezing
from ..text import Labelled, text
from .case import LedgerCase

NONE = Decimal(0)


class FreezeState(Labelled):
    """What there is to do about the quota of a case."""

    TO_FREEZE = "to_freeze", text("To be frozen")
    FROZEN = "frozen", text("Frozen")
    TO_FREE = "to_free", text("To be set free")
    FREED = "freed", text("Set free")


@dataclass(frozen=True)
class FreezeRow:
    """One case with the moments of both: since when it was to be, and when it was done.

    ``to_freeze_mu`` is the cultivated land that is not put right; ``None`` is unknown.
    """

    case: LedgerCase
    state: FreezeState
    freezing: Freezing
    to_freeze_mu: Optional[Decimal]
    since: str
    free_since: str


def freeze_rows(cases: Sequence[LedgerCase]) -> List[FreezeRow]:
    """The cases that are about quota, in the ledger's order.

    Building on cultivated land that is open; what was frozen, until long after it was set free.
    """
    found = []
    for one in cases:
        state = state_of(one)
        if state is not None:
            amount = one.areas.remaining_cultivated_mu if one.is_open else NONE
            free_since = "" if one.is_open else one.closed_on
            row = FreezeRow(one, state, one.freezing, amount, one.open_since, free_since)
            found.append(row)
    return found


def state_of(case: LedgerCase) -> Optional[FreezeState]:
    """What there is to do; ``None`` where nothing was frozen and nothing is to be."""
    if case.freezing.frozen_on and not case.freezing.freed_on:
        return FreezeState.FROZEN if case.is_open else FreezeState.TO_FREE
    if case.is_open and _takes_cultivated(case):
        return FreezeState.TO_FREEZE
    return FreezeState.FREED if case.freezing.freed_on else None


def _takes_cultivated(case: LedgerCase) -> bool:
    """An unknown area may be cultivated land: it stays on the list until it is known."""
    remaining = case.areas.remaining_cultivated_mu
    return case.is_building and (remaining is None or remaining > 0)


def by_place(rows: Sequence[FreezeRow]) -> List[Tuple[str, Dict[FreezeState, Decimal]]]:
    """Per county how many mu there are of each state, in the ledger's order of counties.

    What is to be set free, or was, counts with the land that was taken.
    """
    found: Dict[str, Dict[FreezeState, Decimal]] = {}
    for one in rows:
        county = one.case.county_name or one.case.county_code
        sums = found.setdefault(county, dict.fromkeys(FreezeState, NONE))
        freed = one.state in (FreezeState.TO_FREE, FreezeState.FREED)
        sums[one.state] += (one.case.areas.cultivated_mu if freed else one.to_freeze_mu) or NONE
    return sorted(found.items())


def frozen(case: LedgerCase, on: str, document: str, old: Optional[Freezing]) -> List[Event]:
    """The change that records that quota was frozen for a case; ``old`` is what the record has
    about its subject.

    :raises RectificationRefused: it is frozen already.
    """
    if state_of(case) is not FreezeState.TO_FREEZE:
        raise RectificationRefused(
            text("{case}: nothing is to be frozen for it now.", case=case.parcel or case.patch)
        )
    return [events.frozen(case.subject, Freezing(on, document), old)]


def freed(case: LedgerCase, on: str, document: str, old: Optional[Freezing]) -> List[Event]:
    """The change that records that a case's quota was set free.

    :raises RectificationRefused: it is not frozen, the case is open, or the day is too early.
    """
    if state_of(case) is not FreezeState.TO_FREE:
        raise RectificationRefused(
            text(
                "{case}: its quota can be set free once it was frozen and the case is closed.",
                case=case.parcel or case.patch,
            )
        )
    since = case.freezing.frozen_on
    if on < since:
        raise RectificationRefused(text("It was frozen on {day} only.", day=since))
    new = replace(case.freezing, freed_on=on, freed_document=document)
    return [events.frozen(case.subject, new, old)]
