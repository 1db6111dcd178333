"""上报、审核、退回、纠正: the rounds a parcel goes through between county and city, as records.

Days are ISO text. A submission is known by the number of the newest entry that the county's
journal had when the package was made: it only grows, whatever a clock says. Each side writes
what is its own: the county what it hands up and how it answers a return, the city its reviews.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from .text import Labelled, text


class Office(Labelled):
    """Whose casebook it is; the city's holds those of all its counties."""

    COUNTY = "county", text("County")
    CITY = "city", text("City")


class Outcome(Labelled):
    """What the city's review of a parcel came to."""

    PASSED = "passed", text("Passed")
    RETURNED = "returned", text("Returned")
    OVERRIDDEN = "overridden", text("Decided by the city")


class AnswerKind(Labelled):
    """How the county answers a return: it corrects, or it stands by what it said and says why."""

    CORRECTED = "corrected", text("Corrected")
    KEPT = "kept", text("Kept, with reasons")


@dataclass(frozen=True)
class Submitted:
    """A parcel as it was handed up: ``content`` is the hash of all that is judged of it.

    ``round`` is 1 for the first time and one more after each return.
    """

    submission: int
    round: int
    content: str
    day: str


@dataclass(frozen=True)
class Review:
    """审核 of one parcel as it was handed up with ``submission``; 0 where it never was.

    ``reasons`` are codes of the plan's ``review.json``; ``deadline`` is there for a return.
    """

    submission: int
    round: int
    outcome: Outcome
    day: str
    who: str
    reasons: Tuple[str, ...] = ()
    text: str = ""
    deadline: str = ""


@dataclass(frozen=True)
class ReturnAnswer:
    """The county's answer to the return of ``submission``."""

    submission: int
    round: int
    kind: AnswerKind
    day: str
    who: str
    text: str = ""


@dataclass(frozen=True)
class Rounds:
    """Everything that went to and fro about one parcel, the oldest first."""

    submitted: Tuple[Submitted, ...] = ()
    reviews: Tuple[Review, ...] = ()
    answers: Tuple[ReturnAnswer, ...] = ()
