"""From the key press to the picture in the real QGIS window, with 1 m GeoTIFFs.

.venv/bin/python bench/imagery.py [patches] [steps for memory]

The land is made on the first run, under the temporary folder: a casebook of so many patches (all
fictional) and two pictures of 36 km × 2.3 km with one pixel a metre, tiled, with overviews.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
sys.path.insert(0, str(TESTS))

import conftest  # noqa: F401 - registers the checkout as tuban

sys.path.insert(0, str(TESTS / "core"))  # has a conftest of its own, so only now

import test_casebook as given
from osgeo import gdal, osr

from tuban.core.casebook import create_casebook

LAND = Path(tempfile.gettempdir()) / "tuban-bench-imagery"
NAMES = {"前时相_20230105": 1, "后时相_20230401": 2}
# The first ten rows of 200 patches of the casebook.
WEST, NORTH, WIDE_DEG, HIGH_DEG = 115.195, 36.424, 0.405, 0.028
METRE_X, METRE_Y = 1 / 89_600, 1 / 110_960
BAND_ROWS = 256


def make_picture(path: Path, seed: int) -> None:
    """Fields and noise, as hard to compress as a real picture."""
    columns, rows = int(WIDE_DEG / METRE_X), int(HIGH_DEG / METRE_Y)
    options = ["TILED=YES", "COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=85"]
    part = path.with_suffix(".part.tif")
    made = gdal.GetDriverByName("GTiff").Create(str(part), columns, rows, 3, options=options)
    made.SetGeoTransform((WEST, METRE_X, 0, NORTH, 0, -METRE_Y))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4490)
    made.SetProjection(crs.ExportToWkt())
    chance = np.random.default_rng(seed)
    fields = chance.integers(60, 190, (3, rows // 80 + 1, columns // 120 + 1), np.uint8)
    for top in range(0, rows, BAND_ROWS):
        count = min(BAND_ROWS, rows - top)
        for band in range(3):
            lines = (np.arange(top, top + count) // 80)[:, None]
            ground = fields[band][lines, (np.arange(columns) // 120)[None, :]].astype(np.int16)
            ground += chance.integers(-25, 26, ground.shape, np.int16)
            picture = np.clip(ground, 0, 255).astype(np.uint8)
            made.GetRasterBand(band + 1).WriteArray(picture, 0, top)
    made.FlushCache()
    gdal.SetConfigOption("COMPRESS_OVERVIEW", "JPEG")
    gdal.SetConfigOption("PHOTOMETRIC_OVERVIEW", "YCBCR")
    made.BuildOverviews("AVERAGE", [2, 4, 8, 16, 32])
    del made
    part.replace(path)


def make_land(count: int) -> Path:
    LAND.mkdir(exist_ok=True)
    for name, seed in NAMES.items():
        path = LAND / f"{name}.tif"
        if not path.is_file():
            print(f"making {path}", flush=True)
            make_picture(path, seed)
    casebook = LAND / f"台账_{count}.gpkg"
    if not casebook.is_file():
        print(f"making {casebook}", flush=True)
        with create_casebook(casebook, given.PLAN, "379901", "虚构县", "甲") as book:
            book.record(given.month_of(count))
    return casebook


def in_window(script: str, place: str, casebook: Path, steps: int) -> int:
    """Run a script of this folder in the real window, over the pictures and a casebook."""
    spec = importlib.util.spec_from_file_location("desktop", ROOT / "tools" / "desktop.py")
    desktop = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(desktop)
    folder = LAND / place
    folder.mkdir(exist_ok=True)
    variables = {
        "TUBAN_CASEBOOK": str(casebook),
        "TUBAN_PICTURES": ";".join(str(LAND / f"{name}.tif") for name in NAMES),
        "TUBAN_STEPS": str(steps),
        # GDAL keeps blocks of pictures up to a twentieth of the memory: not ours to grow.
        "GDAL_CACHEMAX": "64",
    }
    path = ROOT / "bench" / script
    status, report = desktop.run(path, folder, timeout=1500, variables=variables)
    print(report, end="")
    return status


def main(count: int, steps: int) -> int:
    return in_window("imagery_window.py", "desktop", make_land(count), steps)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(numbers + [50_000, 0][len(numbers) :])))
