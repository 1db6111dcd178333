"""A line to type in that can be left with Esc."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QWidget


class LeavingEdit(QLineEdit):
    """One line; ``left`` tells that the person pressed Esc."""

    left = pyqtSignal()

    def __init__(self, placeholder: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        action = QAction(self)
        action.setShortcut(Qt.Key.Key_Escape)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.left)
        self.addAction(action)
