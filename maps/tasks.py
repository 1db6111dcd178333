"""Work that would keep the window waiting runs here, as QGIS tasks.

A task gets everything it needs before it starts, works in another thread and hands its outcome
back in the main thread. QGIS does not run a task whose Python object nobody keeps, so
:class:`Tasks` keeps them.
"""

from __future__ import annotations

from types import TracebackType
from typing import Callable, Generic, Optional, Set, Type, TypeVar

from qgis.core import QgsTask, QgsTaskManager
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import Cancelled, TubanError
from ..core.progress import Progress
from ..core.text import text
from .progress import TaskProgress

Result = TypeVar("Result")
Work = Callable[[Progress], Result]


class Carried:
    """Carries an exception from the task's thread to the main thread, where it is raised.

    An exception that left ``QgsTask.run`` would reach QGIS's error window from the wrong
    thread, which crashes it.
    """

    def __init__(self) -> None:
        self.error: Optional[BaseException] = None

    def __enter__(self) -> Carried:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> bool:
        self.error = error
        return error is not None


class Task(QgsTask, Generic[Result]):
    """One piece of work; ``said`` carries what it tells meanwhile, already translated."""

    said = pyqtSignal(str)

    def __init__(self, description: str, work: Work, outcome: Callable[[Task], None]) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._outcome = outcome
        self._carried = Carried()
        self.result: Optional[Result] = None
        self.has_run = False

    @property
    def error(self) -> Optional[BaseException]:
        """What stopped the work, if anything did."""
        return self._carried.error

    def run(self) -> bool:
        """Called by QGIS in another thread; never, when it is cancelled while it waits."""
        self.has_run = True
        with self._carried:
            self.result = self._work(TaskProgress(self))
        return self._carried.error is None

    def finished(self, result: bool) -> None:
        """Called by QGIS in the main thread."""
        self._outcome(self)


class Tasks(QObject):
    """Starts tasks and keeps them alive until they have told their outcome."""

    def __init__(self, manager: QgsTaskManager, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._manager = manager
        self._running: Set[Task] = set()

    def start(
        self,
        description: str,
        work: Work,
        done: Callable[[Result], None],
        failed: Callable[[TubanError], None],
        ended: Callable[[], None] = lambda: None,
    ) -> Task:
        """Run ``work(progress)``; then ``done(result)`` or ``failed(error)`` in this thread.

        ``ended()`` comes before them, whatever became of the work.
        Any error that is not a :class:`TubanError` is a mistake in Tuban: it is raised.
        """

        def outcome(task: Task) -> None:
            self._running.discard(task)
            ended()
            if not task.has_run:
                failed(Cancelled(text("Stopped. Nothing was changed.")))
            elif task.error is None:
                done(task.result)
            elif isinstance(task.error, TubanError):
                failed(task.error)
            else:
                raise task.error

        task = Task(description, work, outcome)
        self._running.add(task)
        self._manager.addTask(task)
        return task

    @property
    def busy(self) -> bool:
        """True while anything runs."""
        return bool(self._running)

    def stop(self) -> None:
        """Cancel everything and wait for it to leave; nobody is told the outcome any more."""
        for task in list(self._running):
            task._outcome = self._running.discard
            task.cancel()
            task.waitForFinished(STOP_WITHIN_MS)


STOP_WITHIN_MS = 10_000
