"""How long the papers of a city's month take: bulletin, progress notice, all warnings, the year.

.venv/bin/python bench/papers.py [patches of a county in a month]

The city is that of the tests: three counties, six months. Aim: the bulletin within 10 s.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "core")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import conftest  # noqa: F401 - registers the checkout as tuban
from fictional_city import make_city
from qgis.core import QgsApplication

from tuban.core.casebook import open_casebook
from tuban.core.plan import load_plan
from tuban.core.reports.papers import Desk, Wanted
from tuban.maps.paper_files import write_paper
from tuban.maps.words import chinese

PLAN = load_plan("liaocheng-2023")
EACH, MONTH = 700, "2023-04"


def timed(name: str, work):
    start = time.perf_counter()
    result = work()
    print(f"{name:48s} {time.perf_counter() - start:8.2f} s", flush=True)
    return result


def main() -> None:
    each = int(sys.argv[1]) if len(sys.argv) > 1 else EACH
    application = QgsApplication([], True)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "city.gpkg", Path(folder)
        timed(f"(casebook of {each * 18} parcels)", lambda: make_city(path, PLAN, each))
        with open_casebook(path, "bench", read_only=True) as book:
            desk = timed("open", lambda: Desk(book, PLAN, chinese))
            timed("facts as they stand now", lambda: desk.facts(None))
            for code, month in (("bulletin", MONTH), ("progress", MONTH), ("annual", "2023-12")):
                paper = Wanted(code, month)
                timed(code, lambda paper=paper: write_paper(desk, paper, out))
            warned = timed("who is warned", lambda: desk.units(Wanted("warning", MONTH)))
            for unit in warned:
                paper = Wanted("warning", MONTH, unit=unit)
                timed(f"warning {unit}", lambda paper=paper: write_paper(desk, paper, out))


if __name__ == "__main__":
    main()
