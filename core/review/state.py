"""Where a parcel stands between county and city: a pure function of its rounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..rounds import Outcome, ReturnAnswer, Review, Rounds, Submitted
from ..text import Labelled, text


class Stage(Labelled):
    """The stages of the loop, in their usual order."""

    ISSUED = "issued", text("Issued")
    JUDGED = "judged", text("Judged")
    SUBMITTED = "submitted", text("Submitted")
    RETURNED = "returned", text("Returned")
    CORRECTED = "corrected", text("Answered, not handed up yet")
    PASSED = "passed", text("Passed")
    OVERRIDDEN = "overridden", text("Decided by the city")

    @property
    def is_closed(self) -> bool:
        """True when nobody has to do anything."""
        return self in (Stage.PASSED, Stage.OVERRIDDEN)


@dataclass(frozen=True)
class ReviewState:
    """Stage and round, with what made it so; ``round`` is 0 before the first submission.

    ``changed``: the parcel is no longer what was last handed up.
    """

    stage: Stage
    round: int = 0
    submitted: Optional[Submitted] = None
    review: Optional[Review] = None
    answer: Optional[ReturnAnswer] = None
    changed: bool = False

    @property
    def submission(self) -> int:
        """The newest submission; 0 before the first."""
        return self.submitted.submission if self.submitted else 0


def state_of(rounds: Rounds, judged: bool, content: str = "") -> ReviewState:
    """Where a parcel stands; ``content`` is the hash of what is judged of it now.

    A review counts for the submission it is about: what is handed up later waits for another
    one. What the city has decided itself stands until the city takes it back.
    """
    latest = max(rounds.submitted, key=lambda one: one.submission, default=None)
    submission = latest.submission if latest else 0
    changed = bool(content and latest and latest.content != content)
    last = rounds.reviews[-1] if rounds.reviews else None
    if last and last.outcome is Outcome.OVERRIDDEN:
        return ReviewState(Stage.OVERRIDDEN, last.round, latest, last, changed=changed)
    if last is None or last.submission < submission:
        return _unreviewed(latest, judged, changed)
    if last.outcome is Outcome.PASSED:
        return ReviewState(Stage.PASSED, last.round, latest, last, changed=changed)
    answers = [one for one in rounds.answers if one.submission == last.submission]
    answer = answers[-1] if answers else None
    stage = Stage.CORRECTED if answer else Stage.RETURNED
    return ReviewState(stage, last.round, latest, last, answer, changed)


def _unreviewed(latest: Optional[Submitted], judged: bool, changed: bool) -> ReviewState:
    if latest:
        return ReviewState(Stage.SUBMITTED, latest.round, latest, changed=changed)
    return ReviewState(Stage.JUDGED if judged else Stage.ISSUED)


def next_round(rounds: Rounds, before: int = 0) -> int:
    """The round of the next submission: one more after each submission that was returned.

    ``before`` are the returns of parcels that this one was divided from.
    """
    returned = {one.submission for one in rounds.reviews if one.outcome is Outcome.RETURNED}
    handed = {one.submission for one in rounds.submitted}
    return 1 + before + len(returned & handed)
