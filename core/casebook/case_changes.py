"""From a case as it was read and as it is now written to the changes that record it."""

from __future__ import annotations

from typing import List, Optional

from ..casefile import CaseFile
from . import events
from .journal import Event


def changes_of(new: CaseFile, shown: Optional[CaseFile]) -> List[Event]:
    """What differs, each part of the case as an event of its own; ``shown`` is what was read."""
    number = new.case.number
    old = shown or CaseFile(new.case)
    found: List[Event] = []
    if shown is None or new.case != shown.case:
        found.append(events.case_changed(new.case, shown.case if shown else None))
    if new.stop_notice != old.stop_notice:
        found.append(events.stop_noticed(number, new.stop_notice, old.stop_notice))
    if new.filing != old.filing:
        found.append(events.case_filed(number, new.filing, old.filing))
    if new.penalties != old.penalties:
        found.append(events.penalties_changed(number, new.penalties, old.penalties))
    if new.transfers != old.transfers:
        found.append(events.transfers_changed(number, new.transfers, old.transfers))
    if new.interruptions != old.interruptions:
        found.append(events.interrupted(number, new.interruptions, old.interruptions))
    return found
