"""Pictures of every state of the dock: ``python tools/looks.py --out DIR``.

In Chinese and English, in QGIS's light theme and in Night Mapping, at 1366 × 768; where the layout
changes with the screen also at 1920 × 1080 and at 1920 × 1080 scaled to 150 %. The states are in
tools/dock_states.py. The small fictional county and its city are made once under DIR; each run
works in a copy of them, so that every picture begins from the same.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

import desktop
import shots
from run_month import PLAN, Month

SCREENS = {"small": ("1366x768", "1"), "large": ("1920x1080", "1"), "scaled": ("1920x1080", "1.5")}
THEMES = {"light": "default", "night": "Night Mapping"}
CITY = "虚构市（演示）"
LONGEST = 400


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=shots.ROOT / "build" / "looks")
    parser.add_argument("--only", default="", help="runs whose name contains this: zh_night")
    parser.add_argument("--states", default="", help="states by name, with commas; else all")
    options = parser.parse_args()
    place = options.out.resolve()
    (place / "looks").mkdir(parents=True, exist_ok=True)
    if not (place / "made").is_dir():
        make(place / "making")
        (place / "making").rename(place / "made")
    for screen, (size, scale) in SCREENS.items():
        for language, code in shots.LANGUAGES.items():
            for theme, named in THEMES.items():
                name = f"{screen}_{language}_{theme}"
                given = {"TUBAN_THEME": named, "QT_SCALE_FACTOR": scale}
                given["TUBAN_STATES"] = options.states
                if options.only in name and take(place, name, size, code, given):
                    return 1
    return 0


def make(place: Path) -> None:
    """A month that is being worked on, a complete one handed up, and the city that received it."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shots.make_month(place)
    handed = Month(place / "data", place / "handed").run()
    city = Month(place / "data", place / "city")
    city.step("createcasebook", PLAN=PLAN, COUNTY_CODE="379900", COUNTY_NAME=CITY, OFFICE="city")
    city.step("readpackage", FILE=handed["package"])


def take(place: Path, name: str, size: str, language: str, given: dict[str, str]) -> int:
    """One start of QGIS: every state that is wanted on this screen, in this language and theme."""
    run = place / "run"
    shutil.rmtree(run, ignore_errors=True)
    shutil.copytree(place / "made", run, ignore=shutil.ignore_patterns("profile"))
    work = place / "desktop"
    work.mkdir(exist_ok=True)
    given = {"TUBAN_RUN": str(run), "TUBAN_LOOK": str(place / "looks" / name), **given}
    given["TUBAN_PYTHON"] = sys.executable  # QGIS's own may know nothing of GDAL
    script = Path(__file__).with_name("dock_looks.py")
    return desktop.run_and_tell(
        script, work, language=language, variables=given, screen=size, timeout=LONGEST
    )


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    sys.exit(main())
