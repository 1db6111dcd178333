"""Starts the real QGIS desktop with the plugin and runs a script in it.

    python tools/desktop.py SCRIPT --place DIR

In DIR are the profile and ``report.txt``, which is also printed. QGIS gets a virtual X screen:
it refuses to start on Qt's offscreen platform. The status is that of the script; see
tools/inside.py.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SCREEN = "1600x1000"
CHINESE = "zh-Hans"
# The language is set as a person sets it in the options; --lang would change QGIS's own texts
# but not what QGIS tells plugins about its language.
SETTINGS = """[PythonPlugins]
tuban=true
[locale]
overrideFlag=true
userLocale={language}
"""
# A person's own settings and display have no business in such a run.
FOREIGN = ("XDG_", "QGIS", "DISPLAY", "WAYLAND_", "QT_")


def run(
    script: Path,
    place: Path,
    *,
    plugins: Path | None = None,
    language: str = CHINESE,
    timeout: float = 180,
    variables: dict[str, str] | None = None,
    screen: str = SCREEN,
) -> tuple[int, str]:
    """Run ``script`` in QGIS; the status and the report. 124 when the time is over."""
    environment = prepare(place, plugins, language)
    report = place / "report.txt"
    report.unlink(missing_ok=True)
    environment["PYQGIS_STARTUP"] = str(ROOT / "tools" / "inside.py")
    environment.update(TUBAN_SCRIPT=str(script), TUBAN_REPORT=str(report), **(variables or {}))
    command = ["xvfb-run", "-a", "-s", f"-screen 0 {screen}x24 -nolisten tcp"]
    command += ["qgis", "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(place / "config")]
    with (place / "qgis.log").open("w", encoding="utf-8") as log:
        status = _run_for(command, environment, log, timeout)
    return status, report.read_text(encoding="utf-8") if report.is_file() else ""


def run_and_tell(script: Path, place: Path, **given: Any) -> int:
    """The same, for a person at a terminal: the report is printed; the status."""
    status, report = run(script, place, **given)
    print(report, end="")
    if status:
        print(f"QGIS ended with status {status}; its own words: {place / 'qgis.log'}")
    return status


def prepare(place: Path, plugins: Path | None = None, language: str = CHINESE) -> dict[str, str]:
    """An empty profile in ``place`` with the plugin switched on; the environment that uses it."""
    settings = place / "config" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    shutil.rmtree(place / "config", ignore_errors=True)
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(language=language), encoding="utf-8")
    for name in ("home", "run"):
        (place / name).mkdir(mode=0o700, exist_ok=True)
    if plugins is None:
        plugins = place / "plugins"
        plugins.mkdir(exist_ok=True)
        (plugins / "tuban").unlink(missing_ok=True)
        (plugins / "tuban").symlink_to(ROOT)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)}
    return {
        **kept,
        "HOME": str(place / "home"),
        "XDG_RUNTIME_DIR": str(place / "run"),
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(place / "config"),
    }


def _run_for(command: list[str], environment: dict[str, str], log, seconds: float) -> int:
    # A session of its own, so that QGIS and its X server can be ended together.
    with subprocess.Popen(
        command, env=environment, stdout=log, stderr=log, start_new_session=True
    ) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return 124


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("script", type=Path)
    parser.add_argument("--place", type=Path, required=True)
    options = parser.parse_args()
    place = options.place.resolve()
    place.mkdir(parents=True, exist_ok=True)
    return run_and_tell(options.script.resolve(), place)


if __name__ == "__main__":
    sys.exit(main())
