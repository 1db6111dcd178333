"""How far a city is with the review of a month: what the header shows in its casebook."""

from __future__ import annotations

from collections import Counter
from typing import Dict, Tuple

from ...core.review import Stage, state_of
from ...core.rounds import Rounds
from ...maps.session import Session
from ...maps.words import say, tr
from ..review.words import STAGE_COLOURS

SHOWN = (Stage.PASSED, Stage.OVERRIDDEN, Stage.CORRECTED, Stage.RETURNED)


class Reviewed:
    """The stage of each parcel of the month; what waits for the city stays empty in the bar."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._stages: Dict[str, Stage] = {}

    def read(self) -> None:
        """Go through the whole month once."""
        session = self._session
        rounds = session.book.rounds(session.month) if session.month else {}
        self._stages = {
            row.parcel_number: _stage(rounds.get(row.parcel_number, Rounds()), row.category)
            for row in session.rows
        }

    def look_again(self, number: str) -> None:
        """One parcel was reviewed."""
        dossier = self._session.book.dossier(number)
        if number in self._stages and dossier is not None:
            verdict = dossier.county_verdict
            self._stages[number] = _stage(dossier.rounds, verdict.category if verdict else "")

    @property
    def words(self) -> str:
        """How many wait for the city."""
        left = sum(stage is Stage.SUBMITTED for stage in self._stages.values())
        return tr("<b>{left}</b> to review of {total}").format(left=left, total=len(self._stages))

    @property
    def told(self) -> str:
        """How many stand where."""
        counts = Counter(self._stages.values())
        return "\n".join(f"{say(one.label)}  {counts[one]}" for one in Stage if counts[one])

    @property
    def segments(self) -> Tuple[Tuple[str, int], ...]:
        """Colour and count of what the city has said something of."""
        counts = Counter(self._stages.values())
        return tuple((STAGE_COLOURS[one], counts[one]) for one in SHOWN if counts[one])

    @property
    def total(self) -> int:
        """All parcels of the month."""
        return len(self._stages)


def _stage(rounds: Rounds, category: str) -> Stage:
    return state_of(rounds, bool(category)).stage
