"""The exchange between county and city as files: packages up, feedback down, read and merged."""

from .feedback import WrittenFeedback, write_feedback
from .opening import merge_incoming, open_incoming

__all__ = ["WrittenFeedback", "merge_incoming", "open_incoming", "write_feedback"]
