"""How long one key press takes in the dock's session: record, read again, show the next parcel.

QT_QPA_PLATFORM=offscreen .venv/bin/python bench/dock.py [patches]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "core")]

import conftest  # noqa: F401 - registers the checkout as tuban
import test_casebook as given
from qgis.core import QgsApplication

from tuban.core.casebook import create_casebook

PRESSES = 200


def main(count: int) -> None:
    qgis = QgsApplication([], False)
    qgis.initQgis()
    from tuban.maps.session import Session
    from tuban.maps.settings import Settings

    path = Path(tempfile.mkdtemp(prefix="tuban-bench-")) / "台账.gpkg"
    with create_casebook(path, given.PLAN, "379901", "虚构县", "甲") as book:
        book.record(given.month_of(count))
    session = Session(Settings())
    start = time.perf_counter()
    session.open(path)
    print(f"open {count} patches: {time.perf_counter() - start:.2f} s")
    took = []
    for index in range(PRESSES):
        start = time.perf_counter()
        session.judge("legal", "", f"第{index}宗")
        session.show_next_undecided()
        took.append((time.perf_counter() - start) * 1000)
    p95 = quantiles(took, n=20)[-1]
    print(f"one key press: median {median(took):.1f} ms, p95 {p95:.1f} ms, max {max(took):.1f} ms")
    session.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
