"""Where parcels stand between county and city, as marks."""

from __future__ import annotations

from typing import Dict, Tuple

import numpy as np

from ..review import Stage, state_of
from ..rounds import AnswerKind, Outcome, ReturnAnswer, Review, Rounds, Submitted
from .arrays import Flags, Whole
from .recorded import Columns, Went

MARKS = (
    *("submitted", "reviewed", "returned", "returned_twice", "returned_now", "corrected"),
    *("passed", "passed_at_once", "overridden"),
)


def review_marks(rounds: Dict[str, Went], columns: Columns, patch: Whole) -> Dict[str, Flags]:
    """All marks of reviews by name; ``patch`` is the place of each parcel's patch.

    Most parcels went the same way as others, so each way is looked at once.
    """
    found = np.zeros((columns.count, len(MARKS)), dtype=np.bool_)
    seen: Dict[Tuple[Went, bool], Tuple[bool, ...]] = {}
    judged = columns["county_category"]
    for number, went in rounds.items():
        at = columns.place(number)
        if at is not None:
            way = (went, bool(judged[at]))
            if way not in seen:
                seen[way] = _marks_of(*way)
            found[at] = seen[way]
    marks = dict(zip(MARKS, found.T))
    marks["patch_returned"] = np.isin(patch, patch[marks["returned"]])
    return marks


def _marks_of(went: Went, judged: bool) -> Tuple[bool, ...]:
    rounds = Rounds(
        tuple(Submitted(one, 1, "", "") for one in went.submitted),
        tuple(Review(one, 1, Outcome(outcome), "", "") for one, outcome in went.reviews),
        tuple(ReturnAnswer(one, 1, AnswerKind.CORRECTED, "", "") for one in went.answers),
    )
    state = state_of(rounds, judged)
    returns = sum(one.outcome is Outcome.RETURNED for one in rounds.reviews)
    return (
        state.submitted is not None,
        bool(rounds.reviews),
        returns > 0,
        returns > 1,
        state.stage is Stage.RETURNED,
        returns > 0 and state.stage is not Stage.RETURNED,
        state.stage.is_closed,
        state.stage is Stage.PASSED and not returns,
        state.stage is Stage.OVERRIDDEN,
    )
