"""Runs one month of the fictional county through ``qgis_process``, as an office could by night.

    python tools/run_month.py --data DIR --out DIR

Every step is one of the plugin's own algorithms. Under ``--out`` it leaves the casebook, the
report of the checks, the submission package and the forms that are in it, and writes their
paths to ``results.json``.
"""

from __future__ import annotations

import argparse
import json
import os
import runpy
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import desktop

ROOT = Path(__file__).resolve().parents[1]
PLAN = "liaocheng-2023"
MONTH = "2023-04"
CLERK = "演示人员（虚构）"
# The value of KIND (0 land, 1 mineral) and the layer of the issued zip that holds it.
LAYERS = {0: "土地卫片图斑", 1: "矿产卫片图斑"}
# Lines of QGIS's own on stderr that mean nothing to the reader.
NOISE = ("setapi() is deprecated", "QStandardPaths", "proj_create")


class Month:
    """The steps of one month; each says what came out and how long it took."""

    def __init__(self, data: Path, out: Path) -> None:
        self.data, self.out = data, out
        self.casebook = out / "虚构县台账本.gpkg"
        place = out / "profile"
        place.mkdir(parents=True, exist_ok=True)
        self.environment = {**desktop.prepare(place), "QT_QPA_PLATFORM": "offscreen"}
        # Debian 12's wrapper adds an option that the program behind it refuses.
        self.program = shutil.which("qgis_process.bin") or "qgis_process"

    def run(self) -> dict[str, str]:
        names = runpy.run_path(str(ROOT / "demo" / "names.py"))
        self.step(
            "createcasebook",
            PLAN=PLAN,
            COUNTY_CODE=names["COUNTY_CODE"],
            COUNTY_NAME=names["COUNTY_NAME"],
        )
        issued = self.data / "下发" / f"图斑_{MONTH.replace('-', '')}.zip"
        for kind, layer in LAYERS.items():
            self.step("importpatches", INPUT=issued, LAYER=layer, KIND=kind, MONTH=MONTH)
        self.step("overlayareas", FOLDER=self.data / "底图", MONTH=MONTH)
        self.step("attachphotos", FOLDER=self.data / "外业" / "照片")
        self.step("recordfieldchecks", INPUT=self.data / "外业" / "核查.csv")
        self.step("recordevidence", INPUT=self.data / "内业" / "举证.csv")
        earlier = next((self.data / "往期").glob("*.gpkg"))
        links = self.out / "往期关联.xlsx"
        self.step("linkearlier", INPUT=earlier, MONTH=MONTH, OUTPUT=links)
        self.step("recordverdicts", INPUT=self.data / "内业" / "判定.csv")
        self.step("recordevidence", INPUT=self.data / "内业" / "矿产举证.csv")
        self.step("recordverdicts", INPUT=self.data / "内业" / "矿产判定.csv")
        self.step("recordcases", INPUT=self.data / "内业" / "案件.csv")
        self.step("importrectification", INPUT=self.data / "内业" / "整改.csv")
        visits = Path(self.step("mustvisit", MONTH=MONTH, FOLDER=self.out)["XLSX"])
        report = self.out / "检查报告.xlsx"
        self.step("checksubmission", MONTH=MONTH, REPORT=report)
        package = Path(self.step("exportsubmission", MONTH=MONTH, FOLDER=self.out)["PACKAGE"])
        self.step("verifycasebook", PACKAGE=package)
        found = {"casebook": self.casebook, "check report": report, "package": package}
        found["must-visit list"] = visits
        found["links to earlier work"] = links
        found.update((f"form {form.name}", form) for form in _forms(package, self.out / "forms"))
        return {name: str(path) for name, path in found.items()}

    def step(self, algorithm: str, **parameters: object) -> dict:
        """Run one algorithm on the casebook; its results. Ends the program when it refuses."""
        started = time.monotonic()
        print(f"  ▸ {algorithm}", flush=True)
        given = {"CASEBOOK": self.casebook, "WHO": CLERK, **parameters}
        if algorithm in {"checksubmission", "mustvisit", "verifycasebook"}:
            del given["WHO"]  # these only read
        command = [self.program, "run", f"tuban:{algorithm}", "--json", "--"]
        command += [f"{name}={value}" for name, value in given.items()]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if not any(n in line for n in NOISE)]
            raise SystemExit("\n".join([f"tuban:{algorithm} refused:", *said]))
        results = json.loads(done.stdout)["results"]
        figures = [f"{key} {value}" for key, value in results.items() if _is_figure(value)]
        figures.append(f"{time.monotonic() - started:.0f} s")
        print(f"    {', '.join(figures)}", flush=True)
        return results


def _is_figure(value: object) -> bool:
    return isinstance(value, (int, float))


def _forms(package: Path, folder: Path) -> list[Path]:
    """The xlsx members of the package, laid beside it for whoever wants to look at them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    found = []
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                target = folder / Path(name).name
                target.write_bytes(archive.read(name))
                found.append(target)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    results = Month(options.data.resolve(), options.out.resolve()).run()
    part = options.out / "results.json.part"
    part.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(part, options.out / "results.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
