"""What QGIS gets instead of the plugin where a library is missing or too old: one sentence.

It stands apart from every room, because none of them can be loaded then.
"""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

NAME = "Tuban"
CHINESE = Path(__file__).resolve().parent / "i18n" / "tuban_zh.qm"


class UnusablePlugin:
    """Says why there is no Tuban, in the message bar and the log; has nothing to take back."""

    def __init__(self, iface: Optional[QgisInterface], error: ImportError) -> None:
        self._iface = iface
        self._error = error

    def sentence(self) -> str:
        """What is wrong and what to do, in the language of QGIS."""
        text = getattr(self._error, "text", None)
        if text is None:
            return str(self._error)
        translator = QTranslator()
        chinese = QgsApplication.locale().startswith("zh") and translator.load(str(CHINESE))

        def translate(template: str) -> str:
            found = translator.translate("tuban", template) if chinese else ""
            return found or QCoreApplication.translate("tuban", template)

        return text.say(translate)

    def initProcessing(self) -> None:
        """Called by qgis_process: the log is all there is."""
        QgsMessageLog.logMessage(self.sentence(), NAME, Qgis.MessageLevel.Critical)

    def initGui(self) -> None:
        """Called by QGIS once its window is there."""
        self.initProcessing()
        self._iface.messageBar().pushMessage(NAME, self.sentence(), Qgis.MessageLevel.Critical, 0)

    def unload(self) -> None:
        """Called by QGIS; nothing was put anywhere."""
