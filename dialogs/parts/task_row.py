"""A row for the foot of a form: what is running, how far it is, and a way to stop it."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ...core.errors import TubanError
from ...maps.tasks import Task, Tasks
from ...maps.words import say, tr


class TaskRow(QWidget):
    """Runs one task at a time; ``running`` changes tell the form what it may offer."""

    running_changed = pyqtSignal(bool)

    def __init__(self, tasks: Tasks, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Optional[Task] = None
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(160)
        self._cancel = QPushButton(tr("Stop"), self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(lambda _checked: self.stop())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self._show(False)

    @property
    def is_running(self) -> bool:
        """True while the task runs."""
        return self._task is not None

    def run(
        self,
        description: str,
        work: Callable,
        done: Callable,
        failed: Optional[Callable[[TubanError], None]] = None,
        ended: Optional[Callable[[], None]] = None,
        late: Callable[[Optional[TubanError]], object] = lambda _error: None,
    ) -> None:
        """Run ``work(progress)`` in the background; a refusal is shown here and told on.

        What was running before is stopped and forgotten: its answer is to an older question.
        ``ended()`` is called in any case: before the answer, of what was forgotten, too, which
        then tells ``late`` what has become of it, None where it is done.
        """
        asked = True

        def leave() -> None:
            nonlocal asked
            asked = self._task is task
            if asked:
                self._end("")
            if ended is not None:
                ended()

        def finished(result: object) -> None:
            if asked:
                done(result)
            else:
                late(None)

        def refused(error: TubanError) -> None:
            if not asked:
                late(error)
                return
            if not self.is_running:  # its end may have begun another
                self.tell(say(error.text))
            if failed is not None:
                failed(error)

        self.stop()
        self._words.setText(description)
        self._bar.setValue(0)
        task = self._tasks.start(description, work, finished, refused, leave)
        self._task = task
        task.progressChanged.connect(lambda percent: self._progress(task, percent))
        task.said.connect(lambda words: self._said(task, words))
        self._show(True)

    def _progress(self, task: Task, percent: float) -> None:
        if self._task is task:
            self._bar.setValue(round(percent))

    def _said(self, task: Task, words: str) -> None:
        if self._task is task:
            self._words.setText(words)

    def _end(self, words: str) -> None:
        self._task = None
        self._words.setText(words)
        self._show(False)

    def _show(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self.running_changed.emit(running)

    def tell(self, words: str) -> None:
        """Show a sentence while nothing runs."""
        self._words.setText(words)

    def stop(self) -> None:
        """Ask the task to stop; it then reports that nothing was changed."""
        if self._task is not None:
            self._task.cancel()

    def leave(self) -> None:
        """Stop the task and hear nothing more of it: what it was asked about is gone."""
        self.stop()
        if self._task is not None:
            self._end("")
