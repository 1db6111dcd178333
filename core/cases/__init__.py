"""Cases: which step is due when, what remains of the penalties, what does not fit together."""

from .deadlines import Due, State, deadlines_of, due_items
from .findings import case_findings, remains

__all__ = ["Due", "State", "case_findings", "deadlines_of", "due_items", "remains"]
