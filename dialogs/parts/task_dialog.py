"""A form that works at the open casebook in the background: what all of them do alike."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...core.errors import TubanError
from ...maps.messages import Button
from ...maps.words import say, tr
from ..workplace import Workplace
from .task_row import TaskRow
from .wording import named


class TaskDialog(QDialog):
    """Closing stops the work, and the form closes with the casebook. ``task`` is its row."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._work, self._session = work, work.session
        self.task = TaskRow(work.tasks, self)
        self.task.running_changed.connect(lambda _running: self._enable())
        work.session.held.connect(self._enable)
        work.session.closed.connect(self._casebook_closed)

    def _enable(self) -> None:
        """Offer what can be done now; follows each beginning and end of a task."""

    def _record(self, why: str, description: str, work: Callable, done: Callable) -> None:
        """Run ``work(progress)``, which writes: ``why`` is told whoever wants to record meanwhile.

        A refusal is told in the message bar too, because the form may be closed by then; and
        whatever came of it, when something else has taken its place here.
        """
        release, messages = self._session.hold(why), self._work.messages

        def late(error: Optional[TubanError]) -> None:
            messages.tell(named(description, say(error.text) if error else tr("done")))
            self._session.notice_news()

        self.task.run(description, work, done, messages.error, release, late)

    def _report(self, words: str, button: Optional[Button] = None) -> None:
        """Tell what has come of it, here and in the message bar, there with a button."""
        self.task.tell(words)
        self._work.messages.tell(words, button)

    def _casebook_closed(self) -> None:
        self.task.leave()
        self.reject()

    def reject(self) -> None:
        """Closing stops the work."""
        self.task.stop()
        super().reject()
