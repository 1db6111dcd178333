"""Pictures of every form in Chinese and in English: ``python tools/shots.py --out DIR``.

Under DIR the small fictional county, its month and a project are made anew; the pictures lie in
``zh`` and ``en``. See tools/form_shots.py.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import desktop
from run_month import LAYERS, MONTH, PLAN, Month

ROOT = Path(__file__).resolve().parents[1]
UNDECIDED = 3
CASES = """\
案件编号,当事人,项目或事项,地块编号,通知书文号,通知书日期,送达对象,立案,立案文号,罚款决定,罚款决定日期
虚构案〔2023〕1号,虚构公司,厂房,37990104000002_1,虚构责停〔2023〕1号,2023-04-15,虚构公司,2023-04-18,虚构立〔2023〕1号,120000,2023-06-20
虚构案〔2023〕2号,虚构丙,硬化地面,37990104000005_1、37990104000006_1,虚构责停〔2023〕2号,2023-04-16,虚构丙,2023-04-20,虚构立〔2023〕2号,,
"""
LANGUAGES = {"zh": desktop.CHINESE, "en": "en"}


def make_month(place: Path) -> None:
    """The county, overlaid, visited and judged; photos of the first folder are left to match."""
    data = place / "data"
    make = [sys.executable, str(ROOT / "demo" / "make_county.py"), "--small", "--out", str(data)]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
    month = Month(data, place / "month")
    month.step("createcasebook", PLAN=PLAN, COUNTY_CODE="379901", COUNTY_NAME="虚构县（演示）")
    issued = next((data / "下发").glob("图斑_*.zip"))
    for kind, layer in LAYERS.items():
        month.step("importpatches", INPUT=issued, LAYER=layer, KIND=kind, MONTH=MONTH)
    month.step("overlayareas", FOLDER=data / "底图", MONTH=MONTH)
    last = max((data / "外业" / "照片").iterdir())
    month.step("attachphotos", FOLDER=last)
    month.step("recordfieldchecks", INPUT=data / "外业" / "核查.csv")
    month.step("recordevidence", INPUT=data / "内业" / "举证.csv")
    verdicts = all_but_the_last(data / "内业" / "判定.csv", place)
    month.step("recordverdicts", INPUT=verdicts)
    month.step("recordcases", INPUT=fictional_cases(place))
    measures = of_judged(data / "内业" / "整改.csv", verdicts, place)
    month.step("importrectification", INPUT=measures)
    make_project(place, month.casebook)


def all_but_the_last(table: Path, place: Path) -> Path:
    """A month that is nearly done: some parcels are not judged yet."""
    lines = table.read_bytes().splitlines(keepends=True)
    shorter = place / "判定.csv"
    shorter.write_bytes(b"".join(lines[:-UNDECIDED]))
    return shorter


def of_judged(table: Path, verdicts: Path, place: Path) -> Path:
    """The measures without those of parcels that are not judged yet."""
    judged = verdicts.read_text(encoding="utf-8-sig")
    heading, *rows = table.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    kept = place / "整改.csv"
    told = [row for row in rows if row.partition(",")[0] in judged]
    kept.write_text("".join([heading, *told]), encoding="utf-8")
    return kept


def fictional_cases(place: Path) -> Path:
    """One case on its way and one that is overdue."""
    table = place / "案件.csv"
    table.write_text(CASES, encoding="utf-8")
    return table


def make_project(place: Path, casebook: Path) -> None:
    profile = place / "month" / "profile"
    environment = {**desktop.prepare(profile), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(ROOT / "tools" / "demo_project.py")]
    command += ["--data", str(place / "data"), "--casebook", str(casebook)]
    command += ["--project", str(place / "demo.qgz")]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "forms")
    place = parser.parse_args().out.resolve()
    shutil.rmtree(place, ignore_errors=True)
    for name in LANGUAGES:
        (place / name).mkdir(parents=True)
    make_month(place)
    for name, language in LANGUAGES.items():
        given = {"TUBAN_SHOTS": str(place), "TUBAN_LANGUAGE": name}
        work = place / f"desktop_{name}"
        work.mkdir()
        script = ROOT / "tools" / "form_shots.py"
        status = desktop.run_and_tell(script, work, language=language, variables=given)
        if status:
            return status
    return 0


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    sys.exit(main())
