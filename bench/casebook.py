"""How long the record takes with 50,000 patches: importing, reading, one verdict, verifying.

.venv/bin/python bench/casebook.py [patches]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

import conftest  # noqa: F401 - registers the checkout as tuban

sys.path.insert(0, str(TESTS / "core"))  # has a conftest of its own, so only now

import test_casebook as given

from tuban.core.casebook import create_casebook, events


def timed(name: str, work):
    start = time.perf_counter()
    result = work()
    print(f"{name:32s} {time.perf_counter() - start:8.2f} s", flush=True)
    return result


def main(count: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="tuban-bench-"))
    book = create_casebook(folder / "台账.gpkg", given.PLAN, "379901", "虚构县", "甲")
    month = timed(f"make {count} patches", lambda: given.month_of(count))
    timed("record them", lambda: book.record(month))
    timed("rows of the month", lambda: book.rows(given.MONTH))
    took = []
    for index in range(100):
        verdict = given.verdict(f"3799010400{index:04d}_1")
        start = time.perf_counter()
        book.record([events.verdict_given(verdict, None)])
        took.append((time.perf_counter() - start) * 1000)
    print(f"{'one verdict':32s} {median(took):8.2f} ms (longest {max(took):.2f} ms)")
    timed("verify", book.verify)
    print(f"{'file':32s} {(folder / '台账.gpkg').stat().st_size / 1e6:8.1f} MB")
    book.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
