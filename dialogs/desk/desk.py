"""Everything of Tuban that has a window. Wires only: builds each object once and hands it on."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAction

from ...maps.canvas import PatchView
from ...maps.findings_layer import FindingsLayer
from ...maps.imagery import Imagery
from ...maps.layers import CasebookLayers
from ...maps.locator import ParcelLocator
from ...maps.messages import Messages
from ...maps.photo_layer import PhotoArrows
from ...maps.session import Session
from ...maps.settings import Settings
from ...maps.tasks import Tasks
from ..casebook_menu import CasebookMenu
from ..workplace import MapSide, Workplace
from .dock import ReviewDock


class Desk:
    """The dock, and what it and its forms work with; ``action`` shows whether the dock is open."""

    def __init__(self, iface: QgisInterface, project: QgsProject, action: QAction) -> None:
        self._iface = iface
        window = iface.mainWindow()
        settings = Settings()
        self.session = Session(settings, parent=window)
        self.tasks = Tasks(QgsApplication.taskManager(), window)
        messages = Messages(iface.messageBar())
        self.work = Workplace(
            self.session, self.tasks, messages, settings, FindingsLayer(project, self.session)
        )
        self.layers = CasebookLayers(project, self.session, window)
        self.layers.refused.connect(messages.warn)
        self.photo_arrows = PhotoArrows(project, self.session, window)
        self.imagery = Imagery(project, window)
        self.menu = CasebookMenu(self.work, window)
        canvas = iface.mapCanvas()
        view = PatchView(canvas, project, settings)
        map_side = MapSide(canvas, view, self.imagery, QgsGui.shortcutsManager())
        self.dock = ReviewDock(self.work, map_side, self.menu, window)
        self.dock.closed.connect(lambda: action.setChecked(False))
        self.dock.opened.connect(lambda: action.setChecked(True))
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self.locator = ParcelLocator(self.session)
        iface.registerLocatorFilter(self.locator)
        # Only after this signal QGIS leaves the map's extent alone.
        iface.projectRead.connect(self.dock.show_again)
        # The first layers of an empty project: QGIS shows all of them once it is idle.
        self.session.opened.connect(lambda: QTimer.singleShot(0, self.dock.show_again))

    def show(self, wanted: bool = True) -> None:
        """Open the dock, telling which of its keys something else has, too; or close it."""
        self.dock.setUserVisible(wanted)
        if wanted:
            self.dock.tell_clashes()

    def open_casebook(self, path: Path) -> None:
        """Open a casebook and show the dock at its first undecided parcel."""
        if self.session.book is None or self.session.book.path != path:
            with self.work.messages.guard():
                self.session.open(path)
        self.show()

    def remove(self) -> None:
        """Take everything away again; what runs is stopped, the casebook closed."""
        self._iface.projectRead.disconnect(self.dock.show_again)
        self._iface.deregisterLocatorFilter(self.locator)
        self.tasks.stop()
        self.menu.close_forms()
        self.session.close()
        self.dock.remove()
        self._iface.removeDockWidget(self.dock)
        for thing in (self.menu, self.dock, self.layers, self.imagery, self.tasks):
            thing.deleteLater()
        self.photo_arrows.deleteLater()
        self.session.deleteLater()
