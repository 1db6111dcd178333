"""How long it takes to read 50,000 issued patches, all texts in GBK without a .cpg.

.venv/bin/python bench/intake.py [patches]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import conftest  # noqa: F401 - registers the checkout as tuban

sys.modules.pop("conftest")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "core"))

from conftest import E0, N0, Issued, square

from tuban.core.intake import read_draft
from tuban.core.plan import load_plan


def main(count: int) -> None:
    issued = Issued(Path(tempfile.mkdtemp(prefix="tuban-bench-")))
    rows = [issued.row(f"{index:08d}", BZ=f"第{index}个") for index in range(count)]
    shapes = [[square(E0 + index % 250 * 200, N0 + index // 250 * 200)] for index in range(count)]
    path = issued.shapefile(rows, shapes)
    plan = load_plan("liaocheng-2023")
    start = time.perf_counter()
    draft = read_draft(path, plan)
    took = time.perf_counter() - start
    print(f"read {len(draft.patches)} patches, {len(draft.refused)} refused: {took:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
