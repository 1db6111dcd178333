"""A window over the casebook's facts: read once per day in a task, counted anew at each choice."""

from __future__ import annotations

from typing import List, Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...core.reports.parcel_lines import parcel_lines
from ...core.statistics import Facts
from ...maps.kept_facts import facts_of
from ...maps.words import tr
from ..parts.task_dialog import TaskDialog
from ..workplace import Workplace
from .behind_dialog import BehindDialog
from .period_bar import PeriodBar


class CountedDialog(TaskDialog):
    """``facts`` are None until they are read; what is behind a figure opens in its own window."""

    def __init__(self, work: Workplace, parent: Optional[QWidget] = None) -> None:
        super().__init__(work, parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.facts: Optional[Facts] = None
        self.behind: List[QDialog] = []
        self.bar = PeriodBar(self._session, self)
        self.bar.changed.connect(self.count)
        self.bar.day_changed.connect(self.read)

    def read(self) -> None:
        """Read the facts as of the day."""
        book, plan, day = self._session.book, self._session.plan, self.bar.past_day
        self.task.run(tr("Counting"), lambda _progress: facts_of(book, plan, day), self._read)

    def _read(self, facts: Facts) -> None:
        self.facts = facts
        self.bar.offer(facts.unit_names)
        self.count()

    def count(self) -> None:
        """Count anew from the facts and show it."""

    def show_behind(self, figure: str, numbers: Sequence[str]) -> Optional[BehindDialog]:
        """List the parcels behind a figure."""
        if self.facts is None or not numbers:
            self.task.tell(tr("There is no parcel behind this figure."))
            return None
        lines = parcel_lines(self.facts, numbers, self._session.plan, tr)
        form = BehindDialog(self._work, figure, lines, self)
        self.behind.append(form)
        form.show()
        return form
