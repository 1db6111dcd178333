"""Records that travel between casebooks: what of them, resting on which journal, and how two
that have both moved on are put together."""

from .content import content_of

__all__ = ["content_of"]
