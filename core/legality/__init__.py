"""What a parcel's verdict could be, what it rests on and lacks, and what follows from it."""

from .at_desk import Lacking, lacking_at_desk
from .completeness import Asked, questions, unanswered
from .differences import Changed, Otherwise, changed_facts, is_known, judged_otherwise
from .evaluation import Proposal, propose, written_reason
from .facts import About, Facts, Missing, Used
from .flags import flags_mandatory
from .military import is_military, military_patches
from .visits import Reached, must_visit, must_visit_together, reached_together

__all__ = [
    "About",
    "Asked",
    "Changed",
    "Facts",
    "Lacking",
    "Missing",
    "Otherwise",
    "Proposal",
    "Reached",
    "Used",
    "changed_facts",
    "flags_mandatory",
    "is_known",
    "is_military",
    "judged_otherwise",
    "lacking_at_desk",
    "military_patches",
    "must_visit",
    "must_visit_together",
    "propose",
    "questions",
    "reached_together",
    "unanswered",
    "written_reason",
]
