"""Where the dock's states take place: the desk, its casebooks, and what several states share."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Callable, Iterator

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QWidget

RUN = Path(os.environ["TUBAN_RUN"])
DAYS_LEFT, HURRY, OVERDUE = date(2023, 4, 17), date(2023, 4, 20), date(2023, 4, 25)
LAID_OUT_MS = 400


class Place:
    def __init__(self, desk) -> None:
        self.desk, self.dock, self.session = desk, desk.dock, desk.session
        self.working = desk.session.book.path
        self.handed = RUN / "handed" / self.working.name
        self.city = RUN / "city" / self.working.name
        self.day(DAYS_LEFT)

    def day(self, day: date) -> None:
        """From now on it is this day."""
        self.session._today = lambda: day
        self.session.reload()

    def at(self, category: str) -> None:
        """Go to the first parcel that is judged so; empty: that is not judged."""
        row = next(row for row in self.session.rows if row.category == category)
        self.session.show(row.parcel_number)

    def walk(self, is_there: Callable[[], bool]) -> None:
        """Go from parcel to parcel until one is there."""
        for row in self.session.rows:
            self.session.show(row.parcel_number)
            if is_there():
                return
        raise RuntimeError("no such parcel")

    def walk_to_measures(self) -> None:
        """Go to the first parcel that is being put right."""
        self.walk(lambda: bool(self.session.dossier.put_right.rectification))

    def scrolled_to(self, widget: QWidget) -> Iterator[object]:
        """A state in which this stands at the top of what is scrolled."""
        content = self.dock._scroll.widget()
        yield from self._scrolled(lambda: widget.mapTo(content, QPoint()).y())

    def scrolled_down(self) -> Iterator[object]:
        """A state in which the lower end of what is scrolled is in sight."""
        yield from self._scrolled(self.dock._scroll.verticalScrollBar().maximum)

    def _scrolled(self, there: Callable[[], int]) -> Iterator[object]:
        bar = self.dock._scroll.verticalScrollBar()

        def scroll() -> Iterator[int]:
            yield LAID_OUT_MS  # another parcel's panels have their heights a moment later
            bar.setValue(there())

        yield scroll()
        bar.setValue(0)
