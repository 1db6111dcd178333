"""The overlay against what else there is, in turns, on made-up land of a city's size.

.venv/bin/python bench/overlay.py [--small] [--rounds 3] [--only NAME …] [--without ENGINE …]

Makes the land on its first run (2 to 3 GB, minutes each) and a folder with shapely 2, geopandas
and DuckDB (pip; without a network they are left out). Every run is a process of its own, from
files to tables. Prints the tables of docs/performance.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Dict, List, NamedTuple, Optional, Tuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

import conftest  # noqa: F401 - registers the checkout as tuban
import overlay_data
import overlay_more
from overlay_engines import ENGINES
from overlay_peers import PEERS

FOLDER = Path(tempfile.gettempdir()) / "tuban-bench"
REFERENCE, RIVAL = "tuban", "calculatevectoroverlaps"
OURS = ("tuban", "tuban, 2 threads")
QGIS = (*OURS, "tuban:overlay in QGIS", RIVAL, "native:intersection")
ALL = (*QGIS, *PEERS)
# Edges of some hundred metres are straight in the plane for one, in degrees for another.
FAR_OFF_M2 = 0.5
Run = Dict[str, float]


class Cell(NamedTuple):
    """One size of the task, and who takes part."""

    patches: int
    parcels: int
    engines: Tuple[str, ...]
    roads: bool = False
    rounds: int = 1

    @property
    def name(self) -> str:
        """For the table."""
        extra = ", roads and rivers" if self.roads else ""
        return f"{self.patches:,} × {self.parcels:,}{extra}"


FULL = (
    Cell(1000, 100_000, ALL, rounds=3),
    Cell(5000, 100_000, ALL),
    Cell(50_000, 100_000, OURS),
    Cell(1000, 500_000, OURS),
    Cell(5000, 500_000, (*OURS, RIVAL)),
    Cell(50_000, 500_000, OURS),
    Cell(1000, 1_000_000, (*OURS, RIVAL)),
    Cell(5000, 1_000_000, (*OURS, "tuban:overlay in QGIS", RIVAL), rounds=3),
    Cell(5000, 1_000_000, (*OURS, "tuban:overlay in QGIS", RIVAL), roads=True, rounds=3),
    Cell(50_000, 1_000_000, OURS),
    Cell(50_000, 1_000_000, OURS, roads=True),
)
SMALL = (
    Cell(1000, 20_000, ALL),
    Cell(1000, 20_000, (*OURS, RIVAL), roads=True),
)


def main() -> None:
    """Run what was asked for and print the tables."""
    given = _arguments()
    given.folder.mkdir(parents=True, exist_ok=True)
    peers = _peers_python(given.folder)
    print(_machine(peers), flush=True)
    for line in (
        "\n| patches × parcels | engine | wall s | processor s | work s | peak MB | faster "
        "| differs m² | runs |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ):
        print(line, flush=True)
    cells = [
        cell
        for cell in (SMALL if given.small else FULL)
        if not given.only or cell.name in given.only
    ]
    for cell in cells:
        _print(cell, _turns(cell, given, peers))
    _print_computed(peers)
    _print_lands(given.folder, cells)
    if not given.only:
        overlay_more.main(given.folder, 20_000 if given.small else 1_000_000)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="20,000 parcels: two minutes")
    parser.add_argument("--rounds", type=int, default=3, help="at most so many runs of each")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--only", nargs="*", default=[], help="sizes, as printed")
    parser.add_argument("--without", nargs="*", default=[], help="engines to leave out")
    return parser.parse_args()


def _peers_python(folder: Path) -> Optional[str]:
    """A Python that has the peers, made on the first run; ``None`` when pip cannot get them."""
    home = folder / "peers"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (home / "ready").is_file():
        wanted = ["-r", str(HERE / "requirements-peers.txt")]
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)  # noqa: S603
        command = [str(python), "-m", "pip", "install", "--quiet", *wanted]
        if subprocess.run(command, check=False).returncode:  # noqa: S603
            return None
        (home / "ready").touch()
    return str(python)


def _machine(peers: Optional[str]) -> str:
    """Machine and versions; where the peers are missing, that."""
    import numpy
    from osgeo import gdal
    from qgis.core import Qgis

    cpu = platform.processor() or platform.machine()
    found = [f"{cpu}, {os.cpu_count()} processors", f"Python {platform.python_version()}"]
    found += [f"NumPy {numpy.__version__}", f"GDAL {gdal.__version__}", f"QGIS {Qgis.QGIS_VERSION}"]
    if peers is None:
        return ", ".join([*found, "no shapely, geopandas, DuckDB: pip could not install them"])
    names = "shapely", "geopandas", "duckdb"
    ask = f"from importlib.metadata import version as v; print([v(n) for n in {names}])"
    told = subprocess.run([peers, "-c", ask], capture_output=True, text=True, check=True)  # noqa: S603
    return ", ".join([*found, f"{', '.join(names)}: {told.stdout.strip()}"])


def _turns(cell: Cell, given: argparse.Namespace, peers: Optional[str]) -> Dict[str, List[Run]]:
    """The engines' runs, one after another in turns."""
    land = overlay_data.make(given.folder, cell.parcels, cell.roads)
    patches = overlay_data.make_patches(given.folder, land, cell.patches, cell.parcels)
    missing = [name for name, one in PEERS.items() if one.in_peers and peers is None]
    runs: Dict[str, List[Run]] = {}
    for _ in range(min(cell.rounds, given.rounds)):
        for engine in cell.engines:
            if engine not in given.without and engine not in missing:
                runs.setdefault(engine, []).append(_timed(engine, land, patches, peers))
    runs = {engine: [one for one in found if one] for engine, found in runs.items()}
    reference = _sums(_table(REFERENCE, patches))
    for engine, found in ((engine, found) for engine, found in runs.items() if found):
        sums = _sums(_table(engine, patches))
        gaps = {key: sums.get(key, 0) - reference.get(key, 0) for key in {*sums, *reference}}
        found[0]["differs"] = max(map(abs, gaps.values()), default=0.0)
        found[0]["far off"] = len({key[0] for key, gap in gaps.items() if abs(gap) > FAR_OFF_M2})
    return runs


def _table(engine: str, patches: Path) -> Path:
    return patches.with_suffix(f".{engine.translate(str.maketrans(' :,', '___'))}.csv")


def _sums(table: Path) -> Dict[Tuple[str, str], float]:
    """m² per patch and layer."""
    sums: Dict[Tuple[str, str], float] = defaultdict(float)
    with table.open(encoding="utf-8", newline="") as file:
        for key, layer, _, area in csv.reader(file):
            sums[key, layer] += float(area)
    return sums


def _timed(engine: str, land: Path, patches: Path, peers: Optional[str]) -> Run:
    """Wall and processor time in seconds and peak memory in MB of one run; none that failed."""
    peer = PEERS.get(engine)
    script = "overlay_engines.py" if peer is None else "overlay_peers.py"
    python = peers if peer is not None and peer.in_peers else sys.executable
    command = [str(python), str(HERE / script), engine, str(land), str(patches)]
    command.append(str(_table(engine, patches)))
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own files, with our own arguments
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    )
    lines: List[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stdout or []))
    reader.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    reader.join()
    if status:
        print(f"{' '.join(command)} failed", file=sys.stderr)
        return {}
    took = {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}
    return {**took, **json.loads(lines[-1])}


def _print(cell: Cell, runs: Dict[str, List[Run]]) -> None:
    """One row per engine: medians, and how many times faster than QGIS's own."""
    for engine, found in runs.items():
        if not found:
            print(f"| {cell.name} | {engine} | breaks off |  |  |  |  |  | 0 |", flush=True)
            continue
        wall, cpu, work, peak = (
            median(one[key] for one in found) for key in ("wall", "cpu", "work", "peak")
        )
        faster = _faster(found, runs.get(RIVAL, []))
        print(
            f"| {cell.name} | {engine} | {wall:.1f} | {cpu:.1f} | {work:.1f} | {peak:.0f} | "
            f"{faster} | {_differs(found[0])} | {len(found)} |",
            flush=True,
        )


def _differs(run: Run) -> str:
    """The largest difference, and in how many patches one is more than shapes of edges explain."""
    far_off = f" ({run['far off']:.0f} patches)" if run["far off"] else ""
    return f"{run['differs']:,.3f}{far_off}"


def _faster(found: List[Run], rival: List[Run]) -> str:
    """Of each round the ratio, wall / processor, and of the ratios the median."""
    if not rival:
        return ""
    ratios = [
        median(theirs[key] / ours[key] for ours, theirs in zip(found, rival))
        for key in ("wall", "cpu")
    ]
    return " / ".join(f"{one:.1f}" for one in ratios)


def _print_computed(peers: Optional[str]) -> None:
    print("\n| engine | computes per patch |\n|---|---|")
    for name, one in {**ENGINES, **PEERS}.items():
        note = "" if peers or name not in PEERS or not PEERS[name].in_peers else " (not run)"
        print(f"| {name} | {one.computes}{note} |", flush=True)


def _print_lands(folder: Path, cells: List[Cell]) -> None:
    long = f"{overlay_data.LONG_VERTICES:,} vertices and more"
    print(f"\n| land | polygons | vertices | {long} | the largest |\n|---|---:|---:|---:|---:|")
    for parcels, roads in dict.fromkeys((cell.parcels, cell.roads) for cell in cells):
        found = overlay_data.about(overlay_data.make(folder, parcels, roads))
        share = 100 * found["long_polygons"] / found["polygons"]
        print(
            f"| {parcels:,}{', roads and rivers' if roads else ''} | {found['polygons']:,} | "
            f"{found['vertices']:,} | {found['long_polygons']:,} ({share:.1f} %) | "
            f"{found['most_vertices']:,} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
