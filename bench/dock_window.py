"""Inside the real QGIS: keys, paints, scrolling and memory of the dock; see bench/dock.py."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path
from statistics import median, quantiles

import qgis.utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QWidget

from tuban.dialogs.desk.glance import Glance

STEPS, JUDGED, FRAMES, BY_LINES = 60, 50, 300, 3
LOOKS_MS, LONGEST_MS = 15, 8000
WAY = 200
SIZE = (1366, 768)
BETWEEN_MS = 40


class Paints(QObject):
    """When a widget or one within it was painted last."""

    def __init__(self, widget) -> None:
        super().__init__(widget)
        self.at = 0.0
        for one in (widget, *widget.findChildren(QWidget)):
            one.installEventFilter(self)

    def eventFilter(self, _watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, *SIZE)
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    for path in os.environ["TUBAN_PICTURES"].split(";"):
        QgsProject.instance().addMapLayer(QgsRasterLayer(path, Path(path).stem))
    yield 2000
    plugin = qgis.utils.plugins["tuban"]
    yield from opening(say, plugin)
    focus(window, plugin)
    yield 1000
    yield from stepping(say, plugin)
    yield from judging(say, plugin)
    yield from scrolling(say, plugin)
    yield from memory(say, plugin, int(os.environ["TUBAN_STEPS"]))
    plugin.desk.session.close()
    QgsProject.instance().setDirty(False)


def opening(say, plugin):
    """From the order to open until the first patch's figures are painted, and the map drawn."""
    start = time.perf_counter()
    plugin.desk.open_casebook(Path(os.environ["TUBAN_CASEBOOK"]))
    returned = time.perf_counter()
    paints = Paints(plugin.desk.dock.findChild(Glance))
    for _ in range(LONGEST_MS // LOOKS_MS):
        yield LOOKS_MS
        if paints.at > start:
            break
    say(
        f"open {len(plugin.desk.session.rows)} parcels: {returned - start:.2f} s, "
        f"figures painted after {paints.at - start:.2f} s"
    )


def focus(window, plugin) -> None:
    # There is no window manager to give the window the keyboard.
    xdotool("windowfocus", str(int(window.winId())))
    plugin.desk.dock.list.view.setFocus()


def xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)  # noqa: S603, S607 - measuring, not shipped


def press(key: str) -> float:
    """A real key event of the X server; the time includes the program that makes it."""
    start = time.perf_counter()
    xdotool("key", key)
    return start


def settled(plugin):
    comparing = plugin.desk.dock.comparing
    for _ in range(LONGEST_MS // LOOKS_MS):
        yield LOOKS_MS
        if not qgis.utils.iface.mapCanvas().isDrawing() and comparing.preview.drawing.is_idle:
            return


def stepping(say, plugin):
    """Key to figures on the screen; beside it what the key itself costs."""
    paints, took, key = Paints(plugin.desk.dock.findChild(Glance)), [], []
    for _ in range(STEPS):
        yield from settled(plugin)
        start = press("ctrl+Right")
        key.append(time.perf_counter() - start)
        for _ in range(LONGEST_MS // LOOKS_MS):
            yield LOOKS_MS
            if paints.at > start:
                break
        yield 60
        took.append(paints.at - start)
    tell(say, "next parcel: key to figures painted", took)
    tell(say, "  of that the program that makes the key event", key)


def judging(say, plugin):
    """Fifty patches by one key each, the dock going on by itself without asking."""
    session = plugin.desk.session
    plugin.desk.work.settings.ask_missing = False
    paints, took = Paints(plugin.desk.dock.findChild(Glance)), []
    begin = time.perf_counter()
    for index in range(JUDGED):
        yield from settled(plugin)
        number = session.number
        start = press("13456"[index % 5])
        for _ in range(LONGEST_MS // LOOKS_MS):
            yield LOOKS_MS
            if session.number != number and paints.at > start:
                break
        yield 60
        took.append(paints.at - start)
        say(f"{number} judged, figures of {session.number} after {took[-1] * 1000:.0f} ms")
    say(f"{JUDGED} patches judged by keyboard in {time.perf_counter() - begin:.1f} s")
    tell(say, "verdict key to the next patch's figures", took)


def scrolling(say, plugin):
    """A frame: the list moved by some lines and painted."""
    view = plugin.desk.dock.list.view
    bar, took = view.verticalScrollBar(), []
    for _ in range(FRAMES):
        start = time.perf_counter()
        bar.setValue(bar.value() + BY_LINES)
        view.viewport().repaint()
        took.append(time.perf_counter() - start)
        yield 0
    tell(say, "a frame of the list", took)


def memory(say, plugin, steps: int):
    """There and back; the first way there fills caches of Qt, GDAL and SQLite."""
    for way in range(steps // WAY + 1 if steps else 0):
        say(f"memory after {way * WAY} steps: {resident_mb():.0f} MB")
        if way == steps // WAY:
            return
        for _ in range(WAY):
            press("ctrl+Left" if way % 2 else "ctrl+Right")
            yield BETWEEN_MS
        yield 1000


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def tell(say, name: str, seconds: list[float]) -> None:
    took = [one * 1000 for one in seconds]
    p95 = quantiles(took, n=20)[-1]
    say(f"{name}: median {median(took):.0f} ms, p95 {p95:.0f} ms, max {max(took):.0f} ms")
