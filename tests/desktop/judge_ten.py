"""Inside the real QGIS: opens the demo project and judges ten parcels with X key events only.

``TUBAN_PLACE`` holds the casebook ``casebook.gpkg``, the county's ``data`` and gets the pictures.
"""

from __future__ import annotations

import qgis.utils
from hands import focus, make_project, press, shoot, type_in, until, visible
from qgis.core import QgsProject

from tuban.dialogs.evidence.form import EvidenceForm

# What a person presses at ten parcels; the second one is illegal use of cultivated land. The first
# verdict is asked for its subcategory, reason and documents; then the person wants no asking.
KEYS = [
    ["1", "2", "Return", "text:see deed", "Return"],
    ["2", "0"],
    ["3"],
    ["Return", "text:see photo 4", "Return", "9"],
    ["F", "F", "4"],
    ["5"],
    ["6"],
    ["7"],
    ["8"],
    ["1", "ctrl+BackSpace", "9"],
]


def main(say):
    window = qgis.utils.iface.mainWindow()
    window.setGeometry(0, 0, 1280, 800)
    qgis.utils.iface.addProject(make_project())
    plugin = qgis.utils.plugins["tuban"]
    for _ in range(200):  # a minute, on a machine that has other things to do
        yield 300
        if plugin.desk.session.is_open and plugin.desk.dock.isVisible():
            break
    yield 1500
    assert plugin.desk.session.is_open, "the project did not open its casebook"
    assert plugin.desk.dock.isVisible()
    window.resizeDocks([plugin.desk.dock], [380], 1)
    yield 1500
    layers = QgsProject.instance().layerTreeRoot().findLayers()
    assert len(layers) == len(QgsProject.instance().mapLayers()) > 2, layers
    shoot(window, "first")
    focus(window)
    yield 500
    for index, keys in enumerate(KEYS):
        say(f"{plugin.desk.session.number} {' '.join(keys)}")
        for key in keys:
            strike(key)
            yield 450
            if index == 1 and key == "2":
                shoot(window, "flags")
            if index == 4 and key == "F":
                yield 800
                shoot(window, f"flip_{plugin.desk.imagery.side_shown}")
        if index == 0:
            yield from leave_form(window, plugin)
    yield 1500
    shoot(window, "last")
    say(f"busy tasks: {plugin.desk.tasks.busy}")
    plugin.desk.session.close()
    QgsProject.instance().setDirty(False)


def leave_form(window, plugin):
    """The documents are not at hand: the form is left, and nothing is asked any more."""
    yield from until(lambda: visible(EvidenceForm))
    shoot(window, "asked")
    focus(visible(EvidenceForm))
    press("Escape")
    yield from until(lambda: not visible(EvidenceForm))
    plugin.desk.dock.list.queue.ask.setChecked(False)
    focus(window)
    yield 300
    press("ctrl+Down")
    yield 450


def strike(key: str) -> None:
    if key.startswith("text:"):
        type_in(key[5:])
    else:
        press(key if len(key) > 1 else key.lower())
