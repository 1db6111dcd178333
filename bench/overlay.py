"""The overlay against what QGIS offers, interleaved, on made-up land of a city's size.

.venv/bin/python bench/overlay.py [--rounds 3] [--folder /tmp/tuban-bench] [--only NAME …]

The land is made on the first run (1.6 GB, two minutes each). Every run is a process of its own,
from files to tables; engines take turns. Prints the table of docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from typing import Any, Dict, List, NamedTuple

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1] / "tests"))

import conftest  # noqa: F401 - registers the checkout as tuban
import overlay_data

LAYERS = {"basic_farmland": "YJJBNTTB", "red_line": "STBHHX", "urban": "CZKFBJ"}
FOLDER = Path(tempfile.gettempdir()) / "tuban-bench"
QGIS_PLUGINS = "/usr/share/qgis/python/plugins"


class Cell(NamedTuple):
    """One size of the task."""

    patches: int
    parcels: int
    long_share: float = 0.0

    @property
    def name(self) -> str:
        """For the table."""
        extra = ", roads and rivers" if self.long_share else ""
        return f"{self.patches:,} × {self.parcels:,}{extra}"


CELLS = (
    Cell(1000, 100_000),
    Cell(5000, 100_000),
    Cell(5000, 500_000),
    Cell(5000, 1_000_000),
    Cell(5000, 1_000_000, 0.02),
    Cell(50_000, 1_000_000),
)
ENGINES = ("tuban", "tuban, 2 threads", "calculatevectoroverlaps", "intersection")
# What takes minutes is measured once.
SLOW = {"intersection"}


def main() -> None:
    """Run what was asked for and print the table."""
    given = _arguments()
    if given.engine:
        work(given.engine, Path(given.land), Path(given.patches))
        return
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} processors")
    for cell in CELLS:
        if given.only and cell.name not in given.only:
            continue
        land = overlay_data.make(given.folder, cell.parcels, cell.long_share)
        patches = overlay_data.make_patches(given.folder, land, cell.patches, cell.parcels)
        runs: Dict[str, List[Dict[str, float]]] = {engine: [] for engine in ENGINES}
        for turn in range(given.rounds):
            for engine in ENGINES:
                if engine in given.without or (turn and engine in SLOW):
                    continue
                runs[engine].append(_timed(engine, land, patches))
        _print(cell, runs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--only", nargs="*", default=[], help="names of cells, as printed")
    parser.add_argument("--without", nargs="*", default=[], help="engines to leave out")
    parser.add_argument("--engine", help=argparse.SUPPRESS)
    parser.add_argument("--land", help=argparse.SUPPRESS)
    parser.add_argument("--patches", help=argparse.SUPPRESS)
    return parser.parse_args()


def _timed(engine: str, land: Path, patches: Path) -> Dict[str, float]:
    """Wall and processor time in seconds and peak memory in MB of one run."""
    command = [sys.executable, str(HERE), "--engine", engine]
    command += ["--land", str(land), "--patches", str(patches)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - this very file, with its own arguments
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True
    )
    lines: List[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stdout or []))
    reader.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    reader.join()
    if status:
        raise SystemExit(f"{engine} failed: {''.join(lines)}")
    return {
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss / 1024,
        **json.loads(lines[-1]),
    }


def _print(cell: Cell, runs: Dict[str, List[Dict[str, float]]]) -> None:
    """One row per engine: medians, and how many times faster than QGIS's own."""
    middle = {
        engine: {key: median(one[key] for one in found) for key in found[0]}
        for engine, found in runs.items()
        if found
    }
    peer = middle.get("calculatevectoroverlaps")
    for engine, found in middle.items():
        faster = (
            f"{peer['wall'] / found['wall']:.1f} / {peer['cpu'] / found['cpu']:.1f}"
            if (peer)
            else ""
        )
        print(
            f"| {cell.name} | {engine} | {found['wall']:.1f} | {found['cpu']:.1f} | "
            f"{found['work']:.1f} | {found['peak']:.0f} | {faster} | {len(runs[engine])} |",
            flush=True,
        )


def work(engine: str, land: Path, patches: Path) -> None:
    """One run in this process; the last line says how long it took without starting up."""
    result = patches.with_suffix(f".{engine.replace(' ', '')}.csv")
    if engine.startswith("tuban"):
        took = _tuban(land, patches, result, 2 if "2" in engine else 1)
    else:
        took = _qgis(engine, land, patches, result)
    print(json.dumps({"work": took}), flush=True)
    os._exit(0)  # QGIS, taken down in any order, ends in a crash that is not ours


def _tuban(land: Path, patches: Path, result: Path, threads: int) -> float:
    from osgeo import ogr

    from tuban.core.casebook.tables import FIGURE_COLUMNS
    from tuban.core.overlay import open_source, overlay_parcels, parcels_of
    from tuban.core.plan import load_plan

    begun = time.perf_counter()
    plan = load_plan("liaocheng-2023")
    opened = ogr.Open(str(patches))
    parcels = parcels_of(
        [
            (one.GetFieldAsString(0), bytes(one.GetGeometryRef().ExportToIsoWkb()))
            for one in opened.GetLayer(0)
        ]
    )
    files = {"land_use": "DLTB", **LAYERS}
    sources = [
        open_source(role, land / f"{files[role.code]}.gpkg")
        for role in plan.layer_roles
        if role.code in files
    ]
    figures = overlay_parcels(parcels, sources, plan, threads=threads)
    with result.open("w", encoding="utf-8") as file:
        for one in figures:
            values = [str(getattr(one, name)) for name in FIGURE_COLUMNS]
            codes = [f"{code}={area}" for code, area in one.by_code_m2.items()]
            file.write(",".join([one.parcel_number, *values, *codes]) + "\n")
    return time.perf_counter() - begun


def _qgis(engine: str, land: Path, patches: Path, result: Path) -> float:
    sys.path.append(QGIS_PLUGINS)
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import (
        QgsApplication,
        QgsFeatureRequest,
        QgsProcessingContext,
        QgsProject,
        QgsVectorLayer,
    )

    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    if "native" not in {one.id() for one in application.processingRegistry().providers()}:
        application.processingRegistry().addProvider(QgsNativeAlgorithms())
    begun = time.perf_counter()
    names = {"patches": patches, "DLTB": land / "DLTB.gpkg"}
    names.update({name: land / f"{name}.gpkg" for name in LAYERS.values()})
    layers = {name: QgsVectorLayer(str(path), name, "ogr") for name, path in names.items()}
    project = QgsProject.instance()
    project.addMapLayers(list(layers.values()))
    project.setCrs(layers["patches"].crs())
    project.setEllipsoid(layers["patches"].crs().ellipsoidAcronym())
    context = QgsProcessingContext()
    context.setProject(project)
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    own = layers.pop("patches")
    run = _overlaps if engine == "calculatevectoroverlaps" else _intersections
    with result.open("w", encoding="utf-8") as file:
        run(own, layers, context, file)
    return time.perf_counter() - begun


def _overlaps(own: Any, layers: Dict[str, Any], context: Any, file: Any) -> None:
    import processing

    asked = {"INPUT": own, "LAYERS": list(layers.values()), "OUTPUT": "memory:"}
    found = processing.run("native:calculatevectoroverlaps", asked, context=context)["OUTPUT"]
    for feature in found.getFeatures():
        file.write(",".join(map(str, feature.attributes())) + "\n")


def _intersections(own: Any, layers: Dict[str, Any], context: Any, file: Any) -> None:
    import processing
    from qgis.core import QgsDistanceArea

    measure = QgsDistanceArea()
    measure.setSourceCrs(own.crs(), context.transformContext())
    measure.setEllipsoid(own.crs().ellipsoidAcronym())
    for name, layer in layers.items():
        asked = {
            "INPUT": own,
            "OVERLAY": layer,
            "INPUT_FIELDS": ["TBBH"],
            "OVERLAY_FIELDS": ["DLBM", "KCXS"] if name == "DLTB" else ["BH"],
            "OVERLAY_FIELDS_PREFIX": "o_",
            "OUTPUT": "memory:",
        }
        pieces = processing.run("native:intersection", asked, context=context)["OUTPUT"]
        for piece in pieces.getFeatures():
            area = measure.measureArea(piece.geometry())
            file.write(",".join(map(str, [name, *piece.attributes(), area])) + "\n")


if __name__ == "__main__":
    main()
