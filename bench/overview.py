"""How long the overview takes to open in a city's casebook of 100,000 parcels over six years.

.venv/bin/python bench/overview.py [parcels]

Runs without a screen: from the order to open until the window is there, until the month is shown
and until the year is; the longest time that the window did not answer meanwhile; the page as HTML
and as PDF.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Callable, Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"
import counting

sys.path.append(str(counting.TESTS / "core"))
import fictional_city
import numpy as np
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QMainWindow

from tuban.core.casebook.codec import encode
from tuban.core.casebook.geopackage import blob_from_wkb
from tuban.core.casebook.tables import field_checks, figures, parcels, patches
from tuban.core.geometry import wkb_from_multipolygon
from tuban.core.model import FieldCheck, Parcel
from tuban.core.reports.page import write_page
from tuban.dialogs.overview.overview_dialog import OverviewDialog
from tuban.dialogs.workplace import Workplace
from tuban.maps.findings_layer import FindingsLayer
from tuban.maps.messages import Messages
from tuban.maps.page_print import write_pdf
from tuban.maps.session import Session
from tuban.maps.settings import Settings
from tuban.maps.tasks import Tasks

TODAY, TICK_MS, LOOK_MS = date(2023, 12, 23), 5, 2

RING = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) * 0.001 + (115.5, 36.4)
SHAPE = blob_from_wkb(wkb_from_multipolygon([[RING]]))
NUMBER = "parcel of the bench"
OWN = Parcel(NUMBER, NUMBER, Decimal(0), b"", "")
FIGURES = json.dumps(encode(fictional_city.figures(OWN)), ensure_ascii=False)
PLAIN = dict.fromkeys(("change_type", "remark", "geometry_sha256", "source_sha256"), "")
bare = counting.one_parcel


def with_shape(*given) -> dict:
    """The rows of a parcel as the overview reads them, too: with a shape, and whole records."""
    found = bare(*given)
    found[patches][0].update(PLAIN, geom=SHAPE, source_row=1, issued_area_unit="")
    found[parcels][0].update(geom=SHAPE, geometry_sha256="")
    number = found[parcels][0]["number"]
    found[figures][0]["data"] = FIGURES.replace(NUMBER, number)
    check = FieldCheck(number, ("甲",), found[field_checks][0]["checked_on"], "onsite")
    found[field_checks][0]["data"] = json.dumps(encode(check), ensure_ascii=False)
    return found


class Ticks:
    """The longest time between two turns of the event loop."""

    def __init__(self, parent) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def workplace(window) -> Workplace:
    settings = Settings()
    session = Session(settings, lambda: TODAY, window)
    findings = FindingsLayer(QgsProject.instance(), session)
    tasks = Tasks(QgsApplication.taskManager(), window)
    return Workplace(session, tasks, Messages(QgsMessageBar(window)), settings, findings)


class Steps:
    """Goes on with a walk by a timer of the event loop.

    A walk yields what has to be so before it goes on; it is looked at again and again.
    """

    def __init__(self, walk: Iterator[Callable[[], bool]], parent) -> None:
        self._walk, self._is_so = walk, next(walk)
        timer = QTimer(parent)
        timer.timeout.connect(self._look)
        timer.start(LOOK_MS)

    def _look(self) -> None:
        if self._is_so():
            self._is_so = next(self._walk)


def opening(work: Workplace, window, path: Path) -> Iterator[Callable[[], bool]]:
    """From the order to open until the year is shown; then the page as files."""
    ticks, start, busy = Ticks(window), time.perf_counter(), time.process_time()

    def told(what: str) -> None:
        took, used = time.perf_counter() - start, time.process_time() - busy
        print(f"{what:48s} {took:8.2f} s, processor {used:6.2f} s", flush=True)

    form = OverviewDialog(work)
    form.show()
    yield form.isVisible
    told("the window is there")
    yield lambda: form.month_state is not None
    told("the month is shown")
    yield lambda: form.year is not None
    told("the year is shown")
    print(f"{'longest without an answer':48s} {ticks.longest:8.2f} s")
    page = form.shown.page
    counting.timed("as HTML", lambda: write_page(page, path.with_suffix(".html")))
    counting.timed("as PDF", lambda: write_pdf(page, path.with_suffix(".pdf")))
    os._exit(0)


def main(count: int) -> None:
    counting.one_parcel = with_shape
    path = Path(tempfile.mkdtemp(prefix="tuban-bench-")) / "台账.gpkg"
    counting.timed(f"fill {count} parcels", lambda: counting.fill(path, count))
    application = QgsApplication([], True)
    application.initQgis()
    window = QMainWindow()
    work = workplace(window)
    counting.timed("open the casebook", lambda: work.session.open(path))
    steps = Steps(opening(work, window, path), window)  # noqa: F841 - kept while the loop runs
    application.exec()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
