"""Whose turn it is: the parcels that wait for an office, the most urgent first."""

from __future__ import annotations

from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from ..review import Stage, state_of
from ..rounds import Office, Rounds
from .progress import ParcelWork
from .queue import Judged

NONE = Rounds()
WAITS_FOR: Dict[Office, Tuple[Stage, ...]] = {
    Office.CITY: (Stage.SUBMITTED,),
    Office.COUNTY: (Stage.RETURNED, Stage.CORRECTED),
}
"""The stages at which the other office waits for this one's review, or answer and package."""
_ORDER: Dict[Office, Tuple[Stage, ...]] = {
    Office.CITY: (Stage.SUBMITTED, Stage.RETURNED, Stage.CORRECTED, Stage.JUDGED, Stage.ISSUED),
    Office.COUNTY: (Stage.RETURNED, Stage.CORRECTED, Stage.ISSUED, Stage.JUDGED, Stage.SUBMITTED),
}


def in_turn(work: Sequence[ParcelWork], office: Office, day: str) -> List[ParcelWork]:
    """All parcels: first what waits for the office, what is closed last.

    Within a stage by the deadline of a return, then by the day of handing up, then by number.
    """
    places = {stage: place for place, stage in enumerate(_ORDER[office])}

    def key(one: ParcelWork) -> Tuple[int, str, str, int, str]:
        state = one.state(day)
        due = state.review.deadline if state.review else ""
        handed = state.submitted.day if state.submitted else ""
        place = places.get(state.stage, len(places))
        return (place, due or "9999", handed, len(one.number), one.number)

    return sorted(work, key=key)


def next_turn(
    rows: Sequence[Judged],
    rounds: Mapping[str, Rounds],
    office: Office,
    after: str,
    among: Optional[Mapping[str, str]] = None,
) -> str:
    """The number of the next parcel that waits for the office, from the top again at the end.

    ``among`` gives the unit of each parcel, to stay within that of ``after``; empty when there
    is none but ``after`` itself.
    """
    numbers = [row.parcel_number for row in rows]
    start = numbers.index(after) + 1 if after in numbers else 0
    unit = among.get(after) if among and after else None
    for row in (*rows[start:], *rows[:start]):
        number = row.parcel_number
        if number == after or (unit is not None and among and among.get(number) != unit):
            continue
        stage = state_of(rounds.get(number, NONE), bool(row.category)).stage
        if stage in WAITS_FOR[office]:
            return number
    return ""
