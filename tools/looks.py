"""Pictures of the dock on small and large screens: ``python tools/looks.py --out DIR``.

In Chinese and English, in QGIS's light theme and in Night Mapping, at 1366 × 768, 1920 × 1080 and
1920 × 1080 scaled to 150 %. The small fictional county is made once under DIR.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import desktop
import shots

SCREENS = {"small": ("1366x768", "1"), "large": ("1920x1080", "1"), "scaled": ("1920x1080", "1.5")}
THEMES = {"light": "default", "night": "Night Mapping"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=shots.ROOT / "build" / "looks")
    parser.add_argument("--only", default="", help="names that contain this, such as zh_night")
    options = parser.parse_args()
    place = options.out.resolve()
    (place / "looks").mkdir(parents=True, exist_ok=True)
    if not (place / "demo.qgz").is_file():
        shots.make_month(place)
    for screen, (size, scale) in SCREENS.items():
        for language, code in shots.LANGUAGES.items():
            for theme, named in THEMES.items():
                name = f"{screen}_{language}_{theme}"
                if options.only in name and take(place, name, size, scale, code, named):
                    return 1
    return 0


def take(place: Path, name: str, size: str, scale: str, language: str, theme: str) -> int:
    work = place / "desktop"
    work.mkdir(exist_ok=True)
    variables = {
        "TUBAN_SHOTS": str(place),
        "TUBAN_LOOK": name,
        "TUBAN_THEME": theme,
        "QT_SCALE_FACTOR": scale,
    }
    script = Path(__file__).with_name("dock_looks.py")
    status, report = desktop.run(script, work, language=language, variables=variables, screen=size)
    print(report, end="")
    if status:
        print(f"QGIS ended with status {status}; its own words: {work / 'qgis.log'}")
    return status


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    sys.exit(main())
