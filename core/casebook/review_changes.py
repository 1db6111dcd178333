"""From a review, or the answer to one, to the changes that record it."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Optional

from ..model import Dossier, Verdict, VerdictLevel
from ..rounds import Outcome, ReturnAnswer, Review
from . import events
from .codec import encode
from .journal import Event


def reviewed(dossier: Dossier, review: Review, city: Optional[Verdict] = None) -> List[Event]:
    """A review with what it makes of the verdicts.

    Passed, the county's verdict is the final one. Decided by the city, ``city`` is, and stands
    beside the county's. Returned, there is no final one.
    """
    number, old = dossier.parcel.number, dossier.rounds.reviews
    found = [events.review_given(number, (*old, review), old)]
    county = dossier.county_verdict
    own = city if review.outcome is Outcome.OVERRIDDEN else None
    final = county if review.outcome is Outcome.PASSED else own
    if review.outcome is not Outcome.RETURNED:
        found += _changed(dossier, VerdictLevel.CITY, own)
    return found + _changed(dossier, VerdictLevel.FINAL, final)


def _changed(dossier: Dossier, level: VerdictLevel, verdict: Optional[Verdict]) -> List[Event]:
    old = dossier.verdicts.get(level)
    new = replace(verdict, level=level) if verdict else None
    if new == old:
        return []
    before, after = (encode(one) if one else None for one in (old, new))
    return [Event(events.VERDICT + level.value, dossier.parcel.number, before, after)]


def answered(dossier: Dossier, answer: ReturnAnswer) -> List[Event]:
    """The county's answer; an earlier one to the same return gives way."""
    old = dossier.rounds.answers
    kept = tuple(one for one in old if one.submission != answer.submission)
    return [events.return_answered(dossier.parcel.number, (*kept, answer), old)]
