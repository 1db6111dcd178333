"""What else a person waits for: one parcel, files without an index, cancel.

Run by bench/overlay.py, each part in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Callable, Dict, List, Tuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

import conftest  # noqa: F401 - registers the checkout as tuban
import overlay_data
from overlay_engines import PLAN, parcels_in, register_tuban, sources_of, start_qgis

Rows = List[Tuple[str, str]]
PARCELS_ALONE, MOMENTS = 50, 20


def main(folder: Path, parcels: int) -> None:
    """All parts, on the land of so many parcels; of files without index a tenth of it."""
    few = max(parcels // 10, 20_000)
    print("\n| what | measured |\n|---|---|", flush=True)
    for part, size, roads in (
        ("one", parcels, False),
        ("one", parcels, True),
        ("files", few, False),
        ("cancel", parcels, True),
    ):
        land = overlay_data.make(folder, size, roads)
        count = 5000 if part == "cancel" and size > 500_000 else 1000
        patches = overlay_data.make_patches(folder, land, count, size)
        command = [sys.executable, __file__, part, str(land), str(patches)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(  # noqa: S603 - this very file
            command, stdout=subprocess.PIPE, env=environment, text=True, check=True
        )
        about = f"{size:,} parcels{', roads and rivers' if roads else ''}"
        for what, measured in json.loads(done.stdout.splitlines()[-1]):
            print(f"| {about}: {what} | {measured} |", flush=True)


def _seconds(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _middle(times: List[float]) -> str:
    ordered = sorted(times)
    high = ordered[int(0.9 * (len(ordered) - 1))]
    middle, most = median(ordered), ordered[-1]
    return f"{1000 * middle:.0f} ms (90 %: {1000 * high:.0f}, most: {1000 * most:.0f})"


def _one(land: Path, patches: Path) -> Rows:
    """Parcels measured alone, as the dock does: for the first time, and once more."""
    from tuban.core.overlay.run import overlay_parcels
    from tuban.core.plan import load_plan

    plan = load_plan(PLAN)
    parcels = parcels_in(patches)[: PARCELS_ALONE * 10 : 10]
    begun = time.perf_counter()
    sources = sources_of(land)
    overlay_parcels(parcels[:1], sources, plan)
    rows = [("layers opened, hashed, and a first parcel", f"{time.perf_counter() - begun:.1f} s")]
    for about, nearest in (("", False), (", with distance to protected areas", True)):
        alone = partial(overlay_parcels, sources=sources, plan=plan, nearest=nearest)
        for what in ("first touch", "warm"):
            times = [_seconds(partial(alone, [one])) for one in parcels]
            rows.append((f"one parcel, {what}{about}", _middle(times)))
    return rows


def _files(land: Path, patches: Path) -> Rows:
    """Land use in other formats, with and without index, against one read of the layer."""
    from osgeo import gdal, ogr

    from tuban.core.overlay.run import overlay_parcels
    from tuban.core.plan import load_plan

    gdal.UseExceptions()
    plan, parcels = load_plan(PLAN), parcels_in(patches)
    rows: Rows = []

    def read(path: Path) -> None:
        opened = ogr.Open(str(path))
        for feature in opened.GetLayer(0):
            feature.GetGeometryRef().GetEnvelope()

    def lay(path: Path) -> None:
        sources = sources_of(path.parent, path.suffix, ["land_use"])
        overlay_parcels(parcels, sources, plan)

    for name, path in _made_files(land).items():
        turns = [(_seconds(partial(lay, path)), _seconds(partial(read, path))) for _ in range(3)]
        whole, once = (median(column) for column in zip(*turns))
        rows.append((f"{len(parcels):,} patches, {name}", f"{whole:.2f} s; one read {once:.2f} s"))
    return rows


def _made_files(land: Path) -> Dict[str, Path]:
    """The land-use layer in every format, made once."""
    from osgeo import gdal

    formats = {
        "shapefile with .qix": ("qix", ".shp", "ESRI Shapefile", ["SPATIAL_INDEX=YES"]),
        "shapefile without index": ("plain", ".shp", "ESRI Shapefile", []),
        "FileGDB with index": ("gdb", ".gdb", "OpenFileGDB", []),
        "FileGDB without index": ("gdb-plain", ".gdb", "OpenFileGDB", []),
    }
    found = {"GeoPackage": land / "DLTB.gpkg"}
    for name, (folder, suffix, driver, options) in formats.items():
        path = land / folder / f"DLTB{suffix}"
        found[name] = path
        if path.exists():
            continue
        path.parent.mkdir(exist_ok=True)
        text = ["ENCODING=UTF-8"] if suffix == ".shp" else []
        gdal.VectorTranslate(
            str(path),
            str(land / "DLTB.gpkg"),
            format=driver,
            layerName="DLTB",
            layerCreationOptions=[*options, *text],
        )
        if folder == "gdb-plain":
            for index in path.glob("*.spx"):
                index.unlink()
    return found


def _cancel(land: Path, patches: Path) -> Rows:
    """From cancel() to the end of tuban:overlay, at moments all over its run."""
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    application = start_qgis()
    provider = register_tuban(application)
    algorithm = provider.algorithm("overlay")

    def run(feedback: Any) -> bool:
        context, asked = _asked(land, patches)
        try:
            algorithm.run(asked, context, feedback, {}, False)
        except QgsProcessingException:
            return False
        return True

    whole = _seconds(lambda: run(QgsProcessingFeedback(False)))
    waits: List[float] = []
    for moment in range(MOMENTS):
        feedback, pressed = QgsProcessingFeedback(False), []

        def press(feedback: Any = feedback, pressed: List[float] = pressed) -> None:
            feedback.cancel()
            pressed.append(time.perf_counter())

        timer = threading.Timer(whole * (moment + 0.5) / MOMENTS, press)
        timer.start()
        finished = run(feedback)
        ended = time.perf_counter()
        timer.cancel()
        if not finished and pressed:
            waits.append(ended - pressed[0])
    count = f"{len(waits)} times in a run of {whole:.0f} s"
    return [(f"cancel of tuban:overlay, {count}", _middle(waits))]


def _asked(land: Path, patches: Path) -> Tuple[Any, Dict[str, Any]]:
    from qgis.core import QgsProcessingContext

    names = {"LAND_USE": "DLTB", "BASIC_FARMLAND": "YJJBNTTB", "RED_LINE": "STBHHX"}
    names["URBAN_BOUNDARY"] = "CZKFBJ"
    asked = {role: str(land / f"{name}.gpkg") for role, name in names.items()}
    asked.update(PATCHES=str(patches), KEY="TBBH", SUMMARY="memory:", DETAIL="memory:")
    return QgsProcessingContext(), asked


if __name__ == "__main__":
    _part, _land, _patches = sys.argv[1:]
    _rows = {"one": _one, "files": _files, "cancel": _cancel}[_part](Path(_land), Path(_patches))
    print(json.dumps(_rows), flush=True)
    os._exit(0)  # QGIS, taken down in any order, ends in a crash that is not ours
