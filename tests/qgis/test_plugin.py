"""The plugin joins QGIS and leaves nothing behind; Chinese QGIS gets Chinese texts."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLocator,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsSettings,
)
from qgis.gui import QgsGui, QgsLayerTreeMapCanvasBridge
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow, QMenu

import tuban
from tuban.core.casebook import open_casebook
from tuban.core.progress import check_cancelled
from tuban.maps.words import tr
from tuban.plugin import TubanPlugin

# What algorithms need to tell their names and parameters.
LIGHT = {
    "casefile",
    "errors",
    "files",
    "model",
    "mu",
    "plan",
    "progress",
    "rectified",
    "rounds",
    "text",
    "vendored",
}
ROOT = Path(tuban.__file__).resolve().parent


class FakeInterface(QObject):
    """The part of QgisInterface that the plugin uses, on a real window."""

    projectRead = pyqtSignal()

    def __init__(self, canvas, bar) -> None:
        super().__init__()
        self.window = QMainWindow()
        self.canvas, self.bar = canvas, bar
        self.toolbar = self.window.addToolBar("plugins")
        self.menus: dict[str, list[QAction]] = {}
        self.locator = QgsLocator(self.window)

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def registerLocatorFilter(self, one):
        self.locator.registerFilter(one)

    def deregisterLocatorFilter(self, one):
        self.locator.deregisterFilter(one)

    def addToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self.toolbar.removeAction(action)

    def addPluginToMenu(self, name, action):
        self.menus.setdefault(name, []).append(action)

    def removePluginMenu(self, name, action):
        self.menus[name].remove(action)


@pytest.fixture
def interface(qgis_app, qgis_canvas, qgis_iface, qgis_new_project):
    # As QGIS's own map has one. QGIS 3.22 asks a map that it draws for its system's operation, and
    # can crash where there is none.
    qgis_canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    made = FakeInterface(qgis_canvas, qgis_iface.messageBar())
    yield made
    made.window.deleteLater()


def things_of(interface) -> tuple:
    """Everything a plugin can leave lying about."""
    window = interface.window
    return (
        len(window.findChildren(QDockWidget)),
        len(window.findChildren(QAction)),
        len(window.findChildren(QMenu)),
        # A bar that is never shown keeps the buttons of actions that went.
        sum(one.parent() is not interface.toolbar for one in window.findChildren(QObject)),
        len(interface.canvas.findChildren(QObject)),
        len(interface.canvas.actions()),
        len(interface.canvas.scene().items()),
        len(QgsGui.shortcutsManager().listActions()),
        len(interface.toolbar.actions()),
        len(interface.locator.filters()),
        sum(map(len, interface.menus.values())),
        len(QgsProject.instance().mapLayers()),
        QgsApplication.processingRegistry().providerById("tuban") is None,
    )


def open_forms(desk) -> None:
    """What a person may have left open, of each way in which forms are kept."""
    desk.menu.field.show_check()
    desk.menu.show_cases()
    desk.menu.rectification.open_measures()
    desk.menu.show_check()  # its task runs
    desk.dock.steps.show_today()
    desk.dock.list.queue.open_dialog()
    desk.dock.proposing.open_evidence()
    desk.dock.dividing.choose_layer()
    desk.dock._show_keys()


@pytest.mark.parametrize("with_casebook", [False, True])
def test_unload_leaves_nothing(interface, qtbot, casebook_file, with_casebook):
    before, threads = things_of(interface), set(threading.enumerate())

    def nothing_is_left():
        # Threads of earlier tests may end meanwhile; none of the plugin's may be there.
        return things_of(interface) == before and set(threading.enumerate()) <= threads

    for _ in range(10):
        plugin = tuban.classFactory(interface)
        plugin.initGui()
        assert things_of(interface) != before
        if with_casebook:
            plugin.desk.open_casebook(casebook_file)
            assert plugin.desk.dock.isVisibleTo(interface.window)
            assert len(QgsProject.instance().mapLayers()) == 2
            open_forms(plugin.desk)
        plugin.unload()
        del plugin
        qtbot.waitUntil(nothing_is_left, timeout=20_000)
    assert not casebook_file.with_name(casebook_file.name + "-wal").exists()


def test_qgis_process_gets_the_algorithms_without_a_window(qgis_app):
    plugin = TubanPlugin(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("tuban").algorithms()
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("tuban") is None


def test_a_project_with_a_casebook_opens_it(interface, casebook_file, tmp_path, qtbot):
    plugin = TubanPlugin(interface)
    plugin.initGui()
    plugin.desk.open_casebook(casebook_file)
    path = str(tmp_path / "p.qgz")
    assert QgsProject.instance().write(path)
    plugin.desk.session.close()
    assert QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().read(path)
    assert plugin.desk.session.book.path == casebook_file
    assert len(QgsProject.instance().mapLayers()) == 2  # the project's own, no second pair
    plugin.unload()


def test_in_an_empty_project_the_map_ends_at_the_parcel_at_hand(interface, casebook_file, qtbot):
    project = QgsProject.instance()
    bridge = QgsLayerTreeMapCanvasBridge(project.layerTreeRoot(), interface.canvas)
    plugin = TubanPlugin(interface)
    plugin.initGui()
    plugin.desk.open_casebook(casebook_file)
    qtbot.wait(50)  # the bridge shows all of the first layers now
    box = QgsGeometry()
    box.fromWkb(plugin.desk.session.dossier.parcel.geometry)
    shown = interface.canvas.extent()
    assert shown.contains(box.boundingBox()) and shown.width() < 10 * box.boundingBox().width()
    plugin.unload()
    bridge.deleteLater()


@pytest.mark.parametrize("locale", ["zh_CN", "zh-Hans", "zh"])
def test_every_chinese_locale_gets_chinese_texts(qgis_app, locale):
    subprocess.run(
        [sys.executable, str(ROOT / "tools" / "translations.py"), "--compile"], check=True
    )
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", locale)
    try:
        plugin = TubanPlugin(None)
        plugin.initProcessing()
        assert tr("Patch review") == "图斑核查"
        plugin.unload()
        assert tr("Patch review") == "Patch review"
    finally:
        settings.setValue("locale/userLocale", "en")
        settings.remove("locale/overrideFlag")


def test_the_root_imports_nothing(qgis_app):
    """QGIS reads __init__.py of every plugin, also of those that are switched off."""
    lines = (ROOT / "__init__.py").read_text(encoding="utf-8").splitlines()
    imports = [line for line in lines if line.startswith(("import ", "from "))]
    assert imports == ["from __future__ import annotations"]


STARTED = """
import sys
sys.path.insert(0, sys.argv[1])
from qgis.core import QgsApplication

application = QgsApplication([], False)
application.initQgis()
of_qgis = set(sys.modules)
import tuban
tuban.classFactory(None).initProcessing()
print(*set(sys.modules) - of_qgis)
"""


def test_qgis_starts_without_the_rooms_that_do_the_work(tmp_path):
    (tmp_path / "tuban").symlink_to(ROOT)
    ran = subprocess.run(
        [sys.executable, "-c", STARTED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = {".".join(name.split(".")[:3]) for name in ran.stdout.split()}
    assert "tuban.processing_provider.provider" in loaded
    rooms = {name for name in loaded if name.startswith("tuban.core.")}
    assert rooms <= {f"tuban.core.{name}" for name in LIGHT}
    assert not {name.split(".")[0] for name in loaded} & {"sqlalchemy", "openpyxl", "numpy"}
    assert "tuban.dialogs" not in loaded


def test_a_number_is_found_in_the_locator_bar(interface, qtbot, casebook_file, parcel_number):
    plugin = tuban.classFactory(interface)
    plugin.initGui()
    plugin.desk.open_casebook(casebook_file)
    found = []
    # The result itself does not outlive the signal.
    interface.locator.foundResult.connect(lambda one: found.append(QgsLocatorResult(one)))
    with qtbot.waitSignal(interface.locator.finished, timeout=20_000):
        interface.locator.fetchResults("tuban 0011", QgsLocatorContext())
    assert [one.displayString for one in found] == [parcel_number(11)]
    found[0].filter.triggerResult(found[0])
    assert plugin.desk.session.number == parcel_number(11)
    plugin.unload()
    assert interface.locator.filters() == []


def test_qgis_that_ends_in_the_middle_of_a_task_leaves_the_record_whole(
    interface, qtbot, casebook_file
):
    plugin = tuban.classFactory(interface)
    plugin.initGui()
    plugin.desk.open_casebook(casebook_file)
    book = plugin.desk.session.book
    begun, told = threading.Event(), []

    def work(progress):
        def stage(_connection):
            begun.set()
            while not progress.is_cancelled():
                time.sleep(0.01)
            check_cancelled(progress)

        book.record_stages([stage], progress)

    plugin.desk.tasks.start("虚构", work, told.append, told.append)
    qtbot.waitUntil(begun.is_set, timeout=20_000)
    plugin.unload()
    assert told == []  # nobody is there to be told
    with open_casebook(casebook_file, "reader") as again:
        assert again.writable and again.verify() == ()
