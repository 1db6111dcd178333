"""How long work tells how far it is, and hears that it should stop."""

from __future__ import annotations

from typing import Protocol

from .errors import Cancelled
from .text import Text, text


class Progress(Protocol):
    """What a face offers to long work."""

    def at(self, done: int, total: int) -> None:
        """``done`` of ``total`` steps are finished."""

    def say(self, message: Text) -> None:
        """Something the person should know while it runs."""

    def is_cancelled(self) -> bool:
        """True once the person wants to stop."""


class Silent:
    """Progress for callers that show nothing and never cancel."""

    def at(self, done: int, total: int) -> None:
        """Nobody watches."""

    def say(self, message: Text) -> None:
        """Nobody listens."""

    def is_cancelled(self) -> bool:
        """Nobody cancels."""
        return False


SILENT = Silent()
"""The default where nobody watches."""


class Share:
    """One step of several as its share of the whole, so that the bar never goes back."""

    def __init__(self, progress: Progress, start: float, end: float) -> None:
        self._progress = progress
        self._start, self._end = start, end

    def at(self, done: int, total: int) -> None:
        """``done`` of ``total`` of this step."""
        share = done / total if total else 1.0
        self._progress.at(round(1000 * (self._start + (self._end - self._start) * share)), 1000)

    def say(self, message: Text) -> None:
        """As the whole says it."""
        self._progress.say(message)

    def is_cancelled(self) -> bool:
        """As the whole is."""
        return self._progress.is_cancelled()


class Asked:
    """For a step whose own parts move the bar: it only hears that it should stop."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def at(self, done: int, total: int) -> None:
        """Others tell how far it is."""

    def say(self, message: Text) -> None:
        """As the whole says it."""
        self._progress.say(message)

    def is_cancelled(self) -> bool:
        """As the whole is."""
        return self._progress.is_cancelled()


def check_cancelled(progress: Progress) -> None:
    """Raise :class:`Cancelled` once the person wants to stop."""
    if progress.is_cancelled():
        raise Cancelled(text("Stopped. Nothing was changed."))
