"""The dock in the real QGIS window: key to figures, judging, scrolling, opening, memory.

.venv/bin/python bench/dock.py [patches] [steps for memory] [tuban|plain|acatama]

``plain`` does the same ten steps with what QGIS itself has: the attribute table's form view.
``acatama`` does them with AcATaMa, which wants QGIS 3.36 or later and dask; TUBAN_ACATAMA names
its folder. The land is that of bench/imagery.py; every parcel has figures.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
sys.path.insert(0, str(BENCH))

import imagery as land
import test_casebook as given

from tuban.core.casebook import create_casebook, events
from tuban.core.model import Figures
from tuban.core.mu import mu_from_m2

SCRIPTS = {"tuban": "dock_window.py", "plain": "dock_plain.py", "acatama": "dock_acatama.py"}
ONE_OF = 4  # a quarter of each parcel is no cultivated land


def figures_of(parcel) -> Figures:
    """Three quarters cultivated, the rest construction; nothing protected."""
    rest = round(parcel.area_m2 / ONE_OF, 2)
    zero = rest - rest
    in_m2 = {
        "area": parcel.area_m2,
        "cultivated_gross": parcel.area_m2 - rest,
        "cultivated": parcel.area_m2 - rest,
        "construction": rest,
        **dict.fromkeys(("other_agricultural", "unused", "uncovered"), zero),
        **dict.fromkeys(("basic_farmland", "red_line", "urban"), zero),
    }
    return Figures(
        parcel_number=parcel.number,
        net=True,
        **{f"{name}_m2": area for name, area in in_m2.items()},
        **{f"{name}_mu": mu_from_m2(area) for name, area in in_m2.items()},
        by_code_m2={"0102": parcel.area_m2 - rest, "0702": rest},
        adjusted_m2={},
        approvals=(),
        location="虚构镇虚构村",
        layers=(),
        notes=(),
    )


def make_casebook(count: int, how: str) -> Path:
    """Made anew for every run: the keys write verdicts into it."""
    land.make_land(1)
    kept = land.LAND / f"台账_套合_{count}.gpkg"
    if not kept.is_file():
        print(f"making {kept}", flush=True)
        parcels = [given.parcel(given.patch(index)) for index in range(count)]
        with create_casebook(kept, given.PLAN, "379901", "虚构县", "甲") as book:
            book.record(given.month_of(count))
            book.record([events.figures_computed(figures_of(one), None) for one in parcels])
    used = land.LAND / f"台账_{how}.gpkg"
    used.write_bytes(kept.read_bytes())
    return used


def install(plugin: Path, plugins: Path) -> None:
    """A peer, into the profile that its steps are made in."""
    plugins.mkdir(parents=True, exist_ok=True)
    (plugins / plugin.name).unlink(missing_ok=True)
    (plugins / plugin.name).symlink_to(plugin)


def main(count: int, steps: int, how: str) -> int:
    if how == "acatama":
        install(Path(os.environ["TUBAN_ACATAMA"]), land.LAND / f"desktop_{how}" / "plugins")
    return land.in_window(SCRIPTS[how], f"desktop_{how}", make_casebook(count, how), steps)


if __name__ == "__main__":
    words = sys.argv[1:]
    counted = [int(word) for word in words if word.isdigit()]
    said = [word for word in words if not word.isdigit()]
    sys.exit(main(*(counted + [50_000, 0][len(counted) :]), *(said or ["tuban"])))
