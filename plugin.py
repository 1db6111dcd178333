"""Joins QGIS and leaves it. Wires only: builds each object once and hands it on."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .dialogs.casebook_menu import CasebookMenu
from .dialogs.desk.dock import MapSide, ReviewDock
from .dialogs.workplace import Workplace
from .maps.canvas import PatchView
from .maps.imagery import Imagery
from .maps.layers import CasebookLayers
from .maps.messages import Messages
from .maps.photo_layer import PhotoArrows
from .maps.project import casebook_of
from .maps.session import Session
from .maps.settings import Settings
from .maps.tasks import Tasks
from .maps.words import chinese_texts, tr
from .processing_provider.provider import TubanProvider

ROOT = Path(__file__).resolve().parent


class TubanPlugin:
    """What QGIS holds: the processing provider always, the dock where there is a window."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._project = QgsProject.instance()
        self._translator = _install_translator()
        self.provider: Optional[TubanProvider] = None

    def initProcessing(self) -> None:
        """Called by QGIS, and alone by qgis_process."""
        self.provider = TubanProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Called by QGIS once its window is there."""
        self.initProcessing()
        window = self._iface.mainWindow()
        settings = Settings()
        self.session = Session(settings, parent=window)
        self.tasks = Tasks(QgsApplication.taskManager(), window)
        messages = Messages(self._iface.messageBar())
        self.work = Workplace(self.session, self.tasks, messages, settings)
        self.layers = CasebookLayers(self._project, self.session, window)
        self.layers.refused.connect(messages.warn)
        self.photo_arrows = PhotoArrows(self._project, self.session, window)
        self.imagery = Imagery(self._project, window)
        self.menu = CasebookMenu(self.work, window)
        canvas = self._iface.mapCanvas()
        view = PatchView(canvas, self._project, settings)
        map_side = MapSide(canvas, view, self.imagery, QgsGui.shortcutsManager())
        self.dock = ReviewDock(self.work, map_side, self.menu, window)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._add_action(window)
        self._project.readProject.connect(self._project_read)
        # Only after this signal QGIS leaves the map's extent alone.
        self._iface.projectRead.connect(self.dock.show_again)
        self._project_read()

    def _add_action(self, window) -> None:
        icon = QIcon(str(ROOT / "resources" / "icons" / "tuban.svg"))
        self.action = QAction(icon, tr("Patch review"), window)
        self.action.setObjectName("tuban_review")
        self.action.setCheckable(True)
        self.action.triggered.connect(self._toggle)
        self.dock.closed.connect(lambda: self.action.setChecked(False))
        self.dock.opened.connect(lambda: self.action.setChecked(True))
        self._iface.addToolBarIcon(self.action)
        self._iface.addPluginToMenu(tr("Tuban"), self.action)

    def _toggle(self, wanted: bool) -> None:
        self.dock.setUserVisible(wanted)
        if wanted:
            self.dock.tell_clashes()

    def _project_read(self) -> None:
        """A project that shows a casebook opens it."""
        path = casebook_of(self._project)
        if path is None or not path.is_file() or self.session.busy_with:
            return
        self.open_casebook(path)

    def open_casebook(self, path: Path) -> None:
        """Open a casebook and show the dock at its first undecided parcel."""
        if self.session.book is None or self.session.book.path != path:
            with self.work.messages.guard():
                self.session.open(path)
        self.dock.setUserVisible(True)
        self.dock.tell_clashes()

    def unload(self) -> None:
        """Called by QGIS when the plugin is switched off or QGIS ends."""
        if self._iface is not None:
            self._project.readProject.disconnect(self._project_read)
            self._iface.projectRead.disconnect(self.dock.show_again)
            self.tasks.stop()
            self.menu.close_forms()
            self.session.close()
            self._remove_windows()
        QgsApplication.processingRegistry().removeProvider(self.provider)
        self.provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _remove_windows(self) -> None:
        # QGIS has put the action among its shortcuts, and 3.22 does not notice when it goes: the
        # next look through them would crash.
        QgsGui.shortcutsManager().unregisterAction(self.action)
        self._iface.removePluginMenu(tr("Tuban"), self.action)
        self._iface.removeToolBarIcon(self.action)
        self.dock.remove()
        self._iface.removeDockWidget(self.dock)
        for thing in (self.action, self.menu, self.dock, self.layers, self.imagery, self.tasks):
            thing.deleteLater()
        self.photo_arrows.deleteLater()
        self.session.deleteLater()
        del self.dock, self.menu, self.action, self.layers, self.imagery, self.work
        del self.photo_arrows


def _install_translator() -> Optional[QTranslator]:
    """Chinese texts for every kind of Chinese QGIS: its locale is zh_CN, zh-Hans or zh-Hant."""
    translator = chinese_texts() if QgsApplication.locale().startswith("zh") else None
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    return translator
