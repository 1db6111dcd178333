"""Joins QGIS and leaves it.

QGIS starts no slower for it: the windows, and with them the rooms that do the work, are loaded
when somebody wants to see them (docs/decisions/0013).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsGui
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .maps.shown import casebook_of
from .maps.words import chinese_texts, tr
from .processing_provider.provider import TubanProvider

if TYPE_CHECKING:
    from .dialogs.desk.desk import Desk

ROOT = Path(__file__).resolve().parent


class TubanPlugin:
    """What QGIS holds: the processing provider always, the desk once it is wanted."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self._iface = iface
        self._project = QgsProject.instance()
        self._translator = _install_translator()
        self._desk: Optional[Desk] = None
        self.provider: Optional[TubanProvider] = None

    def initProcessing(self) -> None:
        """Called by QGIS, and alone by qgis_process."""
        self.provider = TubanProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Called by QGIS once its window is there."""
        self.initProcessing()
        self._add_action()
        self._project.readProject.connect(self._project_read)
        self._project_read()

    def _add_action(self) -> None:
        icon = QIcon(str(ROOT / "resources" / "icons" / "tuban.svg"))
        self.action = QAction(icon, tr("Patch review"), self._iface.mainWindow())
        self.action.setObjectName("tuban_review")
        self.action.setCheckable(True)
        self.action.triggered.connect(lambda wanted: self.desk.show(wanted))
        self._iface.addToolBarIcon(self.action)
        self.guide_action = QAction(icon, tr("User guide"), self._iface.mainWindow())
        self.guide_action.setObjectName("tuban_guide")
        self.guide_action.triggered.connect(lambda _checked: self._show_guide())
        for action in (self.action, self.guide_action):
            self._iface.addPluginToMenu(tr("Tuban"), action)

    def _show_guide(self) -> None:
        from .dialogs.guide import Guide

        guide = Guide(self._iface.mainWindow())
        guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guide.show()

    @property
    def desk(self) -> Desk:
        """The dock and all it works with, built at the first need."""
        if self._desk is None:
            from .dialogs.desk.desk import Desk

            self._desk = Desk(self._iface, self._project, self.action)
        return self._desk

    def _project_read(self) -> None:
        """A project that shows a casebook opens it."""
        path = casebook_of(self._project)
        if path is None or not path.is_file() or self.desk.session.busy_with:
            return
        self.desk.open_casebook(path)

    def unload(self) -> None:
        """Called by QGIS when the plugin is switched off or QGIS ends."""
        if self._iface is not None:
            self._project.readProject.disconnect(self._project_read)
            if self._desk is not None:
                self._desk.remove()
                self._desk = None
            self._remove_action()
        QgsApplication.processingRegistry().removeProvider(self.provider)
        self.provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _remove_action(self) -> None:
        # QGIS has put the action among its shortcuts, and 3.22 does not notice when it goes: the
        # next look through them would crash.
        self._iface.removeToolBarIcon(self.action)
        for action in (self.action, self.guide_action):
            QgsGui.shortcutsManager().unregisterAction(action)
            self._iface.removePluginMenu(tr("Tuban"), action)
            action.deleteLater()


def _install_translator() -> Optional[QTranslator]:
    """Chinese texts for every kind of Chinese QGIS: its locale is zh_CN, zh-Hans or zh-Hant."""
    translator = chinese_texts() if QgsApplication.locale().startswith("zh") else None
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    return translator
