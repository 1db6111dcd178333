"""省级监管系统: what is pasted into it, and what its export says otherwise than the casebook.

The system has no public interface; everything about it (order of its form, columns of its
export, codes of its states) is the plan's (``supervision.json``) and was seen in practice.
"""

from .comparing import Comparison, Difference, Kind, compare
from .description import Supervision, supervision
from .result import write_differences
from .sheets import write_sheets

__all__ = [
    "Comparison",
    "Difference",
    "Kind",
    "Supervision",
    "compare",
    "supervision",
    "write_differences",
    "write_sheets",
]
