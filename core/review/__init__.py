"""月清、初审、退回、月核: where a parcel stands between county and city, and who may do what."""

from .acts import answer_return, deadline_of, give_review, why_not
from .state import ReviewState, Stage, state_of

__all__ = [
    "ReviewState",
    "Stage",
    "answer_return",
    "deadline_of",
    "give_review",
    "state_of",
    "why_not",
]
