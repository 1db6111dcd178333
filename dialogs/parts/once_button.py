"""A button for which a double click is one click: the second would act on what comes next."""

from __future__ import annotations

from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QPushButton


class OnceButton(QPushButton):
    """Never the button that Enter in a field presses."""

    def __init__(self, caption: str) -> None:
        super().__init__(caption)
        self.setAutoDefault(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
