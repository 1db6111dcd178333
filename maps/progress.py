"""QGIS's ways of showing progress, as the core's :class:`~tuban.core.progress.Progress`."""

from __future__ import annotations

from typing import Union

from qgis.core import QgsFeedback, QgsProcessingFeedback, QgsTask

from ..core.text import Text
from .words import say


class FeedbackProgress:
    """A ``QgsFeedback`` as Progress; a processing feedback also shows the messages."""

    def __init__(self, feedback: QgsFeedback) -> None:
        self._feedback = feedback

    def at(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self._feedback.setProgress(percent(done, total))

    def say(self, message: Text) -> None:
        """Tell the person something, where the feedback has a place for it."""
        if isinstance(self._feedback, QgsProcessingFeedback):
            self._feedback.pushInfo(say(message))

    def is_cancelled(self) -> bool:
        """True once the person pressed cancel."""
        return self._feedback.isCanceled()


class TaskProgress:
    """A ``QgsTask`` as Progress; the latest message becomes the task's description."""

    def __init__(self, task: QgsTask) -> None:
        self._task = task

    def at(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        self._task.setProgress(percent(done, total))

    def say(self, message: Text) -> None:
        """Keep the message for whoever shows this task."""
        self._task.said.emit(say(message))

    def is_cancelled(self) -> bool:
        """True once the person pressed cancel."""
        return self._task.isCanceled()


def percent(done: int, total: int) -> Union[int, float]:
    """0 … 100; work without steps counts as finished."""
    return min(100.0, 100.0 * done / total) if total else 100
