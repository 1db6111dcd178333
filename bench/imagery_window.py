"""Inside the real QGIS: presses keys and looks when the picture is there; see bench/imagery.py."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from statistics import median, quantiles

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer

from tuban.maps.imagery.curtain import Curtain

AHEAD, NOT_AHEAD = 60, 30
LOOKS_MS = 20
LONGEST_MS = 8000
WAY = 200  # steps in one direction
QUICK_MS = 350  # between two key presses of somebody in a hurry

paints: list[float] = []
refreshed = 0.0
shown = 0.0


def watch(canvas, session) -> None:
    """Notes when a picture that was drawn ahead is on the screen, and when the map's own is."""
    paint = Curtain.paint

    def noting(self, *arguments) -> None:
        paint(self, *arguments)
        if self.picture is not None:
            paints.append(time.perf_counter())

    def drawn() -> None:
        global refreshed
        refreshed = time.perf_counter()

    def at_hand(_number: str) -> None:
        global shown
        shown = time.perf_counter()

    Curtain.paint = noting
    canvas.mapCanvasRefreshed.connect(drawn)
    session.shown.connect(at_hand)


def main(say):
    window, canvas = qgis.utils.iface.mainWindow(), qgis.utils.iface.mapCanvas()
    window.setGeometry(0, 0, 1366, 768)
    plugin = qgis.utils.plugins["tuban"]
    watch(canvas, plugin.desk.session)
    for path in os.environ["TUBAN_PICTURES"].split(";"):
        QgsProject.instance().addMapLayer(QgsRasterLayer(path, Path(path).stem))
    start = time.perf_counter()
    plugin.desk.open_casebook(Path(os.environ["TUBAN_CASEBOOK"]))
    say(f"open {len(plugin.desk.session.rows)} patches: {time.perf_counter() - start:.2f} s")
    yield 4000
    comparing = plugin.desk.dock.comparing
    # There is no window manager to give the window the keyboard.
    xdotool("windowfocus", str(int(window.winId())))
    plugin.desk.dock.list.view.setFocus()
    yield 500
    size = canvas.mapSettings().outputSize()
    say(f"map of {size.width()} × {size.height()} pixels")
    yield from ahead(say, plugin, comparing)
    yield from blinking(say, plugin, comparing)
    yield from not_ahead(say, plugin, comparing)
    yield from in_a_hurry(say, plugin, comparing)
    yield from memory(say, plugin, int(os.environ["TUBAN_STEPS"]))
    plugin.desk.session.close()
    QgsProject.instance().setDirty(False)


def press(plugin, key: str = "ctrl+Right") -> float:
    """A real key event of the X server; the time includes the program that makes it."""
    start = time.perf_counter()
    xdotool("key", key)
    return start


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)  # noqa: S603, S607 - measuring, not shipped


def idle(comparing):
    """Waits as long as somebody who looks at the picture would, at most."""
    for _ in range(LONGEST_MS // LOOKS_MS):
        yield LOOKS_MS
        canvas = qgis.utils.iface.mapCanvas()
        if not canvas.isDrawing() and comparing.preview.drawing.is_idle:
            return


def ahead(say, plugin, comparing):
    took, handled, missed = [], [], 0
    for _ in range(AHEAD):
        yield from idle(comparing)
        start = press(plugin)
        yield 600
        handled.append(shown - start)
        seen = first_paint(start)
        if seen:
            took.append(seen - start)
        else:
            missed += 1
    tell(say, "next parcel, drawn ahead: key to picture", took)
    tell(say, "  of that until the dock has its figures", handled)
    say(f"  not drawn ahead in time: {missed} of {AHEAD}")


def first_paint(start: float) -> float:
    """When a picture was first painted after ``start``; 0 when none was."""
    return next((one for one in paints if one > start), 0.0)


def blinking(say, plugin, comparing):
    took = []
    for _ in range(AHEAD // 2):
        yield from idle(comparing)
        start = press(plugin, "f")
        yield 500
        seen = first_paint(start)
        if seen:
            took.append(seen - start)
    tell(say, f"blink ({len(took)} of {AHEAD // 2} drawn ahead): key to picture", took)


def not_ahead(say, plugin, comparing):
    took = []
    look_ahead, comparing.preview.look_ahead = comparing.preview.look_ahead, lambda: None
    for _ in range(NOT_AHEAD):
        yield from idle(comparing)
        comparing.preview.pictures.clear()
        start = press(plugin)
        for _ in range(LONGEST_MS // LOOKS_MS):
            yield LOOKS_MS
            if refreshed > start:
                break
        took.append(refreshed - start)
    comparing.preview.look_ahead = look_ahead
    tell(say, "next parcel, not drawn ahead: key to picture", took)


def in_a_hurry(say, plugin, comparing):
    yield from idle(comparing)
    there = 0
    for _ in range(AHEAD):
        start = press(plugin)
        yield QUICK_MS
        there += first_paint(start) > 0
    say(f"a key every {QUICK_MS} ms: {there} of {AHEAD} pictures were drawn ahead")


def memory(say, plugin, steps: int):
    """There and back again; the first way there fills GDAL's cache of blocks, which is QGIS's."""
    for way in range(steps // WAY + 1 if steps else 0):
        say(f"memory after {way * WAY} steps: {resident_mb():.0f} MB")
        for _ in range(WAY):
            press(plugin, "ctrl+Left" if way % 2 else "ctrl+Right")
            yield 60
        yield 1500


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def tell(say, name: str, seconds: list[float]) -> None:
    if len(seconds) < 2:
        say(f"{name}: none")
        return
    took = [one * 1000 for one in seconds]
    p95 = quantiles(took, n=20)[-1]
    say(f"{name}: median {median(took):.0f} ms, p95 {p95:.0f} ms, max {max(took):.0f} ms")
