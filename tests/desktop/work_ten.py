"""Runs inside QGIS: ten patches are split, laid over the base data, judged, visited, photographed.

Only X key and mouse events change anything; the script looks at windows to know where to click.
TUBAN_PLACE holds ``casebook.gpkg``, the county's ``data``, a link ``base`` to its base layers, the
folder ``photos`` and gets the pictures; TUBAN_PATCHES are the patches' numbers, TUBAN_PYTHON a
Python for the window that photos are dragged from.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import qgis.utils
from hands import (
    PLACE,
    beside,
    click,
    focus,
    make_project,
    middle,
    press,
    shoot,
    type_in,
    until,
    visible,
    xdotool,
)
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from tuban.dialogs.field.form import FieldForm
from tuban.dialogs.field.photo_matching import PhotoMatching
from tuban.dialogs.month.overlay_dialog import OverlayDialog

PATCHES = os.environ["TUBAN_PATCHES"].split()
SOURCE = Path(__file__).with_name("drag_source.py")
SOURCE_AT = QPoint(1380, 60)


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    qgis.utils.iface.addProject(make_project())
    plugin = qgis.utils.plugins["tuban"]
    yield from until(lambda: plugin.desk.session.is_open and plugin.desk.dock.isVisible())
    window.resizeDocks([plugin.desk.dock], [400], 1)
    yield 1000
    focus(window)
    for patch in PATCHES:
        yield from split(plugin, f"{patch}_1")
    yield from overlay(window, plugin)
    plugin.desk.dock.list.queue.ask.setChecked(False)
    for patch in PATCHES:
        yield from judge(f"{patch}_2", ["2", "0"] if patch == PATCHES[0] else ["1"])
        yield from judge(f"{patch}_3", ["9"])
    shoot(window, "judged")
    yield from visit(window, f"{PATCHES[0]}_2")
    yield from photograph(window, plugin)
    yield 500
    shoot(window, "done")
    say(f"at {plugin.desk.session.number}")
    plugin.desk.session.close()
    QgsProject.instance().setDirty(False)


def split(plugin, number: str):
    """X, a click on either side of the parcel, Enter, Enter."""
    yield from go_to(number)
    press("x")
    yield 120
    for point in beside(plugin.desk.session.dossier.parcel.geometry):
        click(point)
        yield 120
    press("Return")
    yield 250
    press("Return")
    yield from until(lambda: plugin.desk.session.number == number.replace("_1", "_2"))


def overlay(window, plugin):
    """From the menu; the folder of the base data is typed into the file dialog."""
    choose(plugin, "套合")
    yield from until(lambda: visible(OverlayDialog))
    form = visible(OverlayDialog)
    focus(form)
    click(middle(form._browse))
    yield from until(lambda: visible(QFileDialog))
    focus(visible(QFileDialog))
    yield 300
    press("ctrl+a")
    type_in(str(PLACE / "base"))
    yield 200
    press("Return")
    yield from until(lambda: form.run_button.isEnabled())
    focus(form)
    click(middle(form.run_button))
    yield 300
    yield from until(lambda: not form.task.is_running)
    shoot(window, "overlaid")
    press("Escape")
    focus(window)
    yield 200


def judge(number: str, keys: list[str]):
    yield from go_to(number)
    for key in keys:
        press(key)
        yield 200


def visit(window, number: str):
    """The field check's form: two people, on site, what was found."""
    yield from go_to(number)
    press("v")
    yield from until(lambda: visible(FieldForm))
    focus(visible(FieldForm))
    yield 200
    type_in("Jia,Yi")
    press("Tab", "Tab", "Tab", "Tab", "Down", "Tab")  # year, month and day are stops of their own
    type_in("a steel hall")
    yield 200
    shoot(window, "visited")
    press("ctrl+Return")
    yield 200
    press("Escape")
    focus(window)
    yield 200


def photograph(window, plugin):
    """A folder dragged from another program onto the dock; what fits alike is chosen; Enter."""
    command = [os.environ["TUBAN_PYTHON"], str(SOURCE), str(SOURCE_AT.x()), str(SOURCE_AT.y())]
    with subprocess.Popen([*command, str(PLACE / "photos")]) as source:
        yield 1500
        yield from drag(SOURCE_AT + QPoint(60, 40), middle(plugin.desk.dock.list))
        yield from until(lambda: visible(PhotoMatching))
        source.kill()
    form = visible(PhotoMatching)
    yield from until(lambda: not form.task.is_running and form.attach_button.isEnabled())
    yield 800
    shoot(window, "photos")
    focus(form)
    yield from choose_by_hand(form)
    shoot(window, "chosen")
    press("Return")
    yield from until(lambda: not visible(PhotoMatching))
    focus(window)


def choose_by_hand(form):
    """Where two halves of a small patch fit alike, the first one offered: click, Down, Enter."""
    for row in range(form.table.counts()[1]):
        box = form.table.box_of(row)
        if box.count() > 2:  # more than to leave it out or to name another parcel
            click(middle(box))
            yield 250
            press("Down", "Return")
            yield 250


def drag(start: QPoint, end: QPoint):
    """Step by step: both programs answer each move."""
    xdotool("mousemove", start.x(), start.y(), "mousedown", 1)
    yield 200
    for step in range(1, 9):
        point = start + (end - start) * step / 8
        xdotool("mousemove", point.x(), point.y())
        yield 80
    yield 300
    xdotool("mouseup", 1)
    yield 300


def go_to(number: str):
    press("ctrl+Up")
    yield 50
    type_in(number)
    press("Return")
    yield 200


def choose(plugin, words: str) -> None:
    """Click the casebook's button, then the action with these words."""
    menu, button = plugin.desk.menu, plugin.desk.dock.header._button
    action = next(one for one in menu.actions() if words in one.text())
    click(middle(button))
    xdotool("sleep", 0.1)
    # Where the menu will be: below its button, on the screen.
    below = button.mapToGlobal(button.rect().bottomLeft())
    size, screen = menu.sizeHint(), QApplication.primaryScreen().geometry()
    left = min(below.x(), screen.right() - size.width())
    click(QPoint(left, below.y()) + menu.actionGeometry(action).center())
